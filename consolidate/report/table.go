package report

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	marks "tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// table is a sheet of rows under headings, before it is drawn.
type table struct {
	name    string
	title   string
	note    string
	columns []column
	rows    []row
	below   int             // of these, at the end, how many are not printed
	about   layout.SheetKey // whose rows these are, for trace
	refCol  int             // column of the 编号 from 1, 0 where none
	unitCol int             // column of the unit's name, 0 where rows are citywide
	merged  int             // columns from the first on whose equal neighbours are joined
	freeze  int             // columns held in place
	leaders bool            // a page of leaders: black on white
}

// column is a column of a table.
type column struct {
	heading string
	width   float64
	look    look
	key     layout.Key // what it shows, for trace; "" where nothing of a return
	year    int
	aside   bool // to the right of what is printed, as all columns after it
	hidden  bool
}

// look is how a column's cells stand.
type look uint8

const (
	left   look = iota // wrapped text
	centre             // short words
	figure             // numbers
	entry              // to be filled in
)

// row is a row of a table. A band is a heading row within the table.
type row struct {
	ref   string // what links lead to
	cells []cellValue
	late  func() []cellValue // makes the cells each time they are drawn: of rows of which there may be a million
	lines int                // how many lines it takes; 0 where it has not been seen
	band  bool
	level int
}

// cellValue is a text or a number with a tone.
type cellValue struct {
	text   string
	number decimal.NullDecimal
	tone   tone
}

// tone is the colour of a cell; the word is in it too.
type tone uint8

const (
	plainTone tone = iota
	good
	fair
	bad
	mute
)

var toneFill = map[tone]string{good: "E2EFDA", fair: "FFF2CC", bad: "F8CBAD", mute: "EDEDED"}
var toneColor = map[tone]string{good: "375623", fair: "7F6000", bad: "9C0006", mute: "595959"}

// later adds a row whose cells are made as it is drawn.
func (t *table) later(level int, cells func() []cellValue) {
	t.rows = append(t.rows, row{level: level, late: cells})
}

func text(s string) cellValue { return cellValue{text: s} }
func number(n int) cellValue {
	return cellValue{number: decimal.NewNullDecimal(decimal.NewFromInt(int64(n)))}
}
func toned(s string, t tone) cellValue { return cellValue{text: s, tone: t} }

// amount is a number where there is one, else what is said instead.
func amount(n decimal.NullDecimal, instead string) cellValue {
	return cellValue{number: n, text: marks.If(!n.Valid, instead)}
}

// value is a settled text drawn as a number where it is one.
func value(s string) cellValue {
	if n := store.Number(s); n.Valid && len(strings.TrimLeft(s, "-0.")) <= 16 {
		return cellValue{number: n}
	}
	return text(s)
}

const (
	titleRow  = 1
	noteRow   = 2
	headRow   = 3
	firstRow  = 4
	bodySize  = 9.0
	bandHigh  = 18.0
	spare     = 5 // a line more for every so many: programs break lines differently
	titleSize = 15.0
)

// draw writes the table, on further sheets where it is longer than one can be.
func (w *writer) draw(t *table) {
	w.parts(t.name, len(t.rows), func(s *xl.Sheet, from int) int { return w.drawPart(t, s, t.rows[from:]) })
}

// parts draws n rows on as many sheets as they need; part draws as many as fit on one,
// and returns how many.
func (w *writer) parts(name string, n int, part func(s *xl.Sheet, from int) int) {
	for from, k := 0, 1; ; k++ {
		s, begin, done := w.book.Sheet(partName(name, k)), from, 0
		s.Draw(func() { done = part(s, begin) })
		if from += done; from >= n {
			return
		}
	}
}

func partName(name string, part int) string {
	if part > 1 {
		name += " " + strconv.Itoa(part)
	}
	return name
}

