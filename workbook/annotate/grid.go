package annotate

import (
	"encoding/xml"
	"strconv"
)

// grid is how high the rows and how wide the columns of a sheet are, in pixels: a
// comment's box is placed by them.
type grid struct {
	rows   map[int]int
	cols   []span
	height int
	width  int
	row    int // the last one seen
}

type span struct{ first, last, width int }

func newGrid() *grid { return &grid{rows: map[int]int{}, height: 20, width: 64} }

// look gathers sizes while a sheet is parsed; nothing below the cells is kept.
func (g *grid) look(name string, attrs []xml.Attr) bool {
	switch name {
	case "sheetFormatPr":
		g.height = pixels(attrOf(attrs, "defaultRowHeight"), pointPixels, g.height)
		g.width = pixels(attrOf(attrs, "defaultColWidth"), charPixels, g.width)
	case "col":
		first, _ := strconv.Atoi(attrOf(attrs, "min"))
		last, _ := strconv.Atoi(attrOf(attrs, "max"))
		width := pixels(attrOf(attrs, "width"), charPixels, g.width)
		if attrOf(attrs, "hidden") == "1" || attrOf(attrs, "hidden") == "true" {
			width = 0
		}
		g.cols = append(g.cols, span{first, last, width})
	case "row":
		g.row++
		if r, err := strconv.Atoi(attrOf(attrs, "r")); err == nil {
			g.row = r
		}
		if ht := attrOf(attrs, "ht"); ht != "" {
			g.rows[g.row] = pixels(ht, pointPixels, g.height)
		}
	}
	return name != "sheetData"
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

// box is the anchor of a comment of that size beside a cell, as VML writes it:
// column, offset, row, offset of its corners, from 0.
func (g *grid) box(row, col, width, height int) string {
	top := max(row-1, 1)
	col2, dx := reach(col+1, width+boxGap, g.colWidth, maxCol)
	row2, dy := reach(top, height, g.rowHeight, maxRow)
	return itoa(col) + ", " + itoa(boxGap) + ", " + itoa(top-1) + ", 2, " + itoa(col2-1) + ", " + itoa(dx) + ", " + itoa(row2-1) + ", " + itoa(dy)
}

const (
	boxGap = 15
	maxCol = 16384
	maxRow = 1048576
)

// reach walks so many pixels from a line on.
func reach(from, length int, size func(int) int, most int) (line, rest int) {
	for line = from; line < most; line++ {
		s := size(line)
		if length < s {
			break
		}
		length -= s
	}
	return line, length
}
