package consolidate

import (
	"cmp"
	"slices"
	"strings"

	"tianbao/consolidate/store"
	"tianbao/templates/layout"
)

// order brings conflicts into the order of sheets, rows, columns and units,
// whatever order the files had.
func (m *merger) order() {
	at := m.spotOrder()
	slices.SortStableFunc(m.sum.Conflicts, func(a, b *Conflict) int {
		if order := cmp.Or(cmp.Compare(undecidedLast(a.Kind), undecidedLast(b.Kind)), at(a.Spot, b.Spot), cmp.Compare(a.Kind, b.Kind)); order != 0 {
			return order
		}
		return strings.Compare(a.Key(), b.Key())
	})
}

// undecidedLast puts what is to be decided before what is only listed.
func undecidedLast(k ConflictKind) int {
	if k.Undecided() {
		return 0
	}
	return 1
}

// sheetOrder numbers the sheets as the layout has them.
func sheetOrder() map[layout.SheetKey]int {
	sheets := map[layout.SheetKey]int{}
	for i, s := range layout.Sheets() {
		sheets[s.Key] = i
	}
	return sheets
}

// spotOrder compares spots as the summary shows them.
func (m *merger) spotOrder() func(a, b store.Spot) int {
	sheets, units := sheetOrder(), map[string]int{}
	for i := range m.in.Batch.Units {
		units[m.in.Batch.Units[i].Unit.ID] = i
	}
	rank := ranks(m.in.Plan)
	for i := range m.in.Plan.Items {
		for j := range m.in.Plan.Items[i].Targets {
			rank[m.in.Plan.Items[i].Targets[j].ID] = i*1000 + j
		}
	}
	rows := func(s store.Spot) int {
		if s.Sheet == layout.Indicators {
			return int(store.Number(s.Ref).Decimal.IntPart())
		}
		return rank[s.Ref]
	}
	column := func(s store.Spot) int {
		if d := layout.SheetOf(s.Sheet); d != nil {
			return d.Index(s.Col)
		}
		return -1
	}
	return func(a, b store.Spot) int {
		return cmp.Or(cmp.Compare(sheets[a.Sheet], sheets[b.Sheet]), cmp.Compare(rows(a), rows(b)), cmp.Compare(a.Year, b.Year),
			cmp.Compare(column(a), column(b)), cmp.Compare(units[a.Unit], units[b.Unit]))
	}
}
