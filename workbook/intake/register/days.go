package register

import (
	"fmt"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// days reads the days on which a unit was reminded.
func (r *reader) days(g *ooxml.Grid, row *ooxml.Row, col int) (list string) {
	if c := sheet.At(row.Cells, col); c == nil || c.Kind != ooxml.Text {
		day, as := r.day(g, row, col, headReminded)
		return day + as
	}
	c, out := r.counts(g, row, col, headReminded)
	if c == nil {
		return out
	}
	if d, ok := text.ReadDayIn(c.Text, r.year+1); ok {
		return d.String()
	}
	for _, part := range strings.FieldsFunc(c.Text, func(c rune) bool { return strings.ContainsRune("、,,;; \n\t", c) }) {
		if d, ok := text.ReadDayIn(part, r.year+1); ok {
			list += separated(list) + d.String()
		} else {
			r.odd(g, row, col, headReminded, part)
			list += separated(list) + strings.Clone(part)
		}
	}
	return list
}

func separated(list string) string {
	if list == "" {
		return ""
	}
	return "、"
}

// counts is the cell of a person's column as its reader sees it, nil where nothing is in
// it that counts: then struck is what is struck out. What nobody can see is named.
func (r *reader) counts(g *ooxml.Grid, row *ooxml.Row, col int, heading string) (c *ooxml.Cell, struck string) {
	c = sheet.At(row.Cells, col)
	if c == nil || text.Blank(c.Text) {
		return nil, ""
	}
	say := func(code finding.Code, what, hint string) {
		r.found.Add(code, finding.At(finding.Place{Sheet: g.Name, Row: row.R, Col: col}), finding.Column(heading), finding.Given(c.Text), finding.Message(what), finding.Hint(hint))
	}
	switch why := sheet.Why(sheet.Veiled(r.book, g, row.R, c).Unseen); {
	case c.Strike == ooxml.Wholly:
		say(finding.StruckPart, "整格加了删除线,未采用", "作数的请去掉删除线,不作数的请清空此格")
		return nil, text.Trim(sheet.Shown(r.book, c, layout.Day))
	case c.Strike == ooxml.Partly:
		say(finding.StruckPart, "划去的文字未计入", "不作数的文字请直接删去;作数的请去掉删除线")
	case why != "":
		say(finding.TextUnseen, why, "请核对这一格是否作数;不作数的请清空,作数的请让它看得见")
	}
	return c, ""
}

// day reads a day; where it is none, what is there comes back as well.
func (r *reader) day(g *ooxml.Grid, row *ooxml.Row, col int, heading string) (day, as string) {
	c, out := r.counts(g, row, col, heading)
	if c == nil {
		return "", out
	}
	if day, ok := sheet.Day(r.book, c); ok {
		return day, ""
	}
	if d, ok := text.ReadDayIn(c.Text, r.year+1); ok && (c.Kind == ooxml.Text || c.Format == ooxml.General) {
		if c.Kind == ooxml.Number { // 4.2, which may have been meant otherwise
			r.found.Add(finding.DateRead, finding.At(finding.Place{Sheet: g.Name, Row: row.R, Col: col}), finding.Column(heading),
				finding.Given(c.Text), finding.Message("读作 "+d.String()))
		}
		return d.String(), ""
	}
	r.odd(g, row, col, heading, c.Text)
	return "", text.Trim(strings.Clone(c.Text))
}

func (r *reader) odd(g *ooxml.Grid, row *ooxml.Row, col int, heading, given string) {
	r.found.Add(finding.DateFormat, finding.At(finding.Place{Sheet: g.Name, Row: row.R, Col: col}), finding.Column(heading),
		finding.Given(given), finding.Expected(fmt.Sprintf("日期,如 %d-03-31 或 3月31日", r.year+1)))
}
