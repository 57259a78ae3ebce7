package seeds

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
)

// readingRows returns the lines of testdata/reading.tsv, which was read from the document
// apart from this program: 编号, chapter, section, leads, supports.
func readingRows(t *testing.T) [][]string {
	t.Helper()
	data := trial.Got(os.ReadFile("testdata/reading.tsv"))(t)
	var rows [][]string
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		rows = append(rows, strings.Split(line, "\t"))
	}
	return rows
}

func names(parties []plan.Party) string {
	var all []string
	for _, p := range parties {
		all = append(all, p.Name)
	}
	return strings.Join(all, "、")
}

func TestItemsLeadsAndSupportsAreThoseOfTheReading(t *testing.T) {
	p, _ := Plan()
	rows := readingRows(t)
	if len(rows) != len(p.Items) {
		t.Fatalf("%d items, want %d", len(p.Items), len(rows))
	}
	for i, row := range rows {
		it := &p.Items[i]
		got := []string{it.Ref, plan.Numeral(it.Chapter), plan.Numeral(it.Section), names(it.Lead), names(it.Support)}
		if !slices.Equal(got, row) {
			t.Errorf("item %d:\n got %q\nwant %q", i, got, row)
		}
	}
}

func TestEveryItemIsAParagraphOfTheDocument(t *testing.T) {
	p, _ := Plan()
	lines := strings.Split(string(source), "\n")
	for i := range p.Items {
		it := &p.Items[i]
		line := lines[it.Line-1]
		number := strings.TrimSuffix(line, it.Text+it.Clause)
		want := ""
		switch {
		case it.Sub > 0:
			want = it.Ref[strings.Index(it.Ref, "("):]
		case it.Task > 0:
			want = it.Ref + "."
		}
		if number != want {
			t.Errorf("%s: number, text and clause are not line %d: %q + %q + %q", it.Ref, it.Line, want, it.Text, it.Clause)
		}
	}
}

func TestGroupsAreExpandedAndNamedUnitsMustReport(t *testing.T) {
	p, _ := Plan()
	for _, c := range []struct{ ref, leads, supports, must string }{
		{"127(2)", "市教育局 市数据资源局", "市发展改革委 谯城区政府 涡阳县政府 蒙城县政府 利辛县政府 亳州高新区管委会 亳芜现代产业园区管委会", "市发展改革委 亳州高新区管委会 亳芜现代产业园区管委会"},
		{"八(一)", "市自然资源和规划局", "谯城区政府 涡阳县政府 蒙城县政府 利辛县政府 亳州高新区管委会 亳芜现代产业园区管委会", "亳州高新区管委会 亳芜现代产业园区管委会"},
		{"八(五)", "市发展改革委", "谯城区政府 涡阳县政府 蒙城县政府 利辛县政府", ""},
		{"52(2)", "市经济和信息化局", "市药业发展促进局 市文化旅游体育局 谯城区政府", "市药业发展促进局 市文化旅游体育局 谯城区政府"},
		{"86", "市发展改革委", "涡阳县政府 蒙城县政府 利辛县政府", "涡阳县政府 蒙城县政府 利辛县政府"},
	} {
		it := p.Item(c.ref)
		if it == nil {
			t.Fatalf("%s is missing", c.ref)
		}
		if got := strings.Join(it.LeadUnits(), " "); got != c.leads {
			t.Errorf("%s leads %q, want %q", c.ref, got, c.leads)
		}
		if got := strings.Join(it.SupportUnits(), " "); got != c.supports {
			t.Errorf("%s supports %q, want %q", c.ref, got, c.supports)
		}
		var must []string
		for _, u := range it.SupportUnits() {
			if it.DutyOf(u) == plan.DutyMust {
				must = append(must, u)
			}
		}
		if got := strings.Join(must, " "); got != c.must {
			t.Errorf("%s 必报 %q, want %q", c.ref, got, c.must)
		}
	}
}

