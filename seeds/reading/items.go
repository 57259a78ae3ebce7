package reading

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"tianbao/seeds/clause"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// items walks the outline and makes an item of every leaf, and of every other
// paragraph that has a clause of its own.
func (p *parser) items(root *node) {
	p.loose(root)
	for _, n := range root.children {
		p.place(n)
	}
}

// place enters a node into chapters, sections and tasks, then its items.
func (p *parser) place(n *node) {
	p.used[n.head.line] = true
	switch n.slot {
	case slotChapter:
		p.plan.Chapters = append(p.plan.Chapters, plan.Chapter{No: n.head.no, Title: heading(FirstSentence(n.head.text))})
	case slotSection:
		c := p.chapter()
		c.Sections = append(c.Sections, plan.Section{No: n.head.no, Title: heading(FirstSentence(n.head.text))})
	case slotTask:
		if s := p.section(n); n.head.kind != markBox {
			s.Tasks = append(s.Tasks, plan.Task{No: n.head.no, Title: heading(FirstSentence(n.head.text))})
		}
	}
	if n.head.row && n.slot <= slotSection && len(n.children) == 0 && len(n.paras) == 0 {
		return // a chapter of a table without rows
	}
	if p.leaf(n) {
		p.leafItems(n)
		return
	}
	switch {
	case n.head.clause == "" && (n.headIsText() || n.slot >= slotSub):
		p.leftOut([]para{n.head})
	case n.head.clause != "" && (!n.inherited() || n.headIsText() && p.promises(n.head)):
		p.item(n, p.refs.base(n), subOf(n), append([]para{n.head}, n.takePlain()...), n.head.clause)
	case n.head.clause != "" && n.headIsText():
		p.leftOut([]para{n.head})
	case n.covered != "" && !n.unit:
		if goals := p.takeGoals(n); len(goals) > 0 {
			p.item(n, p.refs.base(n), subOf(n), append([]para{n.head}, goals...), n.covered)
		}
	}
	p.loose(n)
	for _, c := range n.children {
		p.place(c)
	}
}

// inherited reports whether a leaf below the node has no clause of its own, so
// that the heading's stands for it.
func (n *node) inherited() bool {
	open := false
	n.walk(func(m *node) {
		if m != n && len(m.children) == 0 && m.covered == "" && m.head.clause == "" {
			open = open || !slices.ContainsFunc(m.paras, func(q para) bool { return q.clause != "" })
		}
	})
	return open
}

// leaf reports whether nothing below the node is an item of its own: points
// of which no but the last has a clause are part of their item's text.
func (p *parser) leaf(n *node) bool {
	for i, c := range n.children {
		if c.slot != slotPoint || n.slot != slotSub && n.slot != slotPoint {
			return false
		}
		if c.head.clause != "" && (i < len(n.children)-1 || n.head.clause != "") {
			return false
		}
	}
	return true
}

// loose makes items of the plain paragraphs with a clause that are below a
// heading before its first number.
func (p *parser) loose(n *node) {
	var own []para
	if q := n.introduction(); q != nil && n.covered == q.clause && !p.promises(*q) {
		p.leftOut([]para{*q})
		return
	}
	for _, q := range n.paras {
		switch {
		case q.own && len(n.children) > 0 && !n.inherited():
			p.leftOut([]para{q})
		case q.own:
			p.used[q.line] = true
		case q.clause != "":
			own = append(own, q)
		}
	}
	for i, q := range own {
		ref := p.refs.base(n)
		if len(own) > 1 {
			ref += labelOf(slotSub, i+1)
		}
		p.item(n, ref, 0, []para{q}, q.clause)
	}
}

// introduction returns the paragraph below a heading that alone has a clause, where no number below has one: who is
// responsible for it is so for all of them. Nil where there is none.
func (n *node) introduction() *para {
	if len(n.children) == 0 || n.head.clause != "" || len(n.paras) == 0 {
		return nil
	}
	last := &n.paras[len(n.paras)-1]
	for i := range n.paras {
		if q := &n.paras[i]; q.own || (q.clause != "") != (q == last) {
			return nil
		}
	}
	if slices.ContainsFunc(n.children, (*node).responsible) {
		return nil
	}
	return last
}

// takePlain takes the plain paragraphs below a heading that its clause stands for.
func (n *node) takePlain() []para {
	if !n.head.isHeading() {
		return nil
	}
	var plain, rest []para
	for _, q := range n.paras {
		if q.clause == "" && !q.aside() && len(rest) == 0 {
			plain = append(plain, q)
			continue
		}
		rest = append(rest, q)
	}
	n.paras = rest
	return plain
}

