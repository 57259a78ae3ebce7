package annotate

import "tianbao/seeds/markup"

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
