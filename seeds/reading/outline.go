package reading

import (
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/finding"
)

// slot is a level of the plan that a kind of number marks.
type slot int

const (
	slotRoot slot = iota
	slotChapter
	slotSection
	slotTask
	slotSub
	slotPoint // below the sub item
)

// slots says which kind of number marks which level in this document. ① marks
// sub items where (1) does not. Where 第一章 or 第一节 are above 一、, or 1.1 below 1,
// the levels that are there follow each other; the lowest number in digits is a task's.
func slots(paras []para) map[mark]slot {
	plain := map[mark]slot{markHan: slotChapter, markHanParen: slotSection, markArabic: slotTask,
		markParen: slotSub, markHalfParen: slotPoint, markCircled: slotPoint, markBox: slotTask}
	present := map[mark]bool{}
	for _, p := range paras {
		present[p.kind] = true
	}
	switch {
	case present[markParen]:
	case present[markHalfParen]:
		plain[markHalfParen] = slotSub
	default:
		plain[markCircled] = slotSub
	}
	if numbersWithin(paras, markHanParen, markArabic) {
		plain[markHanParen], plain[markParen], plain[markHalfParen], plain[markCircled] = slotSub, slotPoint, slotPoint, slotPoint
		return plain
	}
	if !present[markVolume] && !present[markPart] && !present[markArticle] && !present[markDecimal2] && !present[markDecimal3] {
		return plain
	}
	deepest := markNone // of the numbers in digits
	for kind := markArabic; kind <= markDecimal4; kind++ {
		if present[kind] {
			deepest = kind
		}
	}
	moved, next := map[mark]slot{markBox: slotTask}, slotChapter
	for _, kind := range levels(paras) {
		if present[kind] {
			if kind == deepest {
				next = max(next, slotTask)
			}
			moved[kind] = min(next, slotPoint)
			next++
		}
	}
	return moved
}

// numbersWithin reports whether numbers of one kind are within those of another, whose usual place is below them:
// 第三条 holds (一) and (二). Then they begin anew behind the other more often than they go on behind it.
func numbersWithin(paras []para, inner, outer mark) bool {
	anew, on := 0, 0
	before := markNone
	for _, p := range paras {
		if p.kind == inner && before == outer {
			if p.no == 1 {
				anew++
			} else {
				on++
			}
		}
		if p.kind != markNone {
			before = p.kind
		}
	}
	return anew > 1 && anew > on
}

// levels returns the kinds of numbers, highest first. Volumes and their kin are below 一、 where 一、二、三 go
// on across them: 二、重点任务 holds 第一篇 and 第二篇.
func levels(paras []para) []mark {
	var order []mark
	for kind := markVolume; kind <= markCircled; kind++ {
		order = append(order, kind)
	}
	before, first := 0, true
	for _, p := range paras {
		switch {
		case p.kind == markNone:
		case p.kind < markHan && first:
			if first = false; before == 0 {
				return order
			}
		case p.kind == markHan && first:
			before = p.no
		case p.kind == markHan:
			if p.no == before+1 {
				at := slices.Index(order, markHan)
				return append([]mark{markHan}, slices.Delete(order, at, at+1)...)
			}
			return order
		}
	}
	return order
}

// withoutVolumes leaves the volumes out of a document of volumes, chapters and
// sections, where tasks stand four levels down: a volume (第二篇) that chapters follow
// only holds them together, one that speaks for itself is a chapter.
func withoutVolumes(paras []para) []para {
	present := map[mark]bool{}
	for _, p := range paras {
		present[p.kind] = true
	}
	if !present[markVolume] || !present[markPart] || !present[markArticle] {
		return paras
	}
	var kept []para
	for i, p := range paras {
		if p.kind == markVolume {
			if i+1 < len(paras) && paras[i+1].kind == markPart && p.clause == "" {
				continue
			}
			p.kind = markPart
		}
		kept = append(kept, p)
	}
	return kept
}

