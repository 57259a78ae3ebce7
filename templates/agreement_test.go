package templates_test

import (
	"fmt"
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
	"tianbao/workbook/ooxml"
)

// typed is what people put into cells, right and wrong, by kind. A leading
// apostrophe keeps a number text, as when pasted.
var typed = map[layout.Kind][]string{
	layout.Number: {
		"", "", "12.5", "0", "-3", "150", "-200", "0.85", "1250000", "'12.50", "'１２", "'１２．５", "'1,234", "'1，234", "'12,34", "'1,234.50", "'1,234,567",
		"'85%", "'５％", "'2000万", "'5亿", "'2万亿", "'5{u}", "'5 {u}", "'5万{u}", "'3亿{u}", "'5个", "'约95%", "'3—5", "'10-12", "'2000多", "' ", "'\u200b",
		"'\u00a0", "'\u3000\t", "'*", "'?", "'<>", "'=", "'不适用", "' 不适用\u200b", "'无", "'-", "'—", "'-5", "'+5", "'--5", "'－5", "'1.2.3", "'.5", "'5.",
		"'1e5", "'1E+05", "'1 234", "'1\u200b2", "'5%%", "'万", "'TRUE", "'2024/4/22", "'3:30", "'$5", "'(5)", "'1/2", "'12。5", "'5¥", "'#N/A", "' 7 ", "'0.5\n",
	},
	layout.Choice: {"", "{o}", "{o}", "{o}", "{o}", "{o} ", "\u3000{o}", "{o}\u200b", "*{o}", "{o}:", "{o}#", "其他", "*", "?", "<>", "=", "{o}*{o}", " ", "\u00a0", "'1", "<>{o}", "~"},
	layout.Text: {
		"", "", "完成年度建设任务,新建3家。", "同上", "同上。", " 同上 ", "同\u200b上", "按要求推进", "已按要求推进相关工作", "无", "无。", "暂无", " ", "\u200b", "\u00a0\u3000", "*", "?", "<>",
		"=", "=1+1", "-", "——", "a*b", "~*", "完成\n两项", "\n", "同上\n", "１２３", "🙂🙂🙂🙂", "\"引号\"", "‘同上’", "12", "0",
		"。。。", "???", "----", "…", "／／", "- -", "－　－", "√", "——。", "√已建成两处", "--新建3家", "①", strings.Repeat("-", 80), strings.Repeat("。", 59) + "字",
	},
	layout.Phone: {"", "13800000000", "010-12345678", "abc", " ", "*"},
	layout.Day:   {"", "2025-03-15", "'2025年3月15日", "abc", " "},
	layout.Month: {"", "2025-05", "'2025年5月", "不适用", "二季度", " "},
}

// scribble fills a form at random: like a sample, with what people type now and
// then in between.
func scribble(f *layout.Form, seed uint64, separate bool) templates.Values {
	base := sample.Fill(f, sample.Options{Seed: seed})
	state := seed*0x9e3779b97f4a7c15 + 1
	next := func(n int) int {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		return int(state % uint64(n))
	}
	for _, s := range f.Sheets {
		for i := range s.Rows {
			var open []int
			for j := range s.Columns {
				if s.Rows[i].Modes[j] == layout.Open && s.Columns[j].Key != layout.Delivery {
					open = append(open, j)
				}
			}
			for range next(4) {
				c := &s.Columns[open[next(len(open))]]
				text := typed[c.Kind][next(len(typed[c.Kind]))]
				if c.Kind == layout.Choice {
					options := layout.Options(c.List)
					text = strings.ReplaceAll(text, "{o}", options[next(len(options))])
				}
				if c.Unit != nil {
					text = strings.ReplaceAll(text, "{u}", c.Unit(s.Rows[i].Subject))
				}
				base.Set(s.Key, s.Rows[i].Ref, c.Key, text)
			}
		}
	}
	if separate {
		base.Set(layout.Cover, "", layout.Delivery, layout.Separate)
	}
	return base.Value
}

// recalculate opens workbooks in LibreOffice, computes every formula and saves them.
func recalculate(t *testing.T, files []string) (folder string) {
	t.Helper()
	dir := t.TempDir()
	profile := filepath.Join(dir, "profile")
	settings := `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`
	trial.Must(t, os.MkdirAll(filepath.Join(profile, "user"), 0o755))
	trial.Must(t, os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(settings), 0o644))
	out := filepath.Join(dir, "out")
	trial.Convert(t, profile, "xlsx", out, files...)
	return out
}

