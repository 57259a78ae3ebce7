package reading_test

import (
	"fmt"
	"strings"
	"testing"

	"tianbao/seeds"
	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/reading"
)

// sheetOf is a workbook's table: a row a line, | between cells, < for a cell merged with the one before.
func sheetOf(title, rows string) *document.Document {
	table := document.Block{Line: 2}
	for _, line := range strings.Split(rows, "\n") {
		cells := strings.Split(line, "|")
		for c := range cells {
			if cells[c] = strings.ReplaceAll(cells[c], "<br>", "\n"); cells[c] == "<" {
				cells[c] = cells[c-1]
			}
		}
		table.Rows = append(table.Rows, cells)
	}
	return &document.Document{Name: "a.xlsx", Counts: document.Lines, Blocks: []document.Block{{Line: 1, Text: title}, table}}
}

func TestRowsOfATableAreTasksChaptersOrTotals(t *testing.T) {
	for _, c := range []struct{ name, rows, want, left string }{
		{"totals and groups beside sums", "序号|项目名称|总投资|建设目标|责任单位|配合单位\n合 计（3项）|<|900|||\n一、产业类（2项）|<|700|||\n1|电池基地|400|新建厂房2座|区工信局|区供电公司\n2|物流园|300|建成冷库3座|区商务局|\n二、民生类（1项）|<|200|||\n1|学校扩建|200|新增学位900个|区教育局|区财政局",
			"一1: 区工信局 | 区供电公司\n一2: 区商务局 |\n二1: 区教育局 | 区财政局", "总投资:400"},
		{"a column not taken is shown by a row that is a task", "序号|任务|资金来源|责任单位\n一|教育|<|<\n1|建校2所|财政|区教育局", "1: 区教育局 |", "资金来源:财政"},
		{"groups in the column of text", "任务|责任单位\n一、产业|\n新建厂房2座|区工信局\n建成冷库3座|区商务局\n二、民生|\n新增学位900个|区教育局",
			"1: 区工信局 |\n2: 区商务局 |\n3: 区教育局 |", ""},
		{"numbers of chapter and row", "编号|任务|内容|责任分工|时间安排\n一、保障|<|<|<|<\n1-1|救助|补贴覆盖率均达到100%|牵头单位：市民政局<br>配合单位：市财政局|2027年\n1-2|保险|参保率达到95%|牵头单位：市人社局|2027年\n二、就业|<|<|<|<\n2-1|培训|培训6000人|牵头单位：市残联|2027年",
			"1.1: 市民政局 | 市财政局\n1.2: 市人社局 |\n2.1: 市残联 |", ""},
		{"quarters are no targets of the year", "序号|任务|年度目标|节点目标|<|主办部门|协办部门（单位）\n序号|任务|年度目标|上半年|四季度|主办部门|协办部门（单位）\n1|开线|新开航线8条|3条|8条|生产业务部|各港口公司",
			"1: 生产业务部 | 各港口公司", "节点目标上半年:3条节点目标四季度:8条"},
		{"a remark is no task, however long; nor is how far it is",
			"序号|工作计划|工作进展|牵头部门|备注\n1|建校2所|主体已经封顶,正在装修,年内可以交付使用|市教育局|已列入省委省政府民生实事清单,由省厅按季度调度,纳入年度考核",
			"1: 市教育局 |", "工作进展:主体已经封顶,正在装修,年内可以交付使用备注:已列入省委省政府民生实事清单,由省厅按季度调度,纳入年度考核"},
		{"a row for which nobody answers is a task still", "序号|任务|责任单位\n一、产业|<|<\n1|建校2所|市教育局\n二、机制|<|<\n2|建所3处|", "1: 市教育局 |\n2:  |", ""},
		{"notes at the foot have no end of rows", "序号|任务|责任单位\n1|建校2所|市教育局\n||\n备注：1.市教育局按月报送；||\n2.未列的由市教育局负责。||", "1: 市教育局 |", ""},
		{"who filled the table in is no task", "序号|任务|责任单位\n1|建校2所|市教育局\n填表人：张某|<|审核人：李某", "1: 市教育局 |", ""},
		{"who helps never answers", "序号|工作内容|配合单位\n1|新建学校2所|市教育局、市财政局", "1:  | 市教育局 市财政局", ""},
		{"a label that is not known leads beside who helps", "榜单|揭榜单位|攻坚内容|协作单位\n招商|市商务局|签约项目30个|市财政局", "1: 市商务局 | 市财政局", "榜单:招商"},
		{"who guides answers where nobody else does", "序号|改革举措|主要内容|指导部门\n1|审判|培训法官30人|最高人民法院、教育部", "1: 最高人民法院 教育部 |", ""},
		{"who checks has no task", "序号|任务|责任单位|督办单位|考核单位\n1|建校2所|市教育局|市政府督查室|市考核办", "1: 市教育局 |", "督办单位:市政府督查室考核单位:市考核办"},
		{"cells as the ones above", "序号|任务|责任单位|配合单位\n1|建校2所|区教育局|区财政局\n2|建院3所|同上|〃",
			"1: 区教育局 | 区财政局\n2: 区教育局 | 区财政局", ""},
		{"numbered names and a first column without words", "|序号|整治内容|整治标准|牵头部门\n|1|保洁|机械化清扫率达到92%|1.市城管局<br>2.市住建局\n|2|市场|改造市场14个|①市商务局 ②市市场监管局",
			"1: 市城管局 市住建局 |\n2: 市商务局 市市场监管局 |", ""},
	} {
		p, found := reading.Parse(sheetOf("云川区2027年重点任务分解表", c.rows), nil)
		if got := duties(p, found); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		left := ""
		for _, f := range found {
			if f.Code == finding.ColumnLeftOut {
				left += f.Given
			}
		}
		if left != c.left {
			t.Errorf("%s: columns left out %q, want %q", c.name, left, c.left)
		}
		for i := range p.Items {
			if len(p.Items[i].Targets) != 1 {
				t.Errorf("%s: %s has targets %v", c.name, p.Items[i].Ref, p.Items[i].Targets)
			}
		}
	}
}

