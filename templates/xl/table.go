package xl

import "github.com/shopspring/decimal"

// Table is a sheet of rows for the office: a title, a line on what to do, headings, and
// rows written one after the other. The headings are held in place, filtered and
// repeated on every page of A4.
type Table struct {
	Title, Note string
	Office      string // that keeps it, at the foot of every page
	Columns     []TableColumn
	Held        int // columns held in place beside the headings
}

// TableColumn is a column of a Table.
type TableColumn struct {
	Heading string
	Width   float64 // as Sheet.Width counts it
	Centred bool
	Hand    bool // to be filled in by people
	Aside   bool // it, and all after it, to the right of what is printed
}

// Entry is a cell of a row: a number where there is one, else a text. Its look is the
// column's where none is given.
type Entry struct {
	Text   string
	Number decimal.NullDecimal
	Look   Look
}

// Words are entries of text.
func Words(texts ...string) []Entry {
	list := make([]Entry, len(texts))
	for i, text := range texts {
		list[i].Text = text
	}
	return list
}

// Count is an entry of a whole number.
func Count(n int) Entry {
	return Entry{Number: decimal.NewNullDecimal(decimal.NewFromInt(int64(n)))}
}

// HandFill is the ground of what people fill in.
const HandFill = "FFF2CC"

// tableLetters are the sizes of a table's letters, in points.
const tableLetters = 9.0

// tableHead is the row of a table's headings.
const tableHead = 3

// TableSheet is a Table being written.
type TableSheet struct {
	*Sheet
	paper      Print
	columns    []TableColumn
	next, last int
}

// Table begins a sheet with its title and headings.
func (b *Book) Table(name string, l Table) *TableSheet {
	s := &TableSheet{Sheet: b.Sheet(name), columns: l.Columns, next: tableHead + 1, last: tableHead}
	s.Text(1, 1, l.Title, b.Style(Style{Bold: true, Size: 16}))
	head := b.Style(Style{Size: tableLetters, Bold: true, Fill: "D9E1F2", Border: Thin, Wrap: true, Align: Middle, VAlign: Middle})
	lines, across, printed, aside := 1, 0.0, 0, false
	for i, c := range l.Columns {
		s.Width(i+1, i+1, c.Width)
		s.Text(tableHead, i+1, c.Heading, head)
		lines = max(lines, Lines(c.Heading, c.Width, tableLetters))
		if aside = aside || c.Aside; !aside {
			printed = i + 1
			across += c.Width
		}
	}
	s.Height(tableHead, RowHeight(lines, tableLetters))
	s.Text(2, 1, l.Note, b.Style(Style{Size: tableLetters, Color: "595959", Wrap: true, VAlign: Middle}))
	s.Merge(Range{Row1: 2, Col1: 1, Row2: 2, Col2: printed})
	s.Height(2, RowHeight(Lines(l.Note, across, tableLetters), tableLetters))
	s.Freeze(tableHead, l.Held)
	s.paper = Print{Rows: [2]int{tableHead, tableHead}, CentreAcross: true, Area: &Range{Row1: 1, Col1: 1, Row2: tableHead, Col2: printed},
		Footer: HeaderFooter{Left: l.Office, Centre: name, Right: PageOf}}
	s.PrintAs(s.paper)
	return s
}

// Row writes a row of the table.
func (s *TableSheet) Row(entries []Entry) {
	s.last = s.next
	s.write(entries)
	s.Filter(Range{Row1: tableHead, Col1: 1, Row2: s.last, Col2: len(s.columns)})
}

// Below writes a row that is below the table, after a blank one.
func (s *TableSheet) Below(entries []Entry) {
	if s.next == s.last+1 {
		s.next++
	}
	s.write(entries)
}

func (s *TableSheet) write(entries []Entry) {
	lines := 1
	for i, e := range entries {
		c := s.columns[i]
		switch style := s.style(c, e.Look); {
		case e.Number.Valid:
			s.Number(s.next, i+1, e.Number.Decimal, style)
		default:
			s.Text(s.next, i+1, e.Text, style)
			lines = max(lines, Lines(e.Text, c.Width, tableLetters))
		}
	}
	s.Height(s.next, RowHeight(lines, tableLetters))
	s.paper.Area.Row2 = s.next
	s.next++
}

// style is how a cell of a column looks; below the table all are people's.
func (s *TableSheet) style(c TableColumn, look Look) StyleID {
	style := Style{Size: tableLetters, Border: Thin, Wrap: true, VAlign: Middle, Fill: look.Fill, Color: look.Color, Bold: look.Bold, Strike: look.Strike}
	if c.Centred {
		style.Align = Middle
	}
	if look.Fill == "" && (c.Hand || s.next > s.last) {
		style.Fill = HandFill
	}
	return s.book.Style(style)
}
