package plan

import (
	"testing"

	"github.com/shopspring/decimal"
)

func TestATargetThatAnIndicatorStatesTooIsRelatedToIt(t *testing.T) {
	d := decimal.RequireFromString
	p := &Plan{Period: Period{Base: 2020, First: 2021, Last: 2025},
		Indicators: []Indicator{
			{No: 7, Name: "进出口总额", Unit: "亿美元", Target: "15", Growth: "10左右"},
			{No: 13, Name: "高新技术企业数", Unit: "个", Target: "360", Growth: "-"},
			{No: 26, Name: "粮食综合生产能力", Unit: "万吨", Target: "稳定在500万吨左右", Growth: "-"},
		},
		Groups: []Group{{Name: "各县区政府", Members: []string{"甲县", "乙县", "丙区"}}},
	}
	for _, c := range []struct {
		name   string
		target Target
		same   int
		place  string
		places int
	}{
		{"the same level", Target{Phrase: "进出口总额达到15亿美元", Measure: "进出口总额", Op: AtLeast, Min: d("15"), Unit: "亿美元", Due: "2025", Basis: Level}, 7, "", 0},
		{"one half of an indicator, its growth", Target{Phrase: "进出口总额年均增长10%左右", Measure: "进出口总额", Op: About, Min: d("10"), Unit: "%", Due: "2025", Basis: Growth}, 7, "", 0},
		{"a name with 数 more or less", Target{Phrase: "高新技术企业达到360个", Measure: "全市高新技术企业", Op: AtLeast, Min: d("360"), Unit: "个", Due: "2025", Basis: Level}, 13, "", 0},
		{"more than the annex asks for, of the same figure", Target{Phrase: "进出口总额突破15亿美元", Measure: "进出口总额", Op: Above, Min: d("15"), Unit: "亿美元", Due: "2025", Basis: Level}, 7, "", 0},
		{"asked of every health post", Target{Phrase: "村卫生室至少配备1名乡村医生", Measure: "乡村医生", Op: AtLeast, Min: d("1"), Unit: "名", Due: "2025", Basis: Level}, 0, "村卫生室", 0},
		{"another figure", Target{Phrase: "高新技术企业达到350个", Measure: "高新技术企业", Op: AtLeast, Min: d("350"), Unit: "个", Due: "2025", Basis: Level}, 0, "", 0},
		{"another time", Target{Phrase: "高新技术企业达到360个", Measure: "高新技术企业", Op: AtLeast, Min: d("360"), Unit: "个", Due: "2023", Basis: Level}, 0, "", 0},
		{"kept otherwise", Target{Phrase: "粮食综合生产能力达到500万吨", Measure: "粮食综合生产能力", Op: AtLeast, Min: d("500"), Unit: "万吨", Due: "2025", Basis: Level}, 0, "", 0},
		{"asked of every county", Target{Phrase: "每个县区至少培育1个主导产业", Measure: "主导产业", Op: AtLeast, Min: d("1"), Unit: "个", Due: "2025", Basis: Cumulative}, 0, "县区", 3},
		{"asked of every village", Target{Phrase: "每个行政村有1所卫生室", Measure: "卫生室", Op: AtLeast, Min: d("1"), Unit: "所", Due: "2025", Basis: Level}, 0, "行政村", 0},
		{"asked of all counties one by one", Target{Phrase: "各县区每年至少建成1个托育机构", Measure: "托育机构", Op: AtLeast, Min: d("1"), Unit: "个", Due: "每年", Basis: Annual}, 0, "县区", 3},
		{"of all counties together", Target{Phrase: "各县区建设冷库30个以上", Measure: "冷库", Op: AtLeast, Min: d("30"), Unit: "个", Due: "2025", Basis: Cumulative}, 0, "", 0},
	} {
		c.target.Max = c.target.Min
		p.Items = []Item{{Ref: "1", Targets: []Target{c.target}}}
		p.Relate()
		if got := p.Items[0].Targets[0]; got.Same != c.same || got.Place != c.place || got.Places != c.places {
			t.Errorf("%s: indicator %d, %d of %q; want %d, %d of %q", c.name, got.Same, got.Places, got.Place, c.same, c.places, c.place)
		}
	}
}

func TestWholeThingsAreToldByTheirUnit(t *testing.T) {
	for _, c := range []struct {
		unit, name, goal string
		want             bool
	}{
		{"家", "企业", "10", true}, {"个", "园区", "3", true}, {"万人", "参保人数", "280", false}, {"人", "每千人口执业医师数", "3", false},
		{"个", "平台", "2.5", false}, {"亿元", "产值", "10", false}, {"%", "占比", "10", false}, {"个百分点", "提高", "3", false}, {"年", "年限", "10", false},
	} {
		if got := Counted(c.unit, c.name, decimal.RequireFromString(c.goal)); got != c.want {
			t.Errorf("%s of %s: %v", c.unit, c.name, got)
		}
	}
}

func TestWhatShouldComeDownIsToldByItsName(t *testing.T) {
	for name, want := range map[string]bool{
		"细颗粒物(PM2.5)浓度": true, "细颗粒物浓度(PM2.5)": true, "孕产妇死亡率": true, "城镇登记失业率": true, "较大以上事故起数": true, "主要污染物排放总量": true, "万元GDP用水量": true, "城乡居民收入比": true,
		"污水集中处理率": false, "死亡登记率": false, "用水普及率": false, "排放达标率": false, "森林覆盖率": false, "高新技术企业数": false, "单位GDP能源消耗降低": false,
	} {
		if ComesDown(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}
