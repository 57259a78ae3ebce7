package workbook

import (
	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// A 编号 may have been overwritten, as where one is dragged down over the next. What
// the row is about still stands beside it: the row does not count, since rows are
// found by 编号, but it is said which one it was, and that one is not missing as well.

// meant returns the row that a row of the file is by its words; nil where these are
// not one row's alone, or that one stands under its own 编号 or has been named already.
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

// copied returns the row that was meant where the 编号 of another, which stands in
// its own place too, was copied over its own.
func (t *table) copied(r *ooxml.Row, row *layout.Row) *layout.Row {
	words, issued := t.at(r, t.wordsIndex()), t.wordsOf(row)
	if words == nil || words.Text == issued || text.Squeeze(words.Text) == text.Squeeze(issued) || t.present(row.Ref) < 2 {
		return nil
	}
	return t.meant(r)
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
