package workbook

import (
	"cmp"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// text reads a cell of a text column: what its reader sees.
func text(c *ooxml.Cell, date1904 bool) reading {
	switch c.Kind {
	case ooxml.Text:
		return cleaned(c.Text)
	case ooxml.Number:
		return numberAsText(c, date1904)
	case ooxml.Bool:
		s := shownBool(c)
		return reading{state: Filled, text: s, code: finding.TextRead, what: "读作 " + s}
	}
	return reading{state: Filled, text: c.Text}
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
func cleaned(raw string) reading {
	s := trim(raw)
	if plainText(s) {
		return reading{state: Filled, text: s}
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if strings.IndexFunc(s, control) < 0 {
		return reading{state: Filled, text: s}
	}
	s = strings.Map(func(r rune) rune {
		if control(r) {
			return -1
		}
		return r
	}, s)
	return reading{state: Filled, text: s, code: finding.TextRead, what: "已去掉看不见的控制字符"}
}

// plainText reports a text in which no byte can be of a control character.
func plainText(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c == 0xef && i+1 < len(s) && s[i+1] == 0xbf {
			return false
		}
	}
	return true
}

func control(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r == 0xfffe || r == 0xffff
}

// numberAsText is a number in a text column as it is shown: 0.85 under a percent
// format is 85%, a serial under a date format its date.
func numberAsText(c *ooxml.Cell, date1904 bool) reading {
	r := reading{state: Filled, text: c.Text}
	l, n := scan(c.Text)
	switch {
	case c.Format == ooxml.Date:
		r.text, r.what = shownDate(c.Text, date1904), "是日期,已按文字读取"
	case n != len(c.Text) || !l.bounded():
	case c.Format == ooxml.Percent:
		r.text, r.what = shownPercent(&l), "是百分数,已按文字读取"
	case !l.plain:
		d := l.decimal()
		r.text = d.String()
	}
	if r.text == c.Text {
		r.what = ""
		return r
	}
	r.code, r.what = finding.TextRead, cmp.Or(r.what, "读作 "+r.text)
	return r
}

// phone reads a telephone number: digits and marks, half-width.
func phone(c *ooxml.Cell, date1904 bool) reading {
	r := text(c, date1904)
	if r.state != Filled {
		return r
	}
	if s := strings.Map(half, r.text); s != r.text {
		r.text, r.code, r.what = s, finding.TextRead, "读作 "+s
	}
	return r
}

// option reads a cell of a list column: one of the options, spaces and width of
// its characters apart.
func option(c *ooxml.Cell, list layout.ListKey) reading {
	options := layout.Options(list)
	s := trim(c.Text)
	if c.Kind == ooxml.Text {
		for _, o := range options {
			if s == o {
				return reading{state: Filled, text: o}
			}
		}
		for _, o := range options {
			if label(s) == label(o) {
				return reading{state: Filled, text: o, code: finding.OptionRead, what: "读作 " + o}
			}
		}
	}
	r := fault(finding.OptionOffList)
	r.want = strings.Join(options, "、")
	return r
}
