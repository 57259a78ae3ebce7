package finding

import (
	"cmp"
	"slices"
)

// Sort puts the findings of one file in its order: the whole file first, then
// sheet by sheet in the order of the tabs, whole sheets and columns before cells,
// row by row, column by column, code by code. A sheet that is not in tabs stands
// last. Findings that tie keep their order.
func (l List) Sort(tabs []string) {
	slices.SortStableFunc(l, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(tabOrder(tabs, a.Place.Sheet), tabOrder(tabs, b.Place.Sheet)),
			cmp.Compare(a.Place.Sheet, b.Place.Sheet),
			cmp.Compare(a.Place.Row, b.Place.Row),
			cmp.Compare(a.Place.Col, b.Place.Col),
			cmp.Compare(a.Code, b.Code),
		)
	})
}

func tabOrder(tabs []string, sheet string) int {
	if sheet == "" {
		return -1
	}
	if i := slices.Index(tabs, sheet); i >= 0 {
		return i
	}
	return len(tabs)
}

// Prune returns the list without the consequences of what it reports: the table
// says which code suppresses which. A finding covers what lies in its own cell;
// without a column its row, without a row its column or sheet, without a sheet
// the file. One that names a column or a row by its words covers only those.
func (l List) Prune() List {
	var causes []Finding
	for i := range l {
		if e, _ := Lookup(l[i].Code); len(e.Suppresses) > 0 {
			causes = append(causes, l[i])
		}
	}
	if len(causes) == 0 {
		return l
	}
	kept := make(List, 0, len(l))
	for i := range l {
		if !slices.ContainsFunc(causes, func(c Finding) bool { return c.causes(&l[i]) }) {
			kept = append(kept, l[i])
		}
	}
	return kept
}

func (f *Finding) causes(g *Finding) bool {
	if !f.covers(g) {
		return false
	}
	e, _ := Lookup(f.Code)
	return slices.Contains(e.Suppresses, g.Code)
}

func (f *Finding) covers(g *Finding) bool {
	p, q := f.Place, g.Place
	return (p.Sheet == "" || p.Sheet == q.Sheet) &&
		(p.Row == 0 || p.Row == q.Row) &&
		(p.Col == 0 || p.Col == q.Col) &&
		(p.Row > 0 || f.Ref == "" || f.Ref == g.Ref) &&
		(p.Col > 0 || f.Column == "" || f.Column == g.Column)
}