// drawPart writes as many rows as fit and returns how many.
func (w *writer) drawPart(t *table, s *xl.Sheet, rows []row) int {
	w.frame(t, s)
	at, done, paper := firstRow, 0, headRow
	joins, joined := newJoins(t.merged), 0
	for i := range rows {
		r := rows[i]
		if r.late != nil {
			r.cells = r.late()
		}
		if r.lines == 0 {
			r.lines = t.lines(&r)
			rows[i].lines = r.lines
		}
		span := t.over(r.lines, &joined)
		if at+span > w.rows && done > 0 {
			break
		}
		w.drawRow(t, s, &r, at, span)
		joins.add(s, &r, at, span)
		if r.ref != "" {
			w.places[placeKey{t.name, r.ref}] = place{s.Name(), at}
		}
		at += span
		if done++; len(rows)-done >= t.below {
			paper = at - 1
		}
	}
	joins.close(s)
	w.finish(t, s, at-1, paper)
	return done
}

// mostJoins is how many merged cells a sheet may have; past them tall rows stay as
// high as a row can be. Readers have a limit too, our own among them.
const mostJoins = 10000

// over is over how many rows of the sheet a row of the table goes: one, unless it
// is higher than a row can be. joined are the merged cells of the sheet so far.
func (t *table) over(lines int, joined *int) int {
	n := max(1, (lines+xl.MaxLines(bodySize)-1)/xl.MaxLines(bodySize))
	if n == 1 || *joined+len(t.columns) > mostJoins {
		return 1
	}
	*joined += len(t.columns)
	return n
}

// frame writes title, note and headings.
func (w *writer) frame(t *table, s *xl.Sheet) {
	last := t.printed()
	s.Text(titleRow, 1, t.title, w.book.Style(xl.Style{Bold: true, Size: titleSize, Align: xl.Middle, VAlign: xl.Middle, Wrap: true}))
	s.Merge(xl.Range{Row1: titleRow, Col1: 1, Row2: titleRow, Col2: last})
	s.Height(titleRow, xl.RowHeight(xl.Lines(t.title, t.span(last), titleSize), titleSize)+4)
	s.Text(noteRow, 1, t.note, w.book.Style(xl.Style{Size: bodySize, VAlign: xl.Middle, Wrap: true}))
	s.Merge(xl.Range{Row1: noteRow, Col1: 1, Row2: noteRow, Col2: last})
	s.Height(noteRow, xl.RowHeight(xl.Lines(t.note, t.span(last), bodySize), bodySize))
	head := w.book.Style(xl.Style{Bold: true, Size: bodySize, Fill: marks.If(!t.leaders, "D9E2F3"), Border: xl.Thin, Align: xl.Middle, VAlign: xl.Middle, Wrap: true})
	lines := 1
	for i, c := range t.columns {
		s.Text(headRow, i+1, c.heading, head)
		lines = max(lines, xl.Lines(c.heading, c.width, bodySize))
		if c.hidden {
			s.HideCols(i+1, i+1, c.width)
		} else {
			s.Width(i+1, i+1, c.width)
		}
	}
	s.Height(headRow, xl.RowHeight(lines, bodySize))
}

// printed is the last column that is printed.
func (t *table) printed() int {
	for i, c := range t.columns {
		if c.aside || c.hidden {
			return max(i, 1)
		}
	}
	return len(t.columns)
}

func (t *table) span(last int) float64 {
	sum := 0.0
	for _, c := range t.columns[:last] {
		if !c.hidden {
			sum += c.width
		}
	}
	return sum
}

// lines is how many lines the row's tallest cell takes, of what is printed.
func (t *table) lines(r *row) int {
	most := 1
	if r.band {
		return most
	}
	for i, c := range r.cells[:t.printed()] {
		if i >= t.merged && c.text != "" {
			n := xl.Lines(c.text, t.columns[i].width, bodySize)
			most = max(most, n+n/spare)
		}
	}
	return most
}

