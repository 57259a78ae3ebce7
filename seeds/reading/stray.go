package reading

import (
	"slices"
	"strings"
	"unicode"

	"tianbao/seeds/document"
	"tianbao/seeds/text"
)

// withoutStrayBlanks returns a paragraph of broken lines without the blanks that the setting of its lines left within
// words, 市场监 管局: between two ideographs of a passage that pauses part. Where blanks part names or what is said,
// 责任单位:市教育局 市财政局 or …完成时限:…, they stay.
func withoutStrayBlanks(paragraph string) string {
	if !strings.Contains(paragraph, " ") {
		return paragraph
	}
	runes, _ := withoutSetting([]rune(paragraph))
	var out []rune
	for i, r := range runes {
		if r == ' ' && betweenIdeographs(runes, i) && lineLabel(string(runes[i+1:])) == "" && withinPauses(runes, i) {
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// withoutSetting drops the blanks that are no words' own: within a bracket at its ends, behind it, and between
// characters set apart, at least two in a row: 青山 区 人 民 政 府.
func withoutSetting(runes []rune) (closed []rune, set int) {
	blank := func(i int) bool { return i >= 0 && i < len(runes) && runes[i] == ' ' }
	edge := func(i int, marks string) bool {
		return i < 0 || i < len(runes) && strings.ContainsRune(marks, text.HalfRune(runes[i]))
	}
	single := func(i int) bool { // a character alone
		return i >= 0 && i < len(runes) && unicode.Is(unicode.Han, runes[i]) &&
			(blank(i-1) || edge(i-1, openers+",、。;")) && (blank(i+1) || edge(i+1, closers+",、。;:"))
	}
	apart := func(i int) bool { // one of two characters set apart
		return single(i) && (blank(i+1) && single(i+2) || blank(i-1) && single(i-2))
	}
	for i, r := range runes {
		inner := i > 0 && edge(i-1, openers) || edge(i+1, closers) || i > 0 && edge(i-1, closers) && i+1 < len(runes) && unicode.Is(unicode.Han, runes[i+1])
		within := betweenIdeographs(runes, i) && (apart(i-1) || apart(i+1))
		if r == ' ' && (inner || within) {
			if within {
				set++
			}
			continue
		}
		closed = append(closed, r)
	}
	return closed, set
}

// setClose returns the lines of a document of which some are set to the width of the others by blanks between their
// characters, without these.
func setClose(blocks []document.Block) []document.Block {
	closed, lines := slices.Clone(blocks), 0
	for i, b := range blocks {
		if b.Rows != nil || !strings.Contains(b.Text, " ") {
			continue
		}
		runes, set := withoutSetting([]rune(b.Text))
		if closed[i].Text = string(runes); set > 2 && len(runes) >= leastFull {
			lines++
		}
	}
	if lines < 3 {
		return blocks
	}
	return closed
}

// leastFull is fewer characters than a full line has.
const leastFull = 15

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
