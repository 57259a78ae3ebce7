package judge

import (
	"strings"

	"github.com/shopspring/decimal"
)

// limit is a bound to be kept in every year.
type limit struct {
	goal
	unit   string
	strict bool
}

// ceiling judges a bound that no year may pass. Values are compared as reported:
// rounding would hide a year above. Years above are named.
func (f Frame) ceiling(l limit, s Series) Judgement {
	kept := func(v decimal.Decimal) bool {
		if l.strict {
			return v.LessThan(l.Decimal)
		}
		return v.LessThanOrEqual(l.Decimal)
	}
	j, value, above := f.eachYear(l, s, kept)
	if j.Year == 0 {
		return j
	}
	j.Required = some(l.Decimal)
	if !kept(value) {
		j.Gap = "高" + plain(value.Sub(l.Decimal)) + level{unit: l.unit}.pointUnit()
	}
	j.Basis = f.dataNote(j.Year) + "各年均应控制在" + withUnit(l.text, l.unit) + ":" + yearText(j.Year) + plain(value) + l.unit + wordIf(kept(value), ",未超过", ",超过上限")
	if len(above) > 0 {
		j.Basis += "," + yearsText(above) + "曾超"
	}
	if f.left(j.Year) > 0 {
		j.Remaining = f.leftText(j.Year) + "每年控制在" + withUnit(l.text, l.unit)
	}
	return j
}

// held judges a level to be kept about steady: Tolerance.Share of the target is
// enough in each year, more is no fault. Years below are named.
func (f Frame) held(l limit, s Series) Judgement {
	bar := l.round(l.Mul(f.Tolerance.Share).Shift(-2))
	kept := func(v decimal.Decimal) bool { return l.round(v).GreaterThanOrEqual(bar) }
	j, value, below := f.eachYear(l, s, kept)
	if j.Year == 0 {
		return j
	}
	j.Required = some(bar)
	j.Completion = share(value, l.Decimal)
	if !kept(value) {
		j.Gap = "低" + plain(bar.Sub(l.round(value))) + level{unit: l.unit}.pointUnit()
	}
	rate := ""
	if j.Completion.Valid {
		rate = ",为目标的" + plain(j.Completion.Decimal) + "%"
	}
	j.Basis = f.dataNote(j.Year) + "各年均应不低于目标" + withUnit(l.text, l.unit) + "的" + plain(f.Tolerance.Share) + "%(" + plain(bar) + l.unit + "):" +
		yearText(j.Year) + l.seen(value, l.round(value), l.unit) + rate + wordIf(kept(value), ",未低于", ",低于")
	if len(below) > 0 {
		j.Basis += "," + yearsText(below) + "曾低于"
	}
	if f.left(j.Year) > 0 {
		j.Remaining = f.leftText(j.Year) + "每年不低于" + plain(bar) + l.unit
	}
	return j
}

// eachYear judges by the year's own value and lists the earlier years that did not
// keep the limit. Year is 0 where there is no value to judge by.
func (f Frame) eachYear(l limit, s Series, kept func(decimal.Decimal) bool) (Judgement, decimal.Decimal, []int) {
	year, reason := f.dataYear(s)
	if year == 0 {
		return unknown(reason, ""), decimal.Zero, nil
	}
	value := s[year].Number.Decimal
	var broken []int
	for y := f.Period.First; y < year; y++ {
		if v := s[y]; v.published() && !kept(v.Number.Decimal) {
			broken = append(broken, y)
		}
	}
	o := missed
	if kept(value) {
		o = met
	}
	return Judgement{Year: year, Verdict: f.verdict(year, o), Actual: some(value)}, value, broken
}

// withUnit prints a target as written, with its unit where the words lack it.
func withUnit(text, unit string) string {
	if unit == "" || strings.Contains(text, unit) {
		return text
	}
	for _, tail := range []string{"左右", "以上", "以内", "以下"} {
		if cut, ok := strings.CutSuffix(text, tail); ok {
			return cut + unit + tail
		}
	}
	return text + unit
}

func wordIf(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}
