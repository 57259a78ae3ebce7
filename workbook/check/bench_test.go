package check

import (
	"strconv"
	"testing"

	"tianbao/templates/layout"
	"tianbao/workbook"
)

// filledReturn is a return with every cell to fill filled plausibly.
func filledReturn(b *testing.B) *workbook.Return {
	b.Helper()
	r := blankReturn(2032, past{"target 1-1 total": "11", "indicator 2 actual": "40000"})
	for _, s := range r.Sheets {
		for i := range s.Rows {
			row := &s.Rows[i]
			for c := range s.Form.Columns {
				if column := &s.Form.Columns[c]; row.Issued.Modes[c] == layout.Open {
					fillCell(b, row, c, plausible(*column, *row.Issued))
				}
			}
		}
	}
	return r
}

// What rules cost, cell by cell: to be held against reading, which takes some
// 300 ns a cell.
func BenchmarkRun(b *testing.B) {
	r := filledReturn(b)
	cells := 0
	for _, s := range r.Sheets {
		cells += len(s.Rows) * len(s.Form.Columns)
	}
	b.Run(strconv.Itoa(cells)+" cells", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Run(r)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(cells), "ns/cell")
	})
}
