package report

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	"tianbao/consolidate/town"
	"tianbao/seeds"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	marks "tianbao/seeds/text"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
)

// invented is what every unit of a plan answers, made up, without files between.
func invented(p *plan.Plan, year int, past layout.Past, seed uint64) []town.Sent {
	var all []town.Sent
	forms := layout.NewForms(p, year, past)
	for _, u := range p.Reporters() {
		form := forms.Of(u)
		filling, sent := sample.Fill(form, sample.Options{Seed: seed}), town.Sent{Unit: u.Name, Cells: town.Answers{}}
		for _, s := range form.Sheets {
			for i := range s.Rows {
				for c := range s.Columns {
					if text, ok := filling.Value(s.Key, s.Rows[i].Ref, s.Columns[c].Key); ok {
						sent.Cells[string(s.Key)+"/"+s.Rows[i].Ref+"/"+string(s.Columns[c].Key)] = text
					}
				}
			}
		}
		all = append(all, sent)
	}
	return all
}

// yearsOf are the summaries of a plan from its first year on, each the history of the next.
func yearsOf(t *testing.T, p *plan.Plan, seed uint64) map[int]*consolidate.Summary {
	t.Helper()
	all := map[int]*consolidate.Summary{}
	var h *store.History
	var past layout.Past
	for year := p.Period.First; year <= p.Period.Last; year++ {
		s := town.Merged(t, consolidate.Input{Plan: p, Year: year, History: h, Batch: town.Batch(p, year, past, invented(p, year, past, seed+uint64(year))...)})
		all[year] = s
		data := trial.Got(Render(s))(t)
		var list finding.List
		if h, list = store.ReadHistory(town.Opened(t, data), p); h == nil {
			t.Fatalf("%+v", list)
		}
		past = h
	}
	return all
}

// kept writes a report where a person can look at it, if asked to.
func kept(t *testing.T, name string, data []byte) {
	if dir := os.Getenv("TIANBAO_KEEP"); dir != "" {
		trial.Must(t, os.WriteFile(filepath.Join(dir, name), data, 0o600))
	}
}

func TestReportsOfManyYearsReadBackAfterLibreOffice(t *testing.T) {
	trial.OnlyLong(t, "has LibreOffice open and save many reports")
	builtin, _ := seeds.Plan()
	for name, p := range map[string]*plan.Plan{"内置": builtin, "小": town.Plan()} {
		for year, s := range yearsOf(t, p, 7) {
			data := trial.Got(Document(s, Government))(t)
			kept(t, fmt.Sprintf("%s-%d.docx", name, year), data)
			if faults := trial.Invalid(t, "报告.docx", data); len(faults) > 0 {
				t.Errorf("%s %d: %v", name, year, faults)
			}
			readsBack(t, s, data)
			readsBack(t, s, saved(t, data))
		}
	}
}

// saved is a document that LibreOffice has opened and saved.
func saved(t *testing.T, data []byte) []byte {
	t.Helper()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.docx"), filepath.Join(dir, "out")
	trial.Must(t, os.WriteFile(in, data, 0o600))
	trial.Convert(t, filepath.Join(dir, "profile"), "docx", out, in)
	return trial.Got(os.ReadFile(filepath.Join(out, "in.docx")))(t)
}

func TestAReportIsWrittenWhateverCameIn(t *testing.T) {
	p := town.Plan()
	set := func(change func(a town.Answers)) []town.Sent {
		files := town.Year2024()
		for i := range files {
			change(files[i].Cells)
		}
		return files
	}
	one := town.Plan()
	one.Items, one.Chapters, one.Indicators = nil, nil, one.Indicators[:1]
	long := town.Plan()
	long.Units[0].Name = strings.Repeat("市发展和改革委员会", 6)
	for i := range long.Items {
		for k := range long.Items[i].Lead {
			if party := &long.Items[i].Lead[k]; party.Name == "市发展改革委" {
				party.Name, party.Units = long.Units[0].Name, []string{long.Units[0].Name}
			}
		}
	}
	for i := range long.Indicators {
		for k, u := range long.Indicators[i].Units {
			if u == "市发展改革委" {
				long.Indicators[i].Units[k] = long.Units[0].Name
			}
		}
		long.Indicators[i].Name = strings.Repeat(long.Indicators[i].Name, 5)
	}
	many := sample.Plan(sample.Size{Units: 20, Lead: 3, Targets: 2, Support: 2, Indicators: 3})
	for _, c := range []struct {
		name  string
		plan  *plan.Plan
		files []town.Sent
		says  string
	}{
		{"没有报送", p, nil, "目前没有可以判定的数据"},
		{"都不滞后", p, set(func(a town.Answers) {
			for key, text := range map[string]string{"lead/2/status": "已完成", "target/1-1/total": "9", "indicator/1/actual": "14", "indicator/2/actual": "350", "indicator/4/actual": "9.99"} {
				if _, ok := a[key]; ok {
					a[key] = text
				}
			}
		}), "没有滞后"},
		{"全都滞后", p, set(func(a town.Answers) {
			for key, text := range map[string]string{"lead/1/status": "未达序时进度", "lead/2/status": "尚未启动", "lead/3/status": "未达序时进度", "target/1-1/total": "1", "indicator/1/actual": "1", "indicator/2/actual": "190", "indicator/3/actual": "1", "indicator/4/actual": "9.1"} {
				if _, ok := a[key]; ok {
					a[key] = text
				}
			}
		}), "未达序时进度2项、尚未启动1项"},
		{"一项指标", one, nil, "1项主要指标无法判断"},
		{"名称很长", long, nil, strings.Repeat("地区生产总值增长", 5)},
		{"六十项指标", many, invented(many, 2024, nil, 3), "规划确定的60项主要指标"},
	} {
		s := town.Merged(t, consolidate.Input{Plan: c.plan, Year: 2024, Batch: town.Batch(c.plan, 2024, nil, c.files...)})
		data := trial.Got(Document(s, Government))(t)
		kept(t, c.name+".docx", data)
		r := readReport(t, data)
		body := strings.Join(r.body, "\n")
		if !strings.Contains(body, marks.HalfWidth(c.says)) {
			t.Errorf("%s: %q is not in\n%s", c.name, c.says, body)
		}
		for _, not := range []string{"中,。", "()", ",,", ",。", "、、", ":。", "。。", "%!", "和0项", "有0项", "<nil>"} {
			if strings.Contains(body, not) {
				t.Errorf("%s: %q stands in\n%s", c.name, not, body)
			}
		}
		readsBack(t, s, data)
	}
}
