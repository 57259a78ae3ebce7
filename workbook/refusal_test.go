package workbook_test

import (
	"testing"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
)

// What could not be taken is shown as its reader sees it, beside what belongs there.
func TestARefusalSaysWhatStandsThereAndWhatBelongs(t *testing.T) {
	s := newSpecimen(t)
	total, day := s.at(layout.Targets, "7-1", layout.Total), s.at(layout.Cover, "", layout.FilledOn)
	const unit = "数,单位:万人"
	cases := []struct {
		name, cell, xml string
		sheet           layout.SheetKey
		code            finding.Code
		given, expected string
	}{
		{"words", total, `<c r="{r}" {s} t="inlineStr"><is><t>约95</t></is></c>`, layout.Targets, finding.NumberFormat, "约95", unit},
		{"a truth value", total, `<c r="{r}" {s} t="b"><v>1</v></c>`, layout.Targets, finding.NumberFormat, "TRUE", unit},
		{"a formula without its result", total, `<c r="{r}" {s}><f>1+2</f></c>`, layout.Targets, finding.FormulaUncached, "公式", unit},
		{"an error value", total, `<c r="{r}" {s} t="e"><v>#REF!</v></c>`, layout.Targets, finding.CellError, "#REF!", unit},
		{"another unit", total, `<c r="{r}" {s} t="inlineStr"><is><t>5亩</t></is></c>`, layout.Targets, finding.NumberUnit, "5亩", "万人"},
		{"no date", day, `<c r="{r}" {s} t="inlineStr"><is><t>三月</t></is></c>`, layout.Cover, finding.DateFormat, "三月", "日期,如 2025-3-15"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, _, found := read(t, s.withCell(t, c.sheet, c.cell, c.xml), s.plan)
			for _, f := range found {
				if f.Code == c.code {
					if f.Given != c.given || f.Expected != c.expected {
						t.Errorf("given %q, expected %q", f.Given, f.Expected)
					}
					return
				}
			}
			t.Error("not found")
		})
	}
}
