package consolidate_test

import (
	"strings"
	"testing"

	"tianbao/consolidate"
	"tianbao/consolidate/judge"
	"tianbao/consolidate/report"
	"tianbao/consolidate/store"
	"tianbao/consolidate/town"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
)

// A target due in 2022 is judged then for good: the years after ask nothing of who
// reached it, and whoever comes later is late.
func TestTheVerdictOfADueYearStandsAndNothingMoreIsAsked(t *testing.T) {
	p := town.Plan()
	first := &p.Items[0].Targets[0]
	first.Due = "2022年底"
	second := *first
	second.ID = "1-2"
	p.Items[0].Targets = append(p.Items[0].Targets, second)
	var h *store.History
	for _, c := range []struct {
		year          int
		one, two      string
		wantOne, want string
		asked         bool // of the second
	}{
		{2022, "10", "7", "完成", "未完成", true},
		{2023, "", "8", "完成", "未完成", true},
		{2024, "", "11", "完成", "逾期完成(2024年)", true},
		{2025, "", "", "完成", "逾期完成(2024年)", false},
	} {
		var past layout.Past
		if h != nil {
			past = h
		}
		row := func(ref string) bool {
			s := layout.NewForms(p, c.year, past).Of(p.Unit("市统计局")).Sheet(layout.Targets)
			i := s.Index(layout.Total)
			return i >= 0 && s.Row(ref).Modes[i] == layout.Open
		}
		if row("1-1") != (c.year == 2022) || row("1-2") != c.asked {
			t.Errorf("%d: asked of the first %v, of the second %v", c.year, row("1-1"), row("1-2"))
		}
		cells := town.Answers{"lead/1/status": "已完成", "lead/1/progress": "建成园区。"}
		for ref, value := range map[string]string{"1-1": c.one, "1-2": c.two} {
			if value != "" {
				cells["target/"+ref+"/total"], cells["target/"+ref+"/data"] = value, layout.DataFinal
			}
		}
		s := town.Merged(t, consolidate.Input{Plan: p, Year: c.year, History: h, Batch: town.Batch(p, c.year, past, town.Sent{Unit: "市统计局", Cells: cells})})
		if a, b := s.Targets[0].Verdict.Words(), s.Targets[1].Verdict.Words(); a != c.wantOne || b != c.want {
			t.Errorf("%d: %s and %s, want %s and %s", c.year, a, b, c.wantOne, c.want)
		}
		data := trial.Got(report.Render(s))(t)
		drawn := town.Drawn(t, town.Opened(t, data), "量化目标", "编号")["1-1"]
		if c.year > 2022 && drawn["数据状态"] != "—" {
			t.Errorf("%d: what was not asked counts as %s", c.year, drawn["数据状态"])
		}
		if h, _ = store.ReadHistory(town.Opened(t, data), p); h == nil {
			t.Fatal("no history")
		}
	}
}

// What was ruled of a due year holds in the years after.
func TestAVerdictRuledInTheDueYearStands(t *testing.T) {
	p := town.Plan()
	target := &p.Items[0].Targets[0]
	target.Due, target.Settled = "2022年底", map[int]plan.Settled{2022: {Verdict: "完成", By: "验收报告"}}
	cells := func() town.Answers {
		return town.Answers{"target/1-1/total": "8", "target/1-1/data": layout.DataFinal}
	}
	then := town.Merged(t, consolidate.Input{Plan: p, Year: 2022, Batch: town.Batch(p, 2022, nil, town.Sent{Unit: "市统计局", Cells: cells()})})
	data := trial.Got(report.Render(then))(t)
	target.Settled = nil
	h, _ := store.ReadHistory(town.Opened(t, data), p)
	now := town.Merged(t, consolidate.Input{Plan: p, Year: 2023, History: h, Batch: town.Batch(p, 2023, h)})
	if got := now.Targets[0].Verdict; got.Verdict != judge.Done || got.Words() != "完成(核定)" {
		t.Errorf("%s: %s", got.Words(), got.Basis)
	}
}

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
