package report

import (
	"fmt"
	"strings"
	"testing"

	"tianbao/consolidate"
	"tianbao/consolidate/town"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook/catalogue"
)

// byYears gives each year of the period a value of its own.
func byYears(format string) map[int]string {
	m := map[int]string{}
	for y := 2021; y <= 2025; y++ {
		m[y] = fmt.Sprintf(format, y-2020)
	}
	return m
}

// full is a small plan of which the coordinator has entered everything that the
// catalogue has a column for.
func full() *plan.Plan {
	p := town.Plan()
	know := func(k *plan.Known, n string) {
		k.Nature, k.Leader, k.DataUnits = plan.Binding, "分管领导"+n, []string{"市统计局"}
		k.Base, k.BaseBy = "10"+n, "基期依据"+n
		k.Values, k.ValuesBy, k.YearTargets = byYears("2"+n+".%d1"), byYears("数据依据"+n+"-%d"), byYears("3"+n+".%d2")
		k.Settled = map[int]plan.Settled{2023: {Verdict: "未达序时进度", By: "去年认定" + n}, 2024: {Verdict: "达到序时进度", By: "今年认定" + n}}
	}
	in := &p.Indicators[1]
	know(&in.Known, "1")
	in.ProvinceBase, in.Province, in.Nation, in.Assigned = "41.7", byYears("42.%d3"), byYears("43.%d4"), byYears("44.%d5")
	in.Adjusted, in.AdjustedBy = "401", "调整依据1"
	t := &p.Items[0].Targets[0]
	know(&t.Known, "2")
	t.Basis, t.Counting = plan.Cumulative, plan.CountsAll
	return p
}

// What the coordinator enters in the catalogue comes back from it, and is in the
// units' workbooks, in the summary and in the report.
func TestEveryColumnOfTheCatalogueIsPassedOn(t *testing.T) {
	data := trial.Got(catalogue.Write(full()))(t)
	p, found := catalogue.Read(town.Opened(t, data))
	if p == nil || found.Count(finding.Error) > 0 {
		t.Fatalf("%+v", found)
	}
	forms := layout.NewForms(p, 2024, nil)
	template := ""
	for _, s := range forms.Of(p.Unit("市发展改革委")).Sheets {
		for _, r := range s.Rows {
			template += strings.Join(r.Issued, "\n") + "\n"
		}
	}
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Sent{Unit: "市发展改革委", Cells: town.Answers{
		"indicator/2/actual": "318", "indicator/2/data": layout.DataFinal, "target/1-1/total": "7", "target/1-1/data": layout.DataFinal,
	}})})
	drawn := trial.Got(Render(s))(t)
	summary := ""
	for _, sheet := range []string{"主要目标一览表", "量化目标"} {
		for _, r := range town.Opened(t, drawn).Sheet(sheet).Rows {
			for _, c := range r.Cells {
				summary += c.Text + "\n"
			}
		}
	}
	told := trial.Got(Document(s, Government))(t)
	read := readReport(t, told)
	said := strings.Join(append(read.body, read.cells...), "\n")
	everywhere := []string{"约束性", "市统计局", "101", "401", "调整依据1", "41.7", "42.43", "43.44", "44.45", "31.42", "32.42", "存量"}
	for _, n := range []string{"1", "2"} {
		everywhere = append(everywhere, "分管领导"+n, "基期依据"+n, "数据依据"+n+"-3", "去年认定"+n, "今年认定"+n, "3"+n+".12")
	}
	for year := 1; year <= 5; year++ { // of every year
		everywhere = append(everywhere, fmt.Sprintf("42.%d3", year), fmt.Sprintf("43.%d4", year), fmt.Sprintf("44.%d5", year))
	}
	for _, word := range everywhere {
		for where, text := range map[string]string{"the template": template, "the summary": summary, "the report": said} {
			if !strings.Contains(text, word) {
				t.Errorf("%s does not have %s", where, word)
			}
		}
	}
	for where, words := range map[string][]string{"template": {"21.31", "22.31", "102"}, "summary": {"21.11", "21.41", "22.31", "102"}} {
		text := map[string]string{"template": template, "summary": summary}[where]
		for _, word := range words {
			if !strings.Contains(text, word) {
				t.Errorf("the %s does not have %s", where, word)
			}
		}
	}
}
