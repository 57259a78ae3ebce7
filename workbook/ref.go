package workbook

import (
	"fmt"
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// refs finds rows whose 编号 does not stand as it was issued. It is made for a
// sheet only when the first such row is met.
type refs struct {
	byKey  map[string]*layout.Row
	byText map[string]*layout.Row // nil where a text is not unique
}

func (t *table) lookup() *refs {
	if t.refs == nil {
		t.refs = &refs{byKey: map[string]*layout.Row{}, byText: map[string]*layout.Row{}}
		for i := range t.form.Rows {
			r := &t.form.Rows[i]
			t.refs.byKey[text.Key(r.Ref)] = r
			words := text.Key(t.wordsOf(r))
			if _, twice := t.refs.byText[words]; twice {
				r = nil
			}
			t.refs.byText[words] = r
		}
	}
	return t.refs
}

// wordsColumns are the columns that say what a row is about.
var wordsColumns = []layout.Key{layout.Body, layout.Phrase, layout.Name}

// wordsIndex is the column that says what the rows of the sheet are about.
func (t *table) wordsIndex() int {
	for _, k := range wordsColumns {
		if i := t.form.Index(k); i >= 0 {
			return i
		}
	}
	return -1
}

func (t *table) wordsOf(r *layout.Row) string {
	if i := t.wordsIndex(); i >= 0 {
		return r.Issued[i]
	}
	return ""
}

// identify finds the row that was issued, nil where this is none of ours; it then
// says so.
func (t *table) identify(r *ooxml.Row) *layout.Row {
	c := t.at(r, t.form.Index(layout.Ref))
	if c == nil || text.Trim(c.Text) == "" {
		return t.nameless(r, c)
	}
	if row := t.form.Row(c.Text); row != nil && c.Format != ooxml.Date {
		if other := t.copied(r, row); other != nil {
			t.misnumbered(r, finding.RowDuplicate, "编号与另一行重复,按内容不是这一项,所填内容未计入", c.Text, other)
			return nil
		}
		if other := t.crossed(r, row); other != nil {
			t.crossing(r, row, other)
			return nil
		}
		return row
	}
	if text.Label(c.Text) == text.Label(t.form.Headings[t.form.Index(layout.Ref)]) {
		return nil // the headings once more, as where a page was pasted below
	}
	if row := t.spelled(c); row != nil {
		if other := t.crossed(r, row); other != nil {
			t.crossing(r, row, other)
			return nil
		}
		t.found.Add(finding.RefEdited, finding.At(finding.Place{Sheet: t.grid.Name, Row: r.R, Col: c.Col}),
			finding.Row(row.Ref), finding.Given(t.shown(c)), finding.Expected(row.Ref))
		return row
	}
	t.unknown(r, c)
	return nil
}

// at returns the cell of a column of the layout, nil where nothing stands.
func (t *table) at(r *ooxml.Row, i int) *ooxml.Cell {
	if i < 0 || t.sheet.Cols[i] == 0 {
		return nil
	}
	return sheet.At(r.Cells, t.sheet.Cols[i])
}

// spelled finds the row of a 编号 that is written otherwise: full-width, with
// spaces, as the number 91.0, or turned into a date (1-2 into 2 January).
func (t *table) spelled(c *ooxml.Cell) *layout.Row {
	byKey := t.lookup().byKey
	if c.Kind == ooxml.Number && c.Format == ooxml.Date || c.Kind == ooxml.ISODate {
		return t.fromDate(c)
	}
	words := strings.TrimRight(text.Key(c.Text), ".,")
	if row := byKey[words]; row != nil {
		return row
	}
	if l, n := text.Scan(words); n == len(words) && n > 0 && l.Bounded() {
		d := l.Decimal()
		return byKey[d.String()]
	}
	return nil
}

// fromDate finds the one row whose 编号 a program may have taken for this date.
func (t *table) fromDate(c *ooxml.Cell) *layout.Row {
	d, ok := text.Serial(c.Text, t.book.Date1904)
	if c.Kind == ooxml.ISODate {
		d, ok = text.ReadDay(c.Text)
	}
	if !ok {
		return nil
	}
	readings := []string{fmt.Sprintf("%d-%d", d.Month, d.Day)}
	if d.Day == 1 {
		readings = append(readings, fmt.Sprintf("%d-%d", d.Year%100, d.Month), fmt.Sprintf("%d-%d", d.Month, d.Year%100))
	}
	var found *layout.Row
	for _, s := range readings {
		row := t.lookup().byKey[s]
		if row == nil || row == found {
			continue
		}
		if found != nil {
			return nil
		}
		found = row
	}
	return found
}

// nameless is a row without 编号: one of ours if its text is, and the row is not
// there under its 编号 as well.
func (t *table) nameless(r *ooxml.Row, c *ooxml.Cell) *layout.Row {
	if row := t.meant(r); row != nil {
		if !t.refsGone() {
			t.found.Add(finding.RefLost, finding.At(t.refAt(r)), finding.Row(row.Ref), finding.Expected(row.Ref))
		}
		return row
	}
	if t.said(r) {
		t.unknown(r, c)
		return nil
	}
	t.remarks(r)
	return nil
}

// said reports whether words are in a column to fill of a row without 编号, which is
// no total: somebody may have meant them as an account.
func (t *table) said(r *ooxml.Row) bool {
	said := false
	for i := range r.Cells {
		c := &r.Cells[i]
		if isTotal(c.Text) {
			return false
		}
		j := t.column(c.Col)
		said = said || j >= 0 && t.form.Columns[j].Role == layout.Fill && c.Kind == ooxml.Text && c.Formula == ooxml.Plain && !text.Blank(c.Text)
	}
	return said
}

// isTotal reports whether it is the words that a row of sums is headed by.
func isTotal(s string) bool {
	s = strings.TrimSuffix(text.Label(s), "数")
	return len(s) < 60 && slices.ContainsFunc([]string{"合计", "总计", "小计", "共计", "汇总", "平均"}, func(word string) bool {
		return strings.HasSuffix(s, word) || strings.HasPrefix(s, word)
	})
}

// present counts the rows of the sheet that are under a 编号 as issued.
func (t *table) present(ref string) int {
	if t.standing == nil {
		t.standing = map[string]int{}
		i := t.form.Index(layout.Ref)
		for j := t.head.Index + 1; j < len(t.grid.Rows); j++ {
			if c := t.at(&t.grid.Rows[j], i); c != nil && t.form.Row(c.Text) != nil {
				t.standing[c.Text]++
			}
		}
	}
	return t.standing[ref]
}

func (t *table) refAt(r *ooxml.Row) finding.Place {
	return finding.Place{Sheet: t.grid.Name, Row: r.R, Col: t.sheet.Cols[t.form.Index(layout.Ref)]}
}

// unknown reports a row whose 编号 was not issued: its content does not count.
func (t *table) unknown(r *ooxml.Row, c *ooxml.Cell) {
	given := ""
	if c != nil {
		given = text.Trim(t.shown(c))
	}
	dropped := t.stampedRow(given) != nil
	if row := t.meant(r); row != nil && !dropped && given != "" {
		t.misnumbered(r, finding.RowUnknown, "编号被改动,所填内容未计入", given, row)
		return
	}
	if !dropped && given != "" && !likeRef(given) {
		t.remarks(r)
		return
	}
	if t.quiet(&t.strangers, finding.RowUnknown, "编号不在下发范围内的行太多,其余不再逐行列出") {
		return
	}
	f := finding.New(finding.RowUnknown, finding.At(t.refAt(r)), finding.Row(given), finding.Given(given))
	if given == "" {
		if !t.refsGone() {
			f.Severity = finding.Warning
		}
		f.Message, f.Hint = "这一行没有编号,所填内容未计入", "是下发的行,请补上编号;下发时没有的事项请写在“备注”或“说明”栏"
	}
	if dropped {
		f.Severity, f.Message, f.Hint = finding.Warning, "下发之后规划已修改,不再有这一项,所填内容未计入", "不影响其他行;请汇总人员核对任务清单"
	}
	t.found = append(t.found, f)
}

// shown is a 编号 as the sheet shows it: a date where a program has made one of it.
func (t *table) shown(c *ooxml.Cell) string {
	if c.Kind == ooxml.Number && c.Format == ooxml.Date {
		return sheet.ShownDate(c.Text, t.book.Date1904)
	}
	return c.Text
}

// likeRef reports whether it is a text of what 编号 are written with, a digit or a bracket among it,
// or 第 before it: a 编号, not a remark.
func likeRef(s string) bool {
	s = text.Key(s)
	return (strings.ContainsAny(s, "0123456789(") || strings.HasPrefix(s, "第")) && strings.Trim(s, "0123456789()-.,#第新增节章一二三四五六七八九十百零〇") == ""
}

// remarks notes every cell of a row that is not of the table.
func (t *table) remarks(r *ooxml.Row) {
	for i := range r.Cells {
		if c := &r.Cells[i]; text.Trim(c.Text) != "" {
			t.outside(r, c, "")
		}
	}
}

// refsGone reports whether the column of the 编号 is missing, which is said once: rows
// are then known by their text, and of those that are not nobody can say which they are.
func (t *table) refsGone() bool { return t.sheet.Cols[t.form.Index(layout.Ref)] == 0 }

// findRefs looks for the 编号 where no column has that heading: the rows are found
// by them, so a column in which most of them stand is theirs, whatever it is called.
func (t *table) findRefs() {
	ref := t.form.Index(layout.Ref)
	if t.head.Cols[ref] != 0 {
		return
	}
	taken := map[int]bool{}
	for _, col := range t.head.Cols {
		taken[col] = true
	}
	counts := map[int]int{}
	best := 0
	for i := t.head.Index + 1; i < len(t.grid.Rows); i++ {
		for j := range t.grid.Rows[i].Cells {
			c := &t.grid.Rows[i].Cells[j]
			if taken[c.Col] || t.form.Row(c.Text) == nil {
				continue
			}
			if counts[c.Col]++; counts[c.Col] > counts[best] || counts[c.Col] == counts[best] && c.Col < best {
				best = c.Col
			}
		}
	}
	if counts[best]*2 > len(t.form.Rows) {
		t.head.Cols[ref], t.head.Edited[ref] = best, true
	}
}
