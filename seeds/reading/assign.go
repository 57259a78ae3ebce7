package reading

import (
	"fmt"
	"slices"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
)

// assign reads the item's clause and resolves its names. Where nobody is understood
// the text is kept whole, as it is in the document.
func (p *parser) assign(it *plan.Item, n *node, whole string) {
	where := []finding.Option{finding.At(finding.Place{Row: it.Line}), finding.Row(it.Ref)}
	if it.Clause == "" {
		p.found.Add(finding.ClauseMissing, where...)
		return
	}
	said := p.reader.Read(it.Clause)
	p.due[it.Ref] = said.Due
	p.remark(it, &said, where)
	if said.Nobody() {
		if len(said.Unread) > 0 {
			it.Text = whole
		} else {
			p.found.Add(finding.ClauseMissing, where...)
		}
		return
	}
	if above := n.unitAbove(); above != nil && said.Bare { // 一、省教育厅, 1.新建学校。(省财政厅)
		said.Support, said.Equal, said.Lead = said.Lead, false, nil
	}
	if above := p.reader.Read(n.headingClause()); above.Led && !said.Led && p.reader.IsLabelled(unbracketed(it.Clause)) && p.reader.IsLabelled(unbracketed(n.headingClause())) {
		said.Support, said.Lead, said.Equal = appendNew(said.Lead, said.Support...), nil, false // (牵头部门:招商局) above (责任部门:区商会)
	}
	if len(said.Lead) == 0 {
		said.Lead = p.leadAbove(n)
	}
	ruled, others := p.partiesBy(it, said.Lead, n.head.no)
	if len(said.Lead) == 0 {
		said.Lead, ruled = ruled, nil
	}
	said.Support = appendNew(said.Support, append(ruled, others...)...)
	if len(said.Lead) == 0 {
		p.found.Add(finding.LeadMissing, append(where, finding.Given(it.Clause))...)
	}
	if said.Equal {
		p.equals = append(p.equals, it.Ref)
	}
	if said.Open {
		p.found.Add(finding.ListOpen, append(where, finding.Given(it.Clause))...)
	}
	for _, name := range said.Lead {
		it.Lead = append(it.Lead, p.party(name, where, ""))
	}
	for _, name := range said.Support {
		if party := p.party(name, where, plan.DutyMust); !leads(it, party) {
			it.Support = append(it.Support, party)
		}
	}
}

// headingClause is the clause of the heading right above a node, "" where it has none.
func (n *node) headingClause() string {
	if n.parent == nil {
		return ""
	}
	return n.parent.head.clause
}

// unitAbove returns the heading above a node that is a unit.
func (n *node) unitAbove() *node {
	for n = n.parent; n != nil && !n.unit; n = n.parent {
	}
	return n
}

// leadAbove returns who leads by a heading above: its unit (县农业农村局牵头工作), or
// those of its clause (一、农牧业(旗农牧局牵头)).
func (p *parser) leadAbove(n *node) []clause.Name {
	if !n.unit {
		n = n.parent
	}
	for ; n != nil && !n.helps(); n = n.parent {
		for _, above := range []string{n.head.clause, n.covered} {
			if said := p.reader.Read(above); above != "" && len(said.Lead) > 0 {
				return said.Lead
			}
		}
	}
	return nil
}

// remark names what of a clause is kept as it is: segments that are not
// understood, persons and times.
func (p *parser) remark(it *plan.Item, said *clause.Said, where []finding.Option) {
	if len(said.Unread) > 0 {
		given := it.Clause
		if !said.Nobody() {
			given = strings.Join(said.Unread, ";")
		}
		p.found.Add(finding.ClauseUnclear, append(where, finding.Given(given))...)
	}
	if len(said.Notes) > 0 {
		p.found.Add(finding.ClauseRemark, append(where, finding.Given(strings.Join(said.Notes, ";")))...)
	}
}

// leads reports whether a party by that name leads the item.
func leads(it *plan.Item, party plan.Party) bool {
	for _, l := range it.Lead {
		if l.Name == party.Name {
			return true
		}
	}
	return false
}

// hear reads every clause once, so that a name met late in the document helps to
// read an early one.
func (p *parser) hear(paras []para) {
	heard := map[string]bool{}
	for _, q := range paras {
		said := p.reader.Read(q.clause)
		for _, name := range append(said.Lead, said.Support...) {
			if !strings.ContainsAny(name.Full, "和及与") {
				heard[plan.NameKey(name.Full)] = true
			}
		}
	}
	p.reader.Know(func(name string) bool { return p.roster.knows(name) || heard[plan.NameKey(name)] }, placesOf(heard, p.plan.Title))
	p.heard = heard
	p.roster.at(homesOf(heard, p.plan.Title))
}

// hearAgain reads brackets at the end of tasks, and lines that are nothing but a bracket, once more, now that the names
// of the document are known.
func (p *parser) hearAgain(paras []para) {
	for i := range paras {
		q := &paras[i]
		open := clause.OpenerOf(strings.TrimRight(q.raw, "。；; "))
		if q.clause != "" || q.row || open < 0 || (q.kind == markNone) != (open == 0) || p.reader.StatesRule(q.raw) {
			continue
		}
		if rest, said := p.reader.Cut(q.raw); said != "" && !p.reader.OnlyRules(said) && clause.OpenerOf(said) == 0 && (rest == "") == (open == 0) {
			q.own, q.text, q.clause = open == 0, rest, said
		}
	}
}

