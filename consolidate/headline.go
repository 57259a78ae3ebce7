package consolidate

import (
	"strconv"
	"strings"

	"tianbao/consolidate/judge"
)

// IndicatorVerdicts lists the verdicts of the indicators, in the annex's order.
func (s *Summary) IndicatorVerdicts() []judge.Verdict {
	list := make([]judge.Verdict, len(s.Indicators))
	for i, l := range s.Indicators {
		list[i] = l.Verdict.Verdict
	}
	return list
}

// TargetVerdicts lists the verdicts of the targets, in the plan's order.
func (s *Summary) TargetVerdicts() []judge.Verdict {
	list := make([]judge.Verdict, len(s.Targets))
	for i, l := range s.Targets {
		list[i] = l.Verdict.Verdict
	}
	return list
}

// Sentence is the line to paste into a report: 27项主要指标中,提前实现x项、….
func (s *Summary) Sentence() string {
	return yearOf(s.Frame.Year) + ",规划确定的" + strconv.Itoa(len(s.Indicators)) + "项主要指标中," + counted(s.IndicatorVerdicts()) + "。"
}

// SentenceOfWork counts tasks by status and targets by verdict.
func (s *Summary) SentenceOfWork() string {
	var parts []string
	for _, word := range Statuses() {
		if n := s.Standing.Items[""][word]; n > 0 {
			parts = append(parts, word+strconv.Itoa(n)+"项")
		}
	}
	return strconv.Itoa(len(s.Items)) + "项重点任务中," + strings.Join(parts, "、") + ";" + strconv.Itoa(len(s.Targets)) + "项量化目标中," + counted(s.TargetVerdicts()) + "。"
}

// counted lists verdicts that occur with their numbers. The words of the year are
// named even at none, so that the sentence says what it leaves out.
func counted(verdicts []judge.Verdict) string {
	count := Tally(verdicts)
	final := count[judge.Done]+count[judge.NearlyDone]+count[judge.NotDone] > 0 && count[judge.OnPace]+count[judge.NearPace]+count[judge.BehindPace]+count[judge.Early] == 0
	var parts []string
	for i, v := range judge.Verdicts() {
		pace := i < 4
		if count[v] > 0 || pace && !final || !pace && final && v != judge.Unknown {
			parts = append(parts, string(v)+strconv.Itoa(count[v])+"项")
		}
	}
	return strings.Join(parts, "、")
}

// SentenceOfChange says what has gone off track and what has recovered since last
// year.
func (s *Summary) SentenceOfChange() string {
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
		note(l.Before, l.Verdict.Verdict, l.ID+" "+l.Statement())
	}
	if s.Past == nil {
		return "没有上年汇总,不作年度比较。"
	}
	return "与上年相比,新落后" + listed(fallen) + ",已赶上" + listed(risen) + "。"
}

// mostNamed is how many are named in a sentence; the tables tell the rest in the
// column of last year's verdict.
const mostNamed = 8

func listed(names []string) string {
	switch n := len(names); {
	case n == 0:
		return "0项"
	case n > mostNamed:
		return strconv.Itoa(n) + "项(" + strings.Join(names[:mostNamed], "、") + "等)"
	}
	return strconv.Itoa(len(names)) + "项(" + strings.Join(names, "、") + ")"
}

// Tally counts verdicts in the order they are printed.
func Tally(verdicts []judge.Verdict) map[judge.Verdict]int {
	count := map[judge.Verdict]int{}
	for _, v := range verdicts {
		count[v]++
	}
	return count
}
