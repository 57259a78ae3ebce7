package annotate

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"tianbao/seeds/markup"
	"tianbao/seeds/text"
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
func (e *edits) cut(n *markup.Node) { e.replace(n.Start, n.End, "") }

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
func (e *edits) append(doc []byte, n *markup.Node, text string) {
	if !n.Closed() {
		e.insert(n.InnerEnd, text)
		return
	}
	closing := "</" + n.Prefix + n.Name + ">"
	for i := range *e {
		if c := &(*e)[i]; c.start == n.Start && c.end == n.End {
			c.text = strings.TrimSuffix(c.text, closing) + text + closing
			return
		}
	}
	tag := strings.TrimSuffix(strings.TrimSuffix(string(doc[n.Start:n.Inner]), ">"), "/")
	e.replace(n.Start, n.End, tag+">"+text+closing)
}

// setAttr gives an attribute of a start tag a value; an empty one takes it out.
// The value must need no escaping.
func setAttr(tag, name, value string) string {
	found := regexp.MustCompile(`\s` + name + `\s*=\s*(?:"[^"]*"|'[^']*')`)
	set := text.If(value != "", " "+name+`="`+value+`"`)
	if found.MatchString(tag) {
		return found.ReplaceAllLiteralString(tag, set)
	}
	end := strings.TrimSuffix(strings.TrimSuffix(tag, ">"), "/")
	return end + set + tag[len(end):]
}

// setAttr changes an attribute of an element.
func (e *edits) setAttr(doc []byte, n *markup.Node, name, value string) {
	e.replace(n.Start, n.Inner, setAttr(string(doc[n.Start:n.Inner]), name, value))
}

// mostNodes is how many elements of a part are kept: far more than any return has, and
// less than 64 MiB.
const mostNodes = 200_000

// deepFunc says whether what is below an element is to be kept; see markup.Bounds.
type deepFunc = func(n *markup.Node, depth int) bool

// parse reads a part that is known to be well formed, of which deep says what to keep.
func parse(doc []byte, deep deepFunc) (*markup.Node, error) {
	return markup.Parse(doc, markup.Bounds{Elements: mostNodes, Below: deep})
}

// down keeps so many levels below the root; extensions are left alone.
func down(levels int) deepFunc {
	return func(n *markup.Node, depth int) bool { return depth < levels && n.Name != "extLst" }
}
