package check

import (
	"testing"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
)

func TestOfARowReportedApartNothingElseIsAsked(t *testing.T) {
	r := blankReturn(2032, nil)
	fill(t, r, layout.Lead, "1", layout.Status, layout.Separate)
	fill(t, r, layout.Targets, "1-1", layout.Data, layout.Separate)
	fill(t, r, layout.Support, "3", layout.Joined, layout.Separate)
	fill(t, r, layout.Indicators, "2", layout.Data, layout.Separate)
	others := 0
	for _, f := range Run(r) {
		switch {
		case f.Place.Sheet == "牵头任务" && f.Ref == "1", f.Ref == "1-1", f.Ref == "3" && f.Place.Sheet == "配合任务", f.Ref == "2" && f.Place.Sheet == "主要指标":
			t.Errorf("asked: %v", f)
		case f.Code == finding.Required:
			others++
		}
	}
	if others == 0 {
		t.Error("nothing is asked of the other rows")
	}
}

func TestAValueBesideOneReportedApartIsQuestioned(t *testing.T) {
	r := blankReturn(2032, nil)
	fill(t, r, layout.Indicators, "2", layout.Data, layout.Separate)
	fill(t, r, layout.Indicators, "2", layout.Actual, "41000")
	if !Run(r).Has(finding.UnpublishedValue) {
		t.Error("not questioned")
	}
}
