package templates_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
)

// TestSelfCheckAsksAboutAFigureFarFromLastYears lets LibreOffice compute what 自检 says
// of figures that are and are not far from last year's, with and without a reason.
func TestSelfCheckAsksAboutAFigureFarFromLastYears(t *testing.T) {
	trial.Office(t)
	p := sample.Plan(sample.Size{Units: 1, Indicators: 3})
	before := sample.NewPast(p, 2023, sample.Options{})
	f := layout.NewForms(p, 2024, before).Of(p.Reporters()[0])
	filling := sample.Fill(f, sample.Options{})
	for ref, cells := range map[string][2]string{"1": {"99999", ""}, "2": {"95", ""}, "3": {"99999", "并入了两个开发区的数据"}} {
		filling.Set(layout.Indicators, ref, layout.Actual, cells[0])
		filling.Set(layout.Indicators, ref, layout.Reason, cells[1])
		filling.Set(layout.Indicators, ref, layout.Outlook, layout.OutlookSure)
		filling.Set(layout.Indicators, ref, layout.Data, layout.DataFinal)
	}
	data := trial.Got(templates.Build(f, templates.Options{Values: filling.Value}))(t)
	path := filepath.Join(t.TempDir(), "far.xlsx")
	trial.Must(t, os.WriteFile(path, data, 0o644))
	shown := verdicts(t, filepath.Join(recalculate(t, []string{path}), "far.xlsx"), f)
	for row, far := range map[int]bool{5: true, 6: true, 7: false} {
		got := shown[finding.Place{Sheet: "主要指标", Row: row}]
		if strings.Contains(got, "与上年相差较大") != far || far && !strings.Contains(got, "“2024年实际值”") {
			t.Errorf("row %d: %q", row, got)
		}
	}
}