func (w *writer) drawRow(t *table, s *xl.Sheet, r *row, at, span int) {
	if r.band {
		band := w.book.Style(xl.Style{Bold: true, Size: bodySize, Fill: marks.If(!t.leaders, "F2F2F2"), Border: xl.Across, VAlign: xl.Middle})
		for i := range t.columns {
			s.Blank(at, i+1, band)
		}
		s.Text(at, 1, r.cells[0].text, band)
		s.Height(at, bandHigh)
		return
	}
	for i := range t.columns {
		c := r.cells[i]
		if t.leaders {
			c.tone = plainTone
		}
		w.drawCell(s, at, i+1, c, t.columns[i].look)
		if span > 1 && i >= t.merged {
			s.Merge(xl.Column(i+1, at, at+span-1))
		}
	}
	each := (r.lines + span - 1) / span
	for k := range span {
		s.Height(at+k, max(16, xl.RowHeight(each, bodySize)))
		if r.level > 0 {
			s.Outline(at+k, r.level)
		}
	}
}

func (w *writer) drawCell(s *xl.Sheet, at, col int, c cellValue, l look) {
	id := w.cellStyle(cellLook{l, c.tone})
	switch {
	case c.number.Valid:
		s.Number(at, col, c.number.Decimal, id)
	case c.text != "":
		kept, _ := consolidate.Fit(c.text)
		s.Text(at, col, kept, id)
	default:
		s.Blank(at, col, id)
	}
}

// cellLook is what decides a cell's style.
type cellLook struct {
	look
	tone
}

func (w *writer) cellStyle(l cellLook) xl.StyleID {
	if id, ok := w.looks[l]; ok {
		return id
	}
	style := xl.Style{Size: bodySize, Border: xl.Thin, VAlign: xl.Middle, Wrap: true, Fill: toneFill[l.tone], Color: toneColor[l.tone]}
	switch l.look {
	case centre, figure:
		style.Align = xl.Middle
	case entry:
		if style.Align = xl.Middle; l.tone != mute {
			style.Fill, style.Unlocked = "FFFF99", true
		}
	}
	w.looks[l] = w.book.Style(style)
	return w.looks[l]
}

// finish sets what a reader needs down to the last row, and a printer down to the last
// that is printed.
func (w *writer) finish(t *table, s *xl.Sheet, last, paper int) {
	s.Freeze(firstRow, t.freeze+1)
	s.Filter(xl.Range{Row1: headRow, Col1: 1, Row2: max(last, headRow), Col2: len(t.columns)})
	s.SummaryAbove()
	s.NumbersAsText(xl.Range{Row1: headRow, Col1: 1, Row2: max(last, headRow), Col2: len(t.columns)})
	w.paper(s, t.name, xl.Print{Rows: [2]int{headRow, headRow}, Area: &xl.Range{Row1: 1, Col1: 1, Row2: paper, Col2: t.printed()}})
}

// paper sets how a sheet prints: on A4, named below by the office that made it.
func (w *writer) paper(s *xl.Sheet, name string, p xl.Print) {
	p.Paper, p.CentreAcross = xl.A4, true
	p.Footer = xl.HeaderFooter{Left: w.sum.Plan.Office, Centre: name, Right: xl.PageOf}
	s.PrintAs(p)
}

// joins merges equal neighbours of the first columns, such as 类别.
type joins struct {
	cols int
	from []int
	last int
	text []string
}

func newJoins(cols int) *joins {
	return &joins{cols: cols, from: make([]int, cols), text: make([]string, cols)}
}

func (j *joins) add(s *xl.Sheet, r *row, at, span int) {
	for c := range j.cols {
		if j.from[c] > 0 && r.cells[c].text == j.text[c] {
			continue
		}
		j.join(s, c)
		j.from[c], j.text[c] = at, r.cells[c].text
	}
	j.last = at + span - 1
}

func (j *joins) close(s *xl.Sheet) {
	for c := range j.cols {
		j.join(s, c)
	}
}

func (j *joins) join(s *xl.Sheet, c int) {
	if j.from[c] > 0 && j.last > j.from[c] {
		s.Merge(xl.Column(c+1, j.from[c], j.last))
	}
}
