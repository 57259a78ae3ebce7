package reading

import (
	"regexp"
	"slices"
	"strings"

	"tianbao/seeds/text"
)

// aside is what stands in a clause but names nobody: time limits.
var aside = regexp.MustCompile(`^(完成时限|完成时间|时间节点|时限|进度安排)|^([0-9]{4}年|[0-9]{1,2}月|每年|每季度|每半年|每月|年内|年底|年中|全年|当年|今年|上半年|下半年|[一二三四]季度|第[一二三四]季度|长期|持续|常年|适时|分阶段|按时序).{0,24}$|^(持续推进|长期坚持|长期推进|常态化推进)$`)

func isAside(phrase string) bool {
	s := strings.TrimSpace(text.HalfWidth(phrase))
	return s == "" || aside.MatchString(s) && !strongEnd.MatchString(s)
}

var (
	openEnd    = regexp.MustCompile(`等(?:[0-9]*个?(?:[省市州盟县区旗镇]直|[省市州盟县区旗镇]级|有关|相关|国务院|中央|其他|省|市|州|盟|县|区|旗)*(?:部门(?:和|及)?(?:单位)?|单位(?:和部门)?|乡镇|镇街|街道|镇|乡|街|县区|区县|县|区|园区|企业))?$`)
	openWithin = regexp.MustCompile(`等[^、,]{0,6}(?:部门|单位)(?:和|及|以及|与)`)
	leadWords  = regexp.MustCompile(`^(?:由|以及|并由|其中由)`)
)

// trimName strips what surrounds a name (由…, …等部门); open tells that 等 stood
// there.
func trimName(phrase string) (name string, open bool) {
	name = strings.Trim(strings.TrimSpace(phrase), "。.")
	if loc := leadWords.FindStringIndex(name); loc != nil {
		name = name[loc[1]:]
	}
	if loc := openEnd.FindStringIndex(name); loc != nil {
		return strings.TrimSpace(name[:loc[0]]), true
	}
	return strings.TrimSpace(name), false
}

var (
	unitEnd = regexp.MustCompile(`([农林牧渔机]场|社区|村|局|委|办|部|厅|署|院|会|社|台|校|所|站|处|队|室|馆|组|联|协|支|区|县|市|州|盟|旗|镇|乡|街道|政府|公司|集团|银行|分行|支行|中心|学院|大学|医院|企业|单位|部门|地|地方|园|港|关|庭|厂|电网|电力|移动|联通|电信|铁塔)$`)
	ranked  = regexp.MustCompile(`^(国家|中央|全国|省|自治区|市|县|区|州|盟|旗|团[省市县区州])`)
	manyEnd = regexp.MustCompile(`(部门|单位|地区|地方|政府|管委会|企业|机构|高校|院校|学校|街道|街|社区|村居|站所|院所|院|园|师|团场|组|队|中心|集团|银行|协会|商会|机关|处室|科室|办事处|局|委|办|方面|公司|兵团|专班|工作组|[省市州盟县区旗乡镇村地])$`)
	noName  = regexp.MustCompile(`[。;:!?,<>=%]|[0-9]{5,}|牵头|会同|由其|并由`)
	noBody  = regexp.MustCompile(`责任|制度|机制|工作|任务|推进|实施|指导|监督|协调|统筹|支持|完成|开展|做好|加强`)
)

// isUnitName reports whether words can be the name of a unit or a group.
func isUnitName(name string) bool {
	s := strings.TrimSpace(text.HalfWidth(name))
	n := len([]rune(s))
	if n < 2 || n > 40 || noName.MatchString(outsideBrackets(s)) {
		return false
	}
	bare := outsideBrackets(s)
	if isGroupName(s) {
		return manyEnd.MatchString(bare)
	}
	return unitEnd.MatchString(bare) || ranked.MatchString(s) && n <= 12 && !noBody.MatchString(s)
}

