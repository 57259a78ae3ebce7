package report

import (
	"regexp"
	"testing"

	"tianbao/consolidate/town"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	"tianbao/seeds/trial"
	"tianbao/workbook/ooxml"
)

var cached = regexp.MustCompile(`</f><v>[^<]*</v>`)

// uncached takes the stored results of all formulas away, so that whoever opens
// the workbook has to compute them.
func uncached(t *testing.T, data []byte) []byte {
	t.Helper()
	formulas := 0
	bare := trial.Repacked(t, data, func(_ string, part []byte) []byte {
		formulas += len(cached.FindAll(part, -1))
		return cached.ReplaceAll(part, []byte("</f>"))
	})
	if formulas < 30 {
		t.Fatalf("%d formulas", formulas)
	}
	return bare
}

// The totals on 总体情况 are formulas; what LibreOffice computes is what was stored.
func TestTheOverviewsFormulasComputeToTheirStoredValues(t *testing.T) {
	p := town.Plan()
	data, err := Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)}))
	if err != nil {
		t.Fatal(err)
	}
	stored, computed := town.Opened(t, data).Sheet(sheetOverview), town.Opened(t, trial.Converted(t, uncached(t, data), "xlsx")).Sheet(sheetOverview)
	count := 0
	for _, r := range stored.Rows {
		for _, c := range r.Cells {
			if c.Formula == ooxml.Plain {
				continue
			}
			count++
			if got := textAt(computed, r.R, c.Col); !store.Same(got, c.Text) {
				t.Errorf("row %d, column %d: stored %s, computed %s", r.R, c.Col, c.Text, got)
			}
		}
	}
	if count < 30 {
		t.Errorf("only %d formulas", count)
	}
}

// textAt is what stands in a cell of a grid, "" where nothing.
func textAt(g *ooxml.Grid, row, col int) string {
	for _, r := range g.Rows {
		for _, c := range r.Cells {
			if r.R == row && c.Col == col {
				return c.Text
			}
		}
	}
	return ""
}
