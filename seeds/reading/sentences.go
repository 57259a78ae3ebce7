package reading

import (
	"strings"

	"tianbao/seeds/text"
)

// sentences parts a paragraph at clauses that stand between its sentences:
// 第一句。(甲牵头)第二句。(乙牵头). A bracket within a sentence stays in the text.
// What follows the last clause belongs to the words before it.
func (rd *reader) sentences(whole para) []para {
	cuts := rd.innerClauses(whole.text)
	if len(cuts) == 0 {
		return []para{whole}
	}
	runes := []rune(whole.text)
	var parts []para
	start := 0
	for _, cut := range cuts {
		part := para{line: whole.line, clause: string(runes[cut.open:cut.end])}
		part.text = strings.TrimSpace(string(runes[start:cut.open]))
		part.raw = string(runes[start:cut.end])
		start = cut.end
		if start < len(runes) && runes[start] == '。' {
			start++
			if !endsSentence(part.text) {
				part.text += "。"
			}
		}
		parts = append(parts, part)
	}
	rest := para{line: whole.line, text: strings.TrimSpace(string(runes[start:])), clause: whole.clause}
	rest.raw = rest.text + rest.clause
	switch {
	case rest.clause != "":
		parts = append(parts, rest)
	case rest.text != "":
		parts[len(parts)-1].text += rest.text
		parts[len(parts)-1].raw += rest.text
	}
	parts[0].kind, parts[0].no, parts[0].number = whole.kind, whole.no, whole.number
	return parts
}

// bracketSpan is a bracket in the runes of a text, end exclusive.
type bracketSpan struct{ open, end int }

// innerClauses finds the clauses between sentences of a text: brackets that end
// a sentence, or stand behind its full stop, and are understood.
func (rd *reader) innerClauses(words string) []bracketSpan {
	var cuts []bracketSpan
	runes := []rune(words)
	for i := range runes {
		if !strings.ContainsRune(closers, text.HalfRune(runes[i])) {
			continue
		}
		open := openerOf(runes[:i+1])
		if open <= 0 {
			continue
		}
		inner := string(runes[open+1 : i])
		if !isClause(inner) && !(runes[open-1] == '。' && isUnitList(inner)) {
			continue
		}
		follows := i+1 == len(runes) || strings.ContainsRune("。;", text.HalfRune(runes[i+1]))
		if (follows || runes[open-1] == '。') && !rd.read(string(runes[open:i+1])).unclear {
			cuts = append(cuts, bracketSpan{open, i + 1})
		}
	}
	return cuts
}
