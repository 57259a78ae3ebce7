package ooxml

import (
	"bytes"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"tianbao/seeds/finding"
)

// declaration checks the XML declaration, where there is one.
func (x *scanner) declaration() {
	for x.end-x.pos < len("<?xml ") && x.fill() {
	}
	b := x.buf[x.pos:x.end]
	if x.err != nil || len(b) < 6 || string(b[:5]) != "<?xml" || !blank(b[5]) {
		return
	}
	n := x.until("?>", 6)
	if n < 0 {
		return
	}
	// Its pseudo attributes read like those of a tag.
	x.own = x.own[:0]
	b = append(bytes.Clone(x.buf[x.pos+5:x.pos+n]), '>')
	for i := 0; ; {
		gap := i
		for blank(b[i]) {
			i++
		}
		if i == len(b)-1 {
			break
		}
		used, _, whole := x.attribute(b[i:])
		if !whole || gap == i {
			x.bad()
			return
		}
		i += used
	}
	x.pos += n + 2
	for x.pos < x.end && blank(x.buf[x.pos]) {
		x.pos++
	}
	x.rare = rarities(x.buf[x.pos:x.end])
	x.attrs = x.own
	x.encoding()
}

// encoding holds the declared version and encoding against what the bytes are.
func (x *scanner) encoding() {
	left := x.attrs
	for _, name := range []string{"version", "encoding", "standalone"} {
		if len(left) > 0 && string(left[0].name) == name {
			left = left[1:]
		}
	}
	version, _ := x.attr("version")
	alone, given := x.attr("standalone")
	if len(left) > 0 || string(version) != "1.0" || given && string(alone) != "yes" && string(alone) != "no" {
		x.bad()
		return
	}
	v, ok := x.attr("encoding")
	name := string(bytes.ToLower(v))
	x.declared = ok
	switch {
	case !ok:
	case x.utf16 && (name == "utf-16" || name == "utf-16le" || name == "utf-16be" || name == "iso-10646-ucs-2"):
	case !x.utf16 && (name == "utf-8" || name == "utf8" || name == "us-ascii"):
	default:
		x.fail(finding.XMLEncoding, finding.Given("encoding="+name))
	}
}

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
