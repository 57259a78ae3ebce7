package annotate

import (
	"tianbao/seeds/finding"
	"tianbao/seeds/markup"
	"tianbao/templates/xl"

	"slices"
	"strconv"
	"strings"
)

// grid is how high the rows and how wide the columns of a sheet are, in pixels: a
// comment's box is placed by them. It also finds the cells that are marked.
type grid struct {
	rows   map[int]int
	cols   []span
	merges int // so far
	height int
	width  int
	row    int // the last one seen
	col    int
	marked map[[2]int]*markup.Node // cells to mark: nil until found
	behind map[[2]int]bool         // of these, those that lie behind the first of merged ones
}

type span struct{ first, last, width int }

func newGrid(marks []mark) *grid {
	g := &grid{rows: map[int]int{}, height: 20, width: 64, marked: map[[2]int]*markup.Node{}, behind: map[[2]int]bool{}}
	for _, m := range marks {
		g.marked[m.at()] = nil
	}
	return g
}

// look gathers sizes while a sheet is parsed. Of what is kept, only the formats and the
// views have elements that matter.
func (g *grid) look(n *markup.Node, depth int) bool {
	switch n.Name {
	case "sheetFormatPr":
		g.height = pixels(n.Attr("defaultRowHeight"), pointPixels, g.height)
		g.width = pixels(n.Attr("defaultColWidth"), charPixels, g.width)
	case "col":
		if len(g.cols) == maxCol {
			break
		}
		first, _ := strconv.Atoi(n.Attr("min"))
		last, _ := strconv.Atoi(n.Attr("max"))
		width := pixels(n.Attr("width"), charPixels, g.width)
		if n.Attr("hidden") == "1" || n.Attr("hidden") == "true" {
			width = 0
		}
		g.cols = append(g.cols, span{first, last, width})
	case "row":
		g.row, g.col = g.row+1, 0
		if r, err := strconv.Atoi(n.Attr("r")); err == nil {
			g.row = r
		}
		if ht := n.Attr("ht"); ht != "" {
			g.rows[g.row] = pixels(ht, pointPixels, g.height)
		}
	case "mergeCell":
		g.merge(n.Attr("ref"))
	case "c":
		g.col++
		if _, col := finding.ReadCell(n.Attr("r")); col > 0 {
			g.col = col
		}
		at := [2]int{g.row, g.col}
		if _, wanted := g.marked[at]; wanted {
			found := *n
			found.Attrs = slices.Clone(n.Attrs)
			g.marked[at] = &found
		}
	}
	return depth == 0 || depth == 1 && (n.Name == "conditionalFormatting" || n.Name == "sheetViews")
}

const (
	pointPixels = 4.0 / 3 // a point
	charPixels  = 8.0     // a character of a column's width, by the font of our workbooks
)

func pixels(text string, each float64, otherwise int) int {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || v < 0 || v > 1e4 {
		return otherwise
	}
	return int(v * each)
}

// merge notes the cells to mark that lie in a block of merged ones and are not its first.
func (g *grid) merge(ref string) {
	const most = 4096 // a return has none of its own
	if g.merges++; g.merges > most {
		return
	}
	first, last, _ := strings.Cut(ref, ":")
	row, col := finding.ReadCell(first)
	toRow, toCol := finding.ReadCell(last)
	for at := range g.marked {
		if row <= at[0] && at[0] <= toRow && col <= at[1] && at[1] <= toCol && at != [2]int{row, col} {
			g.behind[at] = true
		}
	}
}

func (g *grid) rowHeight(row int) int {
	if h, ok := g.rows[row]; ok {
		return h
	}
	return g.height
}

func (g *grid) colWidth(col int) int {
	for _, s := range g.cols {
		if col >= s.first && col <= s.last {
			return s.width
		}
	}
	return g.width
}

// box is the anchor of a comment's box beside its cell, as large as its text, as VML
// writes it: column, offset, row, offset of its corners, from 0.
func (g *grid) box(m *mark) string {
	top := max(m.row-1, 1)
	col2, dx := reach(m.col+1, boxChars*charPixels+boxGap, g.colWidth, maxCol)
	row2, dy := reach(top, boxMargin+xl.Lines(m.text(), boxChars, boxSize)*boxLine, g.rowHeight, maxRow)
	return itoa(m.col) + ", " + itoa(boxGap) + ", " + itoa(top-1) + ", 2, " + itoa(col2-1) + ", " + itoa(dx) + ", " + itoa(row2-1) + ", " + itoa(dy)
}

const (
	boxGap = 15
	maxCol = 16384
	maxRow = 1048576
)

// mostReach is over how many lines a box may stretch: many may have no height.
const mostReach = 500

// reach walks so many pixels from a line on.
func reach(from, length int, size func(int) int, most int) (line, rest int) {
	most = min(most, from+mostReach)
	for line = from; line < most; line++ {
		s := size(line)
		if length < s {
			break
		}
		length -= s
	}
	return line, length
}
