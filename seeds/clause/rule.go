package clause

import (
	"slices"
	"strings"
)

// A standing rule says once what holds for many tasks, so that it need not be said at each of them: who has to do with
// them, or which of the units named at each one leads. It is a sentence, or a bracket, of parts between commas:
//
//	part  = scope | [scope] who | order | others | quiet
//	scope = [except] pointer {item} [in]              以下各项任务中, 其余各项, 本部分任务, 第2、3项, 除第2项外
//	who   = names every duty | every names [duty]     各县区政府均为落实单位, 均需各县区政府落实
//	      | names 为 scope label | names 对 scope duty  各县区政府为以下各项任务的责任单位
//	      | names duty                                where scope or quiet stands beside it
//	order = first … leads                             列第一位的为牵头单位, 前者牵头, △为牵头单位
//	others = 其余 … helps                              其他为配合单位
//	quiet = no more … said                            不再列出, 恕不赘列, 下同
//
// The names are read as those of any clause. What of a rule is left when its words are taken is handed back, never made a unit.

// Rule is what a standing rule says of who has to do with the tasks of its scope.
type Rule struct {
	Scope Scope
	Names []Name
	Lead  bool   // they lead
	Words string // as written
	Whole bool   // all of it is understood
}

// ruleKind is what a part of a sentence is for a rule.
type ruleKind uint8

const (
	notOfRule  ruleKind = iota
	ruleScope           // 以上任务
	ruleWho             // 各县区政府均需落实
	ruleSaid            // 各乡镇具体负责, which is said of the task as well
	ruleOrder           // 列第一位的为牵头单位
	ruleOthers          // 其余为配合单位
	ruleQuiet           // 不再列出
)

// rulePart is a part between commas.
type rulePart struct {
	passage
	kind  ruleKind
	scope Scope
	rest  passage // behind the scope
	quiet bool    // it says itself that no more is said
	same  bool    // 下同
	rule  Rule
	order Order
}

// Rules returns the standing rules of a text that speak of units.
func (rd *Reader) Rules(s string) []Rule { return rd.rulesOf(s, false) }

// RulesWithin returns those in the words of a task or heading: in a bracket, or with 不再列出.
func (rd *Reader) RulesWithin(s string) []Rule { return rd.rulesOf(s, true) }

func (rd *Reader) rulesOf(s string, within bool) []Rule {
	var rules []Rule
	for _, sentence := range everySentence(newPassage(s)) {
		parts := rd.ruleParts(sentence.parts)
		if within && !slices.ContainsFunc(parts, func(part rulePart) bool { return part.kind == ruleQuiet }) && !sentence.bracketed {
			continue
		}
		of := slices.IndexFunc(parts, func(part rulePart) bool { return part.kind != notOfRule })
		for i, part := range parts {
			switch {
			case part.kind == ruleWho, part.kind == ruleSaid:
				if part.rule.Words != "" {
					rules = append(rules, part.rule)
				}
			case part.order.unseen:
				rules = append(rules, Rule{Words: part.written()})
			case part.kind == notOfRule && of >= 0 && of < i && rd.says(part.passage):
				rules = append(rules, Rule{Words: part.written()})
			}
		}
	}
	return rules
}

// StatesRule reports whether a paragraph says how clauses are to be read.
func (rd *Reader) StatesRule(s string) bool {
	return slices.ContainsFunc(rd.Rules(s), func(r Rule) bool { return len(r.Names) > 0 }) || rd.Order(s).states
}

// OnlyRules reports whether a clause names nobody for its own item.
func (rd *Reader) OnlyRules(clause string) bool {
	for _, inner := range unwrap(rd, newPassage(clause)) {
		if !rd.withoutRules(inner).empty() {
			return false
		}
	}
	return clause != ""
}

// CutRules parts a paragraph from the standing rules at its end: sentences behind its clause, or all of it.
func (rd *Reader) CutRules(s string) (body, rules string) {
	p := newPassage(s)
	depth := 0
	for i, c := range p.fold {
		if i == 0 && !strings.ContainsRune(openers, c) && rd.isRule(p) {
			return "", s
		}
		switch {
		case strings.ContainsRune(openers, c) || c == '“' || c == '《':
			depth++
		case strings.ContainsRune(closers, c) || c == '”' || c == '》':
			depth = max(depth-1, 0)
		}
		if behind := p.from(i + 1); depth == 0 && strings.ContainsRune("。;"+closers, c) && rd.isRule(behind) {
			return p.to(i + 1).written(), behind.written()
		}
	}
	return s, ""
}

