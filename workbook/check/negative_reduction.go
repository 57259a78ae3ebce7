package check

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// negativeReduction: a reduction is entered as a positive number.
var negativeReduction = Rule{
	Code:   finding.NegativeReduction,
	Sheets: figureSheets,
	Row: func(row *workbook.Row, report Report) {
		if !row.Issued.Scale.Reduction {
			return
		}
		eachNumber(row, func(c *layout.Column, n decimal.Decimal) {
			if n.IsNegative() && c.IsPercent(row.Issued.Subject) {
				report(row, c.Key, expected("降低填正数,如 ", n.Neg(), ""))
			}
		})
	},
}
