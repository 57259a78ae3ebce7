package finding

// Codes of workbook/check: one rule each. An Error is what cannot stand as it is;
// a Warning asks, and a reason in the row answers it.
const (
	Required          Code = "required"           // a cell to fill is empty
	VagueText         Code = "vague-text"         // 同上, 按要求推进, marks alone
	ShortText         Code = "short-text"         // too short to say anything
	SaidAgain         Code = "said-again"         // last year's words or figure again
	NoReason          Code = "no-reason"          // 无 where a reason is asked
	TextTooLong       Code = "text-too-long"      // more than fits
	PhoneFormat       Code = "phone-format"       // no telephone number
	DateImplausible   Code = "date-implausible"   // before or long after the report is due
	NAWithoutReason   Code = "na-without-reason"  // 不适用 in a required number cell
	UnpublishedValue  Code = "unpublished-value"  // a value said to be unpublished
	PercentRange      Code = "percent-range"      // a share outside 0 to 100
	PercentFraction   Code = "percent-fraction"   // 0.85 where 85 is meant
	LevelForGrowth    Code = "level-for-growth"   // 2521.6 for 6.1
	GrowthForLevel    Code = "growth-for-level"   // 6.1 for 2521.6
	GrowthMissing     Code = "growth-missing"     // level and growth are judged apart
	NegativeReduction Code = "negative-reduction" // a reduction is entered as positive
	NegativeValue     Code = "negative-value"     // less than nothing
	CumulativeFell    Code = "cumulative-fell"    // below last year's
	CumulativeSum     Code = "cumulative-sum"     // not last year's plus this year's
	TotalMismatch     Code = "total-mismatch"     // parts that do not make their sum
	Jump              Code = "jump"               // many times last year's
	Magnitude         Code = "magnitude"          // far from target and base
	AgainstTarget     Code = "against-target"     // a ceiling passed
	RiseAgainstBase   Code = "rise-against-base"  // 78 and [1.3] do not fit the base
	DoneButShort      Code = "done-but-short"     // 已完成, its target not reached
	NotStartedLate    Code = "not-started-late"   // 尚未启动 near the deadline
)

