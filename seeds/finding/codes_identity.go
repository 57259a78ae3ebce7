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
	{Code: NotOurs, Severity: Error, What: "不是本系统下发的填报表", Hint: "如确是报送材料,请填在下发的填报表里再报送",
		Why: "不是本程序下发的表,格子对不上号。", Example: "情况请填进下发的 2024-市科技局.xlsx", Cause: "把别的表放进了“报送”"},
	{Code: IdentityLost, Severity: Error, What: "填报码已全部丢失,无法确认是哪个单位哪一年的填报表", Hint: resend + ",或在“填报说明”表中保留填报码",
		Why: "不知道是谁哪一年的表,数就没有地方放。", Example: "把内容粘进新表会丢掉填报码;请在下发的表里填", Cause: "把内容复制到了新建的表里"},
	{Code: IdentityClash, Severity: Error, What: "表内几处填报码互不一致,无法确认是哪个单位的填报表", Hint: resend,
		Why: "几处填报码说法不一,可能混进了别的单位的表页。", Example: "从市教育局的表复制了一页过来", Cause: "把几个单位的表拼成了一份"},
	{Code: StampMissing, Severity: Warning, What: "填报表的标识缺了一处,已按其余标识确认单位和年度", Hint: "以后请直接在下发的填报表中填写,不要复制到新表",
		Why: "标识共三处,少一处还认得;都丢了就认不得了。", Example: "复制工作表到新文件时,隐藏的标识没有跟过去", Cause: "用在线文档编辑过,或把表复制到了新工作簿"},
	{Code: StampDiffers, Severity: Warning, What: "表内有一处填报码与其余的不一致,已按多数确认", Hint: "请核对是否混入了其他单位或其他版次的表页",
		Why: "有一页可能是别的单位或别的版次的。", Example: "“主要指标”页脚是市教育局的填报码", Cause: "混进了别的单位或另一次下发的表页"},
	{Code: IdentityRead, Severity: Warning, What: "填报码已丢失,按“填报说明”表上的文字确认单位和年度", Hint: "请核对单位和年度;以后请直接在下发的填报表中填写",
		Why: "只凭表上的文字认单位,容易认错。", Example: "填报单位:市科技局 2024年度", Cause: "把内容复制到了新建的表里"},
	{Code: WrongPlan, Severity: Error, What: "是另一份规划的填报表", Hint: resend,
		Why: "另一份规划的任务和编号不同,数对不上。", Example: "请用本市规划下发的表", Cause: "把另一份规划的表报到了这里"},
	{Code: PlanNeeded, Severity: Error, What: "这份表属于另一份规划,要先找到那份规划的任务清单", Hint: "填报单位不用重报:请汇总人员用 --plan 写明那份规划的任务清单,或把它以“任务清单.xlsx”的名称放在表所在的文件夹,再审核一次",
		Why: "手头的任务清单不是下发这些表时用的那一份。", Example: "在放任务清单的文件夹里运行,或加 --plan 任务清单.xlsx", Cause: "没有在放着任务清单的文件夹里运行"},
	{Code: WrongYear, Severity: Error, What: "不是本年度的填报表", Hint: "请用本年度下发的填报表重新填报",
		Why: "上一年的数填进本年,会当成本年的进度。", Example: "请用 2024 年度下发的表,不要在 2023 年的表上改", Cause: "在去年的表上接着填了"},
	{Code: OldLayout, Severity: Error, What: "是旧版式的填报表", Hint: "请用最新下发的填报表重新填报",
		Why: "旧版式的列与现在不同。", Example: "请用最近一次下发的表", Cause: "用了以前下发的旧表"},
	{Code: NewLayout, Severity: Error, What: "是更新版本的程序下发的填报表,本程序不认识", Hint: "请汇总人员先更新本程序",
		Why: "更新的程序加了这个程序不认识的列。", Example: "先换用新的程序", Cause: "本机的程序没有更新"},
	{Code: UnknownUnit, Severity: Error, What: "填报单位不在规划的单位名录中", Hint: "请汇总人员核对单位名录;如单位已更名或撤并,在任务清单的单位表中写明别名或承接单位",
		Why: "单位不在名录里,数没有地方放。", Example: "单位已并入市文旅局:在“单位”表写明承接单位", Cause: "单位改名、撤并后,任务清单里没有写别名或承接单位"},
	{Code: UnitMerged, Severity: Note, What: "是原单位的填报表,计入现在承接它的单位", Hint: "无需处理",
		Why: "单位撤并以后,原单位先前填好的表仍然有用,不必重填。", Example: "原市药业发展促进局的表计入承接它的市市场监管局", Cause: "单位撤并前就下发了表"},
	{Code: PlanChanged, Severity: Note, What: "下发之后规划的任务清单有过修改", Hint: "不影响填报;如有新增任务,请汇总人员重新下发",
		Why: "下发以后任务有增减,新增的任务这份表里没有。", Example: "有新增任务的单位重新下发", Cause: "下发以后任务清单又改过"},
	{Code: EmptyReturn, Severity: Error, What: "整份表没有填写任何内容", Hint: "请填写黄色单元格后再报送", Suppresses: []Code{Required, SheetMissing, ColumnMissing, RowMissing},
		Why: "空表与没有报送一样。", Example: "常见原因:报送了下发的原件,填好的那份还在电脑里", Cause: "发错了文件,把没填的空表报了上来,或填完没有保存"},
	{Code: SheetMissing, Severity: Error, What: "缺少这张表", Hint: "请从下发的填报表中找回这张表,填写后再报送", Suppresses: []Code{Required, RowMissing},
		Why: "少一张表,这张表上的都算没填。", Example: "从下发的原件里把“量化目标”移回来", Cause: "只复制了其中几张表报送"},
	{Code: SheetRenamed, Severity: Note, What: "表名被改动,已按内容认出", Hint: "不影响填报",
		Why: "表名改了也能按内容认出。", Example: "“量化目标 (2)”", Cause: "顺手改了表名"},
	{Code: SheetExtra, Severity: Note, What: "多出一张表,其中内容未计入", Hint: "如有要报送的内容,请填到下发的表里",
		Why: "多出来的表不知道填到哪里,没有计入。", Example: "“附表1”里的数请填到“量化目标”", Cause: "附了一张自己的表"},
	{Code: SheetCopy, Severity: Warning, What: "多出一张表头相同的表,其中内容未计入", Hint: "请把要报送的内容并到原表中,删去多出的表",
		Why: "两张表头相同的表,不知道以哪张为准。", Example: "“牵头任务 (2)”的内容并回原表,再删去", Cause: "几个科室各填一张,没有并起来"},
	{Code: SheetHidden, Severity: Note, What: "表被隐藏,已照常读取", Hint: "不影响填报",
		Why: "隐藏的表也照常读取,请核对是不是要报的。", Example: "右键标签,取消隐藏", Cause: "为看着方便隐藏了表"},
	{Code: HeadingMissing, Severity: Error, What: "找不到表头,这张表无法读取", Hint: "请恢复下发时的表头", Suppresses: []Code{Required, RowMissing, ColumnMissing},
		Why: "列按表头找,没有表头就不知道哪一列是什么。", Example: "从下发的原件把表头一行复制回来", Cause: "表头被删去或盖掉了"},
	{Code: HeadingEdited, Severity: Note, What: "表头文字被改动,已认出", Hint: "不影响填报",
		Why: "表头改了几个字,还认得。", Example: "“进展 状态”", Cause: "表头里加了空格、换行或说明"},
	{Code: ColumnMissing, Severity: Error, What: "缺少这一列", Hint: "请恢复这一列及其表头,填写后再报送", Suppresses: []Code{Required},
		Why: "少一列,这一列都算没填。", Example: "把“数据状态”一列找回来", Cause: "嫌多,删去了这一列"},
	{Code: ColumnDuplicate, Severity: Error, What: "同名的列有两列,所填不同", Hint: "请只保留一列", Suppresses: []Code{Required},
		Why: "两列同名,所填不同,不知道以哪列为准。", Example: "两列“进展状态”,一列达到、一列未达", Cause: "复制出一列来改,没有删去旧的"},
	{Code: ColumnMoved, Severity: Note, What: "列的位置有变动,已按表头认出", Hint: "不影响填报",
		Why: "列换了位置,按表头照常认。", Example: "“备注”挪到了前面", Cause: "为填着方便挪了列"},
	{Code: ColumnExtra, Severity: Note, What: "多出一列,其中内容未计入", Hint: "如有要报送的内容,请填到下发的列里",
		Why: "加的列不知道填到哪里,没有计入。", Example: "自己加的“负责人”一列,请写在“备注”", Cause: "自己加了一列备查"},
	{Code: ColumnHidden, Severity: Note, What: "这一列被隐藏,所填内容已照常读取", Hint: "请核对隐藏的内容是否要报送",
		Why: "隐藏的列照常读取,请核对是不是要报的。", Example: "选中两侧的列,右键取消隐藏", Cause: "为打印方便隐藏了列"},
	{Code: RowMissing, Severity: Error, What: "缺少这一行", Hint: "请从下发的填报表中找回这一行,填写后再报送", Suppresses: []Code{Required},
		Why: "少一行,这一行就没有人报。", Example: "从下发的原件把 51(3) 一行复制回来", Cause: "把不是自己填的行删去了"},
	{Code: RowDuplicate, Severity: Error, What: "同一编号有两行", Hint: "请只保留一行", Suppresses: []Code{Required},
		Why: "同一编号两行,填的不同,不知道以哪行为准。", Example: "两行 51(3),只留一行", Cause: "复制一行拆开填,编号没有改"},
	{Code: RowUnknown, Severity: Error, What: "这一行的编号不在下发的范围内,所填内容未计入", Hint: "请核对编号;下发时没有的事项请写在“备注”或“说明”栏",
		Why: "下发时没有这个编号,不知道是哪一项。", Example: "自己加的 200——请写在“备注”", Cause: "自己加了一行新任务"},
	{Code: RowCrossed, Severity: Error, What: "编号与内容不是同一项,所填内容未计入", Hint: "请把编号和内容恢复为同一项(常因只排序了编号一列),再报送", Suppresses: []Code{Required},
		Why: "编号是一项,内容是另一项,照编号计入就会把情况记到别的任务名下。", Example: "只选中“编号”一列排序,整张表的编号都错了位;请撤销,或整行一起排序", Cause: "只选中一列排了序"},
	{Code: RowHidden, Severity: Note, What: "隐藏的行里有填写的内容,已照常读取", Hint: "请核对隐藏的内容是否要报送",
		Why: "隐藏或筛选掉的行照常读取。", Example: "清除筛选,核对隐藏的行", Cause: "筛选后没有恢复,或隐藏了行"},
	{Code: RefEdited, Severity: Note, What: "编号的写法有变动,已认出", Hint: "不影响填报",
		Why: "编号写法变了,还认得。", Example: "51(3) 写成 51(3)", Cause: "编号被改成了数字或换了括号"},
	{Code: RefLost, Severity: Warning, What: "编号丢失,已按内容认出这一行", Hint: "请补上编号",
		Why: "编号没有了,只能靠内容认。", Example: "补上 51(3)", Cause: "编号那一格被清空或粘贴盖掉了"},
	{Code: FixedChanged, Severity: Warning, What: "下发的内容被改动", Hint: "请恢复原文;对原文有意见的,写在“备注”或“说明”栏",
		Why: "下发的内容变了,可能是排序时只排了一列,后面的数就错了行。", Example: "任务变成了另一项的;撤销排序,整表一起排", Cause: causePasted},
	{Code: MeasureChanged, Severity: Error, What: "计量单位被改动,这一行的数无法确认", Hint: "请恢复原来的计量单位,并按它填数",
		Why: "单位改了,数就差几倍到几万倍。", Example: "亿元改成万元;请按亿元填", Cause: "想按别的单位填数,改了计量单位"},
	{Code: MergedCells, Severity: Error, What: "要填的单元格被合并", Hint: "请取消合并,逐格填写", Suppresses: []Code{Required, VagueText, ShortText},
		Why: "合并以后几行共用一个格,不知道算谁的。", Example: "取消合并,每行各填一个", Cause: "几行内容一样,合并起来写了一次"},
	{Code: OutsideCell, Severity: Note, What: "表格以外写有内容,未计入", Hint: "如要报送,请填到表内;说明性文字写在“备注”或“说明”栏",
		Why: "表格以外写的不知道填到哪里,没有计入。", Example: "表下面写的“注:……”请写在“说明”栏", Cause: "在表下写了填表人、说明或合计"},
}
