package templates_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
)

// TestAWorkbookSurvivesLibreOffice saves workbooks in LibreOffice, twice over, and
// holds what makes them ours: identity, rows, validations, protection, self-check.
func TestAWorkbookSurvivesLibreOffice(t *testing.T) {
	trial.Office(t)
	p := builtIn()
	forms := layout.NewForms(p, 2024, sample.NewPast(p, 2023, sample.Options{Seed: 2}))
	dir := t.TempDir()
	var files []string
	var units []*layout.Form
	for i, u := range p.Reporters() {
		if i%15 != 1 {
			continue
		}
		f := forms.Of(u)
		data := trial.Got(templates.Build(f, templates.Options{}))(t)
		path := filepath.Join(dir, u.ID+".xlsx")
		trial.Must(t, os.WriteFile(path, data, 0o644))
		files, units = append(files, path), append(units, f)
	}
	once := recalculate(t, files)
	var again []string
	for _, f := range files {
		again = append(again, filepath.Join(once, filepath.Base(f)))
	}
	twice := recalculate(t, again)
	for i, f := range units {
		name := filepath.Base(files[i])
		survives(t, p, forms, f, files[i], filepath.Join(twice, name))
	}
}

// survives holds a workbook that LibreOffice saved against the one issued.
func survives(t *testing.T, p *plan.Plan, forms *layout.Forms, f *layout.Form, issued, saved string) {
	t.Helper()
	data := trial.Got(os.ReadFile(saved))(t)
	ret, found := returned(t, data, p, forms)
	for _, x := range found {
		if x.Severity > finding.Note && x.Code != finding.EmptyReturn {
			t.Errorf("%s: %+v", f.Unit.Name, x)
		}
	}
	if ret.Stamp == nil || !found.Has(finding.EmptyReturn) || len(ret.Sheets) != len(f.Sheets) {
		t.Errorf("%s: stamp %v, sheets %d", f.Unit.Name, ret.Stamp != nil, len(ret.Sheets))
	}
	parts := trial.Parts(t, data)
	for _, name := range []string{layout.NameIdentity, layout.NameLayout} {
		if !strings.Contains(parts["xl/workbook.xml"], name) {
			t.Errorf("%s: the name %s is lost", f.Unit.Name, name)
		}
	}
	page := parts["xl/worksheets/sheet2.xml"]
	if !strings.Contains(page, "<sheetProtection") || !strings.Contains(page, "<dataValidation ") {
		t.Errorf("%s: protection or validations are lost", f.Unit.Name)
	}
	after := verdicts(t, saved, f)
	for place, text := range verdicts(t, issued, f) {
		if after[place] != text {
			t.Errorf("%s %v: 自检 %q became %q", f.Unit.Name, place, text, after[place])
		}
	}
}
