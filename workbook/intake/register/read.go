package register

import (
	"cmp"
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// Kept is what people and earlier runs left in a register.
type Kept struct {
	Entries map[string]Entry  // by unit
	Seen    map[string]string // SHA-256 of a return → the day on which a run first saw it
	Lost    string            // what writing it anew would lose; "" where nothing
	Moved   []string          // what was typed into columns of ours, and where it goes

	Asked map[string][]layout.Proposal // what units were asked in the round 征求意见; not read from the register

	askedOn map[string]string // by unit: the day on which a run first saw that
	columns []string          // headings of the clerk's own columns, in order
	cells   map[string][]cell // of these, by unit
	rows    [][]cell          // of the clerk's own, by column of the register written

	looks  map[string]map[string]xl.Look // by unit and heading of ours
	widths map[string]float64            // by heading, where the clerk changed it
	wrote  map[string]map[string]string  // by unit and heading: what the last run wrote
}

// cell is what is in a cell of the clerk's own.
type cell struct {
	text   string
	number bool
	look   xl.Look
}

// Read takes what is in a register of a plan. Rows are found by the unit's name and
// columns by heading, wherever they have moved; a day without a year is of the year
// after the one reported on. The findings name days that cannot be read, which stay as
// they were written. looks tells how the cells of a sheet look; nil where that is not to
// be kept.
func Read(b *ooxml.Book, looks func(sheet string, rows, cols int) *xl.Looks, p *plan.Plan, year int) (*Kept, finding.List) {
	k := NewKept()
	r := reader{Kept: k, book: b, units: p.Names(), year: year}
	for _, g := range b.Sheets {
		if g.Name == layout.StampSheet {
			r.memory(g)
		}
	}
	for _, g := range b.Sheets {
		switch cols, head := headings(g); {
		case g.Name == layout.StampSheet:
		case head > 0 && !r.read:
			r.read = true
			for _, n := range g.Notes {
				k.lose(cmp.Or(finding.Place{Sheet: g.Name, Row: n.Row, Col: n.Col}.Cell(), "表上") + " 的批注、文本框或图片")
			}
			if last := len(g.Rows) - 1; looks != nil {
				r.seen = looks(g.Name, g.Rows[last].R, widest(g))
			}
			r.grid(g, cols, head)
		case len(g.Rows) > 0:
			k.lose("另有工作表“" + g.Name + "”")
		}
	}
	return k, r.found
}

// reader is one Read on its way.
type reader struct {
	*Kept
	book  *ooxml.Book
	units map[string]*plan.Unit
	seen  *xl.Looks // of the sheet; nil where that is not to be kept
	year  int
	read  bool
	found finding.List
}

func (k *Kept) lose(what string) {
	k.Lost = cmp.Or(k.Lost, what)
}

// memory reads what earlier runs left on the hidden sheet.
func (r *reader) memory(g *ooxml.Grid) {
	for i := range g.Rows {
		c := g.Rows[i].Cells
		switch what, name, day := sheet.TextAt(c, 1), sheet.TextAt(c, 2), sheet.TextAt(c, 3); what {
		case memorySeen:
			r.Seen[strings.Clone(name)] = strings.Clone(day)
		case memoryAsked:
			r.askedOn[strings.Clone(name)] = strings.Clone(day)
		case memoryUnit:
			wrote := map[string]string{}
			for col := 3; sheet.TextAt(c, col) != ""; col += 2 {
				wrote[strings.Clone(sheet.TextAt(c, col))] = strings.Clone(sheet.TextAt(c, col+1))
			}
			r.wrote[strings.Clone(name)] = wrote
		}
	}
}

// widest is the last column in which anything stands.
func widest(g *ooxml.Grid) (col int) {
	for i := range g.Rows {
		if n := len(g.Rows[i].Cells); n > 0 {
			col = max(col, g.Rows[i].Cells[n-1].Col)
		}
	}
	return col
}

// grid reads the table: cols are the columns of the file by heading.
func (r *reader) grid(g *ooxml.Grid, cols map[string]int, head int) {
	ours := make([]int, len(headingWords)) // by column of the register: that of the file
	for i, word := range headingWords {
		ours[i] = cols[word]
	}
	own := r.ownColumns(g, ours, head)
	r.wide(cols, own)
	for i := range g.Rows {
		row := &g.Rows[i]
		name := text.Trim(sheet.TextAt(row.Cells, cols[headUnit]))
		u, twice := r.units[name], false
		if u != nil {
			_, twice = r.Entries[u.Name]
		}
		switch {
		case row.R == head, row.R < head && r.title(row):
		case row.R > head && u != nil && !twice:
			r.entry(g, row, u.Name, cols, own)
		case row.R > head && r.wrote[name] != nil && r.untouched(row, cols, own):
		default:
			r.row(g, row, slices.Concat(ours, own))
		}
	}
}

// title reports whether it is a row above the table that the program wrote.
func (r *reader) title(row *ooxml.Row) bool {
	return !slices.ContainsFunc(row.Cells, func(c ooxml.Cell) bool {
		t := text.Trim(c.Text)
		return t != "" && !strings.HasSuffix(t, titleWords) && !strings.HasPrefix(t, noteWords)
	})
}

// ownColumns finds the columns that are none of the register's: with a heading, or
// with something below.
func (r *reader) ownColumns(g *ooxml.Grid, ours []int, head int) (own []int) {
	seen := map[int]string{}
	for i := range g.Rows {
		for _, c := range g.Rows[i].Cells {
			if g.Rows[i].R < head || text.Blank(c.Text) && c.Formula == ooxml.Plain || slices.Contains(ours, c.Col) {
				continue
			}
			if _, there := seen[c.Col]; !there || g.Rows[i].R == head {
				seen[c.Col] = ""
			}
			if g.Rows[i].R == head {
				seen[c.Col] = text.Trim(strings.Clone(c.Text))
			}
		}
	}
	for col := range seen {
		own = append(own, col)
	}
	slices.Sort(own)
	for _, col := range own {
		r.columns = append(r.columns, seen[col])
	}
	return own
}

// entry reads the row of a unit.
func (r *reader) entry(g *ooxml.Grid, row *ooxml.Row, unit string, cols map[string]int, own []int) {
	e := Entry{}
	if c, out := r.counts(g, row, cols[headStamped], headStamped); c != nil {
		e.Stamped = text.Trim(strings.Clone(c.Text))
	} else {
		e.stampedAs = out
	}
	e.Received, e.receivedAs = r.day(g, row, cols[headReceived], headReceived)
	e.Extended, e.extendedAs = r.day(g, row, cols[headExtended], headExtended)
	e.Reminded = r.days(g, row, cols[headReminded])
	r.Entries[unit] = e
	for _, col := range own {
		r.cells[unit] = append(r.cells[unit], r.cell(g, row, col))
	}
	r.looks[unit] = map[string]xl.Look{}
	for _, heading := range headingWords {
		if look := r.look(row.R, cols[heading]); look != (xl.Look{}) {
			r.looks[unit][heading] = look
		}
	}
	r.typed(row, unit, cols)
}

// untouched reports whether the row of a unit is no more, in which nobody wrote.
func (r *reader) untouched(row *ooxml.Row, cols map[string]int, own []int) bool {
	hand := append([]int{cols[headReceived], cols[headStamped], cols[headExtended], cols[headReminded]}, own...)
	return !slices.ContainsFunc(hand, func(col int) bool { return col > 0 && !text.Blank(sheet.TextAt(row.Cells, col)) })
}

// row keeps a row that is no unit's.
func (r *reader) row(g *ooxml.Grid, row *ooxml.Row, cols []int) {
	cells, any := make([]cell, len(cols)), false
	for i, col := range cols {
		if col > 0 {
			cells[i] = r.cell(g, row, col)
			any = any || cells[i].text != ""
		}
	}
	if any {
		r.rows = append(r.rows, cells)
	}
}

// cell keeps a cell of the clerk's own; a formula cannot be kept.
func (r *reader) cell(g *ooxml.Grid, row *ooxml.Row, col int) cell {
	kept := r.bare(g, row, col)
	kept.look = r.look(row.R, col)
	return kept
}

// bare is a cell without its look.
func (r *reader) bare(g *ooxml.Grid, row *ooxml.Row, col int) cell {
	c := sheet.At(row.Cells, col)
	switch {
	case c == nil || text.Blank(c.Text) && c.Formula == ooxml.Plain:
		return cell{}
	case c.Formula != ooxml.Plain:
		r.lose(finding.Place{Sheet: g.Name, Row: row.R, Col: col}.Cell() + " 里的公式")
	case c.Kind == ooxml.Number && c.Format == ooxml.Date:
		return cell{text: sheet.ShownDate(c.Text, r.book.Date1904)}
	}
	return cell{text: strings.Clone(c.Text), number: c.Kind == ooxml.Number && c.Format == ooxml.General}
}

// Is reports whether a workbook is a register.
func Is(b *ooxml.Book) bool {
	return slices.ContainsFunc(b.Sheets, func(g *ooxml.Grid) bool {
		_, head := headings(g)
		return head > 0
	})
}

// headings finds the row that names the unit and a column that people fill in: by our
// words, or by such as begin alike where nothing else does.
func headings(g *ooxml.Grid) (cols map[string]int, row int) {
	h := sheet.FindHead(g, sheet.Headings(headingWords))
	cols = map[string]int{}
	for i, word := range headingWords {
		cols[word] = h.Cols[i]
	}
	if cols[headUnit] == 0 {
		return nil, 0
	}
	for _, word := range handWords {
		if cols[word] == 0 {
			cols[word] = alike(h.Cells, word)
		}
	}
	if slices.ContainsFunc(handWords, func(word string) bool { return cols[word] > 0 }) {
		return cols, h.Row
	}
	return nil, 0
}

// alike finds the only column whose heading begins like a word, 0 where there is none.
func alike(cells []ooxml.Cell, word string) (col int) {
	const runes = 2
	begin := string([]rune(word)[:runes])
	for _, c := range cells {
		t := text.Label(c.Text)
		if !strings.HasPrefix(t, begin) || slices.Contains(headingWords, t) {
			continue
		}
		if col > 0 {
			return 0
		}
		col = c.Col
	}
	return col
}
