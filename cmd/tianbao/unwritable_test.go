package main

import (
	"maps"
	"os"
	"strings"
	"testing"
)

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
