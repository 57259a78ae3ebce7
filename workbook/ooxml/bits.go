package ooxml

// bitReader takes bits from data in memory, the lowest of a byte first.
type bitReader struct {
	src  []byte
	pos  int    // next byte of src
	bits uint64 // read and not taken, the next one lowest
	n    uint   // how many of them count
	over uint   // bytes behind the end of src that were read, as 0
}

// minBits is how many bits there are after a refill.
const minBits = 56

func (b *bitReader) refill() { b.bits, b.n = b.fill(b.bits, b.n) }

// fill makes sure of minBits, for a caller that keeps bits and n to itself. Behind
// the end of the data they are 0, and counted.
func (b *bitReader) fill(bits uint64, n uint) (uint64, uint) {
	if b.pos+8 <= len(b.src) {
		bits |= le.Uint64(b.src[b.pos:]) << (n & 63)
		b.pos += int(63-n) >> 3
		return bits, n | minBits
	}
	for ; n < minBits; n += 8 {
		if b.pos < len(b.src) {
			bits |= uint64(b.src[b.pos]) << (n & 63)
			b.pos++
		} else {
			b.over++
		}
	}
	return bits, n
}

// overdrawn reports whether bits were taken that the data does not have.
func (b *bitReader) overdrawn() bool { return b.over > b.n/8 }

// take takes up to 16 of the bits that refill made sure of.
func (b *bitReader) take(n uint) int {
	v := int(b.bits & (1<<n - 1))
	b.bits >>= n
	b.n -= n
	return v
}

// align goes on at the next whole byte of src; false where the data ends before.
func (b *bitReader) align() bool {
	b.take(b.n & 7)
	if b.overdrawn() {
		return false
	}
	b.pos -= int(b.n/8 - b.over)
	b.bits, b.n, b.over = 0, 0, 0
	return true
}
