package finding

// Codes of the catalogue workbook (任务清单.xlsx) and of the check of a plan.
const (
	CatalogueSheet  Code = "catalogue-sheet"  // a sheet is missing
	CatalogueColumn Code = "catalogue-column" // a column is missing
	CatalogueCell   Code = "catalogue-cell"   // a value that cannot be
	CatalogueExtra  Code = "catalogue-extra"  // a column that is none of ours
	CatalogueTwice  Code = "catalogue-twice"  // a number or name is twice
	CatalogueLost   Code = "catalogue-lost"   // a row refers to what is not there
	UnitRenamed     Code = "unit-renamed"     // the old name is kept as an alias
	UnitAdded       Code = "unit-added"       // a member of a group became a unit
	UnitNearMiss    Code = "unit-near-miss"   // unknown, but close to a known name
	OwnerUnknown    Code = "owner-unknown"    // who leads or answers for it is in no register
	LeadSupports    Code = "lead-supports"    // a unit leads and supports one item
	NumberConflict  Code = "number-conflict"  // text and annex state different numbers
	PlanTotal       Code = "plan-total"       // parts do not add up
	BaseMismatch    Code = "base-mismatch"    // target less rise is not the base
	TargetDoubt     Code = "target-doubt"     // marked 待确认
	CountingOpen    Code = "counting-open"    // of what is new, or of all there is
	KnownUnfounded  Code = "known-unfounded"  // a given verdict or value without its ground, or a ground without it
	UnitCircle      Code = "unit-circle"      // 承接单位 leads back to itself
)

var catalogueCodes = []Entry{
	{Code: CatalogueSheet, Severity: Error, What: "任务清单缺少工作表", Hint: "请用导入时生成的任务清单,保留“规划、事项、量化目标、主要指标、单位”五张表"},
	{Code: CatalogueColumn, Severity: Error, What: "工作表缺少必需的列", Hint: "请恢复该列的标题,标题文字与导入时一致"},
	{Code: CatalogueCell, Severity: Error, What: "这个单元格的内容不合要求", Hint: "请按所列要求改正"},
	{Code: CatalogueExtra, Severity: Note, What: "这一列不是任务清单的列,其中内容未使用", Hint: "要用的内容请填到已有的列;自己备查的可以保留"},
	{Code: CatalogueTwice, Severity: Error, What: "编号或名称重复", Hint: "请改成不重复的编号或名称"},
	{Code: CatalogueLost, Severity: Error, What: "引用的编号不存在", Hint: "请核对编号;事项已删除的,请把这一行一并删除"},
	{Code: UnitRenamed, Severity: Note, What: "单位已更名,原名称保留为别名", Hint: "无需处理;旧名称的报表仍可识别"},
	{Code: UnitAdded, Severity: Note, What: "集合成员里的新单位,已列入单位名录", Hint: "无需处理;写错了的,请在“集合成员”中改正"},
	{Code: UnitNearMiss, Severity: Warning, What: "单位名录中没有这个单位,与名录中的一个名称相近", Hint: "如是同一单位,请改用名录中的名称,或在“单位”表把它填为别名"},
	{Code: OwnerUnknown, Severity: Error, What: "牵头单位或责任单位不在单位名录中,这一行没有单位填报", Hint: "请改用“单位”表中的名称,或在“单位”表增加该单位或别名"},
	{Code: LeadSupports, Severity: Warning, What: "同一单位既是牵头单位又是配合单位", Hint: "请删去其中一处;保留不动的,该单位只填牵头任务"},
	{Code: NumberConflict, Severity: Warning, What: "正文与主要指标表中的同一目标数字不一致", Hint: "请核对原文,在“量化目标”或“主要指标”表改正,或填写“调整后目标值”和“调整依据”"},
	{Code: PlanTotal, Severity: Warning, What: "分项之和与总数不一致", Hint: "请核对原文数字;不是合计关系的,请清空“合计构成”"},
	{Code: BaseMismatch, Severity: Warning, What: "目标值减去提高值不等于基期值", Hint: "请核对目标值、提高值和基期值"},
	{Code: TargetDoubt, Severity: Warning, What: "量化目标待确认", Hint: "请对照原文核对这一行,无误后清空“待确认”;不是目标的删去这一行"},
	{Code: CountingOpen, Severity: Note, What: "看不出是新增数还是现有总量,暂按新增数累计", Hint: "请在“新增或存量”一列选定"},
	{Code: KnownUnfounded, Severity: Warning, What: "填写的认定结果、实际值或基期值与依据不成对", Hint: "请补齐结果和依据"},
	{Code: UnitCircle, Severity: Error, What: "承接单位首尾相接,找不到最终报送单位", Hint: "请改正“承接单位”一列"},
}
