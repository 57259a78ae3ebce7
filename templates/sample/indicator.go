package sample

import (
	"fmt"
	"math"
	"strconv"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// reading is an indicator's figures of a year.
type reading struct {
	actual, growth, province, assigned float64
	pace                               float64 // how it fares, 1 being on time
}

// indicator answers an indicator's figures. Units that answer for the same one
// give the same, unless they are to differ.
func (w *writer) indicator() {
	in := w.row.Indicator
	r, like := w.read(in, w.year()), decimals(in)
	data := w.data("indicator" + w.row.Ref)
	switch data {
	case layout.DataPending:
		w.put(layout.Release, fmt.Sprintf("%d-%02d", w.year()+1, 5+int(w.unit(w.row.Ref, "release")*4)))
	case layout.DataNone:
	default:
		w.put(layout.Actual, rounded(r.actual, like).String())
		w.put(layout.Growth, rounded(r.growth, decimal.New(1, -1)).String())
		w.put(layout.Province, rounded(r.province, like).String())
	}
	if r.assigned > 0 {
		w.put(layout.Assigned, rounded(r.assigned, like).String())
	}
	if base, ok := w.base(in); ok {
		w.put(layout.BaseValue, rounded(base, like).String())
	}
	if w.unit(w.row.Ref, "expected") < 0.8 {
		w.put(layout.Expected, rounded(w.read(in, w.form.Frame.Last).actual, like).String())
	}
	w.put(layout.Data, data)
	w.chances(r.pace)
}

// decimals is a model of the decimals an indicator is published with.
func decimals(in *plan.Indicator) decimal.Decimal {
	goal, ok := in.Goal()
	switch {
	case !ok:
		return decimal.New(1, -1)
	case in.Unit == "%" && goal.Exponent() == 0:
		return decimal.New(1, -1)
	case goal.LessThan(decimal.NewFromInt(100)) && goal.Exponent() == 0:
		return decimal.New(1, -2)
	}
	return goal
}

// words are what an indicator's draws depend on.
func (w *writer) words(in *plan.Indicator, more ...string) []string {
	words := append([]string{"indicator", strconv.Itoa(in.No)}, more...)
	if w.differ {
		words = append(words, w.form.Unit.ID)
	}
	return words
}

func (w *writer) vary(in *plan.Indicator, year int, low, high float64) float64 {
	return w.between(low, high, w.words(in, strconv.Itoa(year))...)
}

// base is the base value of an indicator that is judged by one.
func (w *writer) base(in *plan.Indicator) (float64, bool) {
	if d, ok := plan.Stated(in.Base); ok {
		return toFloat(d), true
	}
	goal, _ := in.Goal()
	rate, _ := plan.Stated(in.Growth)
	level := toFloat(goal)
	switch in.Kind() {
	case plan.KindLevel, plan.KindAbout:
		return level * w.between(0.8, 0.92, w.words(in, "base")...), true
	case plan.KindHeld:
		return level * 0.98, true
	case plan.KindRise:
		return level - toFloat(rate), true
	case plan.KindLevelGrowth:
		return level / math.Pow(1+toFloat(rate)/100, float64(w.form.Plan.Period.Years())), true
	case plan.KindProvinceAverage:
		return w.province(in, w.form.Plan.Period.Base) * 0.68, true
	case plan.KindAssigned:
		return w.assigned(in) * 0.97, true
	}
	return 0, false
}

// province is the province's level of something of which the plan states no number.
func (w *writer) province(in *plan.Indicator, year int) float64 {
	years := float64(year - w.form.Plan.Period.Base)
	return w.between(4, 9, "province", strconv.Itoa(in.No)) * math.Pow(1.05, years)
}

// assigned is what the province sets: a reduction over the period, or a level.
func (w *writer) assigned(in *plan.Indicator) float64 {
	if in.Kind() == plan.KindReduction {
		if goal, ok := in.Goal(); ok {
			return toFloat(goal)
		}
		return math.Round(w.between(12, 18, "assigned", strconv.Itoa(in.No)))
	}
	return math.Round(w.between(78, 86, "assigned", strconv.Itoa(in.No)))
}

// read is an indicator's figures of a year, by how it is judged.
func (w *writer) read(in *plan.Indicator, year int) reading {
	p := w.form.Plan.Period
	goal, _ := in.Goal()
	target, years := toFloat(goal), float64(p.Years())
	passed := float64(year-p.Base) / years
	pace := w.between(0.78, 1.2, w.words(in, "pace")...)
	base, _ := w.base(in)
	r := reading{pace: pace}
	switch in.Kind() {
	case plan.KindGrowth:
		r.actual = target + (pace-1)*5 + w.vary(in, year, -0.6, 0.6)
	case plan.KindLevelGrowth:
		rate, _ := plan.Stated(in.Growth)
		r.actual = base * math.Pow(target/base, passed*(0.6+0.4*pace)) * w.vary(in, year, 0.99, 1.01)
		r.growth = toFloat(rate) + (pace-1)*5 + w.vary(in, year, -0.5, 0.5)
	case plan.KindLevel, plan.KindAbout, plan.KindRise:
		r.actual = base + (target-base)*passed*pace
	case plan.KindHeld:
		r.actual = target * w.vary(in, year, 0.975, 1.02)
	case plan.KindCeiling:
		r.actual = target * w.vary(in, year, 0.85, 1.02)
	case plan.KindAboveProvince:
		r.province = w.vary(in, year, 6, 9)
		r.actual = r.province + (pace-0.9)*8
	case plan.KindProvinceAverage:
		r.province = w.province(in, year)
		r.actual = r.province * min(0.68+0.32*passed*pace, 1.05)
	case plan.KindReduction:
		r.assigned = w.assigned(in)
		r.actual = r.assigned / years * pace * w.vary(in, year, 0.9, 1.1)
		r.province = r.assigned / years
	case plan.KindAssigned:
		r.assigned = w.assigned(in)
		r.actual = min(r.assigned+(pace-0.9)*10, 100)
		r.province = r.assigned
	default:
		r.actual = target / years * pace
	}
	return r
}
