package ooxml

import (
	"bytes"
	"strconv"
	"strings"

	"tianbao/seeds/finding"
)

// stored is how a cell says that its value is stored: its attribute t.
type stored uint8

const (
	asNumber stored = iota
	asShared
	asText
	asInline
	asBool
	asError
	asDate
)

var storedBy = map[string]stored{"": asNumber, "n": asNumber, "s": asShared, "str": asText,
	"inlineStr": asInline, "b": asBool, "e": asError, "d": asDate}

// content is what a cell element holds.
type content struct {
	as      stored
	style   int
	formula bool
	picture bool   // the formula puts a picture in the cell
	given   bool   // there is a value, be it empty
	before  bool   // beside it lies an inline text that is none of its kind
	inline  bool   // it is in the cell as text
	raw     []byte // of it
	struck  *struckPart
	faint   bool // runs of it are pale or tiny
}

// cell reads a child of a row.
func (s *sheet) cell() {
	x := s.x
	if !s.expect("c") {
		return
	}
	col := s.last + 1
	if v, ok := x.attr("r"); ok {
		row, c, whole := cellRef(v)
		if !whole || row != s.row.R || c < col {
			s.last = c
			x.fail(finding.CellPlace, finding.Given(string(v)))
			return
		}
		col = c
	}
	if s.last = col; col > maxCol {
		x.fail(finding.CellPlace, finding.Given("第 "+strconv.Itoa(col)+" 列"))
		return
	}
	var c content
	c.style, _ = x.index("s")
	t, _ := x.attr("t")
	as, known := storedBy[string(t)]
	if !known {
		x.fail(finding.CellValue, finding.Given("t="+string(t)))
		return
	}
	c.as = as
	for x.child() {
		s.inside(&c)
	}
	if c.before && !c.given && !c.formula {
		x.fail(finding.CellValue, finding.Given("is"))
	}
	if x.err == nil {
		s.take(&c)
	}
}

// inside reads a child of a cell.
func (s *sheet) inside(c *content) {
	x, r := s.x, s.r
	name := x.named(nsMain)
	switch name {
	case "f":
		if c.formula = true; c.given {
			x.skip()
			return
		}
		r.text = x.text(r.text[:0])
		c.picture = pictured(r.text)
		return
	case "v", "is":
		if name == "is" && c.as != asInline { // what the cell held before: excelize leaves it beside the new value
			c.before = true
			x.skip()
			return
		}
		if name == "v" && c.as == asInline && c.inline {
			x.skip() // what older programs are to show
			return
		}
		if c.given && (c.as != asInline || c.inline || name == "v") {
			x.fail(finding.CellValue, finding.Given(name))
			return
		}
		c.given, c.inline = true, name == "is"
	default:
		s.expect("v")
		return
	}
	switch {
	case name == "is":
		r.text = r.rich(x, r.text[:0])
		c.struck, c.faint = r.struckPart(x), r.runs.faint
	case c.as == asText, c.as == asInline:
		r.text = r.escapedText(x, r.text[:0])
	default:
		r.text = trimmed(x.text(r.text[:0]))
	}
	c.raw = r.text
}

// take puts the cell that was read in its place.
func (s *sheet) take(c *content) {
	x, r := s.x, s.r
	if c.style >= len(r.styles) {
		x.fail(finding.CellStyle, finding.Given("s="+strconv.Itoa(c.style)))
		return
	}
	style := r.styles[c.style]
	cell := Cell{Col: s.last, Format: style.format, Locked: style.locked, Unseen: style.unseen, Shape: style.shape}
	textual := c.as == asText || c.as == asInline
	if !c.given || len(c.raw) == 0 && !textual {
		switch {
		case c.picture:
			cell.Kind, cell.Text, cell.Formula = Text, pictureFormula, Cached
			s.put(cell)
		case c.formula:
			cell.Formula = Uncached
			s.put(cell)
		}
		return
	}
	if c.formula && !c.picture {
		if r.stale {
			s.put(Cell{Col: s.last, Format: style.format, Locked: style.locked, Formula: Uncached})
			return
		}
		cell.Formula = Cached
	}
	if s.value(&cell, c) {
		switch {
		case style.light && (c.faint || cell.Shape > 0 && r.shapes[cell.Shape-1].unseen(&cell)):
			cell.Unseen = max(cell.Unseen, PaleRun)
		case s.zerosOff && cell.Kind == Number && strings.Trim(cell.Text, "-+0.") == "":
			cell.Unseen = ZeroOff
		}
		if cell.Kind == Number && len(s.narrow) > 0 && !style.shrunk {
			s.tight(&cell)
		}
		if style.struck || c.struck != nil {
			s.strike(&cell, c.struck, style.struck)
		}
		s.put(cell)
	}
}

