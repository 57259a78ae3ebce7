package consolidate

import (
	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/templates/layout"
)

// targets makes a line of every target of every item, judged.
func (m *merger) targets() {
	for _, line := range m.sum.Items {
		it := line.Item
		for j := range it.Targets {
			t := &it.Targets[j]
			l := &TargetLine{Target: t, Item: it, Records: m.byThing[thing{layout.Targets, t.ID}], Settled: m.settle(layout.Targets, t.ID)}
			for y := m.in.Plan.Period.First; y <= m.sum.Frame.Year; y++ {
				l.Years = append(l.Years, m.targetYear(l, y))
			}
			l.Before = m.in.History.Verdict(m.sum.Frame.Year-1, layout.Targets, t.ID)
			m.judgeTarget(l)
			line.Targets = append(line.Targets, l)
			m.sum.Targets = append(m.sum.Targets, l)
		}
	}
}

func (m *merger) targetYear(l *TargetLine, year int) YearValue {
	at := func(col layout.Key) string { return m.valueOf(layout.Targets, l.ID, col, year, l.Settled) }
	state := at(layout.Data)
	return YearValue{Year: year,
		Value: judge.Value{Number: store.Number(at(layout.Total)), State: state},
		Each:  judge.Value{Number: store.Number(at(layout.ThisYear)), State: state}}
}

func (m *merger) judgeTarget(l *TargetLine) {
	facts := judge.TargetFacts{Base: store.Number(l.Target.Base), Yearly: judge.Series{}, ToDate: judge.Series{}}
	for _, y := range l.Years {
		facts.Yearly[y.Year], facts.ToDate[y.Year] = y.Each, y.Value
	}
	l.Verdict = m.judging().Target(l.Target, facts)
	m.undecided(&l.Verdict, l.Settled[layout.Data], l.Settled[layout.ThisYear], l.Settled[layout.Total])
	ruledNote(&l.Verdict, l.Settled[layout.ThisYear], l.Settled[layout.Total])
}
