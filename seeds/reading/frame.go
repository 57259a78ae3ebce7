package reading

import (
	"slices"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// passOver leaves out chapters and sections that speak of the plan itself (总体要求,
// 保障措施) and make nobody responsible, in a document that elsewhere does. What they
// number as a task stays, and so do the rows of a table of tasks.
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
		frames := p.frame.In(text.HalfWidth(heading(FirstSentence(c.head.text)))) || n.mostResponsible() || c.onlyHeading()
		if c.slot <= slotSection && frames && !c.amongTasks() && !c.responsible() && !p.numbersGoals(c) && c.leavesWith(func(m *node) bool { return m.head.row && m.slot >= slotTask }) == 0 {
			p.found.Add(finding.TextLeftOut, finding.At(finding.Place{Row: c.head.line}),
				finding.Given(excerpt(c.head.text)), finding.Message("这一部分没有责任分工,未收入"))
			continue
		}
		kept = append(kept, c)
	}
	n.children = kept
}

// amongTasks reports a numbered text below a chapter most of whose others make somebody responsible: one of its tasks,
// whatever it speaks of.
func (n *node) amongTasks() bool {
	if n.slot != slotSection || n.parent == nil || n.onlyHeading() {
		return false
	}
	with := 0
	for _, c := range n.parent.children {
		if c.responsible() {
			with++
		}
	}
	return with > 1 && with*2 >= len(n.parent.children)
}

// onlyHeading reports a chapter or a section of which the document gives nothing but the heading.
func (n *node) onlyHeading() bool {
	return n.slot <= slotSection && len(n.children)+len(n.paras) == 0 && n.head.isHeading() && !clause.EndsSentence(n.head.text) && !n.head.row
}

// mostResponsible reports whether it is the document, and nine in ten of its tasks and at least five have a clause:
// a chapter of it without any is none of its tasks.
func (n *node) mostResponsible() bool {
	with, all := 0, 0
	for _, chapter := range n.children {
		if has := chapter.leavesWith(func(m *node) bool { return m.responsible() }); has > 0 {
			with, all = with+has, all+max(1, chapter.leaves())
		}
	}
	return n.parent == nil && with >= 5 && with*10 >= all*9
}

// leavesWith counts the nodes that nothing is below and of which it is true, the node itself where it is one.
func (n *node) leavesWith(is func(*node) bool) int {
	count := 0
	n.walk(func(m *node) {
		if len(m.children) == 0 && is(m) {
			count++
		}
	})
	return count
}

// numbersGoals reports whether it is a part of goals (总体目标) that numbers them as tasks are, or tasks
// that promise something.
func (p *parser) numbersGoals(n *node) bool {
	found, goals := false, strings.Contains(n.head.text, "目标")
	n.walk(func(m *node) {
		if m != n && m.slot >= slotTask {
			found = found || goals || p.promises(m.head)
		}
	})
	return found
}

// responsible reports whether a clause is at the node or anywhere below.
func (n *node) responsible() bool {
	found := false
	n.walk(func(m *node) {
		found = found || m.head.clause != "" && !m.head.opens || m.covered != ""
		for _, q := range m.paras {
			found = found || q.clause != ""
		}
	})
	return found
}

// plainParts takes the numbers from parts of the document that make nobody
// responsible, where others do: the notice before the plan that it issues. Such
// a part ends where chapters begin anew, or where the plan's title stands again.
func (p *parser) plainParts(paras []para) []para {
	starts := partStarts(paras, titleKey(p.plan.Title))
	for i, from := range starts {
		to := len(paras)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		part := paras[from:to]
		first := slices.IndexFunc(part, func(q para) bool { return q.kind != markNone })
		if first < 0 || anyClause(part) || !anyClause(paras) {
			continue
		}
		p.found.Add(finding.TextLeftOut, finding.At(finding.Place{Row: part[first].line}),
			finding.Given(excerpt(part[first].raw)), finding.Message("这一部分没有责任分工,未收入"))
		for k := range part {
			part[k].kind, part[k].no = markNone, 0
		}
	}
	return paras
}

// partStarts returns where the parts of a document begin.
func partStarts(paras []para, title string) []int {
	starts := []int{0}
	chapters := 0
	for i, q := range paras {
		begins := q.kind == markHan && q.no == 1 && (chapters > 0 || numberedBefore(paras[:i]))
		if q.kind == markHan {
			chapters++
		}
		if i > 0 && (begins || titleAt(paras[i:], title) || headsAnew(paras[i:]) && numberedBefore(paras[:i])) {
			starts = append(starts, i)
		}
	}
	return starts
}

// headsAnew reports whether paragraphs begin with a short heading without number, 附则, below which numbers begin
// at 1.
func headsAnew(paras []para) bool {
	return len(paras) > 1 && paras[0].kind == markNone && paras[0].clause == "" && len([]rune(paras[0].raw)) <= longestPartHead &&
		!clause.EndsSentence(paras[0].raw) && paras[1].kind != markNone && paras[1].no == 1
}

// longestPartHead is more characters than the heading of a part has: 附 则, 第二部分.
const longestPartHead = 8

func numberedBefore(paras []para) bool {
	return slices.ContainsFunc(paras, func(q para) bool { return q.kind == markArabic })
}

// titleKey is what a title has in common however it is quoted and broken.
func titleKey(title string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("《》〈〉<> \"“”", r) {
			return -1
		}
		return text.HalfRune(r)
	}, title)
}

// titleAt reports whether paragraphs begin with the title, on up to four lines.
func titleAt(paras []para, title string) bool {
	joined := ""
	for i := 0; i < len(paras) && i < 4 && paras[i].kind == markNone; i++ {
		joined += titleKey(paras[i].raw)
		if joined == title && title != "" {
			return true
		}
		if !strings.HasPrefix(title, joined) {
			return false
		}
	}
	return false
}

func anyClause(paras []para) bool {
	for _, q := range paras {
		if q.clause != "" {
			return true
		}
	}
	return false
}
