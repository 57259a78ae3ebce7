package sample

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// figures are a target's own value of a year and its value at the year's end.
type figures struct{ year, end decimal.Decimal }

// target answers a target's figures, with what they say of its chances.
func (w *writer) target() {
	t := w.row.Target
	f := w.figuresOf(t, w.year())
	data := w.data(t.ID)
	if data != layout.DataPending && data != layout.DataNone {
		w.put(layout.ThisYear, f.year.String())
		w.put(layout.Total, f.end.String())
	}
	if t.Basis == plan.Level {
		w.put(layout.BaseValue, w.figuresOf(t, w.form.Plan.Period.Base).end.String())
	}
	w.put(layout.Data, data)
	w.chances(w.pace(t.ID))
}

// data says where a figure comes from.
func (w *writer) data(id string) string {
	switch u := w.unit(id, "data", strconv.Itoa(w.year())); {
	case u < 0.72:
		return layout.DataFinal
	case u < 0.90:
		return layout.DataPreliminary
	case u < 0.96:
		return layout.DataEstimate
	case u < 0.99:
		return layout.DataPending
	}
	return layout.DataNone
}

// chances answers whether the target will be reached, or in the last year whether it
// was, with a reason and a measure where not; and where a base value comes from.
func (w *writer) chances(pace float64) {
	reason := ""
	switch {
	case pace >= 0.95:
		w.put(layout.Outlook, w.outlook(layout.OutlookSure, layout.ResultOnTime))
	case pace >= 0.85:
		w.put(layout.Outlook, w.outlook(layout.OutlookHard, layout.ResultNearly))
		reason = "受市场环境影响,进度略低于预期,正在采取措施。"
	default:
		w.put(layout.Outlook, w.outlook(layout.OutlookUnlikely, layout.ResultMissed))
		reason = "前期基数偏低,预计与目标有差距。"
	}
	if reason != "" {
		reason = fmt.Sprintf("%d年%s", w.year(), reason)
		w.put(layout.Measures, Mark+"按月调度,补齐短板。")
	}
	if _, proposed := w.Value(w.sheet.Key, w.row.Ref, layout.BaseValue); proposed {
		reason += fmt.Sprintf("基期值取自%d年统计年报。", w.form.Frame.Base)
	}
	if reason != "" {
		w.put(layout.Reason, Mark+reason)
	}
}

// outlook is what is expected, or in the last year what came of it.
func (w *writer) outlook(expected, result string) string {
	if w.year() >= w.form.Frame.Last {
		return result
	}
	return expected
}

// pace is how fast something goes towards its target, 1 being on time.
func (w *writer) pace(id string) float64 { return w.between(0.78, 1.25, id, "pace") }

// figuresOf is the figures of a target in a year. What the plan states as a sum is
// the sum of its parts.
func (w *writer) figuresOf(t *plan.Target, year int) figures {
	for _, total := range w.form.Plan.Totals {
		if total.Sum == t.ID {
			return w.sum(total.Parts, year)
		}
	}
	p := w.form.Plan.Period
	goal := t.Min
	if t.Op.Ceiling() {
		goal = t.Max
	}
	switch {
	case t.Place != "":
		return w.places(t, year)
	case t.Standing() || goal.Equal(t.Max) && t.Op.Ceiling() && t.Basis == plan.Level:
		low, high := 0.98, 1.03
		if t.Op.Ceiling() {
			low, high = 0.9, 1.005
		}
		kept := rounded(toFloat(goal)*w.between(low, high, t.ID, strconv.Itoa(year)), goal)
		if t.Unit == "%" {
			kept = decimal.Min(kept, decimal.NewFromInt(100))
		}
		return figures{year: kept, end: kept}
	case t.Standard():
		if float64(year-p.Base)*w.pace(t.ID) < 0.8*float64(p.Years()) {
			goal = goal.Mul(decimal.New(4, -1)).Ceil()
		}
		return figures{year: goal, end: goal}
	}
	switch t.Basis {
	case plan.Annual:
		return figures{year: rounded(toFloat(goal)*w.between(0.9, 1.3, t.ID, strconv.Itoa(year)), goal)}
	case plan.Growth:
		return figures{year: rounded(toFloat(goal)+w.between(-0.9, 1.2, t.ID, strconv.Itoa(year)), decimal.New(1, -1))}
	case plan.Cumulative:
		return cumulative(w.at(t, goal, 0, year), w.at(t, goal, 0, max(year-1, p.Base)))
	}
	return figures{end: w.at(t, goal, w.start(t), year)}
}

// places is how many of the places of which a target is asked one by one meet it.
func (w *writer) places(t *plan.Target, year int) figures {
	all := float64(max(t.Places, 1))
	p := w.form.Plan.Period
	now := func(year int) decimal.Decimal {
		passed := float64(year-p.Base) / float64(p.Years())
		if t.Basis == plan.Annual {
			passed = 1
		}
		return decimal.NewFromFloat(math.Round(all * min(passed*w.pace(t.ID), 1)))
	}
	end := now(year)
	if t.Basis == plan.Annual {
		return figures{year: end, end: end}
	}
	return cumulative(end, now(max(year-1, p.Base)))
}

func cumulative(now, before decimal.Decimal) figures { return figures{year: now.Sub(before), end: now} }

func (w *writer) sum(parts []string, year int) figures {
	var f figures
	for _, t := range w.form.Plan.Targets() {
		if slices.Contains(parts, t.ID) {
			part := w.figuresOf(t, year)
			f.year, f.end = f.year.Add(part.year), f.end.Add(part.end)
		}
	}
	return f
}

// start is where a level stood before the period, as a share of its target.
func (w *writer) start(t *plan.Target) float64 {
	if t.Op.Ceiling() {
		return 1.15
	}
	return w.between(0.6, 0.85, t.ID, "start")
}

// at is where a target is at the end of a year, on a straight line from start
// (a share of the goal) to the year it is due.
func (w *writer) at(t *plan.Target, goal decimal.Decimal, start float64, year int) decimal.Decimal {
	p := w.form.Plan.Period
	due := t.DueYear(p)
	if due <= p.Base {
		due = p.Last
	}
	way := min(float64(year-p.Base)/float64(due-p.Base), 1) * w.pace(t.ID)
	share := start + (1-start)*way
	if t.Unit == "%" && toFloat(goal) <= 100 {
		share = min(share, 100/max(toFloat(goal), 1))
	}
	return rounded(toFloat(goal)*share, goal)
}

// reached reports whether every target of an item is.
func (w *writer) reached(it *plan.Item) bool {
	for i := range it.Targets {
		t := &it.Targets[i]
		f := w.figuresOf(t, w.year())
		value, goal := f.end, t.Min
		if t.OfYear() {
			value = f.year
		}
		if t.Place != "" {
			goal = decimal.NewFromInt(int64(max(t.Places, 1)))
		}
		if t.Op.Ceiling() == value.GreaterThan(goal) && !value.Equal(goal) {
			return false
		}
	}
	return true
}

// rounded is a value with the decimals of a model.
func rounded(v float64, like decimal.Decimal) decimal.Decimal {
	places := max(-like.Exponent(), 0)
	scale := math.Pow10(int(places))
	return decimal.New(int64(math.Round(v*scale)), -places)
}

func toFloat(d decimal.Decimal) float64 { return d.InexactFloat64() }
