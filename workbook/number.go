package workbook

import (
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/templates/layout"
	"tianbao/workbook/finding"
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

func notNumber(what, hint string) reading {
	return reading{state: Faulty, code: finding.NumberFormat, what: what, hint: hint}
}

const (
	approximate = "填一个确定的数;约数、估计的说明写在“说明”栏"
	oneNumber   = "填一个数,不填范围;范围的说明写在“说明”栏"
)

// number reads a cell of a number column whose values are in the unit.
func number(c *ooxml.Cell, unit string, date1904 bool) reading {
	switch c.Kind {
	case ooxml.Number:
		return numeric(c, unit, date1904)
	case ooxml.Text:
		return numberText(c.Text, unit)
	case ooxml.ISODate:
		return aDate(c.Text)
	}
	return fault(finding.NumberFormat)
}

func aDate(shown string) reading {
	r := fault(finding.NumberDate)
	r.given = shown
	return r
}

// numeric reads a cell that is stored as a number.
func numeric(c *ooxml.Cell, unit string, date1904 bool) reading {
	if c.Format == ooxml.Date {
		return aDate(shownDate(c.Text, date1904))
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
		r.given, r.what = shownPercent(&l), "是百分数,与计量单位不符"
		return r
	}
	l.exp += 2
	r := l.taken("", finding.NumberRead)
	r.given = c.Text
	return r
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
		return notANumber(s)
	}
	rest := strings.TrimFunc(s[n:], invisible)
	if rest == "" {
		return l.taken("", finding.NumberRead)
	}
	if r, bad := followed(rest); bad {
		return r
	}
	power, ok := conversion(rest, unit)
	if !ok && remarked(rest, unit) {
		return notNumber("数后面另有文字", "只填数;说明写在“说明”栏")
	}
	if !ok {
		r := fault(finding.NumberUnit)
		r.want = unit
		return r
	}
	l.exp += power
	return l.taken("", finding.NumberRead)
}

// remarked reports that a number in the cell's own unit, or in none, is followed by
// a remark in brackets, so that its unit is not what is wrong: 12家(含2家在建).
func remarked(rest, unit string) bool {
	rest = strings.TrimPrefix(strings.Map(half, rest), strings.Map(half, unit))
	return strings.HasPrefix(strings.TrimLeftFunc(rest, invisible), "(")
}

// notANumber refuses a text that does not start with a number.
func notANumber(s string) reading {
	switch {
	case strings.HasPrefix(s, "约"), strings.HasPrefix(s, "近"), strings.HasPrefix(s, "超"), strings.HasPrefix(s, "大约"),
		strings.HasPrefix(s, "≥"), strings.HasPrefix(s, "≤"), strings.HasPrefix(s, ">"), strings.HasPrefix(s, "<"), strings.HasPrefix(s, "~"):
		return notNumber("", approximate)
	case strings.Trim(s, "-/") == "", s == "无", s == "暂无", strings.EqualFold(s, "N/A"):
		return notNumber("", "没有数的留空,并在“数据状态”栏选明;确实不适用的写“不适用”")
	}
	return fault(finding.NumberFormat)
}

// ranges reports that what follows a number leads on to another: 至12, %-96%, 人到12人.
func ranges(rest string) bool {
	for _, w := range []string{"-", "~", "至", "到"} {
		if before, after, ok := strings.Cut(rest, w); ok && (before == "" || strings.ContainsAny(after, "0123456789")) {
			return true
		}
	}
	return false
}

// followed refuses a number after which comes what makes it a range or a guess.
func followed(rest string) (reading, bool) {
	switch rest[0] {
	case '-', '~', '/', ':':
		return notNumber("不是一个数", oneNumber), true
	case ',', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'e', 'E':
		return fault(finding.NumberFormat), true
	case '+':
		return notNumber("", approximate), true
	}
	if ranges(rest) {
		return notNumber("不是一个数", oneNumber), true
	}
	for _, w := range []string{"多", "余", "左右", "上下", "以上", "以下", "以内", "几"} {
		if strings.Contains(rest, w) {
			return notNumber("", approximate), true
		}
	}
	return reading{}, false
}
