package workbook

import (
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// reading is what a cell was taken as. Code is "" where it was taken as it
// stands, a note where it was taken otherwise, else why it could not be taken.
type reading struct {
	text   string
	number decimal.Decimal
	state  State
	code   finding.Code
	given  string // instead of the raw text, where that says little
	what   string // instead of the words of the table
	want   string
	hint   string
}

func fault(code finding.Code) reading { return reading{state: Faulty, code: code} }

// number reads a cell of a number column whose values are in the unit.
func number(c *ooxml.Cell, unit string) reading {
	switch c.Kind {
	case ooxml.Number:
		return numeric(c, unit)
	case ooxml.Text:
		return numberText(c.Text, unit)
	case ooxml.ISODate:
		return fault(finding.NumberDate)
	}
	return fault(finding.NumberFormat)
}

// numeric reads a cell that is stored as a number.
func numeric(c *ooxml.Cell, unit string) reading {
	if c.Format == ooxml.Date {
		return fault(finding.NumberDate)
	}
	l, n := scan(c.Text)
	if n == 0 || n != len(c.Text) {
		return fault(finding.NumberFormat)
	}
	if c.Format != ooxml.Percent {
		return l.taken(c.Text, "")
	}
	if !percentUnit(unit) {
		r := fault(finding.NumberUnit)
		r.what = "是百分数,与计量单位不符"
		return r
	}
	l.exp += 2
	return l.taken("", finding.NumberRead)
}

func percentUnit(unit string) bool { return key(unit) == "%" }

// shownPercent prints a number as a percent format shows it.
func shownPercent(l *literal) string {
	p := *l
	if p.coef != 0 {
		p.exp += 2
	}
	if !p.bounded() {
		return "百分数"
	}
	d := p.decimal()
	return d.String() + "%"
}

// taken is the reading of a scanned number, noted with code where that is set.
func (l *literal) taken(raw string, code finding.Code) reading {
	if l.coef == 0 {
		l.exp = 0
	}
	if !l.bounded() {
		return fault(finding.NumberSize)
	}
	r := reading{state: Filled, number: l.decimal(), text: raw, code: code}
	if !l.plain || raw == "" {
		r.text = r.number.String()
	}
	if l.rounded {
		r.code = finding.NumberRounded
	}
	if r.code != "" {
		r.what = "读作 " + r.text
	}
	return r
}

// numberText reads a number that is stored as text.
func numberText(raw, unit string) reading {
	s := strings.Map(half, trim(raw))
	if s == layout.NA {
		return reading{state: NA, text: layout.NA}
	}
	l, n := scan(s)
	if n == 0 {
		return before(s, unit)
	}
	rest := strings.TrimFunc(s[n:], invisible)
	if rest == "" {
		return l.taken("", finding.NumberRead)
	}
	if r, bad := followed(rest); bad {
		return r
	}
	power, ok := conversion(rest, unit)
	if !ok {
		return misfit(rest, unit)
	}
	l.exp += power
	return l.taken("", finding.NumberRead)
}
