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

var packageCodes = []Entry{
	{Code: Internal, Severity: Error, What: "程序内部错误,此文件未读完", Hint: "请把此文件和这条提示交给维护人员;其余文件不受影响"},

	{Code: FileEmpty, Severity: Error, What: "文件是空的(0 字节)", Hint: sendAgain},
	{Code: FileLock, Severity: Error, What: "这是表格打开时产生的临时文件(~$ 开头),不是表格本身", Hint: "请关闭已打开的表格,报送文件名不带 ~$ 的那一份"},
	{Code: FileXLS, Severity: Error, What: "这是旧格式的 Excel 文件(.xls),不是 .xlsx", Hint: saveAsXLSX},
	{Code: FileET, Severity: Error, What: "这是 WPS 表格自有格式的文件(.et),不是 .xlsx", Hint: saveAsXLSX},
	{Code: FileXLSB, Severity: Error, What: "这是 Excel 二进制工作簿(.xlsb),不是 .xlsx", Hint: saveAsXLSX},
	{Code: FileODS, Severity: Error, What: "这是 OpenDocument 表格(.ods),不是 .xlsx", Hint: saveAsXLSX},
	{Code: FileCSV, Severity: Error, What: "这是纯文本(如 .csv),不是 .xlsx,格式和隐藏信息已丢失", Hint: fillAgain},
	{Code: FileHTML, Severity: Error, What: "这是网页文件,只是扩展名写成了表格", Hint: saveAsXLSX},
	{Code: FileXML, Severity: Error, What: "这是 XML 文件(如“XML 电子表格 2003”),不是 .xlsx", Hint: saveAsXLSX},
	{Code: FilePDF, Severity: Error, What: "这是版式文件(PDF 或 OFD),不能读取表格内容", Hint: fillAgain},
	{Code: FileDocument, Severity: Error, What: "这是文字或演示文件,不是表格", Hint: fillAgain},
	{Code: FilePicture, Severity: Error, What: "这是图片(扫描件或照片),不能读取表格内容", Hint: fillAgain},
	{Code: FileZip, Severity: Error, What: "这是压缩包,不是表格", Hint: "请先解压,报送里面的 .xlsx 文件"},
	{Code: FileEncrypted, Severity: Error, What: "文件设有打开密码(或已加密),无法读取", Hint: "请用 WPS 或 Excel 输入密码打开,在“文件-信息-保护工作簿”中取消打开密码后另存为 .xlsx 再报送"},
	{Code: FileSealed, Severity: Error, What: "文件被本单位的透明加密软件加密,在单位以外打不开", Hint: "请在本单位按规定解密(外发)后,报送解密的 .xlsx 文件;不用重新填写"},
	{Code: FileUnknown, Severity: Error, What: "不是表格文件,内容无法识别", Hint: unsealed},

	{Code: FileTruncated, Severity: Error, What: "文件不完整,后面一截丢失了(常因下载、复制或发送中断)", Hint: sendAgain},
	{Code: ZipDamaged, Severity: Error, What: "文件内部结构已损坏", Hint: sendAgain},
	{Code: ZipNames, Severity: Error, What: "文件内部含有不正常的名称,不是 WPS 或 Excel 正常保存的文件", Hint: resave},
	{Code: PartDamaged, Severity: Error, What: "文件内容已损坏,校验不符", Hint: sendAgain},
	{Code: PartMissing, Severity: Error, What: "文件缺少必需的组成部分", Hint: resave},
	{Code: PartUnfit, Severity: Error, What: "文件的组成部分不符合 .xlsx 的规定", Hint: resave},
	{Code: XMLDamaged, Severity: Error, What: "文件内容已损坏,读到一半中断", Hint: resave},
	{Code: XMLEncoding, Severity: Error, What: "文件内容的文字编码不符合 .xlsx 的规定", Hint: resave},
	{Code: XMLDoctype, Severity: Error, What: "文件内含有文档类型声明(DTD),出于安全不予读取", Hint: resave},
	{Code: SheetDamaged, Severity: Error, What: "工作表内容不符合 .xlsx 的规定", Hint: resave},
	{Code: CellPlace, Severity: Error, What: "单元格位置错乱(顺序颠倒、重复或超出范围)", Hint: resave},
	{Code: CellValue, Severity: Error, What: "单元格的值与其类型不符", Hint: resave},
	{Code: CellString, Severity: Error, What: "单元格引用的文字在文件中找不到", Hint: resave},
	{Code: CellStyle, Severity: Error, What: "单元格引用的格式在文件中找不到", Hint: resave},

	{Code: LimitFile, Severity: Error, What: "文件太大", Hint: trim},
	{Code: LimitUnpacked, Severity: Error, What: "文件展开后太大", Hint: trim},
	{Code: LimitPart, Severity: Error, What: "文件中有一部分展开后太大", Hint: trim},
	{Code: LimitEntries, Severity: Error, What: "文件的组成部分太多", Hint: trim},
	{Code: LimitCells, Severity: Error, What: "有内容的单元格太多", Hint: trim},
	{Code: LimitStrings, Severity: Error, What: "不同的文字太多", Hint: trim},
	{Code: LimitText, Severity: Error, What: "文字太长", Hint: trim},
	{Code: LimitDepth, Severity: Error, What: "文件内容嵌套层数太多", Hint: resave},
	{Code: LimitComments, Severity: Error, What: "批注太多", Hint: trim},
	{Code: LimitMerges, Severity: Error, What: "合并单元格太多", Hint: trim},
	{Code: LimitLists, Severity: Error, What: "样式、名称或工作表太多", Hint: trim},

	{Code: MacrosIgnored, Severity: Note, What: "文件含有宏,宏不会运行,只读取表格内容", Hint: "无需处理;今后请报送不含宏的 .xlsx"},
}
