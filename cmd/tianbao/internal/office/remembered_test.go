package office

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"tianbao/seeds"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/workbook/ooxml"
)

// filled writes a return of a unit, filled in as that seed has it.
func filled(t *testing.T, dir, unit string, seed uint64) {
	t.Helper()
	p, _ := seeds.Plan()
	form := layout.NewForms(p, 2024, nil).Of(p.Unit(unit))
	data := must(templates.Build(form, templates.Options{Values: sample.Fill(form, sample.Options{Seed: seed}).Value}))
	trial.Must(t, os.WriteFile(filepath.Join(dir, layout.FileName(2024, unit)), data, 0o600))
}

// A desk reads what has changed and nothing else, and sees what a new one sees.
func TestADeskReadsOnlyWhatHasChanged(t *testing.T) {
	dir := t.TempDir()
	returns := filepath.Join(dir, ReturnDir)
	trial.Must(t, os.Mkdir(returns, 0o755))
	units := []string{"市科技局", "市教育局", "市司法局"}
	for i, unit := range units {
		filled(t, returns, unit, uint64(i))
	}
	desk := Job{Dir: dir, Limits: ooxml.DefaultLimits(), Now: time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC), Memory: NewMemory()}
	look := func(j Job) *State {
		t.Helper()
		return trial.Got(StateOf(t.Context(), j))(t)
	}
	first := look(desk)
	if n := desk.Memory.returns.Reads; n != len(units) {
		t.Fatalf("%d of %d files were read", n, len(units))
	}
	if look(desk); desk.Memory.returns.Reads != len(units) {
		t.Error("what has not changed is read again")
	}
	filled(t, returns, units[1], 9)
	again := look(desk)
	if n := desk.Memory.returns.Reads; n != len(units)+1 {
		t.Errorf("%d files were read after one had changed", n-len(units))
	}
	alone := desk
	alone.Memory = nil
	fresh := look(alone)
	for i, u := range fresh.Seen.Batch.Units {
		v := again.Seen.Batch.Units[i]
		if u.Status != v.Status || u.Errors != v.Errors || u.Warnings != v.Warnings || len(u.Files) != len(v.Files) {
			t.Errorf("%s: %v, remembered %v", u.Unit.Name, u.Status, v.Status)
		}
		for k := range u.Files {
			if !reflect.DeepEqual(u.Files[k].Findings, v.Files[k].Findings) || u.Files[k].SHA256 != v.Files[k].SHA256 {
				t.Errorf("%s: %v, remembered %v", u.Unit.Name, u.Files[k].Findings, v.Files[k].Findings)
			}
		}
	}
	if a, b := fresh.Seen.Summary, again.Seen.Summary; a.Totals != b.Totals || !reflect.DeepEqual(a.Headline(), b.Headline()) {
		t.Errorf("%v, remembered %v", a.Headline(), b.Headline())
	}
	if first.Plan != again.Plan {
		t.Error("the plan is read again")
	}
}
