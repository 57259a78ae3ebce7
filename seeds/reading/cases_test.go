package reading_test

import (
	"fmt"
	"strings"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
)

// duties writes who does what: 1: leads | supports; an open list ends in 等.
func duties(p *plan.Plan, found finding.List) string {
	open := map[string]bool{}
	for _, f := range found {
		open[f.Ref] = open[f.Ref] || f.Code == finding.ListOpen
	}
	var lines []string
	for i := range p.Items {
		it := &p.Items[i]
		line := it.Ref + ": " + writtenIn(it.Lead) + " | " + writtenIn(it.Support)
		if open[it.Ref] {
			line += " 等"
		}
		lines = append(lines, strings.TrimRight(strings.ReplaceAll(line, "|  等", "| 等"), " "))
	}
	return strings.Join(lines, "\n")
}

// page is a small document of the genre around its tasks.
func page(tasks string) string {
	return "云川市2027年重点工作任务分工方案\n一、产业\n" + tasks + "\n"
}

// TestWhoIsResponsible reads clauses of every form, in punctuation of either width.
func TestWhoIsResponsible(t *testing.T) {
	for _, c := range []struct{ name, tasks, want string }{
		{"等和, 等及 and a collective",
			"1.促销。(市商务局、市发展改革委、市财政局等和各县区政府负责)\n2.建网点。(市商务局、市邮政局等及各县区政府负责)\n3.办展。(市会展办、市贸促会等以及各街道负责)",
			"1: 市商务局 市发展改革委 市财政局 各县区政府 | 等\n2: 市商务局 市邮政局 各县区政府 | 等\n3: 市会展办 市贸促会 各街道 | 等"},
		{"等部门及 and a collective",
			"1.登记。(市自然资源局牵头,市住建局、市税务局等部门及各县区政府按职责分工负责)",
			"1: 市自然资源局 | 市住建局 市税务局 各县区政府 等"},
		{"verbs of duty glued to the name",
			"1.修路。(市交通局总牵头,市财政局保障资金)\n2.治水。(市水利局负总责,各县区政府具体负责)\n3.造林。(市林业局抓总,市农业农村局做好日常工作)",
			"1: 市交通局 | 市财政局\n2: 市水利局 | 各县区政府\n3: 市林业局 | 市农业农村局"},
		{"one unit helps another",
			"1.引水。(市水利局会同市发展改革委、市财政局负责)\n2.建库。(市财政局协助市粮食局负责)\n3.修坝。(市应急局配合各县区政府落实)",
			"1: 市水利局 | 市发展改革委 市财政局\n2: 市粮食局 | 市财政局\n3: 各县区政府 | 市应急局"},
		{"a leader is no unit",
			"1.办会。(责任单位:市商务局;督办领导:张某某)\n2.办赛。(牵头市领导:李某某;牵头单位:市体育局;联络员:王某)\n3.办学。(责任单位:市教育局局长赵某某、市财政局)",
			"1: 市商务局 |\n2: 市体育局 |\n3: 市教育局 市财政局 |"},
		{"an unknown label does not swallow the units behind it",
			"1.发展大棚。(牵头领导:张某某;主管部门:市农业农村局;责任单位:各乡镇)\n2.建市场。(完成时限:6月底;督导单位:市商务局;责任单位:市市场监管局)\n3.修渠。(分管领导:李某;技术指导单位:市水科院;责任单位:市水利局)",
			"1: 市农业农村局 | 各乡镇\n2: 市市场监管局 | 市商务局\n3: 市水利局 | 市水科院"},
		{"部门分工 on its own line",
			"1.地区生产总值增长6%以上。\n分管市领导:李某某\n部门分工:市发展改革委牵头,各地、各部门配合。\n2.新建学校5所。\n分管市领导:王某某\n部门分工:市教育局牵头,市自然资源局、市财政局等配合。",
			"1: 市发展改革委 | 各地 各部门\n2: 市教育局 | 市自然资源局 市财政局 等"},
		{"a verb phrase behind the last unit",
			"1.建平台。(市科技局、市工信局按职责分工负责,各县区政府结合实际落实)\n2.建厕所。(市城管局统筹,各区政府组织实施)\n3.清河道。(市水利局牵头,各乡镇人民政府按属地原则抓好落实)",
			"1: 市科技局 市工信局 | 各县区政府\n2: 市城管局 | 各区政府\n3: 市水利局 | 各乡镇人民政府"},
		{"a name with 牵头 in it",
			"1.考核。(牵头单位:市委组织部,配合单位:各项目牵头单位、市财政局)\n2.督查。(市政府督查室牵头,各任务责任单位配合)",
			"1: 市委组织部 | 各项目牵头单位 市财政局\n2: 市政府督查室 | 各任务责任单位"},
		{"第一责任单位 goes before 主要责任单位",
			"1.修路。(第一责任单位:市交通局;主要责任单位:市财政局、各县区政府)\n2.架桥。(主要责任单位:市住建局;责任单位:市水利局)\n3.挖渠。(主要责任单位:市水利局;协同配合单位:各乡镇)",
			"1: 市交通局 | 市财政局 各县区政府\n2: 市住建局 | 市水利局\n3: 市水利局 | 各乡镇"},
		{"指导 alone is a role, and its bracket closes a sentence",
			"1.建体系。培育示范企业10家。(市工信局、市商务局负责)推行回收,回收率达到60%。(市发展改革委、市生态环境局指导)健全标准。(市市场监管局负责)\n2.开展试点。(市生态环境局指导)",
			"1(1): 市工信局 市商务局 |\n1(2):  | 市发展改革委 市生态环境局\n1(3): 市市场监管局 |\n2:  | 市生态环境局"},
		{"指导 beside 落实, and a standing rule",
			"1.建机制。(市生态环境局指导,各县区政府负责落实。以下均需各县区政府落实,不再列出)\n2.建指标。(市统计局牵头,市生态环境局参与)",
			"1: 各县区政府 | 市生态环境局\n2: 市统计局 | 市生态环境局 各县区政府"},
		{"a standing rule among labels",
			"1.稳增长。(预期性指标,牵头单位:市发改委;责任单位:市政府有关部门,各县市区,以下均需各县市区落实,不再逐一列出)\n2.提效率。(约束性指标,牵头单位:市统计局;责任单位:市人社局)",
			"1: 市发改委 | 市政府有关部门 各县市区\n2: 市统计局 | 市人社局 各县市区"},
		{"a standing rule in other words",
			"1.植树。(市林业局牵头;各县区政府均为责任单位,不再列出)\n2.种草。(市林业局、市城管局负责,排名第一的为牵头单位)\n3.护林。(市林业局、市公安局负责)",
			"1: 市林业局 | 各县区政府\n2: 市林业局 | 市城管局 各县区政府\n3: 市林业局 | 市公安局 各县区政府"},
		{"elided levels and several commas",
			"1.算力。(省科技厅、工业和信息化厅按职责分工负责,各地级以上市人民政府结合实际落实)\n2.金融。(人民银行云川省分行牵头,省委金融办,云川金融监管局按职责分工负责)\n3.司法。(省法院、检察院按职责分工负责)",
			"1: 省科技厅 工业和信息化厅 | 各地级以上市人民政府\n2: 人民银行云川省分行 | 省委金融办 云川金融监管局\n3: 省法院 检察院 |"},
		{"groups that go on",
			"1.引才。(牵头单位:市委组织部,配合单位:市财政局,各区、县级市)\n2.留才。(牵头单位:市人社局,配合单位:各有关单位,各有关区、县级市)",
			"1: 市委组织部 | 市财政局 各区、县级市\n2: 市人社局 | 各有关单位 各有关区、县级市"},
		{"牵头责任单位 and 相关责任单位 on lines of their own",
			"1.调结构。\n牵头责任单位:市发展改革委、工业和信息化局\n相关责任单位:各县(市、区)政府\n2.促消费。\n牵头责任单位:市商务局\n相关责任单位:各县(市、区)政府",
			"1: 市发展改革委 工业和信息化局 | 各县(市、区)政府\n2: 市商务局 | 各县(市、区)政府"},
		{"labels without a separator and blanks for commas",
			"1.办学。\n牵头单位 市教育局 配合单位 市财政局 市人社局\n2.办医。牵头单位:市卫健委配合单位:市医保局、市财政局",
			"1: 市教育局 | 市财政局 市人社局\n2: 市卫健委 | 市医保局 市财政局"},
		{"tasks that run on in one paragraph",
			"为落实部署,提出以下意见。1.新增企业20家。责任单位:市商务局、市财政局。2.建设孵化器3个。责任单位:市科技局。",
			"1: 市商务局 市财政局 |\n2: 市科技局 |"},
		{"the unit is the heading",
			"(一)市公安局。负责对户籍管理的调研,形成报告。\n(二)市教育局:负责对教育规划的调研。",
			"一(一): 市公安局 |\n一(二): 市教育局 |"},
		{"sentences of their own without brackets",
			"1.建基地。建设中试基地3个。由市科技局牵头,市教育局、市财政局等配合。\n2.改造旧街12条,由市住建局负责,相关街道配合。\n3.办会展。市商务局牵头,市公安局按职责分工负责,各区政府负责落实。\n4.由市商务局牵头建立统筹机制,定期会商。(市商务局负责)\n5.组织企业参加云川展会。(市贸促会负责)",
			"1: 市科技局 | 市教育局 市财政局 等\n2: 市住建局 | 相关街道\n3: 市商务局 | 市公安局 各区政府\n4: 市商务局 |\n5: 市贸促会 |"},
		{"fields that share an office",
			"1.兴业。(市经信局牵头,市发展改革、财政、科技局按职责配合)\n2.招商。(市招商局、市教育、商务等部门,各区政府按职责分工负责)\n3.育林。(市林业、水利局负责)\n4.责任到人。(市发展改革委、市财政局、市林业局负责)",
			"1: 市经信局 | 市发展改革 财政 科技局\n2: 市招商局 市教育 商务 各区政府 | 等\n3: 市林业 水利局 |\n4: 市发展改革委 市财政局 市林业局 |"},
		{"a role across two offices of a name",
			"1.履职。(市委办公室牵头,市政协办公室、市人大常委会办公室配合)",
			"1: 市委办公室 | 市政协办公室 市人大常委会办公室"},
		{"committees and their governments",
			"1.执法。(牵头单位:市司法局,责任单位:各县(市、区)委、人民政府)\n2.建园。(高新区党工委、管委会负责)\n3.管园。(高新区管委会负责)",
			"1: 市司法局 | 各县(市、区)委、人民政府\n2: 高新区党工委 管委会 |\n3: 高新区管委会 |"},
		{"blanks between the units of a bracket",
			"1.建房(市住建局 市发改局 市公安局)。\n2.修路(市交通局 市财政局)。",
			"1: 市住建局 市发改局 市公安局 |\n2: 市交通局 市财政局 |"},
		{"主办 and 协办 on lines of their own",
			"1.种粮。\n主办:市农业农村局\n协办:市财政局\n2.养鱼。\n主办:市水利局\n协办:各镇",
			"1: 市农业农村局 | 市财政局\n2: 市水利局 | 各镇"},
		{"a clause for all tasks above it",
			"1.建平台。\n2.建基地。\n以上任务由市科技局牵头,市教育局配合。\n3.引项目。\n4.引资金。\n以上任务由市财政局负责。",
			"1: 市科技局 | 市教育局\n2: 市科技局 | 市教育局\n3: 市财政局 |\n4: 市财政局 |"},
		{"brackets of units between commas",
			"1.护宝。公布文物30处(市文旅局),新增非遗50个(市文旅局、各县区政府),建成工坊20个(市文旅局、市人社局)。",
			"1(1): 市文旅局 |\n1(2): 市文旅局 各县区政府 |\n1(3): 市文旅局 市人社局 |"},
		{"angle brackets in a group",
			"1.办园。(市教育局,市委农办,各县<市、区>人民政府负责)",
			"1: 市教育局 市委农办 各县<市、区>人民政府 |"},
		{"the clause is a numbered line",
			"1.办学。\n(1)目标:新建学校3所。\n(2)责任单位:市教育局、市财政局。\n2.办医。\n(1)目标:新建医院2所。\n(2)责任单位:市卫健委。",
			"1(1): 市教育局 市财政局 |\n2(1): 市卫健委 |"},
		{"a section that is nothing but the clause",
			"(一)目标任务\n1.办厂2家。\n2.招商3家。\n(二)责任分工\n牵头单位:市工信局\n责任单位:市商务局\n",
			"1: 市工信局 | 市商务局\n2: 市工信局 | 市商务局"},
		{"articles for numbers",
			"第一条 办学。牵头单位:市教育局。配合单位:市财政局。\n第二条 办医。牵头单位:市卫健委。配合单位:市医保局。",
			"1: 市教育局 | 市财政局\n2: 市卫健委 | 市医保局"},
		{"groups that carry out what others answer for",
			"1.治水。(市水利局、市住建局按职责分工负责,各县区政府负责落实)\n2.治山。(各县区政府负责落实)",
			"1: 市水利局 市住建局 | 各县区政府\n2: 各县区政府 |"},
		{"a clause in the heading covers the plain text below",
			"1.壮大农业(牵头单位:市农业农村局;配合单位:市财政局)\n新建大棚300座,产值达到5亿元。\n2.做强工业(牵头单位:市工信局)\n规上企业达到120家。",
			"1: 市农业农村局 | 市财政局\n2: 市工信局 |"},
	} {
		for _, tasks := range []string{c.tasks, fullWidth.Replace(c.tasks)} {
			p, found := parse(t, page(tasks))
			want := c.want
			if tasks != c.tasks {
				want = strings.NewReplacer("(市、区)", "（市、区）").Replace(want)
			}
			if got := duties(p, found); got != want {
				t.Errorf("%s\n%s\n got\n%s\nwant\n%s", c.name, tasks, got, want)
			}
			for _, u := range p.Units {
				if !strings.Contains(c.want, u.Name) && !strings.Contains(c.want, string([]rune(u.Name)[1:])) {
					t.Errorf("%s: %s is no unit", c.name, u.Name)
				}
			}
		}
	}
}

