package intake_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"tianbao/consolidate"
	"tianbao/consolidate/report"
	"tianbao/consolidate/town"
	"tianbao/seeds"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/workbook/catalogue"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

func TestOwnOutputsArePassedOver(t *testing.T) {
	p, _ := seeds.Plan()
	dir := t.TempDir()
	keep := func(name string, data []byte, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		trial.Must(t, os.WriteFile(filepath.Join(dir, name), data, 0o644))
	}
	form := layout.NewForms(p, 2024, nil).Of(p.Unit("市科技局"))
	filled := func(s layout.SheetKey, _ string, k layout.Key) (string, bool) {
		return "张三", s == layout.Cover && k == layout.Filler
	}
	data, err := templates.Build(form, templates.Options{Values: filled})
	keep("a.xlsx", data, err)
	first := trial.Got(intake.Load(t.Context(), []string{dir}, intake.Options{Plan: p, Year: 2024, Limits: ooxml.DefaultLimits()}))(t)
	catalogue, err := catalogue.Write(p)
	keep("1.xlsx", catalogue, err)
	index, err := templates.Index(p, layout.FrameOf(p, 2024), time.Date(2025, 3, 31, 0, 0, 0, 0, time.UTC), []templates.Issued{templates.NewIssued("2024-市科技局.xlsx", form)})
	keep("2.xlsx", index, err)
	sum := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: first})
	summary, err := report.Render(sum)
	keep("3.xlsx", summary, err)
	b := trial.Got(intake.Load(t.Context(), []string{dir}, intake.Options{Plan: p, Year: 2024, Limits: ooxml.DefaultLimits()}))(t)
	if len(b.Files) != 1 || len(b.Skipped) != 3 {
		for _, f := range b.Files {
			t.Errorf("%s: %s %v", f.Path, f.Outcome, f.Findings)
		}
		t.Error(b.Skipped)
	}
}
