package layout

import (
	"cmp"
	"strings"

	"tianbao/seeds/plan"
)

// Column keys. A key means the same thing wherever it stands.
const (
	// fixed
	Ref      Key = "ref"       // 编号, 序号
	Chapter  Key = "chapter"   // 章节
	Task     Key = "task"      // 任务
	Body     Key = "text"      // 具体内容
	Partners Key = "support"   // 配合单位
	Leads    Key = "lead"      // 牵头单位
	DutyCol  Key = "duty"      // 填报要求
	Phrase   Key = "phrase"    // 目标内容
	Want     Key = "want"      // 要求
	Measured Key = "unit"      // 计量单位
	Due      Key = "due"       // 期限
	Basis    Key = "basis"     // 目标类型
	Category Key = "category"  // 类别
	Nature   Key = "nature"    // 属性
	Name     Key = "name"      // 指标
	Goal     Key = "goal"      // 2025年目标
	Pace     Key = "pace"      // 年均增长
	YearGoal Key = "year_goal" // 年度计划目标

	// from the catalogue, to be looked up
	Counting  Key = "counting"   // 新增或存量
	DataUnits Key = "data_units" // 数据来源单位
	Charge    Key = "leader"     // 分管市领导
	Nation    Key = "nation"     // 全国同期值
	Reference Key = "reference"  // 各年参考数
	Grounds   Key = "grounds"    // 数据依据
	Given     Key = "given"      // 认定结果及依据

	// from earlier years
	PrevStatus   Key = "prev_status"
	PrevProgress Key = "prev_progress"
	PrevTotal    Key = "prev_total"
	PrevActual   Key = "prev_actual"

	// to fill
	Status    Key = "status"     // 进展状态
	Progress  Key = "progress"   // 进展情况
	Problems  Key = "problems"   // 存在问题
	Next      Key = "next"       // 工作安排; in the last year 未完成事项后续安排
	Office    Key = "office"     // 承办单位
	Remark    Key = "remark"     // 备注
	ThisYear  Key = "this_year"  // 当年值
	Total     Key = "total"      // 截至年底值
	Data      Key = "data"       // 数据状态
	Outlook   Key = "outlook"    // 预计能否完成; in the last year 完成情况
	Reason    Key = "reason"     // 说明
	Measures  Key = "measures"   // 下一步措施
	Joined    Key = "joined"     // 是否开展
	Account   Key = "account"    // 配合工作情况
	BaseValue Key = "base_value" // 基期值
	Actual    Key = "actual"     // 实际值
	Growth    Key = "growth"     // 增长(%)
	Province  Key = "province"   // 全省同期值
	Assigned  Key = "assigned"   // 省下达目标
	Revised   Key = "revised"    // 修订值
	Regrown   Key = "regrown"    // 增长修订值
	Expected  Key = "expected"   // 预计值
	Release   Key = "release"    // 预计发布时间

	// cover
	Section  Key = "section"  // 填报科室
	Filler   Key = "filler"   // 填报人
	Tel      Key = "phone"    // 联系电话
	Deputy   Key = "deputy"   // 分管负责人
	Head     Key = "head"     // 单位负责人
	FilledOn Key = "date"     // 填报日期
	Delivery Key = "delivery" // 报送方式

	SelfCheck Key = "check" // 自检
)

// MaxText is the number of UTF-16 code units a cell can hold.
const MaxText = 32767

const (
	textTag    = "max=32767"
	tellingTag = "max=32767,telling"       // no mere phrase
	accountTag = "max=32767,telling,min=4" // nor one too short to say anything
	shortTag   = "max=200"
)

// Widths of what is printed add up to 139 on a page, on the indicators' two pages to
// 139 each with the first two columns once more: A4 across at 8 points or more, also
// where a font that is wider stands in for 宋体.

