package judge

import (
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
)

// frame is a plan's years and tolerances seen from a report year.
func frame(year int) Frame {
	return Frame{
		Period:    plan.Period{Base: 2020, First: 2021, Last: 2025},
		Tolerance: plan.UsualTolerance(),
		Year:      year,
	}
}

func num(text string) decimal.NullDecimal {
	if text == "" {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(decimal.RequireFromString(text))
}

// series reads "6.9 3.4 ? 6.1" as values from first on; ? is a missing year, ! one
// not published yet (6.1! with a figure all the same), x one without such a statistic,
// n one to which it does not apply, a one reported apart; 6.1e is an estimate.
func series(first int, words string) Series {
	s := Series{}
	for i, w := range strings.Fields(words) {
		switch w {
		case "?":
		case "!":
			s[first+i] = Value{State: Pending}
		case "x":
			s[first+i] = Value{State: Absent}
		case "n":
			s[first+i] = Value{State: NotApplicable}
		case "a":
			s[first+i] = Value{State: Apart}
		default:
			state := "最终核实数"
			if cut, ok := strings.CutSuffix(w, "e"); ok {
				w, state = cut, Estimate
			}
			if cut, ok := strings.CutSuffix(w, "!"); ok {
				w, state = cut, Pending
			}
			s[first+i] = Value{Number: num(w), State: state}
		}
	}
	return s
}

var (
	gdp       = plan.Indicator{No: 1, Name: "地区生产总值增长", Unit: "%", Target: "-", Growth: "7.5左右"}
	income    = plan.Indicator{No: 14, Name: "居民人均可支配收入增长", Unit: "%", Target: "-", Growth: "8左右"}
	retail    = plan.Indicator{No: 8, Name: "社会消费品零售总额", Unit: "亿元", Target: "1425", Growth: "7.5左右"}
	hightech  = plan.Indicator{No: 13, Name: "高新技术企业数", Unit: "个", Target: "360", Growth: "-"}
	doctors   = plan.Indicator{No: 17, Name: "每千常住人口拥有执业(助理)医师数", Unit: "人", Target: "2.37", Growth: "-"}
	grain     = plan.Indicator{No: 26, Name: "粮食综合生产能力", Unit: "万吨", Target: "稳定在500万吨左右", Growth: "-"}
	energy    = plan.Indicator{No: 27, Name: "能源综合生产能力", Unit: "万吨标准煤", Target: "560左右", Growth: "-"}
	jobless   = plan.Indicator{No: 15, Name: "城镇调查失业率", Unit: "%", Target: "-", Growth: "6以内"}
	lifespan  = plan.Indicator{No: 20, Name: "人均预期寿命", Unit: "岁", Target: "78", Growth: "[1.3]"}
	research  = plan.Indicator{No: 9, Name: "研发经费投入增长", Unit: "%", Target: "-", Growth: "高于全省"}
	patents   = plan.Indicator{No: 11, Name: "每万人口高价值发明专利拥有量", Unit: "件", Target: "力争达到全省平均水平", Growth: "-"}
	intensity = plan.Indicator{No: 21, Name: "单位GDP能源消耗降低", Unit: "%", Target: "-", Growth: "省下达"}
	air       = plan.Indicator{No: 23, Name: "城市空气质量优良天数比率", Unit: "%", Target: "省下达", Growth: "-"}
	schooling = plan.Indicator{No: 16, Name: "劳动年龄人口平均受教育年限", Unit: "年", Target: "10", Growth: "-"}
	share26   = plan.Indicator{No: 4, Name: "制造业增加值占GDP比重", Unit: "%", Target: "26", Growth: "-"}
	fineDust  = plan.Indicator{No: 41, Name: "细颗粒物(PM2.5)浓度", Unit: "微克/立方米", Target: "35", Growth: "-"}
	firm      = plan.Indicator{No: 40, Name: "粮食产量", Unit: "万吨", Target: "稳定在500万吨以上", Growth: "-"}
)

func binding(in plan.Indicator) plan.Indicator {
	in.Nature = plan.Binding
	return in
}

type want struct {
	words      string // verdict as printed
	completion string
	says       []string // parts of 判定依据, gap or remaining need
}

func check(t *testing.T, j Judgement, w want) {
	t.Helper()
	if j.Words() != w.words {
		t.Errorf("verdict %s, want %s\n%s", j.Words(), w.words, j.Basis)
	}
	if w.completion != "" && (!j.Completion.Valid || j.Completion.Decimal.String() != w.completion) {
		t.Errorf("completion %v, want %s", j.Completion, w.completion)
	}
	all := strings.Join([]string{j.Basis, j.Gap, j.Remaining}, "\n")
	for _, part := range w.says {
		if !strings.Contains(all, part) {
			t.Errorf("does not say %q:\n%s", part, all)
		}
	}
	if j.Basis == "" {
		t.Error("a judgement without 判定依据")
	}
}

func TestAnIndicatorIsJudgedByItsKind(t *testing.T) {
	for _, c := range []struct {
		name  string
		in    plan.Indicator
		year  int
		facts Facts
		want  want
	}{
		{"average growth 6.9 3.4 6.2 6.1 is 5.6 against 7.5", gdp, 2024, Facts{Values: series(2021, "6.9 3.4 6.2 6.1")},
			want{"未达序时进度", "75.2", []string{"6.9、3.4、6.2、6.1", "年均5.64%", "低1.86个百分点", "2025年需增长15.27%"}}},
		{"a growth 0.4 points below is nearly there", gdp, 2022, Facts{Values: series(2021, "7.1 7.1")}, want{"基本达到序时进度", "", []string{"低0.4个百分点"}}},
		{"a growth 0.5 points below is behind", gdp, 2022, Facts{Values: series(2021, "7 7")}, want{"未达序时进度", "", []string{"低0.5个百分点"}}},
		{"a mean is compared at one decimal more than the target has: 7.04 is nearly there", gdp, 2021, Facts{Values: series(2021, "7.04")}, want{"基本达到序时进度", "", []string{"低0.46个百分点"}}},
		{"a growth of 7.45 is not 7.5", gdp, 2021, Facts{Values: series(2021, "7.45")}, want{"基本达到序时进度", "", []string{"低0.05个百分点"}}},
		{"a growth of 7.496 is 7.50", gdp, 2021, Facts{Values: series(2021, "7.496")}, want{"达到序时进度", "", []string{"年均7.5%"}}},
		{"whole percents are compared at one decimal", income, 2022, Facts{Values: series(2021, "7.5 7.5")}, want{"未达序时进度", "", []string{"低0.5个百分点"}}},
		{"of 约束性 growth nothing below is nearly there", binding(gdp), 2022, Facts{Values: series(2021, "7.4 7.4")}, want{"未达序时进度", "", []string{"低0.1个百分点"}}},
		{"a missing year leaves the mean of the others", gdp, 2024, Facts{Values: series(2021, "? 7.5 7.5 7.5")}, want{"达到序时进度(缺2021年,按其余3年)", "", []string{"2022—2024年 7.5、7.5、7.5", "2025年需增长7.5%"}}},
		{"half of the years is enough", gdp, 2024, Facts{Values: series(2021, "? ? 7.5 7.5")}, want{"达到序时进度(缺2021、2022年,按其余2年)", "", nil}},
		{"less than half of the years is not", gdp, 2023, Facts{Values: series(2021, "? ? 7.5")}, want{"无法判断(缺2021、2022年数据)", "", nil}},
		{"a year to which it does not apply is not missing", gdp, 2023, Facts{Values: series(2021, "n n 7.5")}, want{"达到序时进度", "", nil}},
		{"what does not apply this year is not judged", gdp, 2023, Facts{Values: series(2021, "7.5 7.5 n")}, want{"无法判断(不适用)", "", nil}},
		{"what is reported apart is not judged", gdp, 2023, Facts{Values: series(2021, "7.5 7.5 a")}, want{"无法判断(另行报送)", "", nil}},
		{"a year not published yet is judged by the last one", gdp, 2024, Facts{Values: series(2021, "7.5 7.6 7.7 !")}, want{"达到序时进度(按2023年数据)", "", []string{"按2023年数据", "2024—2025年年均需增长7.35%"}}},
		{"a figure given for a year said to be unpublished is not taken", gdp, 2024, Facts{Values: series(2021, "7.5 7.6 7.7 1.0!")}, want{"达到序时进度(按2023年数据)", "", nil}},
		{"an estimate of the unit's own says so", gdp, 2024, Facts{Values: series(2021, "7.5 7.5 7.5 9e")}, want{"达到序时进度(部门测算)", "", nil}},
		{"negative growth is growth", gdp, 2022, Facts{Values: series(2021, "-3.5 2")}, want{"未达序时进度", "", []string{"年均-0.79%"}}},
		{"the last year of growth is final", gdp, 2025, Facts{Values: series(2021, "7.5 7.5 7.5 7.5 7.5")}, want{"完成", "100", nil}},
		{"the last year nearly there", gdp, 2025, Facts{Values: series(2021, "7.2 7.2 7.2 7.2 7.2")}, want{"基本完成", "", nil}},
		{"the last year behind", gdp, 2025, Facts{Values: series(2021, "6 6 6 6 6")}, want{"未完成", "", []string{"低1.5个百分点"}}},
		{"the last year not published is judged on pace by the year before", gdp, 2025, Facts{Values: series(2021, "7.5 7.5 7.5 7.5 !")}, want{"无法判断(2025年暂未发布)", "", []string{"按2024年数据", "→达到序时进度"}}},
		{"nothing published at all", gdp, 2021, Facts{Values: series(2021, "!")}, want{"无法判断(2021年暂未发布)", "", nil}},
		{"no such statistic", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "x")}, want{"无法判断(无此统计)", "", nil}},
		{"nothing reported", hightech, 2024, Facts{Base: num("185")}, want{"无法判断(缺2024年数据)", "", nil}},

		{"level and growth: 1240 against a path of 1233", retail, 2023, Facts{Base: num("992.6"), Values: series(2023, "1240")},
			want{"达到序时进度(只按水平)", "87", []string{"1233", "3/5", "增速:缺2023年数据"}}},
		{"level on pace and growth behind, 约束性: the worse counts", binding(retail), 2023, Facts{Base: num("992.6"), Values: series(2023, "1240"), Growth: series(2021, "7 5 6")},
			want{"未达序时进度(总量达到、增速偏低)", "87", nil}},
		{"level on pace and growth behind: together nearly there", retail, 2023, Facts{Base: num("992.6"), Values: series(2023, "1240"), Growth: series(2021, "7 5 6")},
			want{"基本达到序时进度(总量达到、增速偏低)", "87", []string{"水平:", "→达到序时进度", "增速:", "→未达序时进度"}}},
		{"growth on pace and level nearly so: the worse counts", retail, 2023, Facts{Base: num("992.6"), Values: series(2023, "1232.4"), Growth: series(2021, "8 8 8")},
			want{"基本达到序时进度(总量略低、增速达到)", "", []string{"水平低0.7亿元"}}},
		{"growth nearly there and level behind: behind", retail, 2023, Facts{Base: num("992.6"), Values: series(2023, "1100"), Growth: series(2021, "7.2 7.2 7.2")},
			want{"未达序时进度", "", nil}},
		{"growth with too few years is unknown, the level decides", retail, 2023, Facts{Base: num("992.6"), Values: series(2023, "1240"), Growth: series(2021, "? ? 8")},
			want{"达到序时进度(只按水平)", "", []string{"增速:缺2021、2022年数据→无法判断(缺2021、2022年数据)"}}},
		{"a level without base leaves the growth to decide", retail, 2022, Facts{Values: series(2022, "1240"), Growth: series(2021, "8 8")},
			want{"达到序时进度(只按增速)", "87", []string{"缺基期值"}}},
		{"growth behind needs no base to be behind", retail, 2022, Facts{Values: series(2022, "1240"), Growth: series(2021, "5 5")},
			want{"未达序时进度(只按增速)", "87", []string{"增速低2.5个百分点"}}},
		{"one half behind and one on track in the last year", retail, 2025, Facts{Base: num("992.6"), Values: series(2025, "1430"), Growth: series(2021, "5 5 5 5 5")},
			want{"基本完成(总量达到、增速偏低)", "", nil}},
		{"level reached early, growth on pace", retail, 2023, Facts{Base: num("992.6"), Values: series(2023, "1425"), Growth: series(2021, "8 8 8")},
			want{"达到序时进度", "100", nil}},
		{"a compound path from zero cannot be drawn", retail, 2023, Facts{Base: num("0"), Values: series(2023, "1240")}, want{"无法判断(水平基期值不是正数,不能按年均增速推算;增速缺2023年数据)", "", nil}},

		{"end level: 318 where 325 is wanted", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "318")},
			want{"基本达到序时进度", "88.3", []string{"应达到325个", "低7个", "95%", "还差42个"}}},
		{"end level: 300 where 325 is wanted", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "300")}, want{"未达序时进度", "", []string{"低25个", "82.1%"}}},
		{"end level, 约束性: 318 is behind", binding(hightech), 2024, Facts{Base: num("185"), Values: series(2024, "318")}, want{"未达序时进度", "", []string{"低7个"}}},
		{"end level: an estimate is never early", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "400e")}, want{"达到序时进度(部门测算)", "", nil}},
		{"end level: an estimate of the last year is likely done", hightech, 2025, Facts{Base: num("185"), Values: series(2025, "400e")}, want{"预计完成", "", nil}},
		{"end level: 90 percent of the whole rise in the last year", hightech, 2025, Facts{Base: num("185"), Values: series(2025, "342.5")}, want{"基本完成", "", []string{"90%"}}},
		{"end level: less than that", hightech, 2025, Facts{Base: num("185"), Values: series(2025, "342")}, want{"未完成", "", nil}},
		{"end level: the last year not published", hightech, 2025, Facts{Base: num("185"), Values: series(2024, "400 !")}, want{"无法判断(2025年暂未发布)", "111.1", []string{"提前实现"}}},
		{"nine and a half years of ten are not there", schooling, 2025, Facts{Base: num("9.2"), Values: series(2025, "9.5")}, want{"未完成", "95", []string{"低0.5年"}}},
		{"25.7 does not reach 26", share26, 2025, Facts{Base: num("23"), Values: series(2025, "25.7")}, want{"基本完成", "", []string{"低0.3个百分点"}}},
		{"50 wanted, 49.3 there: 0.7 points", plan.Indicator{Name: "覆盖率", Unit: "%", Target: "60", Growth: "-"}, 2023, Facts{Base: num("35"), Values: series(2023, "49.3")}, want{"基本达到序时进度", "", []string{"应达到50%", "低0.7个百分点"}}},
		{"of so few whole things the path is rounded down", plan.Indicator{Name: "大学", Unit: "所", Target: "3", Growth: "-"}, 2024, Facts{Base: num("0"), Values: series(2024, "2")}, want{"达到序时进度", "", []string{"应达到2所"}}},
		{"of more the path is rounded to the nearest", plan.Indicator{Name: "园区", Unit: "个", Target: "11", Growth: "-"}, 2024, Facts{Base: num("0"), Values: series(2024, "9")}, want{"达到序时进度", "", []string{"应达到9个"}}},
		{"what is to be passed is not rounded", plan.Indicator{Name: "园区", Unit: "个", Target: "突破11", Growth: "-"}, 2024, Facts{Base: num("0"), Values: series(2024, "8.5")}, want{"基本达到序时进度", "", []string{"应达到8.8个"}}},
		{"what is to be passed is not reached at the number", plan.Indicator{Name: "产值", Unit: "亿元", Target: "突破1000", Growth: "-"}, 2025, Facts{Base: num("500"), Values: series(2025, "1000")}, want{"基本完成", "", []string{"未超过目标"}}},
		{"without a base the line starts at the first published year", hightech, 2024, Facts{Values: series(2021, "200 230 260 310")}, want{"基本达到序时进度(按2021年起推算)", "", []string{"3/4", "2021年实际值200个", "应达到320个"}}},
		{"a first published year at the target is to be held", energy, 2024, Facts{Values: series(2023, "570 540")}, want{"未达序时进度(按2023年起推算)", "", []string{"已达目标,应保持", "低20万吨标准煤"}}},
		{"the rise from the first published year is said in the last year too", hightech, 2025, Facts{Values: series(2021, "200 230 260 310 350")}, want{"基本完成(按2021年起推算)", "", []string{"93.7%"}}},
		{"the first year itself has no line", hightech, 2021, Facts{Values: series(2021, "200")}, want{"无法判断(缺基期值)", "55.6", []string{"55.6%"}}},
		{"end level: exactly on the line", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "325")}, want{"达到序时进度", "90.3", nil}},
		{"end level: reached before the last year", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "360")}, want{"提前实现", "100", nil}},
		{"end level: overshoot", hightech, 2022, Facts{Base: num("185"), Values: series(2022, "720")}, want{"提前实现", "200", nil}},
		{"end level without base shows the completion", hightech, 2024, Facts{Values: series(2024, "318")}, want{"无法判断(缺基期值)", "88.3", []string{"88.3%"}}},
		{"end level reached needs no base", hightech, 2024, Facts{Values: series(2024, "361")}, want{"提前实现", "100.3", nil}},
		{"the last year needs no base", hightech, 2025, Facts{Values: series(2025, "359")}, want{"未完成", "99.7", []string{"低1个"}}},
		{"the last year, equal", hightech, 2025, Facts{Values: series(2025, "360")}, want{"完成", "100", nil}},
		{"the last year's gap is between the numbers as compared", hightech, 2025, Facts{Values: series(2025, "357.6")}, want{"未完成", "99.3", []string{"低2.4个"}}},
		{"a base above the target is to be held: below", hightech, 2023, Facts{Base: num("400"), Values: series(2023, "355")}, want{"未达序时进度", "", []string{"基期已达目标,应保持", "低5个"}}},
		{"a base above the target is to be held: kept", hightech, 2023, Facts{Base: num("400"), Values: series(2023, "390")}, want{"达到序时进度(基期已达,保持)", "", []string{"基期值已达目标,应保持"}}},
		{"a level is not rounded up to the target", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "359.5")}, want{"达到序时进度", "99.9", []string{"实际359.5个"}}},
		{"of what is bad less is better: on the way down", fineDust, 2024, Facts{Base: num("46"), Values: series(2024, "37")}, want{"达到序时进度", "", []string{"应达到37.2微克/立方米", "不高于序时进度"}}},
		{"of what is bad less is better: above the way", fineDust, 2024, Facts{Base: num("46"), Values: series(2024, "40")}, want{"未达序时进度", "", []string{"高2.8微克/立方米"}}},
		{"of what is bad less is better: the last year", fineDust, 2025, Facts{Base: num("46"), Values: series(2025, "35.1")}, want{"基本完成", "", []string{"高0.1微克/立方米"}}},
		{"of what is bad less is better: there already", fineDust, 2024, Facts{Base: num("34"), Values: series(2024, "34.8")}, want{"达到序时进度(基期已达,保持)", "", nil}},
		{"a base of zero is a base", hightech, 2023, Facts{Base: num("0"), Values: series(2023, "216")}, want{"达到序时进度", "60", []string{"应达到216个"}}},
		{"a level is compared as it was reported", doctors, 2024, Facts{Base: num("2.02"), Values: series(2024, "2.295")}, want{"基本达到序时进度", "", []string{"应达到2.3人", "低0.005人"}}},
		{"a pending year uses the k of the published one", hightech, 2024, Facts{Base: num("185"), Values: series(2023, "290 !")}, want{"达到序时进度(按2023年数据)", "", []string{"按2023年数据", "3/5", "应达到290个"}}},

		{"held level: 493.6 of 500", grain, 2024, Facts{Values: series(2024, "493.6")}, want{"达到序时进度", "98.7", []string{"485"}}},
		{"held level: the bar itself passes", grain, 2024, Facts{Values: series(2024, "485")}, want{"达到序时进度", "97", nil}},
		{"held level: below the bar", grain, 2024, Facts{Values: series(2024, "484.4")}, want{"未达序时进度", "", []string{"低15.6万吨"}}},
		{"held level: more is no fault, an earlier year below is named", grain, 2024, Facts{Values: series(2022, "470 500 600")}, want{"达到序时进度", "120", []string{"2022年曾低"}}},
		{"held level in the last year", grain, 2025, Facts{Values: series(2025, "493.6")}, want{"完成", "", nil}},
		{"held level: the floor is not rounded", grain, 2024, Facts{Values: series(2024, "484.6")}, want{"未达序时进度", "", []string{"低15.4万吨"}}},
		{"held level: one bad year leaves the last nearly done", grain, 2025, Facts{Values: series(2023, "480 500 500")}, want{"基本完成(2023年曾低)", "", nil}},
		{"held firmly: nothing below the target is enough", firm, 2024, Facts{Values: series(2024, "499.9")}, want{"未达序时进度", "", []string{"低0.1万吨"}}},
		{"held firmly: more is never early", firm, 2024, Facts{Values: series(2024, "600")}, want{"达到序时进度", "", nil}},

		{"about: on the line", energy, 2024, Facts{Base: num("500"), Values: series(2024, "548")}, want{"达到序时进度", "", nil}},
		{"about: the share does not help before the last year", energy, 2024, Facts{Base: num("500"), Values: series(2024, "540")}, want{"未达序时进度", "", nil}},
		{"about: the last year at 97 percent", energy, 2025, Facts{Base: num("500"), Values: series(2025, "543.2")}, want{"基本完成", "97", nil}},
		{"about: the last year below it", energy, 2025, Facts{Base: num("500"), Values: series(2025, "542")}, want{"未完成", "", nil}},

		{"ceiling: now within, one year above is named", jobless, 2024, Facts{Values: series(2021, "5.6 6.1 5.5 5.4")}, want{"达到序时进度", "", []string{"2022年曾超"}}},
		{"ceiling: equal passes", jobless, 2024, Facts{Values: series(2024, "6.0")}, want{"达到序时进度", "", nil}},
		{"ceiling: rounding hides nothing", jobless, 2024, Facts{Values: series(2024, "6.1")}, want{"未达序时进度", "", []string{"高0.1个百分点", "各年均应控制在6%以内"}}},
		{"ceiling in the last year", jobless, 2025, Facts{Values: series(2025, "5.9")}, want{"完成", "", nil}},

		{"rise over the base: 1.2 against 1.04", lifespan, 2024, Facts{Base: num("76.7"), Values: series(2024, "77.9")}, want{"达到序时进度", "92.3", []string{"77.9-76.7=1.2", "1.04"}}},
		{"rise over the base: behind", lifespan, 2024, Facts{Base: num("76.7"), Values: series(2024, "77.6")}, want{"未达序时进度", "", []string{"少提高0.1"}}},
		{"rise is never a sum of yearly values", lifespan, 2024, Facts{Base: num("76.7"), Values: series(2021, "76.9 77.1 77.3 77.5")}, want{"未达序时进度", "", []string{"=0.8岁"}}},
		{"rise: reached", lifespan, 2024, Facts{Base: num("76.7"), Values: series(2024, "78.0")}, want{"提前实现", "100", nil}},
		{"rise: the base follows from the plan", lifespan, 2024, Facts{Values: series(2024, "77.9")}, want{"达到序时进度", "", []string{"推得"}}},
		{"rise: nothing is rounded", lifespan, 2024, Facts{Base: num("76.7"), Values: series(2024, "77.68")},
			want{"基本达到序时进度", "75.4", []string{"=0.98岁", "应提高1.04岁", "少提高0.06岁"}}},
		{"rise: a gap is never shown as none", plan.Indicator{No: 20, Name: "人均预期寿命", Unit: "岁", Target: "79.2", Growth: "[1]"}, 2022,
			Facts{Base: num("78.2"), Values: series(2022, "78.59")}, want{"基本达到序时进度", "39", []string{"=0.39岁", "应提高0.4岁", "少提高0.01岁"}}},
		{"a path is never shown as the figure that misses it", plan.Indicator{Name: "孕产妇死亡率", Unit: "/10万", Target: "9", Growth: "-"}, 2022,
			Facts{Base: num("12.1"), Values: series(2022, "10.9")}, want{"基本达到序时进度", "", []string{"应达到10.86/10万", "实际10.9/10万", "高0.04/10万"}}},
		{"rise and level in the last year: both are judged", lifespan, 2025, Facts{Base: num("76.7"), Values: series(2025, "77.5")}, want{"未完成", "", []string{"少提高0.5岁", "水平:2025年77.5岁"}}},
		{"ceiling: one year above leaves the last nearly done", jobless, 2025, Facts{Values: series(2021, "5.6 6.1 5.5 5.4 5.5")}, want{"基本完成(2022年曾超)", "", nil}},

		{"above the province, compounded", research, 2023, Facts{Values: series(2021, "12 10 9"), Province: series(2021, "11 10.5 9.4")},
			want{"达到序时进度", "", []string{"累计增长34.29%", "累计增长34.18%", "2023年当年低于全省0.4个百分点"}}},
		{"equal to the province is not above it", research, 2022, Facts{Values: series(2021, "10 10"), Province: series(2021, "10 10")}, want{"未达序时进度", "", []string{"持平"}}},
		{"only the years both have are compounded", research, 2023, Facts{Values: series(2021, "50 10 9"), Province: series(2022, "10.5 9.4")}, want{"未达序时进度(缺2021年,按其余2年)", "", []string{"2022—2023年"}}},
		{"no province value", research, 2023, Facts{Values: series(2021, "50 10 9"), Province: series(2021, "1 1")}, want{"无法判断(缺2023年全省同期值)", "", nil}},

		{"the province's average: 72.8 where 91.4 is wanted", patents, 2024, Facts{Base: num("5.0"), ProvinceBase: num("8.8"), Values: series(2024, "9.1"), Province: series(2024, "12.5")},
			want{"基本达到序时进度(差距缩小)", "72.8", []string{"56.8%", "91.4%", "72.8%", "低18.6个百分点"}}},
		{"the province's average: falling back", patents, 2024, Facts{Base: num("5.0"), ProvinceBase: num("8.8"), Values: series(2024, "6.0"), Province: series(2024, "12.5")}, want{"未达序时进度(差距扩大)", "48", []string{"低于全省6.5件"}}},
		{"the province's average of a share: the gap is in points", plan.Indicator{Name: "占比", Unit: "%", Target: "达到全省平均水平", Growth: "-"}, 2025, Facts{Values: series(2025, "9.6"), Province: series(2025, "10")}, want{"未完成", "96", []string{"低于全省0.4个百分点"}}},
		{"the province's average reached", patents, 2024, Facts{Values: series(2024, "12.5"), Province: series(2024, "12.5")}, want{"提前实现", "100", nil}},
		{"the province's average without a base ratio", patents, 2024, Facts{Base: num("5.0"), Values: series(2024, "9.1"), Province: series(2024, "12.5")}, want{"无法判断(缺基期比值)", "72.8", nil}},
		{"the province's average in the last year", patents, 2025, Facts{Values: series(2025, "12.4"), Province: series(2025, "12.5")}, want{"未完成", "99.2", nil}},
		{"the province's average: most of the distance made up in the last year", patents, 2025, Facts{Base: num("5.0"), ProvinceBase: num("8.8"), Values: series(2025, "12.4"), Province: series(2025, "12.5")}, want{"基本完成(差距缩小)", "99.2", []string{"差距缩小了98.1%"}}},
		{"the province's average: little of it made up", patents, 2025, Facts{Base: num("5.0"), ProvinceBase: num("8.8"), Values: series(2025, "9.1"), Province: series(2025, "12.5")}, want{"未完成(差距缩小)", "72.8", nil}},
		{"a base above the average has only to hold it", patents, 2024, Facts{Base: num("9"), ProvinceBase: num("8"), Values: series(2024, "12.6"), Province: series(2024, "12.5")}, want{"达到序时进度(基期已达,保持)", "", []string{"2020年已达到,应保持"}}},
		{"a base above the average must hold it", patents, 2024, Facts{Base: num("9"), ProvinceBase: num("8"), Values: series(2024, "12"), Province: series(2024, "12.5")}, want{"未达序时进度(差距扩大)", "96", []string{"100.0%"}}},

		{"reduction: 11.29 against 11.37", intensity, 2024, Facts{Values: series(2021, "3.0 3.5 2.5 2.8"), Assigned: series(2024, "14")},
			want{"未达序时进度", "80.6", []string{"11.29%", "11.37%", "少降低0.08个百分点", "2025年需降低3.05%"}}},
		{"reduction on pace", intensity, 2024, Facts{Values: series(2021, "3.0 3.5 2.5 2.9"), Assigned: series(2021, "14")}, want{"达到序时进度", "", nil}},
		{"reduction with a year missing: the mean rate counts", intensity, 2024, Facts{Values: series(2021, "3.0 ? 2.5 3.6"), Assigned: series(2024, "14")}, want{"达到序时进度(缺2022年,按其余3年)", "", []string{"年均降低3.03%", "年均应降低2.97%"}}},
		{"reduction with a year that it does not apply to: the mean rate counts, no year is missing", intensity, 2024, Facts{Values: series(2021, "3.0 n 2.5 3.6"), Assigned: series(2024, "14")}, want{"达到序时进度", "", []string{"年均降低3.03%", "年均应降低2.97%"}}},
		{"reduction without the province's target", intensity, 2024, Facts{Values: series(2021, "3.0 3.5 2.5 2.8")}, want{"无法判断(缺省下达目标)", "", []string{"11.29%"}}},
		{"reduction in the last year", intensity, 2025, Facts{Values: series(2021, "3 3 3 3 3"), Assigned: series(2025, "14")}, want{"完成", "", nil}},

		{"the province's level of the year", air, 2024, Facts{Values: series(2024, "82.1"), Assigned: series(2023, "81 82.1")}, want{"达到序时进度", "100", []string{"82.1%"}}},
		{"the province's level missed", air, 2024, Facts{Values: series(2024, "82.06"), Assigned: series(2024, "82.1")}, want{"未达序时进度", "", []string{"低0.04个百分点"}}},
		{"the province's level of what is bad", plan.Indicator{Name: "细颗粒物(PM2.5)浓度", Unit: "微克/立方米", Target: "省下达", Growth: "-"}, 2024, Facts{Values: series(2024, "38.2"), Assigned: series(2024, "37.5")}, want{"未达序时进度", "", []string{"高0.7微克/立方米"}}},
		{"no level set for the year", air, 2024, Facts{Values: series(2024, "82"), Assigned: series(2023, "82")}, want{"无法判断(缺省下达目标)", "", nil}},
		{"the level of the published year counts", air, 2024, Facts{Values: series(2023, "82 !"), Assigned: series(2023, "81.5 83")}, want{"达到序时进度(按2023年数据)", "", []string{"81.5"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			j, list := frame(c.year).Indicator(&c.in, c.facts)
			check(t, j, c.want)
			if len(list) > 0 {
				t.Errorf("findings where none belong: %+v", list)
			}
		})
	}
}

