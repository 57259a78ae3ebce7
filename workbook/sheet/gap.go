package sheet

import (
	"slices"

	"tianbao/seeds/text"
	"tianbao/workbook/ooxml"
)

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
