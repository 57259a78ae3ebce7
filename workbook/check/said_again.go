package check

import (
	"strings"
	"unicode/utf8"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// saidAgain: an account, a reason or a figure is this year's, not last year's once more.
var saidAgain = Rule{
	Code:   finding.SaidAgain,
	Sheets: []layout.SheetKey{layout.Lead, layout.Targets, layout.Support, layout.Indicators},
	Asks:   true,
	Row: func(row *workbook.Row, report Report) {
		for i := range row.Sheet.Form.Columns {
			switch c := &row.Sheet.Form.Columns[i]; c.Key {
			case layout.Progress, layout.Account:
				if again(row, c.Key) {
					report(row, c.Key)
				}
			case layout.Problems, layout.Reason:
				if mustFill(row, c) && row.Blank(layout.BaseValue) && again(row, c.Key) { // the source of a base value stays the same
					report(row, c.Key, finding.Message("与上年写的一字不差,看不出今年的原因"))
				}
			case layout.ThisYear, layout.Actual:
				if figureAgain(row, c.Key) {
					report(row, c.Key, finding.Message("与上年的数完全相同"), finding.Hint("请核对是不是今年的数;确实相同的,在“说明”栏写明原因"))
				}
			}
		}
	},
}

// again reports whether the words of a column are last year's, more than an option or 无.
func again(row *workbook.Row, k layout.Key) bool {
	words := row.Text(k)
	if utf8.RuneCountInString(words) < layout.ReasonLeast {
		return false
	}
	last := row.Sheet.Form.Said(row.Issued, k)
	return last != "" && text.Same(words, last)
}

// figureAgain reports whether it is a number of so many digits that last year's is not met by chance.
func figureAgain(row *workbook.Row, k layout.Key) bool {
	const telling = 5
	n, ok := row.Number(k)
	if !ok || len(strings.Trim(n.Coefficient().String(), "-0")) < telling {
		return false
	}
	last, ok := text.Decimal(row.Sheet.Form.Said(row.Issued, k))
	return ok && last.Equal(n)
}
