package docx

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// titleRoom is how many characters of a title a line holds.
const titleRoom = 20

// titleLines breaks a title into as few lines as hold it, between words and not within
// them as far as can be, and the lines of much the same length.
func titleLines(title string, room int) []string {
	runes := []rune(title)
	const never = 1 << 30
	type way struct{ lines, cost, from int }
	best, name := make([]way, len(runes)+1), 0
	for end := 1; end <= len(runes); end++ {
		best[end] = way{lines: never}
		switch runes[end-1] {
		case '《':
			name = inName
		case '》':
			name = 0
		}
		for from := end - 1; from >= 0; from-- {
			length := halves(runes[from:end])
			if length > 2*room {
				break
			}
			toll, ok := breakAt(runes, end)
			if before := best[from]; ok && before.lines < never {
				free := 2*room - length
				w := way{before.lines + 1, before.cost + toll + name + free*free/8, from}
				if w.lines < best[end].lines || w.lines == best[end].lines && w.cost < best[end].cost {
					best[end] = w
				}
			}
		}
	}
	if best[len(runes)].lines == never {
		return []string{title}
	}
	var lines []string
	for end := len(runes); end > 0; end = best[end].from {
		lines = append([]string{string(runes[best[end].from:end])}, lines...)
	}
	return lines
}

// halves is how wide a text is, in half characters.
func halves(text []rune) int {
	n := 0
	for _, r := range text {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
			n += 2
		default:
			n++
		}
	}
	return n
}

// What a break costs: within a word as much as a line that is half empty, within the name
// of a document less.
const within, inName = 50, 20

// breakAt says whether a line may end before the i-th character, and at what cost:
// nothing behind a mark or a word that joins, or before a number or a bracket.
func breakAt(runes []rune, i int) (toll int, ok bool) {
	if i == len(runes) {
		return 0, true
	}
	before, after := runes[i-1], runes[i]
	latin := func(r rune) bool { return r < unicode.MaxASCII && r != ' ' && r != ')' && r != '(' }
	switch {
	case latin(before) && latin(after), strings.ContainsRune("》）)、，”：:", after), strings.ContainsRune("《（(“", before):
		return 0, false
	case strings.ContainsRune("》）)、，的和与及", before), strings.ContainsRune("《（(“第", after), latin(after) && !latin(before):
		return 0, true
	}
	return within, true
}
