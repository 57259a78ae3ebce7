package consolidate

import (
	"cmp"
	"strconv"

	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
)

// base settles a base value. What units fill in is a proposal: it counts once the
// coordinator has ruled on it, or has entered a base in the catalogue, and stays
// before them until then, also where it was made in an earlier year.
func (m *merger) base(s *Settled, options []Option, copies bool) {
	sure, from := m.sureBase(s.Spot)
	kind := BaseProposed
	switch {
	case len(options) == 0 && sure != "":
		return
	case len(options) == 0:
		if options = m.proposed(s.Spot); len(options) == 0 {
			return
		}
	case copies:
		kind = CopiesDiffer
	case sure != "":
		options = append(options, Option{Unit: from, Text: sure})
		if allEqual(options) {
			s.Text = sure
			return
		}
		kind = HistoryDiffer
	}
	s.Conflict = m.conflict(s.Spot, kind, options)
	if r := s.Conflict.Ruling; r != nil {
		s.Text = r.Value
	}
}

// sureBase is the base value that the coordinator has entered or ruled before, and
// where.
func (m *merger) sureBase(spot store.Spot) (text, from string) {
	if known := m.known(spot.Sheet, spot.Ref); known != nil && known.Base != "" {
		return known.Base, "任务清单"
	}
	return m.in.History.Confirmed(spot.Sheet, spot.Ref), "以前年度核定"
}

// proposed are the base values that units filled in in the last year that has any.
func (m *merger) proposed(spot store.Spot) (options []Option) {
	for y := spot.Year - 1; y >= m.in.Plan.Period.First && len(options) == 0; y-- {
		for i := range m.in.Plan.Units {
			u := &m.in.Plan.Units[i]
			if said := m.in.History.Reported(y, u.ID, spot.Sheet, spot.Ref, spot.Col); said != "" {
				options = append(options, Option{UnitID: u.ID, Unit: u.Name + "(" + text.Year(y) + ")", Text: said})
			}
		}
	}
	return options
}

// baseOf is the base value to judge by: ruled now, entered in the catalogue, or ruled
// before.
func (m *merger) baseOf(sheet layout.SheetKey, ref string, settled map[layout.Key]*Settled) judge.Value {
	sure, _ := m.sureBase(store.Spot{Sheet: sheet, Ref: ref})
	now := ""
	if s := settled[layout.BaseValue]; s != nil {
		now = s.Text
	}
	return judge.Value{Number: store.Number(cmp.Or(now, sure))}
}

// baseNote says of a judgement that a base value waits to be confirmed.
func baseNote(j *judge.Judgement, s *Settled) {
	if s.Open() {
		j.Basis += ";基期值待确认:" + s.Conflict.Words()
	}
}

// known is what the coordinator has entered of the subject of a row.
func (m *merger) known(sheet layout.SheetKey, ref string) *plan.Known {
	switch sheet {
	case layout.Indicators:
		no, _ := strconv.Atoi(ref)
		if in := m.in.Plan.Indicator(no); in != nil {
			return &in.Known
		}
	case layout.Targets:
		if t := m.targetsByID[ref]; t != nil {
			return &t.Known
		}
	}
	return nil
}
