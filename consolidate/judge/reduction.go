package judge

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
)

// reductionPlaces is the least number of decimals reductions are compared at: the
// targets are whole percents, and at whole percents a year's lag would not show.
const reductionPlaces = 2

// reduction judges a reduction over the whole period: the years' reductions
// compounded, 1 - ∏(1 - r), against 1 - (1 - T)^(k/n), and against the year's own
// target where there is one: the target of the year judged by. Reductions are
// positive; a negative one is taken as it stands and asked back.
func (f Frame) reduction(total decimal.NullDecimal, yearly map[int]string, s Series) (Judgement, finding.List) {
	var list finding.List
	year, reason := f.dataYear(s)
	if year == 0 {
		return unknown(reason, ""), list
	}
	cuts, missing := s.between(f.Period.First, min(year, f.Period.Last))
	if len(missing) > 0 {
		return unknown("缺"+yearsText(missing)+"数据", ""), list
	}
	rest, note := one, ""
	for i, r := range cuts {
		rest = rest.Mul(factor(r.Neg()))
		if r.IsNegative() {
			y := yearText(f.Period.First + i)
			list.Add(finding.NegativeReduction, finding.Given(y+" "+plain(r)), finding.Expected("降低率填正数"))
			note += ";" + y + "为负数,请核实"
		}
	}
	j := f.reductionPace(total, cuts, rest, year)
	if g, ok := readGoal(yearly[year]); ok && j.Year > 0 {
		j = f.reductionYear(j, g, s[year].Number.Decimal)
	}
	j.Basis = f.dataNote(year) + j.Basis + note
	return j, list
}

func (f Frame) reductionPace(total decimal.NullDecimal, cuts []decimal.Decimal, rest decimal.Decimal, year int) Judgement {
	done := one.Sub(rest).Shift(2)
	sum := spanText(f.Period.First, min(year, f.Period.Last)) + "降低" + listText(cuts) + ",累计降低" + brief(done, reductionPlaces) + "%"
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
	places := max(g.places, reductionPlaces)
	k, n := f.elapsed(year), f.span()
	want := one.Sub(power(factor(g.Neg()), k, n)).Shift(2).Round(places)
	got := done.Round(places)
	j := Judgement{Year: year, Actual: some(got), Required: some(want), Completion: share(done, g.Decimal)}
	o := met
	if got.LessThan(want) {
		o = missed
		j.Gap = "少降低" + plain(want.Sub(got)) + "个百分点"
	}
	j.Verdict = f.verdict(year, o)
	j.Basis = sum + ",规划期目标" + plain(g.Decimal) + "%按年均等速推算(" + paceText(k, n) + ")应降低" + plain(want) + "%" + wordIf(o == missed, ","+j.Gap, ",不低于序时进度")
	if left := f.left(year); left > 0 {
		need := one.Sub(root(quotient(factor(g.Neg()), rest), left)).Shift(2)
		j.Remaining = f.yearlyText(year) + "需降低" + brief(need, reductionPlaces) + "%"
	}
	return j
}

// reductionYear holds the year's reduction against the year's own target; missing
// that is missing the pace.
func (f Frame) reductionYear(j Judgement, g goal, value decimal.Decimal) Judgement {
	j.Basis += ";" + yearText(j.Year) + "年度目标" + plain(g.Decimal) + "%,实际" + g.seen(value, g.round(value), "%")
	short := g.Sub(g.round(value))
	if !short.IsPositive() {
		j.Basis += ",不低于年度目标"
		return j
	}
	j.Reason, j.Verdict = "", f.verdict(j.Year, missed)
	j.Basis += ",低" + plain(short) + "个百分点"
	if j.Gap == "" {
		j.Gap = "年度目标少降低" + plain(short) + "个百分点"
	}
	return j
}
