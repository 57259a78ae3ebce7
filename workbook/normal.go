package workbook

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tianbao/templates/layout"
)

// invisible reports a character that shows nothing: white space of any kind,
// no-break and zero-width spaces.
func invisible(r rune) bool { return layout.Invisible(r) }

// trim takes what shows nothing off both ends.
func trim(s string) string {
	if s == "" || startsVisible(s) && endsVisible(s) {
		return s
	}
	return strings.TrimFunc(s, invisible)
}

// startsVisible and endsVisible know plain ASCII and Chinese characters, so that
// most texts need not be decoded.
func startsVisible(s string) bool {
	c := s[0]
	return c > ' ' && c < 0x7f || c >= 0xe4 && c <= 0xe9
}

func endsVisible(s string) bool {
	n := len(s)
	c := s[n-1]
	return c > ' ' && c < 0x7f || n >= 3 && c >= 0x80 && s[n-3] >= 0xe4 && s[n-3] <= 0xe9
}

// half is the half-width form of a full-width letter, digit or mark.
func half(r rune) rune {
	switch {
	case r >= 0xff01 && r <= 0xff5e:
		return r - 0xff01 + '!'
	case r == '−' || r == '–' || r == '—' || r == '‐' || r == '‑' || r == '―' || r == '－':
		return '-'
	case r == '〔' || r == '【' || r == '［':
		return '('
	case r == '〕' || r == '】' || r == '］':
		return ')'
	case r == '。':
		return '.'
	case r == '、':
		return ','
	}
	return r
}

// key is the form in which headings, tabs, labels and 编号 are compared: without
// anything invisible, half-width, dashes and brackets of one kind, in lower case.
func key(s string) string {
	if plainKey(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if invisible(r) || unicode.IsControl(r) {
			return -1
		}
		return unicode.ToLower(half(r))
	}, s)
}

// plainKey reports a text that is its own key: most are, and cost nothing then.
func plainKey(s string) bool {
	for _, r := range s {
		switch {
		case r >= '!' && r <= '~':
			if r >= 'A' && r <= 'Z' {
				return false
			}
		case r >= 0x4e00 && r <= 0x9fff:
		default:
			return false
		}
	}
	return true
}

// label is the key of a heading or a label without the marks that are set around
// it: an asterisk, a colon.
func label(s string) string { return strings.Trim(key(s), "*:#·") }

// mayName reports that the label of a text may hold the words: their first character
// stands in it. The words are Chinese, which no form of writing changes; most texts
// need not be brought into theirs.
func mayName(s, words string) bool {
	_, n := utf8.DecodeRuneInString(words)
	return strings.Contains(s, words[:n])
}
