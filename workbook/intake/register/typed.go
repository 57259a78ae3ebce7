package register

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// typedHead begins the heading of a column for what was typed into one of ours.
const typedHead = "手填的"

// typed keeps what a person wrote into the columns that every run writes anew: it goes to
// a column of its own, where it stays.
func (r *reader) typed(row *ooxml.Row, unit string, cols map[string]int) {
	wrote := r.wrote[unit]
	if len(wrote) == 0 {
		return // nothing is known of what stood there
	}
	for _, heading := range headingWords {
		if heading == headUnit || slices.Contains(handWords, heading) {
			continue
		}
		now, was := plainLines(sheet.TextAt(row.Cells, cols[heading])), plainLines(wrote[heading])
		words := now
		if was != "" {
			words = text.Trim(strings.TrimPrefix(now, was))
		}
		if now == was || words == "" {
			continue
		}
		r.keepTyped(unit, heading, strings.Clone(words))
		r.Moved = append(r.Moved, fmt.Sprintf("“%s”的“%s”里手填的“%s”移到了“%s”一列", unit, heading, words, typedHead+heading))
	}
}

// keepTyped puts words into a unit's cell of the column for what was typed.
func (r *reader) keepTyped(unit, heading, words string) {
	at := slices.Index(r.columns, typedHead+heading)
	if at < 0 {
		at = len(r.columns)
		r.columns = append(r.columns, typedHead+heading)
	}
	for len(r.cells[unit]) <= at {
		r.cells[unit] = append(r.cells[unit], cell{})
	}
	c := &r.cells[unit][at]
	if c.text != "" {
		words = c.text + "\n" + words
	}
	c.text, c.number = words, false
}

// plainLines is a text as it compares, however its lines end.
func plainLines(s string) string {
	return text.Trim(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s))
}

// look is the look that a person gave a cell, nothing where it stands as written.
func (r *reader) look(row, col int) xl.Look {
	look := r.seen.At(row, col)
	if look.Fill == xl.HandFill {
		look.Fill = ""
	}
	return look
}

// ownWidth is the width of the clerk's own columns.
const ownWidth = 18

// wide keeps the widths that a person gave to columns.
func (r *reader) wide(cols map[string]int, own []int) {
	const near = 1 // programs write the width of a column they did not change a little otherwise
	keep := func(heading string, col int, usual float64) {
		if w := r.seen.Width(col); col > 0 && w > 0 && math.Abs(w-usual) > near {
			r.widths[heading] = w
		}
	}
	for _, c := range columns(time.Time{}) {
		keep(c.heading, cols[c.heading], c.width)
	}
	for i, col := range own {
		keep(r.columns[i], col, ownWidth)
	}
}

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
