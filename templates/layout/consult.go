package layout

// The sheet that a copy of the round 征求意见 opens with: what the office is about to
// say of the unit, row by row, and the unit's answer. It is found by its name or by its
// headings, its rows by 表 and 编号.
const ConsultSheet = "拟认定结果"

// Column keys of 拟认定结果.
const (
	ConsultOf       Key = "of"       // 所在表
	ConsultValue    Key = "value"    // 数值
	ConsultPath     Key = "path"     // 要求
	ConsultVerdict  Key = "verdict"  // 拟认定结果
	ConsultGap      Key = "gap"      // 差距
	ConsultObjects  Key = "objects"  // 是否有异议
	ConsultGround   Key = "ground"   // 异议理由和依据
	ConsultContents Key = "contents" // 内容
	ConsultWanted   Key = "wanted"   // 请贵单位
)

// The answers to 是否有异议; a blank one is none.
const (
	ObjectsNo  = "无异议"
	ObjectsYes = "有异议"
)

// MostMeasures is how many characters 下一步措施 may have in the round 征求意见.
const MostMeasures = 80

// ConsultColumns are the columns of 拟认定结果.
var ConsultColumns = []Column{
	{Key: ConsultOf, Heading: "所在表", Width: 10},
	{Key: Ref, Heading: "编号", Width: 8},
	{Key: ConsultContents, Heading: "内容", Width: 24},
	{Key: ConsultValue, Heading: "数值", Width: 11},
	{Key: ConsultPath, Heading: "序时要求", Width: 11},
	{Key: ConsultVerdict, Heading: "拟认定结果", Width: 14},
	{Key: ConsultGap, Heading: "差距", Width: 14},
	{Key: ConsultWanted, Heading: "请贵单位", Width: 18},
	{Key: ConsultObjects, Heading: "是否有异议", Role: Fill, Kind: Choice, Width: 10},
	{Key: ConsultGround, Heading: "异议理由和依据", Role: Fill, Width: 25},
}

// Proposal is a row of 拟认定结果: what is said of a target, an indicator or an item,
// before it is said to others.
type Proposal struct {
	Sheet    SheetKey
	Ref      string
	Contents string
	Value    string
	Path     string
	Verdict  string
	Gap      string
	Said     string // digest of what the unit had said of it by then
	Lags     bool   // 说明 and 下一步措施 are wanted
	Ruled    bool   // it was ruled on (核定)
	Waits    bool   // it waits for verification (待核实)
}

// Text returns what a fixed column of the row shows.
func (p *Proposal) Text(k Key) string {
	switch k {
	case ConsultOf:
		return SheetOf(p.Sheet).Name
	case Ref:
		return p.Ref
	case ConsultContents:
		return p.Contents
	case ConsultValue:
		return p.Value
	case ConsultPath:
		return p.Path
	case ConsultVerdict:
		return p.Verdict
	case ConsultGap:
		return p.Gap
	case ConsultWanted:
		return p.wanted()
	}
	return ""
}

func (p *Proposal) wanted() string {
	switch {
	case p.Lags && p.Sheet == Lead:
		return "写明“存在问题”和下一年工作安排"
	case p.Lags:
		return "写明“说明”和“下一步措施”"
	case p.Waits:
		return "改正该行的数据"
	}
	return "核对"
}

// HeardIn are the columns in which a unit says why a row lags and what it will do.
func HeardIn(sheet SheetKey) []Key {
	switch sheet {
	case Lead:
		return []Key{Problems, Next}
	case Targets, Indicators:
		return []Key{Reason, Measures}
	}
	return nil
}

// Behind reports whether it is a 进展状态 by which the unit itself says that it lags.
func Behind(status string) bool { return status == StatusBehind || status == StatusNotStarted }
