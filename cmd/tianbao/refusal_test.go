package main

import (
	"bytes"
	"maps"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/trial"
	"tianbao/workbook/ooxml"
)

func TestOneFileThatCannotBeAnnotatedDoesNotStopTheOthers(t *testing.T) {
	w := newTown(t)
	w.fillAll("12")
	must(t, edit(w.path("报送/财政局.xlsx"), []string{"主要指标@2:2024年实际值=约12"}))
	o := office.CheckOptions{Paths: []string{w.path("报送")}, ReturnTo: w.path("退回"), Job: office.Job{
		Plan: w.path("任务清单.xlsx"), Year: 2024, Limits: ooxml.DefaultLimits(), Now: today,
		Progress: func(_ office.Stage, done, all int) {
			if done == all { // read, but not yet annotated
				must(t, os.Remove(w.path("报送/工业局.xlsx")))
			}
		},
	}}
	done := trial.Got(office.Check(t.Context(), o))(t)
	if failed := done.Sent.Failed; len(failed) != 1 || !strings.HasSuffix(failed[0].File, "工业局.xlsx") {
		t.Fatalf("not annotated: %v", failed)
	}
	var errs bytes.Buffer
	if err := newDesk(nil, nil, &errs, today).sentBack(done.Sent); err == nil || !strings.Contains(errs.String(), "工业局.xlsx 没有标注成") {
		t.Errorf("%v\n%s", err, errs.String())
	}
	if got := files(t, w.path("退回")); len(got) != 2 || got["2024-县财政局.xlsx"] == "" || got["2024-县财政局-修改单.docx"] == "" {
		t.Errorf("%d files sent back", len(got))
	}
}

// Excel opens a workbook with macros only where its name ends in .xlsm.
func TestACopyOfAWorkbookWithMacrosIsNamedAsOne(t *testing.T) {
	w := newTown(t)
	w.fillAll("约12")
	f := trial.Got(excelize.OpenFile(w.path("报送/财政局.xlsx")))(t)
	defer f.Close()
	must(t, f.AddVBAProject([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")))
	must(t, f.SaveAs(w.path("报送/财政局.xlsm")))
	must(t, os.Remove(w.path("报送/财政局.xlsx")))
	w.run("check", "--year", "2024", "--return-to", "退回")
	got := files(t, w.path("退回"))
	if got["2024-县财政局.xlsm"] == "" || got["2024-县财政局.xlsx"] != "" || got["2024-县工业局.xlsx"] == "" {
		t.Errorf("%d files sent back, but not by their names", len(got))
	}
}

func TestWhatCannotBeWrittenIsNamedInTheClerksWords(t *testing.T) {
	w := newTown(t)
	w.fillAll("6")
	w.write("文件", "x")
	must(t, os.Mkdir(w.path("夹.xlsx"), 0o755))
	long := strings.Repeat("长", 90)
	before := files(t, w.dir)
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		{"plan import 方案.txt -o " + long + ".xlsx", exitFailed, "名称太长"},
		{"template --year 2024 -o " + long, exitFailed, "名称太长"},
		{"consolidate --year 2024 -o " + long + ".xlsx", exitFailed, "名称太长"},
		{"status --year 2024 -o 夹.xlsx", exitFailed, "“夹.xlsx”是文件夹"},
		{"consolidate --year 2024 -o 夹.xlsx --force", exitFailed, "“夹.xlsx”是文件夹"},
		{"template --year 2024 -o 文件", exitFailed, "“文件”是文件,不是文件夹"},
		{"check --year 2024 --return-to 文件/下", exitFailed, "“文件”是文件,不是文件夹"},
		{"consolidate --year 2024 -o 汇总", exitUsage, "要以 .xlsx 或 .csv 或 .docx 结尾"},
		{"consolidate --year 2024 -o 汇总.xls", exitUsage, "要以 .xlsx 或 .csv 或 .docx 结尾"},
		{"status --year 2024 -o 登记.csv", exitUsage, "要以 .xlsx 结尾"},
		{"plan import 方案.txt -o 清单.txt", exitUsage, "要以 .xlsx 结尾"},
	} {
		_, errs, code := w.run(strings.Fields(c.args)...)
		if code != c.code || !strings.Contains(errs, c.want) || strings.Contains(errs, ".tmp") {
			t.Errorf("%.60s: %d, want %d\n%s", c.args, code, c.code, errs)
		}
	}
	if !maps.Equal(before, files(t, w.dir)) {
		t.Error("something was left behind")
	}
}
