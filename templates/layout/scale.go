package layout

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
)

// Scale is what the words of a target or an indicator say of its numbers. It is
// worked out once for all units.
type Scale struct {
	Kind      plan.Kind           // of an indicator
	Goal      decimal.NullDecimal // the number the plan asks for
	Due       int                 // year by which it asks for it
	Pace      decimal.NullDecimal // what is under 年均增长: a rate, or a rise over the base
	percent   bool                // measured in %
	rate      bool                // a rate of growth or reduction: points per year, may be negative
	share     bool                // a share of a whole
	Reduction bool                // entered as a positive number
	Down      bool                // to be kept low, or to come down
}

var (
	rateWord      = regexp.MustCompile(`增长|增速|增幅|增加|提高|提升|下降|降低|降幅|减少|削减|年均`)
	shareWord     = regexp.MustCompile(`率|比重|占比|比例`)
	openShare     = regexp.MustCompile(`毛入|负债|杠杆|产销|周转|收益|利润|回报|完成率|增长率|贡献|投资|容积|强度`)
	reductionWord = regexp.MustCompile(`降低|下降|降幅|减少|削减`)
	hundred       = decimal.NewFromInt(100)
)

func targetScale(t *plan.Target, period plan.Period) *Scale {
	name := cmp.Or(t.Measure, t.Phrase)
	s := &Scale{Goal: decimal.NewNullDecimal(t.Max), Due: t.DueYear(period), percent: t.Unit == "%", Reduction: reductionWord.MatchString(t.Measure)}
	if t.Place != "" {
		s.Goal = decimal.NullDecimal{Decimal: decimal.NewFromInt(int64(t.Places)), Valid: t.Places > 0}
		s.percent, s.Reduction = false, false
	}
	s.Down = t.Op.Ceiling()
	s.rate = s.percent && (t.Basis == plan.Growth || isRate(t.Measure))
	s.share = s.isShare(name)
	return s
}

func indicatorScale(in *plan.Indicator, period plan.Period) *Scale {
	s := &Scale{Kind: in.Kind(), Due: period.Last, percent: in.Unit == "%"}
	s.Goal.Decimal, s.Goal.Valid = in.Goal()
	s.Pace.Decimal, s.Pace.Valid = plan.Stated(in.Growth)
	s.Reduction = s.Kind == plan.KindReduction
	s.Down = s.Kind == plan.KindCeiling || plan.ComesDown(in.Name)
	s.rate = s.percent && (s.Kind == plan.KindGrowth || s.Reduction || isRate(in.Name))
	s.share = s.isShare(in.Name)
	return s
}

// isRate reports whether it is a name that speaks of change; 增加值 is a quantity.
func isRate(name string) bool { return rateWord.MatchString(strings.ReplaceAll(name, "增加值", "")) }

func (s *Scale) isShare(name string) bool {
	return s.percent && !s.rate && shareWord.MatchString(name) && !openShare.MatchString(name) && s.Goal.Decimal.LessThanOrEqual(hundred)
}

// scaleOf returns the scale of a subject; a form's subjects have theirs already.
func scaleOf(s Subject) *Scale {
	switch {
	case s.Scale != nil:
		return s.Scale
	case s.Target != nil:
		return targetScale(s.Target, s.Plan.Period)
	case s.Indicator != nil:
		return indicatorScale(s.Indicator, s.Plan.Period)
	}
	return &Scale{}
}

// IsPercent reports whether a column's numbers are percentages in this row.
func (c *Column) IsPercent(s Subject) bool {
	return c.Kind == Number && c.Unit != nil && c.Unit(s) == "%"
}

// IsRate reports whether a column's numbers are rates of growth or reduction in
// this row.
func (c *Column) IsRate(s Subject) bool {
	return c.IsPercent(s) && (c.Key == Growth || scaleOf(s).rate)
}

// Bounds returns what a percentage cannot pass: 0 and 100 for a share of a whole;
// for a rate −100 and 100, or ten times what the plan asks for where that is more.
// ok is false where nothing can be said.
func (c *Column) Bounds(s Subject) (least, most decimal.Decimal, ok bool) {
	scale := scaleOf(s)
	switch {
	case !c.IsPercent(s):
		return least, most, false
	case c.Key == Growth:
		return hundred.Neg(), decimal.Max(hundred, scale.Pace.Decimal.Shift(1)), true
	case scale.rate:
		return hundred.Neg(), decimal.Max(hundred, scale.Goal.Decimal.Shift(1)), true
	}
	return decimal.Zero, hundred, scale.share
}
