package intake

import "strings"

// words keeps one copy of each text that findings name again and again: sheets,
// headings, 编号.
type words map[string]string

func (w words) of(s string) string {
	if s == "" {
		return ""
	}
	if kept, ok := w[s]; ok {
		return kept
	}
	s = strings.Clone(s)
	w[s] = s
	return s
}

// detach gives a file texts of its own, so that what is said of it does not hold
// the whole workbook in memory. Messages and hints never come from the workbook.
func (w words) detach(f *File) {
	f.Identity.PlanID, f.Identity.UnitID = w.of(f.Identity.PlanID), w.of(f.Identity.UnitID)
	for i := range f.Findings {
		g := &f.Findings[i]
		g.Place.Sheet, g.Ref, g.Column = w.of(g.Place.Sheet), w.of(g.Ref), w.of(g.Column)
		g.Given, g.Expected = strings.Clone(g.Given), strings.Clone(g.Expected)
	}
	f.Findings = f.Findings[:len(f.Findings):len(f.Findings)]
}
