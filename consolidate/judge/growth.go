package judge

import (
	"strings"

	"tianbao/seeds/text"

	"github.com/shopspring/decimal"
)

// rate is an average growth rate asked for.
type rate struct {
	goal
	binding bool
}

// places is how exactly a mean or a ratio is compared: one decimal more than the
// target has, one at least.
func (g goal) finer() int32 { return max(1, g.places+1) }

// growth judges an average growth rate: the geometric mean of the published years
// against the target, less than Tolerance.Points below it counting as nearly there.
func (f Frame) growth(g rate, s Series) Judgement {
	return f.judged(s, false, func(year int) Judgement { return f.growthAt(g, s, year) })
}

func (f Frame) growthAt(g rate, s Series, year int) Judgement {
	rates, years, missing := s.between(f.Period.First, min(year, f.Period.Last))
	note, reason, ok := enough(years, missing)
	if !ok {
		return unknown(reason, "")
	}
	product, ok := compound(rates)
	if !ok {
		return unknown("增长率低于-100%", "")
	}
	exact := percentOver(product, len(rates))
	mean := exact.Round(g.finer())
	j := Judgement{Year: year, Actual: some(mean), Required: some(g.Decimal), Completion: share(exact, g.Decimal)}
	j.Got, j.Want = yearsOf(years)+"年均"+mean.String()+"%", "年均"+withUnit(g.text, "%")
	short := g.Sub(mean)
	g.binding = g.binding || !f.bands(year)
	o := f.growthOutcome(g, short)
	j.Verdict = f.verdict(year, o)
	if short.IsPositive() {
		j.Gap = "低" + short.String() + "个百分点"
	}
	j.Remaining = f.growthNeed(g.goal, product, len(rates), year)
	j.Basis = "年均增速按各年几何平均:" + yearsOf(years) + " " + listText(rates) + ",年均" + mean.String() + "%,目标" + withUnit(g.text, "%") + "," + f.growthWord(g, o, short)
	return j.noted(note)
}

func (f Frame) growthOutcome(g rate, short decimal.Decimal) outcome {
	switch {
	case !short.IsPositive():
		return met
	case !g.binding && short.LessThan(f.Tolerance.Points):
		return near
	}
	return missed
}

func (f Frame) growthWord(g rate, o outcome, short decimal.Decimal) string {
	switch {
	case o == met:
		return "不低于目标"
	case g.binding:
		return "低" + short.String() + "个百分点"
	case o == near:
		return "低" + short.String() + "个百分点,差距小于" + f.Tolerance.Points.String() + "个百分点"
	}
	return "低" + short.String() + "个百分点,差距不小于" + f.Tolerance.Points.String() + "个百分点"
}

// growthNeed says what each remaining year must grow by to end at the target, over
// the years that are known and those to come.
func (f Frame) growthNeed(g goal, product decimal.Decimal, known, year int) string {
	left := f.left(year)
	if left == 0 || !product.IsPositive() || !factor(g.Decimal).IsPositive() {
		return ""
	}
	whole := one
	for range known + left {
		whole = whole.Mul(factor(g.Decimal))
	}
	need := percentOver(quotient(whole, product), left)
	return f.yearlyText(year) + "需增长" + brief(need, g.finer()) + "%"
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

// leftText names the remaining years.
func (f Frame) leftText(year int) string { return spanText(year+1, f.Period.Last) }

// yearlyText says of how many remaining years an average holds; one has none.
func (f Frame) yearlyText(year int) string {
	if f.left(year) == 1 {
		return f.leftText(year)
	}
	return f.leftText(year) + "年均"
}

func listText(numbers []decimal.Decimal) string {
	return strings.Join(text.Each(numbers, decimal.Decimal.String), "、")
}
