package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"tianbao/seeds/trial"
)

// disputed is a town with a plan and returns of which two units say different things,
// and a summary of them.
func disputed(t *testing.T) *town {
	w := demonstration(t)
	answers := trial.Got(filepath.Glob(w.path("报送/答复 *.xlsx")))(t)
	for _, answer := range answers { // before the round 征求意见: figures alone are in dispute
		must(t, os.Remove(answer))
	}
	must(t, os.RemoveAll(w.path("征求意见")))
	w.run("consolidate", "--year", "2024", "--force")
	return w
}

func TestARulingAtTheDeskIsTheOneOfTheCommandLine(t *testing.T) {
	b := newBrowser(t)
	w := disputed(t)
	b.opens(w.desk(), "一步一步")
	b.press("核定数据")
	b.sees("待核定")
	b.picture("20-核定")
	b.do(chromedp.SendKeys("#value-0", "七点八"), chromedp.SendKeys(`tr:nth-child(1) input[name^="basis"]`, "年报"))
	before := w.read("2024年度汇总.xlsx")
	b.press("保存核定并重写汇总")
	b.sees("不能填“七点八”")
	b.picture("21-核定-有错")
	if w.read("2024年度汇总.xlsx") != before {
		t.Error("the summary was written with a ruling that cannot stand")
	}
	b.do(chromedp.SetValue("#value-0", "7.8"))
	b.press("保存核定并重写汇总")
	b.sees("已核定")
	atDesk := w.read("2024年度汇总.xlsx")
	w.run("consolidate", "--year", "2024", "--rulings", "2024年度汇总.xlsx")
	if w.read("2024年度汇总.xlsx") != atDesk {
		t.Error("consolidate --rulings makes another summary of it")
	}
	b.press("核定")
	b.do(chromedp.Clear("#value-0"), chromedp.Clear(`tr:nth-child(1) input[name^="basis"]`))
	b.press("保存核定并重写汇总")
	b.holds(`!document.body.innerText.match(/已核定/)`)
}

func TestTheRegisterIsFilledInAtTheDesk(t *testing.T) {
	b := newBrowser(t)
	w := disputed(t)
	b.opens(w.desk(), "一步一步")
	b.press("登记、催报")
	b.do(chromedp.SetValue("#received-0", "不知道"))
	b.press("保存登记")
	b.sees("不是日期")
	b.do(chromedp.SetValue("#received-0", "2025-03-20"), chromedp.Click(`tr:nth-child(1) input[name^="stamped"]`), chromedp.SetValue(`tr:nth-child(2) input[name^="extended"]`, "2025年4月10日"))
	b.press("保存登记")
	b.holds(`document.querySelector("#received-0").value === "2025-03-20" && document.querySelector('tr:nth-child(2) input[name^="extended"]').value === "2025-04-10"`)
	b.picture("22-登记")
	w.run("status", "--year", "2024")
	b.press("登记和催报")
	b.holds(`document.querySelector("#received-0").value === "2025-03-20" && document.querySelector('tr:nth-child(1) input[name^="stamped"]').checked`)
}

// keys presses Tab until the button or link with these words has the focus, and Enter.
func (b *browser) keys(words string) {
	b.Helper()
	for range 200 {
		b.do(chromedp.KeyEvent(kb.Tab))
		at, err := got(b, chromedp.Evaluate[string](`(document.activeElement.innerText || document.activeElement.id || "").trim()`))
		must(b.T, err)
		if at == words {
			if shown, _ := got(b, chromedp.Evaluate[bool](`getComputedStyle(document.activeElement).outlineStyle !== "none"`)); !shown {
				b.Errorf("it cannot be seen that %s has the focus", words)
			}
			b.leaves(func() { b.do(chromedp.KeyEvent(kb.Enter)) })
			return
		}
	}
	b.lost("the keyboard does not reach " + words)
}

