package text

import (
	"slices"
	"strings"
	"sync"
	"unicode"
)

// zeroWidth is what shows nothing and is no white space.
var zeroWidth = []rune{0x00ad, 0x115f, 0x180e, 0x200b, 0x200c, 0x200d, 0x2060, 0x3164, 0xfeff}

// Invisible reports whether a character shows nothing: white space of any kind,
// no-break and zero-width spaces. A text of nothing else is blank.
func Invisible(r rune) bool {
	return unicode.IsSpace(r) || r >= zeroWidth[0] && slices.Contains(zeroWidth, r)
}

// InvisibleRunes returns every character that is Invisible, ascending. The result
// is shared: it is not to be changed.
func InvisibleRunes() []rune { return invisibleRunes() }

var invisibleRunes = sync.OnceValue(func() []rune {
	var all []rune
	for r := rune(0); r <= 0xffff; r++ {
		if Invisible(r) {
			all = append(all, r)
		}
	}
	return all
})

// Trim takes what shows nothing off both ends.
func Trim(s string) string {
	if s == "" || startsVisible(s) && endsVisible(s) {
		return s
	}
	return strings.TrimFunc(s, Invisible)
}

// trimLeft takes what shows nothing off the start.
func trimLeft(s string) string { return strings.TrimLeftFunc(s, Invisible) }

// Blank reports whether a text shows nothing.
func Blank(s string) bool { return s == "" || Trim(s) == "" }

// startsVisible and endsVisible know plain ASCII, Chinese characters and their stops,
// so that most texts need not be decoded.
func startsVisible(s string) bool {
	c := s[0]
	return c > ' ' && c < 0x7f || c >= 0xe4 && c <= 0xe9
}

func endsVisible(s string) bool {
	n := len(s)
	c := s[n-1]
	return c > ' ' && c < 0x7f || n >= 3 && c >= 0x80 && s[n-3] >= 0xe4 && s[n-3] <= 0xe9 || strings.HasSuffix(s, "。")
}

// Squeeze is a text without anything invisible.
func Squeeze(s string) string {
	if strings.IndexFunc(s, Invisible) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if Invisible(r) {
			return -1
		}
		return r
	}, s)
}

// Control reports whether a character can be in no cell: a workbook smuggles it
// in as an escape.
func Control(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r == 0xfffe || r == 0xffff
}

// Printable is a text with line ends as \n and without control characters.
func Printable(s string) string {
	if printable(s) {
		return s
	}
	s = LineEnds.Replace(s)
	if strings.IndexFunc(s, Control) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if Control(r) {
			return -1
		}
		return r
	}, s)
}

// printable reports whether it is a text in which no byte can be of a control character or a
// line end of another kind.
func printable(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c == 0xef && i+1 < len(s) && s[i+1] == 0xbf ||
			c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0xa8 {
			return false
		}
	}
	return true
}
