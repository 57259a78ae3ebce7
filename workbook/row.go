package workbook

import (
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// row reads one row below the headings.
func (t *table) row(r *ooxml.Row) {
	if t.phantom(r) {
		return
	}
	issued := t.identify(r)
	if issued == nil || t.tooMany(issued.Ref) {
		return
	}
	n := len(t.form.Columns)
	row := Row{Sheet: t.sheet, Issued: t.asIssued(issued), R: r.R, Hidden: r.Hidden, Values: t.take(n, n*(len(t.form.Rows)-len(t.sheet.Rows)))}
	t.cells(&row, r)
	t.covered(&row)
	t.compare(&row)
	if row.Hidden && row.Filled() {
		t.found.Add(finding.RowHidden, finding.At(t.refPlace(&row)), finding.Row(row.Ref()))
	}
	t.sheet.Rows = append(t.sheet.Rows, row)
}

// tooMany enters the row to come and reports whether it is one too many of those
// whose 编号 stood before.
func (t *table) tooMany(ref string) bool {
	if _, ok := t.sheet.byRef[ref]; !ok {
		t.sheet.byRef[ref] = len(t.sheet.Rows)
		return false
	}
	return t.quiet(&t.twice, finding.RowDuplicate, "重复的行太多,其余不再逐行列出")
}

// phantom reports whether it is a row in which nothing stands but 自检.
func (t *table) phantom(r *ooxml.Row) bool {
	for i := range r.Cells {
		c := &r.Cells[i]
		if text.Trim(c.Text) == "" && c.Formula != ooxml.Uncached {
			continue
		}
		if j := t.column(c.Col); j < 0 || t.form.Columns[j].Role != layout.Check {
			return false
		}
	}
	return true
}

// column returns the column of the layout that is in a column of the file, -1
// for none.
func (t *table) column(col int) int {
	if col < len(t.byCol) {
		return t.byCol[col] - 1
	}
	return -1
}

// cells reads the cells of a row.
func (t *table) cells(row *Row, r *ooxml.Row) {
	for i, col := range t.sheet.Cols {
		if col > 0 {
			row.Values[i].Place = finding.Place{Sheet: t.grid.Name, Row: r.R, Col: col}
		}
	}
	for i := range r.Cells {
		c := &r.Cells[i]
		if j := t.column(c.Col); j >= 0 {
			t.cell(row, c, j)
			t.overCheck(row, r, c, j)
		} else if text.Trim(c.Text) != "" {
			t.stray(row, r, c)
		}
	}
	markPresets(row, t.stampedRow(row.Ref()))
}

// overCheck notes words that were written over the formula of 自检; what that said,
// pasted as a value, says it still.
func (t *table) overCheck(row *Row, r *ooxml.Row, c *ooxml.Cell, j int) {
	if t.form.Columns[j].Role != layout.Check || c.Formula != ooxml.Plain {
		return
	}
	if text := text.Trim(c.Text); text != "" && text != layout.Fine && !strings.Contains(text, "“") {
		t.outside(r, c, row.Ref(), finding.Message("“自检”栏里另写的内容,未计入"))
	}
}

func (t *table) cell(row *Row, c *ooxml.Cell, j int) {
	v := &row.Values[j]
	if row.Issued.Modes[j] == layout.Open && t.form.Columns[j].Role == layout.Fill {
		t.fill(v, sheet.Veiled(t.book, t.grid, v.Place.Row, c), t.sheet, j, row.Issued)
		return
	}
	v.Given = c.Text
	if c.Strike == ooxml.Wholly && t.form.Columns[j].Role != layout.Check {
		t.found.Add(finding.FixedChanged, finding.At(v.Place), finding.Row(row.Ref()), finding.Column(t.sheet.Headings[j]), finding.Given(c.Text),
			finding.Message("下发的内容被加了删除线"), finding.Hint("不再实施的,在“进展状态”或“说明”栏写明;否则请去掉删除线"))
	}
	if c.Kind != ooxml.Empty && text.Trim(c.Text) != "" {
		v.State, v.Text = Filled, c.Text
	}
	if look, ok := t.book.Shown(c); ok && !look.Plain && c.Format != ooxml.Date && row.Issued.Modes[j] == layout.Locked {
		if v.Given = look.Text; t.form.Columns[j].Key == layout.Ref && look.Text != c.Text {
			t.found.Add(finding.FixedChanged, finding.At(v.Place), finding.Row(row.Ref()), finding.Column(t.sheet.Headings[j]), finding.Given(look.Text),
				finding.Expected(row.Ref()), finding.Message("单元格格式使编号显示为“"+look.Text+"”"))
		}
	}
}

// stray takes a cell outside the columns: of a column that is twice, where the
// first is blank; anything else is noted.
func (t *table) stray(row *Row, r *ooxml.Row, c *ooxml.Cell) {
	j := slices.Index(t.head.Second, c.Col)
	if j < 0 {
		t.outside(r, c, row.Ref())
		return
	}
	if t.form.Columns[j].Role != layout.Fill || row.Issued.Modes[j] != layout.Open {
		if text.Squeeze(c.Text) != text.Squeeze(row.Issued.Issued[j]) {
			t.outside(r, c, row.Ref())
		}
		return
	}
	first := &row.Values[j]
	second := Value{Place: finding.Place{Sheet: t.grid.Name, Row: r.R, Col: c.Col}}
	t.fill(&second, c, t.sheet, j, row.Issued)
	switch {
	case first.State == Blank:
		*first = second
	case second.State != Blank && second.Text != first.Text:
		t.found.Add(finding.ColumnDuplicate, finding.At(first.Place), finding.Row(row.Ref()), finding.Column(t.sheet.Headings[j]),
			finding.Given(first.Given+" / "+second.Given))
		first.State, first.Text = Faulty, ""
	}
}

// markPresets marks what still stands as it was filled in beforehand; stamped is
// nil where the stamp is lost.
func markPresets(row *Row, stamped *layout.StampedRow) {
	for i := range row.Values {
		v := &row.Values[i]
		if v.State == Blank || row.Issued.Modes[i] != layout.Open {
			continue
		}
		preset := row.Issued.Issued[i]
		if stamped != nil && stamped.Cells[i].Kept {
			preset = stamped.Cells[i].Text
		}
		v.Preset = preset != "" && v.Text == text.Trim(preset)
	}
}

// asIssued returns the row as it was issued: the plan's, with the modes of the
// stamp where the plan was edited since.
func (t *table) asIssued(r *layout.Row) *layout.Row {
	stamped := t.stampedRow(r.Ref)
	if stamped == nil {
		return r
	}
	same := true
	for i := range stamped.Cells {
		c := &stamped.Cells[i]
		if c.Mode != r.Modes[i] || c.Mode == layout.Locked && c.Kept && c.Text != r.Issued[i] {
			same = false
			break
		}
	}
	if same {
		return r
	}
	row := *r
	row.Modes = append([]layout.Mode(nil), r.Modes...)
	row.Issued = append([]string(nil), r.Issued...)
	for i := range stamped.Cells {
		c := &stamped.Cells[i]
		row.Modes[i] = c.Mode
		if c.Kept {
			row.Issued[i] = c.Text
		} else if c.Mode == layout.Absent {
			row.Issued[i] = layout.NotApplicable
		}
	}
	return &row
}

// duplicates names the rows that are twice, and blocks the cells in which they
// differ: nobody can say which one is meant.
func (t *table) duplicates() {
	if t.twice == 0 {
		return
	}
	for i := range t.sheet.Rows {
		row := &t.sheet.Rows[i]
		first := t.sheet.byRef[row.Ref()]
		if first == i {
			continue
		}
		other := &t.sheet.Rows[first]
		t.duplicate(other, row)
		t.duplicate(row, other)
		t.settle(other, row)
	}
}

func (t *table) duplicate(row, other *Row) {
	t.found.Add(finding.RowDuplicate, finding.At(t.refPlace(row)), finding.Row(row.Ref()), finding.Given(row.Ref()),
		finding.Message("同一编号有两行,另一处在 "+t.refPlace(other).Cell()))
}

func (t *table) refPlace(row *Row) finding.Place {
	i := t.form.Index(layout.Ref)
	if p := row.Values[i].Place; p.Row > 0 {
		return p
	}
	return finding.Place{Sheet: t.grid.Name, Row: row.R}
}

func (t *table) settle(a, b *Row) {
	for i := range a.Values {
		v, w := &a.Values[i], &b.Values[i]
		if a.Issued.Modes[i] != layout.Open {
			continue
		}
		switch {
		case v.State == Blank && w.State != Blank:
			*v = *w // with the cell it stands in
		case w.State == Blank && v.State != Blank:
			*w = *v
		case v.State != w.State || v.Text != w.Text:
			v.State, v.Text = Faulty, ""
			w.State, w.Text = Faulty, ""
		}
	}
}