func TestAListOfTelephonesIsNoTableOfTasks(t *testing.T) {
	doc := sheetOf("云川区2027年重点任务分解表", "序号|任务|责任单位\n1|建校2所|区教育局")
	list := sheetOf("", "序号|乡镇（街道）|联系电话\n1|城关街道|0543-0000001\n2|河阳镇|0543-0000002").Blocks[1]
	list.Line = 9
	doc.Blocks = append(doc.Blocks, list)
	if p, found := reading.Parse(doc, nil); len(p.Items) != 1 || !strings.Contains(findings(found), "乡镇") {
		t.Errorf("%d items %s", len(p.Items), findings(found))
	}
}

func TestASheetOfNotesNamesNoPlan(t *testing.T) {
	doc := sheetOf("云川区2027年重点任务分解表（一）环境", "序号|任务|责任单位\n1|建校2所|区教育局")
	for i := range doc.Blocks {
		doc.Blocks[i].Line += 5
	}
	doc.Blocks = append([]document.Block{{Line: 1, Text: "填表说明"}, {Line: 2, Text: "1.各单位如实填写。"}}, doc.Blocks...)
	doc.Sheets = []document.Sheet{{Name: "说明", First: 1}, {Name: "任务", First: 6}}
	p, _ := reading.Parse(doc, nil)
	if p.Title != "云川区2027年重点任务分解表" || len(p.Items) != 1 {
		t.Errorf("%q %d items", p.Title, len(p.Items))
	}
}

func TestAnAnnexAloneIsAPlanAndItsNoteIsNamed(t *testing.T) {
	p, found := reading.Parse(sheetOf("云川区“十五五”主要指标分解表", "序号|指标|2025年|2030年|属性|牵头部门\n1|就业（万人）|5|6|预期性|区人社局\n注：数据为预计数|<|<|<|<|<"), nil)
	if len(p.Indicators) != 1 || found.Has(finding.PlanEmpty) || !found.Has(finding.TextLeftOut) {
		t.Errorf("%d indicators, %v", len(p.Indicators), found)
	}
}

