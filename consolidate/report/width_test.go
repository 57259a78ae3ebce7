package report

import (
	"testing"

	"tianbao/consolidate"
	"tianbao/consolidate/town"
	"tianbao/templates/xl"
)

// A4 across holds 112.5 characters of a column's width at the sheet's own size; what is
// wider is printed smaller.
const across = 112.5

func TestEveryTablePrintsAtEightPointsAndThoseOfLeadersAtNine(t *testing.T) {
	p := town.Plan()
	for _, year := range []int{2021, 2024, 2025} {
		s := town.Merged(t, consolidate.Input{Plan: p, Year: year, Batch: town.Batch(p, year, nil)})
		w := &writer{sum: s}
		for _, table := range w.tables() {
			least, wide := 8.0, 0.0
			if table.Plain {
				least = xl.TableSize
			}
			for _, c := range table.Columns[:table.Printed()] {
				wide += c.Width
			}
			if size := min(xl.TableSize, xl.TableSize*across/wide); size < least {
				t.Errorf("%s of %d prints at %.1f points", table.Name, year, size)
			}
		}
	}
}
