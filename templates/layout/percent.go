package layout

import (
	"regexp"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
)

var (
	rateWord  = regexp.MustCompile(`增长|增速|增幅|增加|提高|提升|下降|降低|降幅|减少|削减|负增长|年均`)
	shareWord = regexp.MustCompile(`率|比重|占比|比例|比率`)
	openShare = regexp.MustCompile(`负债|杠杆|产销|周转|收益|利润|回报|完成率|增长率|贡献|投资|容积|强度`)
	hundred   = decimal.NewFromInt(100)
)

// IsPercent reports whether a column's numbers are percentages in this row.
func (c *Column) IsPercent(s Subject) bool {
	return c.Kind == Number && c.Unit != nil && c.Unit(s) == "%"
}

// IsRate reports whether a column's numbers are rates of growth or reduction in
// this row: points per year, which may be negative.
func (c *Column) IsRate(s Subject) bool {
	switch {
	case !c.IsPercent(s):
		return false
	case c.Key == Growth:
		return true
	case s.Target != nil:
		return s.Target.Basis == plan.Growth || rateWord.MatchString(s.Target.Measure)
	case s.Indicator != nil:
		switch s.Indicator.Kind() {
		case plan.KindGrowth, plan.KindReduction:
			return true
		}
		return rateWord.MatchString(s.Indicator.Name)
	}
	return false
}

// Bounds returns what a percentage cannot pass: 0 and 100 for a share of a whole;
// for a rate −100 and 100, or ten times what the plan asks for where that is more.
// ok is false where nothing can be said.
func (c *Column) Bounds(s Subject) (least, most decimal.Decimal, ok bool) {
	if c.IsRate(s) {
		goal, _ := goalOf(s)
		return hundred.Neg(), decimal.Max(hundred, goal.Shift(1)), true
	}
	goal, _ := goalOf(s)
	name := subjectName(s)
	ok = c.IsPercent(s) && shareWord.MatchString(name) && !openShare.MatchString(name) && goal.LessThanOrEqual(hundred)
	return decimal.Zero, hundred, ok
}

func subjectName(s Subject) string {
	switch {
	case s.Target != nil && s.Target.Measure != "":
		return s.Target.Measure
	case s.Target != nil:
		return s.Target.Phrase
	case s.Indicator != nil:
		return s.Indicator.Name
	}
	return ""
}

func goalOf(s Subject) (decimal.Decimal, bool) {
	switch {
	case s.Target != nil:
		return s.Target.Max, true
	case s.Indicator != nil:
		return s.Indicator.Goal()
	}
	return decimal.Zero, false
}
