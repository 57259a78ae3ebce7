package sheet

import (
	"cmp"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// words reads a cell of a text column: what its reader sees.
func words(b *ooxml.Book, c *ooxml.Cell) Reading {
	switch c.Kind {
	case ooxml.Text:
		return cleaned(c.Text)
	case ooxml.Number:
		return numberAsText(b, c)
	case ooxml.Bool:
		s := shownBool(c)
		return Reading{State: Filled, Text: s, Code: finding.TextRead, What: "读作 " + s}
	case ooxml.ISODate:
		if d, ok := text.ReadDay(c.Text); ok {
			return Reading{State: Filled, Text: d.String(), Code: finding.TextRead, What: "是日期,已按文字读取"}
		}
	}
	return Reading{State: Filled, Text: c.Text}
}

// shownBool is a truth value as its reader sees it.
func shownBool(c *ooxml.Cell) string {
	if c.Text == "1" {
		return "TRUE"
	}
	return "FALSE"
}

// cleaned is a text without what shows nothing at its ends and without control
// characters; only the latter is worth a note.
func cleaned(raw string) Reading {
	s := text.Trim(raw)
	r := Reading{State: Filled, Text: text.Printable(s)}
	if r.Text != s && strings.IndexFunc(text.LineEnds.Replace(s), text.Control) >= 0 {
		r.Code, r.What = finding.TextRead, "已去掉看不见的控制字符"
	}
	return r
}

// numberAsText is a number in a text column as it is shown: 0.85 under a percent
// format is 85%, a serial under a format of days its date.
func numberAsText(b *ooxml.Book, c *ooxml.Cell) Reading {
	r := Reading{State: Filled, Text: c.Text}
	l, n := text.Scan(c.Text)
	look, shaped := b.Shown(c)
	switch {
	case c.Format == ooxml.Date && (!shaped || look.Day):
		r.Text, r.What = ShownDate(c.Text, b.Date1904), "是日期,已按文字读取"
	case shaped && text.Blank(look.Text):
		return hidden(r)
	case c.Format == ooxml.Percent && look.Plain:
		r.Text, r.What = text.Trim(look.Text), "是百分数,已按文字读取"
	case shaped:
		r.Text, r.What = text.Trim(look.Text), "按表上显示的读作 "+text.Trim(look.Text)
	case n != len(c.Text) || !l.Bounded():
	case !l.Plain:
		d := l.Decimal()
		r.Text = d.String()
	}
	if r.Text == c.Text || look.Plain && sameDigits(r.Text, c.Text) {
		r.What = ""
		return r
	}
	r.Code, r.What = finding.TextRead, cmp.Or(r.What, "读作 "+r.Text)
	return r
}

// hidden says of a value that its format shows nothing of it.
func hidden(r Reading) Reading {
	r.Code, r.What = finding.TextUnseen, "单元格格式使内容在表上不显示,已照常读取"
	return r
}

// phone reads a telephone number: digits and marks, half-width.
func phone(b *ooxml.Book, c *ooxml.Cell) Reading {
	r := words(b, c)
	if r.State != Filled {
		return r
	}
	if s := text.Marks(r.Text); s != r.Text {
		r.Text, r.Code, r.What = s, finding.TextRead, "读作 "+s
	}
	return r
}

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
