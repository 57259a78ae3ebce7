package templates

import (
	"strconv"

	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// leastLines is the height of a row without long text: room for two lines.
const leastLines = 2

// lines is how many lines the longest text of a row takes, its 自检 included.
func (t *table) lines(r *layout.Row, check string) int {
	most := max(leastLines, t.linesOf(check, t.form.Columns[t.form.Index(layout.SelfCheck)].Width))
	for i := range t.form.Columns {
		if text := t.text(t.form, r, i); len(text) > 0 {
			most = max(most, t.linesOf(text, t.form.Columns[i].Width))
		}
	}
	return most + most/tallMore
}

// tallMore: a row of so many lines is a line higher, for fonts that stand in for the body
// font have higher lines.
const tallMore = 12

// linesOf is the lines of a text in a table's column, worked out once for a text
// that is in many workbooks.
func (b *Builder) linesOf(text string, width float64) int {
	if len(text) <= shortText {
		return xl.Lines(text, width, tableSize)
	}
	key := strconv.Itoa(int(width)) + text
	if n, ok := b.wrapped.Load(key); ok {
		return n.(int)
	}
	n := xl.Lines(text, width, tableSize)
	b.wrapped.Store(key, n)
	return n
}

// shortText is the length in bytes up to which remembering costs more than counting.
const shortText = 40

// mostRows is how many rows of a sheet a row may take. A sheet's row ends at 409
// points; text that needs more goes on over the rows below it.
const mostRows = 8

// stretch sets the height of the row just written at n, and joins the cells that
// are not to fill with rows below where one row does not show all of their text.
// It returns how many rows that takes.
func (t *table) stretch(r *layout.Row, n, lines int) int {
	most := xl.MaxLines(tableSize)
	rows := min((lines+most-1)/most, mostRows)
	if rows == 1 {
		t.sheet.Grow(n, xl.RowHeight(lines, tableSize))
		return 1
	}
	for i := range rows {
		t.sheet.Height(n+i, xl.RowHeight((lines+rows-1)/rows, tableSize))
	}
	for i := range t.form.Columns {
		look := t.looks.absent
		if r.Modes[i] != layout.Open {
			look = t.looks.check
			t.sheet.Merge(xl.Range{Row1: n, Col1: i + 1, Row2: n + rows - 1, Col2: i + 1})
		}
		for below := n + 1; below < n+rows; below++ {
			t.sheet.Blank(below, i+1, look)
		}
	}
	return rows
}