func TestAChapterThatIsAUnitLeadsWhatStandsBelow(t *testing.T) {
	p, found := parse(t, "云川县2027年任务清单\n一、县农业农村局牵头工作（3项）\n1.建设高标准农田2万亩。\n2.打造菌菇基地。（县财政局配合）\n二、县商务局（1项）\n3.引进外资3000万美元。\n")
	if got, want := duties(p, found), "1: 县农业农村局 |\n2: 县农业农村局 | 县财政局\n3: 县商务局 |"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	counts := ""
	for _, f := range found {
		if f.Code == finding.CountDiffers {
			counts += f.Given + ">" + f.Expected
		}
	}
	if counts != "3项>2项" {
		t.Errorf("counts %q: %v", counts, found)
	}
}

// tables gives a table as HTML, its rows with | between cells.
func tableOf(rows string) []byte {
	var out strings.Builder
	out.WriteString("<html><body><p>云川市2027年重点任务分解表</p><table>")
	for _, row := range strings.Split(rows, "\n") {
		out.WriteString("<tr>")
		for _, cell := range strings.Split(row, "|") {
			cell = strings.TrimSpace(cell)
			span := ""
			if n, rest, ok := strings.Cut(cell, "^"); ok {
				span, cell = ` rowspan="`+n+`"`, rest
			}
			if cell == "<" {
				continue // below a merged cell
			}
			fmt.Fprintf(&out, "<td%s>%s</td>", span, cell)
		}
		out.WriteString("</tr>")
	}
	out.WriteString("</table></body></html>")
	return []byte(out.String())
}

