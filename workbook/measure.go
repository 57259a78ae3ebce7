package workbook

import "strings"

// scales are the powers of ten that stand before a unit of measure.
var scales = []struct {
	word  string
	power int
}{{"万亿", 12}, {"亿", 8}, {"万", 4}}

// scaled splits a unit into its scale and the rest: 万人 is 4 and 人.
func scaled(unit string) (power int, rest string) {
	for _, s := range scales {
		if strings.HasPrefix(unit, s.word) {
			return s.power, unit[len(s.word):]
		}
	}
	return 0, unit
}

// conversion returns the power of ten that takes a number written with a suffix
// into the unit of its cell; ok is false where there is no reading or more than
// one. 5.5万 in 人 is ·10⁴, 14250000万元 in 亿元 is ·10⁻⁴; 2000万 in 亿元 may mean
// 万元 or 万亿元 and is refused.
func conversion(suffix, unit string) (power int, ok bool) {
	suffix, unit = key(suffix), key(unit)
	if suffix == unit {
		return 0, true
	}
	from, noun := scaled(suffix)
	to, rest := scaled(unit)
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

// share reports a unit that has no scale: 万% is none.
func share(unit string) bool { return unit == "%" || unit == "‰" }
