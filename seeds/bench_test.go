package seeds

import (
	"encoding/json"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
)

// TestTheBuiltInPlanIsWhatItsDocumentSays holds what the program opens against what its
// reader makes of the document.
func TestTheBuiltInPlanIsWhatItsDocumentSays(t *testing.T) {
	p, found := Read()
	trial.Golden(t, "built.json", lines(t, p, found))
	if trial.Updating() {
		return // what is embedded is the file as it was
	}
	if p, found := Plan(); lines(t, p, found) != string(built) {
		t.Error("the built-in plan differs when opened")
	}
}

func lines(t *testing.T, p *plan.Plan, found finding.List) string {
	data := trial.Got(json.MarshalIndent(asRead{p, found}, "", ""))(t)
	return string(data) + "\n"
}

// BenchmarkPlan times what every command does first.
func BenchmarkPlan(b *testing.B) {
	for b.Loop() {
		Plan()
	}
}
