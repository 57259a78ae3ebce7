package reading_test

import (
	"strings"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/reading"
)

// TestClausesOfOtherOffices reads conventions of provinces, parks, universities and companies, in punctuation
// of either width.
func TestClausesOfOtherOffices(t *testing.T) {
	for _, c := range []struct{ name, tasks, want string }{
		{"a group of several kinds of places, behind 及",
			"1.建基地。(省能源局牵头,省水利厅、农牧厅及相关盟市配合)\n2.治沙。(省林草局牵头,省财政厅和云川监管办及有关县区配合)\n3.修路。(省交通厅牵头,各有关镇街参与)",
			"1: 省能源局 | 省水利厅 农牧厅 相关盟市\n2: 省林草局 | 省财政厅 云川监管办 有关县区\n3: 省交通厅 | 各有关镇街"},
		{"places beside a group, one with 和 in its name",
			"1.育带。(省发展改革委牵头,省各有关部门和呼和市、永和县政府配合)\n2.建区。(省商务厅牵头,青河市及各有关部门配合)",
			"1: 省发展改革委 | 省各有关部门 呼和市 永和县政府\n2: 省商务厅 | 青河市 各有关部门"},
		{"offices of a university, in a bracket of their own",
			"1.立项100项。(科技处、社科处、各科研平台)\n2.化解问题。(校长办公室、纪委办公室、审计处,2027年10月底前)\n3.整治场所。(学校、医院、车站)",
			"1: 科技处 社科处 各科研平台 |\n2: 校长办公室 纪委办公室 审计处 |\n3:  |"},
		{"groups that say with one 各 what else is meant",
			"1.控烟。(市卫健委牵头,市烟草局,各乡镇人民政府、街道办事处等按职责负责)\n2.治水。(市水利局、各有关部门、单位配合)\n3.护林。(市林业局牵头,各县(市、区)人民政府、管委会负责落实)\n4.招商。(市商务局牵头,市有关部门、企业参与)\n5.护路。(市交通局、街道办事处负责)",
			"1: 市卫健委 | 市烟草局 各乡镇人民政府、街道办事处 等\n2:  | 市水利局 各有关部门、单位\n3: 市林业局 | 各县(市、区)人民政府、管委会\n4: 市商务局 | 市有关部门、企业\n5: 市交通局 街道办事处 |"},
		{"a sentence of its own that names who leads before the units",
			"1.增收7%。此项工作由张某某常务副市长负责,市财政局牵头,市税务局、各县区政府配合。\n2.造林12万亩。由王某副市长负责,市林业局牵头,各县区政府落实。\n3.由市林业局负责人牵头整改。(市林业局负责)",
			"1: 市财政局 | 市税务局 各县区政府\n2: 市林业局 | 各县区政府\n3: 市林业局 |"},
		{"any group with 各 within a clause, and brackets of one unit among brackets of several",
			"1.增长6%(市发改委、市统计局,各板块)。\n2.降到0.6(云川公安分局)。\n3.引资65亿元(市商务局、各片区)。\n4.建园(市城管局、市林业局)。\n5.建综合体(市民活动场所)。",
			"1: 市发改委 市统计局 各板块 |\n2: 云川公安分局 |\n3: 市商务局 各片区 |\n4: 市城管局 市林业局 |\n5:  |"},
		{"headings in square brackets and numbers of two digits",
			"【稳增长】\n01 增长5.5%(市发改委牵头,各县区)\n02 增长6.5%(市工信局牵头,各县区)\n【惠民生】\n03 新建学校12所(市教育局牵头)",
			"1: 市发改委 | 各县区\n2: 市工信局 | 各县区\n3: 市教育局 |"},
		{"a clause above each run of tasks",
			"责任单位:科技创新局\n1.企业达到260家;\n2.新增平台6个。\n责任单位:建设管理局\n协办单位:城投公司\n1.新建道路3条;\n2.改造管网20公里。",
			"一1: 科技创新局 |\n一2: 科技创新局 |\n二1: 建设管理局 | 城投公司\n二2: 建设管理局 | 城投公司"},
		{"volumes within a chapter",
			"一、指标\n(一)森林覆盖率38%。(市林业局牵头)\n二、任务\n第一篇 产业\n(二)企业达到150户。(市工信局牵头)\n第二篇 创新\n(三)投入增长10%。(市科技局牵头)\n三、保障\n(四)加强督查,督查率100%。(市督查室牵头)",
			"(一): 市林业局 |\n(二): 市工信局 |\n(三): 市科技局 |\n(四): 市督查室 |"},
		{"numbers on lines of their own",
			"1\n增长6%。\n牵头领导:王某某\n牵头单位:县发改局\n责任单位:县统计局、各乡镇\n2\n建成厂房12万平方米。\n牵头单位:工业园区管委会\n责任单位:县城投公司",
			"1: 县发改局 | 县统计局 各乡镇\n2: 工业园区管委会 | 县城投公司"},
		{"who leads in front of the task, within a chapter whose heading says it",
			"一、职能(市司法局、市政务服务管理局牵头)\n1.压缩时限。\n2.(市市场监管局牵头)审查率100%。\n3.(含县级)压缩时限。",
			"1: 市司法局 市政务服务管理局 |\n2: 市市场监管局 |\n3: 市司法局 市政务服务管理局 |"},
		{"a group told by the duty that it has, and a group behind 及",
			"1.宣传标准。(市级负有安全监管职责的部门按职责分工负责)\n2.排查隐患。(市应急局、县级承担安全生产监管职能的部门,各县区)\n3.登记。(自然资源部、银保监会及各地区按职责分工负责)",
			"1: 市级负有安全监管职责的部门 |\n2: 市应急局 县级承担安全生产监管职能的部门 各县区 |\n3: 自然资源部 银保监会 各地区 |"},
		{"who is responsible for the paragraph that introduces sections is so for them; a section is no unit for a mark in it",
			"(一)机制\n按照原则组建公司。(市国资委牵头,市发改委、市能源局等有关部门负责)\n1.采购。签订合同。\n2.储备。落实任务。\n(二)支持\n3.财政。(市财政局负责)\n(三)兼顾其他地区。对其他县统筹支持。",
			"1: 市国资委 | 市发改委 市能源局 等\n2: 市国资委 | 市发改委 市能源局 等\n3: 市财政局 |\n一(三):  |"},
		{"等 with words for what those before it are; who provides a service",
			"1.补助。(责任单位:市科委、青山新区管委会、白河新区等相关区政府)\n2.部署。(责任单位:服务商、国网云川信通公司)",
			"1: 市科委 青山新区管委会 白河新区 | 等\n2: 服务商 国网云川信通公司 |"},
		{"a person alone names no unit",
			"1.完成改造。(李四负责)\n2.完成验收。(陈小明具体负责,市住建局配合)\n3.造林。(林业部门负责)",
			"1:  |\n2:  | 市住建局\n3: 林业部门 |"},
		{"who is responsible opens the sentence of the task, without 由",
			"1.市发改委牵头,市财政局配合,制定方案2个。\n2.市教育局会同市财政局,新建学校3所。\n3.市住建局牵头,市城管局、各街道配合,改造小区12个。\n4.市工信局牵头建设平台,市财政局配合,新建平台2个。\n5.各部门要统筹协调,加强配合,形成合力。",
			"1: 市发改委 | 市财政局\n2: 市教育局 | 市财政局\n3: 市住建局 | 市城管局 各街道\n4:  |\n5:  |"},
		{"one office in a bracket that is a name elsewhere in the document, or in a document that names offices so",
			"1.建路。(公路局、运输服务司牵头)\n2.建桥。(运输服务司)\n3.办学。(宣传部牵头,发改委、财政局配合)\n4.办医。(发改委)\n5.建库。(粮库)",
			"1: 公路局 运输服务司 |\n2: 运输服务司 |\n3: 宣传部 | 发改委 财政局\n4: 发改委 |\n5:  |"},
		{"towns and streets of one 各; who guides behind a labelled list; sections of an office",
			"1.助残。(市财政局、市残联及各镇乡、街道)\n2.孵化。(责任单位:各县区政府、市人社局,市科技局指导)\n3.节水。(责任单位:市水利局牵头,市财政局、市住建局,各镇配合)\n4.灌溉。(责任科室:农水科(振兴办);配合科室:财务科、各水务所)",
			"1: 市财政局 市残联 各镇乡、街道 |\n2: 各县区政府 市人社局 | 市科技局\n3: 市水利局 | 市财政局 市住建局 各镇\n4: 农水科(振兴办) | 财务科 各水务所"},
		{"sections that lead in brackets, units behind a dash, a leader before a heading",
			"1.降到7.5天。(医政科牵头,体改科、财务科及市直各医院配合)\n2.引进150名。(人事科;市直各医疗单位)\n3.完成 320 亿元,增长 8%;——经济发展局(牵头)、统计中心\n4.收入 26 亿元。——市财政局、市税务局\n5.(责任领导:副县长 邓某某)维护稳定。(市公安局负责)",
			"1: 医政科 | 体改科 财务科 市直各医院\n2: 人事科 市直各医疗单位 |\n3: 经济发展局 | 统计中心\n4: 市财政局 市税务局 |\n5: 市公安局 |"},
		{"two lead together",
			"1.增托位。责任单位:市卫生健康委、市民政局(双牵头)、各县区\n2.助餐。责任单位:市民政局(牵头)、市财政局、各街道",
			"1: 市卫生健康委 市民政局 | 各县区\n2: 市民政局 | 市财政局 各街道"},
		{"nobody helps",
			"1.建库。(牵头单位:市数据局;配合单位:无)\n2.建网。(牵头单位:市通管办;配合单位:暂无)",
			"1: 市数据局 |\n2: 市通管办 |"},
		{"a section headed by its leader makes no task",
			"(一)牵头领导:周某某\n1.修桥。牵头单位:区交通局;配合单位:区财政局。\n(二)牵头领导:吴某某\n2.修路。牵头单位:区交通局;配合单位:各乡镇。",
			"1: 区交通局 | 区财政局\n2: 区交通局 | 各乡镇"},
		{"goals below a heading whose clause is on lines of its own",
			"一、部分乡镇污水处理不正常。\n责任单位:县住建局\n督导单位:县生态环境分局\n整改时限:2027年12月底\n整改目标:处理率达到85%以上。\n整改措施:\n1.新建管网60公里。\n2.改造站点12座。",
			"一: 县住建局 | 县生态环境分局\n1: 县住建局 | 县生态环境分局\n2: 县住建局 | 县生态环境分局"},
	} {
		for _, tasks := range []string{c.tasks, fullWidth.Replace(c.tasks)} {
			text := page(tasks)
			if c := []rune(tasks)[0]; !strings.ContainsRune("1(（", c) {
				text = "云川市2027年重点工作任务分工方案\n" + tasks + "\n"
			}
			p, found := parse(t, text)
			want := c.want
			if tasks != c.tasks {
				want = strings.NewReplacer("(市、区)", "（市、区）", "(振兴办)", "（振兴办）").Replace(want)
			}
			if got := duties(p, found); got != want {
				t.Errorf("%s\n%s\n got\n%s\nwant\n%s", c.name, tasks, got, want)
			}
			for _, f := range found {
				if f.Code == finding.ClauseUnclear {
					t.Errorf("%s: %s", c.name, f.Given)
				}
			}
		}
	}
}

