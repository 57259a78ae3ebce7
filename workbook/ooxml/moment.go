package ooxml

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// halves are the words for the two halves of a day in a format.
var halves = []string{"am/pm", "a/p", "上午/下午"}

// momentLen measures what stands for a part of a date or a time at the head of a code.
func momentLen(code string) int {
	low := strings.ToLower(code)
	for _, h := range halves {
		if strings.HasPrefix(low, h) {
			return len(h)
		}
	}
	n := 0
	if strings.IndexByte("ymdhsegba", low[0]) >= 0 {
		for n < len(low) && low[n] == low[0] {
			n++
		}
	}
	return n
}

// moment takes a part of a date or a time. M beside hours or seconds is minutes.
func (s *section) moment(letters string) {
	low := strings.ToLower(letters)
	last := -1
	for i := range s.parts {
		if s.parts[i].kind == moment {
			last = i
		}
	}
	if last >= 0 {
		before := strings.Trim(s.parts[last].s, "[]")
		if low[0] == 'm' && len(low) < 3 && strings.HasPrefix(before, "h") {
			low = "nn"[:len(low)]
		}
		if low[0] == 's' && (before == "m" || before == "mm") && s.parts[last].s[0] == 'm' {
			s.parts[last].s = "nn"[:len(before)]
		}
	}
	s.date = true
	s.add(moment, low)
}

// names reports whether all of these parts of a date are shown.
func (s *section) names(letters ...string) bool {
	for _, l := range letters {
		found := false
		for _, p := range s.parts {
			found = found || p.kind == moment && (strings.HasPrefix(p.s, l) && !(l == "d" && len(p.s) > 2) || l == "y" && p.s[0] == 'e')
		}
		if !found {
			return false
		}
	}
	return true
}

// moments shows a serial number as a date or a time; ok is false where it is neither.
func (s *section) moments(d decimal.Decimal, date1904 bool) (shown string, ok bool) {
	if d.IsNegative() || d.GreaterThan(lastSerial) {
		return "", false
	}
	seconds := d.Mul(decimal.NewFromInt(secondsADay)).Round(0).IntPart()
	days := int(seconds / secondsADay)
	if date1904 {
		days += 1462
	}
	at := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days).Add(time.Duration(seconds%secondsADay) * time.Second)
	half := slices.ContainsFunc(s.parts, func(p part) bool { return p.kind == moment && strings.Contains(p.s, "/") })
	return s.fill(func(p part) string {
		if p.kind != moment {
			return ""
		}
		return shownMoment(p.s, at, seconds, half)
	}), true
}

const secondsADay = 24 * 60 * 60

var lastSerial = decimal.NewFromInt(2958465) // the end of the year 9999

// weekdays are as Chinese programs show them.
var weekdays = [7]string{"日", "一", "二", "三", "四", "五", "六"}

// shownMoment shows one part of a date or a time; half says that hours are of half a day.
func shownMoment(letters string, at time.Time, seconds int64, half bool) string {
	padded := func(n int) string {
		if len(strings.Trim(letters, "[]")) > 1 {
			return fmt.Sprintf("%02d", n)
		}
		return strconv.Itoa(n)
	}
	hour := at.Hour()
	if half {
		hour = (hour+11)%12 + 1
	}
	switch letters {
	case "[h]", "[hh]":
		return padded(int(seconds / 3600))
	case "[m]", "[mm]", "[n]", "[nn]":
		return padded(int(seconds / 60))
	case "[s]", "[ss]":
		return padded(int(seconds))
	case "y", "yy":
		return at.Format("06")
	case "m", "mm":
		return padded(int(at.Month()))
	case "mmm":
		return at.Format("Jan")
	case "mmmm":
		return at.Format("January")
	case "d", "dd":
		return padded(at.Day())
	case "ddd":
		return at.Format("Mon")
	case "dddd":
		return at.Format("Monday")
	case "aaa":
		return weekdays[at.Weekday()]
	case "aaaa":
		return "星期" + weekdays[at.Weekday()]
	case "h", "hh":
		return padded(hour)
	case "n", "nn":
		return padded(at.Minute())
	case "s", "ss":
		return padded(at.Second())
	}
	switch am, pm, ok := strings.Cut(letters, "/"); {
	case ok && at.Hour() < 12:
		return strings.ToUpper(am)
	case ok:
		return strings.ToUpper(pm)
	case letters[0] == 'y' || letters[0] == 'e':
		return strconv.Itoa(at.Year())
	}
	return ""
}
