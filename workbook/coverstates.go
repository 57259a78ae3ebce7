package workbook

import (
	"strconv"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// ownForm is what to do where a sheet states another unit or year.
const ownForm = "请恢复原文;不是本单位本年度的表,请改用下发给本单位的填报表"

// coverStates holds the unit and the year that the cover states against those of
// the return, which go by the stamps. The cover is what a reader of the workbook
// believes, so another name on it is a fixed cell changed like any other.
func (d *decoder) coverStates(g *ooxml.Grid) {
	seen := map[string]bool{}
	for i := range g.Rows {
		cells := g.Rows[i].Cells
		for j := range cells {
			words := cells[j].Text
			if cells[j].Kind != ooxml.Text || !text.MayName(words, layout.CoverUnit) && !text.MayName(words, layout.CoverYear) {
				continue
			}
			l := text.Label(words)
			if l != layout.CoverUnit && l != layout.CoverYear || seen[l] {
				continue
			}
			seen[l] = true
			c := afterLabel(cells, j)
			if want, ok := d.stated(l, c.Text); !ok {
				d.found.Add(finding.FixedChanged, finding.At(finding.Place{Sheet: g.Name, Row: g.Rows[i].R, Col: c.Col}),
					finding.Column(l), finding.Given(c.Text), finding.Expected(want), finding.Hint(ownForm))
			}
		}
	}
}

// afterLabel returns the first cell after a label in which something stands.
func afterLabel(cells []ooxml.Cell, i int) ooxml.Cell {
	for _, c := range cells[i+1:] {
		if text.Trim(c.Text) != "" {
			return c
		}
	}
	return ooxml.Cell{}
}

// stated reports whether the cover states the unit or year of the return. A name
// that the unit had when the workbook was issued is its name; one that was cleared
// states nothing else.
func (d *decoder) stated(name, given string) (want string, ok bool) {
	form := d.ret.Form
	switch l := text.Label(given); l {
	case "", layout.CoverCode, layout.CoverDeadline:
		return "", true
	}
	if name == layout.CoverYear {
		l, n := text.Scan(text.Trim(given))
		return strconv.Itoa(form.Frame.Year), n > 0 && l.Bounded() && l.Decimal().IntPart() == int64(form.Frame.Year)
	}
	return form.Unit.Name, text.Squeeze(given) == text.Squeeze(form.Unit.Name) || d.sameUnit(form.Plan.Unit(text.Trim(given)))
}

// sameUnit reports whether it is the unit of the return, or the one it was issued to and has
// taken the place of.
func (d *decoder) sameUnit(u *plan.Unit) bool {
	return u != nil && (u.ID == d.ret.Form.Unit.ID || u.ID == d.issuedTo)
}
