package catalogue

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/workbook/ooxml"
)

// entry is what stands in a cell of a catalogue sheet, with its place and a way to
// say what is wrong with it.
type entry struct {
	text    string
	date    bool // a number shown as a date
	heading string
	row     string // key of the row, where known
	at      finding.Place
	found   *finding.List
}

// refuse says that the cell does not hold what it should.
func (e entry) refuse(expected string) {
	e.found.Add(finding.CatalogueCell, finding.At(e.at), finding.Row(e.row), finding.Column(e.heading),
		finding.Given(given(e.text)), finding.Expected(expected))
}

func given(text string) string {
	if text == "" {
		return "空"
	}
	return text
}

// wholeInto reads a whole number; blank is 0.
func (e entry) wholeInto(n *int, least, most int, expected string) {
	if *n = 0; e.text == "" {
		return
	}
	v, err := strconv.Atoi(halfWidthDigits(e.text))
	if err != nil || v < least || v > most {
		e.refuse(expected)
		return
	}
	*n = v
}

// decimalInto reads a number, with full-width digits or thousands separators.
func (e entry) decimalInto(d *decimal.Decimal) {
	*d = decimal.Zero
	text := strings.ReplaceAll(halfWidthDigits(e.text), ",", "")
	v, ok := boundedDecimal(text)
	if !ok {
		e.refuse("一个数,如 5 或 12.5")
		return
	}
	*d = v
}

// figure says where the cell holds no number.
func (e entry) figure() {
	if _, ok := boundedDecimal(strings.ReplaceAll(halfWidthDigits(e.text), ",", "")); !ok {
		e.refuse("一个数,如 5 或 12.5")
	}
}

func halfWidthDigits(text string) string {
	return strings.TrimSpace(width.Narrow.String(text))
}

// plainDecimal is a number without exponent, or with a small one: a huge exponent
// would make arithmetic run out of memory.
var plainDecimal = regexp.MustCompile(`^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]{1,2})?$`)

func boundedDecimal(text string) (decimal.Decimal, bool) {
	if len(text) > 64 || !plainDecimal.MatchString(text) {
		return decimal.Zero, false
	}
	d, err := decimal.NewFromString(text)
	if err != nil || d.NumDigits()+int(d.Exponent()) > mostDigits || d.Exponent() < -mostDigits {
		return decimal.Zero, false
	}
	return d, true
}

const mostDigits = 18 // before, and after, the point

// plainNumber is a text that a cell can hold as a number and give back unchanged.
func plainNumber(text string) (decimal.Decimal, bool) {
	if len(text) > 16 || text == "" || !plainDecimal.MatchString(text) || strings.ContainsAny(text, "eE") {
		return decimal.Zero, false
	}
	d, err := decimal.NewFromString(text)
	if err != nil || d.String() != text || len(strings.Trim(text, "-.")) > 15 {
		return decimal.Zero, false
	}
	return d, true
}

// cellText is a cell's content as text: numbers as plain decimals of at most 15
// significant digits, percentages in points, invisible characters at the ends left out, line ends as \n.
func cellText(c *ooxml.Cell) (words string, ok bool) {
	switch c.Kind {
	case ooxml.Number:
		d, ok := boundedDecimal(c.Text)
		if !ok {
			return c.Text, false
		}
		if c.Format == ooxml.Percent {
			d = d.Shift(2)
		}
		if digits := d.NumDigits(); digits > 15 {
			d = d.Round(-d.Exponent() - int32(digits-15))
		}
		return d.String(), true
	case ooxml.Empty, ooxml.Error:
		return c.Text, false
	}
	return strings.TrimFunc(strings.Map(printable, text.LineEnds.Replace(c.Text)), invisible), true
}

// printable leaves out control characters, which a workbook can smuggle in as
// escapes and cannot hold again.
func printable(r rune) rune {
	if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
		return -1
	}
	return r
}

func invisible(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

var monthAndDay = regexp.MustCompile(`^(?:[0-9]{4}年|[0-9]{4}[-/.])?([0-9]{1,2})[月\-/.]([0-9]{1,2}|底|末)[日号]?$`)

// monthDay reads 3月31日, also where the program made a date of it.
func monthDay(e entry) (month, day int, ok bool) {
	if e.date {
		serial, err := strconv.ParseFloat(e.text, 64)
		if err != nil || serial < 1 || serial > 2958465 {
			return 0, 0, false
		}
		t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(serial))
		return int(t.Month()), t.Day(), true
	}
	m := monthAndDay.FindStringSubmatch(halfWidthDigits(e.text))
	if m == nil {
		return 0, 0, false
	}
	month, _ = strconv.Atoi(m[1])
	if month < 1 || month > 12 {
		return 0, 0, false
	}
	if day, ok = plan.LastDay(month), true; m[2] != "底" && m[2] != "末" {
		day, _ = strconv.Atoi(m[2])
		ok = day >= 1 && day <= 31
	}
	return month, day, ok
}
