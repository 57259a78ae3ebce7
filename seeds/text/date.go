package text

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The years of dates that are taken.
const (
	firstYear = 1990
	lastYear  = 2199
)

// Date is a calendar date, or a month where Day is 0.
type Date struct{ Year, Month, Day int }

// String prints 2006-01-02, or 2006-01 of a month.
func (d Date) String() string {
	if d.Day == 0 {
		return d.at(1).Format("2006-01")
	}
	return d.at(d.Day).Format(time.DateOnly)
}

func (d Date) at(day int) time.Time {
	return time.Date(d.Year, time.Month(d.Month), day, 0, 0, 0, 0, time.UTC)
}

// valid reports whether it is a date that the calendar has, within the years that are taken.
func (d Date) valid() bool {
	if d.Year < firstYear || d.Year > lastYear || d.Month < 1 || d.Month > 12 {
		return false
	}
	return d.Day >= 0 && d.Day <= LastDay(d.Year, d.Month)
}

// AnyYear is the year of a day that is named without one: it is no leap year.
const AnyYear = 2023

// leapYear is one in which every day is that may be.
const leapYear = 2024

// LastDay is the last day of a month.
func LastDay(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Serial returns the date of the serial number in a cell of a workbook; time of day
// is left out.
func Serial(raw string, date1904 bool) (d Date, ok bool) {
	l, n := Scan(raw)
	if n == 0 || n != len(raw) || l.neg || !l.Bounded() || l.exp+l.digits > 7 {
		return Date{}, false
	}
	days := int(l.Decimal().IntPart())
	if date1904 {
		days += 1462
	}
	t := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
	d = Date{t.Year(), int(t.Month()), t.Day()}
	return d, d.valid()
}

// ReadDay reads 2024-4-22, 2024/4/22, 2024.4.22, 2024年4月22日, 20240422, each with
// or without a time of day.
func ReadDay(s string) (Date, bool) {
	d, tail, ok := readDate(s)
	return d, ok && d.Day > 0 && tail == ""
}

// ReadMonth reads what ReadDay reads, and the same without the day; behind the
// month may stand what a date of publication is often given with: 2025年5月底前.
func ReadMonth(s string) (Date, bool) {
	if t := Marks(Trim(s)); len(t) == len("202505") && strings.Trim(t, "0123456789") == "" {
		n, _ := strconv.Atoi(t)
		d := Date{n / 100, n % 100, 0}
		return d, d.valid()
	}
	d, tail, ok := readDate(s)
	switch tail {
	case "", "份", "底", "底前", "末", "初", "前", "中旬", "上旬", "下旬", "左右":
		return d, ok
	}
	return d, false
}

// ReadDayIn reads a day as people note it in a list: what ReadDay reads; without its
// year, 4月10日 or 4.10, the one of year; in Chinese numerals, 四月二日; with a time of day,
// 前 or 止 behind it.
func ReadDayIn(s string, year int) (Date, bool) {
	s = noted(s, year)
	if d, ok := ReadDay(s); ok {
		return d, true
	}
	if y, _, n := leading(s); n == 4 {
		year = y // of 2025年4月底
	}
	month, day, ok := ReadMonthDay(s)
	d := Date{year, month, day}
	return d, ok && d.valid()
}

var (
	inNumerals = regexp.MustCompile(`[〇零一二三四五六七八九十]+[年月日号]`)
	timeOfDay  = regexp.MustCompile(`(?:(?:上午|下午|早上|中午|晚上).*|[ T]?[0-9]{1,2}[:点时][0-9:点时分秒半 ]*)$`)
	untilThen  = regexp.MustCompile(`(?:以前|之前|前|为止|截止|止)$`)
	shortYear  = regexp.MustCompile(`^([0-9]{2})[年\-/.][0-9]{1,2}[月\-/.][0-9]{1,2}[日号]?$`)
)

// noted is a day as ReadDay and ReadMonthDay take it. A year of two digits is only that
// of the list.
func noted(s string, year int) string {
	s = inNumerals.ReplaceAllStringFunc(Marks(Trim(s)), func(part string) string {
		runes := []rune(part)
		digits, mark := string(runes[:len(runes)-1]), string(runes[len(runes)-1])
		if mark != "年" {
			return strconv.Itoa(Numeral(digits)) + mark
		}
		var b strings.Builder
		for _, r := range digits { // 二〇二五, digit by digit
			b.WriteString(strconv.Itoa(Numeral(string(r))))
		}
		return b.String() + mark
	})
	s = Trim(untilThen.ReplaceAllString(Trim(timeOfDay.ReplaceAllString(s, "")), ""))
	if m := shortYear.FindStringSubmatch(s); m != nil && m[1] == strconv.Itoa(year%100) {
		return strconv.Itoa(year/100) + s
	}
	return s
}

var monthAndDay = regexp.MustCompile(`^(?:[0-9]{4}年|[0-9]{4}[-/.])?([0-9]{1,2})[月\-/.]([0-9]{1,2}|底|末)[日号]?$`)

// ReadMonthDay reads the day of a year, 3月31日 or 3月底, with or without a year.
func ReadMonthDay(s string) (month, day int, ok bool) {
	m := monthAndDay.FindStringSubmatch(Marks(Squeeze(s)))
	if m == nil {
		return 0, 0, false
	}
	month, _ = strconv.Atoi(m[1])
	if month < 1 || month > 12 {
		return 0, 0, false
	}
	if day, ok = LastDay(AnyYear, month), true; m[2] != "底" && m[2] != "末" {
		day, _ = strconv.Atoi(m[2])
		ok = day >= 1 && day <= LastDay(leapYear, month)
	}
	return month, day, ok
}

// readDate reads a date that states its year; tail is what follows a month without
// a day. Behind a day a time may stand.
func readDate(raw string) (d Date, tail string, ok bool) {
	s := Marks(Trim(raw))
	y, s, n := leading(s)
	switch {
	case n == 8 && s == "":
		d = Date{y / 10000, y / 100 % 100, y % 100}
		return d, "", d.valid() && d.Day > 0
	case n != 4:
		return Date{}, "", false
	}
	d.Year = y
	if s, ok = after(s, "-", "/", ".", "年"); !ok {
		return Date{}, "", false
	}
	if d.Month, s, n = leading(s); n < 1 || n > 2 {
		return Date{}, "", false
	}
	rest, more := after(s, "-", "/", ".", "月")
	v, rest, n := leading(rest)
	if !more || n == 0 {
		return d, strings.TrimPrefix(Trim(s), "月"), d.valid()
	}
	d.Day = v
	return d, "", n <= 2 && d.valid() && d.Day > 0 && dayEnd(rest)
}

// leading takes the digits off the start of s, spaces before them included.
func leading(s string) (v int, rest string, n int) {
	s = trimLeft(s)
	for n < len(s) && n < 9 && Digit(s[n]) {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, s[n:], n
}

func after(s string, marks ...string) (rest string, ok bool) {
	s = trimLeft(s)
	for _, m := range marks {
		if strings.HasPrefix(s, m) {
			return s[len(m):], true
		}
	}
	return s, false
}

// dayEnd reports what may follow the number of a day: 日, and a time of day.
func dayEnd(s string) bool {
	s, _ = after(s, "日", "号")
	return strings.Trim(Trim(s), "T0123456789:.Z") == ""
}
