package check

import (
	"slices"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// growthForLevel: where a level is asked, no rate of growth is typed: 6.1 for
// 2521.6, nor where last year's level is revised or one to come expected. It is told
// by last year's level, else the base, else the target. It blocks the cell only where
// nothing else can be meant: no level is a hundredth of what is known of it, but a
// small count may be true.
var growthForLevel = Rule{
	Code:   finding.GrowthForLevel,
	Sheets: indicatorSheets,
	Row: func(row *workbook.Row, report Report) {
		level := knownLevel(row)
		if !level.Valid {
			return
		}
		eachNumber(row, func(c *layout.Column, n decimal.Decimal) {
			if slices.Contains(levelColumns, c.Key) && !c.IsPercent(row.Issued.Subject) && isSmallPart(n, level.Decimal, growthFactor) {
				opts := []finding.Option{finding.Expected("与 " + level.Decimal.String() + " 相当的" + row.Sheet.Heading(c.Key))}
				if isSmallPart(n, level.Decimal, growthAbsurd) {
					opts = append(opts, certain)
				}
				report(row, c.Key, opts...)
			}
		})
	},
}

// levelColumns are those in which an indicator's level stands.
var levelColumns = []layout.Key{layout.Actual, layout.Revised, layout.Expected}

// isSmallPart reports whether it is a number such as rates of growth are, of which a level is so
// many times.
func isSmallPart(n, level, times decimal.Decimal) bool {
	return !n.IsZero() && n.Abs().LessThanOrEqual(growthMost) && level.Abs().GreaterThanOrEqual(n.Abs().Mul(times))
}

// certain makes an error of a warning, which no reason in the row answers.
func certain(f *finding.Finding) {
	f.Severity, f.Hint = finding.Error, "请填达到的数,不填增长率"
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
