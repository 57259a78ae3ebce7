package judge

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// TargetFacts is what is known of a target up to the report year.
type TargetFacts struct {
	Base   decimal.NullDecimal
	Yearly Series  // 当年值
	ToDate Series  // 截至年底值
	Stood  Verdict // of its due year, as that year's summary had it; "" where not known
}

// Target judges a number stated in the text of an item.
func (f Frame) Target(t *plan.Target, facts TargetFacts) Judgement {
	j := f.dueEarlier(t, facts)
	if t.Op == plan.Between {
		j.Basis += "(按下限" + t.Min.String() + t.Unit + "判定)"
	}
	return f.worded(f.settled(j, t.Settled))
}

// dueEarlier judges by the year a target is due in. The verdict of that year
// stands; what is reached only later is late.
func (f Frame) dueEarlier(t *plan.Target, facts TargetFacts) Judgement {
	due := f.DueYear(t)
	then := f.due(due)
	if f.Year < due || !then.bare || t.Basis == plan.Annual {
		return then.target(t, facts)
	}
	then.Year = due
	j := then.target(t, facts)
	if f.Year == due {
		return j
	}
	j = then.stood(then.settled(j, t.Settled), t, facts.Stood)
	stands := j
	stands.Basis += ";期限为" + text.Year(due) + ",以当年结果为准"
	if j.once || j.Verdict == Done || j.Verdict == LikelyDone {
		return stands
	}
	for y := due + 1; y <= f.Year; y++ {
		then.Year = y
		now := then.target(t, facts)
		switch {
		case now.Verdict != Done:
		case j.Verdict == Unknown: // nobody knows how it stood when it was due
			now.Basis += ";期限为" + text.Year(due) + ",当年无法判断(" + j.Reason + ")"
			return now
		default:
			late := now
			late.Verdict, late.Notes = Late, []string{text.Year(y)}
			late.Basis = "期限为" + text.Year(due) + ":" + j.Basis + "→" + f.Word(j.Verdict) + ";" + text.Year(y) + ":" + now.Basis
			return late
		}
	}
	if now := then.target(t, facts); j.Verdict == Unknown && now.Verdict != Unknown {
		return now
	}
	return stands
}

// stood is the verdict of the due year as it was given then, where it was ruled
// otherwise than worked out. A figure that the catalogue has set since goes before it.
func (f Frame) stood(j Judgement, t *plan.Target, then Verdict) Judgement {
	if then == "" || then == Unknown || then == j.Verdict || t.ValuesBy[f.Year] != "" || t.Settled[f.Year].Verdict != "" {
		return j
	}
	return f.Settle(j, plan.Settled{Verdict: string(then), By: text.Year(f.Year) + "度汇总"})
}

// DueYear is the year in which a target is judged for good.
func (f Frame) DueYear(t *plan.Target) int {
	return max(f.Period.First, t.DueYear(f.Period))
}

// target judges a target that is due in the frame's last year, or later than the
// report year.
func (f Frame) target(t *plan.Target, facts TargetFacts) Judgement {
	l := levelOf(goalOf(t.Min, wordsOf(t)), t.Unit, t.Measure+t.Phrase, facts.Base, &t.Known)
	l.about, l.strict = t.Op == plan.About, t.Op == plan.Above || t.Op == plan.Below
	l.down = t.Op.Ceiling() || t.Basis == plan.Level && t.Op != plan.Equal && plan.ComesDown(t.Measure)
	if t.Place != "" {
		if t.Places == 0 {
			return unknown("缺应达标的"+t.Place+"数", "逐个"+t.Place+"要求,须填“应达标数”才能判定")
		}
		l.goal, l.unit, l.whole, l.strict, l.about, l.down = goalOf(decimal.NewFromInt(int64(t.Places)), ""), "个"+t.Place, true, false, false, false
		l.text = "全部" + strconv.Itoa(t.Places)
		if !l.base.Valid { // places are counted from none
			l.base, l.counted = some(decimal.Zero), true
		}
	}
	basis := t.Basis
	if basis == plan.Cumulative && (t.Counting == plan.CountsAll || t.Place != "") {
		basis = plan.Level
	}
	switch {
	case t.Standard():
		return f.standard(l, t, facts.ToDate.or(facts.Yearly))
	case basis == plan.Cumulative:
		return f.cumulative(l, t.YearTargets, facts)
	case basis == plan.Annual:
		return f.annual(l, t, facts.Yearly.or(facts.ToDate))
	case basis == plan.Growth:
		return f.growth(rate{l.goal, t.Binds()}, facts.Yearly.or(facts.ToDate)).ofItsYear()
	}
	return f.targetLevel(l, t, facts.ToDate.or(facts.Yearly))
}

