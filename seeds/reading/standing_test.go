package reading_test

import "testing"

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
		{"groups that carry out are not who answers, behind a label of either",
			"1.办学。(责任单位:市教育局,配合单位:市财政局、市人社局等,各县政府负责落实)\n2.办医。(责任单位:市卫健委、市医保局,各县政府负责实施)\n3.修路。(责任单位:市交通局,配合单位:市公安局,各区政府组织实施)",
			"1: 市教育局 | 市财政局 市人社局 各县政府 等\n2: 市卫健委 市医保局 | 各县政府\n3: 市交通局 | 市公安局 各区政府"},
	} {
		for _, tasks := range []string{c.tasks, fullWidth.Replace(c.tasks)} {
			p, found := parse(t, page(tasks))
			if got := duties(p, found); got != c.want {
				t.Errorf("%s\n%s\n got\n%s\nwant\n%s", c.name, tasks, got, c.want)
			}
		}
	}
}
