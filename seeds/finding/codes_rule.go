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
	{Code: Required, Severity: Error, What: "必填项未填", Hint: "请填写此单元格", Expression: true},
	{Code: VagueText, Severity: Error, What: "只有套话或符号,看不出做了什么", Hint: "请写清做了什么、做到什么程度;每行单独写,不写“同上”", Expression: true},
	{Code: ShortText, Severity: Warning, What: "内容太短,看不出做了什么", Hint: "请补充做了什么、做到什么程度,有数据的写数据"},
	{Code: SaidAgain, Severity: Warning, What: "与上年写的一字不差,看不出今年的情况", Hint: "请写今年做了什么、为什么;确实没有变化的,在“备注”或“说明”栏写明今年的原因"},
	{Code: NoReason, Severity: Warning, What: "这里要写原因,不能写“无”", Hint: "请写明原因"},
	{Code: TextTooLong, Severity: Error, What: "内容超过长度上限", Hint: "请压缩文字,详细材料可另附"},
	{Code: PhoneFormat, Severity: Warning, What: "不像电话号码", Hint: "请填手机号或带区号的座机号,如 010-12345678"},
	{Code: DateImplausible, Severity: Warning, What: "日期不合情理", Hint: "请核对年、月、日"},
	{Code: NAWithoutReason, Severity: Error, What: "填了“不适用”,没有写明原因", Hint: "请在“说明”栏写明为什么不适用;有数的请填数", Expression: true},
	{Code: UnpublishedValue, Severity: Warning, What: "数据状态说没有数,这里却填了数", Hint: "有数的,请把“数据状态”改为数的来源;没有数的,请清空此格"},
	{Code: PercentRange, Severity: Error, What: "百分数超出可能的范围", Hint: "请核对小数点和计量单位;百分数填 85,不填 0.85 或 8500", Expression: true,
		Suppresses: []Code{Jump, Magnitude, AgainstTarget, NegativeReduction, DoneButShort, CumulativeFell, CumulativeSum, TotalMismatch}},
	{Code: PercentFraction, Severity: Warning, What: "疑似把百分数填成了小数", Hint: "百分数按百分点填,如 85 表示 85%;确实不到 1% 的,请在“说明”栏注明", Suppresses: []Code{Jump, Magnitude, CumulativeFell, CumulativeSum}},
	{Code: LevelForGrowth, Severity: Error, What: "这里要填增长百分数,填的像是绝对数", Hint: "请填比上年增长百分之几,如 6.1", Expression: true,
		Suppresses: []Code{Jump, Magnitude, AgainstTarget, PercentRange, CumulativeFell, CumulativeSum, TotalMismatch}},
	{Code: GrowthForLevel, Severity: Warning, What: "这里要填绝对数,填的像是增长百分数", Hint: "请填达到的数,不填增长率;确实这么小的,请在“说明”栏注明", Suppresses: []Code{Jump, Magnitude, AgainstTarget}},
	{Code: GrowthMissing, Severity: Warning, What: "填了总量,没有填增长", Hint: "此指标的总量和增长分别评价,请补填增长百分数"},
	{Code: NegativeReduction, Severity: Warning, What: "降低率填成了负数", Hint: "降低填正数,如降低 3.2% 填 3.2;确实是上升的,请在“说明”栏注明", Suppresses: []Code{Jump, CumulativeFell, CumulativeSum, TotalMismatch}},
	{Code: NegativeValue, Severity: Warning, What: "数值小于 0", Hint: "请核对正负号;确实为负的,请在“说明”栏注明", Suppresses: []Code{Jump, CumulativeFell, CumulativeSum, TotalMismatch, RiseAgainstBase}},
	{Code: CumulativeFell, Severity: Warning, What: "累计值比上年还小", Hint: "累计值从规划期第一年起加总,不会减少;上年数有误的,请在“说明”栏注明", Suppresses: []Code{CumulativeSum, Jump}},
	{Code: CumulativeSum, Severity: Warning, What: "累计值不等于上年累计加当年值", Hint: "请核对当年值和累计值;口径有变的,请在“说明”栏注明", Suppresses: []Code{Jump}},
	{Code: TotalMismatch, Severity: Warning, What: "合计与各分项之和不符", Hint: "请核对合计和各分项;有未列入的分项,请在“说明”栏注明"},
	{Code: Jump, Severity: Warning, What: "与上年相差悬殊", Hint: "请核对数值和计量单位;确有大幅变化的,请在“说明”栏写明原因"},
	{Code: Magnitude, Severity: Warning, What: "数的大小与目标、基期相差悬殊", Hint: "请核对数值和计量单位(如把“万人”填成了“人”);确实如此的,请在“说明”栏写明原因", Suppresses: []Code{AgainstTarget, CumulativeSum, TotalMismatch}},
	{Code: AgainstTarget, Severity: Warning, What: "超过了要求的上限", Hint: "请核对数值;确实超过的,请在“说明”栏写明原因"},
	{Code: RiseAgainstBase, Severity: Warning, What: "目标减去提高值不等于基期值", Hint: "请核对基期值;确实不同的,请在“说明”栏注明"},
	{Code: DoneButShort, Severity: Warning, What: "状态填“已完成”,量化目标还没有达到", Hint: "请核对进展状态和量化目标的数;确已完成的,请在“备注”栏写明原因"},
	{Code: NotStartedLate, Severity: Warning, What: "期限将到仍未启动", Hint: "请核对进展状态;确未启动的,请在“备注”栏写明原因和打算"},
}
