package reading

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
)

// runOn parts paragraphs in which tasks run on one behind the other, each with its
// clause: 提出以下意见。1.新增企业。责任单位:市商务局。2.建设孵化器。责任单位:市科技局。
func runOn(doc *document.Document) *document.Document {
	whole := *doc
	whole.Blocks = nil
	for i, b := range doc.Blocks {
		if b.Rows == nil && i+1 < len(doc.Blocks) && clause.OfAllAbove(doc.Blocks[i+1].Text) && countDuties(doc.Blocks[i+1].Text) > 0 {
			for _, part := range numbered(b.Text) {
				whole.Blocks = append(whole.Blocks, document.Block{Line: b.Line, Text: part})
			}
			continue
		}
		if b.Rows != nil || countDuties(b.Text) < 2 || tableNote(b.Text) {
			whole.Blocks = append(whole.Blocks, b)
			continue
		}
		for _, part := range atNumbers(b.Text) {
			whole.Blocks = append(whole.Blocks, document.Block{Line: b.Line, Text: part})
		}
	}
	return &whole
}

// countDuties counts the words of duty in a text.
func countDuties(s string) int {
	return strings.Count(s, "责任") + strings.Count(s, "牵头") + strings.Count(s, "负责")
}

// atNumbers parts a text before the numbers of one kind that follow in turn, at least two of them.
func atNumbers(s string) []string {
	for _, number := range runNumbers {
		cuts := numbersIn(s, number)
		if number.kind == markArabic && len(cuts) == 1 && number.first(s) == 2 || len(cuts) > 1 && (number.kind == markArabic || everyDuty(s, cuts)) {
			return cutAt(s, cuts)
		}
	}
	return []string{s}
}

// numbered parts a text before the numbers that go on from the one it begins with; the line behind it says who does all
// of them.
func numbered(s string) []string {
	for _, number := range runNumbers {
		if kind, _, _ := splitMark(s); kind == number.kind && kind != markNone {
			return cutAt(s, numbersIn(s, number))
		}
	}
	return []string{s}
}

// runNumber is a kind of number that tasks may run on by.
type runNumber struct {
	kind          mark
	before, after string // characters around its digits
	han           bool
}

var runNumbers = []runNumber{
	{markArabic, "", ".、．", false},
	{markHanParen, "(（", ")）", true},
	{markParen, "(（", ")）", false},
	{markNone, "", "是", true}, // 一是…,二是…
	{markHan, "", "、", true},
}

// first is the number that is looked for first: 1, or the next of the one that the text begins with.
func (n runNumber) first(s string) int {
	if kind, no, _ := splitMark(s); kind == n.kind && kind != markNone {
		return no + 1
	}
	return 1
}

// at reports whether a text begins with a number.
func (n runNumber) at(s string, no int) bool {
	if n.before != "" {
		first, size := utf8.DecodeRuneInString(s)
		if !strings.ContainsRune(n.before, first) {
			return false
		}
		s = s[size:]
	}
	digits := strconv.Itoa(no)
	if n.han {
		if no > len(hanNumbers) {
			return false
		}
		digits = hanNumbers[no-1]
	}
	rest, ok := strings.CutPrefix(s, digits)
	after, _ := utf8.DecodeRuneInString(rest)
	return ok && rest != "" && strings.ContainsRune(n.after, after)
}

var hanNumbers = strings.Fields("一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五")

// numbersIn returns where the numbers of a kind stand in turn behind the end of a sentence or of a clause; also
// behind a blank, where someone is responsible for the words before it.
func numbersIn(s string, n runNumber) []int {
	var cuts []int
	want, from, before, blank := n.first(s), 0, rune(0), false
	for i, r := range s {
		ends := before != 0 && strings.ContainsRune("。;；)）:：", before) || blank && before != 0 && countDuties(s[from:i]) > 0
		if ends && n.at(s[i:], want) {
			cuts = append(cuts, i)
			want++
			from = i
		}
		if blank = unicode.IsSpace(r); !blank {
			before = r
		}
	}
	return cuts
}

// everyDuty reports whether each of the parts that begin at the cuts makes someone responsible.
func everyDuty(s string, cuts []int) bool {
	for i, from := range cuts {
		to := len(s)
		if i+1 < len(cuts) {
			to = cuts[i+1]
		}
		if countDuties(s[from:to]) == 0 {
			return false
		}
	}
	return true
}

func cutAt(s string, cuts []int) []string {
	var parts []string
	from := 0
	for _, cut := range append(cuts, len(s)) {
		if part := strings.TrimSpace(s[from:cut]); part != "" {
			parts = append(parts, part)
		}
		from = cut
	}
	return parts
}
