package check

import (
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// againstTarget: a ceiling is not passed. A level on its way down to a target of a
// later year is not asked about.
var againstTarget = Rule{
	Code:   finding.AgainstTarget,
	Sheets: figureSheets,
	Row: func(row *workbook.Row, report Report) {
		f, ok := figureOf(row)
		if !ok {
			return
		}
		if in := row.Issued.Indicator; in != nil {
			if goal := row.Issued.Scale.Goal; row.Issued.Scale.Kind == plan.KindCeiling && goal.Valid && f.value.GreaterThan(goal.Decimal) {
				report(row, f.key, finding.Expected(withinPlan))
			}
			return
		}
		if passes(f, row.Issued) {
			report(row, f.key, finding.Expected(withinPlan))
		}
	},
}

// withinPlan does not say how much would still do.
const withinPlan = "不超过规划的控制要求"

func passes(f figure, row *layout.Row) bool {
	t := row.Target
	if t.Basis == plan.Level && row.Scale.Due > row.Year {
		return false
	}
	return t.Op == plan.AtMost && f.value.GreaterThan(t.Max) || t.Op == plan.Below && f.value.GreaterThanOrEqual(t.Max)
}
