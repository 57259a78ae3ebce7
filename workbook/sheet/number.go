package sheet

import (
	"cmp"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// number reads a cell of a number column whose values are in the unit.
func number(b *ooxml.Book, c *ooxml.Cell, unit string) Reading {
	switch c.Kind {
	case ooxml.Number:
		if shown, bare, ok := b.Shown(c); ok {
			return asShown(c, shown, bare, unit)
		}
		return numeric(c, unit)
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

// asShown reads a number by what its format shows: 85000 as 85000万元 or as 8.5.
func asShown(c *ooxml.Cell, shown string, bare bool, unit string) Reading {
	r := numberText(shown, unit)
	switch plain := numeric(c, unit); {
	case bare:
		r = fault(finding.NumberUnit)
		r.What = "单元格格式把数缩小显示为 " + shown + ",存的是 " + c.Text
		r.Hint = "请把单元格格式改为“常规”,再按“计量单位”填数"
	case r.State == Faulty:
		r.What = "单元格格式显示为“" + shown + "”,存的是 " + c.Text
		r.Hint = cmp.Or(r.Hint, "请把单元格格式改为“常规”,再按“计量单位”填数")
	case plain.State == Filled && plain.Number.Equal(r.Number):
		return plain
	default:
		r.What = "按单元格格式显示的“" + shown + "”,读作 " + r.Text
	}
	return r
}

// shownPercent prints a number as a percent format shows it.
func shownPercent(l text.Literal) string {
	l.Shift(2)
	if !l.Bounded() {
		return "百分数"
	}
	return l.Decimal().String() + "%"
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
