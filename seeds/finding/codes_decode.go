package finding

// Codes of workbook.Decode: how a cell's raw text was taken as a value.
const (
	NumberFormat    Code = "number-format"  // not a number
	NumberDate      Code = "number-date"    // a date, as a sheet makes of 3-5
	NumberUnit      Code = "number-unit"    // a number in another unit of measure
	NumberSize      Code = "number-size"    // too large or too small to be meant
	NumberRead      Code = "number-read"    // written otherwise: before and after
	NumberRounded   Code = "number-rounded" // over 15 significant digits
	OptionOffList   Code = "option-off-list"
	OptionRead      Code = "option-read"      // written otherwise: before and after
	DateFormat      Code = "date-format"      // not a date
	DateRead        Code = "date-read"        // written otherwise: before and after
	TextRead        Code = "text-read"        // cleaned, or stored as something other than text
	FormulaUncached Code = "formula-uncached" // a formula whose result is not in the file
	FormulaRead     Code = "formula-read"     // a formula, taken by its stored result
	CellError       Code = "cell-error"       // #REF!, #N/A
	StruckOut       Code = "struck-out"       // the whole cell is struck out
	StruckPart      Code = "struck-part"      // words of it are: what is left counts
	TextUnseen      Code = "text-unseen"      // in a look that hides it
	PictureCell     Code = "picture-cell"     // a picture in the cell
	CommentTold     Code = "comment-told"     // a comment of the filler's
	BoxTold         Code = "box-told"         // a text box laid over the sheet
	PictureTold     Code = "picture-told"     // a picture laid over the sheet
)

var decodeCodes = []Entry{
	{Code: NumberFormat, Severity: Error, What: "不是数字", Hint: "填一个数,如 5;估计的说明写在“说明”栏", Expression: true, Suppresses: []Code{Required}},
	{Code: NumberDate, Severity: Error, What: "是日期,不是数字", Hint: "把单元格格式改为“常规”,再填数", Suppresses: []Code{Required}},
	{Code: NumberUnit, Severity: Error, What: "带有别的计量单位,无法确认是多少", Hint: "请按“计量单位”栏换算后只填数", Expression: true, Suppresses: []Code{Required}},
	{Code: NumberSize, Severity: Error, What: "数的大小不合常理", Hint: "请核对后重新填写", Suppresses: []Code{Required}},
	{Code: NumberRead, Severity: Note, What: "已按数字读取", Hint: "不影响填报;以后请只填数"},
	{Code: NumberRounded, Severity: Note, What: "超过15位有效数字,已取15位", Hint: "不影响填报"},
	{Code: OptionOffList, Severity: Error, What: "不是下拉列表中的选项", Hint: "请从下拉列表中选一项", Expression: true, Suppresses: []Code{Required}},
	{Code: OptionRead, Severity: Note, What: "已按选项读取", Hint: "不影响填报"},
	{Code: DateFormat, Severity: Warning, What: "不是日期", Hint: "请填日期,如 2025-3-15", Suppresses: []Code{Required}},
	{Code: DateRead, Severity: Note, What: "已按日期读取", Hint: "不影响填报"},
	{Code: TextRead, Severity: Note, What: "已按文字读取", Hint: "不影响填报"},
	{Code: FormulaUncached, Severity: Error, What: "是公式,文件里没有存下计算结果", Hint: "请用 WPS 或 Excel 打开一次并保存,再报送", Suppresses: []Code{Required}},
	{Code: FormulaRead, Severity: Note, What: "是公式,取的是存下的计算结果", Hint: "不影响填报;建议改为直接填数"},
	{Code: CellError, Severity: Error, What: "是错误值", Hint: "请改正公式或直接填写", Expression: true, Suppresses: []Code{Required}},
	{Code: StruckOut, Severity: Error, What: "整格加了删除线,不知是否作数,未计入", Hint: "作数的请去掉删除线,不作数的请清空此格", Suppresses: []Code{Required}},
	{Code: StruckPart, Severity: Warning, What: "有加了删除线的文字,这部分未计入", Hint: "不作数的文字请直接删去;作数的请去掉删除线"},
	{Code: TextUnseen, Severity: Warning, What: "内容在表上看不见(字色与底色相近、字号太小或被格式隐去),已照常读取", Hint: "请核对这一格是否要报送"},
	{Code: PictureCell, Severity: Error, What: "填的是图片,读不出内容", Hint: "请把图片里的内容写成文字或数", Suppresses: []Code{Required}},
	{Code: CommentTold, Severity: Note, What: "批注里写有内容,未计入", Hint: "如要报送,请填到表内;说明性文字写在“备注”或“说明”栏"},
	{Code: BoxTold, Severity: Warning, What: "表上的文本框里写有内容,未计入", Hint: "如要报送,请填到表内;说明性文字写在“备注”或“说明”栏"},
	{Code: PictureTold, Severity: Note, What: "表上放有图片,其中内容未计入", Hint: "如要报送,请把图片里的内容写到表内"},
}
