package consolidate

import (
	"strconv"
	"strings"

	"tianbao/consolidate/judge"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// concern is something off track, as leaders want it: what, how far, whose, why,
// what next.
type concern struct {
	table, ref          string
	title, verdict, gap string
	owner, reason, next string
}

// concerns lists the indicators and targets that are off track.
func (s *Summary) concerns() []concern {
	var list []concern
	known := s.Plan.Names()
	for _, l := range s.Indicators {
		if l.Verdict.Verdict.Bad() {
			list = append(list, concern{sheetIndicators, strconv.Itoa(l.No), strconv.Itoa(l.No) + " " + l.title(), l.Verdict.Words(), l.Verdict.Gap,
				owners(known, l.Units), said(l.Records, layout.Reason), l.Verdict.Remaining})
		}
	}
	for _, l := range s.Targets {
		if l.Verdict.Verdict.Bad() {
			list = append(list, concern{sheetTargets, l.ID, l.ID + " " + l.Statement(), l.Verdict.Words(), l.Verdict.Gap,
				owners(known, l.Item.LeadUnits()), said(l.Records, layout.Reason), or(s.nextOf(l.Item.Ref), l.Verdict.Remaining)})
		}
	}
	return list
}

// owners names units, with the leader in charge where the plan has one.
func owners(known map[string]*plan.Unit, units []string) string {
	words := make([]string, len(units))
	for i, name := range units {
		words[i] = name
		if u := known[name]; u != nil && u.Leader != "" {
			words[i] += "(" + u.Leader + ")"
		}
	}
	return strings.Join(words, "、")
}

// nextOf is what the leads of an item plan for the next year.
func (s *Summary) nextOf(ref string) string {
	for _, l := range s.Items {
		if l.Ref == ref {
			return said(l.Leads, layout.Next)
		}
	}
	return ""
}

// mostConcerns is how many are told in full, so that the page stays one page; the
// rest are named.
const mostConcerns = 15

// attention writes what is not on track, with links into the rows.
func (p *page) attention() {
	p.section("四、未达序时进度的指标和目标")
	list := p.sum.concerns()
	if len(list) == 0 {
		p.wide("没有未达序时进度的主要指标和量化目标。", xl.Style{Size: pageSize, VAlign: xl.Middle, Wrap: true})
		p.at++
		return
	}
	p.concernCells(p.headStyle, []string{"指标或目标", "判定", "差距", "责任单位(牵头领导)", "原因", "下一步"})
	p.at++
	for _, c := range list[:min(len(list), mostConcerns)] {
		p.concern(c)
	}
	if rest := list[min(len(list), mostConcerns):]; len(rest) > 0 {
		var words []string
		for _, c := range rest {
			words = append(words, c.title)
		}
		p.wide("其余 "+strconv.Itoa(len(rest))+" 项:"+strings.Join(words, ";")+"。详见“主要目标一览表”“量化目标”。", xl.Style{Size: pageSize, VAlign: xl.Middle, Wrap: true})
	}
	p.at++
}

// concernSpans are the columns each part of a concern takes.
var concernSpans = []int{3, 1, 1, 2, 3, 2}

func (p *page) concernCells(style func() xl.StyleID, words []string) {
	col, lines := 1, 1
	for i, word := range words {
		p.span(col, concernSpans[i], word, style())
		lines = max(lines, xl.Lines(word, float64(concernSpans[i])*pageWidth*xl.BodySize/pageSize))
		col += concernSpans[i]
	}
	p.s.Height(p.at, max(18, xl.RowHeight(lines, pageSize)))
}

// longest is how many characters of a reason or next step stand on the page; the
// whole is one click away.
const longest = 50

func (p *page) concern(c concern) {
	p.concernCells(func() xl.StyleID { return p.toneStyle(plainTone, xl.Left) }, []string{c.title, c.verdict, c.gap, c.owner, shortened(c.reason), shortened(c.next)})
	p.s.Text(p.at, 4, c.verdict, p.toneStyle(bad, xl.Middle))
	p.link(1, c.title, placeKey{c.table, c.ref})
	p.at++
}

func shortened(text string) string {
	runes := []rune(text)
	if len(runes) <= longest {
		return text
	}
	return string(runes[:longest]) + "……"
}

func (s *Summary) indicatorVerdicts() []judge.Verdict {
	list := make([]judge.Verdict, len(s.Indicators))
	for i, l := range s.Indicators {
		list[i] = l.Verdict.Verdict
	}
	return list
}

func (s *Summary) targetVerdicts() []judge.Verdict {
	list := make([]judge.Verdict, len(s.Targets))
	for i, l := range s.Targets {
		list[i] = l.Verdict.Verdict
	}
	return list
}

// sentence is the line to paste into a report: 27项主要指标中,提前实现x项、….
func (s *Summary) sentence() string {
	return yearOf(s.Frame.Year) + ",规划确定的" + strconv.Itoa(len(s.Indicators)) + "项主要指标中," + counted(s.indicatorVerdicts()) + "。"
}

func (s *Summary) sentenceOfWork() string {
	var parts []string
	for _, word := range statuses() {
		if n := s.stand.items[""][word]; n > 0 {
			parts = append(parts, word+strconv.Itoa(n)+"项")
		}
	}
	return strconv.Itoa(len(s.Items)) + "项重点任务中," + strings.Join(parts, "、") + ";" + strconv.Itoa(len(s.Targets)) + "项量化目标中," + counted(s.targetVerdicts()) + "。"
}

// counted lists verdicts that occur with their numbers. The words of the year are
// named even at none, so that the sentence says what it leaves out.
func counted(verdicts []judge.Verdict) string {
	count := tally(verdicts)
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

// sentenceOfChange says what has gone off track and what has recovered since last
// year.
func (s *Summary) sentenceOfChange() string {
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
	if s.past == nil {
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
