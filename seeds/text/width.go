// Package text is the normal form of text: every floor compares and reads words by it.
package text

import "strings"

// HalfWidth turns full-width letters, digits and punctuation to half-width, rune
// for rune.
func HalfWidth(s string) string {
	return strings.Map(HalfRune, s)
}

// HalfRune is HalfWidth of one character.
func HalfRune(r rune) rune {
	switch {
	case r >= '\uff01' && r <= '\uff5e':
		return r - '\uff01' + '!'
	case r == '\u3000' || r == '\u00a0':
		return ' '
	}
	switch r {
	case '〔', '【', '〖':
		return '['
	case '〕', '】', '〗':
		return ']'
	}
	return r
}
