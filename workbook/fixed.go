package workbook

import (
	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
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

// A 编号 may have been overwritten, as where one is dragged down over the next. What
// the row is about still is beside it: the row does not count, since rows are
// found by 编号, but it is said which one it was, and that one is not missing as well.

// meant returns the row that a row of the file is by its words; nil where these are
// not one row's alone, or that one is under its own 编号 or has been named already.
func (t *table) meant(r *ooxml.Row) *layout.Row {
	words := t.at(r, t.wordsIndex())
	if words == nil {
		return nil
	}
	if row := t.lookup().byText[text.Key(words.Text)]; row != nil && !t.claimed[row.Ref] && t.present(row.Ref) == 0 {
		return row
	}
	return nil
}

// copied returns the row that was meant where the 编号 of another, which is in
// its own place too, was copied over its own.
func (t *table) copied(r *ooxml.Row, row *layout.Row) *layout.Row {
	words, issued := t.at(r, t.wordsIndex()), t.wordsOf(row)
	if words == nil || words.Text == issued || text.Squeeze(words.Text) == text.Squeeze(issued) || t.present(row.Ref) < 2 {
		return nil
	}
	return t.meant(r)
}

// crossed returns the row that a row of the file is by its words, where its 编号 is
// another's, as after sorting one column alone; nil where the two agree, or the words
// are no row's.
func (t *table) crossed(r *ooxml.Row, row *layout.Row) *layout.Row {
	i := t.wordsIndex()
	words, issued := t.at(r, i), t.wordsOf(row)
	if words == nil || words.Text == issued || text.Squeeze(words.Text) == text.Squeeze(issued) {
		return nil
	}
	other := t.lookup().byText[text.Key(words.Text)]
	if other == row {
		return nil
	}
	if stamped := t.stampedRow(row.Ref); stamped != nil && stamped.Cells[i].Shows(words.Text) {
		return nil
	}
	return other
}

// crossing reports a row whose 编号 and words are those of two rows: it counts for
// neither.
func (t *table) crossing(r *ooxml.Row, row, other *layout.Row) {
	if t.claimed == nil {
		t.claimed = map[string]bool{}
	}
	t.claimed[row.Ref], t.claimed[other.Ref] = true, true
	t.found.Add(finding.RowCrossed, finding.At(t.refAt(r)), finding.Row(row.Ref), finding.Given(row.Ref), finding.Expected(other.Ref),
		finding.Message("编号是 "+row.Ref+",内容是 "+other.Ref+" 的,不知是哪一项,所填内容未计入"))
}

// misnumbered reports a row by what it should have been.
func (t *table) misnumbered(r *ooxml.Row, code finding.Code, what, given string, row *layout.Row) {
	if t.claimed == nil {
		t.claimed = map[string]bool{}
	}
	t.claimed[row.Ref] = true
	t.found.Add(code, finding.At(t.refAt(r)), finding.Row(given), finding.Given(given), finding.Expected(row.Ref),
		finding.Message(what), finding.Hint("请把编号改回 "+row.Ref+",再报送"))
}
