package sheet

import (
	"cmp"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
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
