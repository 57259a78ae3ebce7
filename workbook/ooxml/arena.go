package ooxml

import (
	"slices"
	"strings"
)

// arena keeps texts in few large blocks instead of one allocation each. A text
// it returned keeps its whole block alive.
type arena struct {
	block strings.Builder
	size  int
	kept  int // bytes of all blocks
	most  int
}

const firstBlock, lastBlock = 4 << 10, 64 << 10

// keep returns b as a string.
func (a *arena) keep(b []byte) (string, bool) {
	if len(b) == 0 {
		return "", true
	}
	if a.kept += len(b); a.kept > a.most {
		return "", false
	}
	if len(b) > a.block.Cap()-a.block.Len() {
		a.size = min(max(2*a.size, firstBlock), lastBlock)
		a.block = strings.Builder{}
		a.block.Grow(max(a.size, len(b)))
	}
	from := a.block.Len()
	a.block.Write(b)
	return a.block.String()[from:], true
}

// blocks lends the room for the cells of a book. What the book before took serves
// the next one, where that is said.
type blocks struct {
	lent, free [][]Cell
}

// maxBlocks bounds what is kept: more than a return has.
const maxBlocks = 64

// take returns an empty block with room for at least size cells.
func (b *blocks) take(size int) []Cell {
	for i := len(b.free) - 1; i >= 0; i-- {
		if block := b.free[i]; cap(block) >= size {
			b.free = slices.Delete(b.free, i, i+1)
			b.lent = append(b.lent, block)
			return block
		}
	}
	block := make([]Cell, 0, size)
	if size <= mostCells {
		b.lent = append(b.lent, block)
	}
	return block
}

// recycle takes back what was lent since the last time.
func (b *blocks) recycle() {
	for _, block := range b.lent {
		if len(b.free) < maxBlocks {
			clear(block[:cap(block)])
			b.free = append(b.free, block)
		}
	}
	b.forget()
}

// forget leaves what was lent to whoever has it.
func (b *blocks) forget() {
	clear(b.lent)
	b.lent = b.lent[:0]
}
