package reading_test

import (
	"slices"
	"strings"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
)

// TestEachDutyHasItsRank gives clause, leads, supports; units where they are not the names as written.
func TestEachDutyHasItsRank(t *testing.T) {
	for _, c := range []struct{ clause, lead, support, units string }{
		{"(市司法局负责指导,市财政局、市教育局组织实施)", "市财政局 市教育局", "市司法局", ""},
		{"(市司法局负责指导)", "市司法局", "", ""},
		{"(责任单位:市教育局、市财政局,市司法局做好协调服务)", "市教育局 市财政局", "市司法局", ""},
		{"(市教育局牵头,市财政局提供资金)", "市教育局", "市财政局", ""},
		{"(市教育局负责,各采购人配合)", "市教育局", "各采购人", "市教育局|"},
		{"(主责单位:市教育局;协同单位:事项涉及的各部门)", "市教育局", "事项涉及的各部门", "市教育局|"},
		{"(责任领导:总会计师;牵头单位:市教育局)", "市教育局", "", ""},
		{"(牵头单位:市教育局;责任领导:总工程师;配合单位:市财政局)", "市教育局", "市财政局", ""},
		{"(市教育局牵头;市数据局技术支撑;市财政局资金保障)", "市教育局", "市数据局 市财政局", ""},
		{"(市教育局牵头,市财政局加强保障)", "市教育局", "市财政局", ""},
		{"(责任单位:各责任单位,市督查室负责督办)", "各责任单位", "市督查室", "|市督查室"},
		{"(教育部牵头,民革中央、青河车务段配合)", "教育部", "民革中央 青河车务段", ""},
		{"(城市建设办公室、综合行政执法队、各社区)", "城市建设办公室 综合行政执法队 各社区", "", "城市建设办公室 综合行政执法队|"},
		{"(市教育局牵头,青山县、白河县政府配合)", "市教育局", "青山县 白河县政府", "市教育局|青山县政府 白河县政府"},
		{"(责任单位:市交通局(国省道)、市教育局(王某某)、市财政局(市国资委))", "市交通局(国省道) 市教育局(王某某) 市财政局(市国资委)", "", "市交通局 市教育局 市财政局(市国资委)|"},
		{"(市住建局局长张某某牵头,市财政局副局长李某某、市城管局配合)", "市住建局", "市财政局 市城管局", ""},
		{"(县工信局党组书记、局长刘某某负总责;县统计局总统计师陈某负责数据审核)", "县工信局", "县统计局", ""},
		{"(县民政局局长王某为第一责任人,县自然资源局、各乡镇负责)", "县民政局", "县自然资源局 各乡镇", "县民政局|县自然资源局"},
		{"(城关镇、河东街道及各项目指挥部负责,区征收办总牵头)", "区征收办", "城关镇 河东街道 各项目指挥部", "区征收办|城关镇 河东街道"},
		{"(省司法厅和省教育厅等部门以及各市负责)", "省司法厅 省教育厅 各市", "", "省司法厅 省教育厅|"},
		{"(市数据局,及各行业主管部门)", "市数据局 各行业主管部门", "", "市数据局|"},
		{"(市政务服务中心牵头各审批部门共同落实)", "市政务服务中心", "各审批部门", "市政务服务中心|"},
		{"(县财政局筹措资金,县自然资源局保障用地,各乡镇组织实施)", "各乡镇", "县财政局 县自然资源局", "|县财政局 县自然资源局"},
		{"(区委社会工作部牵头统筹,区民政局、区司法局各司其职,区教育局因地制宜抓好贯彻)", "区委社会工作部", "区民政局 区司法局 区教育局", ""},
		{"(市工信局、市科技局按职责推进,市委编办研究保障机构编制)", "市工信局 市科技局", "市委编办", ""},
		{"(市委网信办组织,市公安局参加,各系统建设单位接受检查)", "市委网信办", "市公安局 各系统建设单位", "市委网信办|市公安局"},
		{"(校办公室牵头,各二级党组织具体实施)", "校办公室", "各二级党组织", "校办公室|"},
		{"(行政审批局联合自然资源分局、建设局推进)", "行政审批局", "自然资源分局 建设局", ""},
		{"(行政审批局负责帮办,产业园管委会负责代办)", "行政审批局 产业园管委会", "", ""},
		{"(各开发区负责,市委编办会同市国资委制定办法,市财政局出台配套政策)", "各开发区", "市委编办 市国资委 市财政局", "|市委编办 市国资委 市财政局"},
		{"(市自然资源局商市财政局提出方案,市水利局配合)", "市自然资源局", "市财政局 市水利局", ""},
		{"(职责分工:市住建局负责审批,市市场监管局负责检验)", "市住建局 市市场监管局", "", ""},
		{"(区卫健局、区文旅局,以医院、商场为重点)", "区卫健局 区文旅局", "", ""},
		{"(责任单位:市应急局、各矿、各矿(厂))", "市应急局 各矿 各矿(厂)", "", "市应急局|"},
		{"(责任单位:市财政局(资金兑现)、各区县(初审))", "市财政局(资金兑现) 各区县(初审)", "", "市财政局|"},
		{"(责任部门(单位):后勤集团,责任人:孙某某)", "后勤集团", "", ""},
		{"(责任处(科)室:财务处、人事处)", "财务处 人事处", "", ""},
		{"(责任单位:区总工会)(备注:结转项目)", "区总工会", "", ""},
		{"(责任单位:区数据局;本条由区委网信办督导)", "区数据局", "区委网信办", ""},
		{"(责任单位:区工信局;下同,均含区数据局)", "区工信局", "区数据局", ""},
	} {
		for _, width := range []func(string) string{func(s string) string { return s }, fullWidth.Replace} {
			p, found := parse(t, "1.建设平台。新建平台2家。"+width(c.clause)+"\n")
			it := &p.Items[0]
			if lead, support := writtenIn(it.Lead), writtenIn(it.Support); lead != width(c.lead) || support != width(c.support) {
				t.Errorf("%s: lead %q, support %q; %v", width(c.clause), lead, support, found)
			}
			want := c.units
			if want == "" {
				want = c.lead + "|" + c.support
			}
			if units := strings.Join(it.LeadUnits(), " ") + "|" + strings.Join(it.SupportUnits(), " "); units != width(want) {
				t.Errorf("%s: units %q, want %q", width(c.clause), units, want)
			}
		}
	}
}

