package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/judge"
	"tianbao/seeds/plan"
	marks "tianbao/seeds/text"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/workbook/intake"
)

// prose says in sentences what a summary says in tables. Every number, verdict and unit
// in it is the summary's.
type prose struct {
	sum    *consolidate.Summary
	public bool // for the people's congress: no names of units that are behind
}

// part is a piece of the report: a heading of the second level, "" for none, and its
// paragraphs.
type part struct {
	heading string
	lines   []string
}

func (p prose) final() bool { return p.sum.Frame.Year >= p.sum.Plan.Period.Last }

// title is the report's title: of a year, in the last year of all the period.
func (p prose) title() string {
	name := templates.PlanName(p.sum.Plan)
	if p.final() {
		return "关于" + name + "实施情况的总结评估报告"
	}
	return "关于" + name + marks.Year(p.sum.Frame.Year) + "度实施情况的报告"
}

// opening says who looked at what.
func (p prose) opening() string {
	sent := 0
	for _, u := range p.sum.Units {
		if u.Status != intake.StatusMissing {
			sent++
		}
	}
	name, office := templates.PlanName(p.sum.Plan), cmp.Or(p.sum.Plan.Office, "我们")
	what := name + marks.Year(p.sum.Frame.Year) + "度实施情况进行了监测"
	if p.final() {
		what = name + "实施情况进行了总结评估"
	}
	text := fmt.Sprintf("按照规划实施要求,%s组织%d个责任单位对%s", office, len(p.sum.Units), what)
	switch {
	case sent == 0:
		text += ",尚无单位报送实施情况"
	case sent < len(p.sum.Units):
		text += fmt.Sprintf(",其中%d个单位报送了实施情况", sent)
	}
	return text + "。现将有关情况报告如下。"
}

// overall is the headline.
func (p prose) overall() []string { return p.sum.Headline() }

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
		text += ",省下达目标为" + withUnit(now.Assigned.Number.Decimal.String(), l.Unit)
	}
	if g := l.YearTargets[now.Year]; g != "" {
		text += "," + marks.Year(now.Year) + "计划目标为" + withUnit(g, l.Unit)
	}
	text += ",判定为" + l.Verdict.Words() + marks.If(l.Known.Settled[now.Year].By != "", "(依据:"+l.Known.Settled[now.Year].By+")")
	if l.Verdict.Gap != "" {
		text += "," + against(l.Verdict.Gap)
	}
	return text + "。"
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
	words := make([]string, len(years))
	for i, y := range years {
		words[i] = marks.Year(y)
	}
	return strings.Join(words, "、")
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

// setByProvince is in the annex where the province sets the target.
const setByProvince = "省下达"

// goal is the target of an indicator in words.
func goal(l *consolidate.IndicatorLine, p *plan.Plan) string {
	var parts []string
	switch written := GoalText(l); written {
	case "-", "":
	case setByProvince:
		parts = append(parts, "目标由省下达")
	default:
		parts = append(parts, marks.Year(p.Period.Last)+"目标为"+withUnit(written, l.Unit))
	}
	switch kind := l.Kind(); {
	case l.Growth == "-" || l.Growth == "":
	case l.Growth == setByProvince:
		parts = append(parts, "目标由省下达")
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

// work tells how tasks and targets stand, by chapter.
func (p prose) work() []string {
	st := &p.sum.Standing
	lines := []string{"据牵头单位自评," + consolidate.Among(len(p.sum.Items), "项重点任务", st.Counted("")) + "。"}
	for _, chapter := range st.Chapters {
		n, verdicts := 0, []judge.Verdict(nil)
		for _, l := range p.sum.Items {
			if l.ChapterHead == chapter {
				n++
				for _, t := range l.Targets {
					if t.Same == nil { // counted as the indicator it is
						verdicts = append(verdicts, t.Verdict.Verdict)
					}
				}
			}
		}
		line := headless(chapter) + "。" + consolidate.Among(n, "项任务", st.Counted(chapter))
		if len(verdicts) > 0 {
			line += ";" + consolidate.Among(len(verdicts), "项量化目标", p.sum.CountedVerdicts(verdicts))
		}
		lines = append(lines, line+"。")
	}
	return lines
}

// headless is a heading without its number: 一、产业发展 -> 产业发展.
func headless(heading string) string {
	if _, rest, ok := strings.Cut(heading, "、"); ok {
		return rest
	}
	return heading
}

// problems tells what lags.
func (p prose) problems() []string {
	var lines []string
	for _, k := range kinds {
		var told []string
		for _, c := range p.sum.Concerns() {
			if c.Sheet == k.sheet {
				told = append(told, p.concern(c))
			}
		}
		if len(told) == 0 {
			continue
		}
		line := fmt.Sprintf("%s%d项滞后", k.word, len(told))
		switch {
		case k.sheet != layout.Lead && p.final():
			line = fmt.Sprintf("%s%d项未完成", k.word, len(told))
		case k.sheet == layout.Lead:
			line = fmt.Sprintf("据牵头单位自评,%s%d项未达序时进度或尚未启动", k.word, len(told))
		}
		if k.sheet == layout.Indicators || len(told) <= mostTold {
			line += ":" + strings.Join(told, ";")
		} else if !p.public {
			line += ",见附2"
		}
		lines = append(lines, line+"。")
	}
	if len(lines) == 0 {
		lines = append(lines, p.sum.NothingLags())
	}
	if unknown := p.unknown(); unknown != "" {
		lines = append(lines, unknown)
	}
	return lines
}

// mostTold is how many targets or tasks are named in the text.
const mostTold = 8

func (p prose) concern(c consolidate.Concern) string {
	var in []string
	if c.Gap != "" {
		in = append(in, against(c.Gap))
	}
	if !p.public {
		in = append(in, "责任单位:"+c.Owner())
	}
	name := strings.TrimPrefix(c.Title, "其中")
	for _, l := range p.sum.Indicators {
		if c.Sheet == layout.Indicators && strconv.Itoa(l.No) == c.Ref {
			name = l.Name
		}
	}
	if len(in) == 0 {
		return name
	}
	return name + "(" + strings.Join(in, ",") + ")"
}

// unknown names the indicators that cannot be judged, by reason.
func (p prose) unknown() string {
	var reasons []string
	names, n := map[string][]string{}, 0
	for _, l := range p.sum.Indicators {
		if l.Verdict.Verdict != judge.Unknown {
			continue
		}
		reason := l.Verdict.Reason
		if n++; names[reason] == nil {
			reasons = append(reasons, reason)
		}
		names[reason] = append(names[reason], l.Name)
	}
	if n == 0 {
		return ""
	}
	var parts []string
	for _, reason := range reasons {
		parts = append(parts, strings.Join(names[reason], "、")+marks.If(reason != "", "("+reason+")"))
	}
	return fmt.Sprintf("另有%d项主要指标目前不能判定:%s。", n, strings.Join(parts, ";"))
}

// needs tells what is still to be gained of what lags.
func (p prose) needs() []string {
	var list []string
	for _, l := range p.sum.Indicators {
		if l.Verdict.Verdict.Bad() && l.Verdict.Remaining != "" {
			list = append(list, l.Name+"("+l.Verdict.Remaining+")")
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []string{"经测算,滞后指标要实现规划目标,剩余年份的任务是:" + strings.Join(list, ";") + "。"}
}

// chineseNumber prints 1 to 99 as headings count.
func chineseNumber(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n%10]
	}
	return digits[n/10%10] + "十" + digits[n%10]
}
