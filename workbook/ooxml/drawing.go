package ooxml

import (
	"strconv"
	"strings"
)

// drawing is the reading of the shapes over a sheet.
type drawing struct {
	r     *Reader
	scan  *scanner
	g     *Grid
	open  []string // elements, from the outside
	words []byte
	note  Note
	shape bool
	apart bool // hidden
	anchor
}

// anchor says where a shape lies: from a cell, or a point, to a cell or as far as its size.
type anchor struct {
	row, col, toRow, toCol int   // from 1; 0 where not given
	y, x, toY, toX         int64 // within the cells
	height, width          int64
}

// readDrawing reads the shapes of a drawing: where each lies, and the words in it.
// Alternatives for other programs are read as well: words in any of them are words.
func (r *Reader) readDrawing(x *scanner, g *Grid) {
	d := drawing{r: r, scan: x, g: g}
	for x.err == nil {
		switch x.next() {
		case atStop:
			return
		case atStart:
			d.open = append(d.open, string(x.local))
			d.start()
		case atText:
			d.text()
		case atEnd:
			if len(d.open) == 0 {
				return
			}
			last := d.open[len(d.open)-1]
			d.open = d.open[:len(d.open)-1]
			if isAnchor(last) {
				d.end()
			}
		}
	}
}

func isAnchor(name string) bool {
	return strings.HasSuffix(name, "CellAnchor") || name == "absoluteAnchor"
}

// within is the name of the element around the present one.
func (d *drawing) within() string {
	if len(d.open) < 2 {
		return ""
	}
	return d.open[len(d.open)-2]
}

func (d *drawing) start() {
	switch name := d.open[len(d.open)-1]; name {
	case "oneCellAnchor", "twoCellAnchor", "absoluteAnchor":
		d.note, d.shape, d.apart, d.words, d.anchor = Note{}, false, false, d.words[:0], anchor{}
	case "sp", "cxnSp", "graphicFrame":
		d.shape, d.note.Kind = true, TextBox
	case "cNvPr":
		if hidden, _ := d.scan.attr("hidden"); string(hidden) == "1" {
			d.apart = true
		}
	case "pic":
		d.shape, d.note.Kind = true, Picture
	case "p":
		if len(d.words) > 0 {
			d.words = append(d.words, '\n')
		}
	case "pos":
		if isAnchor(d.within()) {
			d.row, d.col, d.y, d.x = 1, 1, d.length("y"), d.length("x")
		}
	case "ext":
		if isAnchor(d.within()) {
			d.height, d.width = d.length("cy"), d.length("cx")
		}
	}
}

// length is an attribute that measures, in EMU; 0 where it is none that can be.
func (d *drawing) length(name string) int64 {
	v, _ := d.scan.attr(name)
	return emu(v)
}

func emu(b []byte) int64 {
	const most = 1 << 40
	n, err := strconv.ParseInt(string(trimmed(b)), 10, 64)
	if err != nil || n < 0 || n > most {
		return 0
	}
	return n
}

// text takes text of a drawing: where an anchor begins and ends, words of a shape.
func (d *drawing) text() {
	if len(d.open) == 0 {
		return
	}
	switch last, around := d.open[len(d.open)-1], d.within(); {
	case last == "t":
		d.words = d.scan.appendData(d.words)
		if len(d.words) > 2*d.scan.lim.Text {
			d.scan.tooLong()
		}
	case around == "from":
		d.place(last, &d.row, &d.col, &d.y, &d.x)
	case around == "to":
		d.place(last, &d.toRow, &d.toCol, &d.toY, &d.toX)
	}
}

func (d *drawing) place(name string, row, col *int, y, x *int64) {
	switch name {
	case "row":
		*row = anchorAt(d.scan.appendData(nil))
	case "col":
		*col = anchorAt(d.scan.appendData(nil))
	case "rowOff":
		*y = emu(d.scan.appendData(nil))
	case "colOff":
		*x = emu(d.scan.appendData(nil))
	}
}

func anchorAt(b []byte) int {
	n, err := strconv.Atoi(string(trimmed(b)))
	if err != nil || n < 0 || n >= maxRow {
		return 0
	}
	return n + 1
}

// end adds the note that an anchor holds.
func (d *drawing) end() {
	switch d.note.Text = d.r.keep(d.scan, d.words); {
	case strings.TrimSpace(d.note.Text) != "":
		d.note.Kind = TextBox
	case d.note.Kind == TextBox:
		d.note.Kind, d.note.Text = Drawn, ""
	}
	if !d.shape || d.apart && d.note.Kind == Drawn {
		return
	}
	d.note.Over = d.over(d.g)
	d.note.Row, d.note.Col = d.note.Over.Row1, d.note.Over.Col1
	d.r.note(d.scan, d.g, d.note)
}

const (
	emuPoint  = 12700 // EMU of a point
	emuLetter = 7 * 9525
	usualRow  = 15       // points of a row that has no height of its own
	usualCol  = 9        // characters of a column that has no width of its own
	sliver    = 5 * 9525 // of a cell no more than this is not covered
)

// over are the cells that a shape lies on. One that goes to a cell lies on it where it
// covers more than a sliver of it.
func (a *anchor) over(g *Grid) Range {
	if a.row == 0 || a.col == 0 {
		return Range{}
	}
	at := Range{Row1: a.row, Col1: a.col, Row2: a.toRow, Col2: a.toCol}
	if a.toRow == 0 || a.toCol == 0 {
		at.Row1, at.Row2 = cover(a.row, a.y, a.height, maxRow, g.height)
		at.Col1, at.Col2 = cover(a.col, a.x, a.width, maxCol, g.width)
		return at
	}
	if a.toY <= sliver {
		at.Row2--
	}
	if a.toX <= sliver {
		at.Col2--
	}
	at.Row2, at.Col2 = max(at.Row1, at.Row2), max(at.Col1, at.Col2)
	return at
}

// cover walks over rows or columns from one on, and returns the first and the last that
// a shape lies on: it begins off from there and is long.
func cover(from int, off, long int64, most int, size func(int) int64) (first, last int) {
	first = from
	for first < most && off >= size(first) {
		off -= size(first)
		first++
	}
	last = first
	for rest := off + long - size(last); rest > sliver && last < most; {
		last++
		rest -= size(last)
	}
	return first, last
}

// height is that of a row, in EMU.
func (g *Grid) height(row int) int64 {
	if r := g.Row(row); r != nil && r.points != 0 {
		return int64(r.points * emuPoint)
	}
	return usualRow * emuPoint
}

// width is that of a column, in EMU.
func (g *Grid) width(col int) int64 {
	for _, c := range g.wide {
		if c.first <= col && col <= c.last {
			return int64(c.width * emuLetter)
		}
	}
	return usualCol * emuLetter
}
