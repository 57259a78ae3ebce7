package workbook

import (
	"encoding/binary"
	"iter"
	"math"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
)

// Cell is a cell to fill and what was made of it.
type Cell struct {
	Col    layout.Key
	Text   string        // as taken
	Given  string        // as it stood in the file
	At     finding.Place // Cells do not keep the tab: that is the row's
	State  State
	Preset bool
	Origin int
}

// Cells are the cells of a row, in the order of its columns, in one piece of memory: as
// values of their own, those of ten thousand returns would weigh ten times as much. The
// empty string has none.
type Cells string

// The bits of a cell's first byte; the state is below them.
const (
	cellPreset = 4 << iota // equals what it was filled with when issued
	cellGiven              // given otherwise than taken
	cellOrigin             // not the copy's own
)

// keys are the columns of all sheets, and keyNumbers their numbers from 1: a byte instead
// of the key in each of millions of cells. A key beyond them is spelled out behind a 0.
var keys, keyNumbers = func() (keys []layout.Key, numbers map[layout.Key]byte) {
	numbers = map[layout.Key]byte{}
	for _, s := range layout.Sheets() {
		for i := range s.Columns {
			if k := s.Columns[i].Key; numbers[k] == 0 && len(keys) < math.MaxUint8 {
				keys = append(keys, k)
				numbers[k] = byte(len(keys))
			}
		}
	}
	return keys, numbers
}()

// appendCell packs a cell behind others.
func appendCell(to []byte, c Cell) []byte {
	head := byte(c.State)
	if c.Preset {
		head |= cellPreset
	}
	if c.Given != c.Text {
		head |= cellGiven
	}
	if c.Origin != 0 {
		head |= cellOrigin
	}
	if to = append(to, head, keyNumbers[c.Col]); keyNumbers[c.Col] == 0 {
		to = appendText(to, string(c.Col))
	}
	to = binary.AppendUvarint(binary.AppendUvarint(to, uint64(c.At.Row)), uint64(c.At.Col))
	if c.Origin != 0 {
		to = binary.AppendUvarint(to, uint64(c.Origin))
	}
	if to = appendText(to, c.Text); c.Given != c.Text {
		to = appendText(to, c.Given)
	}
	return to
}

func appendText(to []byte, text string) []byte {
	return append(binary.AppendUvarint(to, uint64(len(text))), text...)
}

// Pack packs cells.
func Pack(cells ...Cell) Cells {
	var to []byte
	for _, c := range cells {
		to = appendCell(to, c)
	}
	return Cells(to)
}

// Len is how many cells there are.
func (c Cells) Len() (n int) {
	for range c.All() {
		n++
	}
	return n
}

// In returns the cell of a column.
func (c Cells) In(col layout.Key) (one Cell, ok bool) {
	for one := range c.All() {
		if one.Col == col {
			return one, true
		}
	}
	return Cell{}, false
}

// All goes through the cells. Their texts share the memory of the whole.
func (c Cells) All() iter.Seq[Cell] {
	return func(yield func(Cell) bool) {
		for rest := c; len(rest) > 0; {
			var one Cell
			if one, rest = rest.next(); !yield(one) {
				return
			}
		}
	}
}

func (c Cells) next() (one Cell, rest Cells) {
	head := c[0]
	one.State, one.Preset = State(head&(cellPreset-1)), head&cellPreset != 0
	rest = c[2:]
	if n := c[1]; n > 0 {
		one.Col = keys[n-1]
	} else {
		var key string
		key, rest = rest.text()
		one.Col = layout.Key(key)
	}
	one.At.Row, rest = rest.number()
	one.At.Col, rest = rest.number()
	if head&cellOrigin != 0 {
		one.Origin, rest = rest.number()
	}
	one.Text, rest = rest.text()
	if one.Given = one.Text; head&cellGiven != 0 {
		one.Given, rest = rest.text()
	}
	return one, rest
}

func (c Cells) text() (text string, rest Cells) {
	n, rest := c.number()
	return string(rest[:n]), rest[n:]
}

func (c Cells) number() (n int, rest Cells) {
	for i, shift := 0, 0; ; i, shift = i+1, shift+7 {
		n |= int(c[i]&0x7f) << shift
		if c[i] < 0x80 {
			return n, c[i+1:]
		}
	}
}
