package check

import (
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// totalMismatch: a sum that the plan states is made of its parts. It is asked
// where all of them are in one return and none is questioned for its sign or because
// it has grown less.
var totalMismatch = Rule{
	Code: finding.TotalMismatch,
	Whole: func(r *workbook.Return, report Report) {
		sheet := r.Sheet(layout.Targets)
		if sheet == nil {
			return
		}
		for _, total := range r.Form.Plan.Totals {
			holdTotal(sheet, total, report)
		}
	},
}

func holdTotal(sheet *workbook.Sheet, total plan.Total, report Report) {
	row := sheet.Row(total.Sum)
	if row == nil {
		return
	}
	whole, ok := figureOf(row)
	sum := decimal.Zero
	words := make([]string, len(total.Parts))
	for i, id := range total.Parts {
		part := sheet.Row(id)
		if part == nil {
			return
		}
		f, given := figureOf(part)
		ok = ok && given && !f.value.IsNegative() && !fell(part, f)
		sum = sum.Add(f.value)
		words[i] = id + " 的 " + f.value.String()
	}
	if ok && !agree(whole.value, sum) {
		report(row, whole.key, expected(strings.Join(words, " + ")+" = ", sum, ""))
	}
}
