package check

import (
	"fmt"
	"unicode/utf8"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// consultUnanswered: in the round 征求意见 a row that lags says why, and what will be
// done.
var consultUnanswered = Rule{
	Code:   finding.ConsultUnanswered,
	Sheets: []layout.SheetKey{layout.Lead, layout.Targets, layout.Indicators},
	Row: func(row *workbook.Row, report Report) {
		if !row.Heard {
			return
		}
		for _, k := range layout.HeardIn(row.Sheet.Form.Key) {
			if row.Open(k) && row.Blank(k) {
				report(row, k)
			}
		}
	},
}

// consultLong: in that round the measures fit into the leaders' table.
var consultLong = Rule{
	Code:   finding.ConsultLong,
	Sheets: []layout.SheetKey{layout.Targets, layout.Indicators},
	Row: func(row *workbook.Row, report Report) {
		if n := utf8.RuneCountInString(row.Text(layout.Measures)); row.Heard && n > layout.MostMeasures {
			report(row, layout.Measures, finding.Expected(fmt.Sprintf("%d 字以内,现在 %d 字", layout.MostMeasures, n)))
		}
	},
}
