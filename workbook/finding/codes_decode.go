package finding

// Codes of workbook.Decode: how a cell's raw text was taken as a value.
const (
	NumberFormat Code = "number-format" // not a number
)

var decodeCodes = []Entry{
	{Code: NumberFormat, Severity: Error, What: "不是数字", Hint: "填一个数,如 5;估计的说明写在“说明”栏", Expression: true},
}
