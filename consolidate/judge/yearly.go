package judge

import (
	"strings"

	"tianbao/seeds/text"

	"github.com/shopspring/decimal"
)

// limit is a bound to be kept in every year. Its words are made of the number: those
// of the plan (稳定在…左右, 控制在…以内) say already how it is to be kept.
type limit struct {
	goal
	unit   string
	strict bool // the bound itself is beyond it
	firm   bool // 稳定在…以上: no tolerance below
}

// ceiling judges a bound that no year may pass. Years above are named.
func (f Frame) ceiling(l limit, s Series) Judgement {
	kept := func(v decimal.Decimal) bool {
		if l.strict {
			return v.LessThan(l.Decimal)
		}
		return v.LessThanOrEqual(l.Decimal)
	}
	return f.judged(s, false, func(year int) Judgement {
		j, value, above := f.eachYear(s, year, kept, "曾超")
		j.Required, j.Want = some(l.Decimal), l.within()
		word := ",未超过"
		if !kept(value) {
			word = ",超过上限"
			if over := value.Sub(l.Decimal); over.IsPositive() {
				j.Gap = "高" + over.String() + pointUnit(l.unit)
			} else {
				j.Gap = "未低于上限"
			}
		}
		j.Basis = "各年均应" + l.within() + ":" + text.Year(year) + value.String() + l.unit + word
		if len(above) > 0 {
			j.Basis += "," + yearsText(above) + "曾超"
		}
		if f.left(year) > 0 {
			j.Remaining = f.leftText(year) + "每年" + l.within()
		}
		return j
	})
}

// within says how a ceiling is to be kept.
func (l limit) within() string {
	return wordIf(l.strict, "低于"+l.amount(), "控制在"+l.amount()+"以内")
}

func (l limit) amount() string { return l.Decimal.String() + l.unit }

// held judges a level to be kept: about steady, where Tolerance.Share of the target
// is enough in each year and more is no fault; or firmly, where nothing less than
// the target is. Years below are named. What is missing is counted from the target.
func (f Frame) held(l limit, s Series) Judgement {
	bar := l.Decimal
	rule := "各年均应不低于目标" + l.amount()
	if !l.firm {
		bar = l.Mul(f.Tolerance.Share).Shift(-2)
		rule += "的" + f.Tolerance.Share.String() + "%(" + bar.String() + l.unit + ")"
	}
	kept := func(v decimal.Decimal) bool { return v.GreaterThanOrEqual(bar) }
	return f.judged(s, false, func(year int) Judgement {
		j, value, below := f.eachYear(s, year, kept, "曾低")
		j.Required, j.Want, j.Completion = some(bar), "不低于"+bar.String()+l.unit, share(value, l.Decimal)
		if !kept(value) {
			j.Gap = "低" + l.Sub(value).String() + pointUnit(l.unit)
		}
		rate := wordIf(j.Completion.Valid, ",为目标的"+j.Completion.Decimal.String()+"%", "")
		j.Basis = rule + ":" + text.Year(year) + value.String() + l.unit + rate + wordIf(kept(value), ",未低于", ",低于")
		if len(below) > 0 {
			j.Basis += "," + yearsText(below) + "曾低"
		}
		if f.left(year) > 0 {
			j.Remaining = f.leftText(year) + "每年不低于" + bar.String() + l.unit
		}
		return j
	})
}

// eachYear judges by the year's own value and lists the earlier years that did not
// keep the bound; in the last year these leave it nearly done.
func (f Frame) eachYear(s Series, year int, kept func(decimal.Decimal) bool, fault string) (Judgement, decimal.Decimal, []int) {
	value := s[year].Number.Decimal
	var broken []int
	for y := f.Period.First; y < year; y++ {
		if v := s[y]; v.published() && !kept(v.Number.Decimal) {
			broken = append(broken, y)
		}
	}
	j := Judgement{Year: year, Verdict: f.verdict(year, missed), Actual: some(value)}
	switch {
	case !kept(value):
	case f.final(year) && len(broken) > 0:
		j.Verdict = NearlyDone
		j = j.noted(yearsText(broken) + fault)
	default:
		j.Verdict = f.verdict(year, met)
	}
	return j, value, broken
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