func TestRiseThatDoesNotFitTheBaseIsAFinding(t *testing.T) {
	j, list := frame(2024).Indicator(&lifespan, Facts{Base: num("76.5"), Values: series(2024, "77.9")})
	if !list.Has(finding.RiseAgainstBase) || list[0].Ref != "20" {
		t.Errorf("findings %+v", list)
	}
	check(t, j, want{words: "达到序时进度", says: []string{"不符"}})
}

func TestNegativeReductionIsAskedBack(t *testing.T) {
	j, list := frame(2022).Indicator(&intensity, Facts{Values: series(2021, "3 -1"), Assigned: series(2022, "14")})
	if !list.Has(finding.NegativeReduction) {
		t.Errorf("findings %+v", list)
	}
	check(t, j, want{words: "未达序时进度", says: []string{"2022年为负数"}})
}

func TestReductionIsHeldAgainstTheYearsOwnTargetToo(t *testing.T) {
	in := intensity
	in.YearTargets = map[int]string{2024: "3.2"}
	j, _ := frame(2024).Indicator(&in, Facts{Values: series(2021, "3.5 3.5 3.5 3.1"), Assigned: series(2024, "14")})
	check(t, j, want{words: "未达序时进度", says: []string{"计划目标3.2%", "低0.1个百分点"}})
	in.YearTargets[2024] = "3.1"
	j, _ = frame(2024).Indicator(&in, Facts{Values: series(2021, "3.5 3.5 3.5 3.1"), Assigned: series(2024, "14")})
	check(t, j, want{words: "达到序时进度", says: []string{"不低于计划目标"}})
}

