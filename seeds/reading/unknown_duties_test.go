package reading_test

import (
	"strings"
	"testing"
)

// TestWhatIsNoKnownRoleStillSaysWhoLeads reads duties in words that the vocabulary does not have, and names beside them.
func TestWhatIsNoKnownRoleStillSaysWhoLeads(t *testing.T) {
	for _, c := range []struct{ tasks, want string }{
		{"1.办学。(市教育局统揽,各县区教育局抓好实施)\n2.办医。(投资发展部统领,各项目公司分头落实)\n3.修路。(市财政局筹措资金,各县区政府组织实施)\n4.治水。(市水利局验收,各县区政府组织实施)",
			"1: 市教育局 | 各县区教育局\n2: 投资发展部 | 各项目公司\n3: 各县区政府 | 市财政局\n4: 各县区政府 | 市水利局"},
		{"1.清账。(财务部会商法务合规部、审计部提出方案,各区域公司执行)\n2.用海。(省自然资源厅商有关部门,各县政府参加)\n3.定编。(省委编办商省司法厅负责)\n4.招商。(市工商局、市招商局、集团公司商务管理部负责)\n5.拨款。(省财政厅商省农业农村厅研究提出,各县政府执行)",
			"1: 财务部 | 法务合规部 审计部 各区域公司\n2: 省自然资源厅 | 有关部门 各县政府\n3: 省委编办 | 省司法厅\n4: 市工商局 市招商局 集团公司商务管理部 |\n5: 省财政厅 | 省农业农村厅 各县政府"},
		{"1.固坝。(县水利局为业主单位,县水投公司为代建单位)\n2.布展。(县文旅局作为牵头部门,县博物馆作为承担单位)\n3.买车。(县城管局为采购主体;使用主体:各乡镇)\n4.整改。(县应急局党委书记、局长姜某任组长,县住建局、县交通局为成员单位)",
			"1: 县水利局 | 县水投公司\n2: 县文旅局 | 县博物馆\n3: 县城管局 | 各乡镇\n4: 县应急局 | 县住建局 县交通局"},
		{"1.拆旧。(各乡镇为责任主体,县农业农村局负责业务指导,县委督查室负责督查考核)\n2.建站。(县住建局为项目主体,各乡镇提供用地,县供电公司保障供电)\n3.消防。(市消防救援支队牵头;各县(市、区)政府属地负责)",
			"1: 各乡镇 | 县农业农村局 县委督查室\n2: 县住建局 | 各乡镇 县供电公司\n3: 市消防救援支队 | 各县(市、区)政府"},
		{"1.湿地。(市林业局承担;各县市林业局及国有林场参加)\n2.招商。(各园区管委会及入驻企业,市投促局)\n3.普法。(市检察院等政法单位和市律师协会参与,市司法局主管)\n4.帮扶。(市人社局等相关部门,各县市区、园区)\n5.协会。(省民政厅、省总工会及会同县、通道县政府)",
			"1: 市林业局 | 各县市林业局 国有林场\n2: 各园区管委会 入驻企业 市投促局 |\n3: 市司法局 | 市检察院 市律师协会 等\n4: 市人社局 各县市区 园区 | 等\n5: 省民政厅 省总工会 会同县 通道县政府 |"},
		{"1.查店。(县综合执法局、县公安局,督促属地街道办事处一并整改)\n2.普法。(县司法局、各司法所等,各行政村“两委”配合)\n3.转化。(市科技局负责,各高校院所结合自身优势参与)\n4.景区。(旗文旅局牵头,在旗委宣传部支持下,会同各苏木乡镇推进)",
			"1: 县综合执法局 县公安局 | 属地街道办事处\n2: 县司法局 各司法所 | 各行政村“两委” 等\n3: 市科技局 | 各高校院所\n4: 旗文旅局 | 旗委宣传部 各苏木乡镇"},
		{"1.上云。(牵头单位:市大数据局;配合单位:市委网信办、移动、联通、电信青河分公司)",
			"1: 市大数据局 | 市委网信办 移动 联通 电信青河分公司"},
		{"1.排查。(责任单位:县应急局,责任人:姜某;县消防大队,责任人:郭某)\n2.调解。牵头单位:区司法局,区法院配合,各镇街落实\n3.演练。(组织单位:市应急局;参演单位:各成员单位)",
			"1: 县应急局 县消防大队 |\n2: 区司法局 | 区法院 各镇街\n3: 市应急局 | 各成员单位"},
		{"1.预警。(省气象局会同省委宣传、网信、通信管理等部门负责)\n2.改革。(市县同步、县直联动,县委改革办)\n3.泊位。(县城管局挑头,县公安局、县住建局帮办,各社区参加)",
			"1: 省气象局 | 省委宣传 网信 通信管理 等\n2: 县委改革办 |\n3: 县城管局 | 县公安局 县住建局 各社区"},
		{"1.办学3所。(教务处)\n2.建棚50座(县农业农村局、各乡镇);育种6个(县农业农村局);培训3000人次(县农广校)。\n3.高企200家。(科创局)科企400家。(科创局、税务局)\n4.巡查400次。(安监处)(△表示需上报部局)",
			"1: 教务处 |\n2(1): 县农业农村局 各乡镇 |\n2(2): 县农业农村局 |\n2(3): 县农广校 |\n3(1): 科创局 |\n3(2): 科创局 税务局 |\n4: 安监处 |"},
		{"1.治沙3万亩(县林草局,县治沙站)★省级重点\n2.光伏。(县发改局、县供电公司负责)(整县推进)",
			"1: 县林草局 县治沙站 |\n2: 县发改局 县供电公司 |"},
		{"1.种粮。(市农业农村委、有农业的区人民政府按职责分工负责)\n2.节能。(市、区机管局,市、区财政局)",
			"1: 市农业农村委 有农业的区人民政府 |\n2: 市、区机管局 市、区财政局 |"},
	} {
		for _, tasks := range []string{c.tasks, fullWidth.Replace(c.tasks)} {
			p, found := parse(t, page(tasks))
			if got, want := duties(p, found), c.want; got != want && fullWidth.Replace(got) != fullWidth.Replace(want) {
				t.Errorf("%s\n got\n%s\nwant\n%s", tasks, got, want)
			}
		}
	}
}

