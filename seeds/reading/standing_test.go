package reading_test

import (
	"strings"
	"testing"

	"tianbao/seeds/finding"
)

// TestStandingRulesAreReadInAnyForm reads rules for every task below that a document states once.
func TestStandingRulesAreReadInAnyForm(t *testing.T) {
	for _, c := range []struct{ name, tasks, want string }{
		{"of several groups, whatever the verb",
			"1.修路。(市交通局牵头;各镇、各街道,下列各项任务均须参与实施)\n2.治水。(市水利局牵头,市林业局配合)",
			"1: 市交通局 | 各镇 各街道\n2: 市水利局 | 市林业局 各镇 各街道"},
		{"of a clause for two places the first of each",
			"1.通车。(责任单位:青河市交通局、市财政局;白水省交通运输厅、财政厅;两省市列首位的为牵头单位,下同)\n2.引水。(责任单位:青河市水利局、市财政局;白水省水利厅、生态环境厅;青白铁路集团公司)",
			"1: 青河市交通局 白水省交通运输厅 | 市财政局 财政厅\n2: 青河市水利局 白水省水利厅 | 市财政局 生态环境厅 青白铁路集团公司"},
		{"of a clause for one place the first alone",
			"1.通车。(责任单位:市交通局、市财政局;市公安局;各责任单位中排首位的为牵头单位,下同)\n2.引水。(责任单位:市水利局;市财政局、市林业局)",
			"1: 市交通局 | 市财政局 市公安局\n2: 市水利局 | 市财政局 市林业局"},
		{"with the words of its scope before the names",
			"1.办学。(市教育局指导;其余各项各县区政府均为落实单位,不另列)\n2.办医。(市卫健委牵头)",
			"1:  | 市教育局 各县区政府\n2: 市卫健委 | 各县区政府"},
		{"of every chapter in the bracket of a heading",
			"一、工业(以下各行动县发改局、县政府督查室均负责督查,不再列)\n1.技改。(县工信局牵头)\n二、农业\n2.种粮。(县农业农村局牵头)",
			"1: 县工信局 | 县发改局 县政府督查室\n2: 县农业农村局 | 县发改局 县政府督查室"},
		{"of one chapter, who leads it",
			"一、公路(本部分任务市交通局均为牵头单位,不再列出)\n1.修路。(配合单位:市财政局)\n二、水运\n2.修港。(市港口局牵头)",
			"1: 市交通局 | 市财政局\n2: 市港口局 |"},
		{"of tasks by their numbers, and of all others",
			"1.修路。(市交通局牵头;除第2、3项外,均由各镇配合,不再注明)\n2.治水。(市水利局牵头)\n3.种树。(市林业局牵头)\n4.办学。(市教育局牵头)\n(第2项、第3项市财政局均需配合,不再列出)",
			"1: 市交通局 | 各镇\n2: 市水利局 | 市财政局\n3: 市林业局 | 市财政局\n4: 市教育局 | 各镇"},
		{"behind the clause of the last task, of those above",
			"1.招人(县卫健局牵头);\n2.签约(县卫健局、县医院)。以上任务,县医保局、各乡镇均要主动配合,不再一一列出。",
			"1: 县卫健局 | 县医保局 各乡镇\n2: 县卫健局 县医院 | 县医保局 各乡镇"},
		{"of the order, in a heading, by numbered notes, by a mark",
			"备注:\n1.责任单位有多个的,第一家为牵头单位;\n2.市属各企业落实各项任务,表中不再体现。\n一、改革(△为牵头单位)\n(一)重组。(市国资委、市财政局)",
			"一(一): 市国资委 | 市财政局 市属各企业"},
		{"of the order of one clause alone",
			"1.水厂。(市水务局、市发改委,前者牵头、后者配合)\n2.管网。(市住建局、市水务局)",
			"1: 市水务局 | 市发改委\n2: 市住建局 市水务局 |"},
		{"of what parts those that lead from the others",
			"说明:责任单位中用“;”隔开的,前为牵头单位,后为配合单位。\n1.引资。(市投促局、市商务局;市工信局、各街道)",
			"1: 市投促局 市商务局 | 市工信局 各街道"},
		{"of its own task and those below, of those above and below",
			"1.修路。(市交通局牵头;本项及以下各项均需各县区党委、政府贯彻落实,不再列出)\n2.治水。(市水利局牵头;以上及以下任务均由各镇落实,不再重复)",
			"1: 市交通局 | 各县区党委、政府 各镇\n2: 市水利局 | 各县区党委、政府 各镇"},
		{"whose role stands before them, and groups that do the same below",
			"1.修路。(市交通局牵头;以下各项任务落实主体均为各县区政府,不再列出)\n2.治水。(市水利局牵头;各镇、各街道按职责落实,下同)\n3.种树。(市林业局牵头)",
			"1: 市交通局 | 各县区政府\n2: 市水利局 | 各镇 各街道 各县区政府\n3: 市林业局 | 各县区政府 各镇 各街道"},
		{"of some tasks, but not which",
			"1.修路。(市交通局牵头;凡涉及各县区的任务,各县区政府均为责任单位,不再列出)\n2.治水。(市水利局牵头)",
			"1: 市交通局 |\n2: 市水利局 |"},
		{"of words that make no name of what they stand before",
			"1.修路。(市交通局牵头;嗣后诸般各县区政府均为落实单位,不再列出)",
			"1: 市交通局 | 各县区政府"},
		{"groups that carry out are not who answers, behind a label of either",
			"1.办学。(责任单位:市教育局,配合单位:市财政局、市人社局等,各县政府负责落实)\n2.办医。(责任单位:市卫健委、市医保局,各县政府负责实施)\n3.修路。(责任单位:市交通局,配合单位:市公安局,各区政府组织实施)",
			"1: 市教育局 | 市财政局 市人社局 各县政府 等\n2: 市卫健委 市医保局 | 各县政府\n3: 市交通局 | 市公安局 各区政府"},
	} {
		unclear := strings.HasPrefix(c.name, "of words that make no name") || strings.HasPrefix(c.name, "of some tasks")
		for _, tasks := range []string{c.tasks, fullWidth.Replace(c.tasks)} {
			p, found := parse(t, page(tasks))
			if found.Has(finding.ClauseUnclear) != unclear {
				t.Errorf("%s: clause-unclear %v", c.name, !unclear)
			}
			if got := duties(p, found); got != c.want {
				t.Errorf("%s\n%s\n got\n%s\nwant\n%s", c.name, tasks, got, c.want)
			}
		}
	}
}

// TestWhatTasksSayOfManyIsNoStandingRule reads tasks that speak of all places and all work, and give nobody to other tasks.
func TestWhatTasksSayOfManyIsNoStandingRule(t *testing.T) {
	for _, task := range []string{"全部行政村均通硬化路,不再新建砂石路", "所有乡镇均建成卫生院", "其余乡镇均完成厕所改造", "所有县区都要建立专班", "各项指标均优于全省平均水平",
		"以下五项工作均由市直部门完成", "以上地区均需落实河长制", "所有事项均由政务服务中心受理,不再设立窗口", "今后各县区均需每年举办一次招聘会", "建成全市第一个由企业牵头的创新中心",
		"各项工作任务均由分管领导牵头", "其他县区均为推广单位,示范县为试点单位", "各部门对所有任务实行清单管理,不再单列计划"} {
		p, found := parse(t, page("1."+task+"。(市交通局、市财政局)\n2.办学。(市教育局牵头)"))
		if got, want := duties(p, found), "1: 市交通局 市财政局 |\n2: 市教育局 |"; got != want || found.Has(finding.RuleTaken) || found.Has(finding.ClauseUnclear) {
			t.Errorf("%s: got\n%s", task, got)
		}
	}
}
