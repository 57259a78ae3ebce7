package consolidate

import (
	"slices"
	"strconv"
	"strings"

	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/templates/layout"
)

// targets makes a line of every target of every item, judged.
func (m *merger) targets() {
	for _, line := range m.sum.Items {
		it := line.Item
		for j := range it.Targets {
			t := &it.Targets[j]
			l := &TargetLine{Target: t, Item: it, Records: m.byThing[thing{layout.Targets, t.ID}], Settled: m.settle(layout.Targets, t.ID), Closed: m.in.Batch.Forms.Closed(t)}
			l.Base = m.baseOf(layout.Targets, t.ID, l.Settled)
			for y := m.in.Plan.Period.First; y <= m.sum.Frame.Year; y++ {
				l.Years = append(l.Years, m.targetYear(l, y))
			}
			l.Before = m.in.History.Verdict(m.sum.Frame.Year-1, layout.Targets, t.ID)
			if i := slices.IndexFunc(m.sum.Indicators, func(in *IndicatorLine) bool { return in.No == t.Same }); t.Same != 0 && i >= 0 {
				l.Same = m.sum.Indicators[i]
				l.Verdict = sameAs(l.Same)
			} else {
				m.judgeTarget(l)
			}
			line.Targets = append(line.Targets, l)
			m.sum.Targets = append(m.sum.Targets, l)
		}
	}
}

// sameAs is in place of a verdict where a target is judged as an indicator: it
// counts there alone.
func sameAs(in *IndicatorLine) judge.Judgement {
	word := "见主要指标" + strconv.Itoa(in.No)
	return judge.Judgement{Word: word, Basis: "与主要指标" + strconv.Itoa(in.No) + "“" + in.Name + "”是同一个数,只在那里填报、评价"}
}

func (m *merger) targetYear(l *TargetLine, year int) YearValue {
	at := func(col layout.Key) string { return m.valueOf(layout.Targets, l.ID, col, year, l.Settled) }
	state := at(layout.Data)
	y := YearValue{Year: year, Value: figureOf(at(layout.Total), state), Each: figureOf(at(layout.ThisYear), state)}
	col := layout.Subject{Target: l.Target}.Judged()
	judged := past{spot: store.Spot{Year: year, Sheet: layout.Targets, Ref: l.ID, Col: col}, values: l.Values, by: l.ValuesBy}
	value, other := &y.Value, &y.Each
	if col == layout.ThisYear {
		value, other = other, value
	}
	if *value, y.Revised = m.yearValue(judged, l.Settled, state); value.State == judge.NotApplicable {
		*other = *value // nor does what leads to it
	}
	return y
}

func (m *merger) judgeTarget(l *TargetLine) {
	facts := judge.TargetFacts{Base: l.Base.Number, Yearly: judge.Series{}, ToDate: judge.Series{}}
	for _, y := range l.Years {
		facts.Yearly[y.Year], facts.ToDate[y.Year] = y.Each, y.Value
	}
	f := m.judging()
	facts.Stood = m.in.History.Verdict(f.DueYear(l.Target), layout.Targets, l.ID)
	l.Verdict = f.Target(l.Target, facts)
	m.undecided(&l.Verdict, &l.Known, l.Settled[layout.Data], l.Settled[layout.ThisYear], l.Settled[layout.Total])
	ruledNote(&l.Verdict, l.Settled[layout.ThisYear], l.Settled[layout.Total])
	baseNote(&l.Verdict, l.Settled[layout.BaseValue])
}

// selfPraise questions items said to be on track or done one of whose targets is
// behind.
func (m *merger) selfPraise() {
	for _, l := range m.sum.Items {
		word := l.StatusWord()
		if word != layout.StatusDone && word != layout.StatusOnTrack {
			continue
		}
		var said []string
		for _, t := range l.Targets {
			verdict, id := t.Verdict, "量化目标"+t.ID
			if t.Same != nil {
				verdict, id = t.Same.Verdict, "主要指标"+strconv.Itoa(t.Same.No)
			}
			if verdict.Verdict.Bad() {
				l.Behind = append(l.Behind, t)
				said = append(said, id+" "+t.Statement()+" "+verdict.Words()+","+verdict.Gap)
			}
		}
		if len(said) > 0 {
			m.report(finding.StatusUnsupported, store.Spot{Year: m.sum.Frame.Year, Sheet: layout.Lead, Ref: l.Ref, Col: layout.Status},
				finding.Given(strings.Join(l.LeadUnits(), "、")+" "+word), finding.Expected(strings.Join(said, ";")))
		}
	}
}
