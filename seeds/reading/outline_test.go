package reading_test

import (
	"fmt"
	"strings"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/reading"
)

func TestReferencesFollowTheNumbersThatAreThere(t *testing.T) {
	const by = "(市科技局牵头)\n"
	for name, c := range map[string]struct{ text, refs string }{
		"all levels, tasks counted through":  {"一、甲\n(一)乙\n1.丙。" + by + "2.丁。\n(1)戊。" + by + "(2)己。" + by + "二、庚\n(一)辛\n3.壬。" + by, "1 2(1) 2(2) 3"},
		"tasks counted anew in each section": {"一、甲\n(一)乙\n1.丙。" + by + "(二)丁\n1.戊。" + by + "2.己。\n(1)庚。" + by + "(2)辛。" + by, "一(一)1 一(二)1 一(二)2(1) 一(二)2(2)"},
		"no sections":                        {"一、甲\n1.乙。" + by + "二、丙\n2.丁。" + by, "1 2"},
		"no sections, tasks counted anew":    {"一、甲\n1.乙。" + by + "二、丙\n1.丁。" + by, "一1 二1"},
		"no chapters":                        {"(一)甲\n1.乙。" + by + "(二)丙\n2.丁。" + by, "1 2"},
		"tasks alone":                        {"1.乙。" + by + "2、丁。" + by + "3. 戊。" + by, "1 2 3"},
		"sections are the leaves":            {"一、甲\n(一)乙。" + by + "(二)丙。" + by + "二、丁\n(一)戊。" + by, "一(一) 一(二) 二(一)"},
		"chapters are the leaves":            {"一、甲。" + by + "二、乙。" + by, "一 二"},
		"plain paragraphs below a section":   {"一、甲\n(一)乙\n丙丁戊。" + by + "(二)己\n庚。" + by + "辛。" + by, "一(一) 一(二)(1) 一(二)(2)"},
		"points below a task":                {"1.甲。\n①乙。" + by + "②丙。" + by, "1(1) 1(2)"},
		"points below a sub item":            {"1.甲。\n(1)乙。\n①丙。" + by + "②丁。" + by + "(2)戊。" + by, "1(1)(1) 1(1)(2) 1(2)"},
		"points that are a sub item's text":  {"1.甲。\n(1)乙:\n①丙;\n②丁。" + by + "(2)戊。" + by, "1(1) 1(2)"},
		"full-width numbers":                 {"\uff11\uff0e甲。" + by + "\uff12\u3001乙。\n\uff08\uff11\uff09丙。" + by, "1 2(1)"},
		"a task with its clause and subs":    {"1.甲。总的要求。" + by + "(1)乙。\n(2)丙。\n2.丁。" + by, "1(1) 1(2) 2"},
		"a task and its subs, each a clause": {"1.甲。总的要求。" + by + "(1)乙。" + by + "2.丁。" + by, "1 1(1) 2"},
		"decimals and dates are no numbers":  {"1.甲。" + by + "7.5左右\n2021.8.6\n3.5万亩\n2.乙。" + by, "1 2"},
		"the same number twice":              {"(一)甲\n1.乙。" + by + "1.丙。" + by, "(一)1 (一)1~2"},
	} {
		p, _ := parse(t, c.text)
		var refs []string
		listed := 0
		for i := range p.Items {
			refs = append(refs, p.Items[i].Ref)
		}
		for _, ch := range p.Chapters {
			for _, s := range ch.Sections {
				for _, task := range s.Tasks {
					listed += len(task.Refs)
				}
			}
		}
		if got := strings.Join(refs, " "); got != c.refs || listed != len(refs) {
			t.Errorf("%s: %q, want %q; %d listed below tasks", name, got, c.refs, listed)
		}
		for i := range p.Items {
			if it := &p.Items[i]; len(it.Lead) != 1 {
				t.Errorf("%s: %s has leads %v, clause %q", name, it.Ref, it.Lead, it.Clause)
			}
		}
	}
}

func TestPointsOfASubItemStayInItsText(t *testing.T) {
	p, _ := parse(t, "1.甲。\n(1)乙:\n①丙;\n②丁。(市科技局牵头)\n(2)戊。(市科技局牵头)\n")
	if got := p.Items[0].Text; got != "乙:①丙;②丁。" {
		t.Errorf("text %q", got)
	}
}

func TestAHeadingOnItsOwnLineBelongsToItsParagraph(t *testing.T) {
	p, _ := parse(t, "一、甲\n1.培育企业\n新增企业10家。(市科技局牵头)\n2.建设平台。\n建成平台。(市科技局牵头)\n")
	if it := p.Items[0]; it.Title != "培育企业" || it.Text != "培育企业\n新增企业10家。" {
		t.Errorf("%+v", it)
	}
	if it := p.Items[1]; it.Title != "建设平台" || it.Text != "建设平台。建成平台。" {
		t.Errorf("%+v", it)
	}
}

