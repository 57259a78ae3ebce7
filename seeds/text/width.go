// Package text is the one hand for what is written: the form in which texts are
// compared, what shows nothing, and what a numeral, a decimal, a date and a scaled
// unit of measure say. It knows characters and no cells: what may be in a cell,
// and what to say where something else does, is for others.
package text

import "strings"

// HalfWidth is a text in plain characters, rune for rune.
func HalfWidth(s string) string {
	if ascii(s) {
		return s
	}
	return strings.Map(HalfRune, s)
}

// HalfRune is the plain form of a character that stands for another: half-width for
// full-width, one bracket for its kin, an ideograph for the radical that looks like
// it, a space for a blank of another width.
func HalfRune(r rune) rune {
	switch {
	case r < 0xa0, r >= 0x4e00 && r <= 0x9fff:
		return r
	case r >= 0xff01 && r <= 0xff5e:
		return r - 0xff01 + '!'
	}
	switch r {
	case 0x3000, 0xa0:
		return ' '
	case 0xffe5:
		return 0xa5
	case '〔', '【', '〖':
		return '['
	case '〕', '】', '〗':
		return ']'
	}
	return ideograph(r)
}
