package catalogue_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/seeds"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/workbook/catalogue"
)

// sound is a plan that nothing is to be said about.
func sound() *plan.Plan {
	d := decimal.NewFromInt
	target := func(id, phrase, measure string, n int64) plan.Target {
		return plan.Target{ID: id, Phrase: phrase, Measure: measure, Op: plan.AtLeast, Min: d(n), Max: d(n), Unit: "家", Due: "2025", Basis: plan.Cumulative}
	}
	return &plan.Plan{
		Title: "规划", Period: plan.Period{Base: 2020, First: 2021, Last: 2025},
		Chapters: []plan.Chapter{{No: 1, Title: "产业", Sections: []plan.Section{{No: 1, Title: "招商", Tasks: []plan.Task{
			{No: 1, Title: "甲", Refs: []string{"1"}}, {No: 2, Title: "乙", Refs: []string{"2(1)", "2(2)"}}}}}}},
		Items: []plan.Item{
			{Ref: "1", Chapter: 1, Section: 1, Task: 1, Text: "甲。引进企业30家,其中外资10家、内资20家。", Clause: "(市商务局牵头,各县区政府配合)",
				Lead:    []plan.Party{{Name: "市商务局", Units: []string{"市商务局"}}},
				Support: []plan.Party{{Name: "各县区政府", Units: []string{"东县政府", "西县政府"}, Duty: plan.DutyMay}},
				Targets: []plan.Target{target("1-1", "引进企业30家", "企业", 30), target("1-2", "外资10家", "外资企业", 10), target("1-3", "内资20家", "内资企业", 20)}},
			{Ref: "2(1)", Chapter: 1, Section: 1, Task: 2, Sub: 1, Text: "乙。", Clause: "(东县政府牵头)", Lead: []plan.Party{{Name: "东县政府", Units: []string{"东县政府"}}},
				Support: []plan.Party{{Name: "各县区政府", Units: []string{"东县政府", "西县政府"}, Duty: plan.DutyMay}}},
			{Ref: "2(2)", Chapter: 1, Section: 1, Task: 2, Sub: 2, Text: "常住人口城镇化率达52%。", Lead: []plan.Party{{Name: "市发展改革委", Units: []string{"市发展改革委"}}},
				Targets: []plan.Target{{ID: "2(2)-1", Phrase: "常住人口城镇化率达52%", Measure: "常住人口城镇化率", Op: plan.AtLeast, Min: d(52), Max: d(52), Unit: "%", Due: "2025", Basis: plan.Level}}},
		},
		Indicators: []plan.Indicator{
			{No: 5, Name: "常住人口城镇化率", Unit: "%", Target: "52", Growth: "-", Units: []string{"市发展改革委"}},
			{No: 20, Name: "人均预期寿命", Unit: "岁", Target: "78", Growth: "[1.3]", Known: plan.Known{Base: "76.7"}, Units: []string{"市发展改革委"}},
		},
		Units: []plan.Unit{{ID: "001", Name: "市商务局"}, {ID: "002", Name: "市发展改革委"}, {ID: "003", Name: "东县政府"}, {ID: "004", Name: "西县政府"},
			{ID: "005", Name: "市教育局"}, {ID: "006", Name: "市体育局"}},
		Groups: []plan.Group{{Name: "各县区政府", Members: []string{"东县政府", "西县政府"}}},
		Totals: []plan.Total{{Sum: "1-1", Parts: []string{"1-2", "1-3"}}},
	}
}

func TestASoundPlanHasNoFindings(t *testing.T) {
	for _, f := range catalogue.Check(sound()) {
		t.Errorf("%s %s %q: %s", f.Code, f.Ref, f.Given, f.Message)
	}
}

func TestEachFaultOfAPlanIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		spoil                func(*plan.Plan)
		code                 finding.Code
		sheet, ref, expected string
	}{
		"a task number left out": {
			func(p *plan.Plan) { p.Chapters[0].Sections[0].Tasks[1].No = 3 }, finding.NumberGap, "事项", "2(1)", "2"},
		"a chapter number left out": {
			func(p *plan.Plan) { p.Chapters = append(p.Chapters, plan.Chapter{No: 3}) }, finding.NumberGap, "事项", "", "二"},
		"a sub number left out": {
			func(p *plan.Plan) { p.Items[2].Sub = 3 }, finding.NumberGap, "事项", "2(2)", "(2)"},
		"a 编号 twice": {
			func(p *plan.Plan) { p.Items[2].Ref = "2(1)" }, finding.RefTwice, "事项", "2(1)", ""},
		"an abbreviated unit name": {
			func(p *plan.Plan) { p.Items[2].Lead[0] = plan.Party{Name: "市发改委"} }, finding.OwnerUnknown, "事项", "2(2)", "市发展改革委"},
		"a slip of the pen in a unit name": {
			func(p *plan.Plan) { p.Items[2].Lead[0] = plan.Party{Name: "市发展和改革委"} }, finding.OwnerUnknown, "事项", "2(2)", "市发展改革委"},
		"an office by another name": {
			func(p *plan.Plan) { p.Items[2].Lead[0] = plan.Party{Name: "市发展改革局"} }, finding.OwnerUnknown, "事项", "2(2)", "市发展改革委"},
		"a unit that the register lacks": {
			func(p *plan.Plan) { p.Items[2].Lead[0] = plan.Party{Name: "市水利局"} }, finding.OwnerUnknown, "事项", "2(2)", ""},
		"one unit under two names": {
			func(p *plan.Plan) { p.Units = append(p.Units, plan.Unit{ID: "009", Name: "市发改委"}) }, finding.UnitNearMiss, "单位", "市发改委", "市发展改革委"},
		"a slip of the pen that became a unit of its own": {
			func(p *plan.Plan) {
				p.Units[0].Name, p.Units[1].Name = "高新区管委会", "高薪区管委会"
				for range 5 {
					p.Items[0].Lead[0].Units[0] = "高新区管委会"
					p.Items = append(p.Items, p.Items[0])
				}
			}, finding.UnitNearMiss, "单位", "高薪区管委会", "高新区管委会"},
		"a group without members": {
			func(p *plan.Plan) { p.Groups[0].Members = nil }, finding.GroupEmpty, "单位", "各县区政府", ""},
		"a group with an unknown member": {
			func(p *plan.Plan) { p.Groups[0].Members[0] = "北县政府" }, finding.UnitUnknown, "单位", "各县区政府", ""},
		"a lead that also supports": {
			func(p *plan.Plan) { p.Items[0].Support = append(p.Items[0].Support, p.Items[0].Lead[0]) }, finding.LeadSupports, "事项", "1", ""},
		"an item without a clause": {
			func(p *plan.Plan) { p.Items[0].Lead, p.Items[0].Support, p.Items[0].Clause = nil, nil, "" }, finding.ClauseMissing, "事项", "1", ""},
		"a clause that was not understood": {
			func(p *plan.Plan) { p.Items[0].Lead, p.Items[0].Support = nil, nil }, finding.ClauseUnclear, "事项", "1", ""},
		"supports without a lead": {
			func(p *plan.Plan) { p.Items[0].Lead = nil }, finding.LeadMissing, "事项", "1", ""},
		"an indicator that nobody answers for": {
			func(p *plan.Plan) { p.Indicators[0].Units = nil }, finding.LeadMissing, "主要指标", "5", ""},
		"the annex says 52以上 and the text 52": {
			func(p *plan.Plan) { p.Indicators[0].Target = "52以上" }, finding.NumberConflict, "量化目标", "2(2)-1", ""},
		"the annex says 53 and the text 52": {
			func(p *plan.Plan) { p.Indicators[0].Target = "53" }, finding.NumberConflict, "量化目标", "2(2)-1", ""},
		"parts that do not add up": {
			func(p *plan.Plan) { p.Items[0].Targets[2].Min = decimal.NewFromInt(21) }, finding.PlanTotal, "量化目标", "1-1", "10+21=31"},
		"a rise that does not fit the base": {
			func(p *plan.Plan) { p.Indicators[1].Base = "76" }, finding.BaseMismatch, "主要指标", "20", "78-1.3=76.7"},
		"a target to be confirmed": {
			func(p *plan.Plan) { p.Items[0].Targets[0].Doubt = "口径不明" }, finding.TargetDoubt, "量化目标", "1-1", ""},
		"years out of order": {
			func(p *plan.Plan) { p.Period.First = 2019 }, finding.PeriodUnclear, "规划", "", ""},
		"advertising in a text": {
			func(p *plan.Plan) {
				for i := range p.Items {
					p.Items[i].Text = "推进申博sunbet官网,申博信用网企业发展。" + p.Items[i].Text
				}
			}, finding.ForeignString, "事项", "1", ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := sound()
			c.spoil(p)
			found := catalogue.Check(p)
			if !slices.ContainsFunc(found, func(f finding.Finding) bool {
				return f.Code == c.code && f.Place.Sheet == c.sheet && f.Ref == c.ref && f.Expected == c.expected
			}) {
				t.Errorf("no %s of %s %s among %+v", c.code, c.sheet, c.ref, found)
			}
		})
	}
}