// What the coordinator keeps of a target or an indicator in the catalogue.
var (
	dataUnits = Column{Key: DataUnits, Heading: "数据来源单位", Width: 18, Beside: true, Issue: func(s Subject, _ Frame, _ Past) string { return strings.Join(s.known().DataUnits, "、") }}
	charge    = Column{Key: Charge, Heading: "分管市领导", Width: 12, Beside: true, Issue: func(s Subject, _ Frame, _ Past) string {
		return cmp.Or(s.known().Leader, s.Unit.Leader)
	}}
	reference = Column{Key: Reference, Heading: "各年参考数", Width: 36, Beside: true, Issue: issueReference}
	grounds   = Column{Key: Grounds, Heading: "数据依据", Width: 36, Beside: true, Issue: issueGrounds}
	given     = Column{Key: Given, Heading: "认定结果及依据", Width: 30, Beside: true, Issue: func(s Subject, _ Frame, _ Past) string { return s.known().Rulings() }}
)

var selfCheck = Column{Key: SelfCheck, Heading: "自检", Role: Check, Width: 13}

// Sheets returns the declaration of all sheets, in the order of the tabs. The
// result is shared: it is not to be changed.
func Sheets() []*Sheet { return sheets }

// SheetOf returns the declaration of a sheet.
func SheetOf(k SheetKey) *Sheet {
	for _, s := range sheets {
		if s.Key == k {
			return s
		}
	}
	return nil
}

var sheets = []*Sheet{coverSheet, leadSheet, targetSheet, supportSheet, indicatorSheet}

var coverSheet = &Sheet{Key: Cover, Name: "填报说明", Form: true, Columns: []Column{
	{Key: Section, Heading: "填报科室", Role: Fill, Width: 24, Tag: shortTag, Prompt: "填写本表的科室,如 规划科", Carry: true, Issue: carried(Section)},
	{Key: Filler, Heading: "填报人", Role: Fill, Width: 24, Tag: shortTag, Required: Always, Prompt: "填写本表的人,核对时联系"},
	{Key: Tel, Heading: "联系电话", Role: Fill, Kind: Phone, Width: 24, Tag: "phone", Required: Always, Prompt: "手机或座机,如 010-12345678"},
	{Key: Deputy, Heading: "分管负责人", Role: Fill, Width: 24, Tag: shortTag, Prompt: "审核本表的分管负责人"},
	{Key: Head, Heading: "单位负责人", Role: Fill, Width: 24, Tag: shortTag, Prompt: "签发本表的单位负责人"},
	{Key: FilledOn, Heading: "填报日期", Role: Fill, Kind: Day, Width: 24, Required: Always, Prompt: "日期,如 {Y+1}-3-15"},
	{Key: Delivery, Heading: "报送方式", Role: Fill, Kind: Choice, List: ListDelivery, Width: 24, Carry: true,
		Issue:  func(Subject, Frame, Past) string { return DeliveryNormal },
		Prompt: "一般选“正常报送”;整份都涉密、另行报送的选“另行报送”,其余可以不填;只有个别行涉密的,在那一行选“另行报送”"},
}}

