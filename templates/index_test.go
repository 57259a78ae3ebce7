package templates_test

import (
	"testing"
	"time"

	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
)

func TestTheIndexSaysWhichFileGoesToWhomWithHowManyRows(t *testing.T) {
	p := sample.Plan(sample.Size{Units: 3, Lead: 2, Targets: 2, Support: 1})
	forms := layout.NewForms(p, 2024, nil)
	var issued []templates.Issued
	for _, u := range p.Reporters() {
		issued = append(issued, templates.NewIssued(layout.FileName(2024, u.Name), forms.Of(u)))
	}
	due := time.Date(2025, 3, 31, 0, 0, 0, 0, time.UTC)
	data := trial.Got(templates.Index(forms.Plan, forms.Frame, due, issued))(t)
	cells := texts(read(t, data).Sheets[0])
	var first map[string]string
	for at, text := range cells {
		if text != p.Units[0].Name {
			continue
		}
		first = map[string]string{}
		for head, heading := range cells {
			if head[0] == at[0]-1 {
				first[heading] = cells[[2]int{at[0], head[1]}]
			}
		}
	}
	for heading, want := range map[string]string{
		"文件": issued[0].File, "截止日期": "2025-03-31", "牵头任务(行)": "2", "量化目标(行)": "4", "配合任务(行)": "1", "主要指标(行)": "0",
	} {
		if first[heading] != want {
			t.Errorf("%s: %q, want %q", heading, first[heading], want)
		}
	}
	again, err := templates.Index(forms.Plan, forms.Frame, due, issued)
	if err != nil || string(again) != string(data) {
		t.Errorf("not the same bytes: %v", err)
	}
}
