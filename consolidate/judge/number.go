package judge

import (
	"math"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

var (
	one     = decimal.NewFromInt(1)
	hundred = decimal.NewFromInt(100)
)

// precision is the places that roots and quotients are worked out to; results are
// rounded to settled places first, so that 7.45 does not become 7.4499….
const (
	precision = 32
	settled   = 20
)

// goal is a number a plan states, with the decimals it is written with.
type goal struct {
	decimal.Decimal
	places int32
	text   string // as written
}

func goalOf(d decimal.Decimal, text string) goal {
	return goal{Decimal: d, places: max(0, -d.Exponent()), text: text}
}

// readGoal finds the number in the words of a goal.
func readGoal(text string) (goal, bool) {
	d, ok := plan.Stated(text)
	if !ok {
		return goal{}, false
	}
	return goalOf(d, strings.TrimSpace(text)), true
}

// quotient divides to full precision; the divisor must not be zero.
func quotient(a, b decimal.Decimal) decimal.Decimal { return a.DivRound(b, precision) }

// power returns x^(k/n) of a positive x, settled.
func power(x decimal.Decimal, k, n int) decimal.Decimal {
	p := one
	for range k {
		p = p.Mul(x).Round(2 * precision)
	}
	return root(p, n)
}

// root returns the nth root of a positive number by Newton's method, settled.
func root(a decimal.Decimal, n int) decimal.Decimal {
	if n == 1 {
		return a.Round(settled)
	}
	guess := math.Pow(a.InexactFloat64(), 1/float64(n))
	if guess == 0 || math.IsInf(guess, 0) || math.IsNaN(guess) {
		guess = 1
	}
	x, count := decimal.NewFromFloat(guess), decimal.NewFromInt(int64(n))
	for range 400 {
		p := one
		for range n - 1 {
			p = p.Mul(x).Round(2 * precision)
		}
		if p.IsZero() {
			break
		}
		next := quotient(x.Mul(count.Sub(one)).Add(quotient(a, p)), count)
		if next.Sub(x).Abs().LessThan(decimal.New(1, -settled-4)) {
			return next.Round(settled)
		}
		x = next
	}
	return x.Round(settled)
}

// factor is 1 + g/100 of a growth rate in percent.
func factor(percent decimal.Decimal) decimal.Decimal { return one.Add(percent.Shift(-2)) }

// share is a as percent of b, one decimal; nothing where b is zero. What is short of b
// is never shown as all of it.
func share(a, b decimal.Decimal) decimal.NullDecimal {
	if b.IsZero() {
		return decimal.NullDecimal{}
	}
	exact := quotient(a, b).Shift(2)
	shown := exact.Round(1)
	if exact.LessThan(hundred) && shown.Equal(hundred) {
		shown = exact.RoundFloor(2)
	}
	return some(shown)
}

func some(d decimal.Decimal) decimal.NullDecimal { return decimal.NewNullDecimal(d) }

// brief prints a computed number with up to that many decimals, no trailing zeros.
func brief(d decimal.Decimal, places int32) string { return d.Round(places).String() }

// seen prints a computed number as brief does, but what is not zero never as 0.
func seen(d decimal.Decimal, places int32) string {
	for !d.IsZero() && d.Round(places).IsZero() {
		places++
	}
	return brief(d, places)
}

// apart prints a computed number as brief does, but never as the value it is held
// against where the two differ.
func apart(d, from decimal.Decimal, places int32) string {
	for !d.Equal(from) && d.Round(places).Equal(from) {
		places++
	}
	return brief(d, places)
}

// yearsText prints years: 2021、2022年.
func yearsText(years []int) string {
	return strings.Join(text.Each(years, strconv.Itoa), "、") + "年"
}

// yearsOf prints years: a run of them, or each.
func yearsOf(years []int) string {
	if n := len(years); n > 0 && years[n-1]-years[0] == n-1 {
		return spanText(years[0], years[n-1])
	}
	return yearsText(years)
}

// spanText prints a run of years: 2021—2024年, or 2021年 for one.
func spanText(from, to int) string {
	if from == to {
		return text.Year(from)
	}
	return strconv.Itoa(from) + "—" + text.Year(to)
}
