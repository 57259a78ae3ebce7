package reading

import (
	"strings"
	"unicode"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
)

// sweep names every line of the document that ended nowhere: not in an item, a heading,
// an indicator, the title or a rule, and not in a finding.
func (p *parser) sweep() {
	p.useTitle()
	said := map[int]bool{}
	for _, f := range p.found {
		said[f.Place.Row] = true
	}
	for _, b := range p.doc.Blocks {
		if b.Rows == nil {
			p.sweepLine(b.Line, b.Text, said)
			continue
		}
		for i, cells := range b.Rows {
			p.sweepLine(b.Line+i, rowText(cells), said)
		}
	}
}

// useTitle marks the lines that made the title, and such as say it again: above the table of another sheet.
func (p *parser) useTitle() {
	for _, b := range p.doc.Blocks {
		if p.ofTitle(b.Text) {
			p.used[b.Line] = true
		}
		for i, cells := range b.Rows {
			if whole := spanning(cells); whole == "" {
				break
			} else if p.ofTitle(whole) {
				p.used[b.Line+i] = true
			}
		}
	}
}

// ofTitle reports whether a line is the title, a part of it, or says it again with little more.
func (p *parser) ofTitle(line string) bool {
	title, key := titleKey(p.plan.Title), titleKey(line)
	return len(key) > len("一二三") && (strings.Contains(title, key) || title != "" && strings.Contains(key, title) && len(key) < 3*len(title))
}

func (p *parser) sweepLine(line int, words string, said map[int]bool) {
	if p.used[line] || said[line] || !strings.ContainsFunc(words, unicode.IsLetter) {
		return
	}
	code := finding.TextLeftOut
	switch {
	case statesDeadline(words) || p.reader.StatesRule(words):
		code = finding.RuleTaken
	case furniture(words):
		code = finding.PageLeftOut
	}
	p.found.Add(code, finding.At(finding.Place{Row: line}), finding.Given(excerpt(words)))
}

// rowText is a table's row in words; a merged cell is once.
func rowText(cells []string) string {
	var kept []string
	for i, cell := range cells {
		if cell != "" && (i == 0 || cell != cells[i-1]) {
			kept = append(kept, oneLine(cell))
		}
	}
	return strings.Join(kept, " ")
}

// LeftOut is how many characters of a document end only in findings, and of how many.
func LeftOut(doc *document.Document, found finding.List) (left, all int) {
	said := map[int]bool{}
	for _, f := range found {
		if f.Code == finding.TextLeftOut || f.Code == finding.PageLeftOut {
			said[f.Place.Row] = true
		}
	}
	count := func(line int, words string) {
		n := len([]rune(words))
		all += n
		if said[line] {
			left += n
		}
	}
	for _, b := range doc.Blocks {
		count(b.Line, b.Text)
		for i, cells := range b.Rows {
			count(b.Line+i, rowText(cells))
		}
	}
	return left, all
}
