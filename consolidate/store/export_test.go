package store

import (
	"tianbao/seeds/plan"
	"tianbao/workbook/ooxml"
)

// Tabs reads what the sheets of a summary show.
var Tabs = func(book *ooxml.Book, p *plan.Plan) []Tab {
	st, _ := openSummary(book, p)
	return st.tabs
}
