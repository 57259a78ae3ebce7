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

// recognise is for a workbook without any stamp: rows copied into a new book. It
// goes by the words of the cover, and else says whether the tables are ours.
func recognise(b *ooxml.Book, p *plan.Plan, year int) (Identified, finding.List) {
	var found finding.List
	unit, stated := coverWords(b, p)
	ours := heads(b, p, stated)
	switch {
	case ours == 0:
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

// heads counts the sheets that carry the headings of one of ours, of the year
// stated or of any. Catalogues and summaries share many headings; only returns
// have a cover, or 自检.
func heads(b *ooxml.Book, p *plan.Plan, year int) int {
	n := 0
	cover := slices.ContainsFunc(b.Sheets, func(g *ooxml.Grid) bool { return text.Key(g.Name) == layout.SheetOf(layout.Cover).Name })
	for _, g := range b.Sheets {
		for _, s := range layout.Sheets() {
			if !s.Form && matchesAny(g, s, p, year, cover) {
				n++
				break
			}
		}
	}
	return n
}

func matchesAny(g *ooxml.Grid, s *layout.Sheet, p *plan.Plan, year int, cover bool) bool {
	check := s.Index(layout.SelfCheck)
	for y := p.Period.First; y <= p.Period.Last; y++ {
		if year != 0 && y != year {
			continue
		}
		if h := sheet.FindHead(g, sheet.Headings(expanded(s, layout.FrameOf(p, y)))); h.Fits() && (cover || h.Cols[check] > 0) {
			return true
		}
	}
	return false
}

func expanded(s *layout.Sheet, f layout.Frame) []string {
	headings := make([]string, len(s.Columns))
	for i := range s.Columns {
		headings[i] = s.Columns[i].HeadingIn(f)
	}
	return headings
}
