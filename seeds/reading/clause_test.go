package reading_test

import (
	"strings"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
)

// parse parses a text, without a register.
func parse(t *testing.T, text string) (*plan.Plan, finding.List) {
	t.Helper()
	doc, found := document.Read("文档.txt", []byte(text))
	if doc == nil {
		t.Fatalf("refused: %v", found)
	}
	p, odd := reading.Parse(doc, nil)
	return p, append(found, odd...)
}

// fullWidth turns the punctuation of a clause to full-width.
var fullWidth = strings.NewReplacer(",", "\uff0c", ";", "\uff1b", ":", "\uff1a", "(", "\uff08", ")", "\uff09", "[", "\u3014", "]", "\u3015")

// TestClausesNameTheirUnits gives clause, leads, supports; units where they are
// not the names as written.
func TestClausesNameTheirUnits(t *testing.T) {
	for _, c := range []struct{ clause, lead, support, units string }{
		{"(市科技局牵头,市财政局、市教育局配合)", "市科技局", "市财政局 市教育局", ""},
		{"(市教育局、市数据局牵头,市财政局配合)", "市教育局 市数据局", "市财政局", ""},
		{"(市科技局、市财政局负责)", "市科技局 市财政局", "", ""},
		{"(市科技局、市财政局按职责分工负责)", "市科技局 市财政局", "", ""},
		{"(市科技局、市财政局等有关部门按照职责分工负责)", "市科技局 市财政局", "", ""},
		{"(市科技局牵头,市财政局参加)", "市科技局", "市财政局", ""},
		{"(市科技局牵头,市财政局等15个部门参与)", "市科技局", "市财政局", ""},
		{"(市科技局会同市财政局、市教育局负责)", "市科技局", "市财政局 市教育局", ""},
		{"(由市科技局牵头负责,市财政局协助)", "市科技局", "市财政局", ""},
		{"(市科技局牵头、市财政局配合)", "市科技局", "市财政局", ""},
		{"(市科技局牵头;市财政局,各县区政府配合)", "市科技局", "市财政局 各县区政府", "市科技局|市财政局"},
		{"(市科技局牵头,市财政局、各县区政府按职责分工负责)", "市科技局", "市财政局 各县区政府", "市科技局|市财政局"},
		{"[市科技局牵头,市财政局配合]", "市科技局", "市财政局", ""},
		{"(牵头单位:市科技局;责任单位:市财政局、市教育局等)", "市科技局", "市财政局 市教育局", ""},
		{"(牵头单位:市科技局)(配合单位:市财政局)", "市科技局", "市财政局", ""},
		{"(责任单位:市科技局、市财政局)", "市科技局 市财政局", "", ""},
		{"责任单位:市科技局、市财政局。", "市科技局 市财政局", "", ""},
		{"牵头单位:市科技局 配合单位:市财政局 市教育局", "市科技局", "市财政局 市教育局", ""},
		{"(责任单位:市科技局牵头,市财政局配合)", "市科技局", "市财政局", ""},
		{"(市财政局、市科技局(牵头)、市教育局)", "市科技局", "市财政局 市教育局", ""},
		{"(牵头单位:市科技局;分管领导:赵某某;完成时限:2025年底)", "市科技局", "", ""},
		{"(市科技局牵头,2025年底前完成)", "市科技局", "", ""},
		{"(各县(市、区)人民政府负责,市科技局指导配合)", "各县(市、区)人民政府", "市科技局", "|市科技局"},
		{"(市科技局牵头,各县、区人民政府,各有关部门配合)", "市科技局", "各县、区人民政府 各有关部门", "市科技局|"},
		{"(文化和旅游部、住房和城乡建设部和财政部负责)", "文化和旅游部 住房和城乡建设部 财政部", "", ""},
		{"(市文化和旅游局和市财政局牵头)", "市文化和旅游局 市财政局", "", ""},
		{"(省科技厅、工业和信息化厅牵头,省委宣传部、网信办,财政厅配合)", "省科技厅 工业和信息化厅", "省委宣传部 网信办 财政厅", "省科技厅 省工业和信息化厅|省委宣传部 省委网信办 省财政厅"},
		{"(省发展改革委、能源局等省有关部门和各地级以上市人民政府按职责分工负责)", "省发展改革委 能源局 各地级以上市人民政府", "", "省发展改革委 省能源局|"},
		{"(市“四送一服”办牵头,市财政局配合)", "市“四送一服”办", "市财政局", ""},
		{"责任单位:科技局、财政局、工商联(列第一位者为牵头或汇总单位,下同)", "科技局", "财政局 工商联", ""},
		{"(市科技局牵头,各县区人民政府 (管委会)配合)", "市科技局", "各县区人民政府(管委会)", "市科技局|"},
		{"(市科技局、市财政局)", "市科技局 市财政局", "", ""},
		{"(人行亳州市中支牵头,国网亳州供电公司、古井集团、团市委、亳州学院、亳州军分区配合)", "人行亳州市中支", "国网亳州供电公司 古井集团 团市委 亳州学院 亳州军分区", ""},
	} {
		for _, clause := range []string{c.clause, fullWidth.Replace(c.clause)} {
			p, _ := parse(t, "1.建设平台。新建平台2家(含在建)。"+clause+"\n")
			if len(p.Items) != 1 {
				t.Fatalf("%s: %d items", clause, len(p.Items))
			}
			it := &p.Items[0]
			want := c
			if clause != c.clause {
				want.lead, want.support = fullWidth.Replace(c.lead), fullWidth.Replace(c.support)
			}
			if lead, support := writtenIn(it.Lead), writtenIn(it.Support); lead != want.lead || support != want.support {
				t.Errorf("%s: lead %q, support %q", clause, lead, support)
			}
			if want.units == "" {
				want.units = want.lead + "|" + want.support
			}
			if units := strings.Join(it.LeadUnits(), " ") + "|" + strings.Join(it.SupportUnits(), " "); units != want.units {
				t.Errorf("%s: units %q, want %q", clause, units, want.units)
			}
			if c.lead != "" && it.Text != "建设平台。新建平台2家(含在建)。" {
				t.Errorf("%s: text %q", clause, it.Text)
			}
		}
	}
}

