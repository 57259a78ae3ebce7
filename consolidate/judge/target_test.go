package judge

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
)

func target(basis plan.Basis, op plan.Op, unit, due string, numbers ...string) plan.Target {
	t := plan.Target{ID: "51-1", Basis: basis, Op: op, Unit: unit, Due: due, Min: decimal.RequireFromString(numbers[0])}
	t.Max = decimal.RequireFromString(numbers[len(numbers)-1])
	return t
}

func withYears(t plan.Target, words string) plan.Target {
	t.YearTargets = map[int]string{}
	for i, w := range strings.Fields(words) {
		t.YearTargets[2021+i] = w
	}
	return t
}

func stock(t plan.Target) plan.Target {
	t.Counting = plan.CountsAll
	return t
}

func given(t plan.Target, year int, verdict string) plan.Target {
	t.Settled = map[int]plan.Settled{year: {Verdict: verdict, By: "省考核通报"}}
	return t
}

func census(t plan.Target, year int) plan.Target {
	t.ValuesBy = map[int]string{year: "普查"}
	return t
}

func everyCounty(t plan.Target) plan.Target {
	t.Place, t.Places = "县区", 4
	return t
}

func TestATargetIsJudgedByItsBasis(t *testing.T) {
	for _, c := range []struct {
		name  string
		t     plan.Target
		year  int
		facts TargetFacts
		want  want
	}{
		{"a sum on pace", target(plan.Cumulative, plan.AtLeast, "家", "五年累计", "10"), 2024, TargetFacts{ToDate: series(2024, "8")}, want{"达到序时进度", "80", []string{"应完成8家", "还需完成2家"}}},
		{"a sum behind", target(plan.Cumulative, plan.AtLeast, "家", "2025", "10"), 2024, TargetFacts{ToDate: series(2024, "7")}, want{"未达序时进度", "70", []string{"低1家"}}},
		{"a sum added up from yearly values", target(plan.Cumulative, plan.AtLeast, "家", "2025", "10"), 2023, TargetFacts{Yearly: series(2021, "2 2 3")}, want{"达到序时进度", "70", []string{"累计7家"}}},
		{"a sum goes on from the last one known", target(plan.Cumulative, plan.AtLeast, "家", "2025", "10"), 2024, TargetFacts{ToDate: series(2023, "6"), Yearly: series(2024, "2")}, want{"达到序时进度", "80", nil}},
		{"a sum with a yearly value missing", target(plan.Cumulative, plan.AtLeast, "家", "2025", "10"), 2023, TargetFacts{Yearly: series(2021, "2 ? 3")}, want{"无法判断(缺2022年数据)", "", nil}},
		{"a sum that is full already", target(plan.Cumulative, plan.AtLeast, "家", "2025", "10"), 2023, TargetFacts{ToDate: series(2023, "11")}, want{"提前实现", "110", []string{"已完成总目标"}}},
		{"zero is an answer", target(plan.Cumulative, plan.AtLeast, "家", "2025", "10"), 2024, TargetFacts{ToDate: series(2024, "0")}, want{"未达序时进度", "0", nil}},
		{"a sum is not rounded up to the pace", target(plan.Cumulative, plan.AtLeast, "万亩", "2025", "10"), 2024, TargetFacts{ToDate: series(2024, "7.6")}, want{"基本达到序时进度", "76", []string{"累计7.6万亩", "95%"}}},
		{"a sum with the last year not out yet, full already", target(plan.Cumulative, plan.AtLeast, "家", "2025", "10"), 2025, TargetFacts{ToDate: series(2024, "11 !")}, want{"完成(按2024年数据)", "110", nil}},
		{"a sum with the last year not out yet, not full", target(plan.Cumulative, plan.AtLeast, "家", "2025", "10"), 2025, TargetFacts{ToDate: series(2024, "9 !")}, want{"无法判断(2025年暂未发布)", "", []string{"→达到序时进度"}}},
		{"a cap of a sum within its share", target(plan.Cumulative, plan.AtMost, "起", "2025", "4"), 2024, TargetFacts{ToDate: series(2024, "1")}, want{"达到序时进度", "", []string{"按4/5应控制在3.2起", "未超过进度上限"}}},
		{"a cap of a sum in the last year", target(plan.Cumulative, plan.AtMost, "起", "2025", "3"), 2025, TargetFacts{ToDate: series(2025, "3")}, want{"完成", "", []string{"应控制在3起"}}},
		{"a cap of a sum is not rounded up", target(plan.Cumulative, plan.AtMost, "起", "2025", "63"), 2024, TargetFacts{ToDate: series(2024, "51")}, want{"未达序时进度", "", []string{"应控制在50.4起", "高0.6起"}}},
		{"90 percent of a third is exactly that", target(plan.Cumulative, plan.AtLeast, "万亩", "2023年底", "5"), 2021, TargetFacts{ToDate: series(2021, "1.5")}, want{"基本达到序时进度", "", []string{"量的90%"}}},
		{"a share of a rise is not shown as more than it is", target(plan.Cumulative, plan.AtLeast, "万亩", "2025", "1000"), 2021, TargetFacts{ToDate: series(2021, "179.99")}, want{"未达序时进度", "", []string{"量的89.9%"}}},
		{"what is short of the target is not shown as all of it", target(plan.Cumulative, plan.AtLeast, "亿元", "2025", "10000"), 2025, TargetFacts{ToDate: series(2025, "9999")}, want{"基本完成", "99.99", nil}},
		{"things with a broken base are no whole things", target(plan.Level, plan.AtLeast, "个", "2025", "48"), 2021, TargetFacts{Base: num("45.7"), ToDate: series(2021, "46.1")}, want{"未达序时进度", "", []string{"应达到46.2个"}}},

		{"a cap of a sum passed by the pace", target(plan.Cumulative, plan.AtMost, "起", "2025", "10"), 2023, TargetFacts{ToDate: series(2023, "7")}, want{"未达序时进度", "", []string{"高1起"}}},
		{"a sum against the yearly targets", withYears(target(plan.Cumulative, plan.AtLeast, "家", "2025", "10"), "1 1 2 3"), 2023, TargetFacts{ToDate: series(2023, "4")}, want{"达到序时进度", "", []string{"按年度计划目标应完成4家"}}},
		{"a stock is no sum", stock(target(plan.Cumulative, plan.AtLeast, "家", "2025", "30")), 2023, TargetFacts{Base: num("20"), ToDate: series(2023, "26")}, want{"达到序时进度", "", []string{"应达到26家"}}},
		{"of every county: as many as there are", everyCounty(target(plan.Level, plan.AtLeast, "个", "2025", "1")), 2025, TargetFacts{ToDate: series(2025, "3")}, want{"未完成", "75", []string{"全部4个县区", "低1个县区"}}},
		{"of every county: all of them", everyCounty(target(plan.Cumulative, plan.AtLeast, "个", "2025", "1")), 2024, TargetFacts{ToDate: series(2024, "4")}, want{"提前实现", "100", nil}},
		{"of every county: counted from none", everyCounty(target(plan.Level, plan.AtLeast, "个", "2025", "1")), 2021, TargetFacts{ToDate: series(2021, "1")}, want{"达到序时进度", "25", []string{"应达到1个县区"}}},
		{"of every county each year", everyCounty(target(plan.Annual, plan.AtLeast, "个", "每年", "1")), 2024, TargetFacts{Yearly: series(2024, "4")}, want{"完成", "100", nil}},
		{"a standard not reached before it is due", target(plan.Level, plan.AtLeast, "年一遇", "2025", "50"), 2023, TargetFacts{ToDate: series(2023, "20")}, want{"无法判断(2025年到期,尚未达到)", "", nil}},
		{"a standard reached before it is due", target(plan.Level, plan.AtLeast, "年一遇", "2025", "50"), 2023, TargetFacts{ToDate: series(2023, "50")}, want{"提前实现", "", nil}},
		{"a standard by its due year", target(plan.Level, plan.AtLeast, "年一遇", "2025", "50"), 2025, TargetFacts{ToDate: series(2025, "20")}, want{"未完成", "", nil}},
		{"a sum in the last year", target(plan.Cumulative, plan.AtLeast, "家", "2025", "10"), 2025, TargetFacts{ToDate: series(2025, "10")}, want{"完成", "100", nil}},

		{"a yearly number done", target(plan.Annual, plan.AtLeast, "场", "每年", "12"), 2023, TargetFacts{Yearly: series(2023, "12")}, want{"完成", "100", []string{"只看当年"}}},
		{"a yearly number not done", target(plan.Annual, plan.AtLeast, "场", "每年", "12"), 2023, TargetFacts{Yearly: series(2022, "20 11")}, want{"未完成", "91.7", []string{"低1场"}}},
		{"a yearly number is not rounded up to the target", target(plan.Annual, plan.AtLeast, "万人次", "每年", "3"), 2023, TargetFacts{Yearly: series(2023, "2.6")}, want{"未完成", "86.7", []string{"低0.4万人次"}}},
		{"a yearly number not out yet", target(plan.Annual, plan.AtLeast, "场", "每年", "12"), 2023, TargetFacts{Yearly: series(2022, "20 !")}, want{"无法判断(暂未发布)", "", nil}},
		{"a yearly number the unit estimates", target(plan.Annual, plan.AtLeast, "场", "每年", "12"), 2023, TargetFacts{Yearly: series(2023, "20e")}, want{"预计完成", "", nil}},
		{"a yearly number to be held", target(plan.Annual, plan.Equal, "万吨", "每年", "120"), 2023, TargetFacts{Yearly: series(2023, "116")}, want{"未完成", "", []string{"低4万吨"}}},
		{"a yearly ceiling kept", target(plan.Annual, plan.AtMost, "起", "每年", "5"), 2023, TargetFacts{Yearly: series(2023, "5")}, want{"完成", "", nil}},
		{"a yearly ceiling passed", target(plan.Annual, plan.AtMost, "起", "每年", "5"), 2023, TargetFacts{Yearly: series(2023, "6")}, want{"未完成", "", []string{"高1起"}}},
		{"a yearly number about", target(plan.Annual, plan.About, "万吨", "每年", "100"), 2023, TargetFacts{Yearly: series(2023, "97")}, want{"完成", "97", nil}},
		{"a yearly number to be passed", target(plan.Annual, plan.Above, "场", "每年", "12"), 2023, TargetFacts{Yearly: series(2023, "12")}, want{"未完成", "", []string{"未超过目标"}}},

		{"a level on the line", target(plan.Level, plan.AtLeast, "家", "2025", "10"), 2023, TargetFacts{Base: num("5"), ToDate: series(2023, "8")}, want{"达到序时进度", "80", []string{"应达到8家"}}},
		{"a level without base", target(plan.Level, plan.AtLeast, "家", "2025", "10"), 2023, TargetFacts{ToDate: series(2023, "8")}, want{"无法判断(缺基期值)", "80", []string{"80%"}}},
		{"a level reached early", target(plan.Level, plan.AtLeast, "家", "2025", "10"), 2023, TargetFacts{ToDate: series(2023, "10")}, want{"提前实现", "100", nil}},
		{"a level to be passed is not reached at the number", target(plan.Level, plan.Above, "家", "2025", "10"), 2025, TargetFacts{ToDate: series(2025, "10")}, want{"未完成", "100", []string{"未超过目标"}}},
		{"a level about, the last year", target(plan.Level, plan.About, "家", "2025", "100"), 2025, TargetFacts{ToDate: series(2025, "97")}, want{"基本完成", "97", nil}},
		{"a level held steady", target(plan.Level, plan.Equal, "万亩", "2025", "900"), 2023, TargetFacts{ToDate: series(2023, "880")}, want{"达到序时进度", "97.8", nil}},
		{"a ceiling that stands", target(plan.Level, plan.AtMost, "%", "2025", "6"), 2023, TargetFacts{ToDate: series(2021, "6.5 6 5.8")}, want{"达到序时进度", "", []string{"2021年曾超"}}},
		{"a ceiling to come down to", target(plan.Level, plan.AtMost, "%", "2025", "5"), 2023, TargetFacts{Base: num("10"), ToDate: series(2023, "7")}, want{"达到序时进度", "", []string{"应达到7%"}}},
		{"a ceiling to come down to, behind", target(plan.Level, plan.AtMost, "%", "2025", "5"), 2023, TargetFacts{Base: num("10"), ToDate: series(2023, "8")}, want{"未达序时进度", "", []string{"高1个百分点", "距目标还差3个百分点,2024—2025年年均需减少1.5个百分点"}}},

		{"an average growth", target(plan.Growth, plan.AtLeast, "%", "2025", "10"), 2022, TargetFacts{Yearly: series(2021, "12 8")}, want{"达到序时进度", "", []string{"12、8"}}},
		{"an average growth nearly there", target(plan.Growth, plan.AtLeast, "%", "2025", "10.0"), 2022, TargetFacts{Yearly: series(2021, "9.6 9.6")}, want{"基本达到序时进度", "", nil}},

		{"due earlier: the pace is to that year", target(plan.Level, plan.AtLeast, "个", "2022年底", "10"), 2021, TargetFacts{Base: num("0"), ToDate: series(2021, "5")}, want{"达到序时进度", "", []string{"1/2"}}},
		{"due earlier: done in that year", target(plan.Level, plan.AtLeast, "个", "2022年底", "10"), 2022, TargetFacts{ToDate: series(2022, "10")}, want{"完成", "100", nil}},
		{"due earlier: what was done then stands", target(plan.Level, plan.AtLeast, "个", "2022年底", "10"), 2024, TargetFacts{ToDate: series(2022, "10 9 8")}, want{"完成", "", []string{"以当年结果为准"}}},
		{"due earlier: reached only later", target(plan.Level, plan.AtLeast, "个", "2022年底", "10"), 2025, TargetFacts{ToDate: series(2022, "9 9 9 10")}, want{"逾期完成(2025年)", "", []string{"期限为2022年", "未完成"}}},
		{"due earlier: nobody knows how it stood then", target(plan.Level, plan.AtLeast, "个", "2022年底", "10"), 2024, TargetFacts{ToDate: series(2024, "10")}, want{"完成", "", []string{"当年无法判断"}}},
		{"due earlier: still not done later", target(plan.Cumulative, plan.AtLeast, "个", "2022年底", "10"), 2024, TargetFacts{ToDate: series(2024, "9")}, want{"未完成", "90", []string{"低1个"}}},

		{"due earlier: what is to be held keeps its share", target(plan.Level, plan.Equal, "万亩", "2023年底", "81"), 2023, TargetFacts{ToDate: series(2021, "81 83 79")}, want{"完成", "97.5", []string{"81万亩的97%"}}},
		{"due earlier: a mean is done or not", target(plan.Growth, plan.About, "%", "2022年底", "8.1"), 2022, TargetFacts{Yearly: series(2021, "7.1 8.2")}, want{"未完成", "", []string{"低0.45个百分点"}}},
		{"due earlier: a mean of later years is no mean of its years", target(plan.Growth, plan.AtLeast, "%", "2023年底", "6.6"), 2025, TargetFacts{Yearly: series(2021, "5.9 5.7 ! 6.4 9")}, want{"无法判断(2023年暂未发布)", "", nil}},
		{"due earlier: what a cap comes to later says nothing of its year", target(plan.Cumulative, plan.AtMost, "家", "2022年底", "1"), 2023, TargetFacts{ToDate: series(2021, "0 ! 2")}, want{"无法判断(2022年暂未发布)", "", nil}},
		{"due earlier: an estimate that reached it is not late", target(plan.Cumulative, plan.AtLeast, "亿元", "2023年底", "3"), 2024, TargetFacts{ToDate: series(2021, "1 2 3e 4")}, want{"预计完成", "", []string{"以当年结果为准"}}},
		{"due earlier: a verdict that was given then stands", given(target(plan.Cumulative, plan.AtLeast, "家", "2022年底", "10"), 2022, "完成"), 2024, TargetFacts{ToDate: series(2021, "5 9 9 9")}, want{"完成(核定)", "", []string{"以当年结果为准", "按规则推算为未完成"}}},
		{"due earlier: a verdict ruled in that year stands", target(plan.Cumulative, plan.AtLeast, "家", "2022年底", "10"), 2024, TargetFacts{ToDate: series(2021, "5 9 9 9"), Stood: Done}, want{"完成(核定)", "", []string{"依据:2022年度汇总", "按规则推算为未完成"}}},
		{"due earlier: a figure set since goes before the verdict of that year", census(target(plan.Cumulative, plan.AtLeast, "家", "2022年底", "10"), 2022), 2024, TargetFacts{ToDate: series(2021, "5 9 9 9"), Stood: Done}, want{"未完成", "", nil}},
		{"due earlier: unknown then, the sum of a later year is named as such", target(plan.Cumulative, plan.AtLeast, "家", "2022年底", "49"), 2023, TargetFacts{ToDate: series(2021, "20 ! 74")}, want{"完成", "", []string{"2021—2023年累计74家", "当年无法判断"}}},
		{"a level to be passed, as the base did, is not held at the number", target(plan.Level, plan.Above, "座", "2025", "310"), 2021, TargetFacts{Base: num("316"), ToDate: series(2021, "310")}, want{"未达序时进度", "", []string{"未超过目标"}}},
		{"a first one is not due before its year", target(plan.Level, plan.Above, "", "2025", "0"), 2024, TargetFacts{Base: num("0"), ToDate: series(2024, "0")}, want{"达到序时进度", "", nil}},
		{"a first one by its year", target(plan.Level, plan.Above, "", "2025", "0"), 2025, TargetFacts{Base: num("0"), ToDate: series(2025, "0")}, want{"未完成", "", []string{"未超过目标"}}},
		{"a ceiling that the base keeps already is held", target(plan.Level, plan.AtMost, "座", "2025", "22"), 2023, TargetFacts{Base: num("22"), ToDate: series(2023, "21")}, want{"达到序时进度(基期已达,保持)", "", []string{"各年均应控制在22座以内"}}},
		{"a range: pace on the lower number", target(plan.Cumulative, plan.Between, "个", "2025", "3", "5"), 2025, TargetFacts{ToDate: series(2025, "3")}, want{"完成", "100", []string{"3—5个", "按下限3个"}}},
		{"a range: above the upper is no fault", target(plan.Level, plan.Between, "个", "2025", "3", "5"), 2024, TargetFacts{ToDate: series(2024, "7")}, want{"提前实现", "233.3", nil}},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, frame(c.year).Target(&c.t, c.facts), c.want) })
	}
}
