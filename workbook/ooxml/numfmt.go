package ooxml

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// builtin classifies the number formats that need no declaration, those of the
// Chinese, Japanese, Korean and Thai programs among them.
func builtin(id int) Format {
	switch {
	case id == 9, id == 10, id == 67, id == 68:
		return Percent
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 45 && id <= 47, id >= 50 && id <= 58, id >= 71 && id <= 81:
		return Date
	}
	return General
}

// builtinCodes are the codes of those that change what is seen, as Chinese programs
// show them.
var builtinCodes = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;[Red]¥-#,##0", 7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;[Red]¥-#,##0.00",
	9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
	27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 32: "h时mm分", 33: "h时mm分ss秒", 34: "上午/下午h时mm分", 35: "上午/下午h时mm分ss秒", 36: "yyyy年m月",
	37: "#,##0 ;-#,##0 ", 38: "#,##0 ;-#,##0 ", 39: "#,##0.00 ;-#,##0.00 ", 40: "#,##0.00 ;-#,##0.00 ", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0",
	41: `_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ `, 42: `_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ `,
	43: `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, 44: `_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ `,
	50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日", 55: "上午/下午h时mm分", 56: "上午/下午h时mm分ss秒", 57: "yyyy年m月", 58: "m月d日",
}

// formatOf classifies a number format code. Its sections (positive; negative;
// zero) count together: a date in one makes a date, a percent sign a percentage.
func formatOf(code string) Format {
	f := General
	for s := code; s != ""; {
		n, found := formatToken(s)
		if found == Date {
			return Date
		}
		if found == Percent {
			f = Percent
		}
		s = s[n:]
	}
	return f
}

// general are the spellings of the general format, in which letters mean nothing.
var general = []string{"general", "g/通用格式", "通用格式", "g/標準", "standard"}

// formatToken measures what is at the head of a format code and says what it
// makes of a number.
func formatToken(s string) (n int, f Format) {
	switch c := s[0]; c {
	case '"':
		if i := strings.IndexByte(s[1:], '"'); i >= 0 {
			return i + 2, General
		}
		return len(s), General
	case '\\', '_', '*':
		return min(1+runeLen(s[1:]), len(s)), General
	case '[':
		i := strings.IndexByte(s, ']')
		if i < 0 {
			return len(s), General
		}
		if elapsed(s[1:i]) {
			return i + 1, Date
		}
		return i + 1, General
	case '%':
		return 1, Percent
	case '0', '#', '?', '.':
		return exponent(s), General
	}
	for _, g := range general {
		if len(s) >= len(g) && strings.EqualFold(s[:len(g)], g) {
			return len(g), General
		}
	}
	switch s[0] | 0x20 {
	case 'y', 'm', 'd', 'h', 's', 'e', 'g', 'b', 'a':
		return 1, Date
	}
	return 1, General
}

// exponent measures a run of digit places with the E+ or E- behind it.
func exponent(s string) int {
	n := 1
	for n < len(s) && strings.IndexByte("0#?.,", s[n]) >= 0 {
		n++
	}
	if n+1 < len(s) && (s[n] == 'E' || s[n] == 'e') && (s[n+1] == '+' || s[n+1] == '-') {
		n += 2
	}
	return n
}

// elapsed reports whether brackets hold a time that runs past its unit: [h], [mm].
func elapsed(s string) bool {
	low := strings.ToLower(s)
	return low != "" && (strings.Trim(low, "h") == "" || strings.Trim(low, "m") == "" || strings.Trim(low, "s") == "")
}

// runeLen is the length of the character at the head of s.
func runeLen(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}

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
