package check

import (
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/workbook"
)

// cumulativeFell: what has been summed up since the first year does not grow less.
var cumulativeFell = Rule{
	Code:   finding.CumulativeFell,
	Sheets: targetSheets,
	Row: func(row *workbook.Row, report Report) {
		if f, ok := figureOf(row); ok && fell(row, f) {
			report(row, f.key, expected("不小于上年的 ", f.last.Decimal, ""))
		}
	},
}

func fell(row *workbook.Row, f figure) bool {
	return row.Issued.Target.Basis == plan.Cumulative && f.last.Valid && f.value.LessThan(f.last.Decimal)
}