// outsideBrackets returns the name, of either width, without its bracketed parts.
func outsideBrackets(s string) string {
	depth := 0
	return strings.Map(func(r rune) rune {
		switch c := text.HalfRune(r); {
		case strings.ContainsRune(openers, c):
			depth++
			return -1
		case strings.ContainsRune(closers, c):
			depth--
			return -1
		case depth > 0:
			return -1
		}
		return r
	}, s)
}

var (
	spelled   = regexp.MustCompile(`^[\p{Han}A-Za-z0-9()“”·]{5,20}$`)
	noSpelled = regexp.MustCompile(`的|了|见|附|同上|另行|待定|各项|目标|以上|情况|问题|按照|力争|确保|达到|提升|加快|推动|形成|打造|建设[^局委厅部集公银中]|[0-9]{2}`)
)

// isLabelledName reports whether words that stand behind a label like 配合单位:
// can be a name. The label says that they are one, so an ending that units seldom
// have is taken; the name of a person is shorter.
func isLabelledName(name string) bool {
	s := strings.TrimSpace(text.HalfWidth(name))
	return isUnitName(name) || spelled.MatchString(s) && !noBody.MatchString(s) && !noName.MatchString(s) && !noSpelled.MatchString(s)
}

// names makes unit names of the phrases of a list: rejoins 各县、区政府, parts
// names joined by 和, restores elided prefixes. False where one of them cannot
// be a unit.
func (rd *reader) names(phrases []string) ([]called, bool) {
	return rd.namesThat(isUnitName, phrases)
}

// namesThat is names with what a unit's name looks like here.
func (rd *reader) namesThat(fits func(string) bool, phrases []string) ([]called, bool) {
	var written []string
	for _, phrase := range Rejoin(phrases) {
		for _, part := range rd.partAnd(phrase) {
			name, _ := trimName(part)
			written = append(written, name)
		}
	}
	var list []called
	for i, full := range rd.restoreSuffixes(rd.restorePrefixes(slices.Clone(written))) {
		if !rd.known(full) && !fits(full) {
			return nil, false
		}
		list = append(list, called{written[i], full})
	}
	return list, len(list) > 0
}

var (
	eachHead = regexp.MustCompile(`^(各(?:设区的?)?[省市州盟县区旗镇乡]|各乡镇)(?:\([^)]*\))?$`)
	eachTail = regexp.MustCompile(`^(自治区|直辖市|自治州|自治县|特区|林区|[市州县区旗镇乡]|街道)(?:\([^)]*\))?(?:$|人民政府|政府|党委|管委会|街道|办事处)`)
)

