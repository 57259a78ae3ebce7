package judge

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
)

// Facts is what is known of an indicator up to the report year.
type Facts struct {
	Base         decimal.NullDecimal
	ProvinceBase decimal.NullDecimal
	Values       Series // reported values
	Growth       Series // reported growth rates, where the annex sets both
	Province     Series // 全省同期值
	Assigned     Series // 省下达目标
}

// Indicator judges an indicator of the annex. Findings are about the plan's and
// the reported numbers not fitting each other.
func (f Frame) Indicator(in *plan.Indicator, facts Facts) (Judgement, finding.List) {
	j, list := f.byKind(in, facts)
	if in.Adjusted != "" {
		j.Basis = "目标已调整为" + in.Adjusted + wordIf(in.AdjustedBy != "", "(依据:"+in.AdjustedBy+")", "") + ";" + j.Basis
	}
	for i := range list {
		list[i].Ref = strconv.Itoa(in.No)
	}
	return f.worded(f.settled(j, in.Settled)), list
}

func (f Frame) byKind(in *plan.Indicator, facts Facts) (Judgement, finding.List) {
	pace, paceOK := readGoal(in.Growth)
	g, ok := readGoal(targetWords(in))
	switch in.Kind() {
	case plan.KindAboveProvince:
		return f.aboveProvince(facts.Values, facts.Province), nil
	case plan.KindProvinceAverage:
		return f.provinceAverage(average{unit: in.Unit, binding: in.Binds(), base: facts.Base, province: facts.ProvinceBase}, facts.Values, facts.Province), nil
	case plan.KindAssigned:
		return f.assigned(facts.Values, facts.Assigned, in.Unit, plan.ComesDown(in.Name)), nil
	case plan.KindReduction:
		return f.reduction(f.reductionTotal(g, ok, facts), in.YearTargets, facts.Values)
	}
	if !ok {
		return unknown("目标未写明数值", ""), nil
	}
	l := levelOf(g, in.Unit, in.Name, facts.Base, &in.Known)
	l.strict = plan.Wording(targetWords(in)) == "超过"
	bound := limit{goal: g, unit: in.Unit}
	switch in.Kind() {
	case plan.KindGrowth:
		return f.growth(rate{g, in.Binds()}, facts.Values), nil
	case plan.KindLevelGrowth:
		return f.levelGrowth(l, rate{pace, in.Binds()}, facts), nil
	case plan.KindLevel:
		l.down = plan.ComesDown(in.Name)
		return f.endLevel(l, facts.Values), nil
	case plan.KindAbout:
		l.about, l.down = true, plan.ComesDown(in.Name)
		return f.endLevel(l, facts.Values), nil
	case plan.KindHeld:
		bound.firm = strings.Contains(in.Target, "以上") || strings.Contains(in.Target, "不低于")
		return f.held(bound, facts.Values), nil
	case plan.KindCeiling:
		bound.strict = strings.Contains(in.Target, "低于") && !strings.Contains(in.Target, "不低于")
		return f.ceiling(bound, facts.Values), nil
	case plan.KindCumulative:
		l.text = l.Decimal.String() // as written it is [25]
		return f.cumulative(l, in.YearTargets, TargetFacts{Yearly: facts.Values}), nil
	case plan.KindRise:
		if !paceOK {
			return unknown("提高值不是数字", ""), nil
		}
		return f.rise(l, pace, facts.Values)
	}
	return unknown("目标的表述不能识别", ""), nil
}

// targetWords returns the words that hold the target: the adjusted one where there
// is one, else the level, else what is under growth.
func targetWords(in *plan.Indicator) string {
	if in.Adjusted != "" {
		return in.Adjusted
	}
	if _, ok := readGoal(in.Target); ok {
		return in.Target
	}
	return in.Growth
}

// reductionTotal is the reduction set for the whole period: the plan's own number,
// else the last one the province is reported to have set.
func (f Frame) reductionTotal(g goal, ok bool, facts Facts) decimal.NullDecimal {
	if ok {
		return some(g.Decimal)
	}
	for y := f.Year; y >= f.Period.First; y-- {
		if v := facts.Assigned[y]; v.Number.Valid {
			return v.Number
		}
	}
	return decimal.NullDecimal{}
}

// levelGrowth judges level and growth apart and shows both. The worse counts; of a
// 预期性 indicator of which one half is on track and the other behind, the whole is
// nearly there. Neither half is ever derived from the other: where only one can be
// judged, it decides and says so.
func (f Frame) levelGrowth(l level, g rate, facts Facts) Judgement {
	l.compound = true
	byLevel, byGrowth := f.endLevel(l, facts.Values), f.growth(g, facts.Growth)
	j := f.halves(byLevel, byGrowth, l.binding)
	j.Completion = byLevel.Completion
	j.Gap = part2(byLevel.Gap, byGrowth.Gap)
	j.Remaining = part2(byLevel.Remaining, byGrowth.Remaining)
	j.Got, j.Want = byGrowth.Got, part2(byLevel.Want, byGrowth.Want)
	j.Basis = "水平:" + byLevel.Basis + "→" + f.worded(byLevel).Words() + "。增速:" + byGrowth.Basis + "→" + f.worded(byGrowth).Words()
	return j
}

// halves puts the judgements of level and growth together.
func (f Frame) halves(byLevel, byGrowth Judgement, binding bool) Judgement {
	levelOut, growthOut := byLevel.Verdict == Unknown, byGrowth.Verdict == Unknown
	switch {
	case levelOut && growthOut && byLevel.Reason == byGrowth.Reason:
		return byLevel
	case levelOut && growthOut:
		byLevel.Reason = "水平" + byLevel.Reason + ";增速" + byGrowth.Reason
		return byLevel
	case growthOut:
		return byLevel.noted("只按水平")
	case levelOut:
		return byGrowth.noted("只按增速")
	}
	j := worse(byLevel, byGrowth)
	for _, note := range slices.Concat(byLevel.Notes, byGrowth.Notes) {
		j = j.noted(note)
	}
	if j.Verdict != OnPace { // an estimate only keeps what is met from being final
		j.Notes = slices.DeleteFunc(slices.Clone(j.Notes), func(n string) bool { return n == Estimate })
	}
	if !binding && (byLevel.Verdict.Good() && byGrowth.Verdict.Bad() || byLevel.Verdict.Bad() && byGrowth.Verdict.Good()) {
		j.Verdict = NearPace
		if f.final(j.Year) {
			j.Verdict = NearlyDone
		}
	}
	if byLevel.Verdict.Good() != byGrowth.Verdict.Good() {
		return j.noted("总量" + half(byLevel.Verdict) + "、增速" + half(byGrowth.Verdict))
	}
	return j
}

// half says in a word how one half stands.
func half(v Verdict) string {
	switch {
	case v.Good():
		return "达到"
	case v.Bad():
		return "偏低"
	}
	return "略低"
}

// part2 joins what is said of level and of growth.
func part2(level, growth string) string {
	switch {
	case level == "" && growth == "":
		return ""
	case growth == "":
		return "水平" + level
	case level == "":
		return "增速" + growth
	}
	return "水平" + level + ";增速" + growth
}
