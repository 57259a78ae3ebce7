package finding

// Codes of seeds/plan: what is odd in a plan document or a catalogue workbook.
const (
	DocumentFormat      Code = "document-format"   // not a kind of document we read
	DocumentEncoding    Code = "document-encoding" // text in no known encoding
	DocumentTooLarge    Code = "document-too-large"
	DocumentBroken      Code = "document-broken" // cannot be read to its end
	DocumentEmpty       Code = "document-empty"
	DocumentTraditional Code = "document-traditional" // in traditional characters
	PlanEmpty           Code = "plan-empty"           // no item found
	PeriodUnclear       Code = "period-unclear"       // years of the plan not stated
	NumberGap           Code = "number-gap"           // a number is left out or repeated
	RefTwice            Code = "ref-twice"            // two items of one number
	ClauseMissing       Code = "clause-missing"       // nobody is responsible
	ClauseUnclear       Code = "clause-unclear"       // a clause that is not understood
	ClauseRemark        Code = "clause-remark"        // persons and times in a clause: no units
	LeadMissing         Code = "lead-missing"
	LeadsEqual          Code = "leads-equal"     // several are responsible, none is said to lead
	ListOpen            Code = "list-open"       // 等: not all are named
	UnitUnknown         Code = "unit-unknown"    // not in the register
	GroupEmpty          Code = "group-empty"     // a group without members
	ForeignString       Code = "foreign-string"  // advertising injected into the page
	TextLeftOut         Code = "text-left-out"   // a paragraph that belongs to no item
	PageLeftOut         Code = "page-left-out"   // what a page or a letter says around the document
	ColumnLeftOut       Code = "column-left-out" // a column of a table of tasks that has no place in a plan
	RuleTaken           Code = "rule-taken"      // a sentence that holds for all items
	CountDiffers        Code = "count-differs"   // a heading states another number of tasks
)

var planCodes = []Entry{
	{Code: DocumentFormat, Severity: Error, What: "不支持这种文件格式", Hint: "请另存为 .docx、.html 或 .txt 后再导入"},
	{Code: DocumentEncoding, Severity: Error, What: "文本编码无法识别", Hint: "请用记事本打开,另存为 UTF-8 编码后再导入"},
	{Code: DocumentTooLarge, Severity: Error, What: "文档过大或嵌套过深", Hint: "请只保留任务清单部分,另存后再导入"},
	{Code: DocumentBroken, Severity: Error, What: "文档损坏,不能完整读取", Hint: "请用 WPS 或 Word 打开确认无误,另存为 .docx 后再导入"},
	{Code: DocumentEmpty, Severity: Error, What: "文档中没有文字", Hint: "请确认文件不是空的,也不是扫描图片"},
	{Code: DocumentTraditional, Severity: Error, What: "文件是繁体字,不能识别责任分工", Hint: "请用 WPS 或 Word 打开,用“繁转简”转换后另存,再导入"},
	{Code: PlanEmpty, Severity: Error, What: "没有找到任务", Hint: "请确认文档中有编号的任务,如“1.……(市科技局牵头,市财政局配合)”"},
	{Code: PeriodUnclear, Severity: Warning, What: "文档没有写明规划期", Hint: "请在任务清单的“规划”表中核对基期、首年和末年"},
	{Code: NumberGap, Severity: Warning, What: "编号不连续", Hint: "请核对原文是否漏了一段,或编号有误"},
	{Code: RefTwice, Severity: Warning, What: "编号重复,已另加标记", Hint: "请核对原文编号"},
	{Code: ClauseMissing, Severity: Warning, What: "没有写明责任单位", Hint: "请在任务清单的“事项”表中补填牵头单位"},
	{Code: ClauseUnclear, Severity: Warning, What: "责任分工未能识别,原文照录", Hint: "请在任务清单的“事项”表中填写牵头和配合单位"},
	{Code: ClauseRemark, Severity: Note, What: "责任分工中的领导、时限等不是单位,只留在原文里", Hint: "无需处理;其中如有单位,请在任务清单的“事项”表中补上"},
	{Code: LeadMissing, Severity: Warning, What: "没有牵头单位", Hint: "请在任务清单的“事项”表中补填牵头单位"},
	{Code: LeadsEqual, Severity: Warning, What: "列出几个责任单位而没有写明谁牵头,暂都作牵头单位", Hint: "如由列在第一位的单位牵头,请在文件里加一句“列第一位者为牵头单位”后重新导入;确是共同牵头的不用处理"},
	{Code: ListOpen, Severity: Note, What: "责任单位以“等”结尾,未列全", Hint: "如有其他单位,请在任务清单中补上"},
	{Code: UnitUnknown, Severity: Warning, What: "单位名录中没有这个单位", Hint: "请核对名称,或在“单位”表中增加该单位或别名"},
	{Code: GroupEmpty, Severity: Warning, What: "集合称谓没有成员", Hint: "请在任务清单的“单位”表中填写它包括哪些单位;都不单独填报的填“无”"},
	{Code: ForeignString, Severity: Warning, What: "夹有网页广告字串,已删除", Hint: "请对照正式文件补上被它替换的字"},
	{Code: TextLeftOut, Severity: Note, What: "这一段不属于任何任务,未收入", Hint: "如是任务内容,请补上编号或责任单位后重新导入"},
	{Code: PageLeftOut, Severity: Note, What: "网页或公文格式的文字,未收入", Hint: "无需处理"},
	{Code: ColumnLeftOut, Severity: Note, What: "任务表里的这一列没有收入任务清单", Hint: "需要保留的,请在任务清单里另加一列"},
	{Code: RuleTaken, Severity: Note, What: "这句话作为全文通用的说明读取", Hint: "请核对各项任务的牵头、配合单位和报送日期是否与它一致"},
	{Code: CountDiffers, Severity: Warning, What: "标题写明的任务项数与实际不符", Hint: "请核对原文是否漏了一项"},
}
