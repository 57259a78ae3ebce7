package sheet

import (
	"slices"
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

// labels are the words that each heading is known by, as they are compared.
type labels []label

type label struct {
	words []string
	dated bool
}

func labelsOf(headings []Heading) labels {
	list := make(labels, len(headings))
	words := make([]string, len(headings))
	for i, h := range headings {
		words[i] = text.Label(h.Text)
		list[i] = label{words[i : i+1 : i+1], h.Dated}
		for _, also := range h.Also {
			list[i].words = append(list[i].words, text.Label(also))
		}
	}
	return list
}

// find returns the heading of those words, -1 where there is none: one of just these
// before one of any year.
func (l labels) find(words string) int {
	for i := range l {
		if w := l[i].words; w[0] == words || len(w) > 1 && slices.Contains(w[1:], words) {
			return i
		}
	}
	bare, dated := withoutYear(words)
	if !dated {
		return -1
	}
	return slices.IndexFunc(l, func(l label) bool { return l.dated && l.is(func(own string) bool { return own == bare }) })
}

// nearly reports whether the words are nearly those of a heading.
func (l labels) nearly(i int, words string) bool {
	if slices.ContainsFunc(l[i].words, func(own string) bool { return nearly(words, own) }) {
		return true
	}
	bare, dated := withoutYear(words)
	return dated && l[i].dated && l[i].is(func(own string) bool { return nearly(bare, own) })
}

// is reports whether one of the label's words, without their year, is what is asked for.
func (l label) is(wanted func(string) bool) bool {
	return slices.ContainsFunc(l.words, func(w string) bool {
		own, _ := withoutYear(w)
		return wanted(own)
	})
}

// withoutYear takes the year off the start of a heading.
func withoutYear(words string) (rest string, dated bool) {
	if year, rest, ok := strings.Cut(words, "年"); ok && len(year) == 4 && strings.Trim(year, "0123456789") == "" {
		return rest, true
	}
	return words, false
}

// nearly reports whether a heading is another with a remark in brackets after it,
// or with one character more, less or other. Years must be the same.
func nearly(given, want string) bool {
	if given == want {
		return true
	}
	if base, _, ok := strings.Cut(given, "("); ok && base == want {
		return true
	}
	if base, _, ok := strings.Cut(want, "("); ok && base == given {
		return true
	}
	if digitsOf(given) != digitsOf(want) {
		return false
	}
	a, b := []rune(given), []rune(want)
	return len(b) >= 4 && oneEdit(a, b)
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// oneEdit reports whether one insertion, deletion or replacement makes a of b.
func oneEdit(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 0:
		return i == len(a) || string(a[i+1:]) == string(b[i+1:])
	case 1:
		return string(a[i:]) == string(b[i+1:])
	}
	return false
}

// At finds the cell of a row in a column; nil where nothing stands.
func At(cells []ooxml.Cell, col int) *ooxml.Cell {
	for i := range cells {
		if cells[i].Col == col {
			return &cells[i]
		}
	}
	return nil
}

// TextAt returns the text of the cell of a row in a column.
func TextAt(cells []ooxml.Cell, col int) string {
	if c := At(cells, col); c != nil {
		return c.Text
	}
	return ""
}

// TextIn returns what is in a cell of a sheet, "" where nothing.
func TextIn(g *ooxml.Grid, row, col int) string {
	if r := g.Row(row); r != nil {
		return TextAt(r.Cells, col)
	}
	return ""
}

// RightOf returns the text of the cell right beside cell i of the row.
func RightOf(cells []ooxml.Cell, i int) string {
	if i+1 < len(cells) && cells[i+1].Col == cells[i].Col+1 {
		return cells[i+1].Text
	}
	return ""
}
