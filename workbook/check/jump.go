package check

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/workbook"
)

// jump: a value is not many times last year's, nor a small part of it. Sums since
// the first year are held against last year's pace; percentages by points, and shares
// of some size by a larger factor as well: 2.88 for 28.8.
var jump = Rule{
	Code:   finding.Jump,
	Sheets: figureSheets,
	Row: func(row *workbook.Row, report Report) {
		f, ok := figureOf(row)
		if t := row.Issued.Target; !ok || !f.last.Valid || t != nil && t.Standard() {
			return // a standard (50年一遇) is reached in one step
		}
		last := f.last.Decimal
		if f.column.IsPercent(row.Issued.Subject) {
			if f.value.Sub(last).Abs().GreaterThan(jumpPoints) {
				report(row, f.key, expected("与上年的 ", last, "% 相差不超过 "+jumpPoints.String()+" 个百分点"))
			} else if !f.column.IsRate(row.Issued.Subject) && shareJumped(f.value, last) {
				report(row, f.key, expected("与上年的 ", last, "% 相差不超过 "+shareFactor.String()+" 倍"))
			}
			return
		}
		if pace := paced(row, last); jumped(f.value, pace) {
			known := "上年的 " + last.String()
			if !pace.Equal(last) {
				known = "按上年累计 " + last.String() + " 推算的 " + pace.Round(2).String()
			}
			report(row, f.key, finding.Expected("与"+known+" 相差不超过 "+jumpFactor.String()+" 倍"))
		}
	},
}

// paced is what last year's value leads one to expect this year.
func paced(row *workbook.Row, last decimal.Decimal) decimal.Decimal {
	times, over := row.Issued.Pace()
	if times == over {
		return last
	}
	return last.Mul(decimal.NewFromInt(int64(times))).DivRound(decimal.NewFromInt(int64(over)), 9)
}

func jumped(value, last decimal.Decimal) bool {
	low, high := decimal.Min(value.Abs(), last.Abs()), decimal.Max(value.Abs(), last.Abs())
	if value.IsInteger() && high.LessThan(jumpSmall) || last.IsZero() {
		return false
	}
	return high.GreaterThan(low.Mul(jumpFactor))
}

func shareJumped(value, last decimal.Decimal) bool {
	low, high := decimal.Min(value, last), decimal.Max(value, last)
	return !last.IsZero() && high.GreaterThanOrEqual(shareSmall) && high.GreaterThan(low.Mul(shareFactor))
}
