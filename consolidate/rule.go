package consolidate

import (
	"slices"
	"strings"

	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
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
	case !m.fits(c.Spot, r):
		return
	default:
		c.Ruling = r
		if strings.TrimSpace(r.Basis) == "" {
			m.report(finding.RulingUnfounded, c.Spot, finding.Given(r.Words()))
		}
	}
}

// fits reports whether the column can hold the ruled value.
func (m *merger) fits(spot store.Spot, r *store.Ruling) bool {
	c := spot.Column()
	switch {
	case spot.Col == layout.ConsultVerdict:
		words := []string{KeepVerdict}
		for _, v := range judge.Verdicts() {
			words = append(words, m.judging().Word(v))
		}
		if !slices.Contains(words, r.Value) {
			m.report(finding.RulingUnfit, spot, finding.Given(r.Value), finding.Expected(strings.Join(words, "、")))
			return false
		}
		return true
	case c == nil:
		return false
	case c.Kind == layout.Number && !store.Number(r.Value).Valid:
		m.report(finding.RulingUnfit, spot, finding.Given(r.Words()), finding.Expected("数"))
		return false
	case c.Kind != layout.Choice:
		return true
	}
	now := c.In(m.sum.Frame)
	options := layout.Options(now.List)
	if !slices.Contains(options, r.Value) {
		m.report(finding.RulingUnfit, spot, finding.Given(r.Words()), finding.Expected(strings.Join(options, "、")))
		return false
	}
	return true
}

// leftover reports rulings for which there is nothing left to decide, and what was
// found in reading them: what is not taken stands in 审核意见 at least.
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
