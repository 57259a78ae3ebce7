package reading

import (
	"regexp"

	"tianbao/seeds/clause"
	"tianbao/seeds/text"
)

// The kinds of units (单位类别) that a name tells.
const (
	kindParty      = "党委部门"
	kindMass       = "群团组织"
	kindGovernment = "县区政府"
	kindPark       = "园区管委会"
	kindCompany    = "企业"
	kindSchool     = "院校"
	kindJustice    = "法检机关"
	kindCongress   = "人大政协机关"
	kindMedia      = "事业单位"
	kindCentral    = "驻地单位"
	kindOffice     = "政府部门"
	kindOther      = "其他单位"
)

var unitKinds = []struct {
	kind string
	re   *regexp.Regexp
}{
	{kindPark, regexp.MustCompile(`(管委会|管理委员会|开发区|园区|高新区|经开区|示范区)$`)},
	{kindMass, regexp.MustCompile(`(团[省市县区]委|共青团.*委|妇联|妇女联合会|残联|残疾人联合会|科协|科学技术协会|文联|侨联|工商联|工商业联合会|总工会|红十字会|台联|社科联|计生协|贸促会)$`)},
	{kindCongress, regexp.MustCompile(`人大|政协`)},
	{kindMedia, regexp.MustCompile(`(电视台|报社|日报|医院)$`)},
	{kindJustice, regexp.MustCompile(`(中院|法院|检察院)$`)},
	{kindCentral, regexp.MustCompile(`(银保监|金融监管分局|海关|税务局|气象局|邮政管理局|烟草专卖局|中支|中心支行|海事局|国安局|国家安全局|消防救援|武警|军分区|调查队|通信管理局|^人行|^人民银行|^中国人民银行)`)},
	{kindCompany, regexp.MustCompile(`(公司|集团|银行|企业|电网|移动|联通|电信|铁塔|分行|支行)$`)},
	{kindSchool, regexp.MustCompile(`(学院|大学|学校|党校|研究院|科学院)$`)},
	{kindParty, regexp.MustCompile(`([省市县区州]委|中央|党委|宣传部|组织部|统战部|政法委|网信办|互联网信息办公室|编办|文明办|国安办|信访局|直工委|直属机关工委|党史|史志|档案馆|保密局|老干部局|外办|台办|人才办|巡察办|改革办|纪委|监委)`)},
	{kindGovernment, regexp.MustCompile(`[^各]*([市县区旗州盟镇乡]|街道|办事处)(人民)?政府$|^[^各]{2,}(自治区|自治州|自治县|[市县区旗州盟镇乡])$`)},
	{kindOffice, regexp.MustCompile(`(局|委|办|办公室|部|厅|署|委员会|中心)$`)},
}

// UnitKind guesses what kind of unit a name is; the catalogue corrects it.
func UnitKind(name string) string {
	folded := clause.OutsideBrackets(text.HalfWidth(name))
	for _, k := range unitKinds {
		if k.re.MatchString(folded) {
			return levelled(k.kind, folded)
		}
	}
	return kindOther
}

// levelled names a department by its level of government: 市直部门, 省直部门.
func levelled(kind, name string) string {
	for _, level := range []string{"省", "市", "县", "区", "州"} {
		if kind == kindOffice && clause.Level(name) == level {
			return level + "直部门"
		}
	}
	return kind
}
