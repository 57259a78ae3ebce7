package judge

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/text"
)

// aboveProvince judges a growth rate that must pass the province's: both
// compounded over the same years, strictly above.
func (f Frame) aboveProvince(city, province Series) Judgement {
	return f.judged(city, false, func(year int) Judgement {
		if !province[year].published() {
			return unknown("缺"+text.Year(year)+"全省同期值", "")
		}
		ours, theirs, years, missing := together(city, province, f.Period.First, min(year, f.Period.Last))
		note, reason, ok := enough(years, missing)
		if !ok {
			return unknown(reason, "")
		}
		a, okA := compound(ours)
		b, okB := compound(theirs)
		if !okA || !okB {
			return unknown("增长率低于-100%", "")
		}
		return f.above(a, b, ours, theirs, years, year).noted(note)
	})
}

func (f Frame) above(a, b decimal.Decimal, ours, theirs []decimal.Decimal, years []int, year int) Judgement {
	j := Judgement{Year: year, Actual: some(a.Sub(one).Shift(2).Round(settled)), Required: some(b.Sub(one).Shift(2).Round(settled)), Own: some(theirs[len(theirs)-1])}
	risen, wanted := brief(a.Sub(one).Shift(2), 2), brief(b.Sub(one).Shift(2), 2)
	j.Got, j.Want = yearsOf(years)+"累计增长"+risen+"%、全省累计增长"+wanted+"%", "累计增长高于"+wanted+"%"
	o := missed
	switch {
	case a.GreaterThan(b):
		o = met
	case a.Equal(b):
		j.Gap = "累计增长与全省持平,未高于"
	default:
		j.Gap = "累计增长低于全省" + brief(b.Sub(a).Shift(2), 2) + "个百分点"
	}
	j.Verdict = f.verdict(year, o)
	j.Basis = "与全省同口径累计比较(须高于):" + yearsOf(years) + " 本市" + listText(ours) + ",累计增长" + risen +
		"%;全省" + listText(theirs) + ",累计增长" + wanted + "%;" + singleYear(year, ours[len(ours)-1], theirs[len(theirs)-1])
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
	head := text.Year(year) + "当年"
	switch {
	case d.IsPositive():
		return head + "高于全省" + d.String() + "个百分点"
	case d.IsZero():
		return head + "与全省持平"
	}
	return head + "低于全省" + d.Abs().String() + "个百分点"
}

// together returns the numbers of the years that both series have.
func together(a, b Series, first, last int) (as, bs []decimal.Decimal, years, missing []int) {
	for y := first; y <= last; y++ {
		switch {
		case a[y].published() && b[y].published():
			as, bs, years = append(as, a[y].Number.Decimal), append(bs, b[y].Number.Decimal), append(years, y)
		case a[y].State != NotApplicable && b[y].State != NotApplicable:
			missing = append(missing, y)
		}
	}
	return as, bs, years, missing
}

// average is a level that must come up to the province's by the last year.
type average struct {
	unit           string
	binding        bool                // 约束性
	base, province decimal.NullDecimal // of the base year
	from           int                 // the year base and province are of, 0 for the base year
}

// ratio is city to province in percent.
func (a average) start() (decimal.Decimal, bool) {
	if !a.base.Valid || !a.province.Valid || !a.province.Decimal.IsPositive() {
		return decimal.Zero, false
	}
	return quotient(a.base.Decimal, a.province.Decimal).Shift(2), true
}

// provinceAverage judges a level that must come up to the province's by the last
// year: the ratio of city to province closes in a straight line to 100 %. Ratios
// are compared at one decimal of a percent.
func (f Frame) provinceAverage(a average, city, province Series) Judgement {
	if _, ok := a.start(); !ok {
		for y := f.Period.Last; y >= f.Period.First; y-- {
			if city[y].published() && province[y].published() {
				a.base, a.province, a.from = city[y].Number, province[y].Number, y
			}
		}
	}
	return f.judged(city, false, func(year int) Judgement {
		theirs := province[year]
		if !theirs.published() {
			return unknown("缺"+text.Year(year)+"全省同期值", "")
		}
		value, mean := city[year].Number.Decimal, theirs.Number.Decimal
		if !mean.IsPositive() {
			return unknown("全省同期值不是正数", "")
		}
		ratio := share(value, mean)
		j := Judgement{Year: year, Actual: ratio, Completion: ratio, Required: some(hundred), Own: some(mean)}
		j.Got, j.Want = "相当于全省平均水平的"+ratio.Decimal.String()+"%", "全省平均水平"
		j.Basis = text.Year(year) + "本市" + value.String() + a.unit + "、全省" + mean.String() + a.unit + ",为全省的" + ratio.Decimal.String() + "%"
		if value.GreaterThanOrEqual(mean) {
			return f.ratioReached(j, a)
		}
		j.Gap = "低于全省" + mean.Sub(value).String() + pointUnit(a.unit)
		if f.final(year) {
			return f.ratioEnd(j, a)
		}
		return f.ratioPace(j, a, year)
	})
}

