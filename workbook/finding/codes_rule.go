package finding

// Codes of workbook/check: one rule each.
const (
	Required Code = "required" // a cell to fill is empty
)

var ruleCodes = []Entry{
	{Code: Required, Severity: Error, What: "必填项未填", Hint: "请填写此单元格", Expression: true},
}
