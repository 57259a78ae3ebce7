package workbook

import (
	"slices"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// Standing says whether a workbook is ours and may be decoded.
type Standing uint8

// The standings. Refused is ours, or meant to be, but cannot count; the findings
// say why.
const (
	Foreign Standing = iota
	Refused
	Ours
)

// Identified is whose a workbook is.
type Identified struct {
	Standing Standing
	Identity layout.Identity
	Unit     *plan.Unit    // nil where the plan does not have it
	Stamp    *layout.Stamp // nil where the hidden sheet is lost
	IssuedTo string        // the ID of the unit it was issued to, where another has taken its place
}

// Identify says whose workbook it is, from the three stamps that it carries: the
// hidden sheet, the defined names, the visible report code. It holds the result
// against the plan; year is the only one accepted, 0 for any of the plan's.
// planHash is the plan's present revision, "" to leave it unchecked.
func Identify(b *ooxml.Book, p *plan.Plan, year int, planHash string) (Identified, finding.List) {
	var found finding.List
	st := collect(b)
	id := Identified{Stamp: st.stamp}
	switch chosen, ok := st.reconcile(&found); {
	case ok:
		id.Identity = chosen
		if id.Stamp != nil && !sameReturn(id.Stamp.Identity, chosen) {
			id.Stamp = nil // of another return: it does not say what was issued
		}
	case len(st.votes) > 0:
		id.Standing = Refused
		found.Add(finding.IdentityClash, finding.Given(st.codes()))
		return id, found
	default:
		return recognise(b, p, year)
	}
	id.judge(p, year, planHash, &found)
	return id, found
}

// judge holds the identity against the plan.
func (id *Identified) judge(p *plan.Plan, year int, planHash string, found *finding.List) {
	id.Standing = Refused
	i := id.Identity
	id.Unit = unitByID(p, i.UnitID)
	if id.Unit == nil && id.Stamp != nil {
		id.Unit = p.Unit(id.Stamp.Unit) // its row was deleted, its name is now an alias
	}
	if id.Unit = final(p, id.Unit); id.Unit != nil && id.Unit.ID != i.UnitID && i.PlanID == p.ID {
		found.Add(finding.UnitMerged, finding.Given(id.unitName()), finding.Expected(id.Unit.Name))
		id.IssuedTo, id.Identity.UnitID = i.UnitID, id.Unit.ID
	}
	switch {
	case i.PlanID != p.ID:
		id.Unit = nil
		found.Add(finding.WrongPlan, finding.Given(id.planTitle()), finding.Expected(p.Title))
	case i.Layout < layout.Version:
		found.Add(finding.OldLayout, versions(i.Layout)...)
	case i.Layout > layout.Version:
		found.Add(finding.NewLayout, versions(i.Layout)...)
	case id.Unit == nil:
		found.Add(finding.UnknownUnit, finding.Given(id.unitName()))
	case year != 0 && i.Year != year:
		found.Add(finding.WrongYear, OtherYear(i.Year, year)...)
	case !p.Period.Holds(i.Year):
		found.Add(finding.WrongYear, finding.Given(text.Year(i.Year)), finding.Expected(text.Year(p.Period.First)+"至"+text.Year(p.Period.Last)),
			finding.Message("填报年度不在规划期内"))
	default:
		id.Standing = Ours
	}
	if st := id.Stamp; st != nil && id.Standing == Ours && planHash != "" && st.PlanHash != "" && st.PlanHash != planHash {
		found.Add(finding.PlanChanged)
	}
}

// planTitle names the plan a workbook is of as well as it is known.
func (id *Identified) planTitle() string {
	if id.Stamp != nil && id.Stamp.Plan != "" {
		return id.Stamp.Plan
	}
	return id.Identity.PlanID
}

func (id *Identified) unitName() string {
	if id.Stamp != nil && id.Stamp.Unit != "" {
		return id.Stamp.Unit
	}
	return id.Identity.UnitID
}

// final is the unit that reports in the place of one, in the end.
func final(p *plan.Plan, u *plan.Unit) *plan.Unit {
	for n := 0; u != nil && u.Successor != "" && n < len(p.Units); n++ {
		u = p.Unit(u.Successor)
	}
	return u
}

func unitByID(p *plan.Plan, id string) *plan.Unit {
	for i := range p.Units {
		if p.Units[i].ID == id {
			return &p.Units[i]
		}
	}
	return nil
}

// recognise is for a workbook without any stamp: rows copied into a new book. It
// goes by the words of the cover, and else says whether the tables are ours.
func recognise(b *ooxml.Book, p *plan.Plan, year int) (Identified, finding.List) {
	var found finding.List
	unit, stated := coverWords(b, p)
	switch {
	case !looksOurs(b, p, stated):
		found.Add(finding.NotOurs)
		return Identified{Standing: Foreign}, found
	case unit == nil || stated == 0:
		found.Add(finding.IdentityLost)
		return Identified{Standing: Refused}, found
	}
	id := Identified{Identity: layout.Identity{PlanID: p.ID, UnitID: unit.ID, Year: stated, Layout: layout.Version, Revision: 1}}
	found.Add(finding.IdentityRead, finding.Given(unit.Name+" "+text.Year(stated)))
	id.judge(p, year, "", &found)
	return id, found
}

// coverWords reads the unit and the year that the cover states.
func coverWords(b *ooxml.Book, p *plan.Plan) (unit *plan.Unit, year int) {
	for _, g := range b.Sheets {
		for i := range g.Rows {
			for j := range g.Rows[i].Cells {
				switch c := &g.Rows[i].Cells[j]; {
				case c.Kind != ooxml.Text, len(c.Text) >= sheet.Longest:
				case unit == nil && text.MayName(c.Text, layout.CoverUnit) && text.Label(c.Text) == layout.CoverUnit:
					unit = p.Unit(text.Trim(sheet.RightOf(g.Rows[i].Cells, j)))
				case year == 0 && text.MayName(c.Text, layout.CoverYear) && text.Label(c.Text) == layout.CoverYear:
					if l, n := text.Scan(text.Trim(sheet.RightOf(g.Rows[i].Cells, j))); n > 0 && l.Bounded() {
						year = int(l.Decimal().IntPart())
					}
				}
			}
		}
	}
	return unit, year
}

// looksOurs reports whether a sheet carries the headings of one of ours, of the year
// stated or of any. Catalogues and summaries share many headings; only returns
// have a cover, or 自检.
func looksOurs(b *ooxml.Book, p *plan.Plan, year int) bool {
	cover := slices.ContainsFunc(b.Sheets, func(g *ooxml.Grid) bool { return text.Key(g.Name) == layout.SheetOf(layout.Cover).Name })
	for _, s := range layout.Sheets() {
		for y := p.Period.First; y <= p.Period.Last && !s.Form; y++ {
			if year != 0 && y != year {
				continue
			}
			frame := layout.FrameOf(p, y)
			headings := text.Each(s.Columns, func(c layout.Column) string { return c.HeadingIn(frame) })
			if slices.ContainsFunc(b.Sheets, func(g *ooxml.Grid) bool {
				h := sheet.FindHead(g, sheet.Headings(headings))
				return h.Fits() && (cover || h.Cols[s.Index(layout.SelfCheck)] > 0)
			}) {
				return true
			}
		}
	}
	return false
}
