package workbook_test

import (
	"testing"

	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/check"
	"tianbao/workbook/ooxml"
)

// The steps from a file to checked values, on the filled workbook of the unit
// with the most rows of all kinds.
func BenchmarkSteps(b *testing.B) {
	p := builtIn()
	forms := layout.NewForms(p, 2024, nil)
	form := forms.Of(p.Unit("市发展改革委"))
	data, err := templates.Build(form, templates.Options{Values: numbers})
	must(b, err)
	reader := ooxml.NewReader(ooxml.DefaultLimits())
	book, _ := reader.Read(data)
	id, _ := workbook.Identify(book, p, 0, "")
	ret, _ := workbook.Decode(book, id, form)
	steps := []struct {
		name string
		run  func()
	}{
		{"read", func() { reader.Read(data) }},
		{"identify", func() { workbook.Identify(book, p, 0, "") }},
		{"form", func() { forms.Of(id.Unit) }},
		{"decode", func() { workbook.Decode(book, id, form) }},
		{"check", func() { check.Run(ret) }},
	}
	for _, s := range steps {
		b.Run(s.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.run()
			}
		})
	}
}
