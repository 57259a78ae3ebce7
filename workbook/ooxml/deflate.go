package ooxml

import (
	"errors"
	"io"
)

// decoder undoes deflate (RFC 1951) of data that lies in memory whole. Inflating is
// a large share of reading, and a decoder that need not ask for every byte takes
// half the time of one that reads from a stream. Its window does not grow.
type decoder struct {
	bitReader
	codes
	out      []byte // decoded: at least the last maxDistance bytes
	from, to int    // out[from:to] is not handed out yet
	phase    phase
	last     bool // the block is the last one
	stored   int  // bytes left of a stored block
}

// phase is what comes next in the data.
type phase uint8

const (
	atBlock phase = iota
	inStored
	inCodes
	atDone
)

const (
	maxDistance = 32 << 10
	outRoom     = maxDistance + 96<<10
	outFull     = outRoom - 512 // a turn of expand writes no more: literals, a match, what its copy writes behind its end
)

// errDeflate is data that is not deflated, or cut.
var errDeflate = errors.New("deflate")

// reset begins with new data.
func (d *decoder) reset(src []byte) {
	if d.out == nil {
		d.out, d.own = make([]byte, outRoom), new(ownCodes)
	}
	d.bitReader = bitReader{src: src}
	d.from, d.to, d.phase, d.last = 0, 0, atBlock, false
}

// Read implements io.Reader: io.EOF behind the last block, errDeflate where there
// is none.
func (d *decoder) Read(p []byte) (int, error) {
	for d.from == d.to {
		if d.phase == atDone {
			return 0, io.EOF
		}
		if err := d.more(); err != nil {
			return 0, err
		}
	}
	n := copy(p, d.out[d.from:d.to])
	if d.from += n; d.from == d.to && d.phase == atDone {
		return n, io.EOF
	}
	return n, nil
}

// more decodes until the window is full or the data ends. What was decoded before
// has been handed out.
func (d *decoder) more() error {
	if d.to > maxDistance {
		d.to = copy(d.out, d.out[d.to-maxDistance:d.to])
	}
	d.from = d.to
	for d.to < outFull && d.phase != atDone {
		ok := true
		switch d.phase {
		case atBlock:
			ok = d.block()
		case inStored:
			ok = d.copyStored()
		case inCodes:
			ok = d.expand()
		}
		if !ok || d.overdrawn() {
			return errDeflate
		}
	}
	return nil
}

// block reads the head of a block.
func (d *decoder) block() bool {
	if d.last {
		d.phase = atDone
		return true
	}
	d.refill()
	d.last = d.take(1) == 1
	switch d.take(2) {
	case 0:
		return d.beginStored()
	case 1:
		d.phase = inCodes
		d.lit, d.dist = fixedCodes()
		return true
	case 2:
		d.phase = inCodes
		return d.declare(&d.bitReader)
	}
	return false
}

// beginStored reads the length of a stored block, which begins at a whole byte.
func (d *decoder) beginStored() bool {
	if !d.align() || len(d.src)-d.pos < 4 {
		return false
	}
	n, check := le.Uint16(d.src[d.pos:]), le.Uint16(d.src[d.pos+2:])
	d.pos += 4
	d.stored, d.phase = int(n), inStored
	return n == ^check
}

func (d *decoder) copyStored() bool {
	n := min(d.stored, outFull-d.to, len(d.src)-d.pos)
	copy(d.out[d.to:], d.src[d.pos:d.pos+n])
	d.to += n
	d.pos += n
	if d.stored -= n; d.stored == 0 {
		d.phase = atBlock
	}
	return n > 0 || d.stored == 0
}

// expand decodes literals and matches until the block ends or the window is full.
// What it works with stands in variables of its own: in fields it takes twice as
// long.
func (d *decoder) expand() bool {
	out, to, bits, n, lit, dist := d.out, d.to, d.bits, d.n, d.lit, d.dist
	for to < outFull {
		if n < maxLengthBits+maxDistBits {
			bits, n = d.fill(bits, n)
		}
		e := lit[bits&litMask]
		for e&isLiteral != 0 && n >= litBits+maxLengthBits {
			out[to] = byte(e >> valueAt)
			to++
			bits >>= e & bitsMask
			n -= uint(e & bitsMask)
			e = lit[bits&litMask]
		}
		if e&isTable != 0 {
			e = lit[e.in(bits>>litBits)]
		}
		if e&(isLiteral|isEnd) != 0 {
			bits >>= e & bitsMask
			n -= uint(e & bitsMask)
			if e&isLiteral == 0 {
				d.to, d.bits, d.n, d.phase = to, bits, n, atBlock
				return true
			}
			out[to] = byte(e >> valueAt)
			to++
			continue
		}
		length := e.value(bits)
		bits >>= e & bitsMask
		n -= uint(e & bitsMask)
		if n < maxDistBits {
			bits, n = d.fill(bits, n)
		}
		if e = dist[bits&distMask]; e&isTable != 0 {
			e = dist[e.in(bits>>distBits)]
		}
		back := e.value(bits)
		bits >>= e & bitsMask
		n -= uint(e & bitsMask)
		if length == 0 || back == 0 || back > to { // one of them is no code
			return false
		}
		repeat(out, to, back, length)
		to += length
	}
	d.to, d.bits, d.n = to, bits, n
	return !d.overdrawn()
}

// repeat copies length bytes that stand back bytes before to; a few more may be
// written behind them.
func repeat(out []byte, to, back, length int) {
	from := to - back
	if back < 8 || length > 64 {
		for end := to + length; to < end; { // what is written can be copied in turn
			to += copy(out[to:end], out[from:to])
		}
		return
	}
	for end := to + length; to < end; to, from = to+8, from+8 {
		le.PutUint64(out[to:], le.Uint64(out[from:]))
	}
}
