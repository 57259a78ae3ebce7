package xl

import (
	"slices"
	"sort"
	"strings"
)

// search returns where a row stands or belongs.
func (s *Sheet) search(n int) int {
	return sort.Search(len(s.rows), func(i int) bool { return s.rows[i].r >= n })
}

// insert makes room for a row. Rows mostly come in order, with as many cells as
// the row before.
func (s *Sheet) insert(at, n int) {
	width := 0
	if at > 0 {
		width = len(s.rows[at-1].cells)
	}
	if s.drawn != nil {
		s.rows = append(s.rows, row{r: n, cells: s.drawn.room[:0]})
		return
	}
	s.rows = slices.Insert(s.rows, at, row{r: n, cells: make([]cell, 0, width)})
}

// used returns the block of cells that are set, A1 where there are none.
func (s *Sheet) used() Range {
	u := Range{Row1: 1, Col1: 1, Row2: 1, Col2: 1}
	first := true
	if s.drawn != nil && s.drawn.reach.Row1 > 0 {
		u, first = s.drawn.reach, false
	}
	for i := range s.rows {
		cells := s.rows[i].cells
		if len(cells) == 0 {
			continue
		}
		from, to := int(cells[0].col), int(cells[len(cells)-1].col)
		if first {
			u, first = Range{s.rows[i].r, from, s.rows[i].r, to}, false
			continue
		}
		u.Row2, u.Col1, u.Col2 = s.rows[i].r, min(u.Col1, from), max(u.Col2, to)
	}
	return u
}

func stripEquals(formula string) string { return strings.TrimPrefix(formula, "=") }
