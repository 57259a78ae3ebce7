package consolidate

import (
	"regexp"
	"testing"

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
	p := townPlan()
	data, err := Render(merged(t, Input{Plan: p, Year: 2024, Batch: batchOf(p, 2024, nil, year2024()...)}))
	if err != nil {
		t.Fatal(err)
	}
	stored, computed := opened(t, data).Sheet(sheetOverview), opened(t, trial.Converted(t, uncached(t, data), "xlsx")).Sheet(sheetOverview)
	count := 0
	for _, r := range stored.Rows {
		for _, c := range r.Cells {
			if c.Formula == ooxml.Plain {
				continue
			}
			count++
			if got := cellText(computed, r.R, c.Col); !same(got, c.Text) {
				t.Errorf("row %d, column %d: stored %s, computed %s", r.R, c.Col, c.Text, got)
			}
		}
	}
	if count < 30 {
		t.Errorf("only %d formulas", count)
	}
}

// A summary that was opened and saved in LibreOffice serves as last year's, and for
// rulings and trace.
func TestASummarySavedByLibreOfficeIsStillOne(t *testing.T) {
	p := townPlan()
	data, err := Render(merged(t, Input{Plan: p, Year: 2024, Batch: batchOf(p, 2024, nil, year2024()...)}))
	if err != nil {
		t.Fatal(err)
	}
	book := opened(t, trial.Converted(t, ruled(t, data, "8.1", "以统计公报为准"), "xlsx"))
	if h, list := ReadHistory(book, p); h == nil || h.Last != 2024 {
		t.Fatalf("%+v", list)
	}
	if r, list := ReadRulings(book, p); r == nil || len(r.List) != 1 || r.List[0].Value != "8.1" {
		t.Fatalf("%+v %+v", r, list)
	}
	if o, _, err := Trace(book, p, "主要目标一览表!N4"); err != nil || o[0].Given != " 6.1 " {
		t.Fatalf("%v %+v", err, o)
	}
}
