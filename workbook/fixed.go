package workbook

import (
	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
)

// compare holds the cells of a row that are not to fill against what was issued.
func (t *table) compare(row *Row) {
	stamped := t.stampedRow(row.Ref())
	for i := range t.form.Columns {
		c := &t.form.Columns[i]
		mode := row.Issued.Modes[i]
		if mode == layout.Open || c.Role == layout.Check || c.Key == layout.Ref {
			continue
		}
		v := &row.Values[i]
		if v.Place.Row == 0 || v.Given == row.Issued.Issued[i] {
			continue
		}
		if stamped == nil && c.Role == layout.Earlier {
			continue // what was issued is not known
		}
		if mode == layout.Absent && text.Trim(v.Given) == "" {
			continue // the dash of a cell that does not apply says nothing
		}
		if !t.unchanged(v, row.Issued.Issued[i], stamped, i) && !t.isCovered(v.Place) {
			t.changed(row, i)
		}
	}
}

// unchanged reports whether a cell shows what was issued, white space apart.
func (t *table) unchanged(v *Value, issued string, stamped *layout.StampedRow, i int) bool {
	if text.Squeeze(v.Given) == text.Squeeze(issued) || t.form.Columns[i].Key == layout.Measured && text.Key(v.Given) == text.Key(issued) {
		return true
	}
	if stamped != nil && stamped.Cells[i].Shows(v.Given) {
		return true
	}
	a, n := text.Scan(text.Trim(v.Given))
	b, m := text.Scan(text.Trim(issued))
	return n > 0 && m > 0 && n == len(text.Trim(v.Given)) && m == len(text.Trim(issued)) && a.Equal(b)
}

// changed reports whether a fixed cell is not as issued. Another unit of measure puts
// the row's numbers in doubt; elsewhere what was asked is known.
func (t *table) changed(row *Row, i int) {
	v := &row.Values[i]
	given := v.Given
	if text.Trim(given) == "" {
		given = ""
	}
	code := finding.FixedChanged
	if t.form.Columns[i].Key == layout.Measured && given != "" {
		code = finding.MeasureChanged
		t.block(row)
	}
	opts := []finding.Option{finding.At(v.Place), finding.Row(row.Ref()), finding.Column(t.sheet.Headings[i]),
		finding.Given(given), finding.Expected(row.Issued.Issued[i])}
	if row.Issued.Modes[i] == layout.Absent {
		opts = append(opts, finding.Message("此格不适用,所填内容未计入"), finding.Hint("请清空所填内容;要说明的写在“说明”或“备注”栏"))
	} else if given == "" {
		opts = append(opts, finding.Message("下发的内容被清空"))
	}
	t.found.Add(code, opts...)
}

// block makes the numbers of a row faulty.
func (t *table) block(row *Row) {
	for i := range row.Values {
		v := &row.Values[i]
		if t.form.Columns[i].Kind == layout.Number && row.Issued.Modes[i] == layout.Open && v.State == Filled {
			v.State, v.Text = Faulty, ""
		}
	}
}
