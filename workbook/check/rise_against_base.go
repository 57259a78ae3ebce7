package check

import (
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/finding"
)

// riseAgainstBase: a target with its rise in brackets leaves one base only: 78
// less [1.3] is 76.7.
var riseAgainstBase = Rule{
	Code:   finding.RiseAgainstBase,
	Sheets: indicatorSheets,
	Row: func(row *workbook.Row, report Report) {
		in := row.Issued.Indicator
		base, filled := row.Number(layout.BaseValue)
		if !filled || in.Kind() != plan.KindRise {
			return
		}
		goal, _ := in.Goal()
		if rise, ok := plan.Stated(in.Growth); ok && !base.Equal(goal.Sub(rise)) {
			report(row, layout.BaseValue, expected(goal.String()+" − "+rise.String()+" = ", goal.Sub(rise), ""))
		}
	},
}
