package judge

import (
	"cmp"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// reductionPlaces is the least number of decimals reductions are compared at: the
// targets are whole percents, and at whole percents a year's lag would not show.
const reductionPlaces = 2

// reduction judges a reduction over the whole period: the years' reductions
// compounded, 1 - ∏(1 - r), against 1 - (1 - T)^(k/n), and against the year's own
// target where there is one. Where a year is missing or has none, the mean yearly rate
// is held against the one needed. Reductions are positive; a negative one is taken as it
// stands and asked back.
func (f Frame) reduction(total decimal.NullDecimal, yearly map[int]string, s Series) (Judgement, finding.List) {
	var list finding.List
	for y := f.Period.First; y <= f.Year; y++ {
		if v := s[y]; v.published() && v.Number.Decimal.IsNegative() {
			list.Add(finding.NegativeReduction, finding.Given(text.Year(y)+" "+v.Number.Decimal.String()), finding.Expected("降低率填正数"))
		}
	}
	return f.judged(s, false, func(year int) Judgement {
		cuts, years, missing := s.between(f.Period.First, min(year, f.Period.Last))
		note, reason, ok := enough(years, missing)
		if !ok {
			return unknown(reason, "")
		}
		j := f.reductionPace(total, cuts, years, year, len(cuts) < f.elapsed(year))
		if g, ok := readGoal(yearly[year]); ok {
			j = f.reductionYear(j, g, s[year].Number.Decimal, year)
		}
		for i, r := range cuts {
			if r.IsNegative() {
				j.Basis += ";" + text.Year(years[i]) + "为负数,请核实"
			}
		}
		return j.noted(note)
	}), list
}

func (f Frame) reductionPace(total decimal.NullDecimal, cuts []decimal.Decimal, years []int, year int, gaps bool) Judgement {
	rest := one
	for _, r := range cuts {
		rest = rest.Mul(factor(r.Neg()))
	}
	done := one.Sub(rest).Shift(2)
	sum := yearsOf(years) + "降低" + listText(cuts) + ",累计降低" + brief(done, reductionPlaces) + "%"
	switch {
	case !rest.IsPositive():
		return unknown("累计降低率不小于100%,请核实", sum)
	case !total.Valid:
		j := unknown("缺省下达目标", "缺省下达的规划期总目标;"+sum)
		j.Year = year
		return j
	case !factor(total.Decimal.Neg()).IsPositive():
		return unknown("省下达目标不小于100%,请核实", sum)
	}
	g := goalOf(total.Decimal, "")
	places := max(g.finer(), reductionPlaces)
	k, n := f.elapsed(year), f.span()
	got, rule := done, "累计"
	want := one.Sub(power(factor(g.Neg()), k, n)).Shift(2)
	if gaps {
		got, rule = one.Sub(root(rest, len(cuts))).Shift(2), "年均"
		want = one.Sub(power(factor(g.Neg()), 1, n)).Shift(2)
		sum += ",年均降低" + brief(got, reductionPlaces) + "%"
	}
	got, want = got.Round(places), want.Round(places)
	j := Judgement{Year: year, Actual: some(got), Required: some(want), Completion: share(done, g.Decimal)}
	j.Own = some(one.Sub(power(factor(g.Neg()), 1, n)).Shift(2).Round(places))
	j.Got, j.Want = yearsOf(years)+rule+"降低"+got.String()+"%", rule+"降低"+want.String()+"%"
	o := met
	if got.LessThan(want) {
		o = missed
		j.Gap = wordIf(gaps, "年均", "") + "少降低" + want.Sub(got).String() + "个百分点"
	}
	j.Verdict = f.verdict(year, o)
	j.Basis = sum + ",规划期目标" + g.Decimal.String() + "%按年均等速推算(" + paceText(k, n) + ")" + rule + "应降低" + want.String() + "%" + wordIf(o == missed, ","+j.Gap, ",不低于序时进度")
	if left := f.left(year); left > 0 && !gaps {
		need := one.Sub(root(quotient(factor(g.Neg()), rest), left)).Shift(2)
		j.Remaining = f.yearlyText(year) + "需降低" + brief(need, reductionPlaces) + "%"
	}
	return j
}

// reductionYear holds the year's reduction against the year's own target; missing
// that is missing the pace. Without a total it decides alone.
func (f Frame) reductionYear(j Judgement, g goal, value decimal.Decimal, year int) Judgement {
	j.Basis += ";" + text.Year(year) + "计划目标" + g.Decimal.String() + "%,实际" + value.String() + "%"
	j.Own = some(g.Decimal)
	short := g.Sub(value)
	if !short.IsPositive() {
		j.Basis += ",不低于计划目标"
		if j.Verdict == Unknown && j.Year > 0 {
			j.Reason, j.Verdict = "", f.verdict(year, met)
			j.Actual, j.Required, j.Want = some(value), some(g.Decimal), "降低"+g.Decimal.String()+"%"
			return j.noted("只按年度计划目标")
		}
		return j
	}
	if j.Verdict == Unknown {
		j.Actual, j.Required, j.Want = some(value), some(g.Decimal), "降低"+g.Decimal.String()+"%"
	}
	j.Year, j.Reason, j.Verdict = year, "", f.verdict(year, missed)
	j.Basis += ",低" + short.String() + "个百分点"
	j.Gap = cmp.Or(j.Gap, "比年度计划目标少降低"+short.String()+"个百分点")
	return j
}
