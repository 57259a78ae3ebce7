package sample

import (
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// Past is one year of a plan as sampled, to issue the next year's forms with.
type Past struct {
	year     int
	fillings map[string]*Filling // by unit ID
}

// NewPast fills the forms of every unit for a year.
func NewPast(p *plan.Plan, year int, opt Options) *Past {
	past := &Past{year: year, fillings: map[string]*Filling{}}
	forms := layout.NewForms(p, year, nil)
	for _, u := range p.Reporters() {
		past.fillings[u.ID] = Fill(forms.Of(u), opt)
	}
	return past
}

// Confirmed knows of no base value that was confirmed.
func (p *Past) Confirmed(layout.SheetKey, string) string { return "" }

// Done knows of no verdict.
func (p *Past) Done(string, int) bool { return false }

// Text returns what a unit answered in the year.
func (p *Past) Text(year int, unitID string, sheet layout.SheetKey, ref string, col layout.Key) string {
	f := p.fillings[unitID]
	if f == nil || year != p.year {
		return ""
	}
	text, _ := f.Value(sheet, ref, col)
	return text
}
