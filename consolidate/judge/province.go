package judge

import (
	"github.com/shopspring/decimal"
)

// aboveProvince judges a growth rate that must pass the province's: both
// compounded over the same years, strictly above.
func (f Frame) aboveProvince(city, province Series) Judgement {
	year, reason := f.dataYear(city)
	if year == 0 {
		return unknown(reason, "")
	}
	if !province[year].published() {
		return unknown("缺"+yearText(year)+"全省同期值", "")
	}
	ours, theirs, years, missing := together(city, province, f.Period.First, year)
	a, okA := compound(ours)
	b, okB := compound(theirs)
	if !okA || !okB {
		return unknown("增长率低于-100%", "")
	}
	j := Judgement{Year: year, Actual: some(a.Sub(one).Shift(2).Round(settled)), Required: some(b.Sub(one).Shift(2).Round(settled))}
	o := missed
	if a.GreaterThan(b) {
		o = met
	} else {
		j.Gap = "累计增长低于全省" + brief(b.Sub(a).Shift(2), 2) + "个百分点"
		if a.Equal(b) {
			j.Gap = "累计增长与全省持平,未高于"
		}
	}
	j.Verdict = f.verdict(year, o)
	j.Basis = f.dataNote(year) + "与全省同口径累计比较(须高于):" + yearsText(years) + " 本市" + listText(ours) + ",累计增长" + brief(a.Sub(one).Shift(2), 2) +
		"%;全省" + listText(theirs) + ",累计增长" + brief(b.Sub(one).Shift(2), 2) + "%;" + singleYear(year, ours[len(ours)-1], theirs[len(theirs)-1])
	if len(missing) > 0 {
		j.Basis += ";" + yearsText(missing) + "缺数据,未计入"
	}
	j.Remaining = f.aboveNeed(a, b, year)
	return j
}

func (f Frame) aboveNeed(a, b decimal.Decimal, year int) string {
	left := f.left(year)
	switch {
	case left == 0:
		return ""
	case a.GreaterThan(b) || !a.IsPositive():
		return f.leftText(year) + "增速不低于全省即可保持"
	}
	return f.leftText(year) + "累计增长需比全省多" + brief(quotient(b, a).Sub(one).Shift(2), 2) + "%以上"
}

// singleYear says how the year stands by itself.
func singleYear(year int, ours, theirs decimal.Decimal) string {
	d := ours.Sub(theirs)
	head := yearText(year) + "当年"
	switch {
	case d.IsPositive():
		return head + "高于全省" + plain(d) + "个百分点"
	case d.IsZero():
		return head + "与全省持平"
	}
	return head + "低于全省" + plain(d.Abs()) + "个百分点"
}

// together returns the numbers of the years that both series have.
func together(a, b Series, first, last int) (as, bs []decimal.Decimal, years, missing []int) {
	for y := first; y <= last; y++ {
		if !a[y].published() || !b[y].published() {
			missing = append(missing, y)
			continue
		}
		as, bs, years = append(as, a[y].Number.Decimal), append(bs, b[y].Number.Decimal), append(years, y)
	}
	return as, bs, years, missing
}

// provinceAverage judges a level that must come up to the province's by the last
// year: the ratio of city to province closes in a straight line to 100 %. Ratios
// are compared at one decimal of a percent.
func (f Frame) provinceAverage(city, province Series, base, provinceBase decimal.NullDecimal, unit string) Judgement {
	year, reason := f.dataYear(city)
	if year == 0 {
		return unknown(reason, "")
	}
	theirs := province[year]
	if !theirs.published() {
		return unknown("缺"+yearText(year)+"全省同期值", "")
	}
	value, mean := city[year].Number.Decimal, theirs.Number.Decimal
	if !mean.IsPositive() {
		return unknown("全省同期值不是正数", "")
	}
	ratio := share(value, mean)
	j := Judgement{Year: year, Actual: ratio, Completion: ratio}
	now := f.dataNote(year) + yearText(year) + "本市" + plain(value) + unit + "、全省" + plain(mean) + unit + ",为全省的" + plain(ratio.Decimal) + "%"
	switch {
	case value.GreaterThanOrEqual(mean):
		j.Verdict, j.Required = f.verdict(year, early), some(hundred)
		j.Basis = now + ",已达到全省平均水平"
	case f.final(year):
		j.Verdict, j.Required = f.verdict(year, missed), some(hundred)
		j.Gap = "低于全省" + plain(mean.Sub(value)) + unit
		j.Basis = now + ",未达到全省平均水平"
	default:
		f.ratioPace(&j, now, base, provinceBase)
	}
	return j
}

