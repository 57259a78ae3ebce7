package workbook

import (
	"slices"
	"strings"

	"tianbao/workbook/ooxml"
)

// head is the heading row of a table, as it was found.
type head struct {
	row    int          // of the file; 0 where none was found
	index  int          // into Grid.Rows
	cells  []ooxml.Cell // of the row, with those merged down into it
	cols   []int        // by column of the layout: column of the file, 0 where missing
	second []int        // by column of the layout: a second column of that heading, 0 where none
	gaps   []int        // by column of the layout: column of the file in the place of a missing one, 0 where none
	edited []bool
	hits   int
}

// fits reports whether enough headings stand in the row for it to be the table.
func (h *head) fits() bool { return h.row > 0 && h.hits*2 > len(h.cols) }

// How far headings are looked for: so many rows from the top, and so many cells of
// each, far more than anybody adds.
const (
	scanned = 200
	wide    = 256
)

// findHead finds the row in which most of the headings stand. The first one wins
// a tie; a row with all of them ends the search.
func findHead(g *ooxml.Grid, headings []string) head {
	best := head{cols: make([]int, len(headings))}
	labels := make([]string, len(headings))
	for i, h := range headings {
		labels[i] = label(h)
	}
	tall := tallMerges(g)
	for i := 0; i < len(g.Rows) && i < scanned && best.hits < len(headings); i++ {
		cells := withMerged(g, i, tall)
		if n := hits(first(cells), labels); n > best.hits {
			best.row, best.index, best.cells, best.hits = g.Rows[i].R, i, cells, n
		}
	}
	if best.row > 0 {
		best.assign(first(best.cells), headings, labels)
	}
	return best
}

// tallMerges returns the merged cells of several rows among those in which headings
// are looked for.
func tallMerges(g *ooxml.Grid) []ooxml.Range {
	var tall []ooxml.Range
	for _, m := range g.Merges {
		if m.Row2 > m.Row1 && m.Row1 <= scanned && len(tall) < wide {
			tall = append(tall, m)
		}
	}
	return tall
}

// withMerged returns the cells of a row with those of rows above that are merged down
// into it: under a band over some of the headings the others are often two rows high.
func withMerged(g *ooxml.Grid, i int, tall []ooxml.Range) []ooxml.Cell {
	row := &g.Rows[i]
	cells, more := row.Cells, false
	for _, m := range tall {
		if row.R <= m.Row1 || row.R > m.Row2 || textAt(cells, m.Col1) != "" {
			continue
		}
		for k := i - 1; k >= 0 && g.Rows[k].R >= m.Row1; k-- {
			if c := cellAt(g.Rows[k].Cells, m.Col1); c != nil && g.Rows[k].R == m.Row1 {
				cells, more = append(slices.DeleteFunc(slices.Clone(cells), func(o ooxml.Cell) bool { return o.Col == c.Col }), *c), true
			}
		}
	}
	if more {
		slices.SortStableFunc(cells, func(a, b ooxml.Cell) int { return a.Col - b.Col })
	}
	return cells
}

func first(cells []ooxml.Cell) []ooxml.Cell { return cells[:min(len(cells), wide)] }

// longest is more than any heading or label takes.
const longest = 200

// hits counts the cells that are headings.
func hits(cells []ooxml.Cell, labels []string) int {
	n := 0
	for i := range cells {
		if c := &cells[i]; c.Kind == ooxml.Text && len(c.Text) < longest && indexOf(labels, label(c.Text)) >= 0 {
			n++
		}
	}
	return n
}

func indexOf(list []string, s string) int {
	for i := range list {
		if list[i] == s {
			return i
		}
	}
	return -1
}

// assign gives each column of the layout its column of the file: first by the
// same words, then what is left by nearly the same.
func (h *head) assign(cells []ooxml.Cell, headings, labels []string) {
	h.second = make([]int, len(headings))
	h.edited = make([]bool, len(headings))
	var strange []int // cells that are no heading as issued
	for i := range cells {
		c := &cells[i]
		switch j := indexOf(labels, label(c.Text)); {
		case c.Kind != ooxml.Text || j < 0:
			strange = append(strange, i)
		case h.cols[j] == 0:
			h.cols[j] = c.Col
			h.edited[j] = c.Text != headings[j]
		case h.second[j] == 0:
			h.second[j] = c.Col
		}
	}
	h.order()
	for _, i := range strange {
		if j := h.nearest(label(cells[i].Text), labels); j >= 0 && cells[i].Kind == ooxml.Text {
			h.cols[j], h.edited[j] = cells[i].Col, true
		}
	}
}

// order takes, of two columns of one heading, the one that stands in its place: the
// other may be a column whose heading was overwritten.
func (h *head) order() {
	for j, second := range h.second {
		if second != 0 && !h.inPlace(j, h.cols[j]) && h.inPlace(j, second) {
			h.cols[j], h.second[j] = second, h.cols[j]
		}
	}
}

// inPlace reports a column that stands between the neighbours of a column of the
// layout.
func (h *head) inPlace(j, col int) bool {
	for i, other := range h.cols {
		if other != 0 && (i < j && other > col || i > j && other < col) {
			return false
		}
	}
	return true
}

// nearest returns the one missing column whose heading is nearly the words, -1
// where there is none or more than one.
func (h *head) nearest(words string, labels []string) int {
	found := -1
	for j := range labels {
		if h.cols[j] == 0 && nearly(words, labels[j]) {
			if found >= 0 {
				return -1
			}
			found = j
		}
	}
	return found
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
