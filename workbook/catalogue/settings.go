package catalogue

import (
	"fmt"
	"regexp"
	"strconv"

	"tianbao/seeds/plan"
	"tianbao/templates/xl"
)

// setting is a row of the sheet 规划.
type setting struct {
	label, note string
	figure      bool // a number stands as a number
	also        []string
	write       func(*plan.Plan) string
	read        func(*plan.Plan, entry)
}

func settings() []setting {
	year := func(at func(*plan.Plan) *int) (func(*plan.Plan) string, func(*plan.Plan, entry)) {
		return func(p *plan.Plan) string { return number(*at(p)) },
			func(p *plan.Plan, e entry) { e.wholeInto(at(p), 0, 9999, "四位年份,如 2025") }
	}
	base, readBase := year(func(p *plan.Plan) *int { return &p.Period.Base })
	first, readFirst := year(func(p *plan.Plan) *int { return &p.Period.First })
	last, readLast := year(func(p *plan.Plan) *int { return &p.Period.Last })
	return []setting{
		{label: "规划名称", also: []string{"名称", "标题"}, note: "印在各单位填报表上",
			write: func(p *plan.Plan) string { return p.Title }, read: func(p *plan.Plan, e entry) { p.Title = e.text }},
		{label: "规划编号", also: []string{"规划标识", "编号"}, note: "导入时生成,请勿改动:报表凭它认出属于哪个规划",
			write: func(p *plan.Plan) string { return p.ID }, read: readID},
		{label: "基期年", figure: true, note: "如 2020", write: base, read: readBase},
		{label: "首年", figure: true, also: []string{"起始年"}, note: "规划期第一年,如 2021", write: first, read: readFirst},
		{label: "末年", figure: true, also: []string{"期末年"}, note: "规划期最后一年,如 2025", write: last, read: readLast},
		{label: headDeadline, also: []string{"截止日期"}, note: "次年的这一天以前报送,如 3月31日", write: writeDeadline, read: readDeadline},
		{label: "增速容差(百分点)", figure: true, note: "年均增速低于目标不到这么多,判为基本达到",
			write: func(p *plan.Plan) string { return p.Tolerance.Points.String() },
			read:  func(p *plan.Plan, e entry) { e.decimalInto(&p.Tolerance.Points) }},
		{label: "水平容差(%)", figure: true, note: "“左右”“稳定在”一类指标达到目标的这个比例,判为基本达到",
			write: func(p *plan.Plan) string { return p.Tolerance.Share.String() },
			read:  func(p *plan.Plan, e entry) { e.decimalInto(&p.Tolerance.Share) }},
		{label: "汇总单位", also: []string{"主管单位", "汇总部门"}, note: "印在汇总、报告和通知上,如 市发展改革委",
			write: func(p *plan.Plan) string { return p.Office }, read: func(p *plan.Plan, e entry) { p.Office = e.text }},
	}
}

var planIDs = regexp.MustCompile(`^[0-9A-Za-z]{6}$`)

func readID(p *plan.Plan, e entry) {
	if p.ID = e.text; !planIDs.MatchString(p.ID) {
		e.refuse("导入时生成的 6 位编号,请从原来的清单抄回")
	}
}

func writeDeadline(p *plan.Plan) string {
	if p.Deadline == (plan.Deadline{}) {
		return ""
	}
	return fmt.Sprintf("%d月%d日", p.Deadline.Month, p.Deadline.Day)
}

func readDeadline(p *plan.Plan, e entry) {
	if e.text == "" {
		return
	}
	month, day, ok := monthDay(e)
	if !ok {
		e.refuse("月和日,如 3月31日")
		return
	}
	p.Deadline = plan.Deadline{Month: month, Day: day}
}

// settings writes the sheet 规划, with how to use the workbook below it.
func (w *catalogueWriter) settings() {
	s := w.book.Sheet(SheetPlan)
	for c, h := range []string{headLabel, headValue, "说明"} {
		s.Text(1, c+1, h, w.head)
	}
	s.Width(1, 1, 22)
	s.Width(2, 2, 60)
	s.Width(3, 3, 60)
	row := 1
	for _, set := range settings() {
		row++
		value := set.write(w.plan)
		s.Text(row, 1, set.label, w.grey)
		w.put(s, row, 2, value, set.figure, w.wrapped)
		s.Text(row, 3, set.note, w.greyWrapped)
		s.Height(row, xl.RowHeight(max(xl.Lines(value, 60, 0), xl.Lines(set.note, 60, 0)), 0))
	}
	row += 2
	s.Text(row, 1, "怎样使用这份清单", w.title)
	for i, line := range w.guide() {
		s.Text(row+1+i, 1, strconv.Itoa(i+1), w.grey)
		s.Text(row+1+i, 2, line, w.wrapped)
		s.Blank(row+1+i, 3, w.wrapped)
		s.Merge(xl.Range{Row1: row + 1 + i, Col1: 2, Row2: row + 1 + i, Col2: 3})
		s.Height(row+1+i, xl.RowHeight(xl.Lines(line, 120, 0), 0))
	}
	row += len(w.guide()) + 2
	if len(w.general) > 0 {
		s.Text(row, 1, headRemark, w.title)
	}
	for i, text := range w.general {
		s.Text(row+1+i, 1, strconv.Itoa(i+1), w.grey)
		s.Text(row+1+i, 2, text, w.remark)
		s.Blank(row+1+i, 3, w.remark)
		s.Merge(xl.Range{Row1: row + 1 + i, Col1: 2, Row2: row + 1 + i, Col2: 3})
		s.Height(row+1+i, xl.RowHeight(xl.Lines(text, 120, 0), 0))
	}
	s.PrintAs(xl.Print{})
}

const (
	headLabel = "项目"
	headValue = "内容"

	headDeadline = "报送截止日期"
)

func (w *catalogueWriter) guide() []string {
	return []string{
		"先看各表“审核意见”一列,再对照原文核对;改完保存,后面的命令都按这份清单执行。灰色列只供参考,改了不起作用。",
		"单位更名:在“单位”表直接改名称,原名称自动留作别名。两个单位合并:删去一行,把它的名称填进另一行的“别名”;或保留该行,填写“承接单位”。",
		"“各县区政府”一类集合称谓在“单位”表中类别为“集合称谓”,成员写在“集合成员”,用顿号隔开。",
		"调整分工:在“事项”表改“牵头单位”“配合单位”,用顿号隔开。“填报要求”写 必报、选报 或 免报;各配合单位不同的,一行一个,如“各县区政府:选报”。",
		"“量化目标”表标有“待确认”的行请对照原文:无误的清空“待确认”,不是目标的删去整行。新增目标在末尾加一行,编号写作“事项编号-序号”。",
		"“主要指标”表可补填基期值、各年实际值、全省同期值、省下达目标、年度目标;不知道的留空,不要估填。",
	}
}
