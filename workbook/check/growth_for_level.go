package check

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
	"tianbao/workbook"
	"tianbao/workbook/finding"
)

// growthForLevel: where a level is asked, no rate of growth is typed: 6.1 for
// 2521.6. It is told by last year's level, else the base, else the target. It
// blocks the cell only where nothing else can be meant: no level is a hundredth of
// what is known of it, but a small count may be true.
var growthForLevel = Rule{
	Code:   finding.GrowthForLevel,
	Sheets: indicatorSheets,
	Row: func(row *workbook.Row, report Report) {
		f, ok := figureOf(row)
		if !ok || f.value.IsZero() || f.column.IsPercent(row.Issued.Subject) || f.value.Abs().GreaterThan(growthMost) {
			return
		}
		if level := knownLevel(row); level.Valid && level.Decimal.Abs().GreaterThanOrEqual(f.value.Abs().Mul(growthFactor)) {
			want := finding.Expected("与 " + level.Decimal.String() + " 相当的" + row.Sheet.Heading(f.key))
			if level.Decimal.Abs().GreaterThanOrEqual(f.value.Abs().Mul(growthAbsurd)) {
				report(row, f.key, want, certain)
				return
			}
			report(row, f.key, want)
		}
	},
}

// certain makes an error of a warning, which no reason in the row answers.
func certain(f *finding.Finding) {
	f.Severity, f.Hint = finding.Error, "请填当年达到的数,不填增长率"
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
