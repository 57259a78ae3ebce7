package plan

import (
	"regexp"
	"strings"

	"tianbao/workbook/finding"
)

// standingRule is a sentence that names supports for every item from its line on
// (以下均需各地落实,不再列出).
type standingRule struct {
	line  int
	names []called
}

var (
	leadsRule = regexp.MustCompile(`(?:列|排)(?:名)?在?(?:第一|首)(?:位|个|名)?.{0,10}?(?:为|是|即)牵头(?:单位|部门)?|(?:第一|首)(?:个|位)(?:责任)?(?:单位|部门)为牵头(?:单位|部门)?`)
	sameBelow = regexp.MustCompile(`^(?:以)?下同$|^(?:以下)?不再(?:逐一|一一|另行|重复|逐项)*列出$`)
	allBelow  = regexp.MustCompile(`(?:以下|各项|所有|下列)[^,。;:()]{0,12}?(?:均|都)(?:需|须|由|要|应)(.+?)(?:(?:按照?|根据)(?:各自)?(?:职责|职能)(?:分工)?)?(?:分别|共同|认真|抓好|负责|组织|具体|贯彻|推进|积极)*(?:落实|实施|配合|负责|参加|参与)(?:[,;。)\]]|$)`)
	allNamed  = regexp.MustCompile(`(?:^|[,;。(\[])([^,;。(\[]+?)(?:均|都)?为(?:以下)?(?:各项|所有)?(?:任务)?的?(?:责任|配合|落实|实施)单位,?(?:以下)?不再(?:逐一|一一|另行|重复)*列出`)
)

// firstLeads reports the standing rule that who is named first leads.
func firstLeads(paras []para) bool {
	for _, q := range paras {
		if leadsRule.MatchString(halfWidth(q.raw)) {
			return true
		}
	}
	return false
}

// standingSupports collects the rules that name supports for all items below.
func (p *parser) standingSupports(paras []para) []standingRule {
	var rules []standingRule
	for _, q := range paras {
		m := standingIn(q.raw)
		if m == "" {
			continue
		}
		names, ok := p.reader.names(splitTop(m, "、,;"))
		if !ok {
			p.found.Add(finding.ClauseUnclear, finding.At(finding.Place{Row: q.line}), finding.Given(excerpt(q.raw)))
			continue
		}
		rules = append(rules, standingRule{q.line, names})
	}
	return rules
}

// standingIn returns the names that a standing rule in the text adds, "" where
// there is none.
func standingIn(text string) string {
	folded := halfWidth(text)
	for _, rule := range []*regexp.Regexp{allBelow, allNamed} {
		if m := rule.FindStringSubmatch(folded); m != nil {
			return strings.TrimSpace(m[1])
		}
	}
	return ""
}

// withoutRules returns a clause's words without the standing rules in them.
func withoutRules(inner string) string {
	var kept []string
	for _, part := range splitTop(inner, ",;。") {
		folded := strings.TrimSpace(halfWidth(part))
		if sameBelow.MatchString(folded) || leadsRule.MatchString(folded) || allBelow.MatchString(folded) {
			continue
		}
		kept = append(kept, part)
	}
	return strings.Join(kept, ",")
}

// supportsBy returns the supports that standing rules give an item.
func (p *parser) supportsBy(it *Item) []called {
	var names []called
	for _, rule := range p.also {
		if rule.line <= it.Line || standingIn(it.Clause) != "" {
			names = appendNew(names, rule.names...)
		}
	}
	return names
}

// frame are the headings of what a plan says around its tasks.
var frame = regexp.MustCompile(`总体要求|总体思路|总体目标|指导思想|基本原则|主要目标|发展目标|工作目标|发展基础|发展环境|面临形势|工作要求|有关要求|相关要求|组织实施|组织领导|保障措施|组织保障|工作机制|实施保障|推进机制|监督检查|考核评估|编制背景`)

// passOver leaves out chapters and sections that speak of the plan itself (总体要求,
// 保障措施) and make nobody responsible, in a document that elsewhere does.
func (p *parser) passOver(root *node) {
	if !root.responsible() {
		return
	}
	p.passOverBelow(root)
	for _, chapter := range root.children {
		p.passOverBelow(chapter)
	}
}

func (p *parser) passOverBelow(n *node) {
	var kept []*node
	for _, c := range n.children {
		if c.slot <= slotSection && frame.MatchString(heading(firstSentence(c.head.text))) && !c.responsible() {
			p.found.Add(finding.TextLeftOut, finding.At(finding.Place{Row: c.head.line}),
				finding.Given(excerpt(c.head.text)), finding.Message("这一部分没有责任分工,未收入"))
			continue
		}
		kept = append(kept, c)
	}
	n.children = kept
}

// responsible reports a clause at the node or anywhere below.
func (n *node) responsible() bool {
	found := false
	n.walk(func(m *node) {
		found = found || m.head.clause != "" || m.covered != ""
		for _, q := range m.paras {
			found = found || q.clause != ""
		}
	})
	return found
}

// dropParts leaves out a part of the document that begins its chapters anew and
// names nobody, such as the notice before the plan it issues.
func dropParts(paras []para, found *finding.List) []para {
	var parts [][]para
	for i, q := range paras {
		if i == 0 || q.kind == markHan && q.no == 1 {
			parts = append(parts, nil)
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], q)
	}
	if len(parts) < 3 {
		return paras
	}
	var kept []para
	for i, part := range parts {
		if i == 0 || anyClause(part) || !anyClause(paras) {
			kept = append(kept, part...)
			continue
		}
		found.Add(finding.TextLeftOut, finding.At(finding.Place{Row: part[0].line}),
			finding.Given(excerpt(part[0].raw)), finding.Message("这一部分没有责任分工,未收入"))
	}
	return kept
}

func anyClause(paras []para) bool {
	for _, q := range paras {
		if q.clause != "" {
			return true
		}
	}
	return false
}
