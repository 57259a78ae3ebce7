package ooxml

import (
	"math/bits"
	"sync"
)

// symbol says what a code stands for. A table is looked up with the next bits of
// the data; a code longer than the table has bits leads to a second one behind it.
//
//	bits 0 to 5    how many bits it takes, with those that add to its value
//	bits 6 to 9    how many of these are the code; how many look up a second table
//	bits 12 to 15  what it is
//	from bit 16    the value; where the second table begins
//
// 0 is no code, or one that stands for nothing.
type symbol uint32

const (
	bitsMask         = 1<<6 - 1
	codeAt           = 6
	codeMask         = 1<<4 - 1
	isTable   symbol = 1 << 12
	isEnd     symbol = 1 << 13 // of the block
	isLiteral symbol = 1 << 15
	valueAt          = 16
)

// value is what a length or distance amounts to: its least value and more bits.
func (e symbol) value(bits uint64) int {
	return int(e>>valueAt) + int(bits&(1<<(e&bitsMask)-1)>>(e>>codeAt&codeMask))
}

// in is the place in the second table that the bits behind the first look up.
func (e symbol) in(bits uint64) int {
	return int(e>>valueAt) + int(bits&(1<<(e>>codeAt&codeMask)-1))
}

const (
	maxCode       = 15 // bits
	litCodes      = 288
	distCodes     = 32
	litBits       = 10
	distBits      = 8
	orderBits     = 7
	litMask       = 1<<litBits - 1
	distMask      = 1<<distBits - 1
	maxLengthBits = maxCode + 5
	maxDistBits   = maxCode + 13
	// A second table has at least two codes that are longer than the first has bits.
	litRoom  = 1<<litBits + litCodes/2<<(maxCode-litBits)
	distRoom = 1<<distBits + distCodes/2<<(maxCode-distBits)
)

// litTable and distTable look up literals and lengths, and distances.
type (
	litTable  [litRoom]symbol
	distTable [distRoom]symbol
)

// codes are the tables of the block being read: those of its own, or the fixed.
type codes struct {
	lit  *litTable
	dist *distTable
	own  *ownCodes
}

// ownCodes is the room for the codes that blocks declare.
type ownCodes struct {
	lit     litTable
	dist    distTable
	order   [1 << orderBits]symbol
	lengths [litCodes + distCodes]uint8
}

// fixedCodes makes the codes that need no declaration, once.
var fixedCodes = sync.OnceValues(func() (*litTable, *distTable) {
	var lits [litCodes]uint8
	for i := range lits {
		switch {
		case i < 144, i >= 280:
			lits[i] = 8
		case i < 256:
			lits[i] = 9
		default:
			lits[i] = 7
		}
	}
	var dists [distCodes]uint8
	for i := range dists {
		dists[i] = 5
	}
	var lit litTable
	var dist distTable
	fillTable(lit[:], litBits, lits[:], literals[:])
	fillTable(dist[:], distBits, dists[:], distances[:])
	return &lit, &dist
})

// lengthOrder is the order in which the lengths of the codes for lengths stand.
var lengthOrder = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// declare reads the codes that a block declares for itself.
func (c *codes) declare(b *bitReader) bool {
	lits, dists, n := b.take(5)+257, b.take(5)+1, b.take(4)+4
	if lits > litCodes-2 || dists > distCodes-2 {
		return false
	}
	var heads [len(lengthOrder)]uint8
	for _, i := range lengthOrder[:n] {
		b.refill()
		heads[i] = uint8(b.take(3))
	}
	o := c.own
	c.lit, c.dist = &o.lit, &o.dist
	l := o.lengths[:lits+dists]
	return fillTable(o.order[:], orderBits, heads[:], plain[:]) && o.readLengths(b, l) &&
		fillTable(o.lit[:], litBits, l[:lits], literals[:]) && fillTable(o.dist[:], distBits, l[lits:], distances[:])
}

// readLengths reads how long the codes are.
func (c *ownCodes) readLengths(b *bitReader, l []uint8) bool {
	for i := 0; i < len(l); {
		b.refill()
		e := c.order[b.bits&(1<<orderBits-1)]
		b.take(uint(e & bitsMask))
		length, times := uint8(e>>valueAt), 1
		switch {
		case e == 0 || length == 16 && i == 0:
			return false
		case length == 16:
			length, times = l[i-1], 3+b.take(2)
		case length == 17:
			length, times = 0, 3+b.take(3)
		case length == 18:
			length, times = 0, 11+b.take(7)
		}
		if times > len(l)-i {
			return false
		}
		for end := i + times; i < end; i++ {
			l[i] = length
		}
	}
	return true
}

// fillTable makes the table of codes of the given lengths, 0 for symbols that have
// none, looked up with its first size bits. Codes must leave nothing over: only one
// code of one bit, or none at all, may.
func fillTable(table []symbol, size uint8, lengths []uint8, symbols []symbol) bool {
	next, longest, ok := firstCodes(lengths)
	if !ok {
		return false
	}
	clear(table[:1<<size])
	free := 1 << size // where the next second table begins
	for s, n := range lengths {
		if n == 0 {
			continue
		}
		code := bits.Reverse16(next[n]) >> (16 - n)
		next[n]++
		from, to, step := int(code), 1<<size, 1<<n
		if n > size {
			first := &table[code&(1<<size-1)]
			if *first == 0 {
				*first = symbol(free)<<valueAt | symbol(longest-size)<<codeAt | isTable
				free += 1 << (longest - size)
			}
			from = int(*first>>valueAt) + int(code>>size)
			to, step = int(*first>>valueAt)+1<<(longest-size), 1<<(n-size)
		}
		e := symbols[s]
		if e != 0 {
			e += symbol(n) | symbol(n)<<codeAt
		}
		for t := table[:to]; from < len(t); from += step {
			t[from] = e
		}
	}
	return true
}

// firstCodes works out the first code of every length, and the longest.
func firstCodes(lengths []uint8) (first [maxCode + 1]uint16, longest uint8, ok bool) {
	var count [maxCode + 1]int
	for _, n := range lengths {
		count[n]++
	}
	code, used := 0, len(lengths)-count[0]
	for n := 1; n <= maxCode; n++ {
		code <<= 1
		first[n] = uint16(code)
		if code += count[n]; code > 1<<n {
			return first, 0, false
		}
		if count[n] > 0 {
			longest = uint8(n)
		}
	}
	return first, longest, code == 1<<maxCode || used == 0 || used == 1 && longest == 1
}

// What the codes stand for: bytes, the end of a block, lengths; distances; and, of
// the codes for lengths of codes, their numbers. 0 stands for nothing.
var (
	literals  = litEntries()
	distances = distEntries()
	plain     = plainEntries()
)

func litEntries() (list [litCodes]symbol) {
	const end, longest = 256, 285
	for i := range end {
		list[i] = symbol(i)<<valueAt | isLiteral
	}
	list[end] = isEnd
	rise(list[end+1:longest], 3, 4)
	list[longest] = 258 << valueAt
	return list
}

func distEntries() (list [distCodes]symbol) {
	rise(list[:30], 1, 2)
	return list
}

func plainEntries() (list [len(lengthOrder)]symbol) {
	for i := range list {
		list[i] = symbol(i)<<valueAt | isLiteral
	}
	return list
}

// rise fills in values that each begin where the one before ends; every step of
// them, from the third on, has one more bit.
func rise(list []symbol, value, step int) {
	for i := range list {
		more := max(i/step-1, 0)
		list[i] = symbol(value)<<valueAt | symbol(more)
		value += 1 << more
	}
}
