package reading_test

import (
	"fmt"
	"strings"
	"testing"

	"tianbao/seeds/finding"

	"tianbao/seeds/document"
	"tianbao/seeds/reading"
)

func TestTheTitleIsWhatStandsAboveTheTasksWithoutIssuerAndDate(t *testing.T) {
	const tasks = "一、产业\n1.奖励。（市财政局负责）\n"
	for text, want := range map[string]string{
		"云川市人民政府办公室关于对担当作为成绩突出县区\n加大奖励和支持力度的通知\n云政办〔2025〕7号\n各县区人民政府：\n":                           "云川市人民政府办公室关于对担当作为成绩突出县区加大奖励和支持力度的通知",
		"各县区人民政府：\n现将方案印发给你们。\n云川市人民政府办公室\n2025年2月28日\n（此件公开发布）\n云川市2025年重要工作责任分工\n":               "云川市2025年重要工作责任分工",
		"云川市人民政府关于贯彻落实《江川省稳定就业若干政策措施》的实施意见\n各镇人民政府：\n为贯彻落实《江川省人民政府关于印发江川省稳定就业若干政策措施的通知》，提出如下意见：\n": "云川市人民政府关于贯彻落实《江川省稳定就业若干政策措施》的实施意见",
		"云川市教育局 2027 年工作要点\n":                                      "云川市教育局2027年工作要点",
		"云川市人民政府文件\n云政发〔2025〕3号\n云川市2025年民生实事\n任务分解表\n":            "云川市2025年民生实事任务分解表",
		"关于支持帮扶县的若干措施(征求意见稿)为深入贯彻落实决策部署，制定以下措施。\n":                 "关于支持帮扶县的若干措施(征求意见稿)",
		"云川市关于优化营商环境的实施意见云政办发〔2027〕24号各县区人民政府：\n":                  "云川市关于优化营商环境的实施意见",
		"中共云川市委办公室\n云川市人民政府办公室\n关于印发《云川市“十五五”规划任务分工方案》的通知\n各县区：\n": "云川市“十五五”规划任务分工方案",
	} {
		p, _ := parse(t, text+tasks)
		if p.Title != want {
			t.Errorf("title %q, want %q", p.Title, want)
		}
	}
}

// What leads elsewhere is no task, though it is numbered, and the page's own title names the document where its lists
// stand before it.
func TestThePageNamesADocumentBelowItsLists(t *testing.T) {
	for page, want := range map[string]string{"云川市政府办关于印发2027年重点工作任务分解的通知-云川市政府": "2027年重点工作任务分解", "关于民生工程的实施意见 - 云川网": "关于民生工程的实施意见"} {
		doc, _ := document.Read("a.html", []byte("<html><head><title>"+page+"</title></head><body><p>设为首页 | 加入收藏</p><ul><li>1. <a href='/a'>新闻</a></li><li>公开指南</li><li>1.机构职能</li></ul><h1>"+page+"</h1><p>2．建校2所。（市教育局牵头）</p></body></html>"))
		if p, found := reading.Parse(doc, nil); p.Title != want || !strings.Contains(findings(found), "新闻") {
			t.Errorf("%q, want %q\n%s", p.Title, want, findings(found))
		}
	}
}

