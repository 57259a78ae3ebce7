package finding

// Codes of workbook.Identify and of the shape of a return: whose it is, sheets,
// columns, rows. A Refusal is a finding of the whole file that keeps it out.
const (
	NotOurs         Code = "not-a-return"   // a workbook, but no return
	IdentityLost    Code = "identity-lost"  // our tables, but nothing says whose
	IdentityClash   Code = "identity-clash" // the stamps disagree and none prevails
	StampMissing    Code = "stamp-missing"  // one of the three stamps is gone
	StampDiffers    Code = "stamp-differs"  // one of the three stamps is outvoted
	IdentityRead    Code = "identity-read"  // recovered from the words on the cover
	WrongPlan       Code = "wrong-plan"     // of another plan
	PlanNeeded      Code = "plan-needed"    // of another plan than the one assumed
	WrongYear       Code = "wrong-year"     // of another year
	OldLayout       Code = "old-layout"     // issued by an earlier version
	NewLayout       Code = "new-layout"     // issued by a later version
	UnknownUnit     Code = "unknown-unit"   // of a unit the plan does not have
	UnitMerged      Code = "unit-merged"    // of a unit that another one took the place of
	PlanChanged     Code = "plan-changed"   // the plan was edited after the issue
	EmptyReturn     Code = "empty-return"   // sent back with nothing filled in
	SheetMissing    Code = "sheet-missing"
	SheetRenamed    Code = "sheet-renamed"
	SheetExtra      Code = "sheet-extra" // a sheet that was not issued
	SheetCopy       Code = "sheet-copy"  // a second sheet with the headings of one that was issued
	SheetHidden     Code = "sheet-hidden"
	HeadingMissing  Code = "heading-missing" // no heading row on the sheet
	HeadingEdited   Code = "heading-edited"
	ColumnMissing   Code = "column-missing"
	ColumnDuplicate Code = "column-duplicate"
	ColumnMoved     Code = "column-moved"
	ColumnExtra     Code = "column-extra"  // a column that was not issued
	ColumnHidden    Code = "column-hidden" // a hidden column with something filled in
	RowMissing      Code = "row-missing"
	RowDuplicate    Code = "row-duplicate"
	RowUnknown      Code = "row-unknown"     // 编号 that was not issued, or none
	RowCrossed      Code = "row-crossed"     // its 编号 is one row's, its words another's
	RowHidden       Code = "row-hidden"      // a hidden row with something filled in
	RefEdited       Code = "ref-edited"      // 编号 written otherwise, but recognised
	RefLost         Code = "ref-lost"        // 编号 gone, row recognised by its text
	FixedChanged    Code = "fixed-changed"   // a fixed cell is not as issued
	MeasureChanged  Code = "measure-changed" // a fixed unit of measure is not as issued
	MergedCells     Code = "merged-cells"    // a merge over cells to fill
	OutsideCell     Code = "outside-cell"    // content outside the table
)

const resend = "请用下发给本单位的填报表重新填报"

