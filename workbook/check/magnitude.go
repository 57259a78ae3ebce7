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
		judged, last := row.Issued.Judged(), lastOf(row)
		eachNumber(row, func(c *layout.Column, n decimal.Decimal) {
			if !slices.Contains(sizedColumns, c.Key) || c.Key == judged && last.Valid && !last.Decimal.IsZero() || questioned(row, c, n) {
				return
			}
			if size, ok := sizeOf(row); ok {
				if text := size.unlike(row, c, n, c.Key == judged); text != "" {
					report(row, c.Key, finding.Expected(text))
				}
			}
		})
	},
}

// sizedColumns hold numbers in the row's own unit.
var sizedColumns = []layout.Key{layout.Actual, layout.Total, layout.ThisYear, layout.Revised, layout.Expected, layout.BaseValue}

// size is between what and what a value is known to lie, and how that is called.
type size struct {
	low, high decimal.Decimal
	of        [2]named // what it is known by
	based     bool     // low is the base: what is far below it is odd
	down      bool     // to be kept low: small is no fault
}

// named is a number and how it is called; "" for none.
type named struct {
	name string
	decimal.Decimal
}

// word says what a size is known by.
func (s size) word() string {
	word := s.of[0].name + " " + s.of[0].String()
	if s.of[1].name != "" {
		word += "、" + s.of[1].name + " " + s.of[1].String()
	}
	return word
}

// sizeOf is what the plan, else the province, says of the size of a row's numbers.
func sizeOf(row *workbook.Row) (s size, ok bool) {
	goal := row.Issued.Scale.Goal
	known := func(d decimal.Decimal, name string) {
		if !d.IsPositive() {
			return
		}
		if !ok {
			s.low, s.high, s.of[0], ok = d, d, named{name, d}, true
			return
		}
		s.low, s.high, s.of[1] = decimal.Min(s.low, d), decimal.Max(s.high, d), named{name, d}
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
	s.down = row.Issued.Scale.Down
	return s, ok
}

// unlike says what a number should be like, "" where it is.
func (s size) unlike(row *workbook.Row, c *layout.Column, n decimal.Decimal, judged bool) string {
	if c.IsPercent(row.Issued.Subject) {
		if n.GreaterThan(s.high.Add(sizePoints)) || s.based && !s.down && n.LessThan(s.low.Sub(sizePoints)) {
			return "与" + s.word() + "(%) 相差不超过 " + sizePoints.String() + " 个百分点"
		}
		return ""
	}
	part := sizeLeast
	if s.based {
		part = sizeFactor
	}
	small := n.IsInteger() && n.LessThan(jumpSmall)
	switch {
	case n.GreaterThan(sizeSmall) && n.GreaterThan(s.high.Mul(sizeFactor)):
		return "与" + s.word() + " 相差不超过 " + sizeFactor.String() + " 倍"
	case judged && !s.down && !small && n.IsPositive() && n.LessThan(s.low) && n.Mul(part).LessThan(s.low) && c.Key != layout.BaseValue:
		return "与" + s.word() + " 相当的数"
	}
	return ""
}
