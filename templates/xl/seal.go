package xl

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
	"strings"
)

// A seal says that a file is as the program wrote it. It is an extra field of the
// archive's last entry, which readers pass over and any program that saves the
// workbook drops: identifier, length, and the digest of what the archive holds.
const sealID = 0x6274

// sealer digests the entries of an archive in their order.
type sealer struct{ hash.Hash }

func newSealer() sealer { return sealer{sha256.New()} }

func (s sealer) add(name string, crc uint32, size uint64) {
	fmt.Fprintf(s, "%s %08x %d\n", name, crc, size)
}

func (s sealer) field() []byte {
	sum := s.Sum(nil)
	out := binary.LittleEndian.AppendUint16(nil, sealID)
	out = binary.LittleEndian.AppendUint16(out, uint16(len(sum)))
	return append(out, sum...)
}

// writeSealed writes an archive of n entries, compressed already, with its seal.
func writeSealed(out io.Writer, n int, entry func(i int) (zip.FileHeader, pieces, error)) error {
	zw, seal := zip.NewWriter(out), newSealer()
	for i := range n {
		head, packed, err := entry(i)
		if err != nil {
			return fmt.Errorf("%s: %w", head.Name, err)
		}
		seal.add(head.Name, head.CRC32, head.UncompressedSize64)
		if i == n-1 {
			head.Extra = seal.field()
		}
		w, err := zw.CreateRaw(&head)
		if err != nil {
			return fmt.Errorf("%s: %w", head.Name, err)
		}
		for _, piece := range packed {
			if _, err := w.Write(piece); err != nil {
				return fmt.Errorf("%s: %w", head.Name, err)
			}
		}
	}
	return zw.Close()
}

// Part is a part of a package that is no workbook.
type Part struct {
	Name string
	Data []byte
}

// Pack writes a package of parts in their order, without times and with a seal. The
// same parts give the same bytes.
func Pack(parts []Part) ([]byte, error) {
	var out bytes.Buffer
	err := writeSealed(&out, len(parts), func(i int) (zip.FileHeader, pieces, error) {
		c, err := compressBytes(parts[i].Data)
		return c.header(parts[i].Name), c.data, err
	})
	return out.Bytes(), err
}

// Sealed reports whether a file is a package as the program wrote it, unchanged
// since: not saved again by any other program.
func Sealed(data []byte) bool {
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(zr.File) == 0 {
		return false
	}
	s := newSealer()
	for _, f := range zr.File {
		s.add(f.Name, f.CRC32, f.UncompressedSize64)
	}
	return bytes.Equal(zr.File[len(zr.File)-1].Extra, s.field())
}

// Adorned reports whether a workbook holds what is outside its cells: comments,
// drawings, pictures.
func Adorned(data []byte) bool {
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	for _, f := range zr.File {
		for _, part := range []string{"xl/comments", "xl/threadedComments/", "xl/drawings/", "xl/media/"} {
			if strings.HasPrefix(f.Name, part) {
				return true
			}
		}
	}
	return false
}
