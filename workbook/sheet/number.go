package sheet

import (
	"cmp"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// number reads a cell of a number column whose values are in the unit.
func number(b *ooxml.Book, c *ooxml.Cell, unit string) Reading {
	switch c.Kind {
	case ooxml.Number:
		plain := numeric(c, unit)
		if look, ok := b.Shown(c); ok && plain.Code != finding.NumberDate {
			return asShown(c, look, plain, unit)
		}
		return plain
	case ooxml.Text:
		return numberText(c.Text, unit)
	case ooxml.ISODate:
		return fault(finding.NumberDate)
	}
	return fault(finding.NumberFormat)
}

// numeric reads a cell that is stored as a number.
func numeric(c *ooxml.Cell, unit string) Reading {
	if c.Format == ooxml.Date {
		return fault(finding.NumberDate)
	}
	l, n := text.Scan(c.Text)
	if n == 0 || n != len(c.Text) {
		return fault(finding.NumberFormat)
	}
	if c.Format != ooxml.Percent {
		return taken(l, c.Text, "")
	}
	if !text.Percent(unit) {
		r := fault(finding.NumberUnit)
		r.What = "是百分数,与计量单位不符"
		return r
	}
	l.Shift(2)
	return taken(l, "", finding.NumberRead)
}

// asShown reads a number by what its format shows: 85000 as 85000万元 or as 8.5. It is
// plain where that is the number as stored.
func asShown(c *ooxml.Cell, look ooxml.Look, plain Reading, unit string) Reading {
	shown := ooxml.Unsigned(look.Text)
	if look.Plain && shown != "" {
		return rounded(look, plain)
	}
	r := numberText(ooxml.Unsigned(look.Exact), unit)
	same := r.State == Filled && plain.State == Filled && plain.Number.Equal(r.Number)
	switch {
	case shown == "":
		r = notNumber("单元格格式使数不显示,存的是 "+c.Text, plainFormat)
	case same:
		return rounded(look, plain)
	case plain.State == Filled && plain.Number.IsZero() && strings.Trim(shown, "-—–") == "":
		plain.Code, plain.What = finding.NumberRead, "单元格格式把 0 显示为“"+shown+"”,读作 0"
		return plain
	case r.State == Filled && !bareNumber(look.Exact) && strings.HasPrefix(c.Text, "-") == r.Number.IsNegative():
		r.What = "按单元格格式显示的“" + shown + "”,读作 " + r.Text
	case r.State == Faulty:
		r.What = "单元格格式显示为“" + shown + "”,存的是 " + c.Text
		r.Hint = cmp.Or(r.Hint, plainFormat)
	case look.Scaled:
		r = fault(finding.NumberUnit)
		r.What, r.Hint = "单元格格式把数缩放显示为 "+shown+",存的是 "+c.Text, plainFormat
	default:
		r = notNumber("单元格格式显示为“"+shown+"”,存的是 "+c.Text, plainFormat)
	}
	return r
}

const plainFormat = "请把单元格格式改为“常规”,再按“计量单位”填数"

// bareNumber reports whether a text is a number and nothing else.
func bareNumber(s string) bool {
	_, ok := text.Decimal(ooxml.Unsigned(s))
	return ok
}

// rounded says of a number taken as stored that the sheet shows fewer digits of it, or
// shows it in another way.
func rounded(look ooxml.Look, plain Reading) Reading {
	shown := ooxml.Unsigned(look.Text)
	switch {
	case plain.State != Filled || plain.Code != "":
	case look.Numerals, look.Fraction:
		plain.Code, plain.What = finding.NumberRead, "单元格格式用汉字或分数显示,按存的数读作 "+plain.Text
	case look.Text != look.Exact && !sameDigits(look.Text, look.Exact):
		plain.Code, plain.What = finding.NumberRead, "表上四舍五入显示为 "+shown+",按存的数读作 "+plain.Text
	}
	return plain
}

// sameDigits reports whether two texts with a number at their start have one number.
func sameDigits(a, b string) bool {
	x, n := text.Scan(strings.TrimLeft(ooxml.Unsigned(a), "("))
	y, m := text.Scan(strings.TrimLeft(ooxml.Unsigned(b), "("))
	return n > 0 && m > 0 && x.Equal(y)
}

// taken is the Reading of a scanned number, noted with code where that is set.
func taken(l text.Literal, raw string, code finding.Code) Reading {
	if !l.Bounded() {
		return fault(finding.NumberSize)
	}
	r := Reading{State: Filled, Number: l.Decimal(), Text: raw, Code: code}
	if !l.Plain || raw == "" {
		r.Text = r.Number.String()
	}
	if l.Rounded {
		r.Code = finding.NumberRounded
	}
	if r.Code != "" {
		r.What = "读作 " + r.Text
	}
	return r
}

// numberText reads a number that is stored as text.
func numberText(raw, unit string) Reading {
	s := text.Marks(text.Trim(raw))
	if s == layout.NA {
		return Reading{State: NA, Text: layout.NA}
	}
	l, n := text.Scan(s)
	if n == 0 {
		return before(s, unit)
	}
	rest := text.Trim(s[n:])
	if rest == "" {
		return taken(l, "", finding.NumberRead)
	}
	if r, bad := followed(rest); bad {
		return r
	}
	power, ok := text.Conversion(rest, unit)
	if !ok {
		return misfit(rest, unit)
	}
	l.Shift(power)
	return taken(l, "", finding.NumberRead)
}