func TestTitlesAreHeadingsOrFirstSentences(t *testing.T) {
	p, _ := Plan()
	for ref, want := range map[string]string{
		"91":     "建设省际毗邻区域中心城市",
		"127(2)": "推动基础教育高质量发展",
		"40":     "全力推动“12345”“一号响应”政务服务热线改革",
		"八(一)":   "深入实施主体功能区战略,加强禁止开发区域的自然生态系统保护和修复",
		"51(1)":  "现代中医药产业",
		"39(1)":  "持续优化“四最”营商环境",
	} {
		if it := p.Item(ref); it == nil || it.Title != want {
			t.Errorf("%s: %+v, want title %q", ref, it, want)
		}
	}
	if got := p.Title; got != "《亳州市国民经济和社会发展第十四个五年规划和2035年远景目标纲要》重点任务分工方案" {
		t.Errorf("title %q", got)
	}
	if want := (plan.Period{Base: 2020, First: 2021, Last: 2025}); p.Period != want {
		t.Errorf("period %v", p.Period)
	}
	if want := (plan.Deadline{Month: 3, Day: 31}); p.Deadline != want {
		t.Errorf("deadline %v", p.Deadline)
	}
	if got := p.Chapters[10].Title + "|" + p.Chapters[7].Sections[4].Title; got != "建设更高水平的平安亳州|大力发展县域经济" {
		t.Errorf("headings %q", got)
	}
}

func TestIndicatorsAreTheRowsOfTheAnnex(t *testing.T) {
	want := `1 经济发展 地区生产总值增长 % - 7.5左右 市发展改革委
2 经济发展 人均地区生产总值 元 52000 6.3左右 市发展改革委
3 经济发展 全员劳动生产率增长 % - 6.3左右 市发展改革委
4 经济发展 制造业增加值占GDP比重 % 26 - 市经济和信息化局
5 经济发展 常住人口城镇化率 % 52以上 - 市发展改革委
6 经济发展 固定资产投资增长 % - 8.5左右 市发展改革委
7 经济发展 进出口总额 亿美元 15 10左右 市商务局
8 经济发展 社会消费品零售总额 亿元 1425 7.5左右 市商务局
9 创新驱动 研发经费投入增长 % - 高于全省 市科技局
10 创新驱动 战略性新兴产业产值占规模以上工业产值比重 % 30 - 市发展改革委
11 创新驱动 每万人口高价值发明专利拥有量 件 力争达到全省平均水平 - 市市场监管局
12 创新驱动 数字经济核心产业增加值占GDP比重 % 力争达到全省平均水平 - 市数据资源局
13 创新驱动 高新技术企业数 个 360 - 市科技局
14 民生福祉 居民人均可支配收入增长 % - 8左右 市人力资源社会保障局、市农业农村局
15 民生福祉 城镇调查失业率 % - 6以内 市人力资源社会保障局
16 民生福祉 劳动年龄人口平均受教育年限 年 10 - 市教育局
17 民生福祉 每千常住人口拥有执业(助理)医师数 人 2.37 - 市卫生健康委
18 民生福祉 基本养老保险参保人数 万人 280 - 市人力资源社会保障局
19 民生福祉 每千常住人口拥有3岁以下婴幼儿托位数 个 力争达到全省平均水平 - 市卫生健康委
20 民生福祉 人均预期寿命 岁 78 [1.3] 市卫生健康委
21 绿色生态 单位GDP能源消耗降低 % - 省下达 市发展改革委
22 绿色生态 单位GDP二氧化碳排放降低 % - 省下达 市生态环境局
23 绿色生态 城市空气质量优良天数比率 % 省下达 - 市生态环境局
24 绿色生态 地表水达到或好于Ⅲ类水体比例 % 省下达 - 市生态环境局
25 绿色生态 森林覆盖率 % 21.6 - 市自然资源和规划局
26 安全保障 粮食综合生产能力 万吨 稳定在500万吨左右 - 市农业农村局
27 安全保障 能源综合生产能力 万吨标准煤 560左右 - 市发展改革委`
	p, _ := Plan()
	var rows []string
	for _, in := range p.Indicators {
		row := []string{strconv.Itoa(in.No), in.Category, in.Name, in.Unit, in.Target, in.Growth, strings.Join(in.Units, "、")}
		rows = append(rows, strings.Join(row, " "))
	}
	if got := strings.Join(rows, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