var leadSheet = &Sheet{Key: Lead, Name: "牵头任务", Columns: []Column{
	{Key: Ref, Heading: "编号", Width: 7, Issue: issueRef},
	{Key: Task, Heading: "任务", Width: 11, Issue: issueTask},
	selfCheck,
	{Key: Body, Heading: "具体内容", Width: 29, Issue: issueBody},
	{Key: Status, Heading: "进展状态", Role: Fill, Kind: Choice, List: ListStatus, Choices: statusChoices, Width: 11, Required: Always, Prompt: "从下拉列表中选一项,如 达到序时进度;涉密的选“另行报送”,本行其余可以不填"},
	{Key: Progress, Heading: "{Y}年进展情况", Role: Fill, Width: 29, Tag: accountTag, Required: Always, Prompt: "写清做了什么、做到什么程度,有数据的写数据;不要写“同上”“按要求推进”。如:新建省级平台3家,累计8家"},
	{Key: Problems, Heading: "存在问题", Role: Fill, Width: 12, Tag: tellingTag, Required: Is(Status, StatusBehind, StatusNotStarted), Prompt: "没有问题写“无”;未达序时进度或尚未启动的,写明原因,如 用地指标未落实"},
	{Key: Next, Heading: "{Y+1}年工作安排", Role: Fill, Width: 12, Tag: tellingTag, Prompt: "下一年准备怎么做,如 {Y+1}年6月底前建成投用",
		Final: &Final{Heading: "未完成事项后续安排", Prompt: "到{last}年底没有完成的,写明后续怎么办,如 转入下一个规划期,{Y+1}年6月底前建成投用"}},
	{Key: Office, Heading: "承办单位", Role: Fill, Width: 7, Tag: textTag, Prompt: "本单位承办的科室或下属单位,如 规划科", Carry: true, Issue: carried(Office)},
	{Key: Remark, Heading: "备注", Role: Fill, Width: 8, Tag: tellingTag, Required: Is(Status, StatusDropped), Reason: true, Prompt: "调整或不再实施的,写明依据,如文件名称和文号;被问到的数据,在这里写原因"},
	{Key: Chapter, Heading: "章节", Width: 32, Beside: true, Issue: issueChapter},
	{Key: Partners, Heading: "配合单位", Width: 36, Beside: true, Issue: func(s Subject, _ Frame, _ Past) string { return plan.Written(s.Item.Support) }},
	{Key: PrevStatus, Heading: "{Y-1}年状态", Role: Earlier, Width: 11, Beside: true, Issue: carried(Status)},
	{Key: PrevProgress, Heading: "{Y-1}年进展情况", Role: Earlier, Width: 60, Beside: true, Issue: carried(Progress)},
}}

var targetSheet = &Sheet{Key: Targets, Name: "量化目标", Columns: []Column{
	{Key: Ref, Heading: "编号", Width: 8, Issue: issueRef},
	{Key: Phrase, Heading: "目标内容", Width: 18, Issue: issuePhrase},
	selfCheck,
	{Key: Want, Heading: "要求", Width: 8, Issue: func(s Subject, _ Frame, _ Past) string { return Requirement(s.Target) }},
	{Key: Measured, Heading: "计量单位", Width: 6, Issue: issueUnit},
	{Key: Due, Heading: "期限", Width: 7, Issue: func(s Subject, _ Frame, _ Past) string { return s.Target.Due }},
	{Key: Basis, Heading: "目标类型", Width: 7, Issue: func(s Subject, _ Frame, _ Past) string { return s.Target.Basis.Word() }},
	{Key: BaseValue, Heading: "{base}年基期值", Role: Fill, Kind: Number, Width: 8, Unit: measure, Mode: targetBaseMode, Known: true, Issue: issueBase, Prompt: "{base}年底的数,有的请填一次,如 185,并在“说明”栏写明出处;核定后每年自动带出"},
	{Key: PrevTotal, Heading: "截至{Y-1}年底值", Role: Earlier, Width: 8, Issue: lastTotal},
	{Key: ThisYear, Heading: "{Y}年当年值", Role: Fill, Kind: Number, Width: 8, Unit: measure, Mode: absentFor(plan.Level),
		Required: All(Is(Basis, plan.Annual.Word(), plan.Growth.Word()), Not(noValue)), Prompt: "只填数,如 12.5,单位见“计量单位”栏;0 就是 0,没有数的在“数据状态”栏说明"},
	{Key: Total, Heading: "截至{Y}年底值", Role: Fill, Kind: Number, Width: 8, Unit: measure, Mode: absentFor(plan.Annual, plan.Growth),
		Required: All(Is(Basis, plan.Level.Word(), plan.Cumulative.Word()), Not(noValue)), Prompt: "到{Y}年底达到的数,如 38;累计值填从规划期第一年起的累计"},
	{Key: Data, Heading: "数据状态", Role: Fill, Kind: Choice, List: ListData, Width: 9, Required: Always, Prompt: dataPrompt},
	{Key: Outlook, Heading: "预计能否完成", Role: Fill, Kind: Choice, List: ListOutlook, Width: 9, Required: Always, Prompt: "到期限时能不能完成,从下拉列表中选一项", Final: resultOf("这一目标的完成情况,从下拉列表中选一项")},
	{Key: Reason, Heading: "说明", Role: Fill, Width: 11, Tag: tellingTag, Required: Any(inDoubt, Filled(BaseValue)), Reason: true, Prompt: "完成有难度、预计难以完成或未完成的,写明原因,如 项目推迟开工;填了基期值的写明出处;估计数也在这里说明"},
	{Key: Measures, Heading: "下一步措施", Role: Fill, Width: 11, Tag: tellingTag, Prompt: measuresPrompt},
	{Key: Nature, Heading: "属性", Width: 9, Beside: true, Issue: issueNature},
	{Key: Counting, Heading: "新增或存量", Width: 9, Beside: true, Issue: func(s Subject, _ Frame, _ Past) string { return string(s.Target.Counting) }},
	{Key: YearGoal, Heading: "{Y}年计划目标", Width: 11, Beside: true, Issue: issueYearGoal},
	dataUnits, charge, reference, grounds, given,
}}