func TestAYearIsDoneByTheKeyboardAlone(t *testing.T) {
	b := newBrowser(t)
	want := commandsYear(t)
	w := &town{t, t.TempDir()}
	w.write("方案.txt", want.read("方案.txt"))
	w.mustRun("plan", "import", "方案.txt")
	b.opens(w.desk(), "一步一步")
	b.keys("生成填报表")
	b.sees("份在“下发”文件夹")
	b.keys("回到首页")
	b.do(chromedp.SetUploadFiles("#pick", []string{want.path("报送/工业局.xlsx"), want.path("报送/财政局.xlsx")})) // the system's own window takes the keyboard
	b.received(2, 2)
	b.keys("写退回件")
	b.sees("标注好的")
	b.keys("首页")
	b.keys("汇总")
	b.sees("控制总数")
	b.keys("登记和催报")
	b.keys("保存登记")
	b.keys("报告")
	b.keys("起草报告")
	b.sees("素材汇编")
	alike(t, want, w, "下发", "报送", "退回")
	for _, name := range []string{"2024年度汇总.xlsx", "2024年度报送登记.xlsx", "2024年度监测报告.docx"} {
		if want.read(name) != w.read(name) {
			t.Errorf("%s is not what the commands write", name)
		}
	}
	b.keys("结束工作台")
	b.sees("工作台已经结束")
}

func TestAYearIsDoneByPlainForms(t *testing.T) {
	b := newBrowser(t, chromedp.Flag("blink-settings", "scriptEnabled=false"))
	want := commandsYear(t)
	w := &town{t, t.TempDir()}
	b.do(chromedp.Navigate(w.desk()))
	b.press("查看、更换")
	b.do(chromedp.SetUploadFiles("#doc", []string{want.path("方案.txt")}))
	b.press("采用")
	b.sees("写成“任务清单.xlsx”")
	b.press("首页")
	b.press("生成填报表")
	b.sees("份在“下发”文件夹")
	b.press("首页")
	b.do(chromedp.SetUploadFiles("#pick", []string{want.path("报送/工业局.xlsx"), want.path("报送/财政局.xlsx")}))
	b.press("收下并审核")
	b.sees("退回修改")
	b.picture("23-收下的表")
	b.press("回到首页")
	b.press("写退回件")
	b.sees("标注好的")
	b.press("首页")
	b.press("汇总")
	b.sees("控制总数")
	b.press("登记和催报")
	b.press("保存登记")
	b.press("报告")
	b.press("起草报告")
	b.sees("素材汇编")
	alike(t, want, w, "下发", "报送", "退回")
	for _, name := range []string{"任务清单.xlsx", "2024年度汇总.xlsx", "2024年度报送登记.xlsx", "2024年度监测报告.docx"} {
		if want.read(name) != w.read(name) {
			t.Errorf("%s is not what the commands write", name)
		}
	}
	b.press("结束工作台")
	b.sees("工作台已经结束")
}

func TestTheFileIsReadWithAndWithoutScript(t *testing.T) {
	w := disputed(t)
	w.run("check", "--year", "2024")
	page := "file://" + w.path("审核结果.html")
	parts := []string{"1 个单位要改", "市科技局", "约5家", "催报文字", "数据不一致", "主要指标", "未达序时进度"}
	off := newBrowser(t, chromedp.Flag("blink-settings", "scriptEnabled=false"))
	off.do(chromedp.Navigate(page))
	for _, part := range parts {
		off.sees(part)
	}
	off.holds(`document.querySelector("#search").hidden`)
	b := newBrowser(t)
	b.do(chromedp.Navigate(page))
	for _, part := range parts {
		b.sees(part)
	}
	b.do(chromedp.SendKeys("#find", "科技"))
	b.sees("找到 ")
	b.holds(`document.querySelectorAll(".names li:not([hidden])").length < 3`)
	b.holds(`document.documentElement.scrollWidth <= window.innerWidth`)
	if n, err := got(b, chromedp.Evaluate[int](`performance.getEntriesByType("resource").length`)); err != nil || n > 0 {
		t.Errorf("the file fetched %d things: %v", n, err)
	}
	b.picture("24-文件")
	if text := w.read("审核结果.html"); strings.Contains(text, "http:") || strings.Contains(text, "https:") {
		t.Error("the file names an address")
	}
}
