package check

import (
	"strconv"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// notStartedLate: what is still 尚未启动 is not about to fall due.
var notStartedLate = Rule{
	Code:   finding.NotStartedLate,
	Sheets: leadSheets,
	Row: func(row *workbook.Row, report Report) {
		if row.Text(layout.Status) != layout.StatusNotStarted {
			return
		}
		if due := itemDue(row.Issued); due-row.Issued.Year <= lateYears {
			report(row, layout.Status, finding.Message("期限是"+strconv.Itoa(due)+"年,仍未启动"), finding.Expected("已启动的状态"))
		}
	},
}

// itemDue is the year the first of an item's targets falls due, else the plan's
// last.
func itemDue(row *layout.Row) int {
	due := row.Plan.Period.Last
	for i := range row.Item.Targets {
		due = min(due, row.Item.Targets[i].DueYear(row.Plan.Period))
	}
	return due
}