// placesOf returns what the places of a document are called: 亳州 of 亳州市, in its title
// and at the head of its names.
func placesOf(heard map[string]bool, title string) []string {
	var places []string
	add := func(name string) {
		runes := []rune(name)
		for i, r := range runes {
			if i >= 2 && i <= 4 && strings.ContainsRune("省市县区旗州盟", r) {
				places = appendNew(places, string(runes[:i]))
				return
			}
		}
	}
	add(title)
	for name := range heard {
		add(name)
	}
	return places
}

// party resolves a name; a unit that the register lacks is reported. A name with
// a second sign in brackets, 县农业农村局(县乡村振兴局), is the unit without it where
// that is known.
func (p *parser) party(as clause.Name, where []finding.Option, duty plan.Duty) plan.Party {
	name := as.Full
	if plain, ok := p.reader.WithoutRemark(name); ok && !p.roster.knows(name) {
		name = plain
	}
	group := p.reader.IsGroup(name) || p.reader.IsEach(name)
	if plain := clause.OutsideBrackets(name); plain != name && !p.roster.knows(name) && !group && p.knows(plain) {
		p.roster.alias(plain, name)
	}
	if p.roster.fixed && !p.roster.knows(name) && !group {
		if full := p.roster.full(name); full != "" {
			p.roster.alias(full, name)
			p.shortened = append(p.shortened, name+"→"+full)
		} else {
			p.unlisted = append(p.unlisted, name)
		}
	}
	party := p.roster.party(name, group)
	if as.Written != name && !p.roster.knows(as.Written) {
		p.roster.alias(name, as.Written)
	}
	party.Name = as.Written
	if duty == "" {
		party.Duty = ""
	}
	return party
}

// unlistedUnits names once what the register lacks, and what was read as short for a unit of it.
func (p *parser) unlistedUnits() {
	if n := len(p.unlisted); n > 0 {
		p.found.Add(finding.UnitUnknown, finding.Given(strings.Join(p.unlisted, "、")), finding.Message(fmt.Sprintf("单位名录中没有这 %d 个名称", n)))
	}
	if len(p.shortened) > 0 {
		short := finding.New(finding.UnitUnknown, finding.Given(strings.Join(p.shortened, "、")), finding.Message("名录中没有这些简称,已按全称读取"))
		short.Severity = finding.Note
		p.found = append(p.found, short)
	}
}

// knows reports whether it is a name that the register or a clause of the document has.
func (p *parser) knows(name string) bool { return p.roster.knows(name) || p.heard[plan.NameKey(name)] }

// appendNew appends what the list does not hold yet.
func appendNew[T comparable](list []T, more ...T) []T {
	for _, one := range more {
		if !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list
}

// spreadOwnLines lets a clause on a line of its own stand for the item above it. Where
// the document puts such lines only at the end of a task's sub items, the line covers
// all of them that have no clause; it never reaches another task.
func spreadOwnLines(root *node) {
	last := map[slot]bool{slotTask: taskLinesAtEnds(root), slotSub: true, slotPoint: true} // such lines are at the end only
	root.walk(func(n *node) {
		if n.ownLine() != "" && len(n.children) == 0 && n.parent != nil && n.parent.children[len(n.parent.children)-1] != n {
			last[n.slot] = false
		}
	})
	root.walk(func(n *node) {
		clause := n.ownLine()
		if q := n.introduction(); q != nil && n.parent != nil {
			n.covered = q.clause
		}
		if clause == "" {
			return
		}
		n.covered = clause
		if n.parent != nil && ofAllAbove(clause) {
			n.coverAbove(clause)
			return
		}
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

// taskLinesAtEnds reports whether no task has a clause but on a line below the last of its section, in several
// sections, and one of them has more tasks: such a line is for all of them.
func taskLinesAtEnds(root *node) bool {
	sections, more, apart := 0, false, true
	root.walk(func(n *node) {
		if n.slot != slotTask || n.parent == nil {
			return
		}
		apart = apart && n.head.clause == "" && n.parent.slot == slotSection && len(n.children) == 0
		if n.parent.children[len(n.parent.children)-1] == n {
			sections++
			more = more || len(n.parent.children) > 1
			apart = apart && n.ownLine() != ""
		}
	})
	return apart && more && sections > 1
}

// ofAllAbove reports lines of which one speaks of every task above it.
func ofAllAbove(lines string) bool {
	return slices.ContainsFunc(clause.SplitTop(lines, ";。"), clause.OfAllAbove)
}

// coverAbove lets a clause stand for the tasks before the node, below the same heading,
// that have none.
func (n *node) coverAbove(clause string) {
	for _, sibling := range n.parent.children {
		if sibling == n {
			return
		}
		if sibling.head.clause == "" && sibling.covered == "" {
			sibling.covered = clause
		}
	}
}

// ownLine returns the clause that is on lines of its own right below a node.
func (n *node) ownLine() string {
	all := ""
	for _, q := range n.paras {
		if q.own {
			all = strings.TrimPrefix(all+";"+q.clause, ";")
		}
	}
	return all
}
