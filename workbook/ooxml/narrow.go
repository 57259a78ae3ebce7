package ooxml

import (
	"slices"
	"strings"

	"tianbao/seeds/text"
)

// A number for which its column is too narrow is shown as ####.

// thin is a run of columns of a width, in characters.
type thin struct {
	first, last int
	width       float64
}

const (
	roomy      = 24.0    // a column of this width holds any number
	mostTight  = 4096    // cells that are remembered
	mostShown  = 1 << 16 // numbers with a format that are looked at: a return has fewer
	shortForm  = 6       // what a number of no format is shortened to: 1E+08
	usualSlack = 1.2     // letters may be smaller than the usual ones
)

// tight remembers a cell whose number its column cannot show. It leaves a margin: fonts differ.
func (s *sheet) tight(c *Cell) {
	i := slices.IndexFunc(s.narrow, func(n thin) bool { return n.first <= c.Col && c.Col <= n.last })
	if i < 0 || len(s.g.tight) >= mostTight {
		return
	}
	room := s.narrow[i].width*usualSlack + 1
	if float64(len(c.Text)) <= room && c.Shape == 0 {
		return
	}
	needed := 0
	if c.Shape > 0 {
		if s.shown++; s.shown > mostShown {
			return
		}
		look, _ := s.r.shapes[c.Shape-1].show(c.Text, false)
		for _, r := range text.Trim(look.Text) {
			if needed++; r >= 0x2e80 {
				needed++
			}
		}
	} else {
		whole, _, _ := strings.Cut(c.Text, ".")
		needed = min(len(whole), shortForm)
	}
	if float64(needed) > room {
		s.g.tight = append(s.g.tight, [2]int{s.row.R, c.Col})
	}
}

// Tight reports whether a cell shows #### in place of its number; not one of merged cells, which have
// more room.
func (g *Grid) Tight(row, col int) bool {
	return slices.Contains(g.tight, [2]int{row, col}) && !slices.ContainsFunc(g.Merges, func(m Range) bool { return m.Has(row, col) })
}
