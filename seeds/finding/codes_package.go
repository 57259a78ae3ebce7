package finding

// Codes of workbook/ooxml: the file cannot be read whole. All but MacrosIgnored
// are errors of the whole file, which is then unreadable.
const (
	Internal Code = "internal" // a bug of ours met while reading this file

	// What the file is instead of a workbook.
	FileEmpty     Code = "file-empty"
	FileLock      Code = "file-lock"      // the owner file an open workbook leaves beside it
	FileXLS       Code = "file-xls"       // BIFF 2 to 8, bare or in a compound file
	FileET        Code = "file-et"        // WPS's own format
	FileXLSB      Code = "file-xlsb"      // Excel's binary workbook
	FileODS       Code = "file-ods"       // OpenDocument, zipped or flat
	FileCSV       Code = "file-csv"       // plain text
	FileHTML      Code = "file-html"      // a web page, or a web archive
	FileXML       Code = "file-xml"       // XML spreadsheet 2003, or any other XML
	FilePDF       Code = "file-pdf"       // PDF or OFD
	FileDocument  Code = "file-document"  // Word, WPS text, slides
	FilePicture   Code = "file-picture"   // a scan or a photograph
	FileZip       Code = "file-zip"       // an archive
	FileEncrypted Code = "file-encrypted" // locked with a password to open
	FileSealed    Code = "file-sealed"    // encrypted by the unit's own software as it left
	FileUnknown   Code = "file-unknown"   // nothing known

	// What is wrong with the package.
	FileTruncated Code = "file-truncated" // cut off
	ZipDamaged    Code = "zip-damaged"    // headers that contradict each other, overlaps, unknown compression
	ZipNames      Code = "zip-names"      // names that climb out of the package, are twice, or are links
	PartDamaged   Code = "part-damaged"   // size or checksum differs
	PartMissing   Code = "part-missing"   // named but not there
	PartUnfit     Code = "part-unfit"     // there, but not what it should be
	XMLDamaged    Code = "xml-damaged"    // not well formed
	XMLEncoding   Code = "xml-encoding"   // neither UTF-8 nor UTF-16, or bytes that are none
	XMLDoctype    Code = "xml-doctype"    // a DTD
	SheetDamaged  Code = "sheet-damaged"  // well formed, but no sheet
	CellPlace     Code = "cell-place"     // out of order, twice, or out of range
	CellValue     Code = "cell-value"     // value and type do not fit
	CellString    Code = "cell-string"    // string table missing or too short
	CellStyle     Code = "cell-style"     // style table missing or too short

	// Limits; see ooxml.Limits.
	LimitFile     Code = "limit-file"
	LimitUnpacked Code = "limit-unpacked"
	LimitPart     Code = "limit-part"
	LimitEntries  Code = "limit-entries"
	LimitCells    Code = "limit-cells"
	LimitStrings  Code = "limit-strings"
	LimitText     Code = "limit-text"
	LimitDepth    Code = "limit-depth"
	LimitComments Code = "limit-comments"
	LimitMerges   Code = "limit-merges"
	LimitLists    Code = "limit-lists"

	MacrosIgnored Code = "macros-ignored" // the workbook holds VBA
)

// The things to do about a file that cannot be read.
const (
	saveAsXLSX = "请用 WPS 或 Excel 打开它,选“另存为”,文件类型选“Excel 工作簿(*.xlsx)”,再报送新文件"
	sendAgain  = "请填报单位在原电脑上打开原文件确认能打开,另存一份 .xlsx 后重新发送(复制到 U 盘后要先“弹出”再拔)"
	resave     = "请用 WPS 或 Excel 打开并另存为 .xlsx;如提示修复,修复后核对内容再报送"
	trim       = "请删去无关的工作表、空行空列和图片后另存;确需这么大,请汇总人员调高此项上限"
	fillAgain  = "请报送填好的那份 .xlsx(不是导出、打印或扫描出来的);没有在下发的表里填过的,填好再报"
	unsealed   = "单位装有文件加密软件的,请按规定解密后报送,不用重填;否则请核对是不是发错了文件,报送填好的 .xlsx"
)

