package check

import (
	"tianbao/seeds/finding"
	"tianbao/workbook"
)

// emptyReturn: something has been filled in. What was filled in beforehand does
// not count.
var emptyReturn = Rule{
	Code: finding.EmptyReturn,
	Whole: func(r *workbook.Return, report Report) {
		for _, s := range r.Sheets {
			for i := range s.Rows {
				if s.Rows[i].Filled() {
					return
				}
			}
		}
		report(nil, "")
	},
}
