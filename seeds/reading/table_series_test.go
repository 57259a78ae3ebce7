package reading_test

import (
	"strings"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/reading"
)

// tablesOf is a page of paragraphs and tables: "|" parts the cells of a row, a blank line the tables.
func tablesOf(lines string) *document.Document {
	var page strings.Builder
	page.WriteString("<html><body>")
	open := false
	for _, line := range append(strings.Split(lines, "\n"), "") {
		row := strings.Contains(line, "|")
		if open && !row {
			page.WriteString("</table>")
		}
		switch {
		case row && !open:
			page.WriteString("<table border=1>")
			fallthrough
		case row:
			page.WriteString("<tr><td>" + strings.ReplaceAll(line, "|", "</td><td>") + "</td></tr>")
		case line != "":
			page.WriteString("<p>" + line + "</p>")
		}
		open = row
	}
	page.WriteString("</body></html>")
	doc, _ := document.Read("a.html", []byte(page.String()))
	return doc
}

func TestTablesOfOneDocumentAreReadAlike(t *testing.T) {
	for _, c := range []struct{ name, lines, want, chapters string }{
		{"the next page goes on without headings", "序号|任务|牵头单位|配合单位\n1|改造小区12个。|区住建局|区财政局\n2|新增就业3000人。|区人社局|各街道\n\n3|新建学校2所。|区教育局|区财政局\n4|新建公园3个。|区城管局|各街道",
			"1: 区住建局 | 区财政局\n2: 区人社局 | 各街道\n3: 区教育局 | 区财政局\n4: 区城管局 | 各街道", ""},
		{"headings once, chapters between the tables", "序号|工作要点|分管领导|责任部门\n一、党建\n1|开展培训10期。|王某某|组织部、党校\n2|建设示范支部5个。|王某某|组织部，各党总支\n二、教学\n3|新增一流课程6门。|李某某|教务处（牵头），各学院\n4|新增基地20个。|李某某|教务处",
			"1: 组织部 党校 |\n2: 组织部 各党总支 |\n3: 教务处 | 各学院\n4: 教务处 |", "党建 教学"},
		{"no headings at all", "1|改造小区12个。|区住建局|区财政局\n2|新增就业3000人。|区人社局|各街道\n3|新建学校2所。|区教育局|区财政局",
			"1: 区住建局 | 区财政局\n2: 区人社局 | 各街道\n3: 区教育局 | 区财政局", ""},
		{"a card of labels for each task", "项目名称|老旧小区改造|牵头单位|区住建局\n工作目标|改造小区12个。|配合单位|区财政局、各街道\n项目名称|新建学校|牵头单位|区教育局\n工作目标|新建学校2所。|配合单位|区财政局",
			"1: 区住建局 | 区财政局 各街道\n2: 区教育局 | 区财政局", ""},
		{"a table for each card", "项目名称|小区改造\n牵头单位|区住建局\n配合单位|区财政局\n工作目标|改造小区12个。\n\n项目名称|新建学校\n牵头单位|区教育局\n配合单位|区财政局\n工作目标|新建学校2所。",
			"1: 区住建局 | 区财政局\n2: 区教育局 | 区财政局", ""},
		{"an annex behind chapters is a chapter", "一、稳增长\n1.实施项目35个。（区发改局负责）\n2.培育企业5户。（区工信局负责）\n附件2\n2027年民生实事\n序号|事项|具体内容|责任单位\n1|供热改造|改造管网12公里。|区住建局\n2|教育提升|新增学位1080个。|区教育局",
			"一1: 区发改局 |\n一2: 区工信局 |\n二1: 区住建局 |\n二2: 区教育局 |", "稳增长 2027年民生实事"},
		{"notes below a table number no tasks", "序号|任务|责任单位\n1|改造小区12个。|区住建局、区财政局\n2|新增学位1080个。|区教育局、区财政局\n备注：\n1.责任单位列第一位的为牵头单位，其余为配合单位；\n2.责任人调整的，由继任者接续负责。",
			"1: 区住建局 | 区财政局\n2: 区教育局 | 区财政局", ""},
		{"nor do they in one paragraph", "序号|任务|责任单位\n1|改造小区12个。|区住建局、区财政局\n2|新增学位1080个。|区教育局、区财政局\n注：1.责任单位列第一位的为牵头单位，其余为配合单位；2.责任人调整的，由继任者接续负责。",
			"1: 区住建局 | 区财政局\n2: 区教育局 | 区财政局", ""},
		{"a column of clauses", "序号|任务|任务内容|职责分工\n（一）|码头|岸电覆盖率达到90%。|牵头部门：市交通委；实施部门：市港航中心\n（二）|船舶|改造船舶80艘。|牵头部门：市交通委；配合部门：市海事局",
			"1: 市交通委 | 市港航中心\n2: 市交通委 | 市海事局", ""},
		{"persons beside names, one a line", "任务|责任部门（责任人）\n改造小区12个。|区住建局 李某某\n新增就业3000人。|区人社局 王某某、区财政局 张某某", "1: 区住建局 |\n2: 区人社局 区财政局 |", ""},
		{"a person behind a colon", "任务|责任科室及责任人\n引进项目3个。|经济发展办：孙某某\n化解矛盾50件。|综治办：钱某某", "1: 经济发展办 |\n2: 综治办 |", ""},
		{"two rows of tasks side by side", "序号|项目|责任单位|序号|项目|责任单位\n1|新建学校2所|区教育局|3|新建公园3个|区城管局\n2|改造危房300户|区住建局|4|新增床位200张|区卫健局",
			"1: 区教育局 |\n2: 区住建局 |\n3: 区城管局 |\n4: 区卫健局 |", ""},
		{"another table below, in the same one", "序号|任务|牵头单位|责任单位\n1|改造小区12个。|区住建局|区财政局\n序号|项目名称|建设内容|责任单位\n1|学校|新建学校2所。|区教育局", "1: 区住建局 | 区财政局\n1~2: 区教育局 |", ""},
		{"the whole year beside its quarters", "任务|一季度|上半年|全年|责任单位\n招商|签约6个|签约15个|签约30个|区商务局", "1: 区商务局 |", ""},
	} {
		p, found := reading.Parse(tablesOf("长青区2027年重点工作任务分解\n"+c.lines), nil)
		if got := duties(p, found); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		var chapters []string
		for _, one := range p.Chapters {
			chapters = append(chapters, one.Title)
		}
		if got := strings.TrimSpace(strings.Join(chapters, " ")); got != c.chapters {
			t.Errorf("%s: chapters %s, want %s", c.name, got, c.chapters)
		}
		if c.name == "the whole year beside its quarters" && (len(p.Items[0].Targets) != 1 || !found.Has(finding.ColumnLeftOut)) {
			t.Errorf("%s: %v", c.name, p.Items[0].Targets)
		}
	}
}

func TestTargetsOfAYearWithUnitsAreTasks(t *testing.T) {
	rows := "序号|指标名称|计量单位|2026年实际|2027年目标|牵头单位|责任单位\n1|地区生产总值增速|%|5.6|6左右|市发改委|市统计局\n2|城镇新增就业|万人|3.1|3.6以上|市人社局|市财政局"
	p, _ := reading.Parse(sheetOf("海川市2027年主要指标责任分解表", rows), nil)
	if len(p.Items) != 2 || len(p.Indicators) != 0 || len(p.Items[0].Targets) != 1 || len(p.Items[1].Targets) != 1 || p.Items[1].Targets[0].Unit != "万人" {
		t.Errorf("%d items, %d indicators", len(p.Items), len(p.Indicators))
	}
	rows = "序号|指标|计量单位|2026年|2027年目标|责任单位\n1|地区生产总值|亿元|1200|1290|市财政局"
	if p, _ = reading.Parse(sheetOf("海川市2027年主要指标", rows), nil); len(p.Indicators) != 1 || p.Indicators[0].Base != "1200" {
		t.Errorf("indicators %+v", p.Indicators)
	}
}
