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
		Tolerance: plan.Tolerance{Points: decimal.RequireFromString("0.5"), Share: decimal.NewFromInt(97)},
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
// not published yet, x one without such a statistic.
func series(first int, words string) Series {
	s := Series{}
	for i, w := range strings.Fields(words) {
		switch w {
		case "?":
		case "!":
			s[first+i] = Value{State: Pending}
		case "x":
			s[first+i] = Value{State: Absent}
		default:
			s[first+i] = Value{Number: num(w), State: "最终核实数"}
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
)

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
			want{"未达序时进度", "75.2", []string{"6.9、3.4、6.2、6.1", "年均5.6%(5.64%)", "低1.9个百分点", "2025年需增长15.3%"}}},
		{"a growth 0.4 points below is nearly there", gdp, 2022, Facts{Values: series(2021, "7.1 7.1")}, want{"基本达到序时进度", "", []string{"低0.4个百分点"}}},
		{"a growth 0.5 points below is behind", gdp, 2022, Facts{Values: series(2021, "7 7")}, want{"未达序时进度", "", []string{"低0.5个百分点"}}},
		{"a growth that rounds up to the target is there", gdp, 2021, Facts{Values: series(2021, "7.45")}, want{"达到序时进度", "", nil}},
		{"a growth that rounds down is not", gdp, 2021, Facts{Values: series(2021, "7.449")}, want{"基本达到序时进度", "", []string{"年均7.4%"}}},
		{"whole percents are compared as whole percents", income, 2022, Facts{Values: series(2021, "7.5 7.5")}, want{"达到序时进度", "", []string{"(7.5%)"}}},
		{"a missing year leaves growth unknown", gdp, 2024, Facts{Values: series(2021, "6.9 ? 6.2 6.1")}, want{"无法判断(缺2022年数据)", "", nil}},
		{"a year not published yet is judged by the last one", gdp, 2024, Facts{Values: series(2021, "7.5 7.6 7.7 !")}, want{"达到序时进度", "", []string{"按2023年数据", "2024—2025年年均需增长7.4%"}}},
		{"negative growth is growth", gdp, 2022, Facts{Values: series(2021, "-3.5 2")}, want{"未达序时进度", "", []string{"年均-0.8%"}}},
		{"the last year of growth is final", gdp, 2025, Facts{Values: series(2021, "7.5 7.5 7.5 7.5 7.5")}, want{"完成", "100", nil}},
		{"the last year nearly there", gdp, 2025, Facts{Values: series(2021, "7.2 7.2 7.2 7.2 7.2")}, want{"基本完成", "", nil}},
		{"the last year behind", gdp, 2025, Facts{Values: series(2021, "6 6 6 6 6")}, want{"未完成", "", []string{"低1.5个百分点"}}},
		{"the last year not published is judged on pace by the year before", gdp, 2025, Facts{Values: series(2021, "7.5 7.5 7.5 7.5 !")}, want{"达到序时进度", "", []string{"按2024年数据"}}},
		{"nothing published at all", gdp, 2021, Facts{Values: series(2021, "!")}, want{"无法判断(2021年数据暂未发布,此前也没有已发布的数据)", "", nil}},
		{"no such statistic", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "x")}, want{"无法判断(无此统计)", "", nil}},
		{"nothing reported", hightech, 2024, Facts{Base: num("185")}, want{"无法判断(缺2024年数据)", "", nil}},

		{"level and growth: 1240 against a path of 1233", retail, 2023, Facts{Base: num("992.6"), Values: series(2023, "1240")},
			want{"达到序时进度", "87", []string{"1233", "3/5", "只按水平判定"}}},
		{"level on pace and growth behind: the worse counts", retail, 2023, Facts{Base: num("992.6"), Values: series(2023, "1240"), Growth: series(2021, "7 5 6")},
			want{"未达序时进度", "87", []string{"水平:", "→达到序时进度", "增速:", "→未达序时进度"}}},
		{"growth on pace and level behind: the worse counts", retail, 2023, Facts{Base: num("992.6"), Values: series(2023, "1232.4"), Growth: series(2021, "8 8 8")},
			want{"未达序时进度", "", []string{"水平低1亿元"}}},
		{"growth with a gap is unknown, the level counts", retail, 2023, Facts{Base: num("992.6"), Values: series(2023, "1240"), Growth: series(2021, "8 ? 8")},
			want{"达到序时进度", "", []string{"增速:缺2022年数据→无法判断(只按水平判定)"}}},
		{"growth on pace cannot vouch for a level without base", retail, 2022, Facts{Values: series(2022, "1240"), Growth: series(2021, "8 8")},
			want{"无法判断(水平缺基期值)", "87", nil}},
		{"growth behind needs no base to be behind", retail, 2022, Facts{Values: series(2022, "1240"), Growth: series(2021, "5 5")},
			want{"未达序时进度", "87", []string{"增速低2.5个百分点"}}},
		{"a level behind needs no growth to be behind", retail, 2023, Facts{Base: num("992.6"), Values: series(2023, "1000"), Growth: series(2021, "8 ? 8")},
			want{"未达序时进度", "", nil}},
		{"level reached early, growth on pace", retail, 2023, Facts{Base: num("992.6"), Values: series(2023, "1425"), Growth: series(2021, "8 8 8")},
			want{"达到序时进度", "100", nil}},
		{"a compound path from zero cannot be drawn", retail, 2023, Facts{Base: num("0"), Values: series(2023, "1240")}, want{"无法判断(水平基期值不是正数,不能按年均增速推算;增速缺2023年数据)", "", nil}},

		{"end level: 318 where 325 is wanted", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "318")},
			want{"未达序时进度", "88.3", []string{"应达到325个", "低7个", "还差42个"}}},
		{"end level: exactly on the line", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "325")}, want{"达到序时进度", "90.3", nil}},
		{"end level: reached before the last year", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "360")}, want{"提前实现", "100", nil}},
		{"end level: overshoot", hightech, 2022, Facts{Base: num("185"), Values: series(2022, "720")}, want{"提前实现", "200", nil}},
		{"end level without base shows the completion", hightech, 2024, Facts{Values: series(2024, "318")}, want{"无法判断(缺基期值)", "88.3", []string{"88.3%"}}},
		{"end level reached needs no base", hightech, 2024, Facts{Values: series(2024, "361")}, want{"提前实现", "100.3", nil}},
		{"the last year needs no base", hightech, 2025, Facts{Values: series(2025, "359")}, want{"未完成", "99.7", []string{"低1个"}}},
		{"the last year, equal", hightech, 2025, Facts{Values: series(2025, "360")}, want{"完成", "100", nil}},
		{"the last year's gap is between the numbers as compared", hightech, 2025, Facts{Values: series(2025, "357.6")}, want{"未完成", "99.3", []string{"357.6个(按目标的小数位为358)", "低2个"}}},
		{"a base above the target is to be held: below", hightech, 2023, Facts{Base: num("400"), Values: series(2023, "355")}, want{"未达序时进度", "", []string{"基期已达目标,应保持", "低5个"}}},
		{"a base above the target is to be held: kept", hightech, 2023, Facts{Base: num("400"), Values: series(2023, "390")}, want{"提前实现", "", []string{"基期已达目标,应保持"}}},
		{"a level rounded up to the target says so", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "359.5")}, want{"提前实现", "99.9", []string{"359.5个(按目标的小数位为360)"}}},
		{"a base of zero is a base", hightech, 2023, Facts{Base: num("0"), Values: series(2023, "216")}, want{"达到序时进度", "60", []string{"应达到216个"}}},
		{"compared at the target's two decimals", doctors, 2024, Facts{Base: num("2.02"), Values: series(2024, "2.295")}, want{"达到序时进度", "", []string{"应达到2.30人"}}},
		{"a hundredth short", doctors, 2024, Facts{Base: num("2.02"), Values: series(2024, "2.294")}, want{"未达序时进度", "", []string{"低0.01人"}}},
		{"a pending year uses the k of the published one", hightech, 2024, Facts{Base: num("185"), Values: series(2023, "290 !")}, want{"达到序时进度", "", []string{"按2023年数据", "3/5", "应达到290个"}}},

		{"held level: 493.6 of 500", grain, 2024, Facts{Values: series(2024, "493.6")}, want{"达到序时进度", "98.7", []string{"485"}}},
		{"held level: the bar itself passes", grain, 2024, Facts{Values: series(2024, "485")}, want{"达到序时进度", "97", nil}},
		{"held level: below the bar", grain, 2024, Facts{Values: series(2024, "484.4")}, want{"未达序时进度", "", []string{"低1万吨"}}},
		{"held level: more is no fault, an earlier year below is named", grain, 2024, Facts{Values: series(2022, "470 500 600")}, want{"达到序时进度", "120", []string{"2022年曾低于"}}},
		{"held level in the last year", grain, 2025, Facts{Values: series(2025, "493.6")}, want{"完成", "", nil}},
		{"held level: a value that rounds up to the bar says so", grain, 2024, Facts{Values: series(2024, "484.6")}, want{"达到序时进度", "", []string{"484.6万吨(按目标的小数位为485)"}}},

		{"about: on the line", energy, 2024, Facts{Base: num("500"), Values: series(2024, "548")}, want{"达到序时进度", "", nil}},
		{"about: the share does not help before the last year", energy, 2024, Facts{Base: num("500"), Values: series(2024, "547")}, want{"未达序时进度", "", nil}},
		{"about: the last year at 97 percent", energy, 2025, Facts{Base: num("500"), Values: series(2025, "543.2")}, want{"基本完成", "97", nil}},
		{"about: the last year below it", energy, 2025, Facts{Base: num("500"), Values: series(2025, "542")}, want{"未完成", "", nil}},

		{"ceiling: now within, one year above is named", jobless, 2024, Facts{Values: series(2021, "5.6 6.1 5.5 5.4")}, want{"达到序时进度", "", []string{"2022年曾超"}}},
		{"ceiling: equal passes", jobless, 2024, Facts{Values: series(2024, "6.0")}, want{"达到序时进度", "", nil}},
		{"ceiling: rounding hides nothing", jobless, 2024, Facts{Values: series(2024, "6.1")}, want{"未达序时进度", "", []string{"高0.1个百分点"}}},
		{"ceiling in the last year", jobless, 2025, Facts{Values: series(2025, "5.9")}, want{"完成", "", nil}},

		{"rise over the base: 1.2 against 1.04", lifespan, 2024, Facts{Base: num("76.7"), Values: series(2024, "77.9")}, want{"达到序时进度", "92.3", []string{"77.9-76.7=1.2", "1.04"}}},
		{"rise over the base: behind", lifespan, 2024, Facts{Base: num("76.7"), Values: series(2024, "77.6")}, want{"未达序时进度", "", []string{"少提高0.1"}}},
		{"rise is never a sum of yearly values", lifespan, 2024, Facts{Base: num("76.7"), Values: series(2021, "76.9 77.1 77.3 77.5")}, want{"未达序时进度", "", []string{"=0.8岁"}}},
		{"rise: reached", lifespan, 2024, Facts{Base: num("76.7"), Values: series(2024, "78.0")}, want{"提前实现", "100", nil}},
		{"rise: the base follows from the plan", lifespan, 2024, Facts{Values: series(2024, "77.9")}, want{"达到序时进度", "", []string{"推得"}}},
		{"rise: what rounding decides is said", lifespan, 2024, Facts{Base: num("76.7"), Values: series(2024, "77.68")},
			want{"达到序时进度", "75.4", []string{"=0.98岁(按目标的小数位为1.0)", "应提高1.04岁(按目标的小数位为1.0)"}}},
		{"rise in the last year, short of it though the level rounds up", lifespan, 2025, Facts{Base: num("76.7"), Values: series(2025, "77.9")}, want{"未完成", "", nil}},

		{"above the province, compounded", research, 2023, Facts{Values: series(2021, "12 10 9"), Province: series(2021, "11 10.5 9.4")},
			want{"达到序时进度", "", []string{"累计增长34.29%", "累计增长34.18%", "2023年当年低于全省0.4个百分点"}}},
		{"equal to the province is not above it", research, 2022, Facts{Values: series(2021, "10 10"), Province: series(2021, "10 10")}, want{"未达序时进度", "", []string{"持平"}}},
		{"only the years both have are compounded", research, 2023, Facts{Values: series(2021, "50 10 9"), Province: series(2022, "10.5 9.4")}, want{"未达序时进度", "", []string{"2021年缺数据"}}},
		{"no province value", research, 2023, Facts{Values: series(2021, "50 10 9"), Province: series(2021, "1 1")}, want{"无法判断(缺2023年全省同期值)", "", nil}},

		{"the province's average: 72.8 where 91.4 is wanted", patents, 2024, Facts{Base: num("5.0"), ProvinceBase: num("8.8"), Values: series(2024, "9.1"), Province: series(2024, "12.5")},
			want{"未达序时进度", "72.8", []string{"56.8%", "91.4%", "72.8%", "低18.6个百分点"}}},
		{"the province's average reached", patents, 2024, Facts{Values: series(2024, "12.5"), Province: series(2024, "12.5")}, want{"提前实现", "100", nil}},
		{"the province's average without a base ratio", patents, 2024, Facts{Base: num("5.0"), Values: series(2024, "9.1"), Province: series(2024, "12.5")}, want{"无法判断(缺基期比值)", "72.8", nil}},
		{"the province's average in the last year", patents, 2025, Facts{Values: series(2025, "12.4"), Province: series(2025, "12.5")}, want{"未完成", "99.2", nil}},
		{"a base above the average must hold it", patents, 2024, Facts{Base: num("9"), ProvinceBase: num("8"), Values: series(2024, "12"), Province: series(2024, "12.5")}, want{"未达序时进度", "96", []string{"100.0%"}}},

		{"reduction: 11.29 against 11.37", intensity, 2024, Facts{Values: series(2021, "3.0 3.5 2.5 2.8"), Assigned: series(2024, "14")},
			want{"未达序时进度", "80.6", []string{"11.29%", "11.37%", "少降低0.08个百分点", "2025年需降低3.05%"}}},
		{"reduction on pace", intensity, 2024, Facts{Values: series(2021, "3.0 3.5 2.5 2.9"), Assigned: series(2021, "14")}, want{"达到序时进度", "", nil}},
		{"reduction with a year missing", intensity, 2024, Facts{Values: series(2021, "3.0 ? 2.5 2.8"), Assigned: series(2024, "14")}, want{"无法判断(缺2022年数据)", "", nil}},
		{"reduction without the province's target", intensity, 2024, Facts{Values: series(2021, "3.0 3.5 2.5 2.8")}, want{"无法判断(缺省下达目标)", "", []string{"11.29%"}}},
		{"reduction in the last year", intensity, 2025, Facts{Values: series(2021, "3 3 3 3 3"), Assigned: series(2025, "14")}, want{"完成", "", nil}},

		{"the province's level of the year", air, 2024, Facts{Values: series(2024, "82.06"), Assigned: series(2023, "81 82.1")}, want{"达到序时进度", "100", []string{"82.1%"}}},
		{"the province's level missed", air, 2024, Facts{Values: series(2024, "82.04"), Assigned: series(2024, "82.1")}, want{"未达序时进度", "", []string{"低0.1个百分点"}}},
		{"no level set for the year", air, 2024, Facts{Values: series(2024, "82"), Assigned: series(2023, "82")}, want{"无法判断(缺省下达目标)", "", nil}},
		{"the province's level is compared at its own decimals, and that is said", air, 2024, Facts{Values: series(2024, "82.2"), Assigned: series(2024, "83")}, want{"未达序时进度", "", []string{"实际82.2%(按目标的小数位为82)", "低1个百分点"}}},
		{"the level of the published year counts", air, 2024, Facts{Values: series(2023, "82 !"), Assigned: series(2023, "81.5 83")}, want{"达到序时进度", "", []string{"按2023年数据", "81.5"}}},
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
	check(t, j, want{words: "提前实现", says: []string{"不符"}})
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
	check(t, j, want{words: "未达序时进度", says: []string{"年度目标3.2%", "低0.1个百分点"}})
	in.YearTargets[2024] = "3.1"
	j, _ = frame(2024).Indicator(&in, Facts{Values: series(2021, "3.5 3.5 3.5 3.1"), Assigned: series(2024, "14")})
	check(t, j, want{words: "达到序时进度", says: []string{"不低于年度目标"}})
}

