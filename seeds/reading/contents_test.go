package reading_test

import (
	"strings"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/reading"
)

func TestAListOfContentsIsNoTask(t *testing.T) {
	head := "云川省2027年工作要点\n"
	body := "壮大产业\n11.建园2个\n各地要建好园区。\n责任单位：省工信厅牵头\n办好学校\n12.建校3所\n省里补助。\n责任单位：省教育厅牵头\n"
	for _, list := range []string{"1.壮大产业\n建园\n2.办好学校\n建校\n3.强化保障\n", "目录\n一、壮大产业\n二、办好学校\n"} {
		for _, text := range []string{head + list + "这些板块涵盖各个方面。\n" + body, head + list + "一、" + strings.Replace(body, "办好学校", "二、办好学校", 1)} {
			p, found := parse(t, text)
			if got := duties(p, found); got != "11: 省工信厅 |\n12: 省教育厅 |" || !strings.Contains(findings(found), "壮大产业") {
				t.Errorf("%s\n got %s\n%s", text, got, findings(found))
			}
		}
	}
	p, found := parse(t, head+"1.建园\n2.建校\n责任单位：省教育厅\n3.建园\n4.建校\n责任单位：省工信厅\n")
	if len(p.Items) != 4 {
		t.Errorf("tasks of the same words: %s", duties(p, found))
	}
}

// A clause on a line of its own that ends its task in most of a document ends it everywhere.
func TestWhatFollowsTheClauseThatEndsATaskIsNotItsText(t *testing.T) {
	text := "云川省2027年工作要点\n1.建园\n建园2个。\n责任单位：省工信厅牵头\n数字政府\n2.建校\n建校3所。\n责任单位：省教育厅牵头\n3.修路\n修路4条。\n责任单位：省交通厅牵头\n实施进度\n65%\n全面发展，提供支撑。\n"
	p, found := parse(t, text)
	for i := range p.Items {
		if len(p.Items[i].Targets) != 1 || strings.ContainsAny(p.Items[i].Text, "字施供") {
			t.Errorf("%s: %s", p.Items[i].Ref, p.Items[i].Text)
		}
	}
	for _, words := range []string{"数字政府", "实施进度", "65%", "提供支撑"} {
		if !strings.Contains(findings(found), words) {
			t.Errorf("%s is nowhere in %s", words, findings(found))
		}
	}
	p, _ = parse(t, "云川省2027年工作要点\n1.建园\n建园2个。\n责任单位：省工信厅\n年度目标：产值达到5亿元。\n2.建校\n建校3所。\n责任单位：省教育厅\n年度目标：学位达到9个。\n")
	if len(p.Items) != 2 || len(p.Items[0].Targets) != 2 {
		t.Errorf("what goes on behind every clause belongs to its task: %+v", p.Items)
	}
}

func TestATitleSaidAgainIsNotNamed(t *testing.T) {
	doc := sheetOf("云川区2027年任务分解表（一）环境", "序号|任务|责任单位\n1|建校2所|区教育局")
	again := sheetOf("云川区2027年任务分解表（二）秩序", "序号|任务|责任单位\n1|修路2条|区交通局")
	for i := range again.Blocks {
		again.Blocks[i].Line += 5
	}
	doc.Blocks = append(doc.Blocks, again.Blocks...)
	if _, found := reading.Parse(doc, nil); found.Has(finding.TextLeftOut) {
		t.Error(findings(found))
	}
	doc = sheetOf("", "云川区2027年任务分解表|<|<\n序号|任务|责任单位\n1|建校2所|区教育局")
	doc.Blocks = doc.Blocks[1:]
	if p, found := reading.Parse(doc, nil); found.Has(finding.TextLeftOut) || p.Title != "云川区2027年任务分解表" {
		t.Error(p.Title, findings(found))
	}
}
