package check

import (
	"slices"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// magnitude: a number is of the size of what is known of it. Where last year's value
// is known, jump holds the value against that; else the base and the target say how
// large it may be, and of what has no number in the plan the province's.
var magnitude = Rule{
	Code:   finding.Magnitude,
	Sheets: figureSheets,
	Row: func(row *workbook.Row, report Report) {
		size, ok := sizeOf(row)
		if !ok {
			return
		}
		judged, last := row.Issued.Judged(), lastOf(row)
		eachNumber(row, func(c *layout.Column, n decimal.Decimal) {
			if !slices.Contains(sizedColumns, c.Key) || c.Key == judged && last.Valid && !last.Decimal.IsZero() || questioned(row, c, n) {
				return
			}
			if text := size.unlike(row, c, n, c.Key == judged); text != "" {
				report(row, c.Key, finding.Expected(text))
			}
		})
	},
}

// sizedColumns hold numbers in the row's own unit.
var sizedColumns = []layout.Key{layout.Actual, layout.Total, layout.ThisYear, layout.Revised, layout.Expected, layout.BaseValue}

// size is between what and what a value is known to lie, and how that is called.
type size struct {
	low, high decimal.Decimal
	word      string
	based     bool // low is the base: what is far below it is odd
	down      bool // to be kept low: small is no fault
}

// sizeOf is what the plan, else the province, says of the size of a row's numbers.
func sizeOf(row *workbook.Row) (s size, ok bool) {
	goal := row.Issued.Scale.Goal
	known := func(d decimal.Decimal, word string) {
		if !d.IsPositive() {
			return
		}
		if !ok {
			s.low, s.high, s.word, ok = d, d, word+" "+d.String(), true
			return
		}
		s.low, s.high, s.word = decimal.Min(s.low, d), decimal.Max(s.high, d), s.word+"、"+word+" "+d.String()
	}
	if goal.Valid && row.Issued.Scale.Kind != plan.KindCumulative {
		known(goal.Decimal, "目标")
	}
	if base := issuedNumber(row.Text(layout.BaseValue)); base.Valid && !row.Open(layout.BaseValue) {
		known(base.Decimal, "基期值")
		s.based = true
	}
	if !ok && row.Issued.Indicator != nil && row.Issued.Scale.Kind == plan.KindProvinceAverage {
		if n, given := row.Number(layout.Province); given {
			known(n, "全省")
		}
	}
	if t := row.Issued.Target; t != nil {
		s.down = t.Op == plan.AtMost || t.Op == plan.Below
	}
	if in := row.Issued.Indicator; in != nil {
		s.down = plan.ComesDown(in.Name)
	}
	s.down = s.down || row.Issued.Scale.Kind == plan.KindCeiling
	return s, ok
}

// unlike says what a number should be like, "" where it is.
func (s size) unlike(row *workbook.Row, c *layout.Column, n decimal.Decimal, judged bool) string {
	if c.IsPercent(row.Issued.Subject) {
		if n.GreaterThan(s.high.Add(sizePoints)) || s.based && !s.down && n.LessThan(s.low.Sub(sizePoints)) {
			return "与" + s.word + "(%) 相差不超过 " + sizePoints.String() + " 个百分点"
		}
		return ""
	}
	most, least := s.high.Mul(sizeFactor), s.low.DivRound(sizeLeast, 9)
	if s.based {
		least = s.low.DivRound(sizeFactor, 9)
	}
	small := n.IsInteger() && n.LessThan(jumpSmall)
	switch {
	case n.GreaterThan(most) && n.GreaterThan(sizeSmall):
		return "与" + s.word + " 相差不超过 " + sizeFactor.String() + " 倍"
	case judged && !s.down && !small && n.IsPositive() && n.LessThan(least) && c.Key != layout.BaseValue:
		return "与" + s.word + " 相当的数"
	}
	return ""
}
