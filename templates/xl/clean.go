package xl

import (
	"strings"
	"unicode/utf8"
)

// cleanText makes a text fit for XML: line ends are \n, characters that XML 1.0
// forbids are left out, broken UTF-8 becomes U+FFFD.
func cleanText(text string) string {
	if plain(text) {
		return text
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r == '\n', r == '\t':
			return r
		case r < ' ', r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, text)
}

// plain reports whether there is nothing to clean.
func plain(text string) bool {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c < ' ' && c != '\n' && c != '\t' || c == 0xEF || c >= 0xF8 {
			return false
		}
	}
	return utf8.ValidString(text)
}