func TestLinksOfAPageAreNoTasks(t *testing.T) {
	page := `<html><body><ul><li><a href="/">首页</a> | <a href="/a">公开</a></li><li><a href="/b">1.县教育局</a></li></ul><p>云川县2027年重点任务分解</p><p>1.建校2所。（县教育局牵头）</p><p><a href="/c">2.关于情况的通报</a></p></body></html>`
	doc, _ := document.Read("a.html", []byte(page))
	p, found := reading.Parse(doc, nil)
	named := 0
	for _, f := range found {
		if f.Code == finding.PageLeftOut {
			named++
		}
	}
	if got := duties(p, found); got != "1: 县教育局 |" || p.Title != "云川县2027年重点任务分解" || named != 3 {
		t.Errorf("%q: %s, %d named", p.Title, got, named)
	}
}

func TestABoxWithItsClauseLeadsWhatIsInIt(t *testing.T) {
	p, found := parse(t, "云川县“十五五”任务分解\n1.兴业。新增楼宇3栋。（县商务局牵头）\n专栏1 重点工程（牵头单位：县工信局；配合单位：县科技局）\n①数改。改造企业150家。\n②绿色。\n2.办学。（县教育局牵头）\n专栏2 城建项目（牵头单位：县住建局）\n1.修缮古屋26栋。\n2.建房500套。\n3.养老。（县民政局牵头）\n")
	want := "1: 县商务局 |\n专栏1(1): 县工信局 | 县科技局\n专栏1(2): 县工信局 | 县科技局\n2: 县教育局 |\n专栏2(1): 县住建局 |\n专栏2(2): 县住建局 |\n3: 县民政局 |"
	if got := duties(p, found); got != want || len(p.Items[0].Targets) != 1 {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAHeadingThatPromisesIsAnItemBesideThoseBelowIt(t *testing.T) {
	p, found := parse(t, "云川县“十五五”任务分解\n1.兴业。新增楼宇3栋。（县商务局牵头）\n(1)招商。\n(2)引资。\n2.办学。总的要求。（县教育局牵头）\n(1)建校。\n")
	if got := duties(p, found); got != "1: 县商务局 |\n1(1): 县商务局 |\n1(2): 县商务局 |\n2(1): 县教育局 |" || !found.Has(finding.TextLeftOut) {
		t.Errorf("%s %v", got, found)
	}
}

func TestATableGoesOnOverPagesAndSheets(t *testing.T) {
	p, found := reading.Parse(sheetOf("云川区2027年任务分工表", "序号|任务|责任单位\n1|建校2所|区教育局\n第 1 页，共 2 页|<|<\n云川区2027年任务分工表（续）|<|<\n序号|任务|责任单位\n2|建院3所|区民政局"), nil)
	if got := duties(p, found); got != "1: 区教育局 |\n2: 区民政局 |" {
		t.Errorf("pages: %s", got)
	}
	doc := &document.Document{Name: "a.xlsx", Counts: document.Lines, Sheets: []document.Sheet{{Name: "交通", First: 1}, {Name: "水利", First: 5}}}
	for i, rows := range []string{"序号|任务|责任单位\n1|修路2条|区交通局", "序号|任务|责任单位\n2|修渠3条|区水利局"} {
		table := sheetOf("x", rows).Blocks[1]
		table.Line = 4*i + 2
		doc.Blocks = append(doc.Blocks, document.Block{Line: 4*i + 1, Text: []string{"一、交通工程", "二、水利工程"}[i]}, table)
	}
	p, found = reading.Parse(doc, nil)
	if got := duties(p, found); got != "1: 区交通局 |\n2: 区水利局 |" || len(p.Chapters) != 2 || p.Chapters[1].Title != "水利工程" {
		t.Errorf("sheets: %s %+v", got, p.Chapters)
	}
}

func TestMeasuresPlacesAndPersonsOfATable(t *testing.T) {
	for _, c := range []struct{ rows, want, targets, left string }{
		{"序号|任务名称|计量单位|全县任务|各乡镇任务|<|牵头单位\n序号|任务名称|计量单位|全县任务|城关镇|高坝镇|牵头单位\n1|播种面积|万亩|42.6|12|30.6|县农业农村局\n2|新发展食用菌|万袋|3000|2000|1000|县农业农村局",
			"1: 县农业农村局 |\n2: 县农业农村局 |", "播种面积 42.6 万亩;新发展食用菌 3000 万袋;", "城关镇:12高坝镇:30.6"},
		{"序号|项目|年度目标|牵头单位及责任人|配合单位\n1|供热工程|新增供热面积80万平方米|县住建局（王某某）|县发改局\n2|公路|完成路基30公里|县交通局（李某）<br>云川高新区（赵某）|",
			"1: 县住建局 | 县发改局\n2: 县交通局 云川高新区 |", "新增供热面积 80 万平方米;路基 30 公里;", "牵头单位及责任人:王某某"},
		{"一级指标|序号|考核内容|年度目标值|分值|评分标准|牵头单位|配合单位\n产业|1|粮食总产量|46.5万吨以上|8|每低1个百分点扣0.5分|县农业农村局|县统计局\n总分|||总分|100|||",
			"1: 县农业农村局 | 县统计局", "粮食总产量 46.5 万吨;", "分值:8评分标准:每低1个百分点扣0.5分"},
	} {
		p, found := reading.Parse(sheetOf("云川县2027年任务分解表", c.rows), nil)
		targets, left := "", ""
		for i := range p.Items {
			for _, x := range p.Items[i].Targets {
				targets += x.Measure + " " + x.Min.String() + " " + x.Unit + ";"
			}
		}
		for _, f := range found {
			if f.Code == finding.ColumnLeftOut {
				left += f.Given
			}
		}
		if got := duties(p, found); got != c.want || targets != c.targets || left != c.left {
			t.Errorf("got\n%s\n%s\n%s\nwant\n%s\n%s\n%s", got, targets, left, c.want, c.targets, c.left)
		}
	}
}

func TestHeadingsSayOfWhichYearAndInWhatANumberIs(t *testing.T) {
	for _, c := range []struct{ rows, want, targets string }{
		{"编号|重点任务|年度目标|<|责任单位\n编号|重点任务|2027年|2028年|责任单位\n（一）港航|<|<|<|<\n1-1|吞吐量（万标箱）|130|170|区港航局\n1-2|政策落地|备案企业10家|备案企业20家|区税务局",
			"1.1: 区港航局 |\n1.2: 区税务局 |", "吞吐量（万标箱） 130万标箱 2027;吞吐量（万标箱） 170万标箱 2028;备案企业 10家 2027;备案企业 20家 2028;"},
		{"序号|重点工作|年度目标|<|责任分工|<\n序号|重点工作|营业收入（亿元）|其他目标|市直牵头|县级配合\n1|推进锂电转型|950|新增规上企业8家|市工信局|宜丰县人民政府",
			"1: 市工信局 | 宜丰县人民政府", "营业收入 950亿元 2027;新增规上企业 8家 2027;"},
		{"序号|重点任务|年度目标（家）|责任单位|起止日期\n1|培育商贸企业|35|区商务局|2027年1月—9月", "1: 区商务局 |", "培育商贸企业 35家 2027年9月;"},
		{"序号|重点任务|2027年目标（家）|责任单位\n1|培育商贸企业|35|区商务局", "1: 区商务局 |", "培育商贸企业 35家 2027;"},
		{"填报单位：县政府督查室||2025年2月20日|\n序号|目标任务|牵头单位|配合单位\n1|地区生产总值增长6.5%|县发改局|县统计局\n备注|责任单位第一个为牵头单位。||",
			"1: 县发改局 | 县统计局", "地区生产总值 6.5% 2027;"},
		{"序号|项目名称|责任单位\n一|教育惠民|<\n1|建楼3栋|区教育局\n二|健康惠民|<\n2|体检2万人|区卫健委", "1: 区教育局 |\n2: 区卫健委 |", "建楼 3栋 2027;体检 2万人 2027;"},
	} {
		p, found := reading.Parse(sheetOf("云川区2027年任务分解表", c.rows), nil)
		targets := ""
		for i := range p.Items {
			for _, x := range p.Items[i].Targets {
				targets += x.Measure + " " + x.Min.String() + x.Unit + " " + x.Due + ";"
			}
		}
		if got := duties(p, found); got != c.want || targets != c.targets {
			t.Errorf("got\n%s\n%s\nwant\n%s\n%s", got, targets, c.want, c.targets)
		}
	}
}

func TestAnIndicatorsTargetIsTheOneThatHolds(t *testing.T) {
	for rows, want := range map[string]string{
		"指标名称|计量单位|2030年目标|分年度目标|<|责任单位\n指标名称|计量单位|2030年目标|2029|2030|责任单位\n增速|%|年均8%以上|8|8|县工信局": "年均8%以上",
		"序号|指标名称|原2030年目标|调整后2030年目标|牵头单位\n1|增速|8.5|7|县工信局":                                      "7",
		"序号|指标名称|原2030年目标|调整后2030年目标|牵头单位\n1|增速|8.5|不调整|县工信局":                                    "8.5",
	} {
		p, _ := reading.Parse(sheetOf("云川县“十五五”主要指标", rows), nil)
		if len(p.Indicators) != 1 || p.Indicators[0].Target != want {
			t.Errorf("%s: %+v", rows, p.Indicators)
		}
	}
}

func TestASentenceThatSpeaksOfAllAboveNamesItsUnits(t *testing.T) {
	p, found := parse(t, "集团2027年任务分解\n一、主业\n1.完工量达到800万吨。\n2.占有率第一。\n以上任务由规划发展部牵头，各总装厂配合。\n二、改革\n3.增长8%。\n（财务金融部、人力资源部）\n4.压减50%。\n（财务金融部）\n")
	if got := duties(p, found); got != "1: 规划发展部 | 各总装厂\n2: 规划发展部 | 各总装厂\n3: 财务金融部 人力资源部 |\n4: 财务金融部 |" {
		t.Error(got)
	}
}

func TestALineForEachCellIsATableWhateverItsTasksAreCalled(t *testing.T) {
	p, found := parse(t, "云溪县2027年实事任务分解表\n\n序号\n\n民生实事\n\n牵头单位\n\n责任单位\n\n完成时限\n\n1\n\n建卫生室20个。\n\n县卫计局\n\n县财政局、各乡镇人民政府\n\n10月底前\n\n2\n\n改造危房1100户。\n\n县住建局\n\n县扶贫办\n\n11月底前\n")
	if got := duties(p, found); got != "1: 县卫计局 | 县财政局 各乡镇人民政府\n2: 县住建局 | 县扶贫办" {
		t.Error(got)
	}
}

func TestRowsOfOneNumberAreItsParts(t *testing.T) {
	for rows, want := range map[string]string{
		"序号|任务|牵头单位|配合单位\n1|建园2处|市林业局|市财政局\n1|改林3片|市林业局|各乡镇\n2|修渠4条|市水利局|": "1(1): 市林业局 | 市财政局\n1(2): 市林业局 | 各乡镇\n2: 市水利局 |",
		"牵头单位|目标\n市林业局|1.建园2处。<br>2.育苗9亩。\n市财政局|1.改林3片":                    "1: 市林业局 |\n2: 市财政局 |",
		"序号|任务|牵头单位\n1|建园2处|市林业局\n|改林3片|市财政局\n一、水利|<|<\n1|修渠4条|市水利局":       "1(1): 市林业局 |\n1(2): 市财政局 |\n一1: 市水利局 |",
	} {
		p, found := reading.Parse(sheetOf("云川区2027年任务分工表", rows), nil)
		if got := duties(p, found); got != want || found.Has(finding.RefTwice) || p.Items[1].Title != "改林3片" {
			t.Errorf("%s\n got %s %q\n%s", rows, got, p.Items[1].Title, findings(found))
		}
	}
}

// A line for each cell, and for each unit of a cell; what is not numbered is of the number above.
func TestALineForEachUnitOfACellIsATable(t *testing.T) {
	p, found := parse(t, "云溪县关于下达2027年实事任务的通知\n序号\n民生实事\n责任单位\n完成时限\n1\n启动建设老年大学。\n县水利局\n县住建局\n县治理指挥部\n12月底前\n2\n建养老中心2处。\n县民政局\n5月底前动工\n改造敬老院3所。\n县民政局\n各有关乡镇\n12月底前\n3\n改造棚户区90户\n县住建局\n县残联\n全年\n分享到：\n上一篇：关于印发《云溪县评估办法》的通知\n")
	if got := duties(p, found); got != "1: 县水利局 县住建局 县治理指挥部 |\n2(1): 县民政局 |\n2(2): 县民政局 各有关乡镇 |\n3: 县住建局 县残联 |" || strings.Contains(p.Title, "评估") {
		t.Errorf("%s %s", p.Title, got)
	}
}

// What a page says of its document may stand in a table of its own, or above the tasks in theirs: every row of it is named,
// and no task is lost.
func TestEveryRowThatAPageSaysOfItsDocumentIsNamed(t *testing.T) {
	facts := "<tr><td>索引号</td><td>0003</td><td>公开方式</td><td>主动公开</td></tr><tr><td>特别提示</td><td>新建学校7所</td><td>甲</td><td>乙</td></tr>"
	tasks := "<tr><td>序号</td><td>任务</td><td>牵头单位</td><td>时限</td></tr><tr><td>1</td><td>新建学校7所。</td><td>区教育局</td><td>全年</td></tr>"
	for _, between := range []string{"</table><table>", ""} {
		doc, _ := document.Read("a.html", []byte("<html><body><p>云川区2027年重点工作任务分解表</p><table>"+facts+between+tasks+"</table></body></html>"))
		p, found := seeds.Parse(doc)
		if len(p.Items) != 1 || p.Items[0].Lead[0].Name != "区教育局" {
			t.Errorf("%q: items %+v", between, p.Items)
		}
		said := ""
		for _, f := range found {
			said += f.Given + "\n"
		}
		for _, row := range []string{"索引号 0003", "特别提示 新建学校7所"} {
			if !strings.Contains(said, row) {
				t.Errorf("%q: %s is nowhere in\n%s", between, row, said)
			}
		}
	}
}

// The rows of a table have numbers of their own: what follows it in a page or a Word document is not taken for them.
func TestWhatFollowsATableOfAPageIsNamed(t *testing.T) {
	rows := "<tr><td>序号</td><td>任务</td><td>牵头单位</td></tr>"
	for _, no := range []string{"1", "2", "3"} {
		rows += "<tr><td>" + no + "</td><td>修路" + no + "条</td><td>市交通局</td></tr>"
	}
	doc, _ := document.Read("a.html", []byte("<html><body><p>青河市2027年任务分工表</p><table>"+rows+"</table><p>各单位要按月报送。</p><div>扫一扫在手机打开</div></body></html>"))
	p, found := seeds.Parse(doc)
	if len(p.Items) != 3 {
		t.Fatalf("items %+v", p.Items)
	}
	for _, words := range []string{"各单位要按月报送", "扫一扫在手机打开"} {
		if !strings.Contains(fmt.Sprint(found), words) {
			t.Errorf("%s is nowhere in %v", words, found)
		}
	}
}