func TestAReductionJudgedByAnEarlierYearIsHeldAgainstThatYearsOwnTarget(t *testing.T) {
	in := intensity
	in.YearTargets = map[int]string{2023: "3.1", 2024: "3.6"}
	j, _ := frame(2024).Indicator(&in, Facts{Values: series(2021, "3.5 3.5 3.2 !"), Assigned: series(2024, "14")})
	check(t, j, want{words: "达到序时进度", says: []string{"按2023年数据", "2023年年度目标3.1%,实际3.2%,不低于年度目标"}})
	delete(in.YearTargets, 2023)
	j, _ = frame(2024).Indicator(&in, Facts{Values: series(2021, "3.5 3.5 3.2 !"), Assigned: series(2024, "14")})
	check(t, j, want{words: "达到序时进度", says: []string{"按2023年数据"}})
	if strings.Contains(j.Basis, "年度目标") {
		t.Errorf("a year's own target where there is none: %s", j.Basis)
	}
}

func TestAnAdjustedTargetReplacesTheFirst(t *testing.T) {
	in := hightech
	in.Adjusted, in.AdjustedBy = "310", "中期评估"
	j, _ := frame(2024).Indicator(&in, Facts{Base: num("185"), Values: series(2024, "318")})
	check(t, j, want{words: "提前实现", says: []string{"目标已调整为310", "中期评估"}})
}

// Another plan's years and tolerances are data: nothing of 2025 stands in the code.
func TestAnotherPeriodAndToleranceJudgeByThemselves(t *testing.T) {
	f := Frame{Period: plan.Period{Base: 2015, First: 2016, Last: 2019}, Tolerance: plan.Tolerance{Points: decimal.RequireFromString("0.2"), Share: decimal.NewFromInt(90)}, Year: 2017}
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
