package check

import (
	"slices"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// percentFraction: a percentage holds points: 85, not 0.85.
var percentFraction = Rule{
	Code:   finding.PercentFraction,
	Sheets: figureSheets,
	Row: func(row *workbook.Row, report Report) {
		eachNumber(row, func(c *layout.Column, n decimal.Decimal) {
			if isFraction(row, c, n) {
				report(row, c.Key, finding.Expected("如指百分之 "+n.Shift(2).String()+",填 "+n.Shift(2).String()))
			}
		})
	},
}

func isFraction(row *workbook.Row, c *layout.Column, n decimal.Decimal) bool {
	return c.IsPercent(row.Issued.Subject) && !n.IsZero() && n.Abs().LessThan(fractionMost) && !smallByNature(row)
}

// smallByNature reports whether the plan or last year speaks of such small
// percentages itself.
func smallByNature(row *workbook.Row) bool {
	return slices.ContainsFunc([]decimal.NullDecimal{row.Issued.Scale.Goal, lastOf(row)}, func(known decimal.NullDecimal) bool {
		return known.Valid && !known.Decimal.IsZero() && known.Decimal.Abs().LessThan(fractionGoal)
	})
}
