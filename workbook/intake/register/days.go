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
	c := sheet.At(row.Cells, col)
	if c == nil || c.Kind != ooxml.Text || c.Strike == ooxml.Wholly {
		day, as := r.day(g, row, col, headReminded)
		return day + as
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

// day reads a day; where it is none, what is there comes back as well.
func (r *reader) day(g *ooxml.Grid, row *ooxml.Row, col int, heading string) (day, as string) {
	c := sheet.At(row.Cells, col)
	if c == nil || text.Blank(c.Text) {
		return "", ""
	}
	if c.Strike == ooxml.Wholly {
		r.found.Add(finding.DateFormat, finding.At(finding.Place{Sheet: g.Name, Row: row.R, Col: col}), finding.Column(heading), finding.Given(c.Text),
			finding.Message("整格加了删除线,未采用"), finding.Hint("作数的请去掉删除线,不作数的请清空此格"))
		return "", text.Trim(sheet.Shown(r.book, c, layout.Day))
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
