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
	{Code: DocumentFormat, Severity: Error, What: "不支持这种文件格式", Hint: "请另存为 .docx、.html 或 .txt 后再导入",
		Why: "不认识的格式读出来会缺字少行。", Example: ".doc、.wps、.pdf 先另存为 .docx", Cause: "选错了文件,或是老格式 .doc"},
	{Code: DocumentEncoding, Severity: Error, What: "文本编码无法识别", Hint: "请用记事本打开,另存为 UTF-8 编码后再导入",
		Why: "编码猜错,每个字都是错的。", Example: "用记事本打开,另存为时编码选 UTF-8", Cause: "由老软件存成的文本"},
	{Code: DocumentTooLarge, Severity: Error, What: "文档过大或嵌套过深", Hint: "请只保留任务清单部分,另存后再导入",
		Why: "规划文件通常不到 1 MiB;过大的多半夹着图片。", Example: "只保留任务清单部分,另存为 .docx", Cause: "把整本规划或多个文件合在了一起"},
	{Code: DocumentBroken, Severity: Error, What: "文档损坏,不能完整读取", Hint: "请用 WPS 或 Word 打开确认无误,另存为 .docx 后再导入",
		Why: "只读一半会漏掉任务,而且看不出来。", Example: "用 WPS 打开、另存为 .docx", Cause: causeCut},
	{Code: DocumentEmpty, Severity: Error, What: "文档中没有文字", Hint: "请确认文件不是空的,也不是扫描图片",
		Why: "没有文字就没有任务可读。", Example: "扫描件要先做文字识别", Cause: "是扫描件,里面只有图片"},
	{Code: DocumentTraditional, Severity: Error, What: "文件是繁体字,不能识别责任分工", Hint: "请用 WPS 或 Word 打开,用“繁转简”转换后另存,再导入",
		Why: "识别责任分工靠的是简体的词;繁体照读,会把单位和职责读错。", Example: "“市工信局牽頭,市財政局配合”转成简体后再导入", Cause: "从繁体网页复制的"},
	{Code: PlanEmpty, Severity: Error, What: "没有找到任务", Hint: "请确认文档中有编号的任务,如“1.……(市科技局牵头,市财政局配合)”",
		Why: "没有任务,就没有表可以下发。", Example: "1.建设创新平台5个。(市科技局牵头,市财政局配合)", Cause: "任务没有编号,或责任单位不在括号里"},
	{Code: PeriodUnclear, Severity: Warning, What: "文档没有写明规划期", Hint: "请在任务清单的“规划”表中核对基期、首年和末年",
		Why: "基期、首年和末年决定每年的进度怎么算。", Example: "“十五五”规划:基期 2025,首年 2026,末年 2030", Cause: "文件标题没有写“十四五”或年份"},
	{Code: NumberGap, Severity: Warning, What: "编号不连续", Hint: "请核对原文是否漏了一段,或编号有误",
		Why: "编号缺一个,可能漏读了一项任务。", Example: "12. 后面是 14.,请看原文有没有 13.", Cause: "原文漏了号,或这一段没有单独成行"},
	{Code: RefTwice, Severity: Warning, What: "编号重复,已另加标记", Hint: "请核对原文编号",
		Why: "编号重复,收回来的表就对不上是哪一项。", Example: "第二个 12. 记作 12(第2处)", Cause: "原文各节都从 1 编起,或号写重了"},
	{Code: ClauseMissing, Severity: Warning, What: "没有写明责任单位", Hint: "请在任务清单的“事项”表中补填牵头单位",
		Why: "没有责任单位的任务,没有人会报。", Example: "补填:牵头单位 市科技局", Cause: "这一项由上一级标题写明单位,或原文漏写"},
	{Code: ClauseUnclear, Severity: Warning, What: "责任分工未能识别,原文照录", Hint: "请在任务清单的“事项”表中填写牵头和配合单位",
		Why: "单位认错了,表就发错了人。", Example: "(各有关方面共同负责)——请写明是哪些单位", Cause: "责任分工用了不常见的写法"},
	{Code: ClauseRemark, Severity: Note, What: "责任分工中的领导、时限等不是单位,只留在原文里", Hint: "无需处理;其中如有单位,请在任务清单的“事项”表中补上",
		Why: "领导、联系人和时限不是单位,不能下发任务;但也不能无声丢掉。", Example: "“牵头领导:张某某;牵头单位:市教育局”只取市教育局", Cause: "括号里还写了分管领导、时限"},
	{Code: LeadMissing, Severity: Warning, What: "没有牵头单位", Hint: "请在任务清单的“事项”表中补填牵头单位",
		Why: "进展状态由牵头单位填,没有牵头单位就没有状态。", Example: "补填:牵头单位 市发展改革委", Cause: "只写了“配合”“责任单位”,没有写谁牵头"},
	{Code: LeadsEqual, Severity: Warning, What: "列出几个责任单位而没有写明谁牵头,暂都作牵头单位", Hint: "如由列在第一位的单位牵头,请在文件里加一句“列第一位者为牵头单位”后重新导入;确是共同牵头的不用处理",
		Why: "都作牵头单位,同一项任务就会收到几份进展状态。全文只问这一次。", Example: "(责任单位:市教育局、市财政局)——市教育局牵头,还是两家共同牵头?", Cause: "原文用顿号并列,没有写“牵头”"},
	{Code: ListOpen, Severity: Note, What: "责任单位以“等”结尾,未列全", Hint: "如有其他单位,请在任务清单中补上",
		Why: "“等”后面还有谁,文件没有写。", Example: "市科技局、市财政局等——还有单位的请补上", Cause: "原文以“等”“等有关单位”结尾"},
	{Code: UnitUnknown, Severity: Warning, What: "单位名录中没有这个单位", Hint: "请核对名称,或在“单位”表中增加该单位或别名",
		Why: "名录里没有的单位收不到表。", Example: "市发改委——在“单位”表填为 市发展改革委 的别名", Cause: "原文用了简称、旧称,或写错了字"},
	{Code: GroupEmpty, Severity: Warning, What: "集合称谓没有成员", Hint: "请在任务清单的“单位”表中填写它包括哪些单位;都不单独填报的填“无”",
		Why: "集合称谓没有成员,就没有单位收到表。", Example: "各县区政府:填 东县政府、西县政府、南区政府", Cause: "原文用了“各县区”“市直有关单位”这样的统称"},
	{Code: ForeignString, Severity: Warning, What: "夹有网页广告字串,已删除", Hint: "请对照正式文件补上被它替换的字",
		Why: "网页里夹的广告会盖掉原文的字。", Example: "对照正式文件,补上被盖掉的字", Cause: "从网页复制时带进了广告"},
	{Code: TextLeftOut, Severity: Note, What: "这一段不属于任何任务,未收入", Hint: "如是任务内容,请补上编号或责任单位后重新导入",
		Why: "没有收进任务的话逐段列出,看一眼有没有漏掉任务。", Example: "“为贯彻落实……制定本方案”不是任务,不用处理", Cause: "是序言、要求、落款一类的话"},
	{Code: PageLeftOut, Severity: Note, What: "网页或公文格式的文字,未收入", Hint: "无需处理",
		Why: "网页栏目、文号、落款不是任务;列出来是为了让人看到没有漏读。", Example: "“发布时间:2026-03-01 浏览次数:12”", Cause: "从网页复制时带进了栏目和页脚"},
	{Code: ColumnLeftOut, Severity: Note, What: "任务表里的这一列没有收入任务清单", Hint: "需要保留的,请在任务清单里另加一列",
		Why: "任务表里的备注、责任领导在任务清单里没有位置,列出来以便核对要不要另存。", Example: "“备注:省考核事项”这一列没有收入", Cause: "任务表里有本办法用不到的列"},
	{Code: RuleTaken, Severity: Note, What: "这句话作为全文通用的说明读取", Hint: "请核对各项任务的牵头、配合单位和报送日期是否与它一致",
		Why: "一句话管全文的,读错了会影响每一项任务。", Example: "“以下均需各县区政府落实,不再列出”:以后各项都加上各县区政府配合", Cause: "原文在前言或附则里统一写明了"},
	{Code: CountDiffers, Severity: Warning, What: "标题写明的任务项数与实际不符", Hint: "请核对原文是否漏了一项",
		Why: "标题写明的项数是原文自带的校验;对不上多半是漏了一段或合成了一段。", Example: "“一、县教育局牵头工作(3项)”下面只有 2 项", Cause: "原文改过稿,标题的项数没有跟着改"},
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
	{Code: CatalogueSheet, Severity: Error, What: "任务清单缺少工作表", Hint: "请用导入时生成的任务清单,保留“规划、事项、量化目标、主要指标、单位”五张表",
		Why: "缺一张表,就缺一类内容。", Example: "保留“规划、事项、量化目标、主要指标、单位”五张表", Cause: "工作表被删去或改了名"},
	{Code: CatalogueColumn, Severity: Error, What: "工作表缺少必需的列", Hint: "请恢复该列的标题,标题文字与导入时一致",
		Why: "列按标题找,标题改了就找不到。", Example: "“牵头单位”不要改成“牵头部门”", Cause: "列被删去,或改了标题"},
	{Code: CatalogueCell, Severity: Error, What: "这个单元格的内容不合要求", Hint: "请按所列要求改正",
		Why: "填了不合要求的内容,下发的表就会错。", Example: "期限填 2025 或 2025年6月底,不填 99999999", Cause: "填的不是这一格要的内容,或改了格式"},
	{Code: CatalogueExtra, Severity: Note, What: "这一列不是任务清单的列,其中内容未使用", Hint: "要用的内容请填到已有的列;自己备查的可以保留",
		Why: "程序只认自己的列;加的列不会进填报表,也不会进汇总。", Example: "加了一列“2024年省考核结果”:填到有的列里,或留作备查", Cause: "为自己备查加了一列"},
	{Code: CatalogueTwice, Severity: Error, What: "编号或名称重复", Hint: "请改成不重复的编号或名称",
		Why: "编号、名称重复,收回来的表就对不上。", Example: "两行都是 24(3)——改一个", Cause: "复制一行后没有改编号或名称"},
	{Code: CatalogueLost, Severity: Error, What: "引用的编号不存在", Hint: "请核对编号;事项已删除的,请把这一行一并删除",
		Why: "目标所属的事项没有了,这一行没有人填。", Example: "事项 24(3) 已删,它的目标 24(3)-1 也请删去", Cause: "删去了事项,没有删它的量化目标"},
	{Code: UnitRenamed, Severity: Note, What: "单位已更名,原名称保留为别名", Hint: "无需处理;旧名称的报表仍可识别",
		Why: "旧名称的报表仍然认得。", Example: "市工信局改名为市工业和信息化局,旧名成了别名", Cause: "机构改革改了名"},
	{Code: UnitAdded, Severity: Note, What: "集合成员里的新单位,已列入单位名录", Hint: "无需处理;写错了的,请在“集合成员”中改正",
		Why: "集合称谓的成员要单独发表,不必再到名录里补一行。", Example: "“各县区政府”的成员填了“东县政府”,名录里就有了它", Cause: "集合成员里写了单位表没有的单位"},
	{Code: UnitNearMiss, Severity: Warning, What: "单位名录中没有这个单位,与名录中的一个名称相近", Hint: "如是同一单位,请改用名录中的名称,或在“单位”表把它填为别名",
		Why: "多半是同一个单位的两种写法,会多发一份表。", Example: "市发改委 / 市发展改革委", Cause: "写了简称,或多了少了一个字"},
	{Code: OwnerUnknown, Severity: Error, What: "牵头单位或责任单位不在单位名录中,这一行没有单位填报", Hint: "请改用“单位”表中的名称,或在“单位”表增加该单位或别名",
		Why: "这一行没有单位填报。", Example: "责任单位“市统计局”不在“单位”表,请增加", Cause: "写了简称、旧称,或单位表里删去了它"},
	{Code: LeadSupports, Severity: Warning, What: "同一单位既是牵头单位又是配合单位", Hint: "请删去其中一处;保留不动的,该单位只填牵头任务",
		Why: "一个单位对一项任务只填一次。", Example: "市科技局既牵头又配合:只填牵头任务", Cause: "单位合并后,原来一个牵头一个配合"},
	{Code: NumberConflict, Severity: Warning, What: "正文与主要指标表中的同一目标数字不一致", Hint: "请核对原文,在“量化目标”或“主要指标”表改正,或填写“调整后目标值”和“调整依据”",
		Why: "同一目标两处数字不同,会按错的数评价。", Example: "正文 120 家,主要指标表 100 家", Cause: "正文和附表不是同一次定的稿"},
	{Code: PlanTotal, Severity: Warning, What: "分项之和与总数不一致", Hint: "请核对原文数字;不是合计关系的,请清空“合计构成”",
		Why: "分项加起来不等于总数,总有一处写错了。", Example: "共 10 个,其中市级 4 个、县级 5 个", Cause: "分项之外还有没有列出的部分,或数字抄错"},
	{Code: BaseMismatch, Severity: Warning, What: "目标值减去提高值不等于基期值", Hint: "请核对目标值、提高值和基期值",
		Why: "目标、提高值和基期值三个数对不上,进度就算不准。", Example: "目标 78,提高 1.3,基期应为 76.7", Cause: causeSource},
	{Code: TargetDoubt, Severity: Warning, What: "量化目标待确认", Hint: "请对照原文核对这一行,无误后清空“待确认”;不是目标的删去这一行",
		Why: "程序拿不准这个数是不是目标。", Example: "“对不裁员企业退回40%”不是目标,删去这一行", Cause: "一句话里有几个数,看不出是哪一个的目标"},
	{Code: CountingOpen, Severity: Note, What: "看不出是新增数还是现有总量,暂按新增数累计", Hint: "请在“新增或存量”一列选定",
		Why: "新增数从零累计,现有总量从基期起算,评价的进度线不同;原文看不出来的不猜。", Example: "省级龙头企业70家", Cause: "原文没有写“新增”还是“达到”"},
	{Code: KnownUnfounded, Severity: Warning, What: "填写的认定结果、实际值或基期值与依据不成对", Hint: "请补齐结果和依据",
		Why: "代替程序判定的结果、代替单位填报的数,要能说出依据。", Example: "2024年认定结果 达到序时进度,认定依据空", Cause: "填了结果,忘了写依据"},
	{Code: UnitCircle, Severity: Error, What: "承接单位首尾相接,找不到最终报送单位", Hint: "请改正“承接单位”一列",
		Why: "甲由乙承接,乙由甲承接,就没有单位报送。", Example: "承接单位只填合并以后的单位", Cause: causeOwnList},
}
