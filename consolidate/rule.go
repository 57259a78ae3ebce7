package consolidate

import (
	"slices"
	"strings"

	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
)

// rule applies the ruling made for the conflict. One made between other values is
// void; one with a value that the column cannot hold is not applied.
func (m *merger) rule(c *Conflict) {
	r := m.in.Rulings.Of(c.Spot)
	if r == nil {
		return
	}
	m.used[r] = true
	switch {
	case r.Key != c.Key():
		m.report(finding.RulingVoid, c.Spot, finding.Given(r.Words()), finding.Expected(c.Words()))
	case !m.fits(c, r):
		return
	default:
		c.Ruling = r
		if strings.TrimSpace(r.Basis) == "" {
			m.report(finding.RulingUnfounded, c.Spot, finding.Given(r.Words()))
		}
	}
}

// fits reports whether the conflict can be settled by the ruled value.
func (m *merger) fits(c *Conflict, r *store.Ruling) bool {
	column := c.Column()
	switch {
	case c.Choices != nil:
		if !slices.Contains(c.Choices, r.Value) {
			m.report(finding.RulingUnfit, c.Spot, finding.Given(r.Words()), finding.Expected(strings.Join(c.Choices, "、")))
			return false
		}
	case column == nil:
		return false
	case column.Kind == layout.Number && !store.Number(r.Value).Valid:
		m.report(finding.RulingUnfit, c.Spot, finding.Given(r.Words()), finding.Expected("数"))
		return false
	}
	return true
}

// choices are the words that a spot may hold: those of a verdict, or of the list of its
// column; nil where it holds numbers or text.
func (m *merger) choices(spot store.Spot) []string {
	if spot.Col == layout.ConsultVerdict {
		return append([]string{KeepVerdict}, text.Each(judge.Verdicts(), m.judging().Word)...)
	}
	if c := spot.Column(); c != nil && c.Kind == layout.Choice {
		return layout.Options(c.In(m.sum.Frame).List)
	}
	return nil
}

// leftover reports rulings for which there is nothing left to decide, and what was
// found in reading them: what is not taken is in 审核意见 at least.
func (m *merger) leftover() {
	if m.in.Rulings == nil {
		return
	}
	m.findings = append(m.findings, m.in.Rulings.Found...)
	for i := range m.in.Rulings.List {
		r := &m.in.Rulings.List[i]
		if !m.used[r] {
			m.report(finding.RulingVoid, r.Spot, finding.Given(r.Words()), finding.Expected("现在各方数据一致,不需要核定"))
		}
	}
}