func TestAReductionJudgedByAnEarlierYearIsHeldAgainstThatYearsOwnTarget(t *testing.T) {
	in := intensity
	in.YearTargets = map[int]string{2023: "3.1", 2024: "3.6"}
	j, _ := frame(2024).Indicator(&in, Facts{Values: series(2021, "3.5 3.5 3.2 !"), Assigned: series(2024, "14")})
	check(t, j, want{words: "达到序时进度(按2023年数据)", says: []string{"按2023年数据", "2023年计划目标3.1%,实际3.2%,不低于计划目标"}})
	delete(in.YearTargets, 2023)
	j, _ = frame(2024).Indicator(&in, Facts{Values: series(2021, "3.5 3.5 3.2 !"), Assigned: series(2024, "14")})
	check(t, j, want{words: "达到序时进度(按2023年数据)", says: []string{"按2023年数据"}})
	if strings.Contains(j.Basis, "计划目标") {
		t.Errorf("a year's own target where there is none: %s", j.Basis)
	}
}

func TestAnAdjustedTargetReplacesTheFirst(t *testing.T) {
	in := hightech
	in.Adjusted, in.AdjustedBy = "310", "中期评估"
	j, _ := frame(2024).Indicator(&in, Facts{Base: num("185"), Values: series(2024, "318")})
	check(t, j, want{words: "提前实现", says: []string{"目标已调整为310", "中期评估"}})
}

