package report

import (
	"cmp"
	"strconv"
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/judge"
	"tianbao/seeds/plan"
	marks "tianbao/seeds/text"
	"tianbao/templates/layout"
)

// indicators tells every indicator, by category.
func (p prose) indicators() []part {
	var parts []part
	for _, l := range p.sum.Indicators {
		if n := len(parts); n == 0 || parts[n-1].heading != l.Category {
			parts = append(parts, part{heading: l.Category, lines: []string{p.category(l.Category)}})
		}
		last := &parts[len(parts)-1]
		last.lines = append(last.lines, p.indicator(l))
	}
	for i := range parts {
		parts[i].heading = "(" + chineseNumber(i+1) + ")" + cmp.Or(parts[i].heading, "主要指标")
	}
	return parts
}

// category counts the verdicts of a category.
func (p prose) category(name string) string {
	var verdicts []judge.Verdict
	for _, l := range p.sum.Indicators {
		if l.Category == name {
			verdicts = append(verdicts, l.Verdict.Verdict)
		}
	}
	return consolidate.Among(len(verdicts), "项指标", p.sum.CountedVerdicts(verdicts)) + "。"
}

// indicator tells one: the year's value, those before, the province, the target, the
// verdict and how far it is behind.
func (p prose) indicator(l *consolidate.IndicatorLine) string {
	now := l.Years[len(l.Years)-1]
	text := strconv.Itoa(l.No) + "." + l.Name + "。" + marks.If(l.Nature != "", l.Nature+"指标,") + marks.Year(now.Year)
	if value := p.value(l, now); now.Value.Number.Valid && !l.Settled[layout.Actual].Open() {
		text += "为" + value
	} else {
		text += "数据" + value
	}
	var years []int
	var values []string
	for _, y := range l.Years[:len(l.Years)-1] {
		if y.Value.Number.Valid {
			years, values = append(years, y.Year), append(values, withUnit(y.Value.Number.Decimal.String(), l.Unit))
		}
	}
	if len(values) > 0 {
		text += "(" + spanOf(years) + marks.If(len(values) > 1, "分别") + "为" + strings.Join(values, "、") + marks.If(l.Base.Number.Valid, ","+p.base(l)) + ")"
	} else if l.Base.Number.Valid {
		text += "(" + p.base(l) + ")"
	}
	if s := l.Settled[layout.Province]; now.Province.Number.Valid && !s.Open() {
		text += ",全省同期为" + withUnit(now.Province.Number.Decimal.String(), l.Unit)
	}
	if nation := l.Nation[now.Year]; nation != "" {
		text += ",全国同期为" + withUnit(nation, l.Unit)
	}
	text += "," + goal(l, p.sum.Plan)
	if s := l.Settled[layout.Assigned]; now.Assigned.Number.Valid && !s.Open() {
		set := withUnit(now.Assigned.Number.Decimal.String(), l.Unit)
		if strings.HasSuffix(text, byProvince) {
			text += "(" + set + ")"
		} else {
			text += ",省下达目标为" + set
		}
	}
	if g := l.YearTargets[now.Year]; g != "" {
		text += "," + marks.Year(now.Year) + "计划目标为" + withUnit(g, l.Unit)
	}
	text += p.pace(l)
	text += ",判定为" + l.Verdict.Words() + marks.If(l.Known.Settled[now.Year].By != "", "(依据:"+l.Known.Settled[now.Year].By+")")
	if l.Verdict.Gap != "" {
		text += "," + against(l.Verdict.Gap)
	}
	return text + p.expected(l) + "。"
}

// pace says what was compared with what, where that is neither the year's value nor the
// target: the mean of the years, a sum, a ratio, the line to the target.
func (p prose) pace(l *consolidate.IndicatorLine) string {
	j := l.Verdict
	text := marks.If(j.Got != "", ","+j.Got)
	switch l.Kind() {
	case plan.KindLevel, plan.KindAbout, plan.KindRise, plan.KindProvinceAverage, plan.KindReduction, plan.KindCumulative:
		if j.Want != "" && j.Verdict != judge.Early && j.Year < p.sum.Plan.Period.Last {
			text += ",序时进度要求" + j.Want
		}
	}
	return text
}

// expected is what the units expect at the end of the period.
func (p prose) expected(l *consolidate.IndicatorLine) string {
	s := l.Settled[layout.Expected]
	if p.final() || s.Open() || s.Blocked || l.Expected == "" {
		return ""
	}
	return ";责任单位预计" + marks.Year(p.sum.Plan.Period.Last) + "为" + withUnit(l.Expected, l.Unit)
}

// against says what a gap is measured by, where it does not say so itself.
func against(gap string) string {
	for _, bare := range []string{"低", "高", "少", "年均少"} {
		if strings.HasPrefix(gap, bare) && !strings.HasPrefix(gap, "低于") {
			return "比要求" + gap
		}
	}
	return gap
}

// spanOf names years: 2021—2023年 where none is left out.
func spanOf(years []int) string {
	first, last := years[0], years[len(years)-1]
	if n := len(years); n > 1 && last-first == n-1 {
		return strconv.Itoa(first) + "—" + marks.Year(last)
	}
	return strings.Join(marks.Each(years, marks.Year), "、")
}

func (p prose) base(l *consolidate.IndicatorLine) string {
	return marks.Year(p.sum.Plan.Period.Base) + "基期为" + withUnit(l.Base.Number.Decimal.String(), l.Unit)
}

// value is the year's value with its unit, else what is in its place.
func (p prose) value(l *consolidate.IndicatorLine, y consolidate.YearValue) string {
	switch s := l.Settled[layout.Actual]; {
	case s.Open():
		return "各责任单位不一致,待核定"
	case s.Blocked:
		return consolidate.WordBlocked
	case y.Value.Number.Valid:
		return withUnit(y.Value.Number.Decimal.String(), l.Unit)
	}
	return absent(l, y, p.sum.Frame.Year)
}

// setByProvince is in the annex where the province sets the target; byProvince says so.
const (
	setByProvince = "省下达"
	byProvince    = "目标由省下达"
)

// goal is the target of an indicator in words.
func goal(l *consolidate.IndicatorLine, p *plan.Plan) string {
	var parts []string
	switch written := GoalText(l); written {
	case "-", "":
	case setByProvince:
		parts = append(parts, byProvince)
	default:
		parts = append(parts, marks.Year(p.Period.Last)+"目标为"+withUnit(written, l.Unit))
	}
	switch kind := l.Kind(); {
	case l.Growth == "-" || l.Growth == "":
	case l.Growth == setByProvince:
		parts = append(parts, byProvince)
	case strings.HasPrefix(l.Growth, "["):
		parts = append(parts, "规划期内累计提高"+withUnit(strings.Trim(l.Growth, "[]"), l.Unit))
	case kind == plan.KindAboveProvince:
		parts = append(parts, "年均增长目标为"+l.Growth)
	case kind == plan.KindGrowth || kind == plan.KindLevelGrowth:
		parts = append(parts, "年均增长目标为"+withUnit(l.Growth, "%"))
	default:
		parts = append(parts, "规划要求为"+withUnit(l.Growth, l.Unit))
	}
	return cmp.Or(strings.Join(parts, ","), "规划未写明目标数值")
}

// withUnit puts a unit behind the number that a text begins with: 7.5左右 -> 7.5%左右.
func withUnit(written, unit string) string {
	end := 0
	for end < len(written) && strings.ContainsRune("-0123456789.", rune(written[end])) {
		end++
	}
	if end == 0 || unit == "" || strings.HasPrefix(written[end:], unit) {
		return written
	}
	return written[:end] + unit + written[end:]
}
