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

// Codes of the catalogue workbook (任务清单.xlsx) and of the check of a plan.
const (
	CatalogueSheet  Code = "catalogue-sheet"  // a sheet is missing
	CatalogueColumn Code = "catalogue-column" // a column is missing
	CatalogueCell   Code = "catalogue-cell"   // a value that cannot be
	CatalogueExtra  Code = "catalogue-extra"  // a column that is none of ours
	CatalogueTwice  Code = "catalogue-twice"  // a number or name is twice
	CatalogueLost   Code = "catalogue-lost"   // a row refers to what is not there
	UnitRenamed     Code = "unit-renamed"     // the old name is kept as an alias
	UnitAdded       Code = "unit-added"       // a member of a group became a unit
	UnitNearMiss    Code = "unit-near-miss"   // unknown, but close to a known name
	OwnerUnknown    Code = "owner-unknown"    // who leads or answers for it is in no register
	LeadSupports    Code = "lead-supports"    // a unit leads and supports one item
	NumberConflict  Code = "number-conflict"  // text and annex state different numbers
	PlanTotal       Code = "plan-total"       // parts do not add up
	BaseMismatch    Code = "base-mismatch"    // target less rise is not the base
	TargetDoubt     Code = "target-doubt"     // marked 待确认
	CountingOpen    Code = "counting-open"    // of what is new, or of all there is
	KnownUnfounded  Code = "known-unfounded"  // a given verdict or value without its ground, or a ground without it
	UnitCircle      Code = "unit-circle"      // 承接单位 leads back to itself
)

var catalogueCodes = []Entry{
	{Code: CatalogueSheet, Severity: Error, What: "任务清单缺少工作表", Hint: "请用导入时生成的任务清单,保留“规划、事项、量化目标、主要指标、单位”五张表"},
	{Code: CatalogueColumn, Severity: Error, What: "工作表缺少必需的列", Hint: "请恢复该列的标题,标题文字与导入时一致"},
	{Code: CatalogueCell, Severity: Error, What: "这个单元格的内容不合要求", Hint: "请按所列要求改正"},
	{Code: CatalogueExtra, Severity: Note, What: "这一列不是任务清单的列,其中内容未使用", Hint: "要用的内容请填到已有的列;自己备查的可以保留"},
	{Code: CatalogueTwice, Severity: Error, What: "编号或名称重复", Hint: "请改成不重复的编号或名称"},
	{Code: CatalogueLost, Severity: Error, What: "引用的编号不存在", Hint: "请核对编号;事项已删除的,请把这一行一并删除"},
	{Code: UnitRenamed, Severity: Note, What: "单位已更名,原名称保留为别名", Hint: "无需处理;旧名称的报表仍可识别"},
	{Code: UnitAdded, Severity: Note, What: "集合成员里的新单位,已列入单位名录", Hint: "无需处理;写错了的,请在“集合成员”中改正"},
	{Code: UnitNearMiss, Severity: Warning, What: "单位名录中没有这个单位,与名录中的一个名称相近", Hint: "如是同一单位,请改用名录中的名称,或在“单位”表把它填为别名"},
	{Code: OwnerUnknown, Severity: Error, What: "牵头单位或责任单位不在单位名录中,这一行没有单位填报", Hint: "请改用“单位”表中的名称,或在“单位”表增加该单位或别名"},
	{Code: LeadSupports, Severity: Warning, What: "同一单位既是牵头单位又是配合单位", Hint: "请删去其中一处;保留不动的,该单位只填牵头任务"},
	{Code: NumberConflict, Severity: Warning, What: "正文与主要指标表中的同一目标数字不一致", Hint: "请核对原文,在“量化目标”或“主要指标”表改正,或填写“调整后目标值”和“调整依据”"},
	{Code: PlanTotal, Severity: Warning, What: "分项之和与总数不一致", Hint: "请核对原文数字;不是合计关系的,请清空“合计构成”"},
	{Code: BaseMismatch, Severity: Warning, What: "目标值减去提高值不等于基期值", Hint: "请核对目标值、提高值和基期值"},
	{Code: TargetDoubt, Severity: Warning, What: "量化目标待确认", Hint: "请对照原文核对这一行,无误后清空“待确认”;不是目标的删去这一行"},
	{Code: CountingOpen, Severity: Note, What: "看不出是新增数还是现有总量,暂按新增数累计", Hint: "请在“新增或存量”一列选定"},
	{Code: KnownUnfounded, Severity: Warning, What: "填写的认定结果、实际值或基期值与依据不成对", Hint: "请补齐结果和依据"},
	{Code: UnitCircle, Severity: Error, What: "承接单位首尾相接,找不到最终报送单位", Hint: "请改正“承接单位”一列"},
}