func TestAVerdictThatWasGivenStandsInPlaceOfTheOneWorkedOut(t *testing.T) {
	in := hightech
	in.Settled = map[int]plan.Settled{2024: {Verdict: "达到序时进度", By: "省考核通报"}}
	j, _ := frame(2024).Indicator(&in, Facts{Base: num("185"), Values: series(2024, "300")})
	check(t, j, want{words: "达到序时进度(核定)", says: []string{"省考核通报", "按规则推算为未达序时进度", "应达到325个"}})
	j, _ = frame(2023).Indicator(&in, Facts{Base: num("185"), Values: series(2023, "200")})
	check(t, j, want{words: "未达序时进度"})
}

func TestAPlanPrintsItsOwnWords(t *testing.T) {
	f := frame(2024)
	f.Words = map[string]string{plan.WordOnPace: "符合序时进度"}
	j, _ := f.Indicator(&hightech, Facts{Base: num("185"), Values: series(2024, "330")})
	check(t, j, want{words: "符合序时进度"})
	in := hightech
	in.Settled = map[int]plan.Settled{2024: {Verdict: "符合序时进度"}}
	if j, _ = f.Indicator(&in, Facts{}); j.Verdict != OnPace || j.Words() != "符合序时进度(核定)" {
		t.Errorf("%s", j.Words())
	}
}