var identityCodes = []Entry{
	{Code: NotOurs, Severity: Error, What: "不是本系统下发的填报表", Hint: "如确是报送材料,请填在下发的填报表里再报送"},
	{Code: IdentityLost, Severity: Error, What: "填报码已全部丢失,无法确认是哪个单位哪一年的填报表", Hint: resend + ",或在“填报说明”表中保留填报码"},
	{Code: IdentityClash, Severity: Error, What: "表内几处填报码互不一致,无法确认是哪个单位的填报表", Hint: resend},
	{Code: StampMissing, Severity: Warning, What: "填报表的标识缺了一处,已按其余标识确认单位和年度", Hint: "以后请直接在下发的填报表中填写,不要复制到新表"},
	{Code: StampDiffers, Severity: Warning, What: "表内有一处填报码与其余的不一致,已按多数确认", Hint: "请核对是否混入了其他单位或其他版次的表页"},
	{Code: IdentityRead, Severity: Warning, What: "填报码已丢失,按“填报说明”表上的文字确认单位和年度", Hint: "请核对单位和年度;以后请直接在下发的填报表中填写"},
	{Code: WrongPlan, Severity: Error, What: "是另一份规划的填报表", Hint: resend},
	{Code: PlanNeeded, Severity: Error, What: "这份表属于另一份规划,要先找到那份规划的任务清单", Hint: "填报单位不用重报:请汇总人员用 --plan 写明那份规划的任务清单,或把它以“任务清单.xlsx”的名称放在表所在的文件夹,再审核一次"},
	{Code: WrongYear, Severity: Error, What: "不是本年度的填报表", Hint: "请用本年度下发的填报表重新填报"},
	{Code: OldLayout, Severity: Error, What: "是旧版式的填报表", Hint: "请用最新下发的填报表重新填报"},
	{Code: NewLayout, Severity: Error, What: "是更新版本的程序下发的填报表,本程序不认识", Hint: "请汇总人员先更新本程序"},
	{Code: UnknownUnit, Severity: Error, What: "填报单位不在规划的单位名录中", Hint: "请汇总人员核对单位名录;如单位已更名或撤并,在任务清单的单位表中写明别名或承接单位"},
	{Code: UnitMerged, Severity: Note, What: "是原单位的填报表,计入现在承接它的单位", Hint: "无需处理"},
	{Code: PlanChanged, Severity: Note, What: "下发之后规划的任务清单有过修改", Hint: "不影响填报;如有新增任务,请汇总人员重新下发"},
	{Code: EmptyReturn, Severity: Error, What: "整份表没有填写任何内容", Hint: "请填写黄色单元格后再报送", Suppresses: []Code{Required, SheetMissing, ColumnMissing, RowMissing}},
	{Code: SheetMissing, Severity: Error, What: "缺少这张表", Hint: "请从下发的填报表中找回这张表,填写后再报送", Suppresses: []Code{Required, RowMissing}},
	{Code: SheetRenamed, Severity: Note, What: "表名被改动,已按内容认出", Hint: "不影响填报"},
	{Code: SheetExtra, Severity: Note, What: "多出一张表,其中内容未计入", Hint: "如有要报送的内容,请填到下发的表里"},
	{Code: SheetCopy, Severity: Warning, What: "多出一张表头相同的表,其中内容未计入", Hint: "请把要报送的内容并到原表中,删去多出的表"},
	{Code: SheetHidden, Severity: Note, What: "表被隐藏,已照常读取", Hint: "不影响填报"},
	{Code: HeadingMissing, Severity: Error, What: "找不到表头,这张表无法读取", Hint: "请恢复下发时的表头", Suppresses: []Code{Required, RowMissing, ColumnMissing}},
	{Code: HeadingEdited, Severity: Note, What: "表头文字被改动,已认出", Hint: "不影响填报"},
	{Code: ColumnMissing, Severity: Error, What: "缺少这一列", Hint: "请恢复这一列及其表头,填写后再报送", Suppresses: []Code{Required}},
	{Code: ColumnDuplicate, Severity: Error, What: "同名的列有两列,所填不同", Hint: "请只保留一列", Suppresses: []Code{Required}},
	{Code: ColumnMoved, Severity: Note, What: "列的位置有变动,已按表头认出", Hint: "不影响填报"},
	{Code: ColumnExtra, Severity: Note, What: "多出一列,其中内容未计入", Hint: "如有要报送的内容,请填到下发的列里"},
	{Code: ColumnHidden, Severity: Note, What: "这一列被隐藏,所填内容已照常读取", Hint: "请核对隐藏的内容是否要报送"},
	{Code: RowMissing, Severity: Error, What: "缺少这一行", Hint: "请从下发的填报表中找回这一行,填写后再报送", Suppresses: []Code{Required}},
	{Code: RowDuplicate, Severity: Error, What: "同一编号有两行", Hint: "请只保留一行", Suppresses: []Code{Required}},
	{Code: RowUnknown, Severity: Error, What: "这一行的编号不在下发的范围内,所填内容未计入", Hint: "请核对编号;下发时没有的事项请写在“备注”或“说明”栏"},
	{Code: RowCrossed, Severity: Error, What: "编号与内容不是同一项,所填内容未计入", Hint: "请把编号和内容恢复为同一项(常因只排序了编号一列),再报送", Suppresses: []Code{Required}},
	{Code: RowHidden, Severity: Note, What: "隐藏的行里有填写的内容,已照常读取", Hint: "请核对隐藏的内容是否要报送"},
	{Code: RefEdited, Severity: Note, What: "编号的写法有变动,已认出", Hint: "不影响填报"},
	{Code: RefLost, Severity: Warning, What: "编号丢失,已按内容认出这一行", Hint: "请补上编号"},
	{Code: FixedChanged, Severity: Warning, What: "下发的内容被改动", Hint: "请恢复原文;对原文有意见的,写在“备注”或“说明”栏"},
	{Code: MeasureChanged, Severity: Error, What: "计量单位被改动,这一行的数无法确认", Hint: "请恢复原来的计量单位,并按它填数"},
	{Code: MergedCells, Severity: Error, What: "要填的单元格被合并", Hint: "请取消合并,逐格填写", Suppresses: []Code{Required, VagueText, ShortText}},
	{Code: OutsideCell, Severity: Note, What: "表格以外写有内容,未计入", Hint: "如要报送,请填到表内;说明性文字写在“备注”或“说明”栏"},
}
