package templates_test

import (
	"testing"

	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/templates/xl"
)

// TestTheWorkbookOfASmallPlanIsAsLastLookedAt holds a workbook, as text, against the one last
// looked at: cells, formulas, locks, validations, names, print set-up.
func TestTheWorkbookOfASmallPlanIsAsLastLookedAt(t *testing.T) {
	p := sample.Plan(sample.Size{Units: 2, Lead: 2, Targets: 2, Support: 2, Indicators: 2})
	f := layout.NewForms(p, 2024, sample.NewPast(p, 2023, sample.Options{Seed: 1})).Of(p.Reporters()[0])
	got := trial.Got(xl.Dump(build(t, f, nil)))(t)
	trial.Golden(t, "testdata/small.txt", got)
}
