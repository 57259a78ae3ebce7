package reading_test

import (
	"strings"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// TestTextCopiedFromPagesIsReadInItsParagraphs reads lines as a PDF gives them.
func TestTextCopiedFromPagesIsReadInItsParagraphs(t *testing.T) {
	const head = "      青河市水网建设行动方案\n       （2026—2028 年）\n\n" +
		"  为全面推进全市水网建设，提升水资源统筹调配能力、供水保\n障能力和防洪减灾能力，结合实际，制定本方案。\n"
	for _, c := range []struct {
		name, text, want string
		items            []string
	}{
		{"pages with marks between their lines, also within a name",
			head + "  一、重点任务\n  1．建设骨干水网。推动主要河流连通，加快重点水库扩建和灌\n区改造，到 2028 年新增供水能力 300 万立方米。推动水网与生\n态修复相结合，建立健全运行维护机制。（责任单位：市水利局、\n" +
				"                    — 1 —\n\n市发展改革委；青山区政府）\n  2．保护水源。划定水源保护区并设立标识，定期开展水源地环\n境状况评估，关闭保护区内的排污口，确保饮水安全。（市生态环\n境局牵头，市卫生健\n                        — 2 —\n康委、市水利局配合）\n",
			"1: 市水利局 市发展改革委 青山区政府 |\n2: 市生态环境局 | 市卫生健康委 市水利局",
			[]string{"新增供水能力 300 万立方米。推动水网与生态修复相结合，建立健全运行维护机制。", "定期开展水源地环境状况评估，关闭保护区内的排污口，确保饮水安全。"}},
		{"the rest of a line, moved down to where the line ends, and marks that begin one",
			head + "  一、重点任务\n  1．建设骨干水网。编制《青河市水网规划》\n                    ，推动主要河流连\n通，加快重点水库扩建和灌区改造。\n                （责任单位：市水利局、市发展\n改革委）\n" +
				"  2．保护水源。划定水源保护区并设立标识，定期开展水源地环\n境状况评估，关闭保护区内的排污口，确保饮水安全，严格执行\n办法，\n  落实责任。（市生态环境局负责）\n",
			"1: 市水利局 市发展改革委 |\n2: 市生态环境局 |",
			[]string{"编制《青河市水网规划》，推动主要河流连通，加快重点水库扩建和灌区改造。", "严格执行办法，落实责任。"}},
		{"paragraphs without numbers that only blanks tell apart, each with its clause",
			head + "  一、重点任务\n  （一）建设水网\n  建设骨干水网。推动主要河流连通，加快重点水库扩建和灌区\n改造。探索水权交易，盘活存量水资源，严格用水定额管理制度。\n建立健全运行维护机制。（市水利局牵头，市财政局参与）\n" +
				"  保护水源。划定水源保护区并设立标识，定期开展水源地环境\n状况评估，关闭保护区内的排污口，确保饮水安全。（市生态环境\n局牵头，市卫生健康委参与）\n",
			"一(一)(1): 市水利局 | 市财政局\n一(一)(2): 市生态环境局 | 市卫生健康委",
			[]string{"推动主要河流连通，加快重点水库扩建和灌区改造。探索水权交易，盘活存量水资源，严格用水定额管理制度。建立健全运行维护机制。", "保护水源。划定"}},
		{"lines without blanks, pages numbered by figures alone, labels on lines of their own",
			strings.ReplaceAll(head, "  ", "") + "一、重点任务\n1.建设骨干水网。推动主要河流连通，加快重点水库扩建和灌\n区改造，到2028年新增供水能力300万立方米。推动水网与生态\n修复相结合。建立健全运行维护机制，推进标准化管理与考核。\n探索水权交易，盘活存量水资源，严格执行用水定额管理制度。\n完善价格机制。\n" +
				"牵头单位：市水利局\n责任单位：市发展改革委、市财政局、市生态环境局、各县\n区人民政府\n1\n2.保护水源。划定水源保护区并设立标识，定期开展水源地环\n境状况评估，关闭保护区内的排污口，确保饮水安全。建立多\n部门联合执法机制。\n牵头单位：市生态环境局\n责任单位：市水利局\n" +
				"3.节约用水。推行节水器具，对公共机构和重点行业用水户开\n展水平衡测试，建立健全节水激励机制，普及节水知识，提高\n再生水利用率。\n牵头单位：市水利局\n4.修复河湖。开展河湖健康评价，实施水系连通和水美乡村建\n设，严格水域岸线空间管控，恢复河流生态。\n2\n牵头单位：市水利局\n",
			"1: 市水利局 | 市发展改革委 市财政局 市生态环境局 各县区人民政府\n2: 市生态环境局 | 市水利局\n3: 市水利局 |\n4: 市水利局 |",
			[]string{"推动水网与生态修复相结合。建立健全运行维护机制，推进标准化管理与考核。探索水权交易，盘活存量水资源，严格执行用水定额管理制度。完善价格机制。", "确保饮水安全。建立多部门联合执法机制。", "提高再生水利用率。", "恢复河流生态。"}},
	} {
		for _, words := range []string{text.HalfWidth(c.text), fullWidth.Replace(c.text)} {
			p, found := parse(t, words)
			if got := duties(p, found); got != c.want {
				t.Errorf("%s\n got\n%s\nwant\n%s", c.name, got, c.want)
			}
			for i, sentence := range c.items {
				if i < len(p.Items) && !strings.Contains(text.HalfWidth(p.Items[i].Text), text.HalfWidth(sentence)) {
					t.Errorf("%s: item %d is %q, want %q in it", c.name, i+1, p.Items[i].Text, sentence)
				}
			}
			for _, f := range found {
				if f.Code == finding.TextLeftOut && strings.Trim(f.Given, " —12") == "" {
					t.Errorf("%s: the mark of a page is no text: %+v", c.name, f)
				}
			}
		}
	}
}

// TestBlanksOfSettingAreNoneOfTheWords reads broken lines with blanks within words and beside figures.
func TestBlanksOfSettingAreNoneOfTheWords(t *testing.T) {
	const text = "云川市数字乡村建设行动方案\n云政办〔2027〕 12 号\n为加快数字乡村建设，补齐农村信息基础设施短 板，结合本市实\n际，制定本方案。到 2030 年，全市所有行政村实现光网覆盖，数\n字化治理能力明显提升，农民数字素养全面提高。\n一、重点任务\n" +
		"1.完善网络。新建 5G 基站 300 座，推进农村宽带提速和老旧线\n路改造，实现重点区域连续覆盖。（市工业和信 息化局、市农业\n农村局牵头，市通信管 理局、各县区政府配合）\n2.发展电商。培育带头人，评选等次，完善县乡村三级物流体系，建设仓储设施，对获得\n一、二、三等奖的给予支持。责任单位：市商务局 市供销社\n" +
		"3.普及应用。推广在线办事和远程诊疗服务，组织技能培训，让\n群众少跑腿。责任单位：市卫生健康委 完成时限：2028年底\n"
	p, found := parse(t, text)
	want := "1: 市工业和信息化局 市农业农村局 | 市通信管理局 各县区政府\n2: 市商务局 市供销社 |\n3: 市卫生健康委 |"
	if got := duties(p, found); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if p.Period.Last != 2030 {
		t.Errorf("period %+v", p.Period)
	}
}

// TestWhatIsOnEveryPageIsNoText reads broken lines with heads and feet of pages between them.
func TestWhatIsOnEveryPageIsNoText(t *testing.T) {
	for _, mark := range []string{"— %d —\n云川市数字乡村建设行动方案", "第 %d 页 共 3 页", "云川市文件汇编\n- %d -", "%d/3", "Page %d of 3"} {
		text := "云川市数字乡村建设行动方案\n（2027—2030年）\n为加快数字乡村建设，补齐农村信息基础设施短板，结合本市实\n际，制定本方案。\n一、重点任务\n" +
			"1.完善网络。新建基站300座，推进农村宽带提速和老旧线路改\n造，实现重点区域连续覆盖，开展网络质量评估并定期公布，完\n" + strings.ReplaceAll(mark, "%d", "1") +
			"\n善共建共享机制。（市通信管理局、市农业\n农村局负责）\n2.发展电商。培育带头人，完善县乡村三级物流体系，建设仓储\n设施，推动农产品上网销售，支持产业园区建设直播基地，对获\n得称号的给予支持，完善服务网\n" +
			strings.ReplaceAll(mark, "%d", "2") + "\n点。\n牵头单位：市商务局\n" + strings.ReplaceAll(mark, "%d", "3") + "\n责任单位：市供销社、市邮政管理局\n"
		p, found := parse(t, text)
		want := "1: 市通信管理局 市农业农村局 |\n2: 市商务局 | 市供销社 市邮政管理局"
		if got := duties(p, found); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", mark, got, want)
		}
		for _, it := range p.Items {
			if strings.ContainsAny(it.Text, "页汇/P—") {
				t.Errorf("%s: %s", mark, it.Text)
			}
		}
		if !strings.HasPrefix(p.Title, "云川市数字乡村建设行动方案") {
			t.Errorf("%s: title %s", mark, p.Title)
		}
	}
}
