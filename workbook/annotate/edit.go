package annotate

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// edits are changes to a part, each a span of its bytes and what takes its place.
// They must not overlap; insertions at one place keep their order.
type edits []edit

type edit struct {
	start, end int
	text       string
}

func (e *edits) insert(at int, text string) { *e = append(*e, edit{at, at, text}) }

func (e *edits) replace(start, end int, text string) { *e = append(*e, edit{start, end, text}) }

// cut takes out an element.
func (e *edits) cut(n *node) { e.replace(n.start, n.end, "") }

// apply returns the part with the changes made.
func (e edits) apply(doc []byte) []byte {
	e = slices.Clone(e)
	slices.SortStableFunc(e, func(a, b edit) int { return cmp.Or(a.start-b.start, a.end-b.end) })
	var out []byte
	at := 0
	for _, c := range e {
		out = append(out, doc[at:c.start]...)
		out = append(out, c.text...)
		at = c.end
	}
	return append(out, doc[at:]...)
}

// append puts text at the end of an element's content, opening one that closes
// itself.
func (e *edits) append(doc []byte, n *node, text string) {
	if !n.closed(doc) {
		e.insert(n.innerEnd, text)
		return
	}
	closing := "</" + n.prefix + n.name + ">"
	for i := range *e {
		if c := &(*e)[i]; c.start == n.start && c.end == n.end {
			c.text = strings.TrimSuffix(c.text, closing) + text + closing
			return
		}
	}
	tag := strings.TrimSuffix(strings.TrimSuffix(string(doc[n.start:n.inner]), ">"), "/")
	e.replace(n.start, n.end, tag+">"+text+closing)
}

// setAttr gives an attribute of a start tag a value; an empty one takes it out.
// The value must need no escaping.
func setAttr(tag, name, value string) string {
	found := regexp.MustCompile(`\s` + name + `\s*=\s*(?:"[^"]*"|'[^']*')`)
	set := ""
	if value != "" {
		set = " " + name + `="` + value + `"`
	}
	if found.MatchString(tag) {
		return found.ReplaceAllLiteralString(tag, set)
	}
	end := strings.TrimSuffix(strings.TrimSuffix(tag, ">"), "/")
	return end + set + tag[len(end):]
}

// setAttr changes an attribute of an element.
func (e *edits) setAttr(doc []byte, n *node, name, value string) {
	e.replace(n.start, n.inner, setAttr(string(doc[n.start:n.inner]), name, value))
}