// para is a numbered or plain paragraph, its clause cut off.
type para struct {
	line   int
	kind   mark
	no     int
	number string // in full where it is decimal (2.1.3)
	raw    string // without number
	text   string // without number and clause
	clause string // as written; "" where none
	own    bool   // the clause is on a line of its own
	row    bool   // a row of a table
	note   bool   // a note on a table
	opens  bool   // the clause opens its sentence, where words about the plan itself may have one too
}

// node is a numbered paragraph with what is below it.
type node struct {
	slot     slot
	head     para
	paras    []para // plain paragraphs below it, before its children
	parent   *node
	children []*node
	covered  string // clause that stands for it elsewhere, on a line of its own
	unit     bool   // its heading is a unit, which leads what is below
	office   string // the unit that its heading is
}

// buildOutline hangs every paragraph below the nearest number of a higher
// level before it. Levels may be absent.
func buildOutline(paras []para) *node {
	root := &node{}
	at, levels := root, slots(paras)
	for _, p := range paras {
		level, numbered := levels[p.kind]
		if !numbered {
			at.paras = append(at.paras, p)
			continue
		}
		if at.inBox(p) {
			level = slotSub
		}
		for at.slot >= level {
			at = at.parent
		}
		child := &node{slot: level, head: p, parent: at}
		at.children = append(at.children, child)
		at = child
	}
	return root
}

// boxed makes plain paragraphs of the boxes that make nobody responsible, nor the first task in them.
func boxed(paras []para) []para {
	for i := range paras {
		q := &paras[i]
		if q.kind != markBox || q.clause != "" || i+1 < len(paras) && paras[i+1].no == 1 && paras[i+1].clause != "" {
			continue
		}
		q.kind, q.no, q.text = markNone, 0, q.raw
	}
	return paras
}

// inBox reports whether it is the next of the numbers in the box that is open, which begin at one.
func (n *node) inBox(p para) bool {
	box := n.above(slotTask)
	if box == nil || box.head.kind != markBox || p.kind == markBox || p.kind < markArabic {
		return false
	}
	if len(box.children) == 0 {
		return p.no == 1
	}
	last := box.children[len(box.children)-1].head
	return p.kind == last.kind && p.no == last.no+1 && (p.clause == "" || last.clause != "")
}

// walk visits the node and all below it in the document's order.
func (n *node) walk(visit func(*node)) {
	visit(n)
	for _, c := range n.children {
		c.walk(visit)
	}
}

// up returns the number of the nearest node of that level at or above n, 0 where
// the level is absent.
func (n *node) up(level slot) int {
	for ; n != nil; n = n.parent {
		if n.slot == level && n.head.kind != markBox {
			return n.head.no
		}
	}
	return 0
}

// checkNumbers reports gaps and repeats: within a level a number follows the
// one before, or starts again at 1.
func checkNumbers(root *node, found *finding.List) {
	last := map[slot]*node{}
	root.walk(func(n *node) {
		if n.slot == slotRoot || n.head.kind == markBox {
			return
		}
		prev := last[n.slot]
		want := n.head.no // a document may begin with any number
		if prev != nil && (prev.parent == n.parent || n.head.no != 1) {
			want = prev.head.no + 1
		}
		if n.head.no != want {
			found.Add(finding.NumberGap, finding.At(finding.Place{Row: n.head.line}),
				finding.Given(n.label()), finding.Expected(n.labelOf(want)))
		}
		last[n.slot] = n
	})
}

func (n *node) label() string { return n.labelOf(n.head.no) }

// labelOf is the label the node would have with another number.
func (n *node) labelOf(no int) string {
	if n.head.kind == markBox {
		return "专栏" + strconv.Itoa(no)
	}
	if at := strings.LastIndex(n.head.number, "."); at >= 0 {
		return n.head.number[:at+1] + strconv.Itoa(no)
	}
	if n.head.kind == markHanParen {
		return labelOf(slotSection, no)
	}
	return labelOf(n.slot, no)
}
