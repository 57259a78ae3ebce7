package templates_test

import (
	"slices"
	"strings"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
)

// TestAddingAColumnIsOneEntry declares one more column and holds everything that
// follows from it: heading, help, dropdown, self-check, reading, rule.
func TestAddingAColumnIsOneEntry(t *testing.T) {
	s := layout.SheetOf(layout.Lead)
	before := s.Columns
	t.Cleanup(func() { s.Columns = before })
	s.Columns = slices.Insert(slices.Clone(before), s.Index(layout.Remark),
		layout.Column{Key: "money", Heading: "{Y}年投资额", Role: layout.Fill, Kind: layout.Number, Width: 12, Required: layout.Is(layout.Status, layout.StatusOngoing), Prompt: "填万元数,如 120"})

	p := sample.Plan(sample.Size{Units: 2, Lead: 2})
	forms := layout.NewForms(p, 2024, nil)
	f := forms.Of(p.Reporters()[0])
	filling := sample.Fill(f, sample.Options{})
	refs := f.Sheet(layout.Lead).Rows
	for i := range refs {
		filling.Set(layout.Lead, refs[i].Ref, layout.Status, layout.StatusOngoing)
	}
	filling.Set(layout.Lead, refs[0].Ref, "money", "120")
	data := trial.Got(templates.Build(f, templates.Options{Values: filling.Value}))(t)

	ret, found := returned(t, data, p, forms)
	sheet := ret.Sheet(layout.Lead)
	if n, ok := sheet.Row(refs[0].Ref).Number("money"); !ok || n.String() != "120" {
		t.Errorf("read as %s, %v", n, ok)
	}
	if len(found) != 1 || found[0].Code != finding.Required || found[0].Column != "2024年投资额" || found[0].Ref != refs[1].Ref {
		t.Errorf("found %+v", found)
	}
	cells := texts(read(t, data).Sheet(s.Name))
	if got := cells[[2]int{sheet.Row(refs[1].Ref).R, s.Index(layout.SelfCheck) + 1}]; !strings.Contains(got, "“2024年投资额”") {
		t.Errorf("自检 shows %q", got)
	}
	if xml := trial.Parts(t, data)["xl/worksheets/sheet2.xml"]; !strings.Contains(xml, "填万元数，如 120") {
		t.Error("no help where the cursor is")
	}
}
