package register

import (
	"strings"

	"tianbao/seeds/finding"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// Read takes what the clerk wrote from a register, by unit. Rows are found by the
// unit's name and columns by heading, wherever they have moved. The findings name
// days that cannot be read; these count as not written.
func Read(b *ooxml.Book) (map[string]Entry, finding.List) {
	var found finding.List
	entries := map[string]Entry{}
	for _, g := range b.Sheets {
		cols, head := headings(g)
		if head == 0 {
			continue
		}
		for i := range g.Rows {
			r := &g.Rows[i]
			unit := strings.TrimSpace(cell(r, cols[headUnit]).Text)
			if r.R <= head || unit == "" {
				continue
			}
			e := Entry{Stamped: strings.TrimSpace(cell(r, cols[headStamped]).Text)}
			e.Received = dayOf(b, g, r, cols[headReceived], headReceived, &found)
			e.Extended = dayOf(b, g, r, cols[headExtended], headExtended, &found)
			entries[unit] = e
		}
	}
	return entries, found
}

// Is reports whether a workbook is a register.
func Is(b *ooxml.Book) bool {
	for _, g := range b.Sheets {
		if _, head := headings(g); head > 0 {
			return true
		}
	}
	return false
}

// headings finds the row that names the unit and the clerk's columns.
func headings(g *ooxml.Grid) (cols map[string]int, row int) {
	for i := range g.Rows {
		cols := map[string]int{}
		for _, c := range g.Rows[i].Cells {
			switch text := strings.TrimSpace(c.Text); text {
			case headUnit, headReceived, headStamped, headExtended:
				cols[text] = c.Col
			}
		}
		if cols[headUnit] > 0 && cols[headReceived] > 0 {
			return cols, g.Rows[i].R
		}
	}
	return nil, 0
}

func cell(r *ooxml.Row, col int) *ooxml.Cell {
	for i := range r.Cells {
		if r.Cells[i].Col == col {
			return &r.Cells[i]
		}
	}
	return &ooxml.Cell{}
}

func dayOf(b *ooxml.Book, g *ooxml.Grid, r *ooxml.Row, col int, heading string, found *finding.List) string {
	c := cell(r, col)
	if strings.TrimSpace(c.Text) == "" {
		return ""
	}
	text, ok := sheet.Day(c, b.Date1904)
	if !ok {
		found.Add(finding.DateFormat, finding.At(finding.Place{Sheet: g.Name, Row: r.R, Col: col}),
			finding.Column(heading), finding.Given(c.Text), finding.Expected("日期,如 2025-03-31"))
	}
	return text
}
