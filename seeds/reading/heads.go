package reading

import (
	"slices"
	"strings"

	"tianbao/seeds/text"
)

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