// TestUnitsGoOnInALineBelowTheirLabel reads names that stand on a line of their own between labelled lines.
func TestUnitsGoOnInALineBelowTheirLabel(t *testing.T) {
	p, found := parse(t, page("1.停车场6处。\n牵头单位：区城管局\n协助单位：区住建局\n　　　　　区交警大队\n完成时限：2027年10月底前\n2.绿地12公顷。\n牵头单位：区园林中心\n协助单位：各街道"))
	if got, want := duties(p, found), "1: 区城管局 | 区住建局 区交警大队\n2: 区园林中心 | 各街道"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestTasksWithoutNumbersEndInTheirUnits reads lines of which most end in a bracket of offices.
func TestTasksWithoutNumbersEndInTheirUnits(t *testing.T) {
	p, _ := parse(t, "金山镇2027年重点工作责任分解\n农业\n粮食种植2万亩（农业农村办）\n改造茶园500亩（农业农村办、林业站）\n城建\n拆违1万平方米（综合执法队、村建办）\n绿化道路6公里（村建办）\n")
	if len(p.Items) != 4 || writtenIn(p.Items[1].Lead) != "农业农村办 林业站" || writtenIn(p.Items[3].Lead) != "村建办" {
		t.Errorf("%+v", p.Items)
	}
}

// TestSentencesOfCompaniesAreClauses reads a document whose tasks end in a sentence of who does them, of names that share
// their end, behind a notice of numbered sentences.
func TestSentencesOfCompaniesAreClauses(t *testing.T) {
	p, found := parse(t, "2027年营销重点工作安排\n1.各单位要及时反馈。\n（此件不公开，发至收文单位本部。未经公司许可，任何主体不得转载，违者追究法律责任。）\n2027年营销重点工作安排\n一、用电\n1.画像。构建用户画像。浙江公司牵头，年底前完成试点应用。\n2.分析。开展分析。江苏、湖南、四川公司牵头，山西、陕西公司配合，年底前完成试点应用。\n3.监测。监测用电异常。天津公司、国网客服中心牵头，6月底前完成试点工作。\n")
	if got, want := duties(p, found), "一1: 浙江公司 |\n一2: 江苏 湖南 四川公司 | 山西 陕西公司\n一3: 天津公司 国网客服中心 |"; got != want && got != strings.ReplaceAll(want, "一", "") {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	p, found = parse(t, page("1.绿道。\n责任分工：由区规划局负责编制规划，各片区管理局负责实施，区园林局负责绿化，区交通局业务指导。\n2.管廊。\n责任分工：金井、岚城片区管理局具体负责，区直部门配合。"))
	if got, want := duties(p, found), "1: 区规划局 各片区管理局 区园林局 | 区交通局\n2: 金井 岚城片区管理局 | 区直部门"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestNamesBelowATextBelongToTheColumnsOfTheirHeadings reads a table without numbers that was flattened to lines.
func TestNamesBelowATextBelongToTheColumnsOfTheirHeadings(t *testing.T) {
	p, found := parse(t, "青河区2027年消防任务清单\n类别\n项目\n主要任务\n牵头单位\n配合单位\n一、做好政策保障\n1.做好规划配套\n将消防综合治理工作同步规划、同步实施，落实规划控制要求。\n区消防救援支队\n区应急局、各街道\n2.完善规章标准\n细化街道消防安全委员会的职责任务，规范消防安全运行模式。\n区消防救援支队\n各街道、\n相关委、办、局\n贯彻执行消防重点检查事项和检查指引，进一步细化检查要求。\n区考核办\n各街道\n")
	if got, want := duties(p, found), "1: 区消防救援支队 | 区应急局 各街道\n2(1): 区消防救援支队 | 各街道 相关委、办、局\n2(2): 区考核办 | 各街道"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestATextBehindAClauseAndTasksBeforeOneAreKept reads tasks whose text goes on behind their clause, tasks of one line
// that the next line speaks of, and a section without anybody among those with one.
func TestATextBehindAClauseAndTasksBeforeOneAreKept(t *testing.T) {
	p, _ := parse(t, page("1.提档升级（市商务局牵头，各开发区管委会配合）。新建厂房30万平方米。\n支持开发区申报国家级平台。\n2.办学（市教育局牵头）"))
	if len(p.Items) != 2 || !strings.Contains(p.Items[0].Text, "申报国家级平台") {
		t.Errorf("%+v", p.Items)
	}
	p, found := parse(t, "云川集团2027年改革任务清单\n一、改革\n（一）压缩法人户数6户；（二）签约率达到100%；（三）清退企业4家。\n以上三项由企业管理部牵头，人力资源部配合。\n二、发展\n（四）货物吞吐量5000万吨。（生产业务部负责）\n")
	if got, want := duties(p, found), "一(一): 企业管理部 | 人力资源部\n一(二): 企业管理部 | 人力资源部\n一(三): 企业管理部 | 人力资源部\n二(四): 生产业务部 |"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	p, found = parse(t, "云川省2027年行动方案\n一、保障措施\n（一）加强组织领导。省直各部门要把思想和行动统一到决策部署上来。\n（二）加强政策保障。加大信贷支持力度。（省财政厅负责）\n（三）加强技术支撑。组织技术攻关。（省科技厅、省水利厅等部门协同负责，相关单位配合）\n")
	if got, want := duties(p, found), "一(一):  |\n一(二): 省财政厅 |\n一(三): 省科技厅 省水利厅 | 相关单位 等"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestConventionsOfOneDocumentAreReadFromIt reads marks and labels that are in no vocabulary by what they stand before.
func TestConventionsOfOneDocumentAreReadFromIt(t *testing.T) {
	for _, c := range []struct{ tasks, want string }{
		{"1.办学3所。→市教育局、市财政局\n2.办医2所。@市卫健委 @市财政局\n3.修路3条。市交通局/各县区",
			"1: 市教育局 市财政局 |\n2: 市卫健委 市财政局 |\n3: 市交通局 各县区 |"},
		{"1.办学3所。承接：市教育局；搭手：市财政局\n2.办医2所。承接：市卫健委；搭手：各乡镇",
			"1: 市教育局 | 市财政局\n2: 市卫健委 | 各乡镇"},
		{"1.办学。【主】市教育局【协】市财政局、各县区\n2.办医。（市卫健委主、市医保局辅）",
			"1: 市教育局 | 市财政局 各县区\n2: 市卫健委 | 市医保局"},
		{"1.办学3所。\n2.办医2所。", "1:  |\n2:  |"},
	} {
		p, found := parse(t, page(c.tasks))
		if got := duties(p, found); got != c.want {
			t.Errorf("%s\n got\n%s\nwant\n%s", c.tasks, got, c.want)
		}
	}
}
