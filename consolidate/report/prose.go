package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/consolidate"
	"tianbao/consolidate/judge"
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
	counts := map[intake.Status]int{}
	for _, u := range p.sum.Units {
		counts[u.Status]++
	}
	sent := len(p.sum.Units) - counts[intake.StatusMissing]
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
	var kinds []string
	for _, status := range []intake.Status{intake.StatusSeparate, intake.StatusFaulty, intake.StatusRefused, intake.StatusUnreadable} {
		if n := counts[status]; n > 0 {
			kinds = append(kinds, status.Word()+strconv.Itoa(n)+"个")
		}
	}
	return text + marks.If(len(kinds) > 0, "("+strings.Join(kinds, "、")+")") + "。现将有关情况报告如下。"
}

// overall is the headline, with the shares of it that are on track.
func (p prose) overall() []string {
	lines := slices.Clone(p.sum.Headline())
	st, good := &p.sum.Standing, "达到或基本达到序时进度"
	if p.final() {
		good = "完成、预计完成或基本完成"
	}
	var parts []string
	for _, of := range []struct {
		word     string
		verdicts []judge.Verdict
	}{{"主要指标", p.sum.IndicatorVerdicts()}, {"量化目标", p.sum.TargetVerdicts()}} {
		n := 0
		for _, v := range of.verdicts {
			if v.Good() || v == judge.NearPace || v == judge.NearlyDone {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, of.word+"中"+good+"的"+shareOf(n, len(of.verdicts)))
		}
	}
	if n := st.Items[""][layout.StatusDone] + st.Items[""][layout.StatusOnTrack]; n > 0 {
		parts = append(parts, "重点任务中已完成或达到序时进度的"+shareOf(n, len(p.sum.Items)))
	}
	if len(parts) > 0 {
		lines = append(lines, "按项数计,"+strings.Join(parts, ";")+"。")
	}
	return append(lines, p.outlook()...)
}

// shareOf is a part with its share of all, to a tenth of a percent.
func shareOf(n, all int) string {
	share := decimal.NewFromInt(int64(n)).Shift(2).DivRound(decimal.NewFromInt(int64(all)), 1)
	return strconv.Itoa(n) + "项,占" + share.String() + "%"
}

// outlook counts what the units expect by the end; in the last year the verdicts say it.
func (p prose) outlook() []string {
	if p.final() {
		return nil
	}
	indicators, targets := map[string]int{}, map[string]int{}
	for _, l := range p.sum.Indicators {
		indicators[l.Outlook]++
	}
	for _, l := range p.sum.Targets {
		if l.Same == nil {
			targets[l.Settled[layout.Outlook].Text]++
		}
	}
	var parts []string
	tell := func(noun string, said map[string]int) {
		var numbers []number
		for _, word := range layout.Options(layout.ListOutlook) {
			numbers = append(numbers, number{word, said[word]})
		}
		if words, n := counted(numbers...); n > 0 {
			parts = append(parts, strconv.Itoa(n)+noun+"中,"+words)
		}
	}
	tell("项主要指标", indicators)
	tell("项量化目标", targets)
	if len(parts) == 0 {
		return nil
	}
	return []string{"据责任单位对规划期末的预计,已作预计的" + strings.Join(parts, ";") + "。"}
}

// number is how many there are of something.
type number struct {
	word string
	n    int
}

// counted lists what there is any of, 主要指标2项、量化目标5项, and how many that are.
func counted(numbers ...number) (words string, all int) {
	var parts []string
	for _, one := range numbers {
		if all += one.n; one.n > 0 {
			parts = append(parts, one.word+strconv.Itoa(one.n)+"项")
		}
	}
	return strings.Join(parts, "、"), all
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
	return append(append(lines, p.turns()...), p.dropped()...)
}

// turns counts the tasks that go better or worse than a year ago.
func (p prose) turns() []string {
	if p.sum.Past == nil {
		return nil
	}
	done, better, worse := 0, 0, 0
	for _, l := range p.sum.Items {
		now := l.StatusWord()
		switch well := now == layout.StatusDone || now == layout.StatusOnTrack; {
		case now == layout.StatusDone && l.Before != "" && l.Before != layout.StatusDone:
			done++
		case well && layout.Behind(l.Before):
			better++
		case layout.Behind(now) && l.Before != "" && !layout.Behind(l.Before):
			worse++
		}
	}
	words, n := counted(number{"新完成", done}, number{"由滞后转为达到序时进度", better}, number{"转为滞后", worse})
	if n == 0 {
		return nil
	}
	return []string{"与上年相比,重点任务" + words + "。"}
}

// dropped names the tasks that their leads say are adjusted or given up.
func (p prose) dropped() []string {
	var names []string
	for _, l := range p.sum.Items {
		if l.StatusWord() == layout.StatusDropped {
			names = append(names, l.Ref+" "+l.Title+marks.If(!p.public, "("+strings.Join(l.LeadUnits(), "、")+")"))
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []string{"牵头单位填报调整或不再实施的" + strconv.Itoa(len(names)) + "项:" + among(names, mostTold) + "。"}
}

// among names the first of a list, and says that there are more.
func among(names []string, most int) string {
	if len(names) > most {
		return strings.Join(names[:most], ";") + ";等"
	}
	return strings.Join(names, ";")
}

// headless is a heading without its number: 一、产业发展 -> 产业发展.
func headless(heading string) string {
	if _, rest, ok := strings.Cut(heading, "、"); ok {
		return rest
	}
	return heading
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
