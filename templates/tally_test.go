package templates_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/workbook/ooxml"
)

// coverTexts is what is on the cover of a workbook.
func coverTexts(t *testing.T, path string) map[[2]int]string {
	t.Helper()
	data := trial.Got(os.ReadFile(path))(t)
	book := trial.Made(ooxml.Read(data, ooxml.DefaultLimits()))(t)
	return texts(book.Sheets[0])
}

// TestTheCoverCountsRowsAndNamesTheWrongOnes lets LibreOffice compute a cover, which is
// issued with what it says.
func TestTheCoverCountsRowsAndNamesTheWrongOnes(t *testing.T) {
	trial.Office(t)
	p := sample.Plan(sample.Size{Units: 2, Lead: 12, Targets: 1, Support: 3, Indicators: 2})
	f := layout.NewForms(p, 2024, nil).Of(p.Reporters()[0])
	filling := sample.Fill(f, sample.Options{})
	lead := f.Sheet(layout.Lead).Rows
	for i := range lead {
		switch {
		case i < 2:
			for _, k := range f.Sheet(layout.Lead).Keys() {
				filling.Set(layout.Lead, lead[i].Ref, k, "")
			}
		case i < 11:
			filling.Set(layout.Lead, lead[i].Ref, layout.Progress, "")
		}
	}
	data := trial.Got(templates.Build(f, templates.Options{Values: filling.Value}))(t)
	path := filepath.Join(t.TempDir(), "cover.xlsx")
	trial.Must(t, os.WriteFile(path, data, 0o644))
	issued, computed := coverTexts(t, path), coverTexts(t, filepath.Join(recalculate(t, []string{path}), "cover.xlsx"))
	all := ""
	for at, text := range issued {
		if computed[at] != text {
			t.Errorf("row %d column %d: issued with %q, computed as %q", at[0], at[1], text, computed[at])
		}
		all += text + "\n"
	}
	for _, want := range []string{"共 12 行，已填妥 1 行", "前往 1", "3、4、5、6、7、8、9、10 等 9 行", "前往 本表"} {
		if !strings.Contains(all, want+"\n") {
			t.Errorf("the cover does not say %q", want)
		}
	}
}