func TestReviewSaysNothingTwice(t *testing.T) {
	p := sound()
	p.Groups[0].Members = nil
	p.Items[0].Lead = nil
	var found finding.List
	found.Add(finding.GroupEmpty, finding.Given("各县区政府"))
	found.Add(finding.LeadMissing, finding.Row("1"), finding.Given(p.Items[0].Clause))
	all := catalogue.Review(p, found)
	for _, code := range []finding.Code{finding.GroupEmpty, finding.LeadMissing} {
		n := 0
		for _, f := range all {
			if f.Code == code {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s is said %d times", code, n)
		}
	}
}

func TestWhatIsOddAboutTheBuiltInPlanIsSaid(t *testing.T) {
	p, _ := seeds.Plan()
	found := catalogue.Check(p)
	if !slices.ContainsFunc(found, func(f finding.Finding) bool {
		return f.Code == finding.NumberConflict && f.Ref == "99-1"
	}) {
		t.Error("item 99 and indicator 5 state the same rate in two ways")
	}
	for _, code := range []finding.Code{finding.UnitUnknown, finding.UnitNearMiss, finding.NumberGap, finding.GroupEmpty, finding.PlanTotal, finding.ForeignString} {
		if found.Has(code) {
			t.Errorf("the built-in plan has %s", code)
		}
	}
}

func TestPartsInTheTextThatMissTheirSumAreAskedAbout(t *testing.T) {
	for name, c := range map[string]struct {
		parts [2]int64
		want  bool
	}{
		"equal":                    {[2]int64{10, 20}, false},
		"a little less":            {[2]int64{10, 19}, true},
		"more":                     {[2]int64{10, 40}, true},
		"much less: examples only": {[2]int64{5, 6}, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := sound()
			p.Totals = nil
			ts := p.Items[0].Targets
			for i, n := range c.parts {
				ts[i+1].Min, ts[i+1].Max = decimal.NewFromInt(n), decimal.NewFromInt(n)
			}
			if got := catalogue.Check(p).Has(finding.PlanTotal); got != c.want {
				t.Errorf("found: %t", got)
			}
		})
	}
}

func TestWhatTheCoordinatorEnteredIsChecked(t *testing.T) {
	p := small()
	p.Items[0].Targets[0].Same = 9
	p.Items[0].Targets[1].Settled = map[int]plan.Settled{2022: {Verdict: "大体完成", By: "通报"}, 2023: {Verdict: "完成(省考核)"}, 2024: {By: "通报"}}
	p.Indicators[1].Known = plan.Known{BaseBy: "年鉴", ValuesBy: map[int]string{2022: "普查"}}
	found := catalogue.Check(p)
	for _, want := range []struct {
		code        finding.Code
		ref, column string
	}{
		{finding.CatalogueLost, "1(1)-1", "对应指标"}, {finding.CatalogueCell, "1(1)-2", "2022年认定结果"},
		{finding.KnownUnfounded, "1(1)-2", "2023年认定依据"}, {finding.KnownUnfounded, "1(1)-2", "2024年认定结果"},
		{finding.KnownUnfounded, "2", "2021年基期值"}, {finding.KnownUnfounded, "2", "2022年实际值"},
	} {
		if !slices.ContainsFunc(found, func(f finding.Finding) bool {
			return f.Code == want.code && f.Ref == want.ref && f.Column == want.column
		}) {
			t.Errorf("not found: %+v", want)
		}
	}
}

func TestACountThatMayBeNewOrOfAllIsAskedAbout(t *testing.T) {
	for phrase, open := range map[string]bool{"省级龙头企业70家": true, "新增省级龙头企业70家": false, "省级龙头企业达到70家": false, "培育龙头企业70家": false} {
		n := decimal.NewFromInt(70)
		p := &plan.Plan{Items: []plan.Item{{Ref: "1", Targets: []plan.Target{{ID: "1-1", Phrase: phrase, Op: plan.AtLeast, Min: n, Max: n, Unit: "家", Basis: plan.Cumulative}}}}}
		if got := catalogue.Check(p).Has(finding.CountingOpen); got != open {
			t.Errorf("%s: asked %v", phrase, got)
		}
		p.Items[0].Targets[0].Counting = plan.CountsAll
		if catalogue.Check(p).Has(finding.CountingOpen) {
			t.Errorf("%s: asked although it is said", phrase)
		}
	}
}
