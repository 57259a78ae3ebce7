package catalogue

import (
	"fmt"
	"regexp"
	"strconv"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/xl"
)

// setting is a row of the sheet 规划.
type setting struct {
	label, note string
	figure      bool // a number stands as a number
	optional    bool // what holds without it is known
	also        []string
	write       func(*plan.Plan) string
	read        func(*plan.Plan, entry)
}

func settings() []setting {
	year := func(at func(*plan.Plan) *int) (func(*plan.Plan) string, func(*plan.Plan, entry)) {
		return func(p *plan.Plan) string { return text.Some(*at(p)) },
			func(p *plan.Plan, e entry) { e.wholeInto(at(p), 1900, 2999, "四位年份,如 2025") }
	}
	base, readBase := year(func(p *plan.Plan) *int { return &p.Period.Base })
	first, readFirst := year(func(p *plan.Plan) *int { return &p.Period.First })
	last, readLast := year(func(p *plan.Plan) *int { return &p.Period.Last })
	all := []setting{
		{label: "规划名称", also: []string{"名称", "标题"}, note: "印在各单位填报表上",
			write: func(p *plan.Plan) string { return p.Title }, read: func(p *plan.Plan, e entry) { p.Title = e.text }},
		{label: "规划编号", also: []string{"规划标识", "编号"}, note: "导入时生成,请勿改动:报表凭它认出属于哪个规划",
			write: func(p *plan.Plan) string { return p.ID }, read: readID},
		{label: "基期年", figure: true, note: "如 2020", write: base, read: readBase},
		{label: "首年", figure: true, also: []string{"起始年"}, note: "规划期第一年,如 2021", write: first, read: readFirst},
		{label: "末年", figure: true, also: []string{"期末年"}, note: "规划期最后一年,如 2025", write: last, read: readLast},
		{label: headDeadline, also: []string{"截止日期"}, note: "次年的这一天以前报送;不写的,3月31日", write: writeDeadline, read: readDeadline},
		{label: "汇总单位", also: []string{"主管单位", "汇总部门"}, note: "印在汇总、报告和通知上,如 市发展改革委",
			write: func(p *plan.Plan) string { return p.Office }, read: func(p *plan.Plan, e entry) { p.Office = e.text }},
	}
	return append(append(all, toleranceSettings()...), wordSettings()...)
}

// toleranceSettings are how far from a target still counts; without them the usual
// tolerances hold.
func toleranceSettings() []setting {
	share := func(label, note string, at func(*plan.Tolerance) *decimal.Decimal) setting {
		return setting{label: label, figure: true, optional: true, note: note,
			write: func(p *plan.Plan) string { return at(&p.Tolerance).String() },
			read:  func(p *plan.Plan, e entry) { e.decimalInto(at(&p.Tolerance)) }}
	}
	return []setting{
		share("增速容差(百分点)", "年均增速低于目标不到这么多,判为基本达到;约束性的不适用", func(t *plan.Tolerance) *decimal.Decimal { return &t.Points }),
		share("水平容差(%)", "“左右”“稳定在”一类达到目标的这个比例即可", func(t *plan.Tolerance) *decimal.Decimal { return &t.Share }),
		share("基本达到下限(%)", "完成进度应增(减)量的这个比例,判为基本达到;约束性的不适用", func(t *plan.Tolerance) *decimal.Decimal { return &t.Near }),
	}
}

// wordSettings are the words that verdicts are printed with.
func wordSettings() (list []setting) {
	for _, usual := range plan.Verdicts() {
		list = append(list, setting{label: "判定用语:" + usual, optional: true, note: "评价结果的叫法,可改成本地习惯的说法",
			write: func(p *plan.Plan) string { return p.Word(usual) },
			read: func(p *plan.Plan, e entry) {
				if e.text == "" || e.text == usual {
					return
				}
				if p.Words == nil {
					p.Words = map[string]string{}
				}
				p.Words[usual] = e.text
			}})
	}
	return list
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
	if p.Deadline = plan.UsualDeadline; e.text == "" {
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
	t := w.table(sheetPlan, 1)
	t.Columns = []xl.TableColumn{{Heading: headLabel, Width: 22, Look: reference}, {Heading: headValue, Width: 60}, {Heading: "说明", Width: 60, Look: reference}}
	for _, set := range settings() {
		t.Rows = append(t.Rows, xl.TableRow{Cells: []xl.Entry{{Text: set.label}, cellOf(set.write(w.plan), set.figure), {Text: text.Worded(set.note)}}})
	}
	list := func(heading string, lines []string, look xl.Look) {
		t.Rows = append(t.Rows, xl.TableRow{Band: heading})
		for i, line := range lines {
			t.Rows = append(t.Rows, xl.TableRow{Wide: true, Cells: []xl.Entry{{Text: strconv.Itoa(i + 1)}, {Text: line, Look: look}}})
		}
	}
	list("怎样使用这份清单", w.guide(), xl.Look{})
	if len(w.general) > 0 {
		list(headRemark, w.general, remarked)
	}
	w.book.Table(t)
}

const (
	headLabel = "项目"
	headValue = "内容"

	headDeadline = "报送截止日期"
)

func (w *catalogueWriter) guide() []string {
	lines := []string{
		"先看各表“审核意见”一列,再对照原文核对;改完保存,后面的命令都按这份清单执行。灰色列只供参考,改了不起作用。",
		"单位更名:在“单位”表直接改名称,原名称自动留作别名。两个单位合并:删去一行,把它的名称填进另一行的“别名”;或保留该行,填写“承接单位”。",
		"“各县区政府”一类集合称谓在“单位”表中类别为“集合称谓”,成员写在“集合成员”,用顿号隔开。",
		"调整分工:在“事项”表改“牵头单位”“配合单位”,用顿号隔开。“填报要求”写 必报、按章、选报 或 免报;各配合单位不同的,一行一个,如“各县区政府:按章”。",
		"“量化目标”表标有“待确认”的行请对照原文:无误的清空“待确认”,不是目标的删去整行。新增目标在末尾加一行,编号写作“事项编号-序号”。",
		"“量化目标”“主要指标”两表右侧由汇总单位补填:属性、基期值及依据、各年实际值及依据、全省和全国同期值、省下达目标、各年计划目标、分管市领导、认定结果及依据;不知道的留空,不要估填。",
		"基期值:这里填了的即为确认,各单位的表上锁定;没有填的由单位填报,汇总后在“数据不一致”中核定,或抄到这里。",
		"实际值写了依据的(如经济普查修订),代替往年汇总里的数,并列为修订;没有写依据的,只在单位没有报过时使用。",
		"“对应指标”填了序号的量化目标,只在“主要指标”中填报、评价一次;“逐地要求”写了地方(如 县区、村)的,填报的是已达标的有几个地方,与“应达标数”比。",
		"“规划”表中的容差和判定用语就是评价口径,年初定下来以后不要再改。",
	}
	return text.Each(lines, text.Worded)
}
