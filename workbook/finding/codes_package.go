package finding

// Codes of workbook/ooxml: the file cannot be read whole. All are errors of the
// whole file, which is then unreadable.
const (
	Internal Code = "internal" // a bug of ours met while reading this file
)

var packageCodes = []Entry{
	{Code: Internal, Severity: Error, What: "程序内部错误,此文件未读完", Hint: "请把此文件和这条提示交给维护人员;其余文件不受影响"},
}
