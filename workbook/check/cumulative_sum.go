package check

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// cumulativeSum: a cumulative value is last year's and this year's together; in
// the first year it is this year's alone, and never less than this year's. A year's value that is questioned itself
// is not summed up.
var cumulativeSum = Rule{
	Code:   finding.CumulativeSum,
	Sheets: targetSheets,
	Row: func(row *workbook.Row, report Report) {
		f, ok := figureOf(row)
		thisYear, given := row.Number(layout.ThisYear)
		if !ok || !given || row.Issued.Target.Basis != plan.Cumulative {
			return
		}
		if questioned(row, columnOf(row, layout.ThisYear), thisYear) {
			return
		}
		if row.Issued.Year == row.Issued.Plan.Period.First {
			if !agree(f.value, thisYear) {
				report(row, f.key, expected("规划期第一年,等于当年值 ", thisYear, ""))
			}
			return
		}
		if !f.last.Valid && thisYear.GreaterThan(f.value) {
			report(row, f.key, expected("不小于当年值 ", thisYear, ""))
		}
		if sum := f.last.Decimal.Add(thisYear); f.last.Valid && !agree(f.value, sum) {
			report(row, f.key, expected("上年累计 "+f.last.Decimal.String()+" + 当年 "+thisYear.String()+" = ", sum, ""))
		}
	},
}

// questioned reports whether a number is asked about for itself: its sign, its size as a
// percentage.
func questioned(row *workbook.Row, c *layout.Column, n decimal.Decimal) bool {
	least, most, ok := c.Bounds(row.Issued.Subject)
	return n.IsNegative() || isFraction(row, c, n) || ok && (n.LessThan(least) || n.GreaterThan(most))
}
