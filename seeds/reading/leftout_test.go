package reading_test

import (
	"slices"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/reading"
)

func TestWhatBelongsToNoItemIsNamed(t *testing.T) {
	const tasks = "\n(一)兴产业\n1.做强制造业。到2030年培育规模以上企业200家。(市工信局牵头,市科技局配合)\n2.发展物流业。(市交通局牵头)\n"
	cases := []struct {
		name, text string
		lines      []int
	}{
		{"a short sentence below a chapter", "某市“十五五”任务分工\n一、发展\n完善河湖长制。" + tasks, []int{3}},
		{"a short line that is no sentence", "某市“十五五”任务分工\n一、发展\n重点任务" + tasks, []int{3}},
		{"a target before the first number", "某市“十五五”任务分工\n到2030年,城镇化率达到70%。\n一、发展" + tasks, []int{2}},
		{"an opening that promises nothing", "某市“十五五”任务分工\n为落实2026年印发的规划,制定本方案。\n一、发展" + tasks, []int{2}},
	}
	for _, c := range cases {
		doc, _ := document.Read("a.txt", []byte(c.text))
		p, found := reading.Parse(doc, nil)
		var lines []int
		for _, f := range found {
			if f.Code == finding.TextLeftOut {
				lines = append(lines, f.Place.Row)
			}
		}
		if len(p.Items) != 2 || !slices.Equal(lines, c.lines) {
			t.Errorf("%s: %d items, left out at %v, want %v", c.name, len(p.Items), lines, c.lines)
		}
	}
}
