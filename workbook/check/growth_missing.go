package check

import (
	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// growthMissing: where level and growth are judged apart, a level comes with its
// growth. It is asked once the filler has said where the level comes from.
var growthMissing = Rule{
	Code:   finding.GrowthMissing,
	Sheets: indicatorSheets,
	Asks:   true,
	Row: func(row *workbook.Row, report Report) {
		_, filled := row.Number(layout.Actual)
		if filled && row.Open(layout.Growth) && row.Blank(layout.Growth) && !row.Blank(layout.Data) && row.Value(layout.Growth).Place.Row > 0 {
			report(row, layout.Growth, finding.Expected("比上年增长百分之几,如 6.1"))
		}
	},
}
