package check

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
	"tianbao/workbook"
	"tianbao/workbook/finding"
)

// growthForLevel: where a level is asked, no rate of growth is typed: 6.1 for
// 2521.6. It is told by last year's level, else the base, else the target.
var growthForLevel = Rule{
	Code:   finding.GrowthForLevel,
	Sheets: indicatorSheets,
	Row: func(row *workbook.Row, report Report) {
		f, ok := figureOf(row)
		if !ok || f.value.IsZero() || f.column.IsPercent(row.Issued.Subject) || f.value.Abs().GreaterThan(growthMost) {
			return
		}
		if level := knownLevel(row); level.Valid && level.Decimal.Abs().GreaterThanOrEqual(f.value.Abs().Mul(growthFactor)) {
			report(row, f.key, finding.Expected("与 "+level.Decimal.String()+" 相当的"+row.Sheet.Heading(f.key)))
		}
	},
}

// knownLevel is what an indicator's level is known to be about.
func knownLevel(row *workbook.Row) decimal.NullDecimal {
	if last := lastOf(row); last.Valid {
		return last
	}
	if base := issuedNumber(row.Issued.Indicator.Base); base.Valid {
		return base
	}
	switch row.Issued.Scale.Kind {
	case plan.KindLevel, plan.KindLevelGrowth, plan.KindHeld, plan.KindAbout, plan.KindRise:
		return row.Issued.Scale.Goal
	}
	return decimal.NullDecimal{}
}
