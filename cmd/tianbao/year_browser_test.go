package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// commandsYear is a year as the commands do it, in a town of its own: what the desk is
// held against.
func commandsYear(t *testing.T) *town {
	w := newTown(t)
	w.fillAll("6")
	w.run("check", "--year", "2024", "--return-to", "退回")
	w.run("consolidate", "--year", "2024")
	w.run("status", "--year", "2024")
	return w
}

// alike compares what two towns hold, by name.
func alike(t *testing.T, want, mine *town, names ...string) {
	t.Helper()
	for _, name := range names {
		a, b := files(t, want.path(name)), files(t, mine.path(name))
		if len(a) == 0 {
			t.Errorf("%s: the commands wrote nothing", name)
		}
		for file, text := range a {
			if b[file] != text {
				t.Errorf("%s/%s is not what the commands write", name, file)
			}
		}
		if len(a) != len(b) {
			t.Errorf("%s: %d files, the commands write %d", name, len(b), len(a))
		}
	}
}

func TestAYearIsDoneByClicksAndDropsAlone(t *testing.T) {
	b := newBrowser(t)
	want := commandsYear(t)
	mine := &town{t, t.TempDir()}
	b.do(chromedp.Navigate(mine.desk()))
	b.sees("一步一步")
	b.picture("1-首页-空")

	b.press("查看、更换")
	b.do(chromedp.SetUploadFiles("#doc", []string{want.path("方案.txt")}))
	b.picture("2-规划")
	b.press("采用")
	b.sees("写成“任务清单.xlsx”")
	b.picture("3-采用规划")
	b.press("首页")
	b.press("生成填报表")
	b.sees("份在“下发”文件夹")
	b.picture("4-下发")
	b.press("回到首页")

	b.drop(want.path("报送/工业局.xlsx"), want.path("报送/财政局.xlsx"))
	b.sees("收完 2 个文件")
	b.sees("退回修改")
	b.picture("5-收表")
	b.press("看审核结果")
	b.sees("约46")
	b.picture("6-审核结果")
	b.press("首页")
	b.press("写退回件")
	b.sees("标注好的")
	b.picture("7-退回")
	b.press("首页")
	b.press("汇总")
	b.sees("控制总数")
	b.picture("8-汇总")
	b.press("登记和催报")
	b.press("保存登记")
	b.picture("9-登记")
	alike(t, want, mine, "下发", "报送", "退回")
	for _, name := range []string{"任务清单.xlsx", "2024年度汇总.xlsx", "2024年度报送登记.xlsx"} {
		if want.read(name) != mine.read(name) {
			t.Errorf("%s is not what the commands write", name)
		}
	}
	b.press("结束工作台")
	b.sees("工作台已经结束")
	b.picture("10-结束")
	left, err := filepath.Glob(mine.path(".*"))
	must(t, err)
	if left = slices.DeleteFunc(left, func(s string) bool { return strings.HasSuffix(s, "..") || strings.HasSuffix(s, "/.") }); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := os.Stat(mine.path("审核结果.html")); err == nil {
		t.Log("the page is there too")
	}
}
