package check

import (
	"slices"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// unpublishedValue: a number said to be unpublished or not collected is not given.
var unpublishedValue = Rule{
	Code:   finding.UnpublishedValue,
	Sheets: figureSheets,
	Row: func(row *workbook.Row, report Report) {
		f, ok := figureOf(row)
		if data := row.Text(layout.Data); ok && slices.Contains(layout.NoValue(), data) {
			report(row, f.key, finding.Expected("空,或改“"+row.Sheet.Heading(layout.Data)+"”栏的“"+data+"”"))
		}
	},
}
