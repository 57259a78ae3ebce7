package report

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	"tianbao/consolidate/town"
	"tianbao/seeds"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

// returned writes a filled workbook of every unit into a folder.
func returned(t testing.TB, p *plan.Plan, year int, past layout.Past, name func(unit string, i int) string) string {
	t.Helper()
	dir := t.TempDir()
	forms, b := layout.NewForms(p, year, past), templates.NewBuilder()
	for i, u := range p.Reporters() {
		form := forms.Of(u)
		data := trial.Got(b.Build(form, templates.Options{Values: sample.Fill(form, sample.Options{Seed: uint64(year)}).Value}))(t)
		path := filepath.Join(dir, name(u.Name, i))
		trial.Must(t, os.MkdirAll(filepath.Dir(path), 0o755))
		trial.Must(t, os.WriteFile(path, data, 0o644))
	}
	return dir
}

func loaded(t testing.TB, p *plan.Plan, year int, past layout.Past, dir string) *intake.Batch {
	t.Helper()
	return trial.Got(intake.Load(context.Background(), []string{dir}, intake.Options{Plan: p, Year: year, Past: func(int) layout.Past { return past }, Limits: ooxml.DefaultLimits()}))(t)
}

// The built-in plan, three years from files to files: nothing is lost, names and
// folders do not matter, every cell leads back.
func TestTheBuiltInPlanRunsThreeYearsFromFiles(t *testing.T) {
	trial.OnlyLong(t, "writes and reads 300 workbooks")
	p, _ := seeds.Plan()
	var h *store.History
	var past layout.Past
	for year := 2022; year <= 2024; year++ {
		dir := returned(t, p, year, past, func(unit string, _ int) string { return unit + ".xlsx" })
		s := town.Merged(t, consolidate.Input{Plan: p, Year: year, Batch: loaded(t, p, year, past, dir), History: h})
		start := time.Now()
		data := trial.Got(Render(s))(t)
		paper := trial.Got(Document(s, Government))(t)
		readsBack(t, s, paper)
		t.Logf("%d: %d cells, %d bytes, rendered in %v", year, s.Totals.In, len(data), time.Since(start).Round(time.Millisecond))
		if s.Totals.In < 3000 {
			t.Errorf("%d: totals %+v", year, s.Totals)
		}
		for _, r := range s.Records {
			if len(r.Waiting()) > 0 {
				t.Errorf("%d: %s %s waits: %+v", year, r.Unit, r.Ref, r.Waiting())
			}
		}
		if year == 2024 {
			moved := returned(t, p, year, past, func(_ string, i int) string { return fmt.Sprintf("%d/最终版(%d).xlsx", i%7, 99-i) })
			again, err := Render(town.Merged(t, consolidate.Input{Plan: p, Year: year, Batch: loaded(t, p, year, past, moved), History: h}))
			if err != nil || !bytes.Equal(data, again) {
				t.Errorf("renamed and nested returns give other bytes: %v", err)
			}
		}
		book := town.Opened(t, data)
		var list finding.List
		if h, list = store.ReadHistory(book, p); h == nil {
			t.Fatalf("%+v", list)
		}
		past = h
		for _, r := range s.Records[:40] {
			if _, _, err := store.Trace(book, p, r.Ref); err != nil && r.Sheet != layout.Cover {
				t.Error(err)
			}
		}
	}
}
