package store

import (
	"cmp"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// edited names the figures of the summary's own year that somebody has changed on its
// sheets since it was made. They do not count, since nothing says on what ground.
func (st *kept) edited(book *ooxml.Book) (found finding.List) {
	for i := range st.tabs {
		t := &st.tabs[i]
		g := book.Sheet(t.Name)
		if g == nil || t.RefCol == 0 || t.UnitCol != 0 {
			continue
		}
		for j := range g.Rows {
			row := &g.Rows[j]
			ref := text.Trim(sheet.TextAt(row.Cells, t.RefCol))
			if row.R <= t.Head || !st.knows(t.Sheet, ref) {
				continue
			}
			for _, col := range t.Columns() {
				st.editedCell(g, row, col, Spot{Year: t.Cols[col].Year, Sheet: t.Sheet, Ref: ref, Col: t.Cols[col].Key}, &found)
			}
		}
	}
	return found
}

// knows reports a row of the summary, of which a verdict is kept.
func (st *kept) knows(key layout.SheetKey, ref string) bool {
	_, ok := st.history.verdicts[Spot{Year: st.year, Sheet: key, Ref: ref}]
	return ok
}

// stated is what the catalogue says of an indicator's year, which goes before what was
// reported.
func (st *kept) stated(s Spot) string {
	if in := s.subject(st.history.plan).Indicator; in != nil && s.Col == layout.Actual {
		return in.Values[s.Year]
	}
	return ""
}

// editedCell holds a figure against the one that counted. Words in its place are the
// summary's own: 待核实, 不适用.
func (st *kept) editedCell(g *ooxml.Grid, row *ooxml.Row, col int, s Spot, found *finding.List) {
	c := s.Column()
	if s.Year != st.year || c == nil || c.Kind != layout.Number {
		return
	}
	shown, kept := sheet.TextAt(row.Cells, col), cmp.Or(st.stated(s), st.history.settled[s].text)
	now, isNumber := text.Decimal(shown)
	then := Number(kept)
	switch {
	case isNumber && then.Valid && now.Equal(then.Decimal):
		return
	case !isNumber && (!then.Valid || !text.Blank(shown)), s.Col == layout.BaseValue && kept == "":
		return
	case text.Blank(shown):
		shown = "空"
	case kept == "":
		kept = "空"
	}
	found.Add(finding.SummaryEdited, finding.At(finding.Place{Sheet: g.Name, Row: row.R, Col: col}), finding.Row(s.Ref),
		finding.Column(s.Heading(st.history.plan)), finding.Given(shown), finding.Expected(kept))
}