func TestTablesAreReadByTheirShape(t *testing.T) {
	for _, c := range []struct{ name, rows, want, left string }{
		{"a heading that is not known", "序号|重点工作|责任领导|责任单位|完成时限\n1|盘活闲置土地400亩。|马某|改革办|全年\n2|推进污水厂提升。|张某|规划建设局、招商工作部|6月底",
			"1: 改革办 |\n2: 规划建设局 招商工作部 |", "责任领导:马某"},
		{"headings that say nothing", "No|做什么事|谁来做这件事\n1|盘活闲置土地400亩,形成台账。|市自然资源局、市城管局\n2|推进污水厂提升改造。|市水利局",
			"1: 市自然资源局 市城管局 |\n2: 市水利局 |", "No:1"},
		{"headings of two rows", "2^序号|2^任务|责任分工|责任分工|2^备注\n<|<|牵头单位|配合单位|<\n1|建成高速公路56公里|县交通局|县自然资源局|省重点\n2|改造公路300公里|县交通局|各乡镇|",
			"1: 县交通局 | 县自然资源局\n2: 县交通局 | 各乡镇", "备注:省重点"},
		{"two columns of duty: the first leads", "序号|主要任务|责任单位|责任部门\n1|新建学校2所|市教育局|市财政局、市住建局\n2|新建医院1所|市卫健委|市财政局",
			"1: 市教育局 | 市财政局 市住建局\n2: 市卫健委 | 市财政局", ""},
		{"牵头, 主责 and 协办", "序号|重点任务|工作措施|牵头部门|主责单位|协办单位|完成时限\n1|空气|新建监测站20个。|市生态环境局|各区政府|市交通委、市住建委等部门|年底前",
			"1: 市生态环境局 | 各区政府 市交通委 市住建委 等", ""},
		{"a merged column before the numbers is chapters", "工作重点|序号|主要工作任务|牵头单位\n2^一、发展指标|1|财政收入增长13%。|市财政局\n<|2|外贸增长15%。|市商务局\n二、民生|3|新增学位900个。|市教育局",
			"1: 市财政局 |\n2: 市商务局 |\n3: 市教育局 |", ""},
		{"a merged column before tasks that number themselves", "任务内容|标准|工作要求|责任单位或牵头单位|协助单位\n2^环境|1、绿化扎实。|保护植被。|市规划局|市国土局<br>市林业局\n<|2、防护绿地。|加强管护。|市规划局 市建设局|有关部门",
			"1: 市规划局 | 市国土局 市林业局\n2: 市规划局 市建设局 | 有关部门", ""},
	} {
		doc, _ := document.Read("a.html", tableOf(c.rows))
		p, found := reading.Parse(doc, nil)
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
		if strings.Contains(c.rows, "一、发展指标") && (len(p.Chapters) != 2 || p.Chapters[0].Title != "发展指标") {
			t.Errorf("%s: chapters %+v", c.name, p.Chapters)
		}
	}
}

