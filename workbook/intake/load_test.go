package intake

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tianbao/seeds"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// answers fills every cell that wants an answer with a plain one.
func answers(_ layout.SheetKey, _ string, k layout.Key) (string, bool) {
	text, ok := map[layout.Key]string{
		layout.Filler: "张三", layout.Tel: "0558-5123456", layout.FilledOn: "2025-03-15",
		layout.Status: layout.StatusOnTrack, layout.Progress: "全年组织实施各项工作,年度任务按计划推进。", layout.Problems: "无",
		layout.Data: layout.DataPending, layout.Release: "2025-05", layout.Outlook: layout.OutlookSure,
		layout.Joined: layout.JoinedYes, layout.Account: "配合牵头单位开展了调研和联合检查工作。",
	}[k]
	return text, ok
}

// onlyRows fills the rows whose 编号 passes.
func onlyRows(pass func(ref string) bool) templates.Values {
	return func(s layout.SheetKey, ref string, k layout.Key) (string, bool) {
		if s != layout.Cover && !pass(ref) {
			return "", false
		}
		return answers(s, ref, k)
	}
}

func build(t testing.TB, p *plan.Plan, unit string, year int, values templates.Values) []byte {
	t.Helper()
	return trial.Got(templates.Build(layout.NewForms(p, year, nil).Of(p.Unit(unit)), templates.Options{Values: values}))(t)
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	trial.Must(t, os.MkdirAll(filepath.Dir(path), 0o755))
	trial.Must(t, os.WriteFile(path, data, 0o644))
}

func load(t testing.TB, p *plan.Plan, dir string) *Batch {
	t.Helper()
	return trial.Got(Load(t.Context(), []string{dir}, Options{Plan: p, Year: 2024, Limits: ooxml.DefaultLimits(), Workers: 4}))(t)
}

func unitOf(t testing.TB, b *Batch, name string) *UnitResult {
	t.Helper()
	for i := range b.Units {
		if b.Units[i].Unit.Name == name {
			return &b.Units[i]
		}
	}
	t.Fatalf("no unit %s", name)
	return nil
}

func TestEveryOutcomeOfAFileIsNamed(t *testing.T) {
	p, _ := seeds.Plan()
	dir := t.TempDir()
	accepted := build(t, p, "市科技局", 2024, answers)
	write(t, filepath.Join(dir, "甲", "乙", "科技 (1) 最终版.xlsx"), accepted)
	write(t, filepath.Join(dir, "faulty.xlsx"), build(t, p, "市教育局", 2024, onlyRows(func(ref string) bool { return false })))
	write(t, filepath.Join(dir, "empty.xlsx"), build(t, p, "市民政局", 2024, nil))
	write(t, filepath.Join(dir, "year.xlsx"), build(t, p, "市财政局", 2023, answers))
	write(t, filepath.Join(dir, "cut.xlsx"), accepted[:len(accepted)/2])
	write(t, filepath.Join(dir, "web.xls"), []byte("<html><table><tr><td>1</td></tr></table></html>"))
	write(t, filepath.Join(dir, "~$科技.xlsx"), []byte("x"))
	write(t, filepath.Join(dir, ".DS_Store"), []byte("x"))
	write(t, filepath.Join(dir, "说明.txt"), []byte("x"))
	b := load(t, p, dir)
	want := map[string]struct {
		outcome Outcome
		code    finding.Code
	}{
		"科技 (1) 最终版.xlsx": {Accepted, ""},
		"faulty.xlsx":     {Faulty, finding.Required},
		"empty.xlsx":      {Refused, finding.EmptyReturn},
		"year.xlsx":       {Refused, finding.WrongYear},
		"cut.xlsx":        {Unreadable, finding.FileTruncated},
		"web.xls":         {Unreadable, finding.FileHTML},
	}
	if len(b.Files) != len(want) || len(b.Skipped) != 3 {
		t.Errorf("%d files, skipped %v", len(b.Files), b.Skipped)
	}
	for _, f := range b.Files {
		w := want[filepath.Base(f.Path)]
		if f.Outcome != w.outcome || w.code != "" && !f.Findings.Has(w.code) {
			t.Errorf("%s: %s %v", f.Path, f.Outcome, f.Findings)
		}
	}
	statuses := map[string]Status{"市科技局": StatusAccepted, "市教育局": StatusFaulty, "市民政局": StatusRefused, "市财政局": StatusRefused, "市水利局": StatusMissing}
	for name, s := range statuses {
		u := unitOf(t, b, name)
		if wrong := s == StatusFaulty || s == StatusRefused; u.Status != s || u.Errors > 0 != wrong {
			t.Errorf("%s: %s, %d errors", name, u.Status, u.Errors)
		}
	}
}

