package check

import (
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// riseAgainstBase: a target with its rise in brackets leaves one base only: 78
// less [1.3] is 76.7.
var riseAgainstBase = Rule{
	Code:   finding.RiseAgainstBase,
	Sheets: indicatorSheets,
	Row: func(row *workbook.Row, report Report) {
		scale := row.Issued.Scale
		base, filled := row.Number(layout.BaseValue)
		if !filled || scale.Kind != plan.KindRise || !scale.Pace.Valid {
			return
		}
		goal, rise := scale.Goal.Decimal, scale.Pace.Decimal
		if want := goal.Sub(rise); !base.Equal(want) {
			report(row, layout.BaseValue, expected(goal.String()+" − "+rise.String()+" = ", want, ""))
		}
	},
}