// takeGoals takes the plain paragraphs below a heading that promise something; the heading's clause is on a
// line of its own and stands for them too.
func (p *parser) takeGoals(n *node) []para {
	var goals, rest []para
	for _, q := range n.paras {
		if q.clause == "" && !q.aside() && p.promises(q) {
			goals = append(goals, q)
			continue
		}
		rest = append(rest, q)
	}
	n.paras = rest
	return goals
}

// longestTitle is more characters than a heading has.
const longestTitle = 40

// isHeading reports whether a numbered line is one short sentence: what is below it
// is its text.
func (q *para) isHeading() bool {
	return q.kind != markNone && !q.row && len([]rune(q.text)) <= longestTitle && heading(FirstSentence(q.text)) == heading(q.text)
}

// aside reports whether a paragraph belongs to the page or to a table, not to an item.
func (q *para) aside() bool { return q.note || furniture(q.text) || tableNote(q.text) }

// leafItems makes the item, or items, of a leaf: its head and the paragraphs
// below it up to each clause.
func (p *parser) leafItems(n *node) {
	pieces := p.pieces(n)
	if own := n.ownLine(); len(pieces) == 1 && n.head.clause != "" && own != "" && own != pieces[0].clause && !ofAllAbove(own) && !n.openSibling() {
		pieces[0].clause = unbracketed(pieces[0].clause) + ";" + own // who else is responsible, on a line below the task with its clause
	}
	if len(pieces) == 1 {
		p.item(n, p.refs.base(n), subOf(n), pieces[0].paras, pieces[0].clause)
		return
	}
	for i, piece := range pieces {
		p.item(n, p.refs.base(n)+labelOf(slotSub, i+1), subOf(n), piece.paras, piece.clause)
	}
}

// unbracketed is a clause without the bracket around all of it.
func unbracketed(words string) string {
	if runes := []rune(strings.TrimRight(words, "。")); clause.OpenerOf(string(runes)) == 0 {
		return string(runes[1 : len(runes)-1])
	}
	return words
}

// openSibling reports whether a node beside it has no clause, for which one on a line below may be meant.
func (n *node) openSibling() bool {
	return n.parent == nil || slices.ContainsFunc(n.parent.children, func(c *node) bool { return !c.responsible() })
}

// piece is paragraphs that one clause closes.
type piece struct {
	paras  []para
	clause string
}

func (p *parser) pieces(n *node) []piece {
	all := p.leafParas(n)
	var done []piece
	var open []para
	for _, q := range all {
		if q.own {
			continue
		}
		open = append(open, q)
		if q.clause != "" {
			done = append(done, piece{open, q.clause})
			open = nil
		}
	}
	switch {
	case len(done) == 0:
		return []piece{{open, p.standing(n)}}
	case len(open) > 0 && len(done) == 1 && len(done[0].paras) == 1 && (done[0].paras[0].isHeading() || done[0].paras[0].goesOn()):
		done[0].paras = append(done[0].paras, open...) // the clause of a heading
	case len(open) > 0:
		p.leftOut(open)
	}
	return done
}

// goesOn reports whether the text of a paragraph goes on behind its clause.
func (q *para) goesOn() bool {
	_, behind, found := strings.Cut(q.raw, q.clause)
	return found && strings.ContainsFunc(behind, unicode.IsLetter)
}

// leafParas is the text of a leaf: head, plain paragraphs, points.
func (p *parser) leafParas(n *node) []para {
	var all []para
	if n.slot > slotSection || n.head.clause != "" || len(n.paras) == 0 || n.headIsText() {
		all = append(all, n.head)
	}
	for _, q := range n.paras {
		if !q.aside() || q.clause != "" {
			all = append(all, q)
		}
	}
	for _, c := range n.children {
		point := c.head
		point.text, point.raw = pointMark(c.head)+point.text, pointMark(c.head)+point.raw
		all = append(append(all, point), c.paras...)
	}
	if !slices.ContainsFunc(all, func(q para) bool { return !q.own }) {
		return []para{n.head}
	}
	return all
}

// headIsText reports whether it is a heading that goes on as text: more than one sentence, or one with a pause.
func (n *node) headIsText() bool {
	return clause.EndsSentence(n.head.text) && strings.ContainsAny(text.HalfWidth(n.head.text), ",;") || len(strings.TrimSpace(strings.TrimPrefix(n.head.text, FirstSentence(n.head.text)))) > len("。")
}

// standing returns the clause that stands for a leaf elsewhere: on a line of
// its own, or at the heading above it.
func (p *parser) standing(n *node) string {
	if n.covered != "" {
		return n.covered
	}
	for _, point := range n.children {
		if point.covered != "" {
			return point.covered
		}
	}
	for up := n.parent; up != nil; up = up.parent {
		if up.head.clause != "" {
			return up.head.clause
		}
		if up.covered != "" {
			return up.covered
		}
	}
	return ""
}

