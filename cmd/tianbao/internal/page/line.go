package page

import (
	"fmt"
	"strings"
)

// Line is the years of an indicator as a small drawing: what was reported, and the
// straight way from the base to the target, both in the coordinates of the drawing.
type Line struct {
	Width, Height int
	Points        string // of what was reported
	Dots          []Dot
	Path          string // of the way to the target, "" where there is none
	Words         string // what the drawing shows, for those who do not see it
}

// Dot is one reported year.
type Dot struct {
	X, Y string
	Last bool
}

// Mark is a value of a year.
type Mark struct {
	Year  int
	Value float64
}

const (
	lineWidth  = 160
	lineHeight = 36
	lineEdge   = 5
)

// draw makes the drawing of the marks between two years; way is base and target,
// nil where they are not known. Nothing can be drawn of fewer than two years.
func draw(first, last int, marks, way []Mark, words string) *Line {
	if len(marks) < 2 || last <= first {
		return nil
	}
	low, high := marks[0].Value, marks[0].Value
	for _, list := range [][]Mark{marks, way} {
		for _, m := range list {
			low, high = min(low, m.Value), max(high, m.Value)
		}
	}
	if high == low {
		low, high = low-1, high+1
	}
	at := func(m Mark) (x, y string) {
		return place(float64(m.Year-first)/float64(last-first), lineWidth), place((high-m.Value)/(high-low), lineHeight)
	}
	l := &Line{Width: lineWidth, Height: lineHeight, Words: words}
	points := make([]string, len(marks))
	for i, m := range marks {
		x, y := at(m)
		points[i] = x + "," + y
		l.Dots = append(l.Dots, Dot{x, y, i == len(marks)-1})
	}
	l.Points = strings.Join(points, " ")
	for _, m := range way {
		x, y := at(m)
		l.Path += x + "," + y + " "
	}
	l.Path = strings.TrimSpace(l.Path)
	return l
}

// place is a share of an edge in the coordinates of the drawing.
func place(share float64, edge int) string {
	return fmt.Sprintf("%.1f", lineEdge+share*float64(edge-2*lineEdge))
}
