package ooxml

import (
	"math/bits"
	"unicode/utf8"
)

// checked returns how many bytes at the head of b are whole characters that XML
// allows. ok is false where a character is broken or illegal; an unfinished one
// at the very end is only left out of n.
func checked(b []byte) (n int, ok bool) {
	i := 0
	for {
		i += printable(b[i:])
		i += chinese(b[i:])
		if i == len(b) {
			return i, true
		}
		switch c := b[i]; {
		case c >= 0x20 && c < utf8.RuneSelf, c == '\n', c == '\r', c == '\t':
			i++
		case c < utf8.RuneSelf:
			return i, false
		default:
			if !utf8.FullRune(b[i:]) {
				return i, true
			}
			r, size := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && size == 1 || !legal(r) {
				return i, false
			}
			i += size
		}
	}
}

// chinese returns how many bytes at the head of b are characters of three bytes,
// most of Chinese among them, looking at two at a time; it may stop short.
func chinese(b []byte) int {
	const lead, rest = 0xE0, 0x80
	const form, mask = lead | rest<<8 | rest<<16 | lead<<24 | rest<<32 | rest<<40, 0xF0 | 0xC0<<8 | 0xC0<<16 | 0xF0<<24 | 0xC0<<32 | 0xC0<<40
	i := 0
	for i+8 <= len(b) {
		w := le.Uint64(b[i:])
		if w&mask != form || byte(w)-0xE1 > 0xEC-0xE1 || byte(w>>24)-0xE1 > 0xEC-0xE1 {
			break
		}
		i += 6
	}
	for i+2 < len(b) && b[i] > 0xE0 && b[i] < 0xED && b[i+1]&0xC0 == 0x80 && b[i+2]&0xC0 == 0x80 {
		i += 3
	}
	return i
}

// printable returns how many bytes at the head of b are plain ASCII, looking at
// many at a time; it may stop short of the last few.
func printable(b []byte) int {
	const high, space = 0x8080808080808080, 0x2020202020202020
	i := 0
	for ; i+32 <= len(b); i += 32 {
		p, q, r, s := le.Uint64(b[i:]), le.Uint64(b[i+8:]), le.Uint64(b[i+16:]), le.Uint64(b[i+24:])
		if (p|q|r|s|(p-space)&^p|(q-space)&^q|(r-space)&^r|(s-space)&^s)&high != 0 {
			break
		}
	}
	for i+8 <= len(b) {
		w := le.Uint64(b[i:])
		if odd := (w | (w-space)&^w) & high; odd != 0 {
			return i + bits.TrailingZeros64(odd)/8
		}
		i += 8
	}
	return i
}

// legal reports whether XML 1.0 allows the character.
func legal(r rune) bool {
	return r >= 0x20 && r < 0xD800 || r > 0xDFFF && r < 0xFFFE || r > 0xFFFF && r <= utf8.MaxRune ||
		r == '\n' || r == '\r' || r == '\t'
}

// inName marks the bytes of an XML name; nameStart those it may begin with.
var inName, nameStart = func() (in, start [256]bool) {
	for c := range 256 {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= utf8.RuneSelf
		start[c] = letter
		in[c] = letter || c >= '0' && c <= '9' || c == '-' || c == '.'
	}
	return in, start
}()

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// trimmed cuts white space from both ends.
func trimmed(b []byte) []byte {
	for len(b) > 0 && blank(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && blank(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}