// ratioReached judges a city at the province's level: early, or in the last year
// done. Where it was there before the period it has only been held.
func (f Frame) ratioReached(j Judgement, a average) Judgement {
	j.Verdict = f.verdict(j.Year, early)
	j.Basis += ",已达到全省平均水平"
	if start, ok := a.start(); ok && a.from == 0 && !start.LessThan(hundred) {
		j.Verdict = f.verdict(j.Year, met)
		j.Basis += "(" + text.Year(f.Period.Base) + "已达到,应保持)"
		return j.noted("基期已达,保持")
	}
	return j
}

// ratioEnd judges a last year that is below the province: nearly done where most of
// the distance has been made up.
func (f Frame) ratioEnd(j Judgement, a average) Judgement {
	o := missed
	j.Basis += ",未达到全省平均水平"
	note := a.closing(j)
	if start, ok := a.start(); ok && note == "差距缩小" && !a.binding {
		most, part := f.nearly(j.Actual.Decimal.Sub(start.Round(1)), hundred.Sub(start.Round(1)))
		j.Basis += ",差距缩小了" + part + "%(" + f.Tolerance.Near.String() + "%以上为基本达到)"
		if most {
			o = near
		}
	}
	j.Verdict = f.verdict(j.Year, o)
	return j.noted(note)
}

// closing says whether the ratio has come nearer to the province's since its start;
// nothing where that is not known.
func (a average) closing(j Judgement) string {
	start, ok := a.start()
	if !ok || a.from == j.Year {
		return ""
	}
	switch c := j.Actual.Decimal.Cmp(start.Round(1)); {
	case c > 0:
		return "差距缩小"
	case c < 0:
		return "差距扩大"
	}
	return "差距未缩小"
}

// ratioPace judges a year in which the city is still below the province.
func (f Frame) ratioPace(j Judgement, a average, year int) Judgement {
	away := hundred.Sub(j.Actual.Decimal)
	if left := f.left(year); left > 0 {
		j.Remaining = "与全省平均水平还差" + away.String() + "个百分点," + f.yearlyText(year) + "需提高" + brief(quotient(away, decimal.NewFromInt(int64(left))), 1) + "个百分点"
	}
	start, ok := a.start()
	if !ok || a.from == year {
		j.Verdict, j.Reason, j.Required, j.Own, j.Gap = Unknown, "缺基期比值", decimal.NullDecimal{}, decimal.NullDecimal{}, ""
		j.Want = ""
		j.Basis += ";缺" + text.Year(f.Period.Base) + "本市与全省的比值,不能推算序时进度"
		return j
	}
	note := a.closing(j)
	from := f.Period.Base
	if a.from > 0 {
		from = a.from
	}
	k, n := year-from, f.Period.Last-from
	want := hundred
	if start.LessThan(hundred) {
		want = start.Add(quotient(hundred.Sub(start).Mul(decimal.NewFromInt(int64(k))), decimal.NewFromInt(int64(n)))).Round(settled).Round(1)
	}
	j.Want = "全省平均水平的" + want.StringFixed(1) + "%"
	j.Required, j.Own = some(want), some(quotient(want.Mul(j.Own.Decimal), hundred).Round(settled))
	line := "与全省之比按直线缩小差距(" + paceText(k, n) + "):" + text.Year(from) + " " + a.base.Decimal.String() + "/" + a.province.Decimal.String() + "=" + brief(start, 1) + "%,应达到" + want.StringFixed(1) + "%;"
	behind := want.Sub(j.Actual.Decimal)
	switch {
	case !behind.IsPositive():
		j.Verdict, j.Gap, note = f.verdict(year, met), "", ""
	case note == "差距缩小":
		j.Verdict = f.verdict(year, near)
	default:
		j.Verdict = f.verdict(year, missed)
	}
	j.Basis = line + j.Basis
	if behind.IsPositive() {
		j.Basis += ",比值低" + behind.String() + "个百分点," + note
	}
	if a.from > 0 {
		j = j.noted("按" + text.Year(a.from) + "起推算")
	}
	return j.noted(note)
}

// assigned judges a level against the one the province set for the year: not below it,
// or where less is better not above.
func (f Frame) assigned(city, assigned Series, unit string, down bool) Judgement {
	return f.judged(city, false, func(year int) Judgement {
		value := city[year].Number.Decimal
		if !assigned[year].Number.Valid {
			j := unknown("缺省下达目标", "缺"+text.Year(year)+"省下达目标;"+text.Year(year)+"实际"+value.String()+unit)
			j.Year = year
			return j
		}
		g := assigned[year].Number.Decimal
		j := Judgement{Year: year, Actual: some(value), Required: some(g), Want: g.String() + unit}
		o, short := met, g.Sub(value)
		if down {
			short = short.Neg()
		} else {
			j.Completion = share(value, g)
		}
		if short.IsPositive() {
			o = missed
			j.Gap = wordIf(down, "高", "低") + short.String() + pointUnit(unit)
		}
		j.Verdict = f.verdict(year, o)
		j.Basis = "对照" + text.Year(year) + "省下达目标" + g.String() + unit + ":实际" + value.String() + unit + wordIf(o == missed, ","+j.Gap, wordIf(down, ",不高于目标", ",不低于目标"))
		if f.left(year) > 0 {
			j.Remaining = f.leftText(year) + "完成省下达的年度目标"
		}
		return j
	})
}
