package finding

// Codes of workbook/intake and consolidate: between files and between years.
const (
	ValuesDiffer      Code = "values-differ"      // units, equal copies or years that differ
	HistoryDiffers    Code = "history-differs"    // a return shows other figures of earlier years than the summaries
	RulingVoid        Code = "ruling-void"        // the values it decided between have changed
	RulingUnfit       Code = "ruling-unfit"       // the column cannot hold it
	RulingUnfounded   Code = "ruling-unfounded"   // without 核定依据
	RulingLost        Code = "ruling-lost"        // its row cannot be told any more
	RulingTwice       Code = "ruling-twice"       // one value is ruled twice, and otherwise
	RulingsUnread     Code = "rulings-unread"     // no sheet or no column of rulings to be found
	ValueRevised      Code = "value-revised"      // 修订值 revises last year's
	StatusUnsupported Code = "status-unsupported" // on track by its own word, its target behind
	TextCut           Code = "text-cut"           // over the limit of a cell
	SummaryForeign    Code = "summary-foreign"    // not a summary of ours
	SummaryPlan       Code = "summary-plan"       // a summary of another plan
	SummaryLayout     Code = "summary-layout"     // a summary of another layout
	SummaryYear       Code = "summary-year"       // not of a year before the one reported on
	SummaryEdited     Code = "summary-edited"     // a figure or verdict on its sheets was changed by hand
	SummaryBroken     Code = "summary-broken"     // its hidden sheet cannot be read
)

var mergeCodes = []Entry{
	{Code: ValuesDiffer, Severity: Warning, What: "各方填报不一致", Hint: "请在汇总表“数据不一致”中填写核定值和核定依据,再用 --rulings 汇总一次"},
	{Code: HistoryDiffers, Severity: Warning, What: "表中所列的往年数与往年汇总不一致", Hint: "以往年汇总为准;请单位核对本年数是否受影响"},
	{Code: RulingVoid, Severity: Warning, What: "核定已失效:核定以后,各方数据有变化", Hint: "请在新的汇总表中重新核定"},
	{Code: RulingUnfit, Severity: Warning, What: "核定值不能用于这一栏,未采用", Hint: "请填这一栏能填的数或选项"},
	{Code: RulingUnfounded, Severity: Warning, What: "核定值没有写核定依据,已采用", Hint: "请补写核定依据"},
	{Code: RulingLost, Severity: Warning, What: "这一行的核定找不到对应的数据,未采用", Hint: "请不要改动“数据不一致”表的隐藏列;可在新的汇总表中重新核定"},
	{Code: RulingTwice, Severity: Warning, What: "同一处有两个核定值,互不一致,都未采用", Hint: "请只保留一个核定值"},
	{Code: RulingsUnread, Severity: Error, What: "找不到“数据不一致”表,核定值没有读取", Hint: "请恢复“数据不一致”表及其“核定值、核定依据”两列的表头,再运行一次"},
	{Code: ValueRevised, Severity: Note, What: "往年值已按修订值更新", Hint: "不需要处理"},
	{Code: StatusUnsupported, Severity: Warning, What: "进展状态自评较好,所属量化目标未达进度", Hint: "请牵头单位核对进展状态,或说明目标滞后而任务仍达到进度的原因"},
	{Code: TextCut, Severity: Warning, What: "文字超过单元格上限,只保留前面部分", Hint: "全文见原报送文件"},
	{Code: SummaryForeign, Severity: Error, What: "不是本程序生成的年度汇总表", Hint: "请选择本程序生成的“年度汇总.xlsx”"},
	{Code: SummaryPlan, Severity: Error, What: "是另一个规划的年度汇总表", Hint: "请选择本规划的年度汇总表,或用 --plan 指定相应的规划"},
	{Code: SummaryLayout, Severity: Error, What: "汇总表的版式版本不同,不能读取", Hint: "请用生成它的程序版本重新汇总"},
	{Code: SummaryYear, Severity: Error, What: "汇总表的年份不在报告年度之前", Hint: "--previous 请用上一年的年度汇总表"},
	{Code: SummaryEdited, Severity: Warning, What: "汇总表里的数被手工改动,没有写明依据,未采用", Hint: "确需更正的,在任务清单“主要指标”表填该年实际值,或在“数据不一致”中核定"},
	{Code: SummaryBroken, Severity: Error, What: "汇总表的隐藏数据不完整,不能读取", Hint: "请用原来的汇总表,不要复制其中的工作表另存"},
}

// Codes of workbook/intake: of opening files, and between the copies of one unit.
const (
	FileDenied     Code = "file-denied"     // the file cannot be opened
	CopySuperseded Code = "copy-superseded" // no row of it counts
	CopyTied       Code = "copy-tied"       // nothing ranks it against the copy that counts
	CopySame       Code = "copy-same"       // the same file once more
	CopyPart       Code = "copy-part"       // several copies count, row by row
)

var intakeCodes = []Entry{
	{Code: FileDenied, Severity: Error, What: "文件打不开", Hint: "请检查文件是否还在、是否有读取权限、是否正被其他程序占用"},
	{Code: CopySuperseded, Severity: Note, What: "同一单位另有更新的一份,这一份不再计入", Hint: "无需处理"},
	{Code: CopyTied, Severity: Warning, What: "与同一单位的另一份分不出先后,所填不同", Hint: "请单位确认以哪一份为准,留下那一份、移走另一份;也可在汇总表“数据不一致”中核定"},
	{Code: CopySame, Severity: Note, What: "与同一单位的另一份完全相同,只计一次", Hint: "无需处理"},
	{Code: CopyPart, Severity: Note, What: "同一单位报送了几份,逐行取填有内容的最新一份", Hint: "请核对几份之间填写不同的地方"},
}

// Codes of the round 征求意见: of the answers in a copy with 拟认定结果.
const (
	ConsultLost       Code = "consult-lost"       // 拟认定结果 is gone from the copy
	ConsultUnanswered Code = "consult-unanswered" // why it lags or what will be done is not said
	ConsultLong       Code = "consult-long"       // 下一步措施 is longer than the round takes
	ConsultUnfounded  Code = "consult-unfounded"  // an objection without its ground
	ConsultMixed      Code = "consult-mixed"      // 无异议, and a ground all the same
)

var consultCodes = []Entry{
	{Code: ConsultLost, Severity: Warning, What: "“拟认定结果”表被删去了,有没有异议无从得知", Hint: "请用征求意见时发的那份填写;确无异议的,可以不再报送"},
	{Code: ConsultUnanswered, Severity: Warning, What: "征求意见的事项,没有写原因或下一步措施", Hint: "请写明为什么没有达到要求、下一步怎么做(80字以内);不写的,汇总里显示“待单位说明”"},
	{Code: ConsultLong, Severity: Warning, What: "下一步措施超过80字", Hint: "请压缩到80字以内,只写做什么、什么时候做到"},
	{Code: ConsultUnfounded, Severity: Warning, What: "提出异议,没有写理由和依据", Hint: "请写明哪里不对、依据是什么文件或数据;没有异议的请选“无异议”"},
	{Code: ConsultMixed, Severity: Warning, What: "选了“无异议”,又写了异议理由", Hint: "有异议的请选“有异议”;没有的请清空理由"},
}