func TestARuleInATablesNoteSaysWhoLeads(t *testing.T) {
	for _, label := range []string{"责任单位", "主办单位"} {
		p, _ := parse(t, "青河市2027年任务分解表\n序号\t工作任务\t"+label+"\n1\t新建学校2所\t市教育局、市财政局\n2\t新建医院1家\t市卫健委\n注：排名第一的为牵头单位。\t注：排名第一的为牵头单位。\t注：排名第一的为牵头单位。\n")
		if len(p.Items) != 2 || writtenIn(p.Items[0].Lead) != "市教育局" || writtenIn(p.Items[0].Support) != "市财政局" {
			t.Errorf("%s: %+v", label, p.Items)
		}
	}
}

func TestUnitsGoOnInTheNextLine(t *testing.T) {
	for _, end := range []string{"、", "，", ","} {
		p, found := parse(t, "青河市2027年工作要点\n一、产业\n（一）建站5个。\n牵头单位：市教育局\n责任单位：市财政局"+end+"\n市公安局、市水利局，各县人民政府\n完成时限：持续推进\n（二）建站6个。\n牵头单位：市教育局\n")
		if len(p.Items) != 2 || writtenIn(p.Items[0].Support) != "市财政局 市公安局 市水利局 各县人民政府" {
			t.Errorf("%s: %+v %v", end, p.Items, found)
		}
	}
}

