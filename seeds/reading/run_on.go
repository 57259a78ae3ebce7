package reading

import (
	"strconv"
	"strings"

	"tianbao/seeds/document"
)

// runOn parts paragraphs in which tasks run on one behind the other, each with its
// clause: 提出以下意见。1.新增企业。责任单位:市商务局。2.建设孵化器。责任单位:市科技局。
func runOn(doc *document.Document) *document.Document {
	whole := *doc
	whole.Blocks = nil
	for _, b := range doc.Blocks {
		if b.Rows != nil || countDuties(b.Text) < 2 {
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

// atNumbers parts a text before 1. 2. 3. where they follow in turn behind the end of a
// sentence or a clause, at least two of them.
func atNumbers(s string) []string {
	var cuts []int
	want := 1
	if kind, no, _ := splitMark(s); kind == markArabic {
		want = no + 1
	}
	before := rune(0)
	for i, r := range s {
		if before != 0 && strings.ContainsRune("。;；)）", before) {
			number := strconv.Itoa(want)
			if rest, ok := strings.CutPrefix(s[i:], number); ok && rest != "" && strings.ContainsRune(".、．", []rune(rest)[0]) {
				cuts = append(cuts, i)
				want++
			}
		}
		if r != ' ' {
			before = r
		}
	}
	if len(cuts) == 0 || len(cuts) == 1 && want != 3 {
		return []string{s}
	}
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
