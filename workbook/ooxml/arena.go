package ooxml

import "strings"

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
