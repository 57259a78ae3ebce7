package plan

import (
	"strings"

	"tianbao/seeds/text"
)

// NameKey is what two spellings of one name have in common: width, spaces and
// the shape of quotation marks do not tell units apart.
func NameKey(name string) string {
	return strings.Map(func(c rune) rune {
		switch c = text.HalfRune(c); c {
		case ' ':
			return -1
		case '”', '″', '"', '「', '」':
			return '“'
		}
		return c
	}, name)
}