var ruleCodes = []Entry{
	{Code: Required, Severity: Error, What: "必填项未填", Hint: "请填写此单元格", Expression: true,
		Why: "缺这一格,这一行就判不了。", Example: "“数据状态”:选 初步数", Cause: "这一格漏填了"},
	{Code: VagueText, Severity: Error, What: "只有套话或符号,看不出做了什么", Hint: "请写清做了什么、做到什么程度;每行单独写,不写“同上”", Expression: true,
		Why: "汇总要写给领导看,套话看不出做了什么。", Example: "“按要求推进”——写:新建平台3家,累计8家", Cause: "等着附材料,表里只写了一句套话"},
	{Code: ShortText, Severity: Warning, What: "内容太短,看不出做了什么", Hint: "请补充做了什么、做到什么程度,有数据的写数据",
		Why: "太短的话汇总里用不上。", Example: "“已办”——写明办了什么、办到什么程度", Cause: "只写了几个字交差"},
	{Code: SaidAgain, Severity: Warning, What: "与上年写的一字不差,看不出今年的情况", Hint: "请写今年做了什么、为什么;确实没有变化的,在“备注”或“说明”栏写明今年的原因",
		Why: "多半是把上年的表直接改了年份,这一格忘了重写;连着两年一样的话,领导看不出今年做了什么。", Example: "上年“资金到位较慢”,今年还是这一句——写今年到位多少、差多少、怎么办", Cause: "把去年的内容原样粘了过来"},
	{Code: NoReason, Severity: Warning, What: "这里要写原因,不能写“无”", Hint: "请写明原因",
		Why: "填了未达进度,总有原因;没有原因领导会再问。", Example: "“无”——写:用地指标9月才落实", Cause: "以为没有问题就写“无”"},
	{Code: TextTooLong, Severity: Error, What: "内容超过长度上限", Hint: "请压缩文字,详细材料可另附",
		Why: "一格放不下,打印出来也会截断。", Example: "压缩成几句话,材料另附", Cause: "把整篇总结粘了进来"},
	{Code: PhoneFormat, Severity: Warning, What: "不像电话号码", Hint: "请填手机号或带区号的座机号,如 010-12345678",
		Why: "有疑问时要打这个电话。", Example: "0558-5123456 或手机号", Cause: "少打了一位,或写了“见通讯录”"},
	{Code: DateImplausible, Severity: Warning, What: "日期不合情理", Hint: "请核对年、月、日",
		Why: "多半是年份写错。", Example: "2015-3-15——2025-3-15", Cause: "年份打错了"},
	{Code: NAWithoutReason, Severity: Error, What: "填了“不适用”,没有写明原因", Hint: "请在“说明”栏写明为什么不适用;有数的请填数", Expression: true,
		Why: "“不适用”不是没有数,要说明为什么。", Example: "说明:本市没有海岸线", Cause: "以为写“不适用”就行,没有写原因"},
	{Code: UnpublishedValue, Severity: Warning, What: "数据状态说没有数,这里却填了数", Hint: "有数的,请把“数据状态”改为数的来源;没有数的,请清空此格",
		Why: "说没有数又填了数,不知道用不用。", Example: "有初步数的,“数据状态”选 初步数", Cause: "先填了预计数,状态选的是暂未发布"},
	{Code: PercentRange, Severity: Error, What: "百分数超出可能的范围", Hint: "请核对小数点和计量单位;百分数填 85,不填 0.85 或 8500", Expression: true,
		Suppresses: []Code{Jump, Magnitude, AgainstTarget, NegativeReduction, DoneButShort, CumulativeFell, CumulativeSum, TotalMismatch},
		Why:        "百分数填错位,会差一百倍。", Example: "8500——85", Cause: "小数点错位,或按比例填成了绝对数"},
	{Code: PercentFraction, Severity: Warning, What: "疑似把百分数填成了小数", Hint: "百分数按百分点填,如 85 表示 85%;确实不到 1% 的,请在“说明”栏注明", Suppresses: []Code{Jump, Magnitude, CumulativeFell, CumulativeSum},
		Why: "0.85 和 85 差一百倍。", Example: "0.85——填 85;确实是 0.85% 的在“说明”栏写明", Cause: "85% 填成了 0.85"},
	{Code: LevelForGrowth, Severity: Error, What: "这里要填增长百分数,填的像是绝对数", Hint: "请填比上年增长百分之几,如 6.1", Expression: true,
		Suppresses: []Code{Jump, Magnitude, AgainstTarget, PercentRange, CumulativeFell, CumulativeSum, TotalMismatch},
		Why:        "把总量当成增长,会得出增长两千倍。", Example: "2521.6——填比上年增长 6.1", Cause: "把总量填进了增长率一栏"},
	{Code: GrowthForLevel, Severity: Warning, What: "这里要填绝对数,填的像是增长百分数", Hint: "请填达到的数,不填增长率;确实这么小的,请在“说明”栏注明", Suppresses: []Code{Jump, Magnitude, AgainstTarget},
		Why: "把增长当成总量,会得出下降九成九。", Example: "6.1——填达到 2521.6", Cause: "把增长率填进了总量一栏"},
	{Code: GrowthMissing, Severity: Warning, What: "填了总量,没有填增长", Hint: "此指标的总量和增长分别评价,请补填增长百分数",
		Why: "总量和增长分别评价,缺一半就只能判一半。", Example: "总量 1240,增长补 5.8", Cause: "只填了总量"},
	{Code: NegativeReduction, Severity: Warning, What: "降低率填成了负数", Hint: "降低填正数,如降低 3.2% 填 3.2;确实是上升的,请在“说明”栏注明", Suppresses: []Code{Jump, CumulativeFell, CumulativeSum, TotalMismatch},
		Why: "降低率填正数,负数表示上升。", Example: "-3.2——填 3.2", Cause: "降低率前加了负号"},
	{Code: NegativeValue, Severity: Warning, What: "数值小于 0", Hint: "请核对正负号;确实为负的,请在“说明”栏注明", Suppresses: []Code{Jump, CumulativeFell, CumulativeSum, TotalMismatch, RiseAgainstBase},
		Why: "这类数通常不会小于 0。", Example: "-5——核对正负号", Cause: "多打了负号"},
	{Code: CumulativeFell, Severity: Warning, What: "累计值比上年还小", Hint: "累计值从规划期第一年起加总,不会减少;上年数有误的,请在“说明”栏注明", Suppresses: []Code{CumulativeSum, Jump},
		Why: "累计值只会增加。", Example: "上年 12,本年 9:是不是填成了当年值", Cause: "填的是当年数,不是累计数"},
	{Code: CumulativeSum, Severity: Warning, What: "累计值不等于上年累计加当年值", Hint: "请核对当年值和累计值;口径有变的,请在“说明”栏注明", Suppresses: []Code{Jump},
		Why: "累计等于上年累计加当年。", Example: "上年 12,当年 5,累计应为 17", Cause: "当年数和累计数填串了"},
	{Code: TotalMismatch, Severity: Warning, What: "合计与各分项之和不符", Hint: "请核对合计和各分项;有未列入的分项,请在“说明”栏注明",
		Why: "合计与分项对不上,总有一个填错。", Example: "合计 10,分项 4+5", Cause: "改了分项,没有改合计"},
	{Code: Jump, Severity: Warning, What: "与上年相差悬殊", Hint: "请核对数值和计量单位;确有大幅变化的,请在“说明”栏写明原因",
		Why: "多半是小数点、单位或填错行。", Example: "上年 12.5,本年 1250", Cause: "计量单位或小数点错了"},
	{Code: Magnitude, Severity: Warning, What: "数的大小与目标、基期相差悬殊", Hint: "请核对数值和计量单位(如把“万人”填成了“人”);确实如此的,请在“说明”栏写明原因", Suppresses: []Code{AgainstTarget, CumulativeSum, TotalMismatch},
		Why: "多半是单位填错:把万人填成人,把亿元填成万元。没有上年数时,就和目标、基期值比大小。", Example: "目标 40 万人,填了 385000", Cause: "计量单位错了,如把万人填成了人"},
	{Code: AgainstTarget, Severity: Warning, What: "超过了要求的上限", Hint: "请核对数值;确实超过的,请在“说明”栏写明原因",
		Why: "超过上限就是没有做到,请先核对。", Example: "要求不超过 6,填了 60", Cause: "小数点错位,或确实超了"},
	{Code: RiseAgainstBase, Severity: Warning, What: "目标减去提高值不等于基期值", Hint: "请核对基期值;确实不同的,请在“说明”栏注明",
		Why: "三个数对不上,进度就算不准。", Example: "目标 78,提高 1.3,基期填了 75", Cause: "基期数用了另一个口径"},
	{Code: DoneButShort, Severity: Warning, What: "状态填“已完成”,量化目标还没有达到", Hint: "请核对进展状态和量化目标的数;确已完成的,请在“备注”栏写明原因",
		Why: "自评与数字矛盾,汇总里会被问到。", Example: "填已完成,目标 10 家,只有 7 家", Cause: "工作做完了,数还没有统计出来"},
	{Code: NotStartedLate, Severity: Warning, What: "期限将到仍未启动", Hint: "请核对进展状态;确未启动的,请在“备注”栏写明原因和打算",
		Why: "期限将到还没有动,需要说明打算。", Example: "备注:土地已批,3月开工", Cause: "状态没有更新"},
}
