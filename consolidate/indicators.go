package consolidate

import (
	"cmp"
	"slices"
	"strconv"

	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
)

// indicators makes a line of every indicator of the annex, judged.
func (m *merger) indicators() {
	for i := range m.in.Plan.Indicators {
		in := &m.in.Plan.Indicators[i]
		ref := strconv.Itoa(in.No)
		l := &IndicatorLine{Indicator: in, Records: m.byThing[thing{layout.Indicators, ref}], Settled: m.settle(layout.Indicators, ref)}
		l.Base = m.baseOf(layout.Indicators, ref, l.Settled)
		for y := m.in.Plan.Period.First; y <= m.sum.Frame.Year; y++ {
			l.Years = append(l.Years, m.indicatorYear(l, ref, y))
		}
		l.Expected, l.Outlook = l.Settled[layout.Expected].Text, l.Settled[layout.Outlook].Text
		l.Before = m.in.History.Verdict(m.sum.Frame.Year-1, layout.Indicators, ref)
		m.judgeIndicator(l)
		m.sum.Indicators = append(m.sum.Indicators, l)
	}
}

// indicatorYear gathers one year.
func (m *merger) indicatorYear(l *IndicatorLine, ref string, year int) YearValue {
	at := func(col layout.Key) string { return m.valueOf(layout.Indicators, ref, col, year, l.Settled) }
	spot := store.Spot{Year: year, Sheet: layout.Indicators, Ref: ref, Col: layout.Actual}
	state := at(layout.Data)
	y := YearValue{Year: year}
	y.Value, y.Revised = m.yearValue(past{spot: spot, revised: layout.Revised, values: l.Values, by: l.ValuesBy}, l.Settled, state)
	spot.Col = layout.Growth
	y.Each, _ = m.yearValue(past{spot: spot, revised: layout.Regrown}, l.Settled, state)
	if y.Value.State == judge.NotApplicable && !y.Each.Number.Valid {
		y.Each = y.Value // what does not apply has no growth either
	}
	y.Province = figureOf(cmp.Or(l.Indicator.Province[year], at(layout.Province)), "")
	y.Assigned = figureOf(cmp.Or(l.Indicator.Assigned[year], at(layout.Assigned)), "")
	return y
}

func (m *merger) judgeIndicator(l *IndicatorLine) {
	var list finding.List
	l.Verdict, list = m.judging().Indicator(l.Indicator, factsOf(l))
	for i := range list {
		list[i].Place.Sheet = layout.SheetOf(layout.Indicators).Name
	}
	m.findings = append(m.findings, list...)
	values := []*Settled{l.Settled[layout.Actual]}
	if l.Verdict.Verdict == judge.Unknown { // it may be for want of what waits
		values = append(values, l.Settled[layout.Province], l.Settled[layout.Assigned])
	}
	m.undecided(&l.Verdict, &l.Known, l.Settled[layout.Data], values...)
	ruledNote(&l.Verdict, l.Settled[layout.Actual])
	baseNote(&l.Verdict, l.Settled[layout.BaseValue])
}

// undecided replaces the judgement where the year's own value is still to be
// decided or verified, or whether it is published at all; unless the catalogue has
// the verdict, or the value with its source.
func (m *merger) undecided(j *judge.Judgement, known *plan.Known, state *Settled, values ...*Settled) {
	if year := m.sum.Frame.Year; known.Settled[year].Verdict != "" || known.ValuesBy[year] != "" {
		return
	}
	if state.Open() && state.mayBeUnpublished() {
		*j = m.judging().Undecided("数据不一致,待核定", state.Conflict.Words())
		return
	}
	for _, s := range values {
		switch {
		case s.Open():
			*j = m.judging().Undecided("数据不一致,待核定", s.Conflict.Words())
			return
		case s.Blocked && s.Text == "":
			*j = m.judging().Undecided("填报数据待核实", "")
			return
		}
	}
}

// mayBeUnpublished reports whether somebody says there is no value yet. States that
// differ otherwise leave the value as it is.
func (s *Settled) mayBeUnpublished() bool {
	return slices.ContainsFunc(s.Conflict.Options, func(o Option) bool { return o.Text == layout.DataPending || o.Text == layout.DataNone })
}

// ruledNote says that the value judged by was ruled.
func ruledNote(j *judge.Judgement, values ...*Settled) {
	for _, s := range values {
		if s.Conflict != nil && s.Conflict.Ruling != nil {
			j.Basis += ";" + text.Year(s.Year) + "的数为核定值" + s.Text + text.If(s.Conflict.Ruling.Basis != "", "("+s.Conflict.Ruling.Basis+")")
		}
	}
}

func (m *merger) judging() judge.Frame {
	return judge.FrameOf(m.in.Plan, m.sum.Frame.Year)
}