// A text that a file holds once may be in any number of cells. Whoever reads them
// pays for each, so each counts.
func TestATextThatStandsInManyCellsIsRefused(t *testing.T) {
	p, _ := seeds.Plan()
	dir := t.TempDir()
	const types, links = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
	cells := func(n int) []byte {
		return trial.Repacked(t, build(t, p, "市科技局", 2024, answers), func(name string, part []byte) []byte {
			from, to := "", ""
			switch name {
			case "docProps/app.xml": // gives way to the table of texts
				return []byte(`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>` + strings.Repeat("长", 300_000) + `</t></si></sst>`)
			case "[Content_Types].xml":
				from, to = "application/vnd.openxmlformats-officedocument.extended-properties+xml", types
			case "_rels/.rels":
				return regexp.MustCompile(`<Relationship [^>]*extended-properties[^>]*>(</Relationship>)?`).ReplaceAll(part, nil)
			case "xl/_rels/workbook.xml.rels":
				from, to = "</Relationships>", `<Relationship Id="texts" Type="`+links+`" Target="/docProps/app.xml"/></Relationships>`
			case "xl/worksheets/sheet2.xml":
				from, to = "</sheetData>", `<row r="900">`+strings.Repeat(`<c t="s"><v>0</v></c>`, n)+`</row></sheetData>`
			}
			return bytes.Replace(part, []byte(from), []byte(to), 1)
		})
	}
	write(t, filepath.Join(dir, "a.xlsx"), cells(1))
	write(t, filepath.Join(dir, "b.xlsx"), cells(1000))
	for i, f := range load(t, p, dir).Files {
		if got, want := f.Findings.Has(finding.LimitText), i == 1; got != want || (f.Outcome == Unreadable) != want {
			t.Errorf("%s: %s, too much text %v, want %v", f.Path, f.Outcome, got, want)
		}
	}
}

func TestTheSameFileTwiceCountsOnce(t *testing.T) {
	p, _ := seeds.Plan()
	dir := t.TempDir()
	data := build(t, p, "市科技局", 2024, answers)
	write(t, filepath.Join(dir, "a.xlsx"), data)
	write(t, filepath.Join(dir, "b", "a(1).xlsx"), data)
	batch := load(t, p, dir)
	u := unitOf(t, batch, "市科技局")
	if u.Files[0].Outcome != Accepted || u.Files[1].Outcome != Superseded || !u.Files[1].Findings.Has(finding.CopySame) {
		t.Errorf("%v %v", u.Files[0], u.Files[1])
	}
	for _, r := range batch.rowsOf(u) {
		if len(r.Rivals) > 0 {
			t.Errorf("row %s has rivals", r.Ref())
		}
	}
}

func TestFillersWhoSplitTheWorkMakeOneCompleteReturn(t *testing.T) {
	p, _ := seeds.Plan()
	dir := t.TempDir()
	half := map[string]bool{}
	form := layout.NewForms(p, 2024, nil).Of(p.Unit("市科技局"))
	for _, s := range form.Sheets {
		for i, r := range s.Rows {
			half[r.Ref] = i%2 == 0
		}
	}
	write(t, filepath.Join(dir, "a.xlsx"), build(t, p, "市科技局", 2024, onlyRows(func(ref string) bool { return half[ref] })))
	write(t, filepath.Join(dir, "b.xlsx"), build(t, p, "市科技局", 2024, onlyRows(func(ref string) bool { return !half[ref] })))
	b := load(t, p, dir)
	u := unitOf(t, b, "市科技局")
	rows := 0
	for _, s := range form.Sheets {
		rows += len(s.Rows)
	}
	if n := len(b.rowsOf(u)); u.Status != StatusAccepted || n != rows || u.Errors != 0 {
		t.Errorf("%s, %d of %d rows, %d errors", u.Status, n, rows, u.Errors)
	}
	for _, f := range u.Files {
		if f.Outcome != Accepted || f.Findings.Count(finding.Error) > 0 {
			t.Errorf("%s is asked for rows that the other fills: %s", f.Path, f.Outcome)
		}
	}
}

func TestTheBatchDoesNotDependOnNamesFoldersOrOrder(t *testing.T) {
	p, _ := seeds.Plan()
	files := [][]byte{
		build(t, p, "市科技局", 2024, answers),
		build(t, p, "市科技局", 2024, onlyRows(func(ref string) bool { return len(ref) > 3 })),
		build(t, p, "市教育局", 2024, answers),
		[]byte("not a workbook"),
	}
	var dumps []string
	for _, names := range [][]string{{"a.xlsx", "b.xlsx", "c.xlsx", "d.xlsx"}, {"z/4.xlsx", "y/3.xlsx", "2.xlsx", "x/w/1.xlsx"}} {
		dir := t.TempDir()
		for i, name := range names {
			write(t, filepath.Join(dir, name), files[i])
		}
		dumps = append(dumps, dump(load(t, p, dir)))
	}
	if dumps[0] != dumps[1] {
		t.Errorf("differ:\n%s\n%s", dumps[0], dumps[1])
	}
}

// dump prints what a batch says, paths apart.
func dump(b *Batch) string {
	var s strings.Builder
	for _, f := range b.Files {
		fmt.Fprintf(&s, "%s %s %s %v\n", f.SHA256, f.Unit, f.Outcome, f.Findings)
	}
	for i := range b.Units {
		u := &b.Units[i]
		fmt.Fprintf(&s, "%s %s %d %d %v\n", u.Unit.Name, u.Status, u.Errors, u.Warnings, u.Findings)
		for _, r := range b.rowsOf(u) {
			fmt.Fprintf(&s, "  %s %s %d rivals %d\n", r.Sheet.Name, r.Ref(), r.R, len(r.Rivals))
		}
	}
	return s.String()
}

func TestAPathThatIsNotThereIsAnError(t *testing.T) {
	p, _ := seeds.Plan()
	if _, err := Load(t.Context(), []string{filepath.Join(t.TempDir(), "没有")}, Options{Plan: p, Limits: ooxml.DefaultLimits()}); err == nil {
		t.Error("no error")
	}
}

func TestReadingLeavesTheFilesAsTheyAre(t *testing.T) {
	p, _ := seeds.Plan()
	dir := t.TempDir()
	data := build(t, p, "市科技局", 2024, answers)
	path := filepath.Join(dir, "a.xlsx")
	write(t, path, data)
	load(t, p, dir)
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(after, data) {
		t.Error("changed", err)
	}
}
