package judge

import (
	"strings"

	"github.com/shopspring/decimal"
)

// growth judges an average growth rate: the geometric mean of all years so far
// against the target, less than Tolerance.Points below it counting as nearly
// there. A year missing leaves it unknown, for a mean of fewer years is another
// number.
func (f Frame) growth(g goal, s Series) Judgement {
	year, reason := f.dataYear(s)
	if year == 0 {
		return unknown(reason, "")
	}
	until := min(year, f.Period.Last)
	rates, missing := s.between(f.Period.First, until)
	if len(missing) > 0 {
		return unknown("缺"+yearsText(missing)+"数据", "")
	}
	product, ok := compound(rates)
	if !ok {
		return unknown("增长率低于-100%", "")
	}
	exact := percentOver(product, len(rates))
	mean := g.round(exact)
	j := Judgement{Year: year, Actual: some(mean), Required: some(g.Decimal), Completion: share(exact, g.Decimal)}
	short := g.Sub(mean)
	j.Verdict = f.verdict(year, f.growthOutcome(short))
	if short.IsPositive() {
		j.Gap = "低" + plain(short) + "个百分点"
	}
	j.Remaining = f.growthNeed(g, product, year)
	j.Basis = f.dataNote(year) + "年均增速按各年几何平均:" + spanText(f.Period.First, until) + " " + listText(rates) +
		",年均" + fixed(mean, g.places) + "%" + exactNote(exact, mean) + ",目标" + withUnit(g.text, "%") + "," + f.growthWord(short)
	return j
}

func (f Frame) growthOutcome(short decimal.Decimal) outcome {
	switch {
	case !short.IsPositive():
		return met
	case short.LessThan(f.Tolerance.Points):
		return near
	}
	return missed
}

func (f Frame) growthWord(short decimal.Decimal) string {
	switch f.growthOutcome(short) {
	case met:
		return "不低于目标"
	case near:
		return "低" + plain(short) + "个百分点,差距小于" + plain(f.Tolerance.Points) + "个百分点"
	}
	return "低" + plain(short) + "个百分点,差距不小于" + plain(f.Tolerance.Points) + "个百分点"
}

// growthNeed says what each remaining year must grow by to end at the target.
func (f Frame) growthNeed(g goal, product decimal.Decimal, year int) string {
	left := f.left(year)
	if left == 0 || !product.IsPositive() || !factor(g.Decimal).IsPositive() {
		return ""
	}
	whole := one
	for range f.span() {
		whole = whole.Mul(factor(g.Decimal))
	}
	need := percentOver(quotient(whole, product), left)
	return f.yearlyText(year) + "需增长" + brief(need, max(1, g.places)) + "%"
}

// between returns the published numbers of the years from first to last, and the
// years that have none.
func (s Series) between(first, last int) (numbers []decimal.Decimal, missing []int) {
	for y := first; y <= last; y++ {
		if v := s[y]; v.published() {
			numbers = append(numbers, v.Number.Decimal)
		} else {
			missing = append(missing, y)
		}
	}
	return numbers, missing
}

// compound multiplies 1 + g of every rate; false where one falls below -100 %.
func compound(rates []decimal.Decimal) (decimal.Decimal, bool) {
	p := one
	for _, r := range rates {
		x := factor(r)
		if x.IsNegative() {
			return p, false
		}
		p = p.Mul(x)
	}
	return p, true
}

// percentOver is the yearly rate in percent of a growth factor over n years.
func percentOver(product decimal.Decimal, n int) decimal.Decimal {
	if product.IsZero() {
		return hundred.Neg()
	}
	return root(product, n).Sub(one).Shift(2)
}

// dataNote says that older data are judged by.
func (f Frame) dataNote(year int) string {
	if year == f.Year {
		return ""
	}
	return "按" + yearText(year) + "数据(" + yearText(f.Year) + "暂未发布):"
}

// leftText names the remaining years.
func (f Frame) leftText(year int) string { return spanText(year+1, f.Period.Last) }

// yearlyText says of how many remaining years an average holds; one has none.
func (f Frame) yearlyText(year int) string {
	if f.left(year) == 1 {
		return f.leftText(year)
	}
	return f.leftText(year) + "年均"
}

// exactNote shows the number before rounding where that says more.
func exactNote(exact, rounded decimal.Decimal) string {
	fine := exact.Round(max(2, -rounded.Exponent()+1))
	if fine.Equal(rounded) {
		return ""
	}
	return "(" + plain(fine) + "%)"
}

func listText(numbers []decimal.Decimal) string {
	words := make([]string, len(numbers))
	for i, d := range numbers {
		words[i] = plain(d)
	}
	return strings.Join(words, "、")
}
