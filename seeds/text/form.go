package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mark is HalfRune, and marks of one meaning are one mark: dashes, brackets, full
// stops and commas of every script.
func Mark(r rune) rune {
	if r < 0x80 {
		return r
	}
	switch r {
	case '−', '–', '—', '‐', '‑', '―':
		return '-'
	case '〔', '【', '［', '〖':
		return '('
	case '〕', '】', '］', '〗':
		return ')'
	case '。', '｡':
		return '.'
	case '、', '､':
		return ','
	}
	return HalfRune(r)
}

// Marks is a text in plain characters with marks of one kind, rune for rune.
func Marks(s string) string {
	if ascii(s) {
		return s
	}
	return strings.Map(Mark, s)
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Key is the form in which headings, tabs, labels, names, options and 编号 are
// compared: plain characters, marks of one kind, nothing invisible, lower case.
func Key(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return !isKey(r) }) < 0 {
		return s // most are their own, and cost nothing then
	}
	squared := false // it may hold one of squaredUnits
	s = strings.Map(func(r rune) rune {
		switch {
		case isKey(r):
			return r
		case Invisible(r) || unicode.IsControl(r):
			return -1
		}
		r = unicode.ToLower(Mark(r))
		squared = squared || r >= '㎀' && r <= '㏿' || r == '℃' || r == '²' || r == '³'
		return r
	}, s)
	if squared {
		s = squaredUnits.Replace(s)
	}
	return s
}

// isKey reports whether a character is the one that it is compared by.
func isKey(r rune) bool {
	return r >= '!' && r <= '~' && (r < 'A' || r > 'Z') || r >= 0x4e00 && r <= 0x9fff
}

// squaredUnits are units of measure that are one character in some fonts.
var squaredUnits = strings.NewReplacer("㎡", "m2", "㎥", "m3", "㎞", "km", "㎏", "kg", "㎜", "mm", "㎝", "cm", "㎎", "mg",
	"㎢", "km2", "㏊", "ha", "㏄", "cc", "℃", "°c", "²", "2", "³", "3")

// Label is the key of a heading or a label without the marks that are set around
// it: an asterisk, a colon.
func Label(s string) string { return strings.Trim(Key(s), "*:#·") }

// MayName reports whether the label of a text may hold the words: their first
// character is in it, or one that stands for another. Most texts need not be
// brought into their label then.
func MayName(s, words string) bool {
	_, n := utf8.DecodeRuneInString(words)
	return strings.Contains(s, words[:n]) || strings.ContainsFunc(s, func(r rune) bool { return ideograph(r) != r })
}

// Same reports whether two texts have one key.
func Same(a, b string) bool { return a == b || Key(a) == Key(b) }
