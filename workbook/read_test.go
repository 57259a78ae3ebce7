package workbook_test

import (
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/check"
	"tianbao/workbook/ooxml"
)

// read identifies, decodes and checks a workbook as a command does.
func read(t testing.TB, data []byte, p *plan.Plan) (workbook.Identified, *workbook.Return, finding.List) {
	t.Helper()
	book, found := ooxml.Read(data, ooxml.DefaultLimits())
	if book == nil {
		t.Fatalf("cannot be read: %v", found)
	}
	id, more := workbook.Identify(book, p, 0, "")
	found = append(found, more...)
	if id.Standing != workbook.Ours {
		return id, nil, found
	}
	form := layout.NewForms(p, id.Identity.Year, nil).Of(id.Unit)
	ret, more := workbook.Decode(book, id, form)
	found = check.Complete(ret, append(found, more...))
	found.Sort(book.Tabs())
	return id, ret, found
}