// promises reports whether it is a paragraph with a target. What opens a document and has none
// is no task.
func (p *parser) promises(q para) bool {
	return len(p.targets.Extract(&plan.Item{Text: q.text}, p.plan.Period, "")) > 0
}

// leftOut names paragraphs that belong to no item.
func (p *parser) leftOut(paras []para) {
	for _, q := range paras {
		if !p.ofTitle(q.raw) {
			p.found.Add(finding.TextLeftOut, finding.At(finding.Place{Row: q.line}), finding.Given(excerpt(q.raw)))
		}
	}
}

// subOf is the number of the sub item, or of the point where no sub item stands
// between it and its task.
func subOf(n *node) int {
	if sub := n.up(slotSub); sub != 0 {
		return sub
	}
	return n.up(slotPoint)
}

func pointMark(q para) string {
	if q.kind == markCircled && q.no <= 20 {
		return string(rune('①' + q.no - 1))
	}
	return "(" + strconv.Itoa(q.no) + ")"
}

// chapter returns the chapter now open; one without number where the document
// has none.
func (p *parser) chapter() *plan.Chapter {
	if len(p.plan.Chapters) == 0 {
		p.plan.Chapters = append(p.plan.Chapters, plan.Chapter{})
	}
	return &p.plan.Chapters[len(p.plan.Chapters)-1]
}

// section returns the section that a node below it belongs to.
func (p *parser) section(n *node) *plan.Section {
	c := p.chapter()
	no := n.up(slotSection)
	if k := len(c.Sections); k == 0 || c.Sections[k-1].No != no {
		c.Sections = append(c.Sections, plan.Section{No: no})
	}
	return &c.Sections[len(c.Sections)-1]
}

// task returns the task that an item belongs to.
func (p *parser) task(n *node, title string) *plan.Task {
	s := p.section(n)
	no := n.up(slotTask)
	if k := len(s.Tasks); k == 0 || s.Tasks[k-1].No != no || no == 0 {
		s.Tasks = append(s.Tasks, plan.Task{No: no, Title: title})
	}
	return &s.Tasks[len(s.Tasks)-1]
}

// item enters one item.
func (p *parser) item(n *node, ref string, sub int, paras []para, clause string) {
	ref, once := p.refs.unique(ref)
	it := plan.Item{Ref: ref, Chapter: n.up(slotChapter), Section: n.up(slotSection), Task: n.up(slotTask), Sub: sub,
		Text: joinParas(paras), Clause: clause, Line: paras[0].line}
	it.Title = FirstSentence(it.Text)
	if t := n.above(slotTask); t != nil && t != n && t.head.text != "" {
		it.Title = heading(FirstSentence(t.head.text))
	}
	if !once {
		p.found.Add(finding.RefTwice, finding.At(finding.Place{Row: it.Line}), finding.Row(ref))
	}
	for _, q := range paras {
		p.used[q.line] = true
	}
	p.useOwnLines(n, clause)
	p.assign(&it, n, joinRaw(paras))
	task := p.task(n, it.Title)
	task.Refs = append(task.Refs, it.Ref)
	p.plan.Items = append(p.plan.Items, it)
}

// useOwnLines marks the lines of a clause that is apart from its item: below it, or
// below a heading above it.
func (p *parser) useOwnLines(n *node, clause string) {
	mark := func(m *node) {
		for _, q := range p.ownLines(m) {
			if strings.Contains(clause, q.clause) {
				p.used[q.line] = true
			}
		}
	}
	for _, point := range n.children {
		mark(point)
	}
	for ; n != nil; n = n.parent {
		mark(n)
	}
}

// ownLines are the paragraphs of a node that are clauses on lines of their own, looked for once:
// a paragraph of many tasks has as many plain ones.
func (p *parser) ownLines(n *node) []para {
	lines, known := p.owned[n]
	if !known {
		lines = slices.DeleteFunc(slices.Clone(n.paras), func(q para) bool { return !q.own })
		p.owned[n] = lines
	}
	return lines
}

// above returns the nearest node of that level at or above n.
func (n *node) above(level slot) *node {
	for ; n != nil && n.slot != level; n = n.parent {
	}
	return n
}

// joinRaw is the same text with its clauses left in.
func joinRaw(paras []para) string {
	whole := slices.Clone(paras)
	for i := range whole {
		whole[i].text = whole[i].raw
	}
	return joinParas(whole)
}

// joinParas is the text of an item: sentences run on, what does not end a
// sentence is on its own line.
func joinParas(paras []para) string {
	var all strings.Builder
	for _, q := range paras {
		if all.Len() > 0 && !clause.EndsSentence(all.String()) {
			all.WriteString("\n")
		}
		all.WriteString(q.text)
	}
	return all.String()
}
