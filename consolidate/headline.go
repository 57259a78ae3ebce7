package consolidate

import (
	"slices"
	"strconv"
	"strings"

	"tianbao/consolidate/judge"
	"tianbao/seeds/text"
)

// IndicatorVerdicts lists the verdicts of the indicators, in the annex's order.
func (s *Summary) IndicatorVerdicts() []judge.Verdict {
	return s.verdictsOf(func(*IndicatorLine) bool { return true })
}

func (s *Summary) verdictsOf(counts func(*IndicatorLine) bool) []judge.Verdict {
	var list []judge.Verdict
	for _, l := range s.Indicators {
		if counts(l) {
			list = append(list, l.Verdict.Verdict)
		}
	}
	return list
}

// TargetVerdicts lists the verdicts of the targets, in the plan's order; those that are
// judged as an indicator count there alone.
func (s *Summary) TargetVerdicts() []judge.Verdict {
	var list []judge.Verdict
	for _, l := range s.Targets {
		if l.Same == nil {
			list = append(list, l.Verdict.Verdict)
		}
	}
	return list
}

// Headline is what a leader reads first: how the indicators stand, 约束性 and 预期性
// apart, and by which year's data; how targets and tasks stand; what has changed since
// last year. A sentence that has nothing to say is left out.
func (s *Summary) Headline() []string {
	return slices.DeleteFunc([]string{s.ofIndicators(), s.ofWork(), s.ofChange()}, func(line string) bool { return line == "" })
}

func (s *Summary) ofIndicators() string {
	n := len(s.Indicators)
	if n == 0 {
		return ""
	}
	head := text.Year(s.Frame.Year) + ",规划确定的"
	binding := s.verdictsOf(func(l *IndicatorLine) bool { return l.Binds() })
	expected := s.verdictsOf(func(l *IndicatorLine) bool { return !l.Binds() })
	body := Among(n, "项主要指标", s.CountedVerdicts(s.IndicatorVerdicts()))
	if len(binding) > 0 && len(expected) > 0 {
		body = items(n, "项主要指标中,") + "约束性指标" + items(len(binding), "项") + "," + s.CountedVerdicts(binding) + ";预期性指标" + items(len(expected), "项") + "," + s.CountedVerdicts(expected)
	}
	return head + body + "。" + s.ofNature() + s.ofData()
}

// ofNature says once that the plan does not tell of what nature some indicators are.
func (s *Summary) ofNature() string {
	n := len(s.verdictsOf(func(l *IndicatorLine) bool { return l.Nature == "" }))
	switch {
	case n == 0:
		return ""
	case n == len(s.Indicators):
		return "规划没有写明指标属性,均按预期性评价。"
	}
	return "其中" + items(n, "项") + "没有写明属性,按预期性评价。"
}

// ofData says by which year's data the indicators were judged.
func (s *Summary) ofData() string {
	now, earlier := 0, 0
	for _, l := range s.Indicators {
		switch {
		case l.Verdict.Verdict == judge.Unknown:
		case l.Verdict.Year == s.Frame.Year:
			now++
		case l.Verdict.Year > 0:
			earlier++
		}
	}
	switch {
	case now+earlier == 0:
		return ""
	case earlier == 0:
		return "上述判定均依据" + text.Year(s.Frame.Year) + "数据。"
	case now == 0:
		return "上述判定均依据最近一年已发布的数据。"
	}
	return "上述判定中," + items(now, "项") + "依据" + text.Year(s.Frame.Year) + "数据," + items(earlier, "项") + "依据最近一年已发布的数据。"
}

func (s *Summary) ofWork() string {
	var parts []string
	if verdicts := s.TargetVerdicts(); len(verdicts) > 0 {
		parts = append(parts, Among(len(verdicts), "项量化目标", s.CountedVerdicts(verdicts)))
	}
	if len(s.Items) > 0 {
		parts = append(parts, "据牵头单位自评,"+Among(len(s.Items), "项重点任务", s.Standing.Counted("")))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "。") + "。"
}

// Counted says how a chapter's items stand, "" the city's: each status with its number,
// or 均 and the one that all have.
func (st *Standing) Counted(chapter string) string {
	var words []string
	var numbers []int
	for _, word := range Statuses() {
		if n := st.Items[chapter][word]; n > 0 {
			words, numbers = append(words, word), append(numbers, n)
		}
	}
	return counted(words, numbers)
}

// CountedVerdicts says which verdicts occur, as Counted does.
func (s *Summary) CountedVerdicts(verdicts []judge.Verdict) string {
	count := map[judge.Verdict]int{}
	for _, v := range verdicts {
		count[v]++
	}
	var words []string
	var numbers []int
	for _, v := range judge.Verdicts() {
		if count[v] > 0 {
			words, numbers = append(words, s.Plan.Word(string(v))), append(numbers, count[v])
		}
	}
	return counted(words, numbers)
}

func counted(words []string, numbers []int) string {
	if len(words) == 1 {
		return text.If(numbers[0] > 1, "均") + words[0]
	}
	for i := range words {
		words[i] += items(numbers[i], "项")
	}
	return strings.Join(words, "、")
}

// Among puts what was counted behind how many there are: 3项任务中,已完成1项、持续推进2项;
// 2项任务均已完成.
func Among(n int, noun, counted string) string {
	return items(n, noun) + text.If(strings.Contains(counted, "、"), "中,") + counted
}

// ofChange says what has gone off track and what has recovered since last year.
func (s *Summary) ofChange() string {
	if s.Past == nil {
		return ""
	}
	var fallen, risen []string
	note := func(before, now judge.Verdict, name string) {
		switch {
		case before == "" || before == judge.Unknown || now == judge.Unknown:
		case !before.Bad() && now.Bad():
			fallen = append(fallen, name)
		case before.Bad() && !now.Bad():
			risen = append(risen, name)
		}
	}
	for _, l := range s.Indicators {
		note(l.Before, l.Verdict.Verdict, l.Name)
	}
	for _, l := range s.Targets {
		note(l.Before, l.Verdict.Verdict, strings.TrimPrefix(l.Statement(), "其中"))
	}
	var parts []string
	down, up := "新出现滞后", "由滞后转为达到进度"
	if s.Frame.Year >= s.Frame.Last {
		down, up = "由达到进度转为未完成", "由滞后转为完成或基本完成"
	}
	if len(fallen) > 0 {
		parts = append(parts, down+listed(fallen))
	}
	if len(risen) > 0 {
		parts = append(parts, up+listed(risen))
	}
	if len(parts) == 0 {
		return "与上年相比,没有" + down + "的,也没有" + up + "的。"
	}
	return "与上年相比," + strings.Join(parts, ",") + "。"
}

// mostNamed is how many are named in a sentence; the tables tell the rest in the
// column of last year's verdict.
const mostNamed = 4

func listed(names []string) string {
	n := items(len(names), "项")
	if len(names) > mostNamed {
		return n + "(" + strings.Join(names[:mostNamed], "、") + "等)"
	}
	return n + "(" + strings.Join(names, "、") + ")"
}

func items(n int, word string) string { return strconv.Itoa(n) + word }