// Rejoin puts 各县、区人民政府 together again: one group, not two units.
func Rejoin(phrases []string) []string {
	var out []string
	for _, p := range phrases {
		if n := len(out); n > 0 && eachTail.MatchString(text.HalfWidth(p)) {
			head := strings.Split(out[n-1], "、")
			if eachHead.MatchString(text.HalfWidth(head[0])) && !strings.HasSuffix(out[n-1], "政府") {
				out[n-1] += "、" + p
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

var strongEnd = regexp.MustCompile(`(局|委|办|部|厅|署|政府|管委会|公司|集团|法院|检察院|银行|委员会|办公室|中心|总工会|联合会|妇联|残联|科协|学院|大学)$`)

// partAnd parts A和B where 和 stands between units, not within a name (文化和旅游部).
func (rd *reader) partAnd(phrase string) []string {
	if rd.known(phrase) {
		return []string{phrase}
	}
	for _, and := range []string{"以及", "和", "及", "与"} {
		for at := 0; ; {
			i := strings.Index(phrase[at:], and)
			if i < 0 {
				break
			}
			left, right := strings.TrimSpace(phrase[:at+i]), strings.TrimSpace(phrase[at+i+len(and):])
			if rd.standsAlone(left) && rd.standsAlone(right) {
				return append(rd.partAnd(left), rd.partAnd(right)...)
			}
			at += i + len(and)
		}
	}
	return []string{phrase}
}

// standsAlone reports whether a half of A和B is a name by itself.
func (rd *reader) standsAlone(half string) bool {
	return rd.known(half) || len([]rune(half)) > 2 && strongEnd.MatchString(text.HalfWidth(half)) || isGroupName(half)
}

// RankPrefix returns the level of government that a name begins with; 市场监管局
// begins with none.
func RankPrefix(name string) string {
	for _, word := range []string{"市场", "区域", "县域", "国家级"} {
		if strings.HasPrefix(name, word) {
			return ""
		}
	}
	return prefixOf.FindString(name)
}

var prefixOf = regexp.MustCompile(`^(国家|省委|市委|县委|区委|州委|自治区党委|自治区|自治州|省|市|县|区|州)`)

// offices are fields of government by which a department is named; a name of
// these alone or together (文化旅游体育局), after 省科技厅, has lost its prefix.
var offices = regexp.MustCompile(`^(?:(?:发展(和)?改革|发改|经济和信息化|经信|工业和信息化|工信|科学技术|科技|教育|公安|民政|司法|财政|人力资源(和)?社会保障|人社|自然资源(和规划)?|规划|生态环境|住房(和)?城乡(建设|规划)|住建|城市管理|城管|交通(运输)?|水利|水务|农业农村|乡村振兴|商务|文化(和)?旅游(体育)?|文旅|广播电视|体育|卫生健康|卫健|退役军人(事务)?|应急(管理)?|审计|国有资产监督管理|国资|市场(监督管理|监管)|统计|医疗保障|医保|林业(和草原)?|林草|粮食(和物资储备)?|能源|药品监督管理|药监|知识产权|地方金融(监督管理|监管)|金融(工作)?|机关事务(管理)?|信访|数据(资源|管理)?|大数据(管理|发展|局)?|政务服务(管理|数据管理|和数据管理)?|外事|人防|人民防空|气象|税务|海洋(和)?渔业|民族宗教|民族(事务)?|宗教(事务)?|邮政管理|通信管理|招商|投资促进|科技创新|科学技术|教育|体育|文化|旅游|广播电视|广电|卫生|健康|农业|农村|渔业|畜牧(兽医)?|经济|经济促进|经济发展|工业|信息化|住房|住房和建设|建设|城乡建设|住房保障|城建|房产管理|房屋管理|综合(行政)?执法|城市综合执法|城市管理和综合执法|行政审批(服务)?|规划和自然资源|环境保护|环保|安全生产(监督管理)?|安监|扶贫开发|妇女|供销|水务|园林(绿化)?|物价|编制|保障|统计|投资促进|产业发展|民宗|司法行政|信息|档案|老干部|港航|口岸)(?:和|与)?)+(局|厅|委|办|委员会|办公室|署|中心)$`)

var partyOffices = regexp.MustCompile(`^(组织部|宣传部|统战部|政法委|政法委员会|网信办|编办|军民融合办|国安办|文明办)$`)

// restorePrefixes gives 省科技厅、工业和信息化厅 its second 省, also where the first
// stands with another role of the same clause.
func (rd *reader) restorePrefixes(list []string) []string {
	prefix := rd.prefix
	defer func() { rd.prefix = prefix }()
	for i, name := range list {
		if p := RankPrefix(name); p != "" {
			prefix = p
			continue
		}
		if prefix == "" || rd.known(name) {
			continue
		}
		switch full := strings.TrimSuffix(strings.TrimSuffix(prefix, "党委"), "委") + name; {
		case partyOffices.MatchString(name) && strings.HasSuffix(prefix, "委"):
			list[i] = prefix + name
		case prefix == "国家" && strings.HasPrefix(name, "国"):
		case offices.MatchString(name), rd.known(full):
			list[i] = full
		}
	}
	return list
}

var lastOffice = regexp.MustCompile(`(县|区|市)(人民)?政府$|管委会$`)

// restoreSuffixes gives 涡阳、蒙城县政府 its first 县政府, where that is a name met
// before.
func (rd *reader) restoreSuffixes(list []string) []string {
	suffix := ""
	for i := len(list) - 1; i >= 0; i-- {
		if s := lastOffice.FindString(list[i]); s != "" {
			suffix = s
		} else if suffix != "" && !rd.known(list[i]) && rd.known(list[i]+suffix) {
			list[i] += suffix
		}
	}
	return list
}
