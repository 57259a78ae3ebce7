package check

import (
	"tianbao/seeds/plan"
	"tianbao/workbook"
	"tianbao/workbook/finding"
)

// cumulativeFell: what has been summed up since the first year does not grow less.
var cumulativeFell = Rule{
	Code:   finding.CumulativeFell,
	Sheets: targetSheets,
	Row: func(row *workbook.Row, report Report) {
		f, ok := figureOf(row)
		if ok && row.Issued.Target.Basis == plan.Cumulative && f.last.Valid && f.value.LessThan(f.last.Decimal) {
			report(row, f.key, expected("不小于上年的 ", f.last.Decimal, ""))
		}
	},
}
