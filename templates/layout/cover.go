package layout

import (
	"fmt"

	"tianbao/seeds/plan"
)

// Labels of the cover. A label is in one cell, what it labels in the cell to
// its right; so do the headings of the cover's fields.
const (
	CoverUnit     = "填报单位"
	CoverYear     = "报告年度"
	CoverDeadline = "报送截止"
	CoverCode     = "填报码"
)

// DueDay prints the day by which a report year is reported: 2025年3月31日.
func DueDay(p *plan.Plan, year int) string {
	if p.Deadline.Month < 1 || p.Deadline.Day < 1 {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", year+1, p.Deadline.Month, p.Deadline.Day)
}
