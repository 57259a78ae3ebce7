package consolidate

import (
	"slices"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/templates/layout"
)

// items makes a line of every item, whether it was reported on or not.
func (m *merger) items() {
	for i := range m.in.Plan.Items {
		it := &m.in.Plan.Items[i]
		l := &ItemLine{Item: it, Leads: m.byThing[thing{layout.Lead, it.Ref}], Supports: m.byThing[thing{layout.Support, it.Ref}]}
		l.Status = m.settle(layout.Lead, it.Ref)[layout.Status]
		l.Before = m.in.History.Value(store.Spot{Year: m.sum.Frame.Year - 1, Sheet: layout.Lead, Ref: it.Ref, Col: layout.Status})
		l.ChapterHead, l.SectionHead = m.in.Plan.Heading(it)
		m.long(l)
		m.sum.Items = append(m.sum.Items, l)
	}
}

// long reports texts that do not fit into one cell when joined; each unit's own
// text is whole elsewhere.
func (m *merger) long(l *ItemLine) {
	for _, col := range []layout.Key{layout.Progress, layout.Problems, layout.Next, layout.Office, layout.Remark} {
		if _, cut := Fit(Said(l.Leads, col)); cut {
			m.report(finding.TextCut, store.Spot{Year: m.sum.Frame.Year, Sheet: layout.Lead, Ref: l.Ref, Col: col})
		}
	}
	if _, cut := Fit(Accounts(l.Supports)); cut {
		m.report(finding.TextCut, store.Spot{Year: m.sum.Frame.Year, Sheet: layout.Support, Ref: l.Ref, Col: layout.Account})
	}
}

// supports lists the rows of supporting units: units of a group (counties,
// districts) first, the others after them, each in the plan's order of items.
func (m *merger) supports() {
	grouped := map[string]bool{}
	for _, g := range m.in.Plan.Groups {
		for _, name := range g.Members {
			grouped[name] = true
		}
	}
	var others []*store.Record
	for i := range m.in.Batch.Units {
		u := m.in.Batch.Units[i].Unit
		for _, r := range m.byUnit[u.ID] {
			switch {
			case r.Sheet != layout.Support:
			case grouped[u.Name]:
				m.sum.Supports = append(m.sum.Supports, r)
			default:
				others = append(others, r)
			}
		}
	}
	m.sum.Supports = append(m.sum.Supports, others...)
}

// units makes a line of every reporting unit.
func (m *merger) units() {
	asked := m.in.Plan.Assignments()
	for i := range m.in.Batch.Units {
		u := &m.in.Batch.Units[i]
		l := &UnitLine{Unit: u.Unit, Status: u.Status, Entry: m.in.Register[u.Unit.Name], Files: len(u.Files)}
		for _, f := range u.Files {
			l.Revision = max(l.Revision, f.Identity.Revision)
			l.Cells += m.sources[f].Cells
		}
		a := asked.Of(u.Unit.Name)
		l.Lead, l.Support, l.Indicator = len(a.Lead), len(a.Support), len(a.Indicators)
		if i := slices.IndexFunc(m.byUnit[u.Unit.ID], func(r *store.Record) bool { return r.Sheet == layout.Cover }); i >= 0 {
			l.Cover = m.byUnit[u.Unit.ID][i]
		}
		l.Errors, l.Warnings = u.Findings.Count(finding.Error), u.Findings.Count(finding.Warning)
		for _, f := range u.Files {
			l.Errors += f.Findings.Count(finding.Error)
			l.Warnings += f.Findings.Count(finding.Warning)
		}
		m.sum.Units = append(m.sum.Units, l)
	}
}
