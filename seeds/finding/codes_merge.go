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
	{Code: ValuesDiffer, Severity: Warning, What: "各方填报不一致", Hint: "请在汇总表“数据不一致”中填写核定值和核定依据,再用 --rulings 汇总一次",
		Why: "几个单位说法不同,不能替他们选。", Example: "市发展改革委 6.1,市统计局 6.3:填核定值和依据", Cause: "几家的口径或取数时间不同"},
	{Code: HistoryDiffers, Severity: Warning, What: "表中所列的往年数与往年汇总不一致", Hint: "以往年汇总为准;请单位核对本年数是否受影响",
		Why: "表里带的上年数后来改过,本年的累计可能受影响。", Example: "表里上年 12,汇总已改为 14", Cause: "往年数核定以后,单位的表里还是旧数"},
	{Code: RulingVoid, Severity: Warning, What: "核定已失效:核定以后,各方数据有变化", Hint: "请在新的汇总表中重新核定",
		Why: "核定是针对当时的数作的,数变了要重新看。", Example: "核定以后市统计局改报 6.4", Cause: "核定以后单位又报了新数"},
	{Code: RulingUnfit, Severity: Warning, What: "核定值不能用于这一栏,未采用", Hint: "请填这一栏能填的数或选项",
		Why: "核定值要能填进这一栏。", Example: "“八点一”——填 8.1", Cause: "核定值写了文字,或带了别的单位"},
	{Code: RulingUnfounded, Severity: Warning, What: "核定值没有写核定依据,已采用", Hint: "请补写核定依据",
		Why: "没有依据的核定,以后说不清。", Example: "依据:2024年统计公报", Cause: "只填了核定值"},
	{Code: RulingLost, Severity: Warning, What: "这一行的核定找不到对应的数据,未采用", Hint: "请不要改动“数据不一致”表的隐藏列;可在新的汇总表中重新核定",
		Why: "核定靠隐藏列认行,列没有了就对不上。", Example: "在新的汇总表里重新填", Cause: "隐藏列被删改,或复制行填的"},
	{Code: RulingTwice, Severity: Warning, What: "同一处有两个核定值,互不一致,都未采用", Hint: "请只保留一个核定值",
		Why: "同一处写了两个核定值,不知道用哪个。", Example: "只留一行", Cause: "同一行复制过"},
	{Code: RulingsUnread, Severity: Error, What: "找不到“数据不一致”表,核定值没有读取", Hint: "请恢复“数据不一致”表及其“核定值、核定依据”两列的表头,再运行一次",
		Why: "给了核定文件却一条也没有用上,多半是表名或表头改过。", Example: "把表名改回“数据不一致”,表头改回“核定值”“核定依据”", Cause: "表名或表头改了"},
	{Code: ValueRevised, Severity: Note, What: "往年值已按修订值更新", Hint: "不需要处理",
		Why: "上年数修订后,以后各年都用修订值。", Example: "上年 1215.3 修订为 1218.0", Cause: "普查、年报后上年数有修订"},
	{Code: StatusUnsupported, Severity: Warning, What: "进展状态自评较好,所属量化目标未达进度", Hint: "请牵头单位核对进展状态,或说明目标滞后而任务仍达到进度的原因",
		Why: "进展状态是牵头单位自己评的;它带的量化目标落后,任务却说达到进度,领导会问。", Example: "51(3) 达到序时进度,51(3)-2 未达序时进度,低3家", Cause: "按工作开展情况自评,没有对照目标数"},
	{Code: TextCut, Severity: Warning, What: "文字超过单元格上限,只保留前面部分", Hint: "全文见原报送文件",
		Why: "一格最多放 32767 字,后面的没有放进汇总。", Example: "全文在原报送文件里", Cause: "单位粘进了整篇材料"},
	{Code: SummaryForeign, Severity: Error, What: "不是本程序生成的年度汇总表", Hint: "请选择本程序生成的“年度汇总.xlsx”",
		Why: "不是汇总,里面没有往年的数。", Example: "选 2023年度汇总.xlsx", Cause: "选错了文件"},
	{Code: SummaryPlan, Severity: Error, What: "是另一个规划的年度汇总表", Hint: "请选择本规划的年度汇总表,或用 --plan 指定相应的规划",
		Why: "另一份规划的往年数对不上。", Example: "加 --plan 指定相应的任务清单", Cause: "选了另一份规划的汇总"},
	{Code: SummaryLayout, Severity: Error, What: "汇总表的版式版本不同,不能读取", Hint: "请用生成它的程序版本重新汇总",
		Why: "版式不同,读出来会错位。", Example: "用生成它的程序版本重新汇总一次", Cause: "汇总由另一版本的程序生成"},
	{Code: SummaryYear, Severity: Error, What: "汇总表的年份不在报告年度之前", Hint: "--previous 请用上一年的年度汇总表",
		Why: "往年数要从上一年的汇总来。", Example: "2024 年度用 2023年度汇总.xlsx", Cause: "选了本年或更晚的汇总"},
	{Code: SummaryEdited, Severity: Warning, What: "汇总表里的数被手工改动,没有写明依据,未采用", Hint: "确需更正的,在任务清单“主要指标”表填该年实际值,或在“数据不一致”中核定",
		Why: "改过的数没有出处,查不到是谁、凭什么改的;照它下发,往年的数就对不上来源。", Example: "把一览表里的 76.9 直接改成 77.1:请改在任务清单里并写依据", Cause: "直接在汇总表里改了数"},
	{Code: SummaryBroken, Severity: Error, What: "汇总表的隐藏数据不完整,不能读取", Hint: "请用原来的汇总表,不要复制其中的工作表另存",
		Why: "隐藏的数据缺了一块,往年数就不可靠。", Example: "用程序生成的那份汇总,不用复制出来的", Cause: "把汇总表的几张表复制成了新文件"},
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
	{Code: FileDenied, Severity: Error, What: "文件打不开", Hint: "请检查文件是否还在、是否有读取权限、是否正被其他程序占用",
		Why: "打不开的文件等于没有报送。", Example: "关掉正打开它的 WPS,再运行一次", Cause: "文件正在别的电脑或程序里开着"},
	{Code: CopySuperseded, Severity: Note, What: "同一单位另有更新的一份,这一份不再计入", Hint: "无需处理",
		Why: "有更新的一份,旧的不再计入,免得数被改回去。", Example: "第1版被第2版替代", Cause: "单位改过以后又报了一次"},
	{Code: CopyTied, Severity: Warning, What: "与同一单位的另一份分不出先后,所填不同", Hint: "请单位确认以哪一份为准,留下那一份、移走另一份;也可在汇总表“数据不一致”中核定",
		Why: "两份分不出先后又填得不同,不能替单位选。", Example: "请单位确认以哪一份为准,另一份移出“报送”", Cause: "同一份表存成两份,各改了一处"},
	{Code: CopySame, Severity: Note, What: "与同一单位的另一份完全相同,只计一次", Hint: "无需处理",
		Why: "同一份收到两次,只计一次。", Example: "邮件里发了两遍", Cause: "同一份表发了两次"},
	{Code: CopyPart, Severity: Note, What: "同一单位报送了几份,逐行取填有内容的最新一份", Hint: "请核对几份之间填写不同的地方",
		Why: "几个科室分别填、分别交,合起来算一份。", Example: "规划科填了前10行,财务科填了后5行", Cause: "几个科室各填了一部分"},
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
	{Code: ConsultLost, Severity: Warning, What: "“拟认定结果”表被删去了,有没有异议无从得知", Hint: "请用征求意见时发的那份填写;确无异议的,可以不再报送",
		Why: "没有这张表,就不知道单位有没有异议。", Example: "请用征求意见时发的那份填写", Cause: "只留了要改的表,删去了这一张"},
	{Code: ConsultUnanswered, Severity: Warning, What: "征求意见的事项,没有写原因或下一步措施", Hint: "请写明为什么没有达到要求、下一步怎么做(80字以内);不写的,汇总里显示“待单位说明”",
		Why: "为什么没有达到、下一步怎么做,只有单位说得清;不写就只能写“待单位说明”。", Example: "说明:用地指标9月才落实;下一步:明年6月底前开工", Cause: "以为没有异议就不用写"},
	{Code: ConsultLong, Severity: Warning, What: "下一步措施超过80字", Hint: "请压缩到80字以内,只写做什么、什么时候做到",
		Why: "领导看的表一行只放得下80字。", Example: "只写做什么、什么时候做到", Cause: "把材料粘了进来"},
	{Code: ConsultUnfounded, Severity: Warning, What: "提出异议,没有写理由和依据", Hint: "请写明哪里不对、依据是什么文件或数据;没有异议的请选“无异议”",
		Why: "没有依据的异议无法核定。", Example: "依据:市统计局2024年统计公报", Cause: "只选了“有异议”"},
	{Code: ConsultMixed, Severity: Warning, What: "选了“无异议”,又写了异议理由", Hint: "有异议的请选“有异议”;没有的请清空理由",
		Why: "选了没有异议,又写了理由,不知道以哪个为准。", Example: "有异议的选“有异议”", Cause: "先写了理由,后来改了选择"},
}
