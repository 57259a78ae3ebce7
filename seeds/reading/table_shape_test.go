package reading_test

import (
	"fmt"
	"strings"
	"testing"

	"tianbao/seeds/reading"
)

func TestATimeOfItsOwnGoesBeforeTheYearOfAHeading(t *testing.T) {
	rows := "序号|任务|2027年目标|主责部门|完成时间\n1|去化房源|800套|地产公司|10月\n2|新签合同|120亿元|市场部|2027.12"
	p, _ := reading.Parse(sheetOf("云川集团2027年重点任务清单", rows), nil)
	if len(p.Items) != 2 || p.Items[0].Targets[0].Due != "2027年10月" || p.Items[1].Targets[0].Due != "2027年12月" {
		t.Errorf("%+v", p.Items)
	}
}

func TestColumnsAreToldByWhatStandsInThem(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"nobody knows the headings of who leads and who helps", "做什么|怎么做|谁负责|谁帮忙\n小区改造|改造小区12个。|区住建局|区财政局、各街道\n就业服务|新增就业3000人。|区人社局|各街道",
			"1: 区住建局 | 区财政局 各街道 | 12个\n2: 区人社局 | 各街道 | 3000人"},
		{"one leads beside who helps", "事项|具体内容|谁来干|谁配合|啥时候干完\n民生|新建幼儿园5所。|区教育局|区财政局|9月底", "1: 区教育局 | 区财政局 | 5所"},
		{"units below a heading of things, their group merged over all", "序号|考核项目|<|分值|考核内容\n1|重点部门|区住建局|60|改造小区12个\n2|重点部门|区水利局|60|疏浚河道20公里\n3|重点部门|区林业局|60|造林300亩",
			"1: 区住建局 |  | 12个\n2: 区水利局 |  | 20公里\n3: 区林业局 |  | 300亩"},
		{"shares of units", "单位|投资目标（亿元）|其中：工业投资（亿元）|新开工项目（个）\n东街街道|8|4|3\n西街街道|10|5|2\n高新园管委会|12|12|6",
			"1: 东街街道 |  | 8亿元 4亿元 3个\n2: 西街街道 |  | 10亿元 5亿元 2个\n3: 高新园管委会 |  | 12亿元 12亿元 6个"},
		{"shares by a measure for all of them, of a number for all of them", "制表日期：2027.1|||单位：亩\n街镇|2027年任务量|任务量约300亩|<\n街镇|2027年任务量|6月底前完成60%|12月底前完成100%\n马陆镇|100|60|100\n安亭镇|200|120|200",
			"1: 马陆镇 |  | 100亩 60亩 100亩\n2: 安亭镇 |  | 200亩 120亩 200亩"},
		{"a column for each year of the plan", "任务|2027年工作项目|2028年计划|2029年计划|牵头部门\n公交|新增公交车20辆。|新增公交车30辆。|新增公交车40辆。|区交通局", "1: 区交通局 |  | 20辆 30辆 40辆"},
		{"a chapter above the headings", "一、党建|<|<\n序号|任务|责任单位\n1|建设支部2个|区委组织部\n二、民生|<|<\n序号|任务|责任单位\n2|建校3所|区教育局", "1: 区委组织部 |  | 2个\n2: 区教育局 |  | 3所"},
		{"tasks numbered on from row to row, two in one cell", "类别|任务内容|责任单位\n一、减负|1.公示率达到100%。<br>2.建立监测点200个。|省教育厅\n二、规范|3.压减机构90%以上。|省教育厅、省市场监管局", "1: 省教育厅 |  | 100%\n2: 省教育厅 |  | 200个\n3: 省教育厅 省市场监管局 |  | 90%"},
		{"numbers that begin anew in each row", "责任单位|工作任务\n区住建局|1.改造小区12个。\n区教育局|1.新建学校2所。", "1: 区住建局 |  | 12个\n2: 区教育局 |  | 2所"},
		{"who leads and who helps in one cell", "序号|任务|牵头部门/责任部门\n1|新增硕士点2个。|研究生院/各学院\n2|就业率达到90%。|教务处、学生处/各学院\n3|学生达到600人。|国际处/-", "1: 研究生院 | 各学院 | 2个\n2: 教务处 学生处 | 各学院 | 90%\n3: 国际处 |  | 600人"},
		{"a rule in the heading is no pair", "任务|责任单位（第一个为牵头单位）\n建校2所。|区教育局<br>区财政局", "1: 区教育局 | 区财政局 | 2所"},
		{"who helps in a bracket", "任务|牵头单位（配合单位）\n建校2所。|区教育局（区财政局、区住建局）", "1: 区教育局 | 区财政局 区住建局 | 2所"},
		{"a heading that begins with its role", "任务|牵头站所|配合站所及村（社区）\n修路9公里|镇规划办|镇经发办、各村（社区）", "1: 镇规划办 | 镇经发办 各村（社区） | 9公里"},
		{"a merged task keeps all columns of its rows", "一级指标|二级指标|建设任务|牵头单位\n办学|领导|完善规则8项|党委办公室\n办学|教育|教师达到120人|人事处", "1(1): 党委办公室 |  | 8项\n1(2): 人事处 |  | 120人"},
		{"many merged rows above the headings", "云川区2027年重点任务分解表|<|<\n2027年3月|<|<\n填报单位：区政府督查室|<|<\n（共1项）|<|<\n第一批|<|<\n序号|任务|责任单位\n1|建校3所|区教育局", "1: 区教育局 |  | 3所"},
	} {
		p, _ := reading.Parse(sheetOf("云川区2027年重点任务分解表", c.rows), nil)
		var got []string
		for i := range p.Items {
			it := &p.Items[i]
			var lead, support, targets []string
			for _, l := range it.Lead {
				lead = append(lead, l.Name)
			}
			for _, s := range it.Support {
				support = append(support, s.Name)
			}
			for _, one := range it.Targets {
				targets = append(targets, fmt.Sprint(one.Min)+one.Unit)
			}
			got = append(got, fmt.Sprintf("%s: %s | %s | %s", it.Ref, strings.Join(lead, " "), strings.Join(support, " "), strings.Join(targets, " ")))
		}
		if all := strings.Join(got, "\n"); all != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, all, c.want)
		}
	}
}
