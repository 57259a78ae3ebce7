package xl

import (
	"math"

	"tianbao/seeds/text"
)

// tableSheet is a sheet of a Table while it is drawn.
type tableSheet struct {
	*Table
	s      *Sheet
	styles map[entryLook]StyleID
	size   float64 // of the letters
	head   int     // row of the headings
	next   int     // row to write
	paper  int     // last row that is printed
	spread int     // cells so far that go over several rows
	joins  []joined
}

// joined is the cell that equal neighbours below it are joined with.
type joined struct {
	Entry
	from int // its row
}

// entryLook is what decides the look of a cell.
type entryLook struct {
	Look
	col  int
	own  bool // below the table
	link bool
}

// top writes title, note and headings.
func (d *tableSheet) top() {
	d.head = 1
	if d.Title != "" {
		d.head = TableHead
		d.over(1, d.Title, 4, Style{Bold: true, Size: TitleSize, Align: Middle, VAlign: Middle, Wrap: true})
		d.over(2, d.Note, 0, Style{Size: d.size, VAlign: Middle, Wrap: true})
	}
	head := d.s.book.Style(Style{Bold: true, Size: d.size, Fill: d.ground(HeadFill), Border: Thin, Align: Middle, VAlign: Middle, Wrap: true})
	lines := 1
	for i, c := range d.Columns {
		d.s.Text(d.head, i+1, c.Heading, head)
		d.s.width(width{col1: i + 1, col2: i + 1, chars: c.Width, hidden: c.Hidden})
		lines = max(lines, Lines(c.Heading, c.Width, d.size))
	}
	d.s.Height(d.head, RowHeight(lines, d.size))
	d.paper, d.next = d.head, d.head+1
}

// over writes a text over all that is printed.
func (d *tableSheet) over(row int, words string, spare float64, style Style) {
	words = text.Worded(words)
	d.s.Text(row, 1, words, d.s.book.Style(style))
	d.s.Height(row, RowHeight(Lines(words, d.widths(0), style.Size), style.Size)+spare)
	d.merge(row, 1)
}

// widths is how wide the printed columns are from one on.
func (d *tableSheet) widths(from int) (sum float64) {
	for _, c := range d.Columns[min(from, d.Printed()):d.Printed()] {
		sum += c.Width
	}
	return sum
}

// merge joins the printed cells of a row from a column on.
func (d *tableSheet) merge(row, col int) {
	if printed := d.Printed(); col < printed {
		d.s.Merge(Range{Row1: row, Col1: col, Row2: row, Col2: printed})
	}
}

func (t *Table) ground(fill string) string {
	if t.Plain {
		return ""
	}
	return fill
}

// rows writes as many rows as fit on the sheet and returns how many.
func (d *tableSheet) rows(rows []TableRow) int {
	for i := range rows {
		r := &rows[i]
		cells := r.Entries()
		if r.lines == 0 {
			r.lines = d.lines(r, cells)
		}
		span := d.span(r.lines)
		if i > 0 && d.next+span-1 > d.s.book.Rows {
			return i
		}
		if r.Placed != nil {
			r.Placed(d.s.name, d.next)
		}
		if r.Band != "" {
			d.band(r.Band)
		} else {
			d.row(cells, r, span, false)
		}
		d.join(cells)
		if d.next += span; len(rows)-1-i >= d.Unprinted {
			d.paper = d.next - 1
		}
	}
	return len(rows)
}

// spare: a text of so many lines gets one more, for programs break lines differently.
const spare = 5

// lines is how many lines the tallest cell of a row takes.
func (d *tableSheet) lines(r *TableRow, cells []Entry) int {
	if d.Use == ToRead {
		cells = cells[:min(len(cells), d.Printed())]
	}
	most := 1
	for i, e := range cells {
		if i >= d.Joined && e.Text != "" {
			width := d.Columns[i].Width
			if r.Wide && i == len(cells)-1 {
				width = d.widths(i)
			}
			n := Lines(e.Text, width, d.size)
			most = max(most, n+n/spare)
		}
	}
	return most
}

// mostSpread is how many cells of a sheet may go over several rows; past them rows stay as
// high as one can be. Readers have a limit of merged cells, our own among them.
const mostSpread = 10000

// span is how many rows of the sheet so many lines take.
func (d *tableSheet) span(lines int) int {
	n := max(1, (lines+MaxLines(d.size)-1)/MaxLines(d.size))
	if n == 1 || d.Use != ToRead || d.spread+len(d.Columns) > mostSpread {
		return 1
	}
	d.spread += len(d.Columns)
	return n
}

