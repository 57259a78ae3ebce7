package text

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// scales are the powers of ten that are before a unit of measure.
var scales = []struct {
	word  string
	power int
}{{"万亿", 12}, {"亿", 8}, {"万", 4}}

// Scaled splits a unit into its scale and the rest: 万人 is 4 and 人.
func Scaled(unit string) (power int, rest string) {
	for _, s := range scales {
		if strings.HasPrefix(unit, s.word) {
			return s.power, unit[len(s.word):]
		}
	}
	return 0, unit
}

// Conversion returns the power of ten that takes a number written with a suffix
// into the unit of its cell; ok is false where there is no reading or more than
// one. 5.5万 in 人 is ·10⁴, 14250000万元 in 亿元 is ·10⁻⁴; 2000万 in 亿元 may mean
// 万元 or 万亿元 and is refused.
func Conversion(suffix, unit string) (power int, ok bool) {
	suffix, unit = Key(suffix), Key(unit)
	if suffix == unit {
		return 0, true
	}
	from, noun := Scaled(suffix)
	to, rest := Scaled(unit)
	switch {
	case noun == rest && rest != "":
		return from - to, from == 0 || !share(unit)
	case noun != "" || from == 0:
		return 0, false
	case to == 0:
		return from, !share(unit)
	}
	return 0, from == to
}

// share reports whether a unit has no scale: 万% is none.
func share(unit string) bool { return unit == "%" || unit == "‰" }

// Percent reports whether it is the unit of a share in points.
func Percent(unit string) bool { return Key(unit) == "%" }

// Quantity reads a number with or without a suffix, 2.5万 or 85%, in a unit of
// measure; ok is false where it is none, or has more than one reading.
func Quantity(s, unit string) (decimal.Decimal, bool) {
	s = Marks(Trim(s))
	l, n := Scan(s)
	if n == 0 {
		return decimal.Zero, false
	}
	if rest := Trim(s[n:]); rest != "" {
		power, ok := Conversion(rest, unit)
		if !ok {
			return decimal.Zero, false
		}
		l.Shift(power)
	}
	if !l.Bounded() {
		return decimal.Zero, false
	}
	return l.Decimal(), true
}

// Numeral reads a whole number in digits or in Chinese numerals up to hundreds, 12
// or 十二; 0 where it is none.
func Numeral(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	total, digit := 0, 0
	for _, r := range s {
		switch r {
		case '十':
			total, digit = total+max(digit, 1)*10, 0
		case '百':
			total, digit = total+max(digit, 1)*100, 0
		case '零', '〇':
		default:
			at := strings.IndexRune("一二三四五六七八九", r)
			if at < 0 {
				return 0
			}
			digit = at/len("一") + 1
		}
	}
	return total + digit
}
