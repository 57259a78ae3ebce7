package check

import (
	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// noReason: where another answer in the row makes an explanation required, 无 is
// none.
var noReason = Rule{
	Code:   finding.NoReason,
	Sheets: []layout.SheetKey{layout.Lead, layout.Targets, layout.Indicators},
	Asks:   true,
	Row: func(row *workbook.Row, report Report) {
		for i := range row.Sheet.Form.Columns {
			c := &row.Sheet.Form.Columns[i]
			if c.Kind != layout.Text || c.Required.Op == layout.CondNever || c.Required.Op == layout.CondAlways {
				continue
			}
			if layout.NoReason(row.Text(c.Key)) && mustFill(row, c) {
				report(row, c.Key, because(row, c, "这里要写明原因,“"+row.Text(c.Key)+"”不是原因")...)
			}
		}
	},
}