const bandHeight = 18.0

func (d *tableSheet) band(words string) {
	style := d.s.book.Style(Style{Bold: true, Size: d.size, Fill: d.ground("F2F2F2"), Border: Across, VAlign: Middle})
	d.s.Text(d.next, 1, words, style)
	for i := 1; i < len(d.Columns); i++ {
		d.s.Blank(d.next, i+1, style)
	}
	d.s.Height(d.next, bandHeight)
}

// row writes the cells of a row, those that are not given blank.
func (d *tableSheet) row(cells []Entry, r *TableRow, span int, own bool) {
	for i := range d.Columns {
		var e Entry
		if i < len(cells) {
			e = cells[i]
		}
		style := d.style(entryLook{e.Look, i, own, e.Link != ""})
		if e.Number.Valid {
			d.s.Number(d.next, i+1, e.Number.Decimal, style)
		} else {
			d.s.Text(d.next, i+1, e.Text, style)
		}
		if e.Link != "" && len(d.s.links) < maxLinks {
			d.s.links = append(d.s.links, link{from: Cell(d.next, i+1), to: e.Link})
		}
		if span > 1 && i >= d.Joined {
			d.s.Merge(Column(i+1, d.next, d.next+span-1))
		}
	}
	if r.Wide {
		d.merge(d.next, len(cells))
	}
	for k := range span {
		d.s.Height(d.next+k, RowHeight((r.lines+span-1)/span, d.size))
		d.s.group(d.next+k, r.Level)
	}
}

// style is how a cell looks; below the table all are people's.
func (d *tableSheet) style(key entryLook) StyleID {
	if id, ok := d.styles[key]; ok {
		return id
	}
	c, look := d.Columns[key.col], key.Look
	if look == (Look{}) {
		look = c.Look
	}
	if d.Plain {
		look = Look{}
	}
	style := Style{Size: d.size, Border: Thin, Wrap: true, VAlign: Middle, Fill: look.Fill, Color: look.Color, Bold: look.Bold, Strike: look.Strike}
	if c.Centred {
		style.Align = Middle
	}
	if d.Use == ToEdit {
		style.VAlign, style.NumFmt = Top, "@"
	}
	if look.Fill == "" && (c.Hand || key.own) {
		style.Fill, style.Unlocked = HandFill, true
	}
	if key.link {
		style.Color, style.Underline = LinkColor, true
	}
	d.styles[key] = d.s.book.Style(style)
	return d.styles[key]
}

// join joins equal neighbours of the first columns; a row without cells ends it.
func (d *tableSheet) join(cells []Entry) {
	for c := range d.joins {
		j := &d.joins[c]
		if j.from > 0 && len(cells) > c && cells[c] == j.Entry {
			continue
		}
		if j.from > 0 && d.next-1 > j.from {
			d.s.Merge(Column(c+1, j.from, d.next-1))
		}
		if *j = (joined{}); len(cells) > c {
			*j = joined{cells[c], d.next}
		}
	}
}

// finish ends the table, writes what is below it where nothing of it is left, and sets
// what a reader and a printer need.
func (d *tableSheet) finish(whole bool) {
	d.join(nil)
	table := Range{Row1: d.head, Col1: 1, Row2: d.next - 1, Col2: len(d.Columns)}
	if whole && len(d.Below) > 0 {
		d.next++
		for i := range d.Below {
			r := &d.Below[i]
			r.lines = d.lines(r, r.Cells)
			d.row(r.Cells, r, 1, true)
			d.paper = d.next
			d.next++
		}
	}
	d.s.Freeze(d.head+1, d.Held+1)
	d.s.Filter(table)
	d.s.NumbersAsText(table)
	d.s.summaryTop = true
	print := Print{Rows: [2]int{d.head, d.head}, Area: &Range{Row1: 1, Col1: 1, Row2: d.paper, Col2: d.Printed()}, CentreAcross: true,
		Footer: HeaderFooter{Left: d.Office, Centre: d.Name, Right: PageOf}}
	if d.Use == ToEdit && d.Held > 0 {
		print.Cols, print.Across = [2]int{1, d.Held}, d.pages()
	}
	d.s.PrintAs(print)
}

// pages is over how many pages of A4 side by side the columns are printed at 8 points or
// more, breaks between columns included and those held in place on each.
func (d *tableSheet) pages() int {
	const page = 112.5 * BodySize / 8.5 // characters of a column's width
	rest := d.widths(d.Held)
	return max(int(math.Ceil(rest/(page-d.widths(0)+rest))), 1)
}
