package plan

import (
	"regexp"
	"strings"
)

var (
	decimalAt = regexp.MustCompile(`^([0-9]{1,2}(?:\.[0-9]{1,2}){1,3})(?:[、.]?\s|[、.]|\p{Han}|$)`)
	// amountAt is what makes an amount of a number before it: 7.5 左右, 3.2 万.
	amountAt   = regexp.MustCompile(`^(?:[万亿千百%]|左右|以[上内下]|个|倍|元|公里|公顷|亩|吨|平方|立方|米|年|月|岁|人|户|家|项|件|张|辆|台|所|座)`)
	numberOnly = regexp.MustCompile(`^([0-9]{1,2})\s+\p{Han}`)
)

// decimalMark returns the decimal number (2.1, 2.1.3) a paragraph begins with, ""
// where it begins with none. One of two parts wants a space or a 、 behind it; spaced
// puts it there in a document that is numbered so.
func decimalMark(folded string) string {
	m := decimalAt.FindStringSubmatch(folded)
	if m == nil {
		return ""
	}
	rest := folded[len(m[1]):]
	if strings.Count(m[1], ".") == 1 && (!strings.ContainsAny(rest[:min(1, len(rest))], " ") && !strings.HasPrefix(rest, "、") ||
		amountAt.MatchString(strings.TrimLeft(rest, " 、"))) {
		return ""
	}
	return m[1]
}

// spaced returns the document with a space behind its decimal numbers and a point
// behind the whole ones, 2.1 交通 and 2. 重点任务, where it is numbered by them: a number
// of two parts begins more than one paragraph, each the next of the one before.
func spaced(doc *Document) *Document {
	if !decimalOutline(doc.Blocks) {
		return doc
	}
	whole := *doc
	whole.Blocks = append([]Block(nil), doc.Blocks...)
	for i := range whole.Blocks {
		text := halfWidth(whole.Blocks[i].Text)
		if m := decimalAt.FindStringSubmatch(text); m != nil && !amountAt.MatchString(text[len(m[1]):]) {
			whole.Blocks[i].Text = m[1] + " " + dropRunes(whole.Blocks[i].Text, len(m[1]))
		} else if m := numberOnly.FindStringSubmatch(text); m != nil {
			whole.Blocks[i].Text = m[1] + "." + dropRunes(whole.Blocks[i].Text, len(m[1]))
		}
	}
	return &whole
}

// decimalOutline reports whether 1.1 and 1.2, or 1.1 and 2.1, begin paragraphs in turn.
func decimalOutline(blocks []Block) bool {
	chapter, last := 0, 0
	for _, b := range blocks {
		m := decimalAt.FindStringSubmatch(halfWidth(b.Text))
		if m == nil || amountAt.MatchString(halfWidth(b.Text)[len(m[1]):]) {
			continue
		}
		parts := strings.Split(m[1], ".")
		c, s := readNumber(parts[0]), readNumber(parts[1])
		if last > 0 && (c == chapter && s == last+1 || c == chapter+1 && s == 1) {
			return true
		}
		chapter, last = c, s
	}
	return false
}
