package workbook_test

import (
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
)

// A workbook is read with the columns it was issued with, whatever is known by now.
func TestColumnsAreThoseThatWereIssued(t *testing.T) {
	p := sample.Plan(sample.Size{Units: 2, Lead: 2, Targets: 2, Indicators: 2})
	f := layout.NewForms(p, 2024, sample.NewPast(p, 2023, sample.Options{})).Of(p.Reporters()[0])
	data, err := templates.Build(f, templates.Options{Values: sample.Fill(f, sample.Options{}).Value})
	must(t, err)
	s := &specimen{plan: p, data: data}
	for name, edit := range map[string]func(*excelize.File){
		"stamped":             func(*excelize.File) {},
		"with its stamp lost": func(x *excelize.File) { must(t, x.DeleteSheet(layout.StampSheet)) },
	} {
		_, ret, found := read(t, s.edited(t, edit), p)
		if ret == nil {
			t.Fatal(name, found)
		}
		for _, x := range found {
			if slices.Contains([]finding.Code{finding.ColumnExtra, finding.ColumnMissing, finding.FixedChanged}, x.Code) {
				t.Errorf("%s: %v", name, x)
			}
		}
		lead := ret.Sheet(layout.Lead)
		if i := lead.Form.Index(layout.PrevStatus); i < 0 || lead.Rows[0].Values[i].Text == "" {
			t.Errorf("%s: last year's status is not read", name)
		}
	}
}
