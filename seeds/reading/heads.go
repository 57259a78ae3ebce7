package reading

import (
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/document"
	"tianbao/seeds/text"
)

// loneNumbers puts a number on a line of its own before the words of the next line, where such numbers count
// from 1 and no headings of a table are above the first.
func (p *parser) loneNumbers(doc *document.Document) *document.Document {
	want, first := 1, -1
	for i, b := range doc.Blocks {
		if i+1 < len(doc.Blocks) && b.Rows == nil && isRowNumber(b.Text) && doc.Blocks[i+1].Rows == nil && !isRowNumber(doc.Blocks[i+1].Text) {
			if no := text.Numeral(strings.Trim(text.HalfWidth(b.Text), ".、")); no != want {
				return doc
			}
			if want++; first < 0 {
				first = i
			}
		}
	}
	if want < 3 || first > 0 && (p.headsColumn(doc.Blocks[first-1].Text) || first > 1 && hanOnly.MatchString(doc.Blocks[first-1].Text) && p.headsColumn(doc.Blocks[first-2].Text)) {
		return doc // 2025年|增量 above 1
	}
	whole := *doc
	whole.Blocks = nil
	for i, b := range doc.Blocks {
		if n := len(whole.Blocks); i >= first && n > 0 && b.Rows == nil && isRowNumber(whole.Blocks[n-1].Text) {
			b.Text = strconv.Itoa(text.Numeral(strings.Trim(text.HalfWidth(whole.Blocks[n-1].Text), ".、"))) + "." + b.Text
			b.Line = whole.Blocks[n-1].Line
			whole.Blocks[n-1] = b
			continue
		}
		whole.Blocks = append(whole.Blocks, b)
	}
	return &whole
}

// headsColumn reports a line that may be the heading of a column, of tasks or of the annex.
func (p *parser) headsColumn(words string) bool {
	kind, _, _ := splitMark(words)
	return kind == markNone && (p.taskColumnOf(words) != taskNone || columnOf(words, p.plan.Period) != colNone)
}

// withHeads makes chapters of lines without a number that head what follows, in a document without numbered
// chapters: 【稳增长】, and a clause above tasks that begin with 1 each time.
func (p *parser) withHeads(paras []para) []para {
	if slices.ContainsFunc(paras, func(q para) bool { return q.kind <= markHan && q.kind != markNone }) {
		return paras
	}
	if heads := bracketHeads(paras); len(heads) > 1 {
		for i, at := range heads {
			q := &paras[at]
			q.kind, q.no = markHan, i+1
			q.text = strings.TrimFunc(q.raw, func(r rune) bool { return strings.ContainsRune("[] ", text.HalfRune(r)) })
		}
		return paras
	}
	runs := dutyHeads(paras)
	for i, at := range runs {
		q := &paras[at]
		for k := at + 1; paras[k].own; k++ {
			q.clause += ";" + paras[k].clause
			p.used[paras[k].line] = true
		}
		q.kind, q.no, q.own, q.text = markHan, i+1, false, q.raw
	}
	if len(runs) > 0 {
		paras = slices.DeleteFunc(paras, func(q para) bool { return q.own })
	}
	return paras
}

// longestHead is more characters than a heading in square brackets has.
const longestHead = 20

// bracketHeads returns the paragraphs that are nothing but words in square brackets.
func bracketHeads(paras []para) []int {
	var at []int
	for i, q := range paras {
		words := []rune(text.HalfWidth(strings.TrimSpace(q.raw)))
		if n := len(words); q.kind == markNone && q.clause == "" && n > 3 && n <= longestHead && words[0] == '[' && slices.Index(words, ']') == n-1 {
			at = append(at, i)
		}
	}
	return at
}

// dutyHeads returns where clauses on lines of their own begin that each head a run of tasks, numbered from 1;
// none where one of them is elsewhere.
func dutyHeads(paras []para) []int {
	var at []int
	numbered := false
	for i, q := range paras {
		if !q.own {
			numbered = numbered || q.kind != markNone
			continue
		}
		if i > 0 && paras[i-1].own {
			continue
		}
		k := i
		for k < len(paras) && paras[k].own {
			k++
		}
		if k == len(paras) || paras[k].kind != markArabic || paras[k].no != 1 || len(at) == 0 && numbered {
			return nil
		}
		at = append(at, i)
	}
	if len(at) < 2 {
		return nil
	}
	return at
}
