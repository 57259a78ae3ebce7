package ooxml

import (
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"tianbao/seeds/finding"
)

// wide turns a stream of UTF-16 into UTF-8.
type wide struct {
	in  io.Reader
	big bool
	raw [4096]byte
	out []byte // decoded and not yet handed on
	mem [6200]byte
	n   int // bytes in raw left over from before
}

// Read implements io.Reader.
func (w *wide) Read(p []byte) (int, error) {
	for len(w.out) == 0 {
		got, err := w.in.Read(w.raw[w.n:])
		w.n += got
		if err == io.EOF && w.n > 0 && got == 0 {
			return 0, refuse(finding.XMLEncoding)
		}
		if err != nil && w.n == 0 {
			return 0, err
		}
		if err != nil && err != io.EOF {
			return 0, err
		}
		if bad := w.decode(); bad != nil {
			return 0, bad
		}
	}
	n := copy(p, w.out)
	w.out = w.out[n:]
	return n, nil
}

// decode takes whole characters from raw; what is unfinished stays.
func (w *wide) decode() error {
	w.out = w.mem[:0]
	i := 0
	for ; i+2 <= w.n; i += 2 {
		r := rune(w.unit(i))
		if utf16.IsSurrogate(r) {
			if i+4 > w.n {
				break
			}
			if r = utf16.DecodeRune(r, rune(w.unit(i+2))); r == utf8.RuneError {
				return refuse(finding.XMLEncoding)
			}
			i += 2
		}
		w.out = utf8.AppendRune(w.out, r)
	}
	w.n = copy(w.raw[:], w.raw[i:w.n])
	return nil
}

func (w *wide) unit(i int) uint16 {
	if w.big {
		return uint16(w.raw[i])<<8 | uint16(w.raw[i+1])
	}
	return uint16(w.raw[i+1])<<8 | uint16(w.raw[i])
}
