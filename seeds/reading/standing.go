package reading

import (
	"slices"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// standingRule is a sentence that names supports for every item from its line on
// (以下均需各地落实,不再列出).
type standingRule struct {
	line  int
	names []clause.Name
}

// states reports whether a standing rule is said in a paragraph or within a table.
func (p *parser) states(paras []para, rule func(string) bool) bool {
	if slices.ContainsFunc(paras, func(q para) bool { return rule(q.raw) }) {
		return true
	}
	for _, b := range p.doc.Blocks {
		for _, row := range b.Rows {
			if slices.ContainsFunc(row, rule) {
				return true
			}
		}
	}
	return false
}

// bareEnds reports whether the tasks of the document, most of them, end in a bracket of nothing but units.
func (p *parser) bareEnds() bool {
	p.reader.BareEnds = true // one name is a list here
	defer func() { p.reader.BareEnds = false }()
	tasks, bare := 0, 0
	for _, b := range p.doc.Blocks {
		kind, _, rest := splitMark(b.Text)
		rest = strings.TrimRight(text.HalfWidth(rest), "。;, ")
		open := clause.OpenerOf(rest)
		if kind >= markArabic {
			tasks++
		}
		if (open == 0 || open > 0 && kind >= markArabic) && p.reader.IsOfficeList(string([]rune(rest)[open+1:len([]rune(rest))-1])) {
			bare++
		}
	}
	return bare*2 > tasks && (bare > 2 || bare == tasks && bare > 1)
}

// standingSupports collects the rules that name supports for all items below.
func (p *parser) standingSupports(paras []para) []standingRule {
	var rules []standingRule
	forms := map[string]clause.Name{} // groups by their short form, as a clause writes them
	for _, q := range paras {
		said := p.reader.Read(q.clause)
		for _, name := range append(said.Lead, said.Support...) {
			if short := clause.InShort(name.Full); forms[short].Full == "" && p.reader.IsGroup(name.Full) {
				forms[short] = name
			}
		}
		names, unread := p.reader.StandingSupports(q.raw)
		if unread != "" {
			p.found.Add(finding.ClauseUnclear, finding.At(finding.Place{Row: q.line}), finding.Given(excerpt(q.raw)))
		}
		for i, name := range names {
			if as, said := forms[clause.InShort(name.Full)]; said {
				names[i] = as // 各市政府 of a rule is 各市人民政府 of a clause
			}
		}
		if len(names) > 0 {
			rules = append(rules, standingRule{q.line, names})
		}
	}
	return rules
}

// supportsBy returns the supports that standing rules give an item.
func (p *parser) supportsBy(it *plan.Item) []clause.Name {
	var names []clause.Name
	for _, rule := range p.also {
		if rule.line < it.Line || rule.line == it.Line && !slices.ContainsFunc(it.Lead, func(l plan.Party) bool { return p.reader.IsGroup(l.Name) }) {
			names = appendNew(names, rule.names...)
		}
	}
	return names
}
