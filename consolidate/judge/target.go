package judge

import (
	"regexp"
	"strconv"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
)

// TargetFacts is what is known of a target up to the report year.
type TargetFacts struct {
	Base   decimal.NullDecimal
	Yearly Series // 当年值
	ToDate Series // 截至年底值
}

// Target judges a number stated in the text of an item.
func (f Frame) Target(t *plan.Target, facts TargetFacts) Judgement {
	f = f.due(max(f.Period.First, dueYear(t.Due, f.Period.Last)))
	g := goalOf(t.Min, wordsOf(t))
	l := level{goal: g, unit: t.Unit, base: facts.Base, about: t.Op == plan.About, strict: t.Op == plan.Above || t.Op == plan.Below}
	l.down = t.Op == plan.AtMost || t.Op == plan.Below
	var j Judgement
	switch t.Basis {
	case plan.Cumulative:
		j = f.cumulative(l, facts)
	case plan.Annual:
		j = f.annual(l, t.Op, facts.Yearly.or(facts.ToDate))
	case plan.Growth:
		j = f.growth(g, facts.Yearly.or(facts.ToDate))
	default:
		j = f.targetLevel(l, t.Op, facts.ToDate.or(facts.Yearly))
	}
	if t.Op == plan.Between {
		j.Basis += "(按下限" + plain(t.Min) + t.Unit + "判定)"
	}
	return j
}

// targetLevel picks the rule of a level by its operator. A ceiling is to be kept
// each year, unless the base stands above it: then it is to be come down to.
func (f Frame) targetLevel(l level, op plan.Op, s Series) Judgement {
	switch {
	case op == plan.Equal:
		return f.held(limit{goal: l.goal, unit: l.unit}, s)
	case l.down && (!l.base.Valid || l.holds()):
		return f.ceiling(limit{goal: l.goal, unit: l.unit, strict: l.strict}, s)
	}
	return f.endLevel(l, s)
}

// cumulative judges a sum since the first year against the target's share of the
// years gone by.
func (f Frame) cumulative(l level, facts TargetFacts) Judgement {
	s, gaps := facts.sums(f)
	year, reason := f.dataYear(s)
	switch {
	case year == 0 && len(gaps) > 0 && facts.Yearly[f.Year].published():
		return unknown("缺"+yearsText(gaps)+"数据", "")
	case year == 0:
		return unknown(reason, "")
	}
	sum := s[year].Number.Decimal
	k, n := f.elapsed(year), f.span()
	want := l.round(quotient(l.Mul(decimal.NewFromInt(int64(k))), decimal.NewFromInt(int64(n))).Round(settled))
	got := l.round(sum)
	j := Judgement{Year: year, Actual: some(got), Required: some(want), Completion: share(sum, l.Decimal)}
	o := met
	switch {
	case l.down && got.GreaterThan(want), l.strict && f.final(year) && !l.reached(sum), !l.down && got.LessThan(want):
		o = missed
		j.Gap = l.gap(got, want)
	}
	if o == missed && l.about && f.final(year) && got.GreaterThanOrEqual(l.round(l.Mul(f.Tolerance.Share).Shift(-2))) {
		o = near
	}
	j.Verdict = f.verdict(year, o)
	j.Basis = f.dataNote(year) + spanText(f.Period.First, year) + "累计" + l.seen(sum, got, l.unit) + ",总目标" + l.targetText() + "按" + paceText(k, n) + "应完成" + plain(want) + l.unit + wordIf(j.Gap != "", ","+j.Gap, ",不低于序时进度")
	if left := f.left(year); left > 0 && !l.down {
		rest := l.Sub(sum)
		j.Remaining = "已完成总目标"
		if rest.IsPositive() {
			j.Remaining = "还需完成" + l.amount(rest) + "," + f.yearlyText(year) + brief(quotient(rest, decimal.NewFromInt(int64(left))), l.places+1) + l.unit
		}
	}
	return j
}

// annual judges this year alone: 完成 or 未完成 in any year.
func (f Frame) annual(l level, op plan.Op, s Series) Judgement {
	year, reason := f.dataYear(s)
	if year == 0 {
		return unknown(reason, "")
	}
	value := s[year].Number.Decimal
	bar := l.round(l.Mul(f.Tolerance.Share).Shift(-2))
	j := Judgement{Year: year, Verdict: NotDone, Actual: some(l.compared(value)), Required: some(l.Decimal), Completion: l.completion(value)}
	switch {
	case l.reached(value), op == plan.Equal && l.round(value).GreaterThanOrEqual(bar):
		j.Verdict = Done
	case op == plan.About && l.round(value).GreaterThanOrEqual(bar):
		j.Verdict, j.Gap = NearlyDone, l.gap(l.compared(value), l.Decimal)
	default:
		j.Gap = l.gap(l.compared(value), l.Decimal)
	}
	j.Basis = f.dataNote(year) + "只看当年:" + yearText(year) + l.seen(value, l.compared(value), l.unit) + ",年度目标" + l.targetText() + wordIf(j.Gap != "", ","+j.Gap, "")
	if f.left(year) > 0 {
		j.Remaining = f.leftText(year) + "每年达到" + l.targetText()
	}
	return j
}

// sums returns the sum up to each year: as reported, else the last sum known plus
// the yearly values since, as long as none is missing; and the years since the
// last known sum that are.
func (facts TargetFacts) sums(f Frame) (out Series, gaps []int) {
	out = Series{}
	total, whole := decimal.Zero, true
	for y := f.Period.First; y <= f.Year; y++ {
		each, sum := facts.Yearly[y], facts.ToDate[y]
		switch {
		case sum.Number.Valid:
			total, whole, gaps = sum.Number.Decimal, sum.published(), nil
			out[y] = sum
		case whole && each.published():
			total = total.Add(each.Number.Decimal)
			out[y] = Value{Number: some(total), State: each.State}
		default:
			whole = false
			out[y] = Value{State: sum.State + wordIf(sum.State == "", each.State, "")}
			if !each.published() {
				gaps = append(gaps, y)
			}
		}
	}
	return out, gaps
}

// or returns the series with the other's value where it has none.
func (s Series) or(other Series) Series {
	out := make(Series, len(s)+len(other))
	for y, v := range other {
		out[y] = v
	}
	for y, v := range s {
		if v.Number.Valid || !out[y].Number.Valid {
			out[y] = v
		}
	}
	return out
}

var fourDigits = regexp.MustCompile(`[0-9]{4}`)

// dueYear reads the year a target is due in; without one it is the plan's last.
func dueYear(due string, last int) int {
	year, err := strconv.Atoi(fourDigits.FindString(due))
	if err != nil {
		return last
	}
	return year
}

// wordsOf prints a target the way it was stated: 3—5, 500左右, 6以内, 10.
func wordsOf(t *plan.Target) string {
	switch t.Op {
	case plan.Between:
		return plain(t.Min) + "—" + plain(t.Max)
	case plan.About:
		return plain(t.Min) + "左右"
	case plan.AtMost, plan.Below:
		return plain(t.Min) + "以内"
	case plan.Above:
		return "超过" + plain(t.Min)
	}
	return plain(t.Min)
}