// comesDown is said of what is to fall to a level: 降至, 压减到.
var comesDown = regexp.MustCompile(`降|减|压`)

// targetLevel picks the rule of a level by its words. A ceiling is to be kept each
// year, unless the base is above it, or the words say so: then it is to be come
// down to.
func (f Frame) targetLevel(l level, t *plan.Target, s Series) Judgement {
	falls := l.base.Valid && !l.reached(l.base.Decimal) || !l.base.Valid && (t.Op == plan.AtLeast || comesDown.MatchString(t.Phrase))
	switch {
	case l.down && (t.Standing() || !falls):
		j := f.ceiling(limit{goal: l.goal, unit: l.unit, strict: l.strict}, s).ofItsYear()
		if l.base.Valid && j.Verdict.Good() {
			return j.noted("基期已达,保持")
		}
		return j
	case t.Standing() && t.Place == "":
		return f.held(limit{goal: l.goal, unit: l.unit, firm: t.Op == plan.AtLeast || t.Op == plan.Above}, s).ofItsYear()
	}
	return f.endLevel(l, s)
}

// standard judges something that is reached or not: no path leads to it.
func (f Frame) standard(l level, t *plan.Target, s Series) Judgement {
	l.down = t.LowerIsBetter()
	return f.judged(s, false, func(year int) Judgement {
		value := s[year].Number.Decimal
		j := Judgement{Year: year, Verdict: f.verdict(year, early), Actual: some(value), Required: some(l.Decimal), Want: l.targetText()}
		j.Basis = "达标类目标,不推算进度:" + text.Year(year) + l.amount(value) + ",要求" + l.targetText()
		switch {
		case l.reached(value):
			j.Basis += ",已达到"
		case f.final(year):
			j.Verdict, j.Gap = NotDone, "尚未达到"+l.targetText()
			j.Basis += ",尚未达到"
		default:
			j.Verdict, j.Reason = Unknown, text.Year(f.Period.Last)+"到期,尚未达到"
			j.Basis += ",尚未达到,未到期限"
			j.Remaining = text.Year(f.Period.Last) + "底前达到" + l.targetText()
		}
		return j
	})
}

// cumulative judges a sum since the first year: against the yearly targets where
// all of them are set, else against the target's share of the years gone by.
func (f Frame) cumulative(l level, yearly map[int]string, facts TargetFacts) Judgement {
	s, gaps := facts.sums(f)
	if len(gaps) > 0 && facts.Yearly[f.Year].published() && !s[f.Year].published() {
		return unknown("缺"+yearsText(gaps)+"数据", "")
	}
	l.whole = l.whole && !l.down // a cap is not rounded
	j := f.judged(s, !l.down, func(year int) Judgement {
		sum := s[year].Number.Decimal
		want, rule := f.sumWanted(l, yearly, year)
		j := Judgement{Year: year, Actual: some(sum), Required: some(want), Completion: l.completion(sum)}
		j.Got, j.Want = spanText(f.Period.First, year)+"累计"+l.amount(sum), "累计"+apart(want, sum, l.shownPlaces())+l.unit
		o, word := f.sumOutcome(l, sum, want, year)
		if o == near || o == missed {
			j.Gap = l.gap(sum, want)
			word = j.Gap + word
		}
		j.Verdict = f.verdict(year, o)
		j.Basis = j.Got + ",总目标" + l.targetText() + "," + rule + apart(want, sum, l.shownPlaces()) + l.unit + "," + word
		j.Remaining = f.sumNeed(l, sum, year)
		return j
	})
	j.once = l.down
	return j
}

