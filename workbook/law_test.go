package workbook_test

import (
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates"
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

func TestAnUntouchedWorkbookOfEveryUnitSaysOnlyThatItIsEmpty(t *testing.T) {
	p := builtIn()
	builder := templates.NewBuilder()
	forms := layout.NewForms(p, 2024, nil)
	for _, u := range p.Reporters() {
		data, err := builder.Build(forms.Of(u), templates.Options{})
		if err != nil {
			t.Fatal(err)
		}
		id, _, found := read(t, data, p)
		if id.Unit != u || len(found) != 1 || found[0].Code != finding.EmptyReturn {
			t.Errorf("%s: %v", u.Name, found)
		}
	}
}

func TestWithOneCellFilledOnlyRequiredCellsAreMissing(t *testing.T) {
	p := builtIn()
	builder := templates.NewBuilder()
	forms := layout.NewForms(p, 2024, nil)
	for _, u := range p.Reporters() {
		one := func(s layout.SheetKey, _ string, k layout.Key) (string, bool) {
			return "张三", s == layout.Cover && k == layout.Filler
		}
		data, err := builder.Build(forms.Of(u), templates.Options{Values: one})
		if err != nil {
			t.Fatal(err)
		}
		_, _, found := read(t, data, p)
		for _, f := range found {
			if f.Code != finding.Required {
				t.Errorf("%s: %v", u.Name, f)
			}
		}
	}
}
