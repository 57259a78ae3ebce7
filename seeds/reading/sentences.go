package reading

import (
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/text"
)

// paragraph parts one paragraph into number, text and clause; where clauses stand
// between its sentences, one for each clause.
func (p *parser) paragraph(b document.Block) []para {
	kind, no, rest := splitMark(b.Text)
	one := para{line: b.Line, kind: kind, no: no, number: decimalMark(b.Text), raw: rest}
	body, rules := p.reader.CutRules(rest)
	if rules != "" && body == "" { // 1.列第一位的为牵头单位。
		return []para{{line: b.Line, raw: rest}}
	}
	one.text, one.clause = p.reader.Cut(body)
	if one.clause == "" && kind != markNone {
		one.text, one.clause = p.reader.CutOpening(body)
		one.opens = one.clause != ""
	}
	if p.reader.OnlyRules(one.clause) {
		if before, said := p.reader.Cut(one.text); said != "" {
			one.text, one.clause = before, strings.TrimSpace(strings.TrimPrefix(body, before)) // A、B(第一责任单位为牵头单位,下同)
		} else {
			one.text, one.clause = body, ""
		}
	}
	if one.text == "" && one.clause != "" && kind != markNone {
		if said := p.reader.Read(one.clause); !p.reader.IsLabelled(one.clause) || kind < markArabic && said.Nobody() && len(said.Unread) == 0 {
			one.text, one.clause = body, "" // (一)市公安局牵头, (二)牵头领导:王某: a heading
		} else if kind >= markArabic {
			one.kind, one.no, one.number = markNone, 0, ""
		}
	}
	if one.kind == markBox {
		one.raw = b.Text
	}
	one.own = one.text == "" && one.clause != "" && one.kind == markNone
	if one.own && (furniture(b.Text) || strings.HasPrefix(text.HalfWidth(b.Text), "(此件")) && clause.OpenerOf(strings.TrimRight(one.clause, "。")) == 0 && !p.reader.IsLabelled(unbracketed(one.clause)) {
		one.own, one.text, one.clause = false, rest, "" // (此件不公开发布,…违者追究责任)
	}
	return p.sentences(one)
}

// sentences parts a paragraph at clauses that are between its sentences:
// 第一句。(甲牵头)第二句。(乙牵头). What follows the last clause belongs to the words
// before it.
func (p *parser) sentences(whole para) []para {
	cuts := p.reader.Inner(whole.text, whole.clause)
	if len(cuts) == 0 {
		return []para{whole}
	}
	runes := []rune(whole.text)
	var parts []para
	start := 0
	for _, cut := range cuts {
		part := para{line: whole.line, clause: string(runes[cut.Open:cut.End])}
		part.text = strings.TrimSpace(string(runes[start:cut.Open]))
		part.raw = string(runes[start:cut.End])
		start = cut.End
		if start < len(runes) && strings.ContainsRune("，,、；;", runes[start]) {
			start++
			part.text += "。"
		}
		if start < len(runes) && runes[start] == '。' {
			start++
			if !clause.EndsSentence(part.text) {
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