// TestTheDueOnALineOfItsOwnIsTheOneOfItsTargets reads 整改时限 and its kin, not the time a page was published.
func TestTheDueOnALineOfItsOwnIsTheOneOfItsTargets(t *testing.T) {
	for label, due := range map[string]string{"整改时限": "2027年6月底", "办结期限": "2027年6月底", "完成时间": "2027年6月底", "发布时间": "2027"} {
		p, _ := parse(t, page("1.新建管网60公里。\n责任单位：市水利局\n"+label+"：2027年6月底\n2.修路20公里。\n责任单位：市交通局"))
		if got := p.Items[0].Targets[0].Due; got != due {
			t.Errorf("%s: due %s, want %s", label, got, due)
		}
	}
}

// TestRowsKeepTheNumbersThatTheyHave tells merged tasks whose rows have numbers of their own from those that
// share one.
func TestRowsKeepTheNumbersThatTheyHave(t *testing.T) {
	doc, _ := document.Read("a.html", tableOf("序号|任务举措|具体内容|牵头单位\n1|2^建平台。|新建平台2个。|市科技局\n2|<|新建中心3个。|市工信局\n2^3|2^建基地。|新建基地4个。|市教育局\n<|<|改造基地5个。|市人社局"))
	p, found := reading.Parse(doc, nil)
	if got, want := duties(p, found), "1: 市科技局 |\n2: 市工信局 |\n3(1): 市教育局 |\n3(2): 市人社局 |"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if found.Has(finding.NumberGap) {
		t.Errorf("%v", found)
	}
}

