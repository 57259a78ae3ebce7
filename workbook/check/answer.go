package check

import (
	"sort"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// answer turns the warnings about a row into notes where the row gives a reason
// in 说明 or 备注; not that the round 征求意见 wants more said. It serves the findings of reading as well as those of the rules.
func answer(r *workbook.Return, found finding.List) {
	for i := range found {
		if f := &found[i]; f.Severity == finding.Warning && f.Code != finding.ConsultUnanswered && answered(r, f.Place) {
			f.Severity = finding.Note
		}
	}
}

func answered(r *workbook.Return, p finding.Place) bool {
	for _, s := range r.Sheets {
		if s.Name != p.Sheet {
			continue
		}
		i := sort.Search(len(s.Rows), func(i int) bool { return s.Rows[i].R >= p.Row })
		return i < len(s.Rows) && s.Rows[i].R == p.Row &&
			statesReason(&s.Rows[i], func(k layout.Key) bool { return !again(&s.Rows[i], k) }) // not last year's
	}
	return false
}

// statesReason reports whether a column that takes reasons holds one that is fit, or something
// that could not be read: that is a fault of its own, and asking for the reason
// too would only be its consequence.
func statesReason(row *workbook.Row, fit func(k layout.Key) bool) bool {
	for i := range row.Sheet.Form.Columns {
		c := &row.Sheet.Form.Columns[i]
		if c.Reason && (row.Values[i].State == workbook.Faulty || layout.IsReason(row.Text(c.Key)) && fit(c.Key)) {
			return true
		}
	}
	return false
}
