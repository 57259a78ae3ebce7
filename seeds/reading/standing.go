package reading

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
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
		if leadsRule.MatchString(text.HalfWidth(q.raw)) {
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

// statesRule reports a paragraph that says how clauses are to be read.
func statesRule(words string) bool {
	return standingIn(words) != "" || leadsRule.MatchString(text.HalfWidth(words))
}

// standingIn returns the names that a standing rule in the text adds, "" where
// there is none.
func standingIn(words string) string {
	folded := text.HalfWidth(words)
	for _, rule := range []*regexp.Regexp{allBelow, allNamed} {
		if m := rule.FindStringSubmatchIndex(folded); m != nil {
			from, to := utf8.RuneCountInString(folded[:m[2]]), utf8.RuneCountInString(folded[:m[3]])
			return strings.TrimSpace(string([]rune(words)[from:to]))
		}
	}
	return ""
}

// withoutNotes returns a clause without the brackets that only state a standing
// rule, and without space before a bracket.
func withoutNotes(clause string) string {
	runes := []rune(strings.ReplaceAll(strings.ReplaceAll(clause, " (", "("), " \uff08", "\uff08"))
	for end := len(runes); end > 0; end-- {
		open := openerOf(runes[:end])
		if open < 0 {
			continue
		}
		if inner := string(runes[open+1 : end-1]); open > 0 && inner != "" && withoutRules(inner) == "" {
			runes = append(runes[:open:open], runes[end:]...)
			end = open + 1
		}
	}
	return string(runes)
}

// onlyRules reports a clause that names nobody for its own item.
func onlyRules(clause string) bool {
	for _, inner := range unwrap(clause) {
		if withoutRules(inner) != "" {
			return false
		}
	}
	return clause != ""
}

// withoutRules returns a clause's words without the standing rules in them.
func withoutRules(inner string) string {
	var kept []string
	parts := splitTop(inner, ",;。")
	for _, part := range parts {
		folded := strings.TrimSpace(text.HalfWidth(part))
		if sameBelow.MatchString(folded) || leadsRule.MatchString(folded) || allBelow.MatchString(folded) {
			continue
		}
		kept = append(kept, part)
	}
	if len(kept) == len(parts) {
		return inner
	}
	return strings.Join(kept, ",")
}

// supportsBy returns the supports that standing rules give an item.
func (p *parser) supportsBy(it *plan.Item) []called {
	var names []called
	for _, rule := range p.also {
		if rule.line <= it.Line || standingIn(it.Clause) != "" {
			names = appendNew(names, rule.names...)
		}
	}
	return names
}