func TestGapsAreFoundAndRestartsAreNot(t *testing.T) {
	for text, want := range map[string]string{
		"一、甲\n1.乙。\n2.丙。\n二、丁\n1.戊。\n2.己。\n": "",
		"一、甲\n1.乙。\n二、丁\n2.戊。\n3.己。\n":       "",
		"一、甲\n1.乙。\n3.丙。\n":                  "3>2",
		"一、甲\n1.乙。\n1.丙。\n":                  "1>2",
		"一、甲\n1.乙。\n三、丙\n2.丁。\n":             "三>二",
		"1.甲。\n(1)乙。\n(3)丙。\n2.丁。\n(1)戊。\n":  "(3)>(2)",
		"2.甲。\n3.乙。\n":                       "",
	} {
		_, found := parse(t, text)
		var gaps []string
		for _, f := range found {
			if f.Code == finding.NumberGap {
				gaps = append(gaps, f.Given+">"+f.Expected)
			}
		}
		if got := strings.Join(gaps, " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestThePeriodIsWhatTheDocumentSays(t *testing.T) {
	for text, want := range map[string]string{
		"某市“十四五”规划任务分工":                     "2020 2021 2025",
		"某市国民经济和社会发展第十五个五年规划纲要任务分工":         "2025 2026 2030",
		"某市数字化行动方案(2023—2025年)":             "2022 2023 2025",
		"某市数字化行动计划(2024-2026)":              "2023 2024 2026",
		"某市2024年重点工作任务分解":                   "2023 2024 2024",
		"某市任务分工\n“十三五”成绩显著。“十四五”时期,到“十四五”末": "2020 2021 2025",
		"某市任务分工\n规划期为2026年至2030年":           "2025 2026 2030",
		"某市任务分工\n到2027年,产值翻番":               "2024 2025 2027 ?",
		"某市任务分工":              "2025 2026 2030 ?",
		"某市任务分工\n某政发〔2027〕3号": "2026 2027 2027 ?",
		"某市任务分工\n2029年底前办成。\n某市政府\n2028年3月1日":        "2027 2028 2029 ?",
		"某市任务分工\n发布时间:2028-9-12\n2028年办成,2029年底前验收。": "2027 2028 2029 ?",
		"某市任务分工\n某政发〔2028〕3号\n到2030年产值翻番":            "2027 2028 2030 ?",
	} {
		p, found := parse(t, text+"\n1.甲。(市科技局牵头)\n")
		got := fmt.Sprintf("%d %d %d", p.Period.Base, p.Period.First, p.Period.Last)
		if found.Has(finding.PeriodUnclear) {
			got += " ?"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestThePlanIDDoesNotDependOnLayout(t *testing.T) {
	const text = "某市“十四五”任务分工\n一、甲\n1.乙。(市科技局牵头)\n"
	a, _ := parse(t, text)
	b, _ := parse(t, "首页 > 文件\n\n"+strings.ReplaceAll(text, "\n", "\n\n\u3000\u3000"))
	c, _ := parse(t, strings.Replace(text, "科技", "教育", 1))
	if a.ID != b.ID || a.ID == c.ID || len(a.ID) != 6 {
		t.Errorf("%s %s %s", a.ID, b.ID, c.ID)
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"一、甲\n(一)乙\n1.丙。(市科技局牵头,市财政局配合)\n(1)丁。\n责任单位:市教育局、市财政局\n",
		"类别\n序号\n指标\n2025年目标\n责任单位\n经济\n1\n生产总值(亿元)\n100\n市发展改革委\n",
		"序号\t重点任务\t牵头单位\t配合单位\n1\t甲\t市科技局\t—\n",
		"<html><body><table><tr><td rowspan=2>1</td><td>2</td></tr><tr><td>3</td></tr></table></body></html>",
		"葡京娱乐平台\n首页 > 葡京娱乐平台\n1.推动葡京娱乐平台产品。(甲局和乙局会同丙局负责;以下均需各县、区落实)\n",
		"第一章 甲\n第一节 乙\n一、丙。〔丁局(戊)牵头〕①己;②庚。\n7.5左右\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, found := document.Read("文档", data)
		if doc == nil {
			if len(found) == 0 {
				t.Fatal("refused without a word")
			}
			return
		}
		p, _ := reading.Parse(doc, nil)
		seen := map[string]bool{}
		for i := range p.Items {
			it := &p.Items[i]
			if it.Ref == "" || seen[it.Ref] {
				t.Fatalf("编号 %q is empty or not unique", it.Ref)
			}
			seen[it.Ref] = true
			for _, u := range append(it.LeadUnits(), it.SupportUnits()...) {
				if p.Unit(u) == nil {
					t.Fatalf("%s: unit %q is not in the plan", it.Ref, u)
				}
			}
		}
		again, _ := reading.Parse(doc, nil)
		if again.ID != p.ID || len(again.Items) != len(p.Items) {
			t.Fatal("the same document read twice differs")
		}
	})
}
