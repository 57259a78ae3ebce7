package reading

import (
	"regexp"
	"strings"

	"tianbao/seeds/document"
	"tianbao/seeds/text"
)

var (
	decimalAt = regexp.MustCompile(`^([0-9]{1,2}(?:\.[0-9]{1,2}){1,3})(?:[、.]?\s|[、.]|\p{Han}|$)`)
	// amountAt is what makes an amount of a number before it: 7.5 左右, 3.2 万.
	amountAt   = regexp.MustCompile(`^(?:[万亿千百%]|左右|以[上内下]|个|倍|元|公里|公顷|亩|吨|平方|立方|米|年|月|岁|人|户|家|项|件|张|辆|台|所|座)`)
	valueOnly  = regexp.MustCompile(`^(?:[0-9]+\.[0-9]+|[0-9]{3,}|[—–―-]+)$`)
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
	if strings.Count(m[1], ".") > 1 || strings.HasPrefix(rest, "、") {
		return m[1]
	}
	if !strings.HasPrefix(rest, " ") || amountAt.MatchString(strings.TrimLeft(rest, " ")) {
		return ""
	}
	return m[1]
}

// spaced returns the document with a 、 behind its decimal numbers and a point
// behind the whole ones, 2.1 交通 and 2. 重点任务, where it is numbered by them: a number
// of two parts begins more than one paragraph, each the next of the one before.
func spaced(doc *document.Document) *document.Document {
	if !decimalOutline(doc.Blocks) {
		return stepped(doc)
	}
	whole := *doc
	whole.Blocks = append([]document.Block(nil), doc.Blocks...)
	last := ""
	for i := range whole.Blocks {
		text := text.HalfWidth(whole.Blocks[i].Text)
		if m := decimalAt.FindStringSubmatch(text); m != nil && (follows(last, m[1]) || !amountAt.MatchString(text[len(m[1]):])) {
			last = m[1]
			whole.Blocks[i].Text = last + "、" + dropRunes(whole.Blocks[i].Text, len(m[1]))
		} else if m := numberOnly.FindStringSubmatch(text); m != nil {
			whole.Blocks[i].Text = m[1] + "." + dropRunes(whole.Blocks[i].Text, len(m[1]))
		}
	}
	return &whole
}

var digitBehind = regexp.MustCompile(`^([0-9]{1,3})\.([0-9]+)[^0-9]*\p{Han}{2}`)

// stepped returns the document with a 、 for the point between a number and the
// digit its paragraph begins with, where the number is the next in turn: 3.5G基站
// behind the second task is the third.
func stepped(doc *document.Document) *document.Document {
	whole := *doc
	whole.Blocks = append([]document.Block(nil), doc.Blocks...)
	last := 0
	for i := range whole.Blocks {
		words := text.HalfWidth(whole.Blocks[i].Text)
		m := digitBehind.FindStringSubmatch(words)
		if kind, no, _ := splitMark(words); kind == markArabic {
			last = no
		} else if m != nil && text.Numeral(m[1]) == last+1 && kind == markNone &&
			(last > 0 && !amountAt.MatchString(words[len(m[1])+1+len(m[2]):]) || nextNumber(doc.Blocks[i+1:]) == last+2) {
			last++
			whole.Blocks[i].Text = m[1] + "、" + dropRunes(whole.Blocks[i].Text, len(m[1])+1)
		}
	}
	return &whole
}

// nextNumber is the first number of a task in the blocks, 0 where there is none.
func nextNumber(blocks []document.Block) int {
	for _, b := range blocks {
		if kind, no, _ := splitMark(b.Text); kind == markArabic {
			return no
		}
	}
	return 0
}

// follows reports whether a decimal number is the next of another at its level, or the
// first of the next one: 3.1 人均预期寿命 behind 2.4 is a number, no amount.
func follows(last, number string) bool {
	a, b := strings.Split(last, "."), strings.Split(number, ".")
	if len(a) != 2 || len(b) != 2 {
		return last == "" && number == "1.1"
	}
	return a[0] == b[0] && text.Numeral(b[1]) == text.Numeral(a[1])+1 || b[1] == "1" && text.Numeral(b[0]) == text.Numeral(a[0])+1
}

// decimalOutline reports whether 1.1 and 1.2, or 1.1 and 2.1, begin paragraphs in turn,
// not both of them amounts.
func decimalOutline(blocks []document.Block) bool {
	last, amounts := "none", false
	for i, b := range blocks {
		words := text.HalfWidth(b.Text)
		m := decimalAt.FindStringSubmatch(words)
		if m == nil || besideValue(blocks, i, m[0] == words) {
			continue
		}
		amount := amountAt.MatchString(words[len(m[1]):])
		if pair := twoParts(m[1]); follows(last, pair) && !(amount && amounts) {
			return true
		} else if !amount || last == "none" {
			last, amounts = pair, amount
		}
	}
	return false
}

// besideValue reports whether a number that begins a line is a cell of a table in lines: a value alone is in the line
// above, or a value is in the one below a number alone.
func besideValue(blocks []document.Block, i int, alone bool) bool {
	return i > 0 && valueOnly.MatchString(text.HalfWidth(blocks[i-1].Text)) ||
		alone && i+1 < len(blocks) && text.BeginsIn(text.HalfWidth(blocks[i+1].Text), "0123456789〔[—–―-")
}

// twoParts is a decimal number without its parts below the second.
func twoParts(number string) string {
	parts := strings.Split(number, ".")
	return strings.Join(parts[:2], ".")
}
