package layout

import (
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
)

func TestAPercentageIsAShareARateOrNeither(t *testing.T) {
	for name, want := range map[string]string{
		"制造业增加值占GDP比重": "share", "常住人口城镇化率": "share", "森林覆盖率": "share", "单位GDP能源消耗降低": "rate",
		"地区生产总值增长": "rate", "客运量增速": "rate", "学前三年毛入园率": "", "规模以上工业企业资产负债率": "", "居民健康素养水平": "",
		"高新技术产业增加值增速": "rate", "城镇登记失业率": "share", "研发经费投入强度": "",
	} {
		target := targetScale(&plan.Target{Measure: name, Unit: "%", Basis: plan.Level, Max: decimal.NewFromInt(50)}, plan.Period{})
		indicator := indicatorScale(&plan.Indicator{Name: name, Unit: "%", Target: "50", Growth: "-"}, plan.Period{})
		for _, s := range []*Scale{target, indicator} {
			if got := s.share; got != (want == "share") || s.rate != (want == "rate") {
				t.Errorf("%s: share %v, rate %v", name, s.share, s.rate)
			}
		}
	}
}

func TestAShareBeyondAHundredIsNoneWhereThePlanAsksForIt(t *testing.T) {
	s := targetScale(&plan.Target{Measure: "产能利用率", Unit: "%", Basis: plan.Level, Max: decimal.NewFromInt(120)}, plan.Period{})
	if s.share {
		t.Error("the plan itself asks for 120 %")
	}
}

func TestNumbersOfOtherUnitsHaveNoBounds(t *testing.T) {
	target := &plan.Target{Measure: "公路里程增长", Unit: "公里", Basis: plan.Level}
	sub := Subject{Plan: &plan.Plan{}, Target: target, Scale: targetScale(target, plan.Period{})}
	column := &SheetOf(Targets).Columns[SheetOf(Targets).Index(Total)]
	if _, _, ok := column.Bounds(sub); ok || column.IsRate(sub) {
		t.Error("kilometres are no percentage")
	}
}