// value sets kind and text of a cell that has a value.
func (s *sheet) value(cell *Cell, c *content) bool {
	x, r := s.x, s.r
	fits := true
	switch c.as {
	case asShared:
		i, ok := tableIndex(c.raw)
		if !ok || i >= len(r.strings) {
			return x.fail(finding.CellString, finding.Given(string(c.raw[:min(len(c.raw), 40)])))
		}
		cell.Kind, cell.Text = Text, r.strings[i]
		if part, ok := r.struck[i]; ok {
			c.struck = &part
		}
		c.faint = r.faint[i]
		return true
	case asText, asInline:
		cell.Kind = Text
	case asBool:
		cell.Kind = Bool
		switch string(c.raw) {
		case "true":
			c.raw = []byte("1")
		case "false":
			c.raw = []byte("0")
		case "0", "1":
		default:
			fits = false
		}
	case asError:
		cell.Kind, fits = Error, c.raw[0] == '#'
	case asDate:
		cell.Kind, fits = ISODate, c.raw[0] >= '0' && c.raw[0] <= '9' || c.raw[0] == 'P' || c.raw[0] == '-' // also a duration
	default:
		cell.Kind, fits = Number, numeric(c.raw)
	}
	if !fits {
		return x.fail(finding.CellValue, finding.Given(string(c.raw[:min(len(c.raw), 40)])))
	}
	cell.Text = r.keep(x, c.raw)
	return true
}

// tableIndex reads an index into the string table.
func tableIndex(b []byte) (int, bool) {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' || n > 1<<40 {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, len(b) > 0
}

// numeric reports whether b is a decimal number as XML writes it, with or without
// an exponent.
func numeric(b []byte) bool {
	i, digits := 0, 0
	if i < len(b) && (b[i] == '-' || b[i] == '+') {
		i++
	}
	for ; i < len(b) && b[i] >= '0' && b[i] <= '9'; i++ {
		digits++
	}
	if i < len(b) && b[i] == '.' {
		for i++; i < len(b) && b[i] >= '0' && b[i] <= '9'; i++ {
			digits++
		}
	}
	if digits == 0 || i == len(b) {
		return digits > 0
	}
	if b[i]|0x20 != 'e' {
		return false
	}
	if i++; i < len(b) && (b[i] == '-' || b[i] == '+') {
		i++
	}
	digits = i
	for i < len(b) && b[i] >= '0' && b[i] <= '9' {
		i++
	}
	return i > digits && i == len(b)
}

// rowNumber reads a row number in full; false where it is none that a sheet has.
func rowNumber(b []byte) (int, bool) {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' || n > maxRow {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, n >= 1 && n <= maxRow
}

// column reads the letters at the head of b: the column, 0 where there is none that
// a sheet has, and how many letters it took.
func column(b []byte) (col, n int) {
	for n < len(b) {
		c := b[n] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		if col = col*26 + int(c-'A') + 1; col > maxCol {
			return 0, n
		}
		n++
	}
	return col, n
}

// cellRef reads a reference like B7.
func cellRef(b []byte) (row, col int, ok bool) {
	col, n := column(b)
	row, ok = rowNumber(b[n:])
	return row, col, ok && col > 0
}

// blockRef reads a reference like B7:D9, or one cell as a block.
func blockRef(b []byte) (Range, bool) {
	first, last, two := bytes.Cut(b, []byte(":"))
	if !two {
		last = first
	}
	r1, c1, ok1 := cellRef(first)
	r2, c2, ok2 := cellRef(last)
	return Range{min(r1, r2), min(c1, c2), max(r1, r2), max(c1, c2)}, ok1 && ok2
}
