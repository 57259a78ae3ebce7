package ooxml

import "bytes"

// rowNumber reads a row number in full; false where it is none that a sheet has.
func rowNumber(b []byte) (int, bool) {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' || n > MaxRow {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, n >= 1 && n <= MaxRow
}

// column reads the letters at the head of b: the column, 0 where there is none that
// a sheet has, and how many letters it took.
func column(b []byte) (col, n int) {
	for n < len(b) {
		c := b[n] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		if col = col*26 + int(c-'A') + 1; col > MaxCol {
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
