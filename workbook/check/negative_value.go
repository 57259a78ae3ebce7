package check

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// negativeValue: amounts and counts are not below zero. Percentages have rules of
// their own.
var negativeValue = Rule{
	Code:   finding.NegativeValue,
	Sheets: figureSheets,
	Row: func(row *workbook.Row, report Report) {
		eachNumber(row, func(c *layout.Column, n decimal.Decimal) {
			if n.IsNegative() && !c.IsPercent(row.Issued.Subject) {
				report(row, c.Key, finding.Expected("不小于 0"))
			}
		})
	},
}