// isRule reports whether words without brackets around them are nothing but a rule.
func (rd *Reader) isRule(p passage) bool {
	if p = p.trim(edges); p.empty() || strings.ContainsRune(openers, p.fold[0]) || p.len() > longestRule {
		return false
	}
	found := false
	for _, sentence := range everySentence(p) {
		for _, part := range rd.ruleParts(sentence.parts) {
			if part.kind == notOfRule && !part.empty() || part.kind == ruleSaid {
				return false
			}
			found = found || part.kind == ruleWho || part.kind == ruleOrder
		}
	}
	return found
}

// longestRule is more runes than standing rules have.
const longestRule = 150

// withoutNotes returns a clause without the brackets that only state a standing rule,
// and without space before a bracket.
func (rd *Reader) withoutNotes(clause string) string {
	clause = strings.ReplaceAll(strings.ReplaceAll(clause, " (", "("), " \uff08", "\uff08")
	p := newPassage(clause)
	for end := p.len(); end > 0; end-- {
		if !strings.ContainsRune(closers, p.fold[end-1]) {
			continue
		}
		open := p.to(end).opener()
		if open <= 0 {
			continue
		}
		inner := p.cut(open+1, end-1)
		if kept := rd.withoutRules(inner); !inner.empty() && kept.empty() {
			p = p.to(open).join(p.from(end))
			end = open + 1
		} else if kept.len() < inner.len() {
			p = p.to(open + 1).join(kept).join(p.from(end - 1)) // 各区政府(含开发区,以下均需各区政府落实)
			end = open + 1
		}
	}
	return p.written()
}

// withoutRules returns a clause's words without the standing rules in them.
func (rd *Reader) withoutRules(p passage) passage {
	parts := p.parts(",;。")
	var kept []passage
	for _, sentence := range sentencesOf(parts) {
		for _, part := range rd.ruleParts(sentence) {
			if part.kind == notOfRule && !part.empty() || part.kind == ruleSaid {
				kept = append(kept, part.passage)
			}
		}
	}
	if len(kept) == len(parts) {
		return p
	}
	var out passage
	for i, part := range kept {
		if i > 0 {
			out = out.join(newPassage(string(part.sep)))
		}
		out = out.join(part)
	}
	return out
}

// sentencesOf groups parts by their full stops.
func sentencesOf(parts []passage) [][]passage {
	var all [][]passage
	for i, part := range parts {
		if i == 0 || part.sep == '。' {
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], part)
	}
	return all
}

// sentence is the parts between commas of a sentence, or of a bracket.
type sentence struct {
	parts     []passage
	bracketed bool
}

// everySentence parts a text into sentences, and its long brackets, however deep, as sentences of their own.
func everySentence(p passage) []sentence {
	all := []sentence{{}}
	start, short, long := 0, 0, 0 // brackets that are open
	add := func(end int) {
		if part := p.cut(start, end).trim(edges); !part.empty() {
			last := &all[len(all)-1]
			last.parts = append(last.parts, part)
		}
		start = end + 1
	}
	closes := 0 // before it a quotation ends
	for i, c := range p.fold {
		switch {
		case i < closes:
		case c == '“' || c == '《':
			closes = max(closes, p.pairEnd(i))
		case strings.ContainsRune(",;。", c) && short == 0:
			if add(i); c == '。' {
				all = append(all, sentence{bracketed: long > 0})
			}
		case strings.ContainsRune(openers, c):
			if end := p.closer(i); end > 0 && end-i > longestWithin {
				add(i)
				long++
				all = append(all, sentence{bracketed: true})
			} else {
				short++
			}
		case strings.ContainsRune(closers, c):
			if short > 0 {
				short--
			} else {
				add(i)
				long = max(long-1, 0)
				all = append(all, sentence{bracketed: long > 0})
			}
		}
	}
	add(p.len())
	return all
}

// longestWithin is more runes than a bracket within a name has: 各县(市、区)政府.
const longestWithin = 8
