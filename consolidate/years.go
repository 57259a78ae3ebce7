package consolidate

import (
	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
)

// figureOf is a value as judge takes it: the answer that a number does not apply is a
// state of its own.
func figureOf(text, state string) judge.Value {
	if text == layout.NA {
		return judge.Value{State: judge.NotApplicable}
	}
	return judge.Value{Number: store.Number(text), State: state}
}

// past is the value of a year in the column that is judged: what was reported; what
// the following year's report revised it to; before both, what the catalogue says
// with its source. Without one the catalogue only fills in what nobody reported.
type past struct {
	spot    store.Spot // of the value
	revised layout.Key // the column in which the next year's report revises it, "" where none
	values  map[int]string
	by      map[int]string
}

func (m *merger) yearValue(p past, settled map[layout.Key]*Settled, state string) (v judge.Value, before string) {
	s := p.spot
	reported := m.valueOf(s.Sheet, s.Ref, s.Col, s.Year, settled)
	v = figureOf(reported, state)
	known, by := p.values[s.Year], p.by[s.Year]
	now := settled[s.Col]
	switch {
	case known != "" && by != "":
		v = figureOf(known, layout.DataFinal)
		if reported != "" && !store.Same(reported, known) {
			m.revised(s, before0(reported, s.Year, m.sum.Frame.Year), []Option{{Unit: "任务清单(" + by + ")", Text: known}})
			return v, reported
		}
		return v, ""
	case reported == "" && known != "" && (s.Year != m.sum.Frame.Year || !now.Open() && !(now != nil && now.Blocked)):
		v = figureOf(known, "")
	}
	if p.revised == "" {
		return v, ""
	}
	revised := m.valueOf(s.Sheet, s.Ref, p.revised, s.Year+1, settled)
	if !store.Number(revised).Valid {
		return v, ""
	}
	if v.Number.Valid {
		before = v.Number.Decimal.String()
	}
	if s.Year+1 == m.sum.Frame.Year {
		var options []Option
		for _, r := range m.byThing[thing{s.Sheet, s.Ref}] {
			if o := optionOf(r, p.revised); o.Cell {
				options = append(options, o)
			}
		}
		m.revised(s, Option{Unit: text.Year(s.Year) + "汇总", Text: before}, options)
	}
	return figureOf(revised, layout.DataFinal), before
}

// before0 names where a value comes from that the catalogue revises.
func before0(value string, year, now int) Option {
	if year == now {
		return Option{Unit: "单位填报", Text: value}
	}
	return Option{Unit: text.Year(year) + "汇总", Text: value}
}

// revised lists a value that takes the place of another: a revision, not a conflict.
func (m *merger) revised(spot store.Spot, before Option, by []Option) {
	c := &Conflict{Kind: Revision, Spot: spot, Options: append([]Option{before}, by...)}
	m.sum.Conflicts = append(m.sum.Conflicts, c)
	to := ""
	if len(by) > 0 {
		to = by[0].Text
	}
	m.report(finding.ValueRevised, spot, finding.Given(before.Shown()), finding.Expected(to))
}

// valueOf is what counts in a column for a year: settled now, or then.
func (m *merger) valueOf(sheet layout.SheetKey, ref string, col layout.Key, year int, now map[layout.Key]*Settled) string {
	switch {
	case year == m.sum.Frame.Year && now[col] == nil, year > m.sum.Frame.Year:
		return ""
	case year == m.sum.Frame.Year:
		return now[col].Text
	}
	return m.in.History.Value(store.Spot{Year: year, Sheet: sheet, Ref: ref, Col: col})
}