func TestATableFlattenedToLinesIsRead(t *testing.T) {
	p, found := parse(t, "云川区2027年政府工作报告任务分解表\n序号\n重点工作任务\n主要责任单位\n协同配合单位\n一、主要预期目标\n3\n固定资产投资增长7.5%左右。\n区发改委\n区工信局、区住建局，各乡镇人民政府。\n二、改善民生\n68\n推进学前教育普及。\n区教育局\n69\n托位数提高至5600个。\n区卫健委\n区教育局。\n")
	if got, want := duties(p, found), "3: 区发改委 | 区工信局 区住建局 各乡镇人民政府\n68: 区教育局 |\n69: 区卫健委 | 区教育局"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(p.Chapters) != 2 {
		t.Errorf("chapters %+v", p.Chapters)
	}
}

func TestTraditionalCharactersAreSaid(t *testing.T) {
	doc, _ := document.Read("a.txt", []byte("雲川市2027年重點工作任務分工方案\n一、產業\n1.新增規上企業20家。（市工信局牽頭，市財政局配合）\n2.新建學校5所。（市教育局負責）\n"))
	_, found := reading.Parse(doc, nil)
	if !found.Has(finding.DocumentTraditional) {
		t.Errorf("%v", found)
	}
}

func TestChaptersOfATableDoNotTakeTheNumbersOfTheText(t *testing.T) {
	for before, want := range map[string]string{
		"一、工业\n1.办厂。(市工信局负责)\n":      "1 工业,2 交通,",
		"一、强化责任。各单位要细化措施。\n请抓好落实。\n": "1 交通,",
	} {
		p, _ := parse(t, "云川市2027年重点工作任务分工\n"+before+"类别\t序号\t任务\t牵头单位\n一、交通\t1\t修路\t市交通局\n一、交通\t2\t架桥\t市住建局\n")
		got := ""
		for _, c := range p.Chapters {
			got += fmt.Sprintf("%d %s,", c.No, c.Title)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", before, got, want)
		}
	}
}
