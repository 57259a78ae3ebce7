package check

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// levelForGrowth: where a rate of growth is asked, no level is typed: 2521.6 for 6.1.
var levelForGrowth = Rule{
	Code:   finding.LevelForGrowth,
	Sheets: figureSheets,
	Row: func(row *workbook.Row, report Report) {
		eachNumber(row, func(c *layout.Column, n decimal.Decimal) {
			if _, most, ok := c.Bounds(row.Issued.Subject); ok && c.IsRate(row.Issued.Subject) && n.GreaterThan(most) {
				if row.Issued.Scale.Reduction && c.Key != layout.Growth {
					report(row, c.Key, finding.Expected("降低百分之几,不大于 "+most.String()),
						finding.Message("这里要填降低百分数,填的像是绝对数"), finding.Hint("请填降低百分之几,如 3.2"))
					return
				}
				report(row, c.Key, finding.Expected("增长百分之几,不大于 "+most.String()))
			}
		})
	},
}
