package check

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// percentRange: a share lies between 0 and 100, and nothing falls by more than 100 %.
var percentRange = Rule{
	Code:   finding.PercentRange,
	Sheets: figureSheets,
	Row: func(row *workbook.Row, report Report) {
		eachNumber(row, func(c *layout.Column, n decimal.Decimal) {
			least, most, ok := c.Bounds(row.Issued.Subject)
			if ok && (n.LessThan(least) || n.GreaterThan(most) && !c.IsRate(row.Issued.Subject)) {
				report(row, c.Key, finding.Expected(least.String()+" 至 "+most.String()))
			}
		})
	},
}
