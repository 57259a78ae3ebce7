package reading

import (
	"strings"
	"unicode"

	"tianbao/seeds/text"
)

// withoutStrayBlanks returns a paragraph of broken lines without the blanks that the setting of its lines left within
// words, 市场监 管局: between two ideographs of a passage that pauses part. Where blanks part names or what is said,
// 责任单位:市教育局 市财政局 or …完成时限:…, they stay.
func withoutStrayBlanks(paragraph string) string {
	if !strings.Contains(paragraph, " ") {
		return paragraph
	}
	runes := []rune(paragraph)
	var out []rune
	for i, r := range runes {
		if r == ' ' && betweenIdeographs(runes, i) && lineLabel(string(runes[i+1:])) == "" && withinPauses(runes, i) {
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

func betweenIdeographs(runes []rune, i int) bool {
	return i > 0 && i+1 < len(runes) && unicode.Is(unicode.Han, runes[i-1]) && unicode.Is(unicode.Han, runes[i+1])
}

// withinPauses reports whether the passage around a blank, from a bracket or a colon to the next or the end, is parted
// by pauses, at least as many as it has such blanks, and does not begin the paragraph.
func withinPauses(runes []rune, at int) bool {
	from, to := at, at
	for from > 0 && !strings.ContainsRune(openers+closers+":", text.HalfRune(runes[from-1])) {
		from--
	}
	for to < len(runes) && !strings.ContainsRune(openers+closers+":", text.HalfRune(runes[to])) {
		to++
	}
	pauses, blanks, before := 0, 0, from > 0
	for i := from; i < to; i++ {
		switch {
		case strings.ContainsRune(",、。;", text.HalfRune(runes[i])):
			pauses++
			before = before || i < at
		case runes[i] == ' ' && betweenIdeographs(runes, i):
			blanks++
		}
	}
	return before && pauses >= blanks
}