func writtenIn(parties []plan.Party) string {
	var names []string
	for _, p := range parties {
		names = append(names, p.Name)
	}
	return strings.Join(names, " ")
}

func TestWhatIsNotUnderstoodIsKeptWholeAndSaid(t *testing.T) {
	for _, clause := range []string{
		"(由企业主体自行负责)",
		"(责任单位:详见附件2)",
	} {
		text := "建设平台。" + clause
		p, found := parse(t, "1."+text+"\n2.其他。(市科技局牵头)\n")
		if it := &p.Items[0]; len(it.Lead)+len(it.Support) != 0 || it.Text != text {
			t.Errorf("%s: %+v", clause, it)
		}
		if !found.Has(finding.ClauseUnclear) {
			t.Errorf("%s: not reported: %v", clause, found)
		}
		if len(p.Units) != 1 {
			t.Errorf("%s: units %v", clause, p.Units)
		}
	}
}

func TestAPartThatIsNotUnderstoodIsSaidAndTheOthersCount(t *testing.T) {
	for _, c := range []struct{ clause, lead, support, said string }{
		{"(市民政局牵头,会同有关方面推进并由其负责人牵头)", "市民政局", "", "会同有关方面推进并由其负责人牵头"},
		{"(牵头单位:市公安局;配合单位:加强平安建设宣传教育、市司法局)", "市公安局", "市司法局", "加强平安建设宣传教育"},
		{"(牵头单位:市公安局;经费来源渠道说明:县级自筹)", "市公安局", "", "经费来源渠道说明:县级自筹"},
		{"(市科技局牵头,由其他有能力的力量参与)", "市科技局", "", "其他有能力的力量参与"},
	} {
		for _, clause := range []string{c.clause, fullWidth.Replace(c.clause)} {
			p, found := parse(t, "1.建设平台。"+clause+"\n")
			it := &p.Items[0]
			if it.Text != "建设平台。" || writtenIn(it.Lead) != c.lead || writtenIn(it.Support) != c.support {
				t.Errorf("%s: %+v", clause, it)
			}
			said := ""
			for _, f := range found {
				if f.Code == finding.ClauseUnclear {
					said = f.Given
				}
			}
			if said != c.said && said != fullWidth.Replace(c.said) {
				t.Errorf("%s: said %q", clause, said)
			}
		}
	}
}

func TestBracketsThatAreNoClauseStayInTheText(t *testing.T) {
	for _, text := range []string{
		"推广产业3个(白酒、汽车制造和零部件加工、纺织服饰)。",
		"实行首席专家负责制(试点)。",
		"规范政府和社会资本合作(PPP)模式。",
		"建设“乡镇(街道)—村(社区)”体系。",
		"落实措施(见附件)。",
	} {
		p, found := parse(t, "1."+text+"\n2.其他。(市科技局牵头)\n")
		if p.Items[0].Text != text || p.Items[0].Clause != "" || !found.Has(finding.ClauseMissing) {
			t.Errorf("%s: %+v %v", text, p.Items[0], found)
		}
	}
}

func TestWhoLeadsOfSeveralIsAskedOnceForADocument(t *testing.T) {
	for text, want := range map[string]string{
		"1.办学。(市教育局、市财政局)\n2.办医。(责任单位:市卫健委、市财政局)\n":       "1 等 2 项",
		"1.办学。(市教育局、市财政局按职责分工负责)\n2.办医。(市卫健委)\n":          "",
		"1.办学。(市教育局、市财政局,列第一位者为牵头单位)\n2.办医。(市卫健委、市财政局)\n": "",
	} {
		_, found := parse(t, text)
		got := ""
		for _, f := range found {
			if f.Code == finding.LeadsEqual {
				got += f.Given
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestAFigureBelowIsNoStandingRule(t *testing.T) {
	_, found := parse(t, "1.治气。细颗粒物年均浓度控制在28微克/立方米以下,重污染天数均下降。(市生态环境局负责)\n")
	if found.Has(finding.ClauseUnclear) {
		t.Error(found)
	}
}
