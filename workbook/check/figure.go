package check

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// figure is the number by which a target or an indicator is judged, with the
// column it is in and what is known of last year.
type figure struct {
	key    layout.Key
	column *layout.Column
	value  decimal.Decimal
	last   decimal.NullDecimal
}

// figureOf returns the judged number of a row; ok is false where it holds none.
func figureOf(row *workbook.Row) (f figure, ok bool) {
	f.key = row.Issued.Judged()
	if f.value, ok = row.Number(f.key); !ok {
		return f, false
	}
	f.column = columnOf(row, f.key)
	f.last = lastOf(row)
	return f, true
}

// lastOf is last year's value as issued.
func lastOf(row *workbook.Row) decimal.NullDecimal {
	return issuedNumber(row.Text(row.Issued.Before()))
}

func columnOf(row *workbook.Row, k layout.Key) *layout.Column {
	return &row.Sheet.Form.Columns[row.Sheet.Form.Index(k)]
}

// issuedNumber reads a number that was issued in a locked cell; what is none, such
// as —, counts as unknown. Numbers of many digits are no numbers of a plan.
func issuedNumber(issued string) decimal.NullDecimal {
	d, ok := text.Decimal(issued)
	return decimal.NullDecimal{Decimal: d, Valid: ok}
}

// eachNumber calls yield for every number the filler wrote in the row.
func eachNumber(row *workbook.Row, yield func(c *layout.Column, n decimal.Decimal)) {
	for i := range row.Sheet.Form.Columns {
		c := &row.Sheet.Form.Columns[i]
		if v := &row.Values[i]; c.Kind == layout.Number && v.State == workbook.Filled && row.Issued.Modes[i] == layout.Open {
			yield(c, v.Number)
		}
	}
}

// agree reports whether two sums of figures are the same but for rounding: whole
// numbers exactly, others within one unit of the finest decimal among them.
func agree(a, b decimal.Decimal) bool {
	places := max(0, -a.Exponent(), -b.Exponent())
	diff := a.Sub(b).Abs()
	if places == 0 {
		return diff.IsZero()
	}
	return diff.LessThanOrEqual(decimal.New(1, -places))
}

// expected words a number with the row's unit of measure.
func expected(before string, d decimal.Decimal, unit string) finding.Option {
	return finding.Expected(before + d.String() + unit)
}

var (
	figureSheets    = []layout.SheetKey{layout.Targets, layout.Indicators}
	targetSheets    = []layout.SheetKey{layout.Targets}
	indicatorSheets = []layout.SheetKey{layout.Indicators}
	leadSheets      = []layout.SheetKey{layout.Lead}
)
