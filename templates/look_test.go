package templates_test

import (
	"os"
	"testing"

	"github.com/shopspring/decimal"
	"tianbao/seeds/plan"
	"tianbao/templates"
	"tianbao/templates/layout"
)

func TestLook(t *testing.T) {
	p := &plan.Plan{ID: "K7M2QF", Title: "测试规划", Period: plan.Period{Base: 2020, First: 2021, Last: 2025}, Deadline: plan.Deadline{Month: 3, Day: 31},
		Chapters: []plan.Chapter{{No: 1, Title: "创新"}},
		Units:    []plan.Unit{{ID: "001", Name: "市科技局"}, {ID: "002", Name: "市教育局"}},
		Items: []plan.Item{{Ref: "1", Chapter: 1, Title: "建平台", Text: "建平台。新建10家。", Lead: []plan.Party{{Name: "市科技局", Units: []string{"市科技局"}}},
			Support: []plan.Party{{Name: "市教育局", Units: []string{"市教育局"}, Duty: plan.DutyMust}},
			Targets: []plan.Target{{ID: "1-1", Phrase: "新建10家", Op: plan.AtLeast, Min: decimal.NewFromInt(10), Max: decimal.NewFromInt(10), Unit: "家", Due: "2025", Basis: plan.Cumulative}}}},
		Indicators: []plan.Indicator{{No: 1, Category: "经济", Name: "生产总值增长", Unit: "%", Target: "-", Growth: "7.5左右", Units: []string{"市科技局"}}},
	}
	fs := layout.NewForms(p, 2024, nil)
	for _, u := range p.Reporters() {
		data, err := templates.Build(fs.Of(u), templates.Options{})
		if err != nil {
			t.Fatal(err)
		}
		os.WriteFile("/tmp/form-"+u.ID+".xlsx", data, 0o644)
	}
}