// Another plan's years and tolerances are data: nothing of 2025 is in the code.
func TestAnotherPeriodAndToleranceJudgeByThemselves(t *testing.T) {
	f := Frame{Period: plan.Period{Base: 2015, First: 2016, Last: 2019}, Tolerance: plan.Tolerance{Points: decimal.RequireFromString("0.2"), Share: decimal.NewFromInt(90), Near: decimal.NewFromInt(80)}, Year: 2017}
	j, _ := f.Indicator(&hightech, Facts{Base: num("200"), Values: series(2017, "280")})
	check(t, j, want{words: "达到序时进度", says: []string{"2/4", "应达到280个"}})
	j, _ = f.Indicator(&gdp, Facts{Values: series(2016, "7.2 7.2")})
	check(t, j, want{words: "未达序时进度", says: []string{"低0.3个百分点"}})
	f.Year = 2019
	j, _ = f.Indicator(&energy, Facts{Values: series(2019, "504")})
	check(t, j, want{words: "基本完成"})
}

func TestRootsAreExactWhereTheyCanBe(t *testing.T) {
	for n := 1; n <= 6; n++ {
		x := decimal.RequireFromString("1.0745")
		p := one
		for range n {
			p = p.Mul(x)
		}
		if got := root(p, n); !got.Equal(x) {
			t.Errorf("root %d: %s", n, got)
		}
	}
	if got := power(decimal.NewFromInt(1024), 3, 5); !got.Equal(decimal.NewFromInt(64)) {
		t.Errorf("1024^(3/5) = %s", got)
	}
}

func TestGoalsAreReadFromTheWordsOfThePlan(t *testing.T) {
	for words, expect := range map[string]string{
		"7.5左右": "7.5/1", "稳定在500万吨左右": "500/0", "[1.3]": "1.3/1", "６以内": "6/0", "3—5": "3/0", "1,425": "1425/0", "2.370": "2.37/3", "-": "", "省下达": "", "2025年达到80": "80/0", "-2左右": "-2/0",
	} {
		g, ok := readGoal(words)
		got := ""
		if ok {
			got = g.String() + "/" + strconv.Itoa(int(g.places))
		}
		if got != expect {
			t.Errorf("%s: %q, want %q", words, got, expect)
		}
	}
}
