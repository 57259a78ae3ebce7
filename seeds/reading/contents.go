package reading

import (
	"strings"
	"unicode"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
)

// withoutContents returns the blocks without a list of contents before the text: short numbered lines that make
// nobody responsible, of which at least two are said again behind it, as headings.
func (p *parser) withoutContents(blocks []document.Block) []document.Block {
	from, to := -1, 0
	inList := map[string]bool{}
	for i, b := range blocks {
		kind, _, rest := splitMark(b.Text)
		if from < 0 && kind != markNone && b.Rows == nil {
			from = i
		}
		_, said := p.reader.Cut(b.Text)
		if to = i; from >= 0 && (b.Rows != nil || inList[letters(rest)] || len([]rune(rest)) > longestTitle || clause.EndsSentence(b.Text) || said != "") {
			break
		}
		inList[letters(rest)] = from >= 0
	}
	again := 0
	behind := map[string]bool{}
	for _, b := range blocks[to:] {
		_, _, rest := splitMark(b.Text)
		behind[letters(rest)] = true
	}
	for _, b := range blocks[max(from, 0):to] {
		if kind, _, rest := splitMark(b.Text); kind != markNone && len([]rune(letters(rest))) > 3 && behind[letters(rest)] {
			again++
		}
	}
	if from < 0 || again < 2 {
		return blocks
	}
	for _, b := range blocks[from:to] {
		p.leaveOut(b.Text, b.Line)
	}
	return append(blocks[:from:from], blocks[to:]...)
}

// letters are the words of a line alone, without signs and spaces.
func letters(line string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, line)
}