func TestALastNamesRoleBelongsToItsList(t *testing.T) {
	for _, text := range []string{"1.换新50万台。\n责任部门:市商务局(牵头)、市供销社、各区县政府(按职责分工落实)\n", "1.换新50万台。责任部门:市商务局(牵头)、市供销社、各区县政府(落实)\n"} {
		for _, text := range []string{text, fullWidth.Replace(text)} {
			p, found := parse(t, text)
			if len(p.Items) != 1 || writtenIn(p.Items[0].Lead) != "市商务局" || writtenIn(p.Items[0].Support) != "市供销社 各区县政府" {
				t.Errorf("%s: %+v %v", text, p.Items, found)
			}
		}
	}
}

func TestATableOfStrokesMayHaveMergedRows(t *testing.T) {
	for _, stroke := range []string{"|", "\uff5c", "│"} {
		p, found := parse(t, strings.ReplaceAll("青河市2027年任务分解表\n序号|工作任务|牵头单位|责任单位\n一、产业\n1|建站5个。|市教育局|市财政局\n二、民生\n2|建站6个。|市财政局|各县\n3|建站7个。|市教育局|各县\n", "|", stroke))
		if len(p.Items) != 3 || p.Items[0].Chapter != 1 || p.Items[2].Chapter != 2 || writtenIn(p.Items[1].Lead) != "市财政局" {
			t.Errorf("%s: %+v %v", stroke, p.Items, found)
		}
	}
}

func TestARuleInACellSaysWhoLeads(t *testing.T) {
	for _, text := range []string{"市教育局、市财政局(排在第一位的为牵头部门,下同)", "市教育局、市财政局（排名靠前的为牵头单位）"} {
		p, _ := parse(t, "青河市2027年任务分解表\n序号\t工作任务\t责任单位\n1\t新建学校2所\t"+text+"\n2\t新建医院1家\t市卫健委、市财政局\n")
		if len(p.Items) != 2 || writtenIn(p.Items[0].Lead) != "市教育局" || writtenIn(p.Items[1].Lead) != "市卫健委" || writtenIn(p.Items[1].Support) != "市财政局" {
			t.Errorf("%s: %+v", text, p.Items)
		}
	}
}

func TestARuleBehindAListOnALineOfItsOwnLeavesTheList(t *testing.T) {
	p, found := parse(t, "云川市2027年措施\n一、市场\n（一）清理限制，不设门槛。\n责任单位：市建设局、市发改委（第一责任单位为牵头单位，下同）\n时限要求：持续推进\n（二）推行保函，使用比例达到60%。\n责任单位：市财政局、市金融局\n时限要求：2027年9月\n【关闭窗口】 【打印】\n")
	if got := duties(p, found); got != "一(一): 市建设局 | 市发改委\n一(二): 市财政局 | 市金融局" || p.Items[0].Text != "清理限制，不设门槛。" || p.Items[1].Targets[0].Due != "2027年9月" {
		t.Errorf("%s %q %+v", got, p.Items[0].Text, p.Items[1].Targets)
	}
}

func TestARegisterIsHeldAgainstShortNamesAndTheRestIsNamedOnce(t *testing.T) {
	doc, _ := document.Read("a.txt", []byte("云川市2027年任务分工\n1.兴业。（市工信局牵头，市科技局、市人社局配合）\n2.办学。（市发改委牵头，团市委配合）\n"))
	reg := &reading.Register{Units: []plan.Unit{{Name: "市工业和信息化局"}, {Name: "市科学技术局"}, {Name: "市发展和改革委员会"}}}
	p, found := reading.Parse(doc, reg)
	var given []string
	for _, f := range found {
		if f.Code == finding.UnitUnknown {
			given = append(given, f.Given)
		}
	}
	want := []string{"市人社局、团市委", "市工信局→市工业和信息化局、市科技局→市科学技术局、市发改委→市发展和改革委员会"}
	if !slices.Equal(given, want) || found.Count(finding.Warning) != 1 || len(p.Units) != 5 {
		t.Errorf("%q %v %v", given, found, p.Units)
	}
}