var supportSheet = &Sheet{Key: Support, Name: "配合任务", Columns: []Column{
	{Key: Ref, Heading: "编号", Width: 7, Issue: issueRef},
	{Key: Task, Heading: "任务", Width: 13, Issue: issueTask},
	selfCheck,
	{Key: Body, Heading: "具体内容", Width: 38, Issue: issueBody},
	{Key: Leads, Heading: "牵头单位", Width: 10, Mode: leadsMode, Issue: func(s Subject, _ Frame, _ Past) string { return plan.Written(s.Item.Lead) }},
	{Key: DutyCol, Heading: "填报要求", Width: 5, Issue: func(s Subject, _ Frame, _ Past) string { return string(s.Duty) }},
	{Key: Joined, Heading: "是否开展", Role: Fill, Kind: Choice, List: ListJoined, Width: 11, Required: Is(DutyCol, string(plan.DutyMust), string(plan.DutyChapter)), Prompt: "从下拉列表中选一项,如 已开展;选报的可以空着;涉密的选“另行报送”"},
	{Key: Account, Heading: "配合工作情况", Role: Fill, Width: 34, Tag: accountTag, Required: Is(Joined, JoinedYes), Prompt: "已开展的,写清本单位做了什么,如 协调用地200亩;按章填报的,写本章各项中本单位做了的事,写明编号"},
	{Key: Office, Heading: "承办单位", Role: Fill, Width: 8, Tag: textTag, Prompt: "本单位承办的科室或下属单位,如 规划科", Carry: true, Issue: carried(Office)},
}}

