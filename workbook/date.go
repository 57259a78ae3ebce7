package workbook

import (
	"strings"
	"time"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// The years of dates that are taken.
const (
	firstYear = 1990
	lastYear  = 2199
)

// day is a calendar date, or a month where d is 0.
type day struct{ y, m, d int }

func (d day) String() string {
	if d.d == 0 {
		return time.Date(d.y, time.Month(d.m), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")
	}
	return time.Date(d.y, time.Month(d.m), d.d, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// valid reports a date that the calendar has, within the years that are taken.
func (d day) valid() bool {
	if d.y < firstYear || d.y > lastYear || d.m < 1 || d.m > 12 {
		return false
	}
	return d.d == 0 || d.d >= 1 && d.d <= time.Date(d.y, time.Month(d.m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// fromSerial returns the date of a serial number; time of day is left out.
func fromSerial(raw string, date1904 bool) (d day, ok bool) {
	l, n := scan(raw)
	if n == 0 || n != len(raw) || l.neg || !l.bounded() || l.exp+l.digits > 7 {
		return day{}, false
	}
	days := int(l.decimal().IntPart())
	if date1904 {
		days += 1462
	}
	t := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
	d = day{t.Year(), int(t.Month()), t.Day()}
	return d, d.valid()
}

// shownDate prints a serial number as a date, for a message.
func shownDate(raw string, date1904 bool) string {
	if d, ok := fromSerial(raw, date1904); ok {
		return d.String()
	}
	return raw
}

// date reads a cell of a date column: a day, or where the column takes months a
// month or a day.
func date(c *ooxml.Cell, kind layout.Kind, date1904 bool) reading {
	var d day
	ok, asIs := false, false
	switch c.Kind {
	case ooxml.Number:
		d, ok = fromSerial(c.Text, date1904)
		asIs = ok && c.Format == ooxml.Date
		if !ok && typed(c) {
			d, ok = fromText(c.Text, kind)
		}
	case ooxml.ISODate:
		d, ok = fromText(c.Text, kind)
		asIs = true
	case ooxml.Text:
		if kind == layout.Month && strings.Map(half, trim(c.Text)) == layout.NA {
			return reading{state: NA, text: layout.NA}
		}
		d, ok = fromText(c.Text, kind)
		asIs = ok && trim(c.Text) == d.String()
	}
	if !ok || d.d == 0 && kind != layout.Month {
		r := fault(finding.DateFormat)
		if kind == layout.Month {
			r.what, r.hint = "不是年月", "请填年月,如 2025-5"
		}
		return r
	}
	r := reading{state: Filled, text: d.String()}
	if !asIs {
		r.code, r.what = finding.DateRead, "读作 "+r.text
	}
	return r
}

// typed reports that a number which is no serial of a date may be a date as its
// digits stand: 20250310, also in a cell that has the format of a date, as issued;
// 2025.3, but there not, and 2025.1 nowhere: it may have been 2025.10.
func typed(c *ooxml.Cell) bool {
	if c.Format == ooxml.Date {
		return !strings.Contains(c.Text, ".")
	}
	return !strings.HasSuffix(c.Text, ".1")
}

// fromText reads 2024-4-22, 2024/4/22, 2024.4.22, 2024年4月22日, 20240422, each
// with or without a time of day; the same without the day is a month.
func fromText(raw string, kind layout.Kind) (d day, ok bool) {
	s := strings.Map(half, trim(raw))
	y, s, n := leading(s)
	switch {
	case n == 8 && s == "":
		d = day{y / 10000, y / 100 % 100, y % 100}
		return d, d.valid() && d.d > 0
	case n == 6 && s == "" && kind == layout.Month:
		d = day{y / 100, y % 100, 0}
		return d, d.valid()
	case n != 4:
		return day{}, false
	}
	d.y = y
	if s, ok = after(s, "-", "/", ".", "年"); !ok {
		return day{}, false
	}
	if d.m, s, n = leading(s); n < 1 || n > 2 {
		return day{}, false
	}
	rest, more := after(s, "-", "/", ".", "月")
	v, rest, n := leading(rest)
	if !more || n == 0 {
		return d, d.valid() && monthEnd(s, kind)
	}
	d.d = v
	return d, n <= 2 && d.valid() && d.d > 0 && dayEnd(rest)
}

// leading takes the digits off the start of s, spaces around them included.
func leading(s string) (v int, rest string, n int) {
	s = strings.TrimLeftFunc(s, invisible)
	for n < len(s) && n < 9 && digit(s[n]) {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, s[n:], n
}

func after(s string, marks ...string) (rest string, ok bool) {
	s = strings.TrimLeftFunc(s, invisible)
	for _, m := range marks {
		if strings.HasPrefix(s, m) {
			return s[len(m):], true
		}
	}
	return s, false
}

// monthEnd reports what may follow the number of a month: a date of publication
// is often given as 2025年5月底前.
func monthEnd(s string, kind layout.Kind) bool {
	s = strings.TrimPrefix(strings.TrimFunc(s, invisible), "月")
	if s == "" {
		return true
	}
	switch s {
	case "份", "底", "底前", "末", "初", "前", "中旬", "上旬", "下旬", "左右":
		return kind == layout.Month
	}
	return false
}

// dayEnd reports what may follow the number of a day: 日, and a time of day.
func dayEnd(s string) bool {
	s, _ = after(s, "日", "号")
	s = strings.TrimFunc(s, invisible)
	return strings.Trim(s, "T0123456789:.Z") == ""
}

// Day reads a cell as a calendar date, as a returned form's dates are read:
// 2006-01-02. ok is false where it holds none.
func Day(c *ooxml.Cell, date1904 bool) (text string, ok bool) {
	r := date(c, layout.Day, date1904)
	return r.text, r.state == Filled
}
