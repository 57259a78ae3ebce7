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
	{Code: NumberFormat, Severity: Error, What: "不是数字", Hint: "填一个数,如 5;估计的说明写在“说明”栏", Expression: true, Suppresses: []Code{Required},
		Why: "不是数就不能加、不能比;猜一个填进去会悄悄改变结果。", Example: "“约5家”——填 5,“约”写在“说明”栏", Cause: "填了“约”“左右”或一句话"},
	{Code: NumberDate, Severity: Error, What: "是日期,不是数字", Hint: "把单元格格式改为“常规”,再填数", Suppresses: []Code{Required},
		Why: "单元格是日期格式,5 会变成 1900-1-5。", Example: "格式改为“常规”,再填 5", Cause: "填 3-5、2.1 时被自动变成了日期"},
	{Code: NumberUnit, Severity: Error, What: "带有别的计量单位,无法确认是多少", Hint: "请按“计量单位”栏换算后只填数", Expression: true, Suppresses: []Code{Required},
		Why: "单位不同的数直接汇总,会差几倍到几万倍。", Example: "计量单位是亿元,填了“3000万元”——填 0.3", Cause: "按别的计量单位填了数"},
	{Code: NumberSize, Severity: Error, What: "数的大小不合常理", Hint: "请核对后重新填写", Suppresses: []Code{Required},
		Why: "位数多得不合常理,多半是粘贴时连在一起了。", Example: "20242025 是两年的数连着", Cause: "多打了几个零,或粘进了一串号码"},
	{Code: NumberRead, Severity: Note, What: "已按数字读取", Hint: "不影响填报;以后请只填数",
		Why: "写法不是纯数字,读出来的数写在这里供核对。", Example: "“1,234”读作 1234", Cause: "数后带了单位,或用了全角数字"},
	{Code: NumberRounded, Severity: Note, What: "超过15位有效数字,已取15位", Hint: "不影响填报",
		Why: "表格只存得下15位有效数字。", Example: "11.111000000001 读作 11.111", Cause: "由公式算出,小数位很多"},
	{Code: OptionOffList, Severity: Error, What: "不是下拉列表中的选项", Hint: "请从下拉列表中选一项", Expression: true, Suppresses: []Code{Required},
		Why: "汇总按选项计数,写法不一就数不进去。", Example: "“基本完成”——从下拉列表选 达到序时进度", Cause: "从别处粘贴,盖掉了下拉列表"},
	{Code: OptionRead, Severity: Note, What: "已按选项读取", Hint: "不影响填报",
		Why: "写法与选项略有不同,还认得。", Example: "“已完成。”读作 已完成", Cause: "手打的选项,多了空格或标点"},
	{Code: DateFormat, Severity: Warning, What: "不是日期", Hint: "请填日期,如 2025-3-15", Suppresses: []Code{Required},
		Why: "不是日期,不知道是哪一天。", Example: "“三月中旬”——填 2025-3-15", Cause: "只写了“三月”一类的话"},
	{Code: DateRead, Severity: Note, What: "已按日期读取", Hint: "不影响填报",
		Why: "写法不是日期格式,读出来的写在这里供核对。", Example: "“2025.3.15”读作 2025-03-15", Cause: "用文字写的日期"},
	{Code: TextRead, Severity: Note, What: "已按文字读取", Hint: "不影响填报",
		Why: "这里要文字,存的是数或日期,按看到的样子读。", Example: "单元格里是 0.85,格式百分比,读作 85%", Cause: "从网页或 PDF 复制,带进了看不见的字符"},
	{Code: FormulaUncached, Severity: Error, What: "是公式,文件里没有存下计算结果", Hint: "请用 WPS 或 Excel 打开一次并保存,再报送", Suppresses: []Code{Required},
		Why: "公式没有算过,不知道结果是多少,当成 0 就错了。", Example: "网页程序导出的表:用 WPS 打开一次、保存", Cause: "由网页程序导出,没有在 WPS、Excel 里算过"},
	{Code: FormulaRead, Severity: Note, What: "是公式,取的是存下的计算结果", Hint: "不影响填报;建议改为直接填数",
		Why: "公式引用的别的文件一变,数就变。", Example: "=B3+C3 取的是存下的 12;建议改为填 12", Cause: "从自己的台账链接过来"},
	{Code: CellError, Severity: Error, What: "是错误值", Hint: "请改正公式或直接填写", Expression: true, Suppresses: []Code{Required},
		Why: "#REF!、#N/A 不是数。", Example: "改正公式,或直接填数", Cause: "公式引用的格子或文件被删去了"},
	{Code: StruckOut, Severity: Error, What: "整格加了删除线,不知是否作数,未计入", Hint: "作数的请去掉删除线,不作数的请清空此格", Suppresses: []Code{Required},
		Why: "划掉的可能是作废,也可能是强调;程序不替人决定。", Example: "数 12 加了删除线:作数的去掉删除线,不作数的清空", Cause: "改稿时划去,忘了清空"},
	{Code: StruckPart, Severity: Warning, What: "有加了删除线的文字,这部分未计入", Hint: "不作数的文字请直接删去;作数的请去掉删除线",
		Why: "划掉的话读的人不会当真,汇总里也不该出现。", Example: "“建成3家。(划去:另有2家开工。)”读作“建成3家。”", Cause: "改稿时划去了几句"},
	{Code: TextUnseen, Severity: Warning, What: "内容在表上看不见(字色与底色相近、字号太小或被格式隐去),已照常读取", Hint: "请核对这一格是否要报送",
		Why: "白底白字打印出来看不见,留着它可能是有意,也可能是忘了删。", Example: "白色的“测算数”:要报送的改成黑字,不要的清空", Cause: "为打印不显示改了字色,或列太窄"},
	{Code: PictureCell, Severity: Error, What: "填的是图片,读不出内容", Hint: "请把图片里的内容写成文字或数", Suppresses: []Code{Required},
		Why: "图片里的字和数,程序读不出来,汇总里会是空白。", Example: "单元格里是 =DISPIMG(…):把图上的话打成文字", Cause: "把截图贴进了单元格"},
	{Code: CommentTold, Severity: Note, What: "批注里写有内容,未计入", Hint: "如要报送,请填到表内;说明性文字写在“备注”或“说明”栏",
		Why: "批注不进汇总,但里面常写着对数的说明。", Example: "批注“此数为快报数”:写进“说明”栏", Cause: "用批注留了话"},
	{Code: BoxTold, Severity: Warning, What: "表上的文本框里写有内容,未计入", Hint: "如要报送,请填到表内;说明性文字写在“备注”或“说明”栏",
		Why: "文本框不进汇总,里面常写着保留意见。", Example: "文本框“以上数据待审计确认”:写进“备注”栏", Cause: "用文本框压了一段说明"},
	{Code: PictureTold, Severity: Note, What: "表上放有图片,其中内容未计入", Hint: "如要报送,请把图片里的内容写到表内",
		Why: "图片里的内容不进汇总。", Example: "贴在表上的截图:把数填进格里", Cause: "贴了截图、公章或现场照片"},
}