// TestTablesBehindEachOtherAreChaptersByTheirNames reads the attachments of a notice, each a table that
// numbers its tasks anew; 指标要求 is their text and 目标类型 none of it.
func TestTablesBehindEachOtherAreChaptersByTheirNames(t *testing.T) {
	one := tableOf("序号|任务名称|指标要求|牵头部门|配合部门|目标类型\n1|外贸出口|增长5.5%|区商务局|各街道|A类\n2|引进项目|2个以上|区投促局|无|B类")
	two := tableOf("序号|项目名称|指标要求|牵头部门\n1|加装电梯|完成加装电梯30台|区住建局")
	cut := func(page []byte) string {
		s := string(page)
		return s[strings.Index(s, "<table>"):strings.Index(s, "</body>")]
	}
	page := "<html><body><p>各街道办事处：</p><p>附件：1. 云川区2027年目标任务分解表</p><p>2. 云川区2027年民生实事项目分解表</p><p>附件1</p>" +
		"<p>云川区2027年目标任务分解表</p><p>（注：A类指责任目标）</p>" + cut(one) + "<p>附件2</p><p>云川区2027年民生实事项目分解表</p>" + cut(two) + "</body></html>"
	doc, _ := document.Read("a.html", []byte(page))
	p, found := reading.Parse(doc, nil)
	if got, want := duties(p, found), "一1: 区商务局 | 各街道\n一2: 区投促局 |\n二1: 区住建局 |"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if p.Title != "云川区2027年目标任务分解表" || len(p.Chapters) != 2 || p.Chapters[1].Title != "云川区2027年民生实事项目分解表" || strings.Contains(p.Items[0].Text, "A类") {
		t.Errorf("title %q, chapters %+v, text %q", p.Title, p.Chapters, p.Items[0].Text)
	}
}
