package templates_test

import (
	"flag"
	"os"
	"testing"

	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/workbook/xl"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestTheWorkbookOfASmallPlan holds a workbook, as text, against the one last
// looked at: cells, formulas, locks, validations, names, print set-up.
func TestTheWorkbookOfASmallPlan(t *testing.T) {
	p := sample.Plan(sample.Size{Units: 2, Lead: 2, Targets: 2, Support: 2, Indicators: 2})
	f := layout.NewForms(p, 2024, sample.NewPast(p, 2023, sample.Options{Seed: 1})).Of(p.Reporters()[0])
	got, err := xl.Dump(build(t, f, nil))
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/small.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from the workbook; look at it after go test ./templates -run SmallPlan -update", golden)
	}
}
