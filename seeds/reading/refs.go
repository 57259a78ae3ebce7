package reading

import (
	"fmt"
	"strconv"
	"strings"

	"tianbao/seeds/plan"
)

// labelOf writes the number of a level in half-width: 一, (一), 1, (1).
func labelOf(level slot, no int) string {
	switch level {
	case slotRoot:
		return ""
	case slotChapter:
		return numeral(no)
	case slotSection:
		return "(" + numeral(no) + ")"
	case slotTask:
		return strconv.Itoa(no)
	}
	return "(" + strconv.Itoa(no) + ")"
}

// numeral prints a number in Chinese up to 99, in digits beyond.
func numeral(no int) string {
	if han := plan.Numeral(no); han != "" {
		return han
	}
	return strconv.Itoa(no)
}

// refs gives every leaf its 编号. Task numbers that repeat in the document make
// all of them carry their section's prefix.
type refs struct {
	prefixed bool
	used     map[string]bool
	again    map[string]int // how often a reference was given again
}

func newRefs(root *node) *refs {
	r := &refs{used: map[string]bool{}, again: map[string]int{}}
	seen := map[string]bool{}
	root.walk(func(n *node) {
		if n.slot != slotTask && n.head.number == "" {
			return
		}
		r.prefixed = r.prefixed || seen[n.label()]
		seen[n.label()] = true
	})
	return r
}

// base is the 编号 of a node by its place: 91, 127(2), 八(一), 一(一)1(2).
func (r *refs) base(n *node) string {
	if n == nil || n.slot == slotRoot {
		return ""
	}
	if !r.prefixed && (n.slot == slotTask || n.head.number != "") {
		return n.label()
	}
	if n.head.number != "" && n.parent.head.number != "" {
		return strings.TrimSuffix(r.base(n.parent), n.parent.label()) + n.label()
	}
	return r.base(n.parent) + n.label()
}

// unique returns the reference, with a mark of its own where it stands already.
func (r *refs) unique(ref string) (string, bool) {
	if ref == "" {
		ref = "0"
	}
	once := !r.used[ref]
	for first := ref; r.used[ref]; {
		r.again[first] = max(r.again[first], 1) + 1
		ref = fmt.Sprintf("%s~%d", first, r.again[first])
	}
	r.used[ref] = true
	return ref, once
}
