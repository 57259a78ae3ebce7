package consolidate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/templates/layout"
)

// indicators makes a line of every indicator of the annex, judged.
func (m *merger) indicators() {
	for i := range m.in.Plan.Indicators {
		in := &m.in.Plan.Indicators[i]
		ref := strconv.Itoa(in.No)
		l := &IndicatorLine{Indicator: in, Records: m.byThing[thing{layout.Indicators, ref}], Settled: m.settle(layout.Indicators, ref)}
		l.Base = judge.Value{Number: store.Number(in.Base)}
		if in.Base == "" {
			l.Base.Number = store.Number(m.baseOf(l, ref))
		}
		for y := m.in.Plan.Period.First; y <= m.sum.Frame.Year; y++ {
			l.Years = append(l.Years, m.indicatorYear(l, ref, y))
		}
		l.Expected, l.Outlook = l.Settled[layout.Expected].Text, l.Settled[layout.Outlook].Text
		l.Before = m.in.History.Verdict(m.sum.Frame.Year-1, layout.Indicators, ref)
		m.judgeIndicator(l)
		m.sum.Indicators = append(m.sum.Indicators, l)
	}
}

// baseOf is the base value reported this year, else in an earlier one; none while
// they contradict each other.
func (m *merger) baseOf(l *IndicatorLine, ref string) string {
	s := l.Settled[layout.BaseValue]
	if s.Text != "" || s.Open() {
		return s.Text
	}
	earlier, _ := m.in.History.Base(s.Spot)
	return earlier
}

// indicatorYear gathers one year: reported values before what the catalogue has.
func (m *merger) indicatorYear(l *IndicatorLine, ref string, year int) YearValue {
	at := func(col layout.Key) string { return m.valueOf(layout.Indicators, ref, col, year, l.Settled) }
	state := at(layout.Data)
	value := func(text, known string) judge.Value {
		if text == "" {
			return judge.Value{Number: store.Number(known), State: wordIf(known == "", state)}
		}
		return judge.Value{Number: store.Number(text), State: state}
	}
	y := YearValue{Year: year}
	y.Value = value(at(layout.Actual), l.catalogue(l.Values, year, l.Settled[layout.Actual], m.sum.Frame.Year))
	y.Each = value(at(layout.Growth), "")
	y.Province = judge.Value{Number: store.Number(cmp.Or(at(layout.Province), l.Indicator.Province[year]))}
	y.Assigned = judge.Value{Number: store.Number(cmp.Or(at(layout.Assigned), l.Indicator.Assigned[year]))}
	m.revise(&y, l, ref)
	return y
}

// catalogue is the plan's own value of a year; not of a year whose reports differ.
func (l *IndicatorLine) catalogue(known map[int]string, year int, now *Settled, this int) string {
	if year == this && (now.Open() || now.Blocked) {
		return ""
	}
	return known[year]
}

// revise applies the 修订值 that the following year reported.
func (m *merger) revise(y *YearValue, l *IndicatorLine, ref string) {
	revised := m.valueOf(layout.Indicators, ref, layout.Revised, y.Year+1, l.Settled)
	n := store.Number(revised)
	if !n.Valid {
		return
	}
	if y.Value.Number.Valid {
		y.Revised = y.Value.Number.Decimal.String()
	}
	y.Value = judge.Value{Number: n, State: layout.DataFinal}
	if y.Year+1 == m.sum.Frame.Year {
		m.revision(y, l, ref, revised)
	}
}

// revision lists what this year's report revises: a revision, not a conflict.
func (m *merger) revision(y *YearValue, l *IndicatorLine, ref, revised string) {
	before := Option{Unit: yearOf(y.Year) + "汇总", Text: y.Revised}
	c := &Conflict{Kind: Revision, Spot: store.Spot{Year: y.Year, Sheet: layout.Indicators, Ref: ref, Col: layout.Actual}, Options: []Option{before}}
	for _, r := range l.Settled[layout.Revised].From {
		c.Options = append(c.Options, optionOf(r, layout.Revised))
	}
	m.sum.Conflicts = append(m.sum.Conflicts, c)
	m.report(finding.ValueRevised, c.Spot, finding.Given(before.Shown()), finding.Expected(revised))
}

// valueOf is what counts in a column for a year: settled now, or then.
func (m *merger) valueOf(sheet layout.SheetKey, ref string, col layout.Key, year int, now map[layout.Key]*Settled) string {
	switch {
	case year == m.sum.Frame.Year:
		return now[col].Text
	case year > m.sum.Frame.Year:
		return ""
	}
	return m.in.History.Value(store.Spot{Year: year, Sheet: sheet, Ref: ref, Col: col})
}

func (m *merger) judgeIndicator(l *IndicatorLine) {
	var list finding.List
	l.Verdict, list = m.judging().Indicator(l.Indicator, factsOf(l))
	for i := range list {
		list[i].Place.Sheet = layout.SheetOf(layout.Indicators).Name
	}
	m.findings = append(m.findings, list...)
	m.undecided(&l.Verdict, l.Settled[layout.Data], l.Settled[layout.Actual])
	ruledNote(&l.Verdict, l.Settled[layout.Actual])
	if in := l.Settled[layout.BaseValue]; in.Open() && l.Verdict.Verdict == judge.Unknown {
		l.Verdict.Reason = strings.ReplaceAll(l.Verdict.Reason, "缺基期值", "基期值不一致,待核定")
	}
}

// undecided replaces the judgement where the year's own value is still to be
// decided or verified, or whether it is published at all.
func (m *merger) undecided(j *judge.Judgement, state *Settled, values ...*Settled) {
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

// mayBeUnpublished reports that somebody says there is no value yet. States that
// differ otherwise leave the value as it is.
func (s *Settled) mayBeUnpublished() bool {
	return slices.ContainsFunc(s.Conflict.Options, func(o Option) bool { return o.Text == layout.DataPending || o.Text == layout.DataNone })
}

// ruledNote says that the value judged by was ruled.
func ruledNote(j *judge.Judgement, values ...*Settled) {
	for _, s := range values {
		if s.Conflict != nil && s.Conflict.Ruling != nil {
			j.Basis += ";" + yearOf(s.Year) + "的数为核定值" + s.Text + wordIf(s.Conflict.Ruling.Basis != "", "("+s.Conflict.Ruling.Basis+")")
		}
	}
}

func (m *merger) judging() judge.Frame {
	return judge.FrameOf(m.in.Plan, m.sum.Frame.Year)
}

func yearOf(year int) string { return strconv.Itoa(year) + "年" }

func wordIf(yes bool, text string) string {
	if yes {
		return text
	}
	return ""
}
