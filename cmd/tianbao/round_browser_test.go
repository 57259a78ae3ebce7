package main

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

func TestTheRoundOfHearingAndTheReportAreDoneAtTheDesk(t *testing.T) {
	b := newBrowser(t)
	w := disputed(t)
	answers, err := filepath.Glob(demonstration(t).path("报送/答复 *.xlsx"))
	must(t, err)
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
