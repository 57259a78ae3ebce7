package judge

import (
	"strconv"

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
	return j, list
}

func (f Frame) byKind(in *plan.Indicator, facts Facts) (Judgement, finding.List) {
	words := targetWords(in)
	rate, rateOK := readGoal(in.Growth)
	g, ok := readGoal(words)
	switch in.Kind() {
	case plan.KindAboveProvince:
		return f.aboveProvince(facts.Values, facts.Province), nil
	case plan.KindProvinceAverage:
		return f.provinceAverage(facts.Values, facts.Province, facts.Base, facts.ProvinceBase, in.Unit), nil
	case plan.KindAssigned:
		return f.assigned(facts.Values, facts.Assigned, in.Unit), nil
	case plan.KindReduction:
		return f.reduction(f.reductionTotal(g, ok, facts), in.YearTargets, facts.Values)
	}
	if !ok {
		return unknown("目标未写明数值", ""), nil
	}
	l := level{goal: g, unit: in.Unit, base: facts.Base}
	switch in.Kind() {
	case plan.KindGrowth:
		return f.growth(g, facts.Values), nil
	case plan.KindLevelGrowth:
		return f.levelGrowth(l, rate, facts), nil
	case plan.KindLevel:
		return f.endLevel(l, facts.Values), nil
	case plan.KindAbout:
		l.about = true
		return f.endLevel(l, facts.Values), nil
	case plan.KindHeld:
		return f.held(limit{goal: g, unit: in.Unit}, facts.Values), nil
	case plan.KindCeiling:
		return f.ceiling(limit{goal: g, unit: in.Unit}, facts.Values), nil
	case plan.KindCumulative:
		return f.cumulative(level{goal: g, unit: in.Unit}, TargetFacts{Yearly: facts.Values}), nil
	case plan.KindRise:
		if !rateOK {
			return unknown("提高值不是数字", ""), nil
		}
		return f.rise(l, rate, facts.Values)
	}
	return unknown("目标的表述不能识别", ""), nil
}

// targetWords returns the words that hold the target: the adjusted one where there
// is one, else the level, else what stands under growth.
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

// levelGrowth judges level and growth apart; the worse one counts, and both are
// shown. Growth is never derived from the level: where it was not reported for
// every year, and the catalogue has no place for earlier ones, the level counts and
// the growth is said to be unknown. A level that is unknown leaves both unknown,
// unless the growth is behind.
func (f Frame) levelGrowth(l level, rate goal, facts Facts) Judgement {
	l.compound = true
	byLevel, byGrowth := f.endLevel(l, facts.Values), f.growth(rate, facts.Growth)
	j := worse(byLevel, byGrowth)
	note := ""
	if byGrowth.Verdict == Unknown && byLevel.Verdict != Unknown {
		j, note = byLevel, "(只按水平判定)"
	}
	j.Completion = byLevel.Completion
	if j.Verdict == Unknown {
		j.Reason = part(byLevel, "水平") + wordIf(byLevel.Reason != "" && byGrowth.Reason != "", ";", "") + part(byGrowth, "增速")
	}
	j.Gap = part2(byLevel.Gap, byGrowth.Gap)
	j.Remaining = part2(byLevel.Remaining, byGrowth.Remaining)
	j.Basis = "水平:" + byLevel.Basis + "→" + string(byLevel.Verdict) + "。增速:" + byGrowth.Basis + "→" + string(byGrowth.Verdict) + note
	return j
}

// part names why one of two parts is unknown.
func part(j Judgement, name string) string {
	if j.Reason == "" {
		return ""
	}
	return name + j.Reason
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
