package finding

// Codes of workbook/intake and consolidate: between files and between years.
const (
	RiseAgainstBase   Code = "rise-against-base"  // target less [rise] is not the base
	NegativeReduction Code = "negative-reduction" // a reduction taken as an increase
)

var mergeCodes = []Entry{
	{Code: RiseAgainstBase, Severity: Warning, What: "目标减去提高值不等于基期值", Hint: "请核对任务清单中这项指标的基期值、目标和提高值"},
	{Code: NegativeReduction, Severity: Warning, What: "降低率为负数,按上升计算", Hint: "降低率填正数;确为上升的,请在说明中写明"},
}
