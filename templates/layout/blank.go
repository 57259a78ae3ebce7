package layout

import (
	"sync"
	"unicode"
)

// zeroWidth is what shows nothing and is no white space.
var zeroWidth = []rune{0x00ad, 0x115f, 0x180e, 0x200b, 0x200c, 0x200d, 0x2060, 0x3164, 0xfeff}

// Invisible reports a character that shows nothing: white space of any kind,
// no-break and zero-width spaces. A cell that holds nothing else is blank.
func Invisible(r rune) bool {
	for _, z := range zeroWidth {
		if r == z {
			return true
		}
	}
	return unicode.IsSpace(r)
}

// InvisibleRunes returns every character that Invisible reports, ascending. The
// result is shared: it is not to be changed.
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