// ratioPace judges a year in which the city is still below the province.
func (f Frame) ratioPace(j *Judgement, now string, base, provinceBase decimal.NullDecimal) {
	left := decimal.NewFromInt(int64(f.left(j.Year)))
	away := hundred.Sub(j.Actual.Decimal)
	j.Remaining = "与全省平均水平还差" + plain(away) + "个百分点," + f.yearlyText(j.Year) + "需提高" + brief(quotient(away, left), 1) + "个百分点"
	if !base.Valid || !provinceBase.Valid || !provinceBase.Decimal.IsPositive() {
		j.Verdict, j.Reason = Unknown, "缺基期比值"
		j.Basis = now + ";缺" + yearText(f.Period.Base) + "本市与全省的比值,不能推算序时进度"
		return
	}
	k, n := f.elapsed(j.Year), f.span()
	start := quotient(base.Decimal, provinceBase.Decimal).Shift(2)
	want := hundred
	if start.LessThan(hundred) {
		step := quotient(hundred.Sub(start).Mul(decimal.NewFromInt(int64(k))), decimal.NewFromInt(int64(n)))
		want = start.Add(step)
	}
	want = want.Round(settled).Round(1)
	j.Required = some(want)
	o := met
	if j.Actual.Decimal.LessThan(want) {
		o = missed
		j.Gap = "低" + plain(want.Sub(j.Actual.Decimal)) + "个百分点"
	}
	j.Verdict = f.verdict(j.Year, o)
	j.Basis = "与全省之比按直线缩小差距(" + paceText(k, n) + "):" + yearText(f.Period.Base) + " " + plain(base.Decimal) + "/" + plain(provinceBase.Decimal) + "=" +
		brief(start, 1) + "%,应达到" + fixed(want, 1) + "%;" + now + wordIf(o == missed, ","+j.Gap, "")
}

// assigned judges a level against the one the province set for the year.
func (f Frame) assigned(city, assigned Series, unit string) Judgement {
	year, reason := f.dataYear(city)
	if year == 0 {
		return unknown(reason, "")
	}
	if !assigned[year].Number.Valid {
		return unknown("缺省下达目标", "缺"+yearText(year)+"省下达目标;"+yearText(year)+"实际"+plain(city[year].Number.Decimal)+unit)
	}
	g := goalOf(assigned[year].Number.Decimal, "")
	value := city[year].Number.Decimal
	got := g.round(value)
	j := Judgement{Year: year, Actual: some(got), Required: some(g.Decimal), Completion: share(value, g.Decimal)}
	o := met
	if short := g.Sub(got); short.IsPositive() {
		o = missed
		j.Gap = "低" + plain(short) + level{unit: unit}.pointUnit()
	}
	j.Verdict = f.verdict(year, o)
	j.Basis = f.dataNote(year) + "对照" + yearText(year) + "省下达目标" + plain(g.Decimal) + unit + ":实际" + g.seen(value, got, unit) + wordIf(o == missed, ","+j.Gap, ",不低于目标")
	if f.left(year) > 0 {
		j.Remaining = f.leftText(year) + "按各年省下达目标完成"
	}
	return j
}
