package workbook

import (
	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// mergesToFill finds the merged blocks that cover cells to fill below the headings.
func (t *table) mergesToFill() {
	for _, m := range t.grid.Merges {
		for i, col := range t.sheet.Cols {
			if m.Row2 > t.head.Row && t.form.Columns[i].Role == layout.Fill && col >= m.Col1 && col <= m.Col2 {
				t.merges = append(t.merges, m)
				break
			}
		}
	}
}

// covered reports the merges that begin in the row, and blocks the cells to fill
// that they cover.
func (t *table) covered(row *Row) {
	for _, m := range t.merges {
		for i := range row.Values {
			if row.Issued.Modes[i] == layout.Open && m.Has(row.R, row.Values[i].Place.Col) {
				t.merged(row, i, m)
			}
		}
	}
}

// merged reports whether a cell to fill is merged with others.
func (d *decoder) merged(row *Row, i int, m ooxml.Range) {
	v := &row.Values[i]
	first := v.Place.Row == m.Row1 && v.Place.Col == m.Col1
	block := finding.Place{Row: m.Row1, Col: m.Col1}.Cell() + ":" + finding.Place{Row: m.Row2, Col: m.Col2}.Cell()
	given := v.Given
	if !first && v.State == Blank {
		v.State = Faulty
		given = "合并在 " + block
	}
	d.found.Add(finding.MergedCells, finding.At(v.Place), finding.Row(row.Ref()), finding.Column(row.Sheet.Headings[i]), finding.Given(given),
		finding.Message("要填的单元格被合并("+block+")"))
}

// mergedFields reports the fields of the cover of which two or more share one
// merged block: what is there may be meant for any of them.
func (d *decoder) mergedFields(row *Row, merges []ooxml.Range) {
	for _, m := range merges {
		var shared []int
		for i := range row.Values {
			if p := row.Values[i].Place; m.Has(p.Row, p.Col) {
				shared = append(shared, i)
			}
		}
		if len(shared) > 1 {
			for _, i := range shared {
				d.merged(row, i, m)
			}
		}
	}
}

// isCovered reports whether it is a cell inside a merge, other than its first.
func (t *table) isCovered(p finding.Place) bool {
	for _, m := range t.grid.Merges {
		if m.Has(p.Row, p.Col) {
			return p.Row != m.Row1 || p.Col != m.Col1
		}
	}
	return false
}
