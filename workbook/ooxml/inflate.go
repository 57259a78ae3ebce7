package ooxml

import (
	"bytes"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/flate"

	"tianbao/seeds/finding"
)

// inflater gives the bytes of one entry after another, and an error in place of
// the end where their number or checksum is not as declared. The decompressor is
// kept from entry to entry.
type inflater struct {
	packed bytes.Reader
	flate  io.ReadCloser // over packed
	from   io.Reader
	e      *entry
	left   int64
	crc    uint32
	err    error
}

// open begins an entry. Each is read once.
func (f *inflater) open(e *entry) {
	f.e, f.left, f.crc, f.err = e, e.size, 0, nil
	f.packed.Reset(e.packed)
	switch reset, ok := f.flate.(flate.Resetter); {
	case e.stored:
		f.from = &f.packed
		return
	case !ok:
		f.flate = flate.NewReader(&f.packed)
	default:
		f.err = reset.Reset(&f.packed, nil)
	}
	f.from = f.flate
}

// Read implements io.Reader.
func (f *inflater) Read(p []byte) (int, error) {
	if f.err != nil {
		return 0, f.err
	}
	n, err := f.from.Read(p)
	f.crc = crc32.Update(f.crc, crc32.IEEETable, p[:n])
	f.left -= int64(n)
	switch {
	case f.left < 0, err != nil && err != io.EOF,
		err == io.EOF && (f.left != 0 || f.crc != f.e.crc):
		f.err = refuse(finding.PartDamaged, finding.Given(f.e.name))
	case err == io.EOF:
		f.e.read = true
		f.err = io.EOF
	}
	if f.left < 0 {
		n = 0
	}
	return n, f.err
}

// drain reads the entry to its end.
func (f *inflater) drain(scrap []byte) error {
	for !f.e.read {
		if _, err := f.Read(scrap); err != nil && err != io.EOF {
			return err
		}
	}
	return nil
}
