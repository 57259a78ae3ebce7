package templates_test

import (
	"bytes"
	"strings"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
)

func TestTheNoticeSaysWhoReportsWhatByWhenAndLeavesTheOfficesWordsOpen(t *testing.T) {
	p := sample.Plan(sample.Size{Units: 3, Lead: 2, Targets: 2, Support: 1})
	p.Title, p.Office = "《某市“十五五”规划纲要》分工方案", "市发展改革委"
	for _, c := range []struct {
		year int
		want []string
	}{
		{p.Period.First, []string{"关于报送《某市“十五五”规划纲要》", "的3个单位", "规划实施年度监测", "牵头任务：", layout.DueDay(p, p.Period.First) + "前报送", "市发展改革委", "【印发日期】"}},
		{p.Period.Last, []string{"规划实施总结评估"}},
	} {
		forms := layout.NewForms(p, c.year, nil)
		var issued []templates.Issued
		for _, u := range p.Reporters() {
			issued = append(issued, templates.NewIssued(layout.FileName(c.year, u.Name), forms.Of(u)))
		}
		data := trial.Got(templates.Notice(p, forms.Frame, issued))(t)
		again, _ := templates.Notice(p, forms.Frame, issued)
		if !bytes.Equal(data, again) {
			t.Error("two drafts differ")
		}
		doc, _ := document.Read("a.docx", data)
		var b strings.Builder
		for _, block := range doc.Blocks {
			b.WriteString(block.Text + "\n")
		}
		for _, want := range c.want {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%d: %s is not in\n%s", c.year, want, b.String())
			}
		}
		if strings.Contains(b.String(), "主要指标") {
			t.Error("a sheet that no unit fills is asked for")
		}
	}
}

func TestAPlanIsNamedByTheDocumentInItsTitle(t *testing.T) {
	p := sample.Plan(sample.Size{Units: 1})
	for title, want := range map[string]string{
		"《甲市纲要》重点任务分工方案":      "《甲市纲要》",
		"甲市“十五五”规划任务分解":       "《甲市“十五五”规划任务分解》",
		"《〈甲市纲要〉重点任务分工方案》的通知": "《甲市纲要》",
	} {
		if p.Title = title; templates.PlanName(p) != want {
			t.Errorf("%s: %s", title, templates.PlanName(p))
		}
	}
}
