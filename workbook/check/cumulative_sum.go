package check

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/finding"
)

// cumulativeSum: a cumulative value is last year's and this year's together; in
// the first year it is this year's alone.
var cumulativeSum = Rule{
	Code:   finding.CumulativeSum,
	Sheets: targetSheets,
	Row: func(row *workbook.Row, report Report) {
		f, ok := figureOf(row)
		thisYear, given := row.Number(layout.ThisYear)
		if !ok || !given || row.Issued.Target.Basis != plan.Cumulative {
			return
		}
		last := f.last
		if row.Issued.Year == row.Issued.Plan.Period.First {
			last = decimal.NewNullDecimal(decimal.Zero)
		}
		if sum := last.Decimal.Add(thisYear); last.Valid && !agree(f.value, sum) {
			report(row, f.key, expected(last.Decimal.String()+" + "+thisYear.String()+" = ", sum, ""))
		}
	},
}
