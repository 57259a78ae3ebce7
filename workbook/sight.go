package workbook

import (
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// fromSight reads the report code that people see: on the cover, else in a footer,
// else wherever the cover was copied to.
func fromSight(b *ooxml.Book) *vote {
	cover := layout.SheetOf(layout.Cover).Name
	for _, g := range b.Sheets {
		if text.Key(g.Name) == cover {
			if v := codeOn(g, false); v != nil {
				return v
			}
		}
	}
	for _, g := range b.Sheets {
		if id, ok := codeIn(footerText(g.Footer)); ok {
			return &vote{id: id, place: finding.Place{Sheet: g.Name}}
		}
	}
	for _, g := range b.Sheets {
		if text.Key(g.Name) != cover && !strings.HasPrefix(text.Key(g.Name), layout.StampSheet) {
			if v := codeOn(g, true); v != nil {
				return v
			}
		}
	}
	return nil
}

// written is a cell where a report code belongs, and what is there.
type written struct {
	place finding.Place
	given string
}

// brokenCode returns the cell beside the label of the report code on the cover where
// no code is on it: cleared, or mistyped; nil where one does, or the label is
// gone as well.
func brokenCode(b *ooxml.Book) *written {
	for _, g := range b.Sheets {
		if text.Key(g.Name) != layout.SheetOf(layout.Cover).Name || codeOn(g, false) != nil {
			continue
		}
		for i := range g.Rows {
			cells := g.Rows[i].Cells
			for j := range cells {
				if !text.MayName(cells[j].Text, layout.CoverCode) || text.Label(cells[j].Text) != layout.CoverCode {
					continue
				}
				w := &written{finding.Place{Sheet: g.Name, Row: g.Rows[i].R, Col: cells[j].Col + 1}, finding.Nothing}
				if c := afterLabel(cells, j); c.Col > 0 {
					w.place.Col, w.given = c.Col, c.Text
				}
				return w
			}
		}
	}
	return nil
}

// report says that the stamp on the cover is lost.
func (w *written) report(found *finding.List, code string) {
	what := "填报码有误,已按其余标识确认单位和年度"
	if w.given == finding.Nothing {
		what = "填报码空着,已按其余标识确认单位和年度"
	}
	found.Add(finding.StampMissing, finding.At(w.place), finding.Given(w.given),
		finding.Expected(code), finding.Message(what), finding.Hint("请恢复这一格原来的填报码"))
}

// footerText is a footer without its codes: &L, &R, &8, &"Arial,Bold".
func footerText(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	var b strings.Builder
	for i, part := range strings.Split(s, "&") {
		switch {
		case i == 0 || part == "":
		case part[0] == '"':
			_, part, _ = strings.Cut(part[1:], "\"")
		case text.Digit(part[0]):
			part = strings.TrimLeft(part, "0123456789")
		default:
			part = part[1:]
		}
		b.WriteString(part + " ")
	}
	return b.String()
}

// codeOn finds a report code on a sheet; with labelled only one that is beside
// its label, since lists of returns show the codes of many.
func codeOn(g *ooxml.Grid, labelled bool) *vote {
	for i := range g.Rows {
		for j := range g.Rows[i].Cells {
			c := &g.Rows[i].Cells[j]
			if c.Kind != ooxml.Text || labelled && !besideLabel(g.Rows[i].Cells, j) {
				continue
			}
			if id, ok := codeIn(c.Text); ok {
				return &vote{id: id, place: finding.Place{Sheet: g.Name, Row: g.Rows[i].R, Col: c.Col}}
			}
		}
	}
	return nil
}

// besideLabel reports whether a cell, or the one before it, names the report code.
func besideLabel(cells []ooxml.Cell, i int) bool {
	const words = layout.CoverCode
	if text.MayName(cells[i].Text, words) && strings.HasPrefix(text.Label(cells[i].Text), words) {
		return true
	}
	return i > 0 && text.MayName(cells[i-1].Text, words) && text.Label(cells[i-1].Text) == words
}

// codeIn finds a report code within a text; its check character vouches for it.
func codeIn(words string) (id layout.Identity, ok bool) {
	dashes := 0
	for _, r := range words {
		if text.Mark(r) == '-' {
			dashes++
		}
	}
	if dashes < 5 {
		return id, false
	}
	for word := range strings.FieldsFuncSeq(strings.ToUpper(text.Key(words)), func(r rune) bool {
		return r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z')
	}) {
		if id, err := layout.ParseCode(strings.Trim(word, "-")); err == nil {
			return id, true
		}
	}
	return id, false
}
