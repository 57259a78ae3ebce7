package finding

// Codes of workbook.Identify and of the shape of a return: whose it is, sheets,
// columns, rows.
const (
	EmptyReturn Code = "empty-return" // sent back with nothing filled in
)

var identityCodes = []Entry{
	{Code: EmptyReturn, Severity: Error, What: "整份表没有填写任何内容", Hint: "请填写黄色单元格后再报送", Suppresses: []Code{Required}},
}
