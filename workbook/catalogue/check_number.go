package catalogue

import (
	"strconv"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
)

// numbering: within a level a number follows the one before, or starts again at 1
// under a new heading. Levels without numbers are passed over. The first chapters and
// sections of a heading may be of the plan itself (一、总体要求), which holds no items.
func (c *checker) numbering() {
	chapters, sections, tasks := &counter{c: c, late: true}, &counter{c: c, late: true}, &counter{c: c}
	for i := range c.plan.Chapters {
		ch := &c.plan.Chapters[i]
		chapters.next(0, ch.No, plan.Numeral, firstRef(ch.Sections))
		for j := range ch.Sections {
			s := &ch.Sections[j]
			sections.next(i, s.No, func(n int) string { return "(" + plan.Numeral(n) + ")" }, firstRef(ch.Sections[j:j+1]))
			for _, t := range s.Tasks {
				ref := ""
				if len(t.Refs) > 0 {
					ref = t.Refs[0]
				}
				tasks.next(i*maxSections+j, t.No, strconv.Itoa, ref)
			}
		}
	}
	c.subNumbers()
}

const maxSections = 1 << 20 // keeps the sections of different chapters apart

// subNumbers: (1), (2) … within each task.
func (c *checker) subNumbers() {
	subs := &counter{c: c}
	parent, last := 0, [3]int{}
	for i := range c.plan.Items {
		it := &c.plan.Items[i]
		if it.Sub == 0 {
			continue
		}
		if task := [3]int{it.Chapter, it.Section, it.Task}; task != last {
			parent, last = parent+1, task
		}
		if subs.begun && subs.parent == parent && subs.last == it.Sub {
			continue // points of one sub item
		}
		subs.next(parent, it.Sub, func(n int) string { return "(" + strconv.Itoa(n) + ")" }, it.Ref)
	}
}

func firstRef(sections []plan.Section) string {
	for _, s := range sections {
		for _, t := range s.Tasks {
			if len(t.Refs) > 0 {
				return t.Refs[0]
			}
		}
	}
	return ""
}

// counter watches the numbers of one level.
type counter struct {
	c            *checker
	parent, last int
	begun        bool
	late         bool // numbers may be left out before the first below a heading
}

func (n *counter) next(parent, no int, print func(int) string, ref string) {
	if no < 1 {
		return
	}
	same := n.begun && n.parent == parent
	want := 1
	if n.begun && (same || no != 1) {
		want = n.last + 1
	}
	left := n.late && !same && (no > want || !n.begun)
	if no != want && (no != 1 || same) && !left {
		n.c.add(finding.NumberGap, sheetItems, ref, "编号", finding.Given(print(no)), finding.Expected(print(want)))
	}
	n.parent, n.last, n.begun = parent, no, true
}
