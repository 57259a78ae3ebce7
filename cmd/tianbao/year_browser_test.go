package main

import (
	"path/filepath"
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
	w.run("consolidate", "--year", "2024", "--rulings", "2024年度汇总.xlsx", "-o", "2024年度监测报告.docx")
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
	b.opens(mine.desk(), "一步一步")
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
	b.received(2, 2)
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
	b.press("报告")
	b.picture("10-报告")
	b.press("起草报告")
	b.sees("素材汇编")
	b.picture("11-起草报告")
	for _, name := range []string{"任务清单.xlsx", "2024年度汇总.xlsx", "2024年度报送登记.xlsx", "2024年度监测报告.docx", "素材汇编.docx"} {
		if want.read(name) != mine.read(name) {
			t.Errorf("%s is not what the commands write", name)
		}
	}
	b.press("首页")
	b.picture("12-首页-做完")
	b.press("结束工作台")
	b.sees("工作台已经结束")
	b.picture("13-结束")
	b.within("nothing left behind", func() bool {
		left, err := filepath.Glob(mine.path(".tianbao*"))
		return err == nil && len(left) == 0
	})
}