var indicatorSheet = &Sheet{Key: Indicators, Name: "主要指标", Columns: []Column{
	{Key: Ref, Heading: "序号", Width: 5, Issue: issueRef},
	{Key: Name, Heading: "指标", Width: 16, Issue: func(s Subject, _ Frame, _ Past) string { return s.Indicator.Name }},
	selfCheck,
	{Key: Category, Heading: "类别", Width: 8, Issue: func(s Subject, _ Frame, _ Past) string { return s.Indicator.Category }},
	{Key: Nature, Heading: "属性", Width: 7, Issue: issueNature},
	{Key: Measured, Heading: "计量单位", Width: 8, Issue: issueUnit},
	{Key: Goal, Heading: "{last}年目标", Width: 9, Issue: func(s Subject, _ Frame, _ Past) string { return cmp.Or(s.Indicator.Adjusted, s.Indicator.Target) }},
	{Key: Pace, Heading: "年均增长", Width: 8, Issue: func(s Subject, _ Frame, _ Past) string { return s.Indicator.Growth }},
	{Key: YearGoal, Heading: "{Y}年计划目标", Width: 9, Issue: issueYearGoal},
	{Key: BaseValue, Heading: "{base}年基期值", Role: Fill, Kind: Number, Width: 9, Unit: measure, Mode: baseMode, Known: true, Issue: issueBase, Prompt: "规划没有写明的{base}年数,有的请填一次,如 185,并在“说明”栏写明出处;核定后每年自动带出"},
	{Key: PrevActual, Heading: "{Y-1}年实际值", Role: Earlier, Width: 9, Issue: lastActual},
	{Key: Actual, Heading: "{Y}年实际值", Role: Fill, Kind: Number, Width: 9, Unit: measure, Required: Not(noValue), Prompt: "只填数,单位见“计量单位”栏,百分数填 6.1 不填 0.061;0 就是 0"},
	{Key: Growth, Heading: "{Y}年增长(%)", Role: Fill, Kind: Number, Width: 9, Unit: percent, Mode: growthMode, Prompt: "比上年增长百分之几,按统计口径,如 6.1"},
	{Key: Province, Heading: "全省同期值", Role: Fill, Kind: Number, Width: 9, Unit: measure, Mode: relativeMode, Known: true, Issue: func(s Subject, f Frame, _ Past) string { return s.Indicator.Province[f.Year] }, Prompt: "全省同一年、同一口径的数,如 6.4"},
	{Key: Assigned, Heading: "省下达目标", Role: Fill, Kind: Number, Width: 9, Unit: measure, Mode: relativeMode, Known: true, Issue: func(s Subject, f Frame, _ Past) string { return s.Indicator.Assigned[f.Year] }, Prompt: "省里下达给本市的目标,如 14"},
	{Key: Revised, Heading: "{Y-1}年修订值", Role: Fill, Kind: Number, Width: 9, Unit: measure, Mode: revisedMode, Prompt: "上年数有修订才填,如 1215.3,并在“说明”栏写原因"},
	{Key: Regrown, Heading: "{Y-1}年增长修订值", Role: Fill, Kind: Number, Width: 9, Unit: percent, Mode: regrownMode, Prompt: "上年增长有修订才填,如 5.8,并在“说明”栏写原因"},
	{Key: Expected, Heading: "{last}年预计值", Role: Fill, Kind: Number, Width: 9, Unit: measure, Mode: expectedMode, Prompt: "预计{last}年达到的数,如 1425"},
	{Key: Data, Heading: "数据状态", Role: Fill, Kind: Choice, List: ListData, Width: 10, Required: Always, Prompt: dataPrompt},
	{Key: Release, Heading: "预计发布时间", Role: Fill, Kind: Month, Width: 10, Required: Is(Data, DataPending), Prompt: "暂未发布的,写预计什么时候发布,如 {Y+1}-5"},
	{Key: Outlook, Heading: "预计能否完成", Role: Fill, Kind: Choice, List: ListOutlook, Width: 10, Required: Always, Prompt: "到{last}年能不能完成,从下拉列表中选一项", Final: resultOf("这一指标的完成情况,从下拉列表中选一项")},
	{Key: Reason, Heading: "说明", Role: Fill, Width: 20, Tag: tellingTag, Required: Any(inDoubt, Filled(Revised), Filled(Regrown), Filled(BaseValue)), Reason: true, Prompt: "完成有难度、预计难以完成、未完成或有修订的,写明原因,如 统计口径调整;填了基期值的写明出处"},
	{Key: Measures, Heading: "下一步措施", Role: Fill, Width: 16, Tag: tellingTag, Prompt: measuresPrompt},
	{Key: Nation, Heading: "全国同期值", Width: 9, Beside: true, Issue: func(s Subject, f Frame, _ Past) string { return s.Indicator.Nation[f.Year] }},
	dataUnits, charge, reference, grounds, given,
}}

const (
	dataPrompt     = "这个数从哪里来;暂时没有的选“暂未发布”或“无此统计”,涉密的选“另行报送”,数空着"
	measuresPrompt = "有差距的,下一步准备采取什么措施,如 {Y+1}年上半年再引进3家"
)

// resultOf is 预计能否完成 in the last year.
func resultOf(prompt string) *Final {
	return &Final{Heading: "完成情况", List: ListResult, Prompt: prompt}
}
