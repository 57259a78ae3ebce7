package workbook

import (
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// labelled is where a label stands, row 0 where it does not.
type labelled struct {
	row, index int // of the file; into Grid.Rows
	col, cell  int // of the file; into Row.Cells
	inside     string
	edited     bool
}

// findLabels finds the labels of a form. A label may have its value in the same
// cell, after a colon.
func findLabels(g *ooxml.Grid, headings []string) []labelled {
	found := make([]labelled, len(headings))
	labels := make([]string, len(headings))
	for i, h := range headings {
		labels[i] = label(h)
	}
	for i := range g.Rows {
		for j := range g.Rows[i].Cells {
			c := &g.Rows[i].Cells[j]
			if c.Kind != ooxml.Text || len(c.Text) > 300 {
				continue
			}
			at := labelled{row: g.Rows[i].R, index: i, col: c.Col, cell: j}
			k := indexOf(labels, label(c.Text))
			if k < 0 {
				k, at.inside = labelWithin(c.Text, labels)
			}
			if k < 0 {
				base, _, _ := strings.Cut(label(c.Text), "(") // 填报人(签字)
				k = indexOf(labels, base)
			}
			if k >= 0 && found[k].row == 0 {
				at.edited = at.inside == "" && c.Text != headings[k]
				found[k] = at
			}
		}
	}
	return found
}

// labelWithin splits 填报人:张三.
func labelWithin(text string, labels []string) (k int, value string) {
	before, after, ok := strings.Cut(text, ":")
	if !ok {
		before, after, ok = strings.Cut(text, ":")
	}
	if !ok || trim(after) == "" {
		return -1, ""
	}
	return indexOf(labels, label(before)), after
}

// cover reads the cover: a form whose values stand to the right of their labels.
func (d *decoder) cover(fs *layout.FormSheet, g *ooxml.Grid) {
	s := &Sheet{Form: fs, Name: g.Name, Cols: make([]int, len(fs.Columns)), Headings: make([]string, len(fs.Columns)), byRef: map[string]int{"": 0}}
	row := Row{Sheet: s, Issued: &fs.Rows[0], Values: make([]Value, len(fs.Columns))}
	labels := findLabels(g, fs.Headings)
	for i, at := range labels {
		if at.row == 0 {
			d.labelMissing(fs.Headings[i], g, placeOfLabel(labels, i, g.Name))
			continue
		}
		if row.R == 0 || at.row < row.R {
			row.R = at.row
		}
		d.field(&row, i, at, g)
	}
	d.mergedFields(&row, g.Merges)
	d.coverStates(g)
	d.coverOutside(g, labels)
	s.Rows = []Row{row}
	d.coverPresets(&s.Rows[0])
	d.ret.Sheets = append(d.ret.Sheets, s)
}

// placeOfLabel is where a label stood that is gone: under the one before it and over
// the one after it, else the whole sheet.
func placeOfLabel(labels []labelled, i int, sheet string) finding.Place {
	var before, after labelled
	if i > 0 {
		before = labels[i-1]
	}
	if i+1 < len(labels) {
		after = labels[i+1]
	}
	switch {
	case before.row > 0 && (after.row == before.row+2 && after.col == before.col || i+1 == len(labels)):
		return finding.Place{Sheet: sheet, Row: before.row + 1, Col: before.col}
	case i == 0 && after.row > 1:
		return finding.Place{Sheet: sheet, Row: after.row - 1, Col: after.col}
	}
	return finding.Place{Sheet: sheet}
}

// labelMissing reports a field whose label is gone, or other words.
func (d *decoder) labelMissing(heading string, g *ooxml.Grid, p finding.Place) {
	opts := []finding.Option{finding.At(p), finding.Column(heading), finding.Message("缺少这一项")}
	if p.Row > 0 {
		what, given := "这一项的名称空着,所填内容未计入", "空"
		if text := textIn(g, p); trim(text) != "" {
			what, given = "这一项的名称不是下发时的,所填内容未计入", text
		}
		opts = append(opts, finding.Message(what), finding.Given(given), finding.Expected(heading), finding.Hint("请在这一格恢复“"+heading+"”,再报送"))
	}
	d.found.Add(finding.ColumnMissing, opts...)
}

// textIn returns what stands in a cell of a sheet.
func textIn(g *ooxml.Grid, p finding.Place) string {
	for i := range g.Rows {
		if g.Rows[i].R == p.Row {
			return textAt(g.Rows[i].Cells, p.Col)
		}
	}
	return ""
}

// field reads one field of the cover.
func (d *decoder) field(row *Row, i int, at labelled, g *ooxml.Grid) {
	s := row.Sheet
	cells := g.Rows[at.index].Cells
	v := &row.Values[i]
	s.Headings[i] = s.Form.Headings[i]
	if at.inside != "" {
		v.Place = finding.Place{Sheet: g.Name, Row: at.row, Col: at.col}
		s.Cols[i] = at.col
		d.fill(v, &ooxml.Cell{Col: at.col, Kind: ooxml.Text, Text: at.inside}, s, i, row.Issued)
		d.found.Add(finding.TextRead, finding.At(v.Place), finding.Column(s.Headings[i]), finding.Given(cells[at.cell].Text), finding.Message("填在了标题格里,读作 "+trim(at.inside)))
		return
	}
	if at.edited {
		d.found.Add(finding.HeadingEdited, finding.At(finding.Place{Sheet: g.Name, Row: at.row, Col: at.col}), finding.Given(cells[at.cell].Text), finding.Expected(s.Headings[i]))
	}
	c := valueCell(cells, at.cell, lastOfMerge(g, at.row, at.col))
	v.Place = finding.Place{Sheet: g.Name, Row: at.row, Col: c.Col}
	s.Cols[i] = c.Col
	d.fill(v, &c, s, i, row.Issued)
}

// lastOfMerge returns the last column of the cell, which may be a merged one.
func lastOfMerge(g *ooxml.Grid, row, col int) int {
	for _, m := range g.Merges {
		if m.Row1 == row && m.Col1 == col {
			return m.Col2
		}
	}
	return col
}

// valueCell returns the cell of a label's value: the next one, or where columns
// were inserted the first between the label and the 自检 formula in which
// something stands.
func valueCell(cells []ooxml.Cell, labelCell, last int) ooxml.Cell {
	next := cells[labelCell+1:]
	check := -1
	for i := range next {
		if next[i].Formula != ooxml.Plain && next[i].Col > last+1 {
			check = next[i].Col
			break
		}
	}
	for i := range next {
		c := &next[i]
		if c.Col == last+1 || c.Col < check && trim(c.Text) != "" {
			return *c
		}
	}
	return ooxml.Cell{Col: last + 1}
}

func (d *decoder) coverPresets(row *Row) {
	var stamped *layout.StampedRow
	if st := d.stamped(row.Sheet.Form); st != nil && len(st.Rows) > 0 {
		stamped = &st.Rows[0]
	}
	markPresets(row, stamped)
}