// What is said of several codes.
const (
	whyUnread  = "读不了的文件,里面的数一个也进不了汇总,这个单位就算没有报送。"
	whyDamaged = "文件坏了一处,就不能保证其余的数是完整的;只读一半会把缺的当成没填。"
	whyLimit   = "超过上限的文件多半是格式刷到了几十万行,读它会占满内存;为保证其余文件照常审核,先不读它。"
	whyForeign = "换一种格式,单元格的位置、下拉选项和填报码都可能丢失,无法逐格核对。"

	causeCut     = "邮箱、微信下载或 U 盘复制时中断了"
	causeTool    = "由网页系统或别的程序生成、改写过,不是 WPS、Excel 直接存的"
	causeBloated = "格式刷或公式拉到了整列整行,或粘进了图片、整张别的表"
	causeScan    = "报的是打印盖章后的扫描件或导出件,不是填好的那张表"
	causePasted  = "从别的表粘贴时把内容盖过去了"
	causeOwnList = "任务清单里手工改过,有一处没有跟着改"
	causeSource  = "原文本身就是这样写的"
)

var packageCodes = []Entry{
	{Code: Internal, Severity: Error, What: "程序内部错误,此文件未读完", Hint: "请把此文件和这条提示交给维护人员;其余文件不受影响",
		Why: "这是程序的缺陷,不是填报的错;这一份没有读完,不会拿半份去汇总。", Example: "其余文件照常审核;把这份文件和提示交给维护人员即可", Cause: "文件里有程序没有料到的写法"},

	{Code: FileEmpty, Severity: Error, What: "文件是空的(0 字节)", Hint: sendAgain,
		Why: whyUnread, Example: "U 盘没有“弹出”就拔,复制出来的文件是 0 字节", Cause: "U 盘没有“弹出”就拔,或复制中断"},
	{Code: FileLock, Severity: Error, What: "这是表格打开时产生的临时文件(~$ 开头),不是表格本身", Hint: "请关闭已打开的表格,报送文件名不带 ~$ 的那一份",
		Why: "它只是表格打开时的临时记号,里面没有填的数。", Example: "~$2024-市科技局.xlsx 不用报,关掉表格,报 2024-市科技局.xlsx", Cause: "把打开表格时自动产生的临时文件一起拖进来了"},
	{Code: FileXLS, Severity: Error, What: "这是旧格式的 Excel 文件(.xls),不是 .xlsx", Hint: saveAsXLSX,
		Why: whyForeign, Example: "用 WPS 打开 市科技局.xls,另存为 市科技局.xlsx", Cause: "用旧版 Office 打开后另存成了老格式"},
	{Code: FileET, Severity: Error, What: "这是 WPS 表格自有格式的文件(.et),不是 .xlsx", Hint: saveAsXLSX,
		Why: whyForeign, Example: "用 WPS 打开 市科技局.et,另存为 市科技局.xlsx", Cause: "WPS 另存时选了自己的格式"},
	{Code: FileXLSB, Severity: Error, What: "这是 Excel 二进制工作簿(.xlsb),不是 .xlsx", Hint: saveAsXLSX,
		Why: whyForeign, Example: "另存为时文件类型选“Excel 工作簿(*.xlsx)”,不选“二进制工作簿”", Cause: "另存时文件类型选成了“二进制工作簿”"},
	{Code: FileODS, Severity: Error, What: "这是 OpenDocument 表格(.ods),不是 .xlsx", Hint: saveAsXLSX,
		Why: whyForeign, Example: "另存为时文件类型选“Excel 工作簿(*.xlsx)”", Cause: "用别的办公软件另存成了 .ods"},
	{Code: FileCSV, Severity: Error, What: "这是纯文本(如 .csv),不是 .xlsx,格式和隐藏信息已丢失", Hint: fillAgain,
		Why: whyForeign, Example: "报送 2024-市科技局.xlsx,不要报送导出的 .csv", Cause: "从填好的表里导出了一张 .csv"},
	{Code: FileHTML, Severity: Error, What: "这是网页文件,只是扩展名写成了表格", Hint: saveAsXLSX,
		Why: whyUnread, Example: "从网页邮箱“另存为”得到的常是登录页面;请在邮箱里点“下载附件”", Cause: "从网页邮箱“另存为”得到的是网页,或网页系统导出的假表格"},
	{Code: FileXML, Severity: Error, What: "这是 XML 文件(如“XML 电子表格 2003”),不是 .xlsx", Hint: saveAsXLSX,
		Why: whyForeign, Example: "用 WPS 打开后另存为 .xlsx", Cause: "另存时文件类型选成了“XML 表格”"},
	{Code: FilePDF, Severity: Error, What: "这是版式文件(PDF 或 OFD),不能读取表格内容", Hint: fillAgain,
		Why: "版式文件里没有单元格,数只能靠人重新录入,容易抄错。", Example: "盖章件可以另交扫描件;数据请报 .xlsx", Cause: causeScan},
	{Code: FileDocument, Severity: Error, What: "这是文字或演示文件,不是表格", Hint: fillAgain,
		Why: "文字材料里的数无法逐格核对。", Example: "情况写进表里的“进展情况”;长材料另附,不能代替表", Cause: "报的是文字材料,或把表粘进了 Word"},
	{Code: FilePicture, Severity: Error, What: "这是图片(扫描件或照片),不能读取表格内容", Hint: fillAgain,
		Why: "照片里的数只能靠人重新录入。", Example: "盖章件可以另交照片;数据请报 .xlsx", Cause: causeScan},
	{Code: FileZip, Severity: Error, What: "这是压缩包,不是表格", Hint: "请先解压,报送里面的 .xlsx 文件",
		Why: "压缩包不会自动拆开,里面的表就算没有报送。", Example: "解压“市科技局.zip”,把里面的 .xlsx 放进“报送”", Cause: "几个文件打成一包发来"},
	{Code: FileEncrypted, Severity: Error, What: "文件设有打开密码(或已加密),无法读取", Hint: "请用 WPS 或 Excel 输入密码打开,在“文件-信息-保护工作簿”中取消打开密码后另存为 .xlsx 再报送",
		Why: whyUnread, Example: "本单位的透明加密软件会把发出的文件加密,请按保密规定解密后再报送", Cause: "为保密设了打开密码"},
	{Code: FileSealed, Severity: Error, What: "文件被本单位的透明加密软件加密,在单位以外打不开", Hint: "请在本单位按规定解密(外发)后,报送解密的 .xlsx 文件;不用重新填写",
		Why: "填的内容都在,只是外单位打不开;解密后再报即可,不用重填。", Example: "在装有加密软件的电脑上右键“解密”或走外发审批,再把文件发来", Cause: "单位电脑装有透明加密软件,没有解密就外发"},
	{Code: FileUnknown, Severity: Error, What: "不是表格文件,内容无法识别", Hint: unsealed,
		Why: whyUnread, Example: "改了扩展名的其他文件,不会因此变成表格", Cause: "被单位的加密软件加了密,或把别的文件改了扩展名"},

	{Code: FileTruncated, Severity: Error, What: "文件不完整,后面一截丢失了(常因下载、复制或发送中断)", Hint: sendAgain,
		Why: whyDamaged, Example: "邮箱附件下载到一半,文件比原来小", Cause: causeCut},
	{Code: ZipDamaged, Severity: Error, What: "文件内部结构已损坏", Hint: sendAgain,
		Why: whyDamaged, Example: "请填报单位在原电脑上打开、另存一份再发", Cause: causeCut},
	{Code: ZipNames, Severity: Error, What: "文件内部含有不正常的名称,不是 WPS 或 Excel 正常保存的文件", Hint: resave,
		Why: "正常保存的表格里不会有这样的名称,可能被其他程序改过。", Example: "用 WPS 打开、另存一份即可", Cause: causeTool},
	{Code: PartDamaged, Severity: Error, What: "文件内容已损坏,校验不符", Hint: sendAgain,
		Why: whyDamaged, Example: "校验不符,说明传送中变了几个字节,数可能已经变了", Cause: causeCut},
	{Code: PartMissing, Severity: Error, What: "文件缺少必需的组成部分", Hint: resave,
		Why: whyDamaged, Example: "用 WPS 打开、另存一份;提示修复的,修复后核对内容", Cause: causeTool},
	{Code: PartUnfit, Severity: Error, What: "文件的组成部分不符合 .xlsx 的规定", Hint: resave,
		Why: whyDamaged, Example: "由网页程序生成的表格常缺必需的部分,用 WPS 打开、另存一份", Cause: causeTool},
	{Code: XMLDamaged, Severity: Error, What: "文件内容已损坏,读到一半中断", Hint: resave,
		Why: whyDamaged, Example: "表读到第 40 行就断了,后面的行不能当作没填", Cause: causeCut},
	{Code: XMLEncoding, Severity: Error, What: "文件内容的文字编码不符合 .xlsx 的规定", Hint: resave,
		Why: whyDamaged, Example: "用 WPS 打开、另存一份", Cause: causeTool},
	{Code: XMLDoctype, Severity: Error, What: "文件内含有文档类型声明(DTD),出于安全不予读取", Hint: resave,
		Why: "这种声明能让读它的程序去取别处的文件,表格用不着它。", Example: "用 WPS 打开、另存一份,声明就没有了", Cause: causeTool},
	{Code: SheetDamaged, Severity: Error, What: "工作表内容不符合 .xlsx 的规定", Hint: resave,
		Why: whyDamaged, Example: "用 WPS 打开、另存一份;提示修复的,修复后核对内容", Cause: causeTool},
	{Code: CellPlace, Severity: Error, What: "单元格位置错乱(顺序颠倒、重复或超出范围)", Hint: resave,
		Why: "位置乱了,就说不准一个数是哪一格的。", Example: "同一格在文件里出现两次、值不同", Cause: causeTool},
	{Code: CellValue, Severity: Error, What: "单元格的值与其类型不符", Hint: resave,
		Why: "类型与内容不符,就说不准它是多少。", Example: "标为数字的单元格里存着“12a”", Cause: causeTool},
	{Code: CellString, Severity: Error, What: "单元格引用的文字在文件中找不到", Hint: resave,
		Why: "这一格的文字找不到了,不能当作空。", Example: "用 WPS 打开看这一格还有没有字,补上再存", Cause: causeTool},
	{Code: CellStyle, Severity: Error, What: "单元格引用的格式在文件中找不到", Hint: resave,
		Why: "格式找不到,就不知道存的数是不是日期或百分数。", Example: "用 WPS 打开、另存一份", Cause: causeTool},

	{Code: LimitFile, Severity: Error, What: "文件太大", Hint: trim,
		Why: whyLimit, Example: "删去表里的图片和多余的工作表,另存", Cause: "表里贴了照片、扫描件"},
	{Code: LimitUnpacked, Severity: Error, What: "文件展开后太大", Hint: trim,
		Why: whyLimit, Example: "选中空行,右键“删除”,另存", Cause: causeBloated},
	{Code: LimitPart, Severity: Error, What: "文件中有一部分展开后太大", Hint: trim,
		Why: whyLimit, Example: "选中空行,右键“删除”,另存", Cause: causeBloated},
	{Code: LimitEntries, Severity: Error, What: "文件的组成部分太多", Hint: trim,
		Why: whyLimit, Example: "删去表里嵌入的对象和图片,另存", Cause: "表里嵌了很多图片和附件"},
	{Code: LimitCells, Severity: Error, What: "有内容的单元格太多", Hint: trim,
		Why: whyLimit, Example: "公式拉到了第 100 万行:选中空行删除,另存", Cause: causeBloated},
	{Code: LimitStrings, Severity: Error, What: "不同的文字太多", Hint: trim,
		Why: whyLimit, Example: "删去与填报无关的工作表", Cause: causeBloated},
	{Code: LimitText, Severity: Error, What: "文字太长", Hint: trim,
		Why: whyLimit, Example: "一格里粘进了整篇材料:压缩成几句话,材料另附", Cause: "一格里粘进了整篇材料"},
	{Code: LimitDepth, Severity: Error, What: "文件内容嵌套层数太多", Hint: resave,
		Why: whyLimit, Example: "用 WPS 打开、另存一份", Cause: causeTool},
	{Code: LimitComments, Severity: Error, What: "批注太多", Hint: trim,
		Why: whyLimit, Example: "删去多余的批注", Cause: "批注随行复制了许多遍"},
	{Code: LimitMerges, Severity: Error, What: "合并单元格太多", Hint: trim,
		Why: whyLimit, Example: "取消合并单元格", Cause: "整片单元格逐行合并过"},
	{Code: LimitLists, Severity: Error, What: "样式、名称或工作表太多", Hint: trim,
		Why: whyLimit, Example: "从别的表整表粘贴会带来成千上万个样式;只粘贴数值", Cause: "多次从别的表整表粘贴,样式越积越多"},

	{Code: MacrosIgnored, Severity: Note, What: "文件含有宏,宏不会运行,只读取表格内容", Hint: "无需处理;今后请报送不含宏的 .xlsx",
		Why: "宏可能带病毒,所以不运行;表里的数照常读取。", Example: "另存为 .xlsx 就没有宏了", Cause: "在带宏的工作簿里填的"},
}
