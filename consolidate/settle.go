package consolidate

import (
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/templates/layout"
)

// settle finds the value of every column of a row that several units may fill.
func (m *merger) settle(sheet layout.SheetKey, ref string) map[layout.Key]*Settled {
	out := map[layout.Key]*Settled{}
	decl := layout.SheetOf(sheet)
	records := m.byThing[thing{sheet, ref}]
	for i := range decl.Columns {
		spot := store.Spot{Year: m.sum.Frame.Year, Sheet: sheet, Ref: ref, Col: decl.Columns[i].Key}
		if spot.Common() {
			s := m.one(spot, records)
			if out[spot.Col] = s; s.Conflict != nil {
				m.sum.disputed[spot] = s
			}
		}
	}
	return out
}

// one settles one spot: what all units agree on, what was ruled, or nothing and a
// conflict.
func (m *merger) one(spot store.Spot, records []*store.Record) *Settled {
	s := &Settled{Spot: spot}
	var options []Option
	kind := UnitsDiffer
	for _, r := range records {
		o, rivals := optionOf(r, spot.Col), m.rivalsOf(r, spot.Col)
		s.Blocked = s.Blocked || r.Shown(spot.Col) == WordBlocked
		if len(rivals) > 0 {
			kind = CopiesDiffer
		}
		if o.Cell || len(rivals) > 0 {
			options = append(append(options, o), rivals...)
		}
	}
	switch {
	case spot.Col == layout.BaseValue:
		m.base(s, options, kind == CopiesDiffer && !allEqual(options))
		return s
	case len(options) == 0:
		return s
	case kind != CopiesDiffer && allEqual(options):
		s.Text = options[0].Text
		return s
	}
	if spot.Col == layout.Data && kind == UnitsDiffer {
		if text, ok := oneSided(records, options); ok {
			s.Text = text
			m.sum.Conflicts = append(m.sum.Conflicts, &Conflict{Spot: spot, Kind: OneSided, Options: options})
			return s
		}
	}
	s.Conflict = m.conflict(spot, kind, options)
	if r := s.Conflict.Ruling; r != nil {
		s.Text = r.Value
	}
	return s
}

// oneSided reports whether some units give a figure and the others say that there is
// none yet: then the figure counts, with the state of those who gave it.
func oneSided(records []*store.Record, options []Option) (state string, ok bool) {
	silent := map[string]bool{}
	for _, r := range records {
		text := r.Text(layout.Data)
		silent[r.UnitID] = (text == layout.DataPending || text == layout.DataNone) && r.Text(layout.Actual)+r.Text(layout.Total)+r.Text(layout.ThisYear) == ""
	}
	var speak []Option
	for _, o := range options {
		if !silent[o.UnitID] {
			speak = append(speak, o)
		}
	}
	if len(speak) == 0 || len(speak) == len(options) || !allEqual(speak) || speak[0].Text == layout.DataPending || speak[0].Text == layout.DataNone {
		return "", false
	}
	return speak[0].Text, true
}

// rivalsOf are what equal copies say otherwise of a cell of the record.
func (m *merger) rivalsOf(r *store.Record, col layout.Key) []Option {
	var options []Option
	for _, v := range m.rivals[r] {
		if v.col == col {
			options = append(options, v.Option)
		}
	}
	return options
}

// conflict records that options differ, with the ruling made for just these.
func (m *merger) conflict(spot store.Spot, kind ConflictKind, options []Option) *Conflict {
	c := &Conflict{Spot: spot, Kind: kind, Options: options, Choices: m.choices(spot)}
	m.sum.Conflicts = append(m.sum.Conflicts, c)
	m.rule(c)
	if c.Ruling == nil {
		m.report(finding.ValuesDiffer, spot, finding.Message(string(kind)), finding.Given(c.Words()))
	}
	return c
}

// beside lays open the differing copies of texts, which have a value for each unit.
func (m *merger) beside() {
	for _, r := range m.sum.Records {
		seen := map[layout.Key]bool{}
		for _, v := range m.rivals[r] {
			if seen[v.col] || (store.Spot{Sheet: r.Sheet, Col: v.col}).Common() {
				continue
			}
			seen[v.col] = true
			m.besideOne(r, v.col)
		}
	}
}

func (m *merger) besideOne(r *store.Record, col layout.Key) {
	options := append([]Option{optionOf(r, col)}, m.rivalsOf(r, col)...)
	spot := store.Spot{Year: r.Year, Sheet: r.Sheet, Ref: r.Ref, Col: col, Unit: r.UnitID}
	s := &Settled{Spot: spot, Conflict: m.conflict(spot, CopiesDiffer, options)}
	r.Show(col, store.Open+":"+s.Conflict.Words())
	if s.Conflict.Ruling != nil {
		s.Text = s.Conflict.Ruling.Value
		r.Show(col, s.Text)
	}
	m.sum.disputed[spot] = s
}

// allEqual compares values: numbers as numbers, the rest as text.
func allEqual(options []Option) bool {
	for _, o := range options[1:] {
		if !store.Same(options[0].Text, o.Text) {
			return false
		}
	}
	return true
}
