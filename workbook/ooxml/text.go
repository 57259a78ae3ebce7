package ooxml

import (
	"bytes"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

// appendData appends the character data last read, decoded.
func (x *scanner) appendData(dst []byte) []byte {
	switch {
	case x.cdata:
		return appendLines(dst, x.raw)
	case x.refs || x.rare:
		return decode(dst, x.raw)
	}
	return append(dst, x.raw...)
}

// itself reports whether character data in the window stands for itself, escapes
// included.
func (x *scanner) itself(raw []byte) bool {
	return !x.rare && bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '_') < 0
}

// rarities reports whether b holds what makes character data differ from what it
// stands for, references apart: carriage returns, and the end of a CDATA section,
// which must not be in it.
func rarities(b []byte) bool {
	return bytes.IndexByte(b, '\r') >= 0 || bytes.Contains(b, []byte("]]>"))
}

// appendLines appends raw with its line ends made \n.
func appendLines(dst, raw []byte) []byte {
	if bytes.IndexByte(raw, '\r') < 0 {
		return append(dst, raw...)
	}
	for i, c := range raw {
		if c == '\r' {
			if i+1 < len(raw) && raw[i+1] == '\n' {
				continue
			}
			c = '\n'
		}
		dst = append(dst, c)
	}
	return dst
}

// decode appends character data with references resolved and line ends made \n.
// The references must have been found sound.
func decode(dst, raw []byte) []byte {
	if bytes.IndexByte(raw, '\r') >= 0 {
		raw = appendLines(nil, raw) // a reference to a carriage return is none yet
	}
	for {
		i := ampersand(raw)
		dst = append(dst, raw[:i]...)
		if i == len(raw) {
			return dst
		}
		r, n := refAt(raw[i:])
		dst = utf8.AppendRune(dst, r)
		raw = raw[i+n:]
	}
}

// sound reports whether all references in character data are.
func sound(raw []byte) bool {
	for {
		i := ampersand(raw)
		if i == len(raw) {
			return true
		}
		_, n := refAt(raw[i:])
		if n == 0 {
			return false
		}
		raw = raw[i+n:]
	}
}

// ampersand returns the offset of the first & in b, len(b) where there is none. In
// formulas the next one is near: it looks at eight bytes at a time.
func ampersand(b []byte) int {
	const ones, high, amps = 0x0101010101010101, 0x8080808080808080, '&' * 0x0101010101010101
	i := 0
	for ; i+8 <= len(b); i += 8 {
		w := le.Uint64(b[i:]) ^ amps
		if zero := (w - ones) &^ w & high; zero != 0 {
			return i + bits.TrailingZeros64(zero)/8
		}
	}
	for ; i < len(b) && b[i] != '&'; i++ {
	}
	return i
}

// refAt reads the reference at the head of b: the character and the length, 0
// where it is none.
func refAt(b []byte) (rune, int) {
	if len(b) >= len("&quot;") { // the usual ones, without a search
		switch {
		case b[1] == '#' && b[2] == '3' && (b[3] == '4' || b[3] == '9') && b[4] == ';':
			return rune(b[3]-'0') + 30, len("&#34;")
		case b[1] == 'q' && b[2] == 'u' && b[3] == 'o' && b[4] == 't' && b[5] == ';':
			return '"', len("&quot;")
		case b[1] == 'a' && b[2] == 'm' && b[3] == 'p' && b[4] == ';':
			return '&', len("&amp;")
		case b[1] == 'l' && b[2] == 't' && b[3] == ';':
			return '<', len("&lt;")
		case b[1] == 'g' && b[2] == 't' && b[3] == ';':
			return '>', len("&gt;")
		}
	}
	n := bytes.IndexByte(b[:min(len(b), 13)], ';')
	if n < 1 {
		return 0, 0
	}
	r, ok := reference(b[1:n])
	if !ok {
		return 0, 0
	}
	return r, n + 1
}

// reference resolves what is between & and ;.
func reference(name []byte) (rune, bool) {
	switch string(name) {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "apos":
		return '\'', true
	case "quot":
		return '"', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], rune(10)
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	var r rune
	for _, c := range digits {
		d := digit(c)
		if d < 0 || d >= base {
			return 0, false
		}
		if r = r*base + d; r > utf8.MaxRune {
			return 0, false
		}
	}
	return r, len(digits) > 0 && legal(r)
}

// digit returns the value of a hexadecimal digit, -1 for anything else.
func digit(c byte) rune {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0')
	case c >= 'a' && c <= 'f':
		return rune(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return rune(c-'A') + 10
	}
	return -1
}

// unescape resolves the escapes _xHHHH_ in b[from:], in place. Half a surrogate
// pair stays as it is written: it is no character.
func unescape(b []byte, from int) []byte {
	if !bytes.Contains(b[from:], []byte("_x")) {
		return b
	}
	out := b[:from]
	for i := from; i < len(b); {
		r, ok := escaped(b[i:])
		if !ok {
			out = append(out, b[i])
			i++
			continue
		}
		n := 7
		if utf16.IsSurrogate(r) {
			low, _ := escaped(b[i+7:])
			if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
				out = append(out, b[i:i+7]...)
				i += 7
				continue
			}
			n = 14
		}
		out = utf8.AppendRune(out, r)
		i += n
	}
	return out
}

// escaped reads one escape at the head of b: seven bytes, one UTF-16 unit.
func escaped(b []byte) (rune, bool) {
	if len(b) < 7 || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	var r rune
	for _, c := range b[2:6] {
		d := digit(c)
		if d < 0 {
			return 0, false
		}
		r = r<<4 | d
	}
	return r, true
}
