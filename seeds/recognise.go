package seeds

import (
	"strings"
	"unicode"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
)

// Parse makes a plan of a document. A document of the place that the built-in
// register is about is read with that register; any other without: a 市科技局 of
// another city is another unit.
func Parse(doc *document.Document) (*plan.Plan, finding.List) {
	p, found := reading.Parse(doc, nil)
	if reg := Register(); samePlace(p, reg) {
		return reading.Parse(doc, reg)
	}
	return p, found
}

// samePlace reports whether most of the units that the plan names by their place
// are the register's, and all members of its groups.
func samePlace(p *plan.Plan, reg *reading.Register) bool {
	known := map[string]bool{}
	for _, u := range reg.Units {
		known[u.Name] = true
		for _, alias := range u.Aliases {
			known[alias] = true
		}
	}
	ours, others := 0, 0
	for _, u := range p.Units {
		switch {
		case !namedByPlace(u.Name):
		case known[u.Name]:
			ours++
		default:
			others++
		}
	}
	return ours >= 3 && ours > 2*others
}

// namedByPlace reports whether a name says which place it is of: not 市科技局, which
// every city has.
func namedByPlace(name string) bool {
	first := []rune(name)[0]
	return unicode.Is(unicode.Han, first) && !strings.ContainsRune("省市县区州国各团", first)
}
