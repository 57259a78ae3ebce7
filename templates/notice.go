package templates

import (
	"fmt"
	"regexp"
	"strings"

	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/docx"
	"tianbao/templates/layout"
)

var (
	outerTitle = regexp.MustCompile(`《(.*?)》`)
	innerTitle = regexp.MustCompile(`〈(.*?)〉`)
)

// PlanName is the plan as a document speaks of it, in title marks: the document that
// its title names, the inner of two, else the title itself.
func PlanName(p *plan.Plan) string {
	for _, pattern := range []*regexp.Regexp{innerTitle, outerTitle} {
		if m := pattern.FindStringSubmatch(p.Title); m != nil {
			return "《" + m[1] + "》"
		}
	}
	return "《" + p.Title + "》"
}

// Notice drafts the notice that goes out with the templates: who reports what, by when
// and how. What only the office knows stands as marked gaps.
func Notice(p *plan.Plan, f layout.Frame, issued []Issued) ([]byte, error) {
	title := fmt.Sprintf("关于报送%s%d年度实施情况的通知", PlanName(p), f.Year)
	d := docx.New(docx.Props{Title: title, Creator: p.Office, Created: issueTime(f.Year)})
	d.Title(title)
	d.Blank(1)
	d.Flush(docx.Text(text.Printed("各有关单位:")))
	d.Para(docx.Text(text.Printed(fmt.Sprintf("为全面掌握%s%d年度实施情况,做好%s,现就有关事项通知如下。", PlanName(p), f.Year, task(p, f)))))
	d.Heading(1, "一、报送单位和内容")
	d.Para(docx.Text(text.Printed(fmt.Sprintf("报送单位为承担规划任务的%d个单位(名单见附件2)。各单位按照随文下发的填报表,报送下列内容:", len(issued)))))
	for i, line := range contents(issued, f) {
		d.Para(docx.Text(text.Printed(fmt.Sprintf("%d.%s", i+1, line))))
	}
	d.Heading(1, "二、报送时间")
	d.Para(docx.Text(text.Printed("请于" + layout.DueDay(p, f.Year) + "前报送。确需延期的,请在截止日前说明原因。没有进展的事项也要如实填报。")))
	d.Heading(1, "三、填报要求")
	for i, line := range demands(f) {
		d.Para(docx.Text(text.Printed(fmt.Sprintf("(%s)%s", numerals[i], line))))
	}
	d.Heading(1, "四、报送方式")
	d.Para(docx.Text("电子表格报送至"), docx.Gap("【报送渠道：政务内网邮箱或办公平台地址】"), docx.Text("；打印件经单位负责人签字并加盖公章后，报送至"), docx.Gap("【地址或科室】"), docx.Text("。"))
	d.Together(func() {
		d.Para(docx.Text("联系人："), docx.Gap("【姓名】"), docx.Text("，联系电话："), docx.Gap("【电话】"), docx.Text("。"))
		d.Blank(1)
		d.Para(docx.Text("附件：1.填报表（每个单位一份）"))
		d.Para(docx.Text("　　　2.下发清单"))
		d.Blank(2)
		if p.Office != "" {
			d.Right(docx.Text(p.Office))
		} else {
			d.Right(docx.Gap("【印发单位】"))
		}
		d.Right(docx.Gap("【印发日期】"))
	})
	return d.Bytes()
}

// numerals count the paragraphs of a notice.
var numerals = strings.Split("一 二 三 四 五 六 七 八 九", " ")

// task is what the reports are for.
func task(p *plan.Plan, f layout.Frame) string {
	if f.Year >= p.Period.Last {
		return "规划实施总结评估"
	}
	return "规划实施年度监测"
}

// contents says what each sheet asks for, of those that any unit has to fill.
func contents(issued []Issued, f layout.Frame) []string {
	what := map[layout.SheetKey]string{
		layout.Lead:       "本单位牵头事项的进展状态、{Y}年进展情况、存在问题和下一步安排",
		layout.Targets:    "牵头事项中有明确数量要求的目标完成情况",
		layout.Support:    "本单位配合事项的工作情况",
		layout.Indicators: "本单位负责的规划主要指标数据",
	}
	var lines []string
	for _, t := range tablesOf() {
		n, units := 0, 0
		for _, one := range issued {
			if rows := one.Rows[t.Key]; rows > 0 {
				n += rows
				units++
			}
		}
		if n > 0 {
			lines = append(lines, fmt.Sprintf("%s:%s,涉及%d个单位。", t.Name, f.Expand(what[t.Key]), units))
		}
	}
	for i := range lines {
		if i < len(lines)-1 {
			lines[i] = strings.TrimSuffix(lines[i], "。") + ";"
		}
	}
	return lines
}

func demands(f layout.Frame) []string {
	return []string{
		"只填写黄色单元格,不改动其他内容和文件名称。每行的“自检”栏提示尚缺的内容,全部显示“✓”后再报送。",
		"如实反映情况。" + f.Expand("数据应为{Y}年的最终核实数;尚未发布的,数据状态选“暂未发布”并填写预计发布时间,不用估计数代替。") + "与上年数据差别较大的,在“说明”栏写明原因。",
		"进展情况写清做了什么、完成多少;未达序时进度的,写明原因和下一步措施。涉及多个科室的,由一个科室汇总后统一报送。",
		"严禁填报涉密信息。涉密内容按保密规定另行报送,并在表中选“另行报送”。",
		"报送后收到退回件的,在退回件上修改后再次报送。",
	}
}
