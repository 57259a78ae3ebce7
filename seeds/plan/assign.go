package plan

import (
	"regexp"

	"tianbao/workbook/finding"
)

// assign reads the item's clause and resolves its names.
func (p *parser) assign(it *Item) {
	where := []finding.Option{finding.At(finding.Place{Row: it.Line}), finding.Row(it.Ref)}
	if it.Clause == "" {
		p.found.Add(finding.ClauseMissing, where...)
		return
	}
	said := p.reader.read(it.Clause)
	if said.unclear {
		p.found.Add(finding.ClauseUnclear, append(where, finding.Given(it.Clause))...)
		return
	}
	if len(said.lead) == 0 {
		p.found.Add(finding.LeadMissing, append(where, finding.Given(it.Clause))...)
	}
	if said.open {
		p.found.Add(finding.ListOpen, append(where, finding.Given(it.Clause))...)
	}
	for _, name := range said.lead {
		it.Lead = append(it.Lead, p.party(name, where, ""))
	}
	for _, name := range appendNew(said.support, p.also...) {
		it.Support = append(it.Support, p.party(name, where, DutyMust))
	}
}

// party resolves a name; a unit that the register lacks is reported once.
func (p *parser) party(name string, where []finding.Option, duty Duty) Party {
	if p.roster.fixed && !p.roster.knows(name) && !isGroupName(name) {
		p.found.Add(finding.UnitUnknown, append(where, finding.Given(name))...)
	}
	party := p.roster.party(name)
	if duty == "" {
		party.Duty = ""
	}
	return party
}

var firstLeadsRule = regexp.MustCompile(`(列|排)(在)?(第一|首)(位|个|名)?.{0,8}(为|是|即)牵头|(第一|首)(个|位)(责任)?(单位|部门)为牵头`)

// firstLeads reports the standing rule that who is named first leads.
func firstLeads(paras []para) bool {
	for _, q := range paras {
		if firstLeadsRule.MatchString(q.text + q.clause) {
			return true
		}
	}
	return false
}

// spreadOwnLines lets a clause on a line of its own stand for the item above
// it. Where the document puts such lines only at the end of a task's sub items
// (or a section's tasks), the line covers all of them that have no clause.
func spreadOwnLines(root *node) {
	last := map[slot]bool{} // level -> such lines stand at the end only
	for _, level := range []slot{slotSection, slotTask, slotSub, slotPoint} {
		last[level] = true
	}
	root.walk(func(n *node) {
		if n.ownLine() != "" && n.parent != nil && n.parent.children[len(n.parent.children)-1] != n {
			last[n.slot] = false
		}
	})
	root.walk(func(n *node) {
		clause := n.ownLine()
		if clause == "" {
			return
		}
		n.covered = clause
		if n.parent == nil || !last[n.slot] {
			return
		}
		for _, sibling := range n.parent.children {
			if sibling.head.clause == "" && sibling.covered == "" {
				sibling.covered = clause
			}
		}
	})
}

// ownLine returns the clause that stands on lines of its own right below a node.
func (n *node) ownLine() string {
	all := ""
	for _, q := range n.paras {
		if q.own {
			all += q.clause
		}
	}
	return all
}
