package store

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"

	"tianbao/seeds/text"
)

// digest is taken over the lines of the hidden sheet, so that one that was damaged or
// lost is noticed: values of earlier years are issued to units as they are there.
type digest struct {
	hash.Hash
	line []byte // room for one
}

func newDigest() *digest { return &digest{Hash: sha256.New()} }

// longestHashed is how much of a text counts: more than a cell may not come back whole.
const longestHashed = 20000

// add takes a line: its texts, blanks at the end apart.
func (d *digest) add(line []string) {
	d.line = d.line[:0]
	for _, cell := range trimmed(line) {
		cell = text.Trim(text.Printable(cell))
		d.line = append(append(d.line, cell[:min(len(cell), longestHashed)]...), 0)
	}
	_, _ = d.Write(append(d.line, '\n'))
}

func (d *digest) String() string { return hex.EncodeToString(d.Sum(nil)[:16]) }
