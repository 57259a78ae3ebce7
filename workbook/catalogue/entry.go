package catalogue

import (
	"cmp"
	"strconv"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/workbook/ooxml"
)

// entry is what is in a cell of a catalogue sheet, with its place and a way to
// say what is wrong with it.
type entry struct {
	text     string
	date     bool // a number shown as a date
	date1904 bool
	heading  string
	row      string // key of the row, where known
	at       finding.Place
	found    *finding.List
}

// refuse says that the cell does not hold what it should.
func (e entry) refuse(expected string) {
	e.found.Add(finding.CatalogueCell, finding.At(e.at), finding.Row(e.row), finding.Column(e.heading),
		finding.Given(cmp.Or(e.text, finding.Nothing)), finding.Expected(expected))
}

// wholeInto reads a whole number; blank is 0.
func (e entry) wholeInto(n *int, least, most int, expected string) {
	if *n = 0; e.text == "" {
		return
	}
	v, err := strconv.Atoi(text.Marks(e.text))
	if err != nil || v < least || v > most {
		e.refuse(expected)
		return
	}
	*n = v
}

// decimalInto reads a number, with full-width digits or thousands separators.
func (e entry) decimalInto(d *decimal.Decimal) {
	*d, _ = text.Decimal(e.text)
	e.figure()
}

// figure says where the cell holds no number.
func (e entry) figure() {
	if _, ok := text.Decimal(e.text); !ok {
		e.refuse("一个数,如 5 或 12.5")
	}
}

// cellText is a cell's content as text: numbers as plain decimals, percentages in
// points, invisible characters at the ends left out, line ends as \n.
func cellText(c *ooxml.Cell) (words string, ok bool) {
	switch c.Kind {
	case ooxml.Number:
		l, n := text.Scan(c.Text)
		if c.Format == ooxml.Percent {
			l.Shift(2)
		}
		if n != len(c.Text) || !l.Bounded() {
			return c.Text, false
		}
		return l.Decimal().String(), true
	case ooxml.Empty, ooxml.Error:
		return c.Text, false
	}
	return text.Trim(text.Printable(c.Text)), true
}

// monthDay reads 3月31日, also where the program made a date of it.
func monthDay(e entry) (month, day int, ok bool) {
	if e.date {
		d, ok := text.Serial(e.text, e.date1904)
		return d.Month, d.Day, ok
	}
	return text.ReadMonthDay(e.text)
}
