package sheet

import (
	"strings"
	"unicode/utf8"

	"tianbao/seeds/text"
	"tianbao/workbook/ooxml"
)

// Label is where a label stands, Row 0 where it does not.
type Label struct {
	Row, Index int    // of the file; into Grid.Rows
	Col, Cell  int    // of the file; into Row.Cells
	Inside     string // the value, where it is in the label's own cell
	Edited     bool
}

// FindLabels finds the labels of a form. A label may have its value in the same
// cell, after a colon.
func FindLabels(g *ooxml.Grid, headings []Heading) []Label {
	found, words := make([]Label, len(headings)), labelsOf(headings)
	for i := range g.Rows {
		for j := range g.Rows[i].Cells {
			c := &g.Rows[i].Cells[j]
			if c.Kind != ooxml.Text || len(c.Text) > 300 {
				continue
			}
			at := Label{Row: g.Rows[i].R, Index: i, Col: c.Col, Cell: j}
			label := text.Label(c.Text)
			k := words.find(label)
			if k < 0 {
				k, at.Inside = labelWithin(c.Text, words)
			}
			if k < 0 {
				base, _, _ := strings.Cut(label, "(") // 填报人(签字)
				k = words.find(base)
			}
			if k >= 0 && found[k].Row == 0 {
				at.Edited = at.Inside == "" && c.Text != headings[k].Text
				found[k] = at
			}
		}
	}
	return found
}

// labelWithin splits 填报人:张三.
func labelWithin(s string, words labels) (k int, value string) {
	i := strings.IndexFunc(s, func(r rune) bool { return text.HalfRune(r) == ':' })
	if i < 0 {
		return -1, ""
	}
	_, colon := utf8.DecodeRuneInString(s[i:])
	if value = s[i+colon:]; text.Blank(value) {
		return -1, ""
	}
	return words.find(text.Label(s[:i])), value
}
