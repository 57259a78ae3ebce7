package reading_test

import (
	"strings"
	"testing"
)

// TestClausesAreReadByTheirShape reads words that no vocabulary holds, by where they stand.
func TestClausesAreReadByTheirShape(t *testing.T) {
	for _, c := range []struct{ name, tasks, want string }{
		{"any mark between a label and its names",
			"1.办学。(牵头单位为市教育局,配合单位是市财政局)\n2.办医。牵头单位——市卫健委;配合单位——市医保局\n3.修路。(牵头)市交通局;(配合)市财政局\n4.治水。(责任单位市水利局)",
			"1: 市教育局 | 市财政局\n2: 市卫健委 | 市医保局\n3: 市交通局 | 市财政局\n4: 市水利局 |"},
		{"a label that is not known labels units where nothing but units is behind it; the first of two leads",
			"1.办学。(挂点:市教育局;责任单位:市体育局)\n2.办医。(包抓:市卫健委;帮扶:市医保局)\n3.修路。(挂点:王某某;责任单位:市交通局)",
			"1: 市体育局 | 市教育局\n2: 市卫健委 | 市医保局\n3: 市交通局 |"},
		{"what is beside names in a list is a name, whatever it ends in, and no verb",
			"1.办学。(市教育局牵头,市城投、市财政局、市水投配合)\n2.办医。(责任单位:市卫健委、市一中)\n3.修路。(市交通局牵头,市民参与,省市联动推进)",
			"1: 市教育局 | 市城投 市财政局 市水投\n2: 市卫健委 市一中 |\n3: 市交通局 |"},
		{"what follows the names is what they do, whatever the verb",
			"1.办学。(市教育局牵头,市财政局安排资金)\n2.办医。(市卫健委谋划,市医保局、住建局要大力支持)\n3.修路。(市交通局为牵头单位,市财政局为配合单位)\n4.治水。(责任单位:市水利局,市民政局协同抓)",
			"1: 市教育局 | 市财政局\n2: 市卫健委 | 市医保局 住建局\n3: 市交通局 | 市财政局\n4: 市水利局 | 市民政局"},
		{"two names that any word parts are two: the first leads",
			"1.办学。(市教育局商市财政局、市人社局落实)\n2.办医。(市卫健委联合市医保局推进)\n3.收税。(国家税务总局青河市税务局负责)\n4.治安。(市公安局青山区分局负责)",
			"1: 市教育局 | 市财政局 市人社局\n2: 市卫健委 | 市医保局\n3: 国家税务总局青河市税务局 |\n4: 市公安局青山区分局 |"},
		{"a sign at a name of a list leads",
			"1.办学。(责任单位:*市教育局、市财政局)\n2.办医。(市卫健委、★市医保局)\n3.修路。\n→市交通局、市财政局负责",
			"1: 市教育局 | 市财政局\n2: 市医保局 | 市卫健委\n3: 市交通局 市财政局 |"},
		{"who is named before the first comma leads, where the document says so",
			"1.办学。(市教育局、市体育局,市财政局;首个逗号前为牵头单位,下同)\n2.办医。(市卫健委,市医保局、市民政局)",
			"1: 市教育局 市体育局 | 市财政局\n2: 市卫健委 | 市医保局 市民政局"},
		{"who leads before the task, who helps behind it",
			"1.【市教育局】新建学校3所。(配合:市财政局)\n2.【市卫健委】新建医院2所。(配合:市医保局)",
			"1: 市教育局 | 市财政局\n2: 市卫健委 | 市医保局"},
		{"strokes part units of their own, not the two names of one",
			"1.办学。(市教育局/市财政局负责)\n2.办会。(市企业联合会/企业家协会牵头,市商务局配合)",
			"1: 市教育局 市财政局 |\n2: 市企业联合会/企业家协会 | 市商务局"},
		{"a line of units below each task, a label on a line of its own, units behind a dash or a blank",
			"1.办学。\n市教育局、市财政局\n2.办医。\n市卫健委\n3.修路。\n责任单位:\n市交通局、市财政局\n4.治水3处——市水利局、市财政局\n5.新建绿化面积3公顷 市林业局、市财政局",
			"1: 市教育局 市财政局 |\n2: 市卫健委 |\n3: 市交通局 市财政局 |\n4: 市水利局 市财政局 |\n5: 市林业局 市财政局 |"},
		{"a label on lines below the tasks that mostly labels units does",
			"1.办学。\n挂点:市教育局、市财政局\n2.办医。\n挂点:市卫健委\n3.修路。\n备注:省级项目",
			"1: 市教育局 市财政局 |\n2: 市卫健委 |\n3:  |"},
		{"a bracket over several lines, of units alone",
			"1.办学。新建学校3所，改造学校5所，培训教师500名以上。（市教育局、市财政\n局、市人力资源和社会保障局、市自然资源和规划局、市住房和城乡\n建设局）\n2.办医。（市卫健委）",
			"1: 市教育局 市财政局 市人力资源和社会保障局 市自然资源和规划局 市住房和城乡建设局 |\n2: 市卫健委 |"},
		{"places that share the end of the last of them",
			"1.征地。(市教育局牵头,那洪及金凯街道办事处配合)\n2.通车。(市交通局牵头,白河、青山市政府配合)\n3.建园。(城投公司、高新区负责)",
			"1: 市教育局 | 那洪 金凯街道办事处\n2: 市交通局 | 白河 青山市政府\n3: 城投公司 高新区 |"},
		{"persons alone who answer, and groups behind 等",
			"1.修路。(孙某负责)\n2.办医。(市卫健委、市医保局等市级有关部门负责)\n3.办学。(王某某,市教育局)",
			"1:  |\n2: 市卫健委 市医保局 | 等\n3: 市教育局 |"},
		{"a line of who else is responsible below a task with its clause",
			"1.修路。(市交通局牵头)\n配合单位 | 市财政局\n2.治水。(市水利局牵头)\n配合单位 | 市林业局",
			"1: 市交通局 | 市财政局\n2: 市水利局 | 市林业局"},
		{"a group, and what it does",
			"1.办学。(市教育局牵头,各乡镇街道贯彻落实)\n2.办医。(市卫健委牵头,各县区抓好落实)\n3.建站。(各乡镇卫生院负责)",
			"1: 市教育局 | 各乡镇街道\n2: 市卫健委 | 各县区\n3: 各乡镇卫生院 |"},
		{"a clause from which the task goes on",
			"1.脱贫。由市扶贫办牵头,市财政局、市住建局等部门配合,确保脱贫1.2万人。\n2.由市发改局会同市统计局负责,新增项目130个。\n3.由各乡镇负责,清洁村庄。市农业农村局负责督导。\n4.由市商务局牵头建立机制,定期会商。(市商务局负责)",
			"1: 市扶贫办 | 市财政局 市住建局 等\n2: 市发改局 | 市统计局\n3: 各乡镇 | 市农业农村局\n4: 市商务局 |"},
		{"a heading that begins with what a role is called is none",
			"一、支持企业开拓国际市场\n1.参展20家。(责任单位市商务局)\n二、支持乡镇建设农贸市场\n2.建场2处。(配合单位市财政局、市商务局)",
			"1: 市商务局 |\n2:  | 市财政局 市商务局"},
		{"a sentence with an object of its own is a task, and no bare word a unit",
			"1.认定。由市科技局会同市财政局组织开展企业认定,认定100家。(市科技局负责)\n2.社会保障惠民。(市人社局负责)",
			"1: 市科技局 |\n2: 市人社局 |"},
		{"roles behind names in brackets of any kind",
			"1.种粮。责任单位:市农业农村局[牵头],市财政局、市水利局\n2.储粮。(市粮食和物资储备局牵头)",
			"1: 市农业农村局 | 市财政局 市水利局\n2: 市粮食和物资储备局 |"},
		{"groups joined to names, told by the word they begin with",
			"1.执法。(市司法局牵头,市城管局及其他有关执法部门配合)\n2.审批。(市政府办牵头,市政府相关部门和单位及各地区负责)\n3.服务。(市工信局;各区、镇、办事处)",
			"1: 市司法局 | 市城管局 其他有关执法部门\n2: 市政府办 | 市政府相关部门和单位 各地区\n3: 市工信局 各区、镇、办事处 |"},
		{"a label of who answers below the heading of who leads",
			"(一)强链(牵头部门:市招商局)\n1.签约5个。\n2.对接8场。(责任部门:市发改局、市商会)\n3.建厂。(牵头部门:市建设局;责任部门:市规划局)",
			"1: 市招商局 |\n2: 市招商局 | 市发改局 市商会\n3: 市建设局 | 市规划局"},
		{"a standing rule that says of whom it is",
			"1.增长5%。(市发改委牵头,市统计局配合;各县区政府为以下各项指标的责任单位,不再一一列出)\n2.就业3万人。(市人社局牵头)",
			"1: 市发改委 | 市统计局 各县区政府\n2: 市人社局 | 各县区政府"},
		{"a standing rule of any verb",
			"1.办学。(市教育局、各县区政府,以下均涉及各县区政府,不再重复列出)\n2.办医。(市卫健委)",
			"1: 市教育局 各县区政府 |\n2: 市卫健委 | 各县区政府"},
		{"units without a role below a heading that leads help",
			"一、市教育局(2项)\n1.新建学校3所。(市财政局)\n2.办夜校。\n二、市卫健委、市医保局(1项)\n3.新建医院2所。(市财政局、各县区政府)",
			"1: 市教育局 | 市财政局\n2: 市教育局 |\n3: 市卫健委 市医保局 | 市财政局 各县区政府"},
		{"(一) and (二) within each article",
			"第一条 办学\n新建学校3所。(责任单位:市教育局)\n第二条 办医\n(一)新建医院2所。(责任单位:市卫健委)\n(二)引进医生9名。(责任单位:市人社局)\n第三条 修路\n(一)新建道路3条。(责任单位:市交通局)\n附则\n1.本措施由市教育局会同各部门解释。\n2.自发布之日起施行。",
			"1: 市教育局 |\n2(一): 市卫健委 |\n2(二): 市人社局 |\n3(一): 市交通局 |"},
	} {
		for _, tasks := range []string{c.tasks, fullWidth.Replace(c.tasks)} {
			p, found := parse(t, page(tasks))
			if got := duties(p, found); got != c.want {
				t.Errorf("%s\n%s\n got\n%s\nwant\n%s", c.name, tasks, got, c.want)
			}
			for _, u := range p.Units {
				if !strings.Contains(c.want, u.Name) && !strings.Contains(c.want, string([]rune(u.Name)[1:])) && !strings.Contains(c.want, string([]rune(u.Name)[:2])+" ") {
					t.Errorf("%s: %s is no unit", c.name, u.Name)
				}
			}
		}
	}
}

func TestAChapterNobodyAnswersForIsNoTaskWhereAllOthersAre(t *testing.T) {
	tasks := "一、对象\n本措施适用于本市。\n二、内容\n1.办学。(市教育局)\n2.办医。(市卫健委)\n3.修路。(市交通局)\n4.治水。(市水利局)\n5.育林。(市林业局)\n三、施行\n1.本措施由市教育局和相关部门负责解释。\n"
	for _, tasks := range []string{tasks, fullWidth.Replace(tasks)} {
		p, found := parse(t, tasks)
		if len(p.Items) != 5 || !strings.Contains(findings(found), "施行") {
			t.Errorf("%d items; %v", len(p.Items), found)
		}
	}
}
