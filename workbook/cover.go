package workbook

import (
	"strconv"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// cover reads the cover: a form whose values stand to the right of their labels.
func (d *decoder) cover(fs *layout.FormSheet, g *ooxml.Grid) {
	s := &Sheet{Form: fs, Name: g.Name, Cols: make([]int, len(fs.Columns)), Headings: make([]string, len(fs.Columns)), byRef: map[string]int{"": 0}}
	row := Row{Sheet: s, Issued: &fs.Rows[0], Values: make([]Value, len(fs.Columns))}
	labels := sheet.FindLabels(g, sheet.Headings(fs.Headings))
	for i, at := range labels {
		if at.Row == 0 {
			d.labelMissing(fs.Headings[i], g, placeOfLabel(labels, i, g.Name))
			continue
		}
		if row.R == 0 || at.Row < row.R {
			row.R = at.Row
		}
		d.field(&row, i, at, g)
	}
	d.mergedFields(&row, g.Merges)
	d.coverStates(g)
	d.coverOutside(g, labels, s.Cols)
	s.Rows = []Row{row}
	var stamped *layout.StampedRow
	if st := d.stamped(fs); st != nil && len(st.Rows) > 0 {
		stamped = &st.Rows[0]
	}
	markPresets(&s.Rows[0], stamped)
	d.ret.Sheets = append(d.ret.Sheets, s)
}

// placeOfLabel is where a label stood that is gone: under the one before it and over
// the one after it, else the whole sheet.
func placeOfLabel(labels []sheet.Label, i int, tab string) finding.Place {
	var before, after sheet.Label
	if i > 0 {
		before = labels[i-1]
	}
	if i+1 < len(labels) {
		after = labels[i+1]
	}
	switch {
	case before.Row > 0 && (after.Row == before.Row+2 && after.Col == before.Col || i+1 == len(labels)):
		return finding.Place{Sheet: tab, Row: before.Row + 1, Col: before.Col}
	case i == 0 && after.Row > 1:
		return finding.Place{Sheet: tab, Row: after.Row - 1, Col: after.Col}
	}
	return finding.Place{Sheet: tab}
}

// labelMissing reports a field whose label is gone, or other words.
func (d *decoder) labelMissing(heading string, g *ooxml.Grid, p finding.Place) {
	opts := []finding.Option{finding.At(p), finding.Column(heading), finding.Message("缺少这一项")}
	if p.Row > 0 {
		what, given := "这一项的名称空着,所填内容未计入", finding.Nothing
		if words := sheet.TextIn(g, p.Row, p.Col); !text.Blank(words) {
			what, given = "这一项的名称不是下发时的,所填内容未计入", words
		}
		opts = append(opts, finding.Message(what), finding.Given(given), finding.Expected(heading), finding.Hint("请在这一格恢复“"+heading+"”,再报送"))
	}
	d.found.Add(finding.ColumnMissing, opts...)
}

// field reads one field of the cover.
func (d *decoder) field(row *Row, i int, at sheet.Label, g *ooxml.Grid) {
	s := row.Sheet
	cells := g.Rows[at.Index].Cells
	v := &row.Values[i]
	s.Headings[i] = s.Form.Headings[i]
	if at.Inside != "" {
		v.Place = finding.Place{Sheet: g.Name, Row: at.Row, Col: at.Col}
		s.Cols[i] = at.Col
		d.fill(v, &ooxml.Cell{Col: at.Col, Kind: ooxml.Text, Text: at.Inside}, s, i, row.Issued)
		d.found.Add(finding.TextRead, finding.At(v.Place), finding.Column(s.Headings[i]), finding.Given(cells[at.Cell].Text), finding.Message("填在了标题格里,读作 "+text.Trim(at.Inside)))
		return
	}
	if at.Edited {
		d.found.Add(finding.HeadingEdited, finding.At(finding.Place{Sheet: g.Name, Row: at.Row, Col: at.Col}), finding.Given(cells[at.Cell].Text), finding.Expected(s.Headings[i]))
	}
	c := valueCell(cells, at.Cell, lastOfMerge(g, at.Row, at.Col))
	v.Place = finding.Place{Sheet: g.Name, Row: at.Row, Col: c.Col}
	s.Cols[i] = c.Col
	d.fill(v, &c, s, i, row.Issued)
}

// lastOfMerge returns the last column of the cell, which may be a merged one.
func lastOfMerge(g *ooxml.Grid, row, col int) int {
	for _, m := range g.Merges {
		if m.Row1 == row && m.Col1 == col {
			return m.Col2
		}
	}
	return col
}

// valueCell returns the cell of a label's value: the next one, or where columns
// were inserted the first between the label and the 自检 formula in which
// something stands.
func valueCell(cells []ooxml.Cell, labelCell, last int) ooxml.Cell {
	next := cells[labelCell+1:]
	check := -1
	for i := range next {
		if next[i].Formula != ooxml.Plain && next[i].Col > last+1 {
			check = next[i].Col
			break
		}
	}
	for i := range next {
		c := &next[i]
		if c.Col == last+1 || c.Col < check && text.Trim(c.Text) != "" {
			return *c
		}
	}
	return ooxml.Cell{Col: last + 1}
}

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
