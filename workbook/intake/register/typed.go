package register

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"tianbao/seeds/text"
	"tianbao/templates/xl"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// typedHead begins the heading of a column for what was typed into one of ours.
const typedHead = "手填的"

// typed keeps what a person wrote into the columns that every run writes anew: it goes to
// a column of its own, where it stays.
func (r *reader) typed(row *ooxml.Row, unit string, cols map[string]int) {
	wrote := r.wrote[unit]
	if len(wrote) == 0 {
		return // nothing is known of what stood there
	}
	for _, heading := range headingWords {
		if heading == headUnit || slices.Contains(handWords, heading) {
			continue
		}
		now, was := plainLines(sheet.TextAt(row.Cells, cols[heading])), plainLines(wrote[heading])
		words := now
		if was != "" {
			words = text.Trim(strings.TrimPrefix(now, was))
		}
		if now == was || words == "" {
			continue
		}
		r.keepTyped(unit, heading, strings.Clone(words))
		r.Moved = append(r.Moved, fmt.Sprintf("“%s”的“%s”里手填的“%s”移到了“%s”一列", unit, heading, words, typedHead+heading))
	}
}

// keepTyped puts words into a unit's cell of the column for what was typed.
func (r *reader) keepTyped(unit, heading, words string) {
	at := slices.Index(r.columns, typedHead+heading)
	if at < 0 {
		at = len(r.columns)
		r.columns = append(r.columns, typedHead+heading)
	}
	for len(r.cells[unit]) <= at {
		r.cells[unit] = append(r.cells[unit], cell{})
	}
	c := &r.cells[unit][at]
	if c.text != "" {
		words = c.text + "\n" + words
	}
	c.text, c.number = words, false
}

// plainLines is a text as it compares, however its lines end.
func plainLines(s string) string {
	return text.Trim(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s))
}

// look is the look that a person gave a cell, nothing where it stands as written.
func (r *reader) look(row, col int) xl.Look {
	look := r.seen.At(row, col)
	if look.Fill == xl.HandFill {
		look.Fill = ""
	}
	return look
}

// ownWidth is the width of the clerk's own columns.
const ownWidth = 18

// wide keeps the widths that a person gave to columns.
func (r *reader) wide(cols map[string]int, own []int) {
	const near = 1 // programs write the width of a column they did not change a little otherwise
	keep := func(heading string, col int, usual float64) {
		if w := r.seen.Width(col); col > 0 && w > 0 && math.Abs(w-usual) > near {
			r.widths[heading] = w
		}
	}
	for _, c := range columns(time.Time{}) {
		keep(c.heading, cols[c.heading], c.width)
	}
	for i, col := range own {
		keep(r.columns[i], col, ownWidth)
	}
}
