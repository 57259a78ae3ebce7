package finding

import "testing"

func TestEveryCodeIsExplainedAndNothingElse(t *testing.T) {
	for _, e := range Table() {
		x, ok := Explain(e.Code)
		if !ok || x.Why == "" || x.Example == "" {
			t.Errorf("%s: no reason or no example: add it in seeds/finding/explain.go", e.Code)
		}
		if Cause(e.Code) == "" {
			t.Errorf("%s: nothing is said of what most likely led to it", e.Code)
		}
	}
	for code := range causes {
		if _, ok := Lookup(code); !ok {
			t.Errorf("%s has a cause and does not exist", code)
		}
	}
	for code := range explanations {
		if _, ok := Lookup(code); !ok {
			t.Errorf("%s is explained and does not exist", code)
		}
	}
}
