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
	"tianbao/templates/layout"
	"tianbao/workbook/intake"
)

// problems tells what lags, where most of it is, and what is not known.
func (p prose) problems() []string {
	var lines []string
	concerns := p.sum.Concerns()
	for _, k := range kinds {
		var of []consolidate.Concern
		for _, c := range concerns {
			if c.Sheet == k.sheet {
				of = append(of, c)
			}
		}
		if len(of) > 0 {
			lines = append(lines, p.lag(k.sheet, k.word, of))
		}
	}
	if len(lines) == 0 {
		lines = append(lines, p.sum.NothingLags())
	} else {
		lines = append(lines, p.still()...)
	}
	for _, line := range []string{p.unknown(), p.praised(), p.owing()} {
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// lag tells what of one kind lags: each where they are few or indicators, else by
// chapter, with those that are furthest behind.
func (p prose) lag(sheet layout.SheetKey, word string, of []consolidate.Concern) string {
	line := fmt.Sprintf("%s%d项滞后", word, len(of))
	switch {
	case sheet != layout.Lead && p.final():
		line = fmt.Sprintf("%s%d项未完成", word, len(of))
	case sheet == layout.Lead:
		line = fmt.Sprintf("据牵头单位自评,%s%d项未达序时进度或尚未启动", word, len(of))
	}
	if sheet == layout.Indicators || len(of) <= mostTold {
		return line + ":" + strings.Join(marks.Each(of, p.concern), ";") + "。"
	}
	line += ",较多的是" + p.byChapter(of) + marks.If(!p.public, ",见附2") + "。"
	if furthest := p.furthest(of); sheet == layout.Targets && furthest != "" {
		line += "其中目标完成率最低的是:" + furthest + "。"
	}
	if sheet == layout.Lead && !p.public {
		line += p.byUnit(of)
	}
	return line
}

// byChapter counts what lags in the chapters that have most of it.
func (p prose) byChapter(of []consolidate.Concern) string {
	heads := map[string]string{}
	for _, l := range p.sum.Items {
		heads[l.Ref] = headless(l.ChapterHead)
		for _, t := range l.Targets {
			heads[t.ID] = headless(l.ChapterHead)
		}
	}
	names := marks.Each(of, func(c consolidate.Concern) string { return heads[c.Ref] })
	return strings.Join(first(ranked(names), mostRanked), "、")
}

// byUnit names the units that lead most of what lags.
func (p prose) byUnit(of []consolidate.Concern) string {
	var names []string
	for _, c := range of {
		names = append(names, c.Units...)
	}
	units := ranked(names)
	return fmt.Sprintf("涉及%d个牵头单位,较多的是%s。", len(units), strings.Join(first(units, mostRanked), "、"))
}

// mostRanked is how many of those with the most are named.
const mostRanked = 3

func first[T any](list []T, most int) []T { return list[:min(most, len(list))] }

// ranked counts names, 名称3项, the most frequent first, else in order.
func ranked(names []string) []string {
	var order []string
	count := map[string]int{}
	for _, name := range names {
		if count[name]++; count[name] == 1 {
			order = append(order, name)
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	for i, name := range order {
		order[i] = name + strconv.Itoa(count[name]) + "项"
	}
	return order
}

// mostFurthest is how many of the targets furthest behind are named.
const mostFurthest = 5

// furthest names the targets with the lowest share of what is to be reached.
func (p prose) furthest(of []consolidate.Concern) string {
	done := map[string]decimal.Decimal{}
	for _, l := range p.sum.Targets {
		if c := l.Verdict.Completion; c.Valid {
			done[l.ID] = c.Decimal
		}
	}
	of = slices.DeleteFunc(slices.Clone(of), func(c consolidate.Concern) bool { _, ok := done[c.Ref]; return !ok })
	slices.SortStableFunc(of, func(a, b consolidate.Concern) int { return done[a.Ref].Cmp(done[b.Ref]) })
	return strings.Join(marks.Each(first(of, mostFurthest), func(c consolidate.Concern) string {
		return bare(c.Title) + "(" + done[c.Ref].String() + "%" + marks.If(!p.public, ","+c.Owner()) + ")"
	}), ";")
}

// still counts the indicators and targets that lag for the second year.
func (p prose) still() []string {
	if p.sum.Past == nil || p.final() {
		return nil
	}
	var again goalNames
	for _, l := range p.sum.Indicators {
		if l.Verdict.Verdict.Bad() && l.Before.Bad() {
			again.indicators = append(again.indicators, l.Name)
		}
	}
	for _, l := range p.sum.Targets {
		if l.Verdict.Verdict.Bad() && l.Before.Bad() {
			again.targets = append(again.targets, bare(l.Statement()))
		}
	}
	if again.count() == 0 {
		return nil
	}
	return []string{"其中上年也滞后的有" + again.told() + "。"}
}

// goalNames are names of indicators and of targets.
type goalNames struct{ indicators, targets []string }

func (g goalNames) count() int { return len(g.indicators) + len(g.targets) }

// told counts both and names them where they are few.
func (g goalNames) told() string {
	var parts []string
	for _, kind := range []struct {
		word  string
		names []string
	}{{"主要指标", g.indicators}, {"量化目标", g.targets}} {
		if n := len(kind.names); n > 0 {
			parts = append(parts, kind.word+strconv.Itoa(n)+"项"+marks.If(n <= mostTold, "("+strings.Join(kind.names, ";")+")"))
		}
	}
	return strings.Join(parts, ",")
}

// praised counts the tasks said to be on track whose targets are not.
func (p prose) praised() string {
	var names []string
	for _, l := range p.sum.Items {
		if len(l.Behind) > 0 {
			names = append(names, l.Ref+" "+l.Title)
		}
	}
	if len(names) == 0 || p.public {
		return ""
	}
	return fmt.Sprintf("牵头单位自评已完成或达到序时进度,而所属目标滞后的任务%d项,需进一步核实:%s。", len(names), among(names, mostTold))
}

// owing names the units whose returns are not there whole, for the government alone.
func (p prose) owing() string {
	if p.public {
		return ""
	}
	var parts []string
	for _, status := range []intake.Status{intake.StatusMissing, intake.StatusUnreadable, intake.StatusRefused, intake.StatusFaulty} {
		var names []string
		for _, u := range p.sum.Units {
			if u.Status == status {
				names = append(names, u.Unit.Name)
			}
		}
		switch n := len(names); {
		case n == len(p.sum.Units):
			return ""
		case n > mostTold:
			parts = append(parts, status.Word()+"的"+strconv.Itoa(n)+"个单位")
		case n > 0:
			parts = append(parts, status.Word()+"的"+strings.Join(names, "、"))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "尚未计入或未全部计入的有:" + strings.Join(parts, ";") + "。"
}

// bare is a target by itself, without the word that ties it to the one before.
func bare(statement string) string { return strings.TrimPrefix(statement, "其中") }

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
	name := bare(c.Title)
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
	parts := marks.Each(reasons, func(reason string) string {
		return strings.Join(names[reason], "、") + marks.If(reason != "", "("+reason+")")
	})
	return fmt.Sprintf("另有%d项主要指标目前不能判定:%s。", n, strings.Join(parts, ";"))
}

// needs tells what is still to be gained of what lags, and what the units themselves do
// not expect to reach.
func (p prose) needs() []string {
	var list, lines []string
	for _, l := range p.sum.Indicators {
		if l.Verdict.Verdict.Bad() && l.Verdict.Remaining != "" {
			list = append(list, l.Name+"("+l.Verdict.Remaining+")")
		}
	}
	if len(list) > 0 {
		lines = append(lines, "经测算,滞后指标要实现规划目标,剩余年份的任务是:"+strings.Join(list, ";")+"。")
	}
	if names := p.unlikely(); names.count() > 0 {
		lines = append(lines, "责任单位预计难以完成的有"+names.told()+",需研究措施或提出调整意见。")
	}
	return lines
}

// unlikely names the indicators and targets that their units do not expect to reach.
func (p prose) unlikely() (names goalNames) {
	if p.final() {
		return names
	}
	for _, l := range p.sum.Indicators {
		if l.Outlook == layout.OutlookUnlikely {
			names.indicators = append(names.indicators, l.Name)
		}
	}
	for _, l := range p.sum.Targets {
		if l.Same == nil && l.Settled[layout.Outlook].Text == layout.OutlookUnlikely {
			names.targets = append(names.targets, bare(l.Statement()))
		}
	}
	return names
}

// requests are what the office may have to put forward: what is not expected to be reached,
// what was given up, what is still to be decided.
func (p prose) requests() string {
	words, _ := counted(number{"责任单位预计难以完成的目标", p.unlikely().count()}, number{"调整或不再实施的任务", p.sum.Standing.Items[""][layout.StatusDropped]}, number{"汇总表“数据不一致”中待核定的数据", p.sum.ToRule()})
	return words
}
