package sheet

import (
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// ShownDate prints a serial number as a date, for a message.
func ShownDate(raw string, date1904 bool) string {
	if d, ok := text.Serial(raw, date1904); ok {
		return d.String()
	}
	return raw
}

// date reads a cell of a date column: a day, or where the column takes months a
// month or a day.
func date(b *ooxml.Book, c *ooxml.Cell, kind layout.Kind) Reading {
	read := text.ReadDay
	if kind == layout.Month {
		read = text.ReadMonth
	}
	var d text.Date
	ok, asIs := false, false
	switch c.Kind {
	case ooxml.Number:
		look, shaped := b.Shown(c)
		d, ok = text.Serial(c.Text, b.Date1904)
		asIs = ok && c.Format == ooxml.Date && (!shaped || look.Day || kind == layout.Month && look.Month)
		if !ok && typed(c) {
			d, ok = read(c.Text)
		}
		if ok && shaped && text.Blank(look.Text) {
			return hidden(Reading{State: Filled, Text: d.String()})
		}
	case ooxml.ISODate:
		d, ok = read(c.Text)
		asIs = true
	case ooxml.Text:
		if kind == layout.Month && text.Marks(text.Trim(c.Text)) == layout.NA {
			return Reading{State: NA, Text: layout.NA}
		}
		d, ok = read(c.Text)
		asIs = ok && text.Trim(c.Text) == d.String()
	}
	if !ok {
		r := fault(finding.DateFormat)
		if kind == layout.Month {
			r.What, r.Hint = "不是年月", "请填年月,如 2025-5"
		}
		return r
	}
	r := Reading{State: Filled, Text: d.String()}
	if !asIs {
		r.Code, r.What = finding.DateRead, "读作 "+r.Text
	}
	return r
}

// typed reports whether a number which is no serial of a date may be a date as its
// digits stand: 20250310, also in a cell that has the format of a date, as issued;
// 2025.3, but there not, and 2025.1 nowhere: it may have been 2025.10.
func typed(c *ooxml.Cell) bool {
	if c.Format == ooxml.Date {
		return !strings.Contains(c.Text, ".")
	}
	return !strings.HasSuffix(c.Text, ".1")
}

// Day reads a cell as a calendar date, as a returned form's dates are read:
// 2006-01-02. ok is false where it holds none.
func Day(b *ooxml.Book, c *ooxml.Cell) (day string, ok bool) {
	r := date(b, c, layout.Day)
	return r.Text, r.State == Filled
}