// sumWanted is the sum wanted by the end of a year.
func (f Frame) sumWanted(l level, yearly map[int]string, year int) (decimal.Decimal, string) {
	if f.final(year) {
		return l.Decimal, wordIf(l.down, "应控制在", "应完成")
	}
	sum, all := decimal.Zero, true
	for y := f.Period.First; y <= year; y++ {
		g, ok := readGoal(yearly[y])
		sum, all = sum.Add(g.Decimal), all && ok
	}
	if all {
		return sum, "按年度计划目标应完成"
	}
	k, n := f.elapsed(year), f.span()
	want := quotient(l.Mul(decimal.NewFromInt(int64(k))), decimal.NewFromInt(int64(n))).Round(settled)
	if l.down {
		return want, "按" + paceText(k, n) + "应控制在"
	}
	return l.wholly(want), "按" + paceText(k, n) + "应完成"
}

func (f Frame) sumOutcome(l level, sum, want decimal.Decimal, year int) (outcome, string) {
	switch {
	case l.down && l.short(sum, want) || l.down && f.final(year) && !l.reached(sum):
		return missed, ""
	case l.down:
		return met, "未超过进度上限"
	case l.reached(sum):
		return early, "已完成总目标"
	case !f.final(year) && !sum.LessThan(want):
		return met, "不低于序时进度"
	case f.final(year) && l.about && f.bands(year) && sum.GreaterThanOrEqual(l.Mul(f.Tolerance.Share).Shift(-2)):
		return near, ",达到目标的" + f.Tolerance.Share.String() + "%以上"
	}
	l.base = some(decimal.Zero)
	risen, how := f.risen(l, sum, want, year)
	if risen {
		return near, how
	}
	return missed, how
}

func (f Frame) sumNeed(l level, sum decimal.Decimal, year int) string {
	left, rest := f.left(year), l.Sub(sum)
	switch {
	case left == 0 || l.down:
		return ""
	case rest.IsPositive():
		return "还需完成" + l.amount(rest) + "," + f.yearlyText(year) + brief(quotient(rest, decimal.NewFromInt(int64(left))), l.places+1) + l.unit
	}
	return "已完成总目标"
}

// annual judges this year alone: 完成 or 未完成 in any year.
func (f Frame) annual(l level, t *plan.Target, s Series) Judgement {
	if s[f.Year].State == Pending {
		return unknown(Pending, text.Year(f.Year)+"暂未发布,年度值只看当年")
	}
	return f.judged(s, false, func(year int) Judgement {
		if g, ok := readGoal(t.YearTargets[year]); ok && t.Place == "" {
			l.goal = g
		}
		value := s[year].Number.Decimal
		bar, rule := l.Decimal, ""
		if t.Op == plan.Equal || t.Op == plan.About {
			bar = l.Mul(f.Tolerance.Share).Shift(-2)
			rule = "(达到" + f.Tolerance.Share.String() + "%即可)"
		}
		j := Judgement{Year: year, Verdict: Done, Actual: some(value), Required: some(bar), Want: l.targetText(), Completion: l.completion(value)}
		if !l.reached(value) && (rule == "" || value.LessThan(bar)) {
			j.Verdict, j.Gap = NotDone, l.gap(value, l.Decimal)
		}
		j.Basis = "只看当年:" + text.Year(year) + l.amount(value) + ",年度目标" + l.targetText() + rule + wordIf(j.Gap != "", ","+j.Gap, "")
		if f.left(year) > 0 {
			j.Remaining = f.leftText(year) + "每年达到" + l.targetText()
		}
		return j
	})
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

// wordsOf prints a target the way it was stated: 3—5, 500左右, 6以内, 10.
func wordsOf(t *plan.Target) string {
	switch t.Op {
	case plan.Between:
		return t.Min.String() + "—" + t.Max.String()
	case plan.About:
		return t.Min.String() + "左右"
	case plan.AtMost, plan.Below:
		return t.Min.String() + "以内"
	case plan.Above:
		return "超过" + t.Min.String()
	case plan.AtLeast:
		if strings.Contains(t.Phrase, "以上") {
			return t.Min.String() + "以上"
		}
	}
	return t.Min.String()
}
