package main

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"tianbao/seeds/trial"
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

func TestTheRoundOfHearingAndTheReportAreDoneAtTheDesk(t *testing.T) {
	b := newBrowser(t)
	w := disputed(t)
	answers := trial.Got(filepath.Glob(demonstration(t).path("报送/答复 *.xlsx")))(t)
	twin := &town{t, t.TempDir()}
	copied := func() {
		for name, text := range files(t, w.dir) {
			twin.write(name, text)
		}
	}
	copied()
	twin.mustRun("consult", "--year", "2024", "--by", "4月20日")
	b.opens(w.desk(), "一步一步")
	b.press("征求意见")
	b.picture("30-征求意见")
	b.do(chromedp.SendKeys("#by", "4月20日"))
	b.press("生成征求意见的表")
	b.sees("份在“征求意见”文件夹")
	b.picture("31-征求意见-做好")
	alike(t, twin, w, "征求意见")

	b.press("首页")
	b.drop(answers...)
	b.sees("已答复 3 个")
	b.sees("请再汇总一次")
	b.picture("32-首页-答复")
	b.press("征求意见")
	b.press("核定单位的异议")
	b.holds(`(function () {
	  var row = [].filter.call(document.querySelectorAll("tbody tr"), function (r) { return r.innerText.indexOf("拟认定结果") >= 0; })[0];
	  row.id = "objection";
	  row.querySelector("select").add(new Option("差不多")); /* as a forged form would */
	  return true;
	}())`)
	b.do(chromedp.SetValue("#objection select", "差不多"), chromedp.SendKeys(`#objection input[name^="basis"]`, "市政府常务会议纪要"))
	b.press("保存核定并重写汇总")
	b.sees("不能填“差不多”，应为：维持、")
	b.holds(`document.querySelector('input[name^="basis"][value="市政府常务会议纪要"]') !== null`)
	b.picture("33-核定-异议")
	b.do(chromedp.SetValue(`tr:has(input[value="市政府常务会议纪要"]) select`, "维持"))
	b.press("保存核定并重写汇总")
	b.sees("已核定")
	b.picture("34-核定-保存")
	b.press("首页")
	b.press("汇总")
	b.sees("控制总数")
	b.press("报告")
	b.press("起草给人大的报告")
	b.sees("写成“2024年度监测报告(人大).docx”")
	copied()
	twin.run("consolidate", "--year", "2024", "--rulings", "2024年度汇总.xlsx")
	twin.run("consolidate", "--year", "2024", "--rulings", "2024年度汇总.xlsx", "--for", "人大", "-o", "2024年度监测报告(人大).docx")
	for _, name := range []string{"2024年度汇总.xlsx", "2024年度监测报告(人大).docx", "素材汇编.docx"} {
		if twin.read(name) != w.read(name) {
			t.Errorf("%s is not what the commands write", name)
		}
	}
	w.write("2024年度监测报告(人大).docx", "改过")
	b.press("报告")
	b.press("起草给人大的报告")
	b.sees("请先把它改名")
	b.holds(`!document.querySelector("main form")`)
}

func TestWorkThatTakesLongShowsHowFarItIsAndCanBeStopped(t *testing.T) {
	b := newBrowser(t)
	w := &town{t, t.TempDir()}
	b.opens(w.desk(), "一步一步")
	b.do(chromedp.Click(`//button[normalize-space()="生成填报表"]`))
	b.holds(`/work$/.test(location.href) && document.readyState === "complete"`)
	stopped := b.is(`!!document.querySelector("progress")`)
	if stopped {
		b.holds(`!document.querySelector("progress") || document.querySelector("progress").max > 1`)
		b.picture("40-进度")
		b.holds(`(function () { /* unless it is done just now */
		  var button = document.querySelector("button.stop");
		  if (button && !window.told) { window.told = true; button.click(); }
		  return /已经停下|做好了/.test(document.body.innerText);
		}())`)
		stopped = b.is(`document.body.innerText.indexOf("已经停下") >= 0`)
		b.picture("41-停下")
	}
	made := trial.Got(filepath.Glob(w.path("下发/*")))(t)
	if stopped && len(made) > 0 {
		t.Errorf("stopped, and %d files are there", len(made))
	}
	b.press("首页")
	b.press("生成填报表")
	b.sees("75 份在“下发”文件夹")
}
