package reading

import (
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
)

// assign reads the item's clause and resolves its names. Where the clause is not
// understood the text is kept whole, as it stands in the document.
func (p *parser) assign(it *plan.Item, whole string) {
	where := []finding.Option{finding.At(finding.Place{Row: it.Line}), finding.Row(it.Ref)}
	if it.Clause == "" {
		p.found.Add(finding.ClauseMissing, where...)
		return
	}
	said := p.reader.read(it.Clause)
	if said.unclear {
		it.Text = whole
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
	for _, name := range appendNew(said.support, p.supportsBy(it)...) {
		it.Support = append(it.Support, p.party(name, where, plan.DutyMust))
	}
}

// hear reads every clause once, so that a name met late in the document helps to
// read an early one.
func (p *parser) hear(paras []para) {
	heard := map[string]bool{}
	for _, q := range paras {
		said := p.reader.read(q.clause)
		for _, name := range append(said.lead, said.support...) {
			if !strings.ContainsAny(name.full, "和及与") {
				heard[plan.NameKey(name.full)] = true
			}
		}
	}
	p.reader.memory = nil
	p.reader.known = func(name string) bool { return p.roster.knows(name) || heard[plan.NameKey(name)] }
}

// party resolves a name; a unit that the register lacks is reported. A name with
// a second sign in brackets, 县农业农村局(县乡村振兴局), is the unit without it where
// that is known.
func (p *parser) party(as called, where []finding.Option, duty plan.Duty) plan.Party {
	name := as.full
	if plain := outsideBrackets(name); plain != name && !p.roster.knows(name) && !isGroupName(name) && p.reader.known(plain) {
		p.roster.alias(plain, name)
	}
	if p.roster.fixed && !p.roster.knows(name) && !isGroupName(name) {
		p.found.Add(finding.UnitUnknown, append(where, finding.Given(name))...)
	}
	party := p.roster.party(name)
	if as.written != name && !p.roster.knows(as.written) {
		p.roster.alias(name, as.written)
	}
	party.Name = as.written
	if duty == "" {
		party.Duty = ""
	}
	return party
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
		if n.ownLine() != "" && len(n.children) == 0 && n.parent != nil && n.parent.children[len(n.parent.children)-1] != n {
			last[n.slot] = false
		}
	})
	root.walk(func(n *node) {
		clause := n.ownLine()
		if clause == "" {
			return
		}
		n.covered = clause
		if n.parent == nil || len(n.children) > 0 || !last[n.slot] {
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
			all = strings.TrimPrefix(all+";"+q.clause, ";")
		}
	}
	return all
}
