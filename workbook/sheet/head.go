package sheet

import (
	"slices"

	"tianbao/seeds/text"
	"tianbao/workbook/ooxml"
)

// Heading is the words of a column's heading or of a label, with others it is known
// by. Dated says that it begins with a year, and that any year is meant.
type Heading struct {
	Text  string
	Also  []string
	Dated bool
}

// Headings are plain headings of those words.
func Headings(words []string) []Heading {
	list := make([]Heading, len(words))
	for i, w := range words {
		list[i].Text = w
	}
	return list
}

// Head is the heading row of a table, as it was found.
type Head struct {
	Row    int          // of the file; 0 where none was found
	Index  int          // into Grid.Rows
	Cells  []ooxml.Cell // of the row, with those merged down into it
	Cols   []int        // by heading: column of the file, 0 where missing
	Second []int        // by heading: a second column of that heading, 0 where none
	Gaps   []int        // by heading: column of the file in the place of a missing one, 0 where none; see FindGaps
	Edited []bool       // by heading: found by other words than its own
	Hits   int
}

// Fits reports whether enough headings are in the row for it to be the table.
func (h *Head) Fits() bool { return h.Row > 0 && h.Hits*2 > len(h.Cols) }

// How far headings are looked for: so many rows from the top, and so many cells of
// each, far more than anybody adds.
const (
	Scanned = 200
	wide    = 256
)

// FindHead finds the row in which most of the headings stand. The first one wins
// a tie; a row with all of them ends the search.
func FindHead(g *ooxml.Grid, headings []Heading) Head {
	best := Head{Cols: make([]int, len(headings))}
	words := labelsOf(headings)
	tall := tallMerges(g)
	for i := 0; i < len(g.Rows) && i < Scanned && best.Hits < len(headings); i++ {
		cells := withMerged(g, i, tall)
		n := 0
		for _, c := range First(cells) {
			if c.Kind == ooxml.Text && len(c.Text) < Longest && words.find(text.Label(c.Text)) >= 0 {
				n++
			}
		}
		if n > best.Hits {
			best.Row, best.Index, best.Cells, best.Hits = g.Rows[i].R, i, cells, n
		}
	}
	if best.Row > 0 {
		best.assign(First(best.Cells), headings, words)
	}
	return best
}

// tallMerges returns the merged cells of several rows among those in which headings
// are looked for.
func tallMerges(g *ooxml.Grid) []ooxml.Range {
	var tall []ooxml.Range
	for _, m := range g.Merges {
		if m.Row2 > m.Row1 && m.Row1 <= Scanned && len(tall) < wide {
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
		if row.R <= m.Row1 || row.R > m.Row2 || TextAt(cells, m.Col1) != "" {
			continue
		}
		for k := i - 1; k >= 0 && g.Rows[k].R >= m.Row1; k-- {
			if c := At(g.Rows[k].Cells, m.Col1); c != nil && g.Rows[k].R == m.Row1 {
				cells, more = append(slices.DeleteFunc(slices.Clone(cells), func(o ooxml.Cell) bool { return o.Col == c.Col }), *c), true
			}
		}
	}
	if more {
		slices.SortStableFunc(cells, func(a, b ooxml.Cell) int { return a.Col - b.Col })
	}
	return cells
}

// First are the cells in which headings are looked for.
func First(cells []ooxml.Cell) []ooxml.Cell { return cells[:min(len(cells), wide)] }

// Longest is more than any heading or label takes.
const Longest = 200

// assign gives each column of the layout its column of the file: first by the
// same words, then what is left by nearly the same.
func (h *Head) assign(cells []ooxml.Cell, headings []Heading, words labels) {
	h.Second = make([]int, len(headings))
	h.Edited = make([]bool, len(headings))
	var strange []int // cells that are no heading as issued
	for i := range cells {
		c := &cells[i]
		switch j := words.find(text.Label(c.Text)); {
		case c.Kind != ooxml.Text || j < 0:
			strange = append(strange, i)
		case h.Cols[j] == 0:
			h.Cols[j] = c.Col
			h.Edited[j] = c.Text != headings[j].Text
		case h.Second[j] == 0:
			h.Second[j] = c.Col
		}
	}
	for j, second := range h.Second { // of two of one heading, the one in its place: the other may be overwritten
		if second != 0 && !h.inPlace(j, h.Cols[j]) && h.inPlace(j, second) {
			h.Cols[j], h.Second[j] = second, h.Cols[j]
		}
	}
	for _, i := range strange {
		if j := h.nearest(text.Label(cells[i].Text), words); j >= 0 && cells[i].Kind == ooxml.Text {
			h.Cols[j], h.Edited[j] = cells[i].Col, true
		}
	}
}

// inPlace reports whether a column is between the neighbours of a column of the
// layout.
func (h *Head) inPlace(j, col int) bool {
	for i, other := range h.Cols {
		if other != 0 && (i < j && other > col || i > j && other < col) {
			return false
		}
	}
	return true
}

// nearest returns the one missing column whose heading is nearly the words, -1
// where there is none or more than one.
func (h *Head) nearest(given string, words labels) int {
	found := -1
	for j := range words {
		if h.Cols[j] == 0 && words.nearly(j, given) {
			if found >= 0 {
				return -1
			}
			found = j
		}
	}
	return found
}

// FindGaps finds the columns of the file that stand where columns are missing: their
// headings were cleared or are other words. What is below such a heading does
// not count, since columns are found by heading, but it is known whose place it has.
func (h *Head) FindGaps(g *ooxml.Grid) {
	cols := h.Cols
	h.Gaps = make([]int, len(cols))
	if len(g.Rows) == 0 {
		return
	}
	for i := 0; i < len(cols); i++ {
		if cols[i] != 0 {
			continue
		}
		j := i
		for j < len(cols) && cols[j] == 0 {
			j++
		}
		if free := h.free(g, i, j); len(free) == j-i {
			copy(h.Gaps[i:], free)
		}
		i = j
	}
	for j, col := range h.Second {
		if slices.Contains(h.Gaps, col) {
			h.Second[j] = 0
		}
	}
}

// free lists the columns of the file between those of the layout around i to j that
// are none of the layout's; where there are more than are missing, or the table ends
// there, only those in which something stands.
func (h *Head) free(g *ooxml.Grid, i, j int) []int {
	from, to := 0, h.lastCol(g)+1
	if i > 0 {
		from = h.Cols[i-1]
	}
	if j < len(h.Cols) {
		to = h.Cols[j]
	}
	var free []int
	for col := from + 1; col < to; col++ {
		if !slices.Contains(h.Cols, col) {
			free = append(free, col)
		}
	}
	if len(free) > j-i || j == len(h.Cols) {
		used := h.used(g, from, to)
		free = slices.DeleteFunc(free, func(col int) bool { return !used[col] })
	}
	return free
}

// lastCol is the last column in which a heading may stand.
func (h *Head) lastCol(g *ooxml.Grid) int {
	cells := First(g.Rows[h.Index].Cells)
	return max(cells[len(cells)-1].Col, slices.Max(h.Cols)+len(h.Cols))
}

// used lists the columns between two in which something stands, the heading or below it.
func (h *Head) used(g *ooxml.Grid, from, to int) map[int]bool {
	used := map[int]bool{}
	for i := h.Index; i < len(g.Rows); i++ {
		for j := range g.Rows[i].Cells {
			if c := &g.Rows[i].Cells[j]; c.Col > from && c.Col < to && !text.Blank(c.Text) {
				used[c.Col] = true
			}
		}
	}
	return used
}