func TestTheYearOfTheDocumentGoesBeforeAnyGuess(t *testing.T) {
	for text, want := range map[string]string{
		"云川市人民政府关于落实《政府工作报告》重点工作部门分工的意见\n云政发〔2020〕6号\n一、落实2020年发展主要目标\n1.城镇新增就业9万人以上。（市人社局牵头，年内持续推进）\n": "2019 2020 2020 2020",
		"云川市关于落实《政府工作报告》部门分工的意见\n云政发〔2026〕6号\n一、稳增长\n1.城镇新增就业9万人以上。（市人社局牵头）\n":                          "2025 2026 2026 2026",
		"关于推进人才工程的实施意见\n一、产业\n1.引才。2022年起5年内，引进博士100名。（市委组织部负责）\n2.招商。带动未来五年投资300亿元以上。（市商务局负责）\n":       "2021 2022 2026 2026",
		"云川市煤炭储备工作方案（2021一2025年）\n一、产业\n1.新增储备9万吨。（市发改委牵头）\n":                                           "2020 2021 2025 2025",
		"云川市支持基础研究的若干措施\n云政办〔2025〕5号\n一、产业\n1.新建平台3个。（市科技局负责）\n本措施自2025年8月1日起施行，有效期至2030年7月31日。\n":      "2024 2025 2030 2030",
		"云川市落实发展规划的分工\n云政发〔2021〕9号\n一、“十四五”目标\n1.到2025年，新增就业9万人。（市人社局牵头）\n":                             "2020 2021 2025 2025",
	} {
		p, _ := parse(t, text)
		due := ""
		if targets := p.Items[0].Targets; len(targets) > 0 {
			due = targets[0].Due
		}
		if got := fmt.Sprintf("%d %d %d %s", p.Period.Base, p.Period.First, p.Period.Last, due); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestThePeriodIsAskedAboutWhereTheDocumentLeavesItOpen keeps the question for documents that state no years; where their
// year of issue and their dues agree it is a note.
func TestThePeriodIsAskedAboutWhereTheDocumentLeavesItOpen(t *testing.T) {
	for text, want := range map[string]finding.Severity{
		"云川市优化环境任务分工\n云政发〔2027〕9号\n一、产业\n1.2028年底前，新增就业9万人。（市人社局牵头）\n": finding.Note,
		"云川市优化环境任务分工\n一、产业\n1.新增就业9万人。（市人社局牵头）\n":                      finding.Warning,
	} {
		_, found := parse(t, text)
		for _, f := range found {
			if f.Code == finding.PeriodUnclear && f.Severity != want {
				t.Errorf("%s: %v", text, f.Severity)
			}
		}
		if !found.Has(finding.PeriodUnclear) {
			t.Errorf("%s: not said", text)
		}
	}
}

func TestATitleGoesOnInTheLinesBelowIt(t *testing.T) {
	for _, c := range []struct{ head, title string }{
		{"三江大学2025年工作要点\n任务分解表\n", "三江大学2025年工作要点任务分解表"},
		{"(2025年2月6日县人民代表大会第四次会议通过)\n甘棠县2025年民生实事项目\n责任清单\n", "甘棠县2025年民生实事项目责任清单"},
		{"白河区人民政府关于印发《白河区2023年重点工作任务分解\n和责任分工方案》的通知\n", "白河区人民政府关于印发《白河区2023年重点工作任务分解和责任分工方案》的通知"},
		{"省工业和信息化厅 省发展改革委 省财政厅\n关于促进企业发展的若干措施\n责任分工\n", "关于促进企业发展的若干措施责任分工"},
		{"省教育厅关于印发《贯彻落实〈办学意见〉任务分工方案》的通知\n", "贯彻落实《办学意见》任务分工方案"},
		{"市政府关于印发《〈政府工作报告〉任务分工方案》的通知\n", "《政府工作报告》任务分工方案"},
		{"安县人大常委会2025年工作要点\n及任务分解\n", "安县人大常委会2025年工作要点及任务分解"},
		{"山河县人民政府办公室关于印发山河县\n供热保障行动方案\n(2024—2026年)的通知\n山政办字〔2024〕8号\n", "山河县人民政府办公室关于印发山河县供热保障行动方案(2024—2026年)的通知"},
		{"关于印发《山河县推进“四好农村路”\n三年行动计划\n(2025—2027年)》的通知\n", "关于印发《山河县推进“四好农村路”三年行动计划(2025—2027年)》的通知"},
		{"长河电力集团有限公司\n2026年安全生产重点任务\n分解落实方案\n", "长河电力集团有限公司2026年安全生产重点任务分解落实方案"},
		{"云中市人民政府办公室\n关于2024年上半年《政府工作报告》任务\n落实情况暨下半年重点任务分工的通报\n", "关于2024年上半年《政府工作报告》任务落实情况暨下半年重点任务分工的通报"},
		{"云中市推进国企改革任务分工(列第一位的单位为牵头单位,其他为配合单位)\n", "云中市推进国企改革任务分工(列第一位的单位为牵头单位,其他为配合单位)"},
	} {
		for _, width := range []func(string) string{func(s string) string { return s }, fullWidth.Replace} {
			p, _ := parse(t, width(c.head+"一、措施\n1.培育企业30家。(市教育局、市财政局)\n"))
			if p.Title != width(c.title) || len(p.Items) != 1 {
				t.Errorf("title %q, %d items, want %q", p.Title, len(p.Items), width(c.title))
			}
		}
	}
}
