package check

import (
	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// naWithoutReason: 不适用 in place of a required number says why. What did not apply last year may
// not apply for the same reason.
var naWithoutReason = Rule{
	Code:   finding.NAWithoutReason,
	Sheets: figureSheets,
	Row: func(row *workbook.Row, report Report) {
		for i := range row.Sheet.Form.Columns {
			c := &row.Sheet.Form.Columns[i]
			if c.Kind == layout.Number && row.Values[i].State == workbook.NA && mustFill(row, c) && !statesReason(row, func(layout.Key) bool { return true }) {
				report(row, c.Key, finding.Expected("填数,或在“"+row.Sheet.Heading(layout.Reason)+"”栏写明原因"))
			}
		}
	},
}
