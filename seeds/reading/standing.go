package reading

import (
	"math"
	"slices"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// standingRule is a sentence that names units for many items (以下均需各地落实,不再列出), with the lines it speaks of.
type standingRule struct {
	clause.Rule
	line, from, to int
}

// order is what the document rules of the place in a list, in a paragraph or within a table.
func (p *parser) order(paras []para) clause.Order {
	var order clause.Order
	for _, q := range paras {
		order = order.And(p.reader.Order(q.raw))
	}
	for _, b := range p.doc.Blocks {
		for _, row := range b.Rows {
			for _, cell := range row {
				order = order.And(p.reader.Order(cell))
			}
		}
	}
	return order
}

// spokenEnds reports whether the tasks of the document, a third of what it numbers at least, end in a sentence of who
// does them, whatever these are called: 浙江公司牵头,年底前完成。
func (p *parser) spokenEnds() bool {
	p.reader.SpokenEnds = true
	defer func() { p.reader.SpokenEnds = false }()
	tasks, spoken := 0, 0
	for _, b := range p.doc.Blocks {
		kind, _, rest := splitMark(b.Text)
		if kind < markArabic || b.Rows != nil {
			continue
		}
		tasks++
		if body, said := p.reader.Cut(rest); said != "" && clause.OpenerOf(said) < 0 && !p.reader.IsLabelled(said) && clause.EndsSentence(body) {
			spoken++
		}
	}
	return spoken > 2 && spoken*3 >= tasks
}

// bareEnds reports whether the tasks of the document, most of them, end in a bracket of nothing but units.
func (p *parser) bareEnds() bool {
	p.reader.BareEnds = true // one name is a list here
	defer func() { p.reader.BareEnds = false }()
	tasks, bare, plain, lines := 0, 0, 0, 0 // plain are brackets at the end of lines without numbers
	for _, b := range p.doc.Blocks {
		kind, _, rest := splitMark(b.Text)
		rest = strings.TrimRight(text.HalfWidth(rest), "。;, ")
		open := clause.OpenerOf(rest)
		if kind >= markArabic {
			tasks++
		}
		if kind == markNone && b.Rows == nil {
			lines++
			if open > 1 && p.reader.IsOfficeList(string([]rune(rest)[open+1:len([]rune(rest))-1])) {
				plain++
			}
		}
		if (open == 0 || open > 0 && kind >= markArabic) && p.reader.IsOfficeList(string([]rune(rest)[open+1:len([]rune(rest))-1])) {
			bare++
		}
	}
	return tasks == 0 && plain > 2 && plain*2 > lines || bare*2 > tasks && (bare > 2 || bare == tasks && bare > 1)
}

// standingRules collects the rules that name units for many items.
func (p *parser) standingRules(paras []para) []standingRule {
	var rules []standingRule
	forms := map[string]clause.Name{} // groups by their short form, as a clause writes them
	for i, q := range paras {
		said := p.reader.Read(q.clause)
		for _, name := range append(said.Lead, said.Support...) {
			if short := clause.InShort(name.Full); forms[short].Full == "" && p.reader.IsGroup(name.Full) {
				forms[short] = name
			}
		}
		for _, rule := range p.rulesOf(q) {
			switch where := finding.At(finding.Place{Row: q.line}); {
			case !rule.Whole:
				p.found.Add(finding.ClauseUnclear, where, finding.Given(rule.Words))
			case q.clause != "" || q.kind != markNone:
				p.found.Add(finding.RuleTaken, where, finding.Given(rule.Words))
			}
			for i, name := range rule.Names {
				if as, said := forms[clause.InShort(name.Full)]; said {
					rule.Names[i] = as // 各市政府 of a rule is 各市人民政府 of a clause
				} else if as, said := forms["各"+clause.InShort(name.Full)]; said {
					rule.Names[i] = as // 任务中二级党组织均为责任单位
				}
			}
			if len(rule.Names) > 0 {
				from, to := linesOf(rule.Scope, paras, i)
				rules = append(rules, standingRule{rule, q.line, from, to})
			}
		}
	}
	return rules
}

// rulesOf returns the standing rules of a paragraph. In the words of a task, 所有任务均需按期完成 is what is to be done.
func (p *parser) rulesOf(q para) []clause.Rule {
	words := strings.TrimSuffix(q.text, "。")
	if behind, ok := strings.CutPrefix(q.raw, words); ok && q.kind != markNone && words != "" {
		return append(p.reader.RulesWithin(words), p.reader.Rules(behind)...)
	}
	return p.reader.Rules(q.raw)
}

// linesOf returns the first and the last line that a rule of that paragraph speaks of.
func linesOf(scope clause.Scope, paras []para, at int) (from, to int) {
	from, to = paras[at].line, math.MaxInt
	if !slices.ContainsFunc(paras[at+1:], func(q para) bool { return q.clause != "" && q.line > from }) || len(scope.Numbers) > 0 {
		from = 0 // behind the last task it speaks of those above
	}
	switch {
	case scope.Above && scope.Below:
		return 0, to
	case scope.Above:
		return 0, paras[at].line
	case !scope.Part:
		return from, to
	}
	from = paras[at].line
	heading := paras[at].kind
	for i := at; i >= 0 && (heading == markNone || heading >= markArabic); i-- {
		heading = paras[i].kind
	}
	for _, q := range paras[at+1:] {
		if q.kind != markNone && q.kind <= heading {
			return from, q.line - 1
		}
	}
	return from, to
}

// partiesBy returns who leads and who supports an item by standing rules.
func (p *parser) partiesBy(it *plan.Item, leads []clause.Name, no int) (lead, support []clause.Name) {
	ofGroup := slices.ContainsFunc(leads, func(l clause.Name) bool { return p.reader.IsGroup(l.Written) })
	for _, rule := range p.also {
		switch {
		case it.Line < rule.from || it.Line > rule.to, rule.line == it.Line && ofGroup,
			len(rule.Scope.Numbers) > 0 && slices.Contains(rule.Scope.Numbers, no) == rule.Scope.But:
		case rule.Lead:
			lead = appendNew(lead, rule.Names...)
		default:
			support = appendNew(support, rule.Names...)
		}
	}
	return lead, support
}
