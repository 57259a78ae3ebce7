package check

import (
	"regexp"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/finding"
)

// negativeReduction: a reduction is entered as a positive number.
var negativeReduction = Rule{
	Code:   finding.NegativeReduction,
	Sheets: figureSheets,
	Row: func(row *workbook.Row, report Report) {
		if !isReduction(row.Issued) {
			return
		}
		eachNumber(row, func(c *layout.Column, n decimal.Decimal) {
			if n.IsNegative() && c.IsPercent(row.Issued.Subject) {
				report(row, c.Key, expected("降低填正数,如 ", n.Neg(), ""))
			}
		})
	},
}

var reductionWord = regexp.MustCompile(`降低|下降|减少|削减`)

func isReduction(row *layout.Row) bool {
	if row.Target != nil {
		return reductionWord.MatchString(row.Target.Measure)
	}
	return row.Indicator.Kind() == plan.KindReduction
}
