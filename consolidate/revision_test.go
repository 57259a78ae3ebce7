package consolidate_test

import (
	"strings"
	"testing"

	"tianbao/consolidate"
	"tianbao/consolidate/report"
	"tianbao/consolidate/store"
	"tianbao/consolidate/town"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
)

// Of an indicator with a level and a growth rate the next year's report revises both,
// each listed as a revision, and the years after are judged by them.
func TestARevisedGrowthCountsAsARevisedLevelDoes(t *testing.T) {
	p := town.Plan()
	p.Indicators[1] = plan.Indicator{No: 2, Category: "经济发展", Name: "社会消费品零售总额", Unit: "亿元", Target: "1425", Growth: "7.5左右", Units: []string{"市发展改革委"}, Known: plan.Known{Base: "992.6"}}
	var h *store.History
	merged := func(year int, cells town.Answers) *consolidate.Summary {
		var past layout.Past
		if h != nil {
			past = h
		}
		cells["indicator/2/data"] = layout.DataFinal
		s := town.Merged(t, consolidate.Input{Plan: p, Year: year, History: h, Batch: town.Batch(p, year, past, town.Sent{Unit: "市发展改革委", Cells: cells})})
		data := trial.Got(report.Render(s))(t)
		if h, _ = store.ReadHistory(town.Opened(t, data), p); h == nil {
			t.Fatal("no history")
		}
		return s
	}
	merged(2021, town.Answers{"indicator/2/actual": "1000", "indicator/2/growth": "5"})
	s := merged(2022, town.Answers{"indicator/2/actual": "1148", "indicator/2/growth": "7.7",
		"indicator/2/revised": "1067", "indicator/2/regrown": "7.6", "indicator/2/reason": "经济普查修订了上年数"})
	got := s.Indicators[1]
	if got.Verdict.Words() != "达到序时进度" || !strings.Contains(got.Verdict.Basis, "7.6、7.7") {
		t.Errorf("%s %s", got.Verdict.Words(), got.Verdict.Basis)
	}
	if y := got.Years[0]; y.Value.Number.Decimal.String() != "1067" || y.Revised != "1000" || y.Each.Number.Decimal.String() != "7.6" {
		t.Errorf("2021: %+v", y)
	}
	listed := ""
	for _, c := range s.Conflicts {
		if c.Kind == consolidate.Revision {
			listed += c.Words() + "\n"
		}
	}
	for _, want := range []string{"2021年汇总 1000;市发展改革委 1067", "2021年汇总 5;市发展改革委 7.6"} {
		if !strings.Contains(listed, want) {
			t.Errorf("not listed: %s in\n%s", want, listed)
		}
	}
	s = merged(2023, town.Answers{"indicator/2/actual": "1240", "indicator/2/growth": "7.5"})
	if basis := s.Indicators[1].Verdict.Basis; !strings.Contains(basis, "7.6、7.7、7.5") {
		t.Errorf("a year later the revision is lost: %s", basis)
	}
	merged(2024, town.Answers{"indicator/2/actual": layout.NA})
	s = merged(2025, town.Answers{"indicator/2/actual": "1430", "indicator/2/growth": "7.5"})
	if got := s.Indicators[1].Verdict.Words(); got != "完成" {
		t.Errorf("a year to which it does not apply counts as missing: %s", got)
	}
}
