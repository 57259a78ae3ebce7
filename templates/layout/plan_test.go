package layout

import (
	"strconv"
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
)

// smallPlan has one item of each kind of cell: two units, a target of every
// basis, an indicator with a base and one judged against the province.
func smallPlan() *plan.Plan {
	party := func(name string, duty plan.Duty) plan.Party {
		return plan.Party{Name: name, Units: []string{name}, Duty: duty}
	}
	ten := decimal.NewFromInt(10)
	target := func(id string, b plan.Basis) plan.Target {
		return plan.Target{ID: id, Phrase: "新建10家", Op: plan.AtLeast, Min: ten, Max: ten, Unit: "家", Due: "2030", Basis: b}
	}
	return &plan.Plan{
		ID: "A1B2C3", Title: "江城规划", Period: plan.Period{Base: 2025, First: 2026, Last: 2030},
		Deadline: plan.Deadline{Month: 4, Day: 15},
		Chapters: []plan.Chapter{{No: 1, Title: "创新", Sections: []plan.Section{{No: 2, Title: "平台"}}}},
		Units:    []plan.Unit{{ID: "001", Name: "市科技局"}, {ID: "002", Name: "市教育局"}},
		Items: []plan.Item{
			{Ref: "1", Chapter: 1, Section: 2, Title: "建平台", Text: "建平台。新建10家。",
				Lead:    []plan.Party{party("市科技局", "")},
				Support: []plan.Party{party("市教育局", plan.DutyMay)},
				Targets: []plan.Target{target("1-1", plan.Level), target("1-2", plan.Cumulative), target("1-3", plan.Annual), target("1-4", plan.Growth)}},
			{Ref: "2", Chapter: 1, Section: 2, Title: "办学校", Text: "办学校。",
				Lead:    []plan.Party{party("市科技局", "")},
				Support: []plan.Party{party("市教育局", plan.DutyMust)}},
		},
		Indicators: []plan.Indicator{
			{No: 1, Category: "经济", Name: "地区生产总值", Unit: "亿元", Target: "2500", Growth: "7.5", Known: plan.Known{Base: "1800"}, Units: []string{"市科技局"}},
			{No: 2, Category: "生态", Name: "地表水优良比例", Unit: "%", Target: "省下达目标", Growth: "-", Units: []string{"市教育局"}},
		},
	}
}

// memory is a Past that knows some cells.
type memory map[string]string

func (m memory) Text(year int, unit string, sheet SheetKey, ref string, col Key) string {
	return m[unit+string(sheet)+ref+string(col)]
}

func (m memory) Confirmed(sheet SheetKey, ref string) string { return m["base"+string(sheet)+ref] }

func (m memory) Done(ref string, due int) bool {
	return m["done"+ref] != "" && m["done"+ref] >= strconv.Itoa(due)
}

func formOf(t *testing.T, year int, past Past, unit string) *Form {
	t.Helper()
	p := smallPlan()
	u := p.Unit(unit)
	if u == nil {
		t.Fatal("no unit", unit)
	}
	return NewForms(p, year, past).Of(u)
}