// verdicts is the 自检 of every row, by sheet and row number.
func verdicts(t *testing.T, path string, f *layout.Form) map[finding.Place]string {
	t.Helper()
	data := trial.Got(os.ReadFile(path))(t)
	book := trial.Made(ooxml.Read(data, ooxml.DefaultLimits()))(t)
	all := map[finding.Place]string{}
	for _, s := range f.Sheets {
		col := s.Index(layout.SelfCheck) + 1
		if s.Form {
			col = 3
		}
		for _, r := range book.Sheet(s.Name).Rows {
			for _, c := range r.Cells {
				if c.Col == col {
					all[finding.Place{Sheet: s.Name, Row: r.R}] = c.Text
				}
			}
		}
	}
	return all
}

// scribbled is a workbook that was filled at random, written to a file.
type scribbled struct {
	p     *plan.Plan
	forms *layout.Forms
	f     *layout.Form
	data  []byte
	path  string
}

// scribbles fills the workbook of every unit of every plan.
func scribbles(t *testing.T, dir string) []scribbled {
	t.Helper()
	var all []scribbled
	builder := templates.NewBuilder()
	for n, p := range plans() {
		forms := layout.NewForms(p, p.Period.Last-1, sample.NewPast(p, p.Period.Last-2, sample.Options{Seed: 3}))
		for i, u := range p.Reporters() {
			f := forms.Of(u)
			data := trial.Got(builder.Build(f, templates.Options{Values: scribble(f, uint64(i+1), i%9 == 8)}))(t)
			path := filepath.Join(dir, fmt.Sprintf("%d-%s.xlsx", n, u.ID))
			trial.Must(t, os.WriteFile(path, data, 0o644))
			all = append(all, scribbled{p, forms, f, data, path})
		}
	}
	return all
}

// TestSelfCheckAndCheckAgree fills workbooks at random, lets LibreOffice compute
// them and compares row by row: ✓ means that no rule that a formula can express
// finds an error, anything else that check has an error or a warning in the row.
func TestSelfCheckAndCheckAgree(t *testing.T) {
	trial.Office(t)
	all := scribbles(t, t.TempDir())
	var files []string
	for _, x := range all {
		files = append(files, x.path)
	}
	out := recalculate(t, files)
	rows, open := 0, 0
	for _, x := range all {
		ret, found := returned(t, x.data, x.p, x.forms)
		shown := verdicts(t, filepath.Join(out, filepath.Base(x.path)), x.f)
		for _, s := range ret.Sheets {
			for i := range s.Rows {
				if s.Form.Form {
					continue
				}
				r := &s.Rows[i]
				verdict := shown[finding.Place{Sheet: s.Name, Row: r.R}]
				rows++
				if verdict != "✓" {
					open++
				}
				agree(t, x.f.Unit.Name+" "+s.Name+" "+r.Ref(), verdict, inRow(found, s.Name, r.R))
			}
		}
	}
	t.Logf("%d rows, %d of them open", rows, open)
	if rows < 1500 || open < 500 {
		t.Errorf("only %d rows compared, %d of them open", rows, open)
	}
}

func inRow(found finding.List, sheet string, row int) finding.List {
	var here finding.List
	for _, x := range found {
		if x.Place.Sheet == sheet && x.Place.Row == row {
			here = append(here, x)
		}
	}
	return here
}

func agree(t *testing.T, where, verdict string, found finding.List) {
	t.Helper()
	asks, words := false, []string{}
	for _, x := range found {
		e, _ := finding.Lookup(x.Code)
		if verdict == "✓" && e.Expression && x.Severity == finding.Error {
			t.Errorf("%s: ✓, but %s in %s: %q %s", where, x.Code, x.Column, x.Given, x.Message)
		}
		asks = asks || x.Severity >= finding.Warning
		words = append(words, fmt.Sprintf("%s %s %q", x.Code, x.Column, x.Given))
	}
	if verdict != "✓" && !asks {
		t.Errorf("%s: %q, but check says only %v", where, verdict, words)
	}
}
