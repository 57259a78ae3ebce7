package check

import (
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
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

func TestWhatIsShortOfATargetGoesByItsWords(t *testing.T) {
	tolerance := plan.Tolerance{Share: decimal.NewFromInt(97)}
	for _, c := range []struct {
		words, unit, phrase string
		op                  plan.Op
		least, most         string
		short, enough       []string
	}{
		{"以上", "个", "", plan.AtLeast, "10", "10", []string{"9.99", "0"}, []string{"10", "11"}},
		{"突破", "个", "", plan.Above, "10", "10", []string{"9", "10"}, []string{"10.01"}},
		{"以内", "%", "", plan.AtMost, "6", "6", []string{"6.01"}, []string{"6", "5"}},
		{"低于", "%", "", plan.Below, "6", "6", []string{"6", "7"}, []string{"5.99"}},
		{"达到", "个", "", plan.Equal, "100", "100", []string{"96.99"}, []string{"97", "101"}},
		{"左右", "个", "", plan.About, "100", "100", []string{"96.99"}, []string{"97"}},
		{"3—5", "个", "", plan.Between, "3", "5", []string{"2"}, []string{"3", "4", "6"}},
		{"三级", "级", "达到三级", plan.Equal, "3", "3", []string{"4"}, []string{"3", "2"}},
		{"4A级", "级", "创成4A级景区", plan.AtLeast, "4", "4", []string{"3"}, []string{"4", "5"}},
	} {
		target := &plan.Target{Op: c.op, Unit: c.unit, Phrase: c.phrase, Min: decimal.RequireFromString(c.least), Max: decimal.RequireFromString(c.most)}
		for _, given := range c.short {
			if !short(target, decimal.RequireFromString(given), tolerance) {
				t.Errorf("%s: %s is not short", c.words, given)
			}
		}
		for _, given := range c.enough {
			if short(target, decimal.RequireFromString(given), tolerance) {
				t.Errorf("%s: %s is short", c.words, given)
			}
		}
	}
}
