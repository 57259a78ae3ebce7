package finding

// Codes of workbook/intake: of opening files, and between the copies of one unit.
const (
	FileDenied     Code = "file-denied"     // the file cannot be opened
	CopySuperseded Code = "copy-superseded" // no row of it counts
	CopyTied       Code = "copy-tied"       // nothing ranks it against the copy that counts
	CopySame       Code = "copy-same"       // the same file once more
	CopyPart       Code = "copy-part"       // several copies count, row by row
)

var intakeCodes = []Entry{
	{Code: FileDenied, Severity: Error, What: "文件打不开", Hint: "请检查文件是否还在、是否有读取权限、是否正被其他程序占用"},
	{Code: CopySuperseded, Severity: Note, What: "同一单位另有更新的一份,这一份不再计入", Hint: "无需处理"},
	{Code: CopyTied, Severity: Warning, What: "与同一单位的另一份分不出先后,所填不同", Hint: "请单位确认以哪一份为准,留下那一份、移走另一份;也可在汇总表“数据不一致”中核定"},
	{Code: CopySame, Severity: Note, What: "与同一单位的另一份完全相同,只计一次", Hint: "无需处理"},
	{Code: CopyPart, Severity: Note, What: "同一单位报送了几份,逐行取填有内容的最新一份", Hint: "请核对几份之间填写不同的地方"},
}
