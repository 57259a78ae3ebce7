package reading_test

import "testing"

// TestTextOfPrintedPagesIsReadAsItWasSet reads text as it is copied from a PDF: lines broken within names and
// brackets, blank lines between them, page numbers within a sentence, pieces of a line set apart from it.
func TestTextOfPrintedPagesIsReadAsItWasSet(t *testing.T) {
	const head = "            云川市绿色转型行动方案（2027年）\n\n" +
		"  为深入贯彻落实决策部署，加快推动绿色低碳转型，促进全市经济社\n\n会高质量发展，建设美丽云川，结合我市实际，现制定本工作方案。\n\n"
	const tail = "四、保障措施\n  加强组织领导，各县区各部门要提高政治站位，把推动绿色低碳转型作\n为重要任务，健全机制，压实责任，确保各项工作任务落地见效，并按要\n求报送有关进展情况。\n"
	for name, c := range map[string]struct{ body, want string }{
		"within names and labels, with blank lines": {
			"  一、任务\n\n  1．制定交通运输领域专项行动方案，明确目标任务和责任。\n\n  责任单位：市交通运输局、市发展改革委、市经信局、市公安局、市商务\n\n局、市口岸物流办\n\n  完成时限：2027 年 2 月底前\n\n" +
				"  2．制定能源领域专项行动方案。\n\n  责任单位：市发展改革委、市应急局、市水务局、国网云川供电公司、市\n\n科技局（排在第一为牵头单位，下同）\n\n  完成时限：2027 年 2 月底前\n\n",
			"1: 市交通运输局 | 市发展改革委 市经信局 市公安局 市商务局 市口岸物流办\n2: 市发展改革委 | 市应急局 市水务局 国网云川供电公司 市科技局"},
		"within a bracket, with a page number": {
			"  一、任务\n  1．加强能力建设。加快推进地下储气库建设，共同打造储气调峰基地。\n                    （责任单\n位：市能源局、市经济信息委、市发展改革委、市水利局、市交通运输局、\n                        — 3 —\n\n市教育局）\n" +
				"  2．推进消费转型。抓好清洁高效利用，积极推动能源替代，合理设置煤\n炭消费减量指标，加快推进用煤单位改造，推动散煤清零。（牵头单\n位：市能源局；责任单位：市商务局、各县（市、\n区）人民政府）\n",
			"1: 市能源局 市经济信息委 市发展改革委 市水利局 市交通运输局 市教育局 |\n2: 市能源局 | 市商务局 各县（市、区）人民政府"},
		"a clause at the beginning of a line": {
			"  一、任务\n  （一）开展统筹融合试点。强化规划环评引领作用，将碳评纳入环评，推动\n减碳和有关要求与环境影响评价有机衔接。\n\n\n  （责任部门：市环评中心、市评估中心，完成期限：8 月底）制订负面清单，\n推动高质量、绿色、低碳发展。（责任部门：市环评中心，完成期限：6 月底）\n",
			"一(一)(1): 市环评中心 市评估中心 |\n一(一)(2): 市环评中心 |"},
		"a clause set on the line where its paragraph ended": {
			"  一、污染防治\n  （一）衔接区\n  深化商港商船污染防治。深入开展商港环境综合整治，落实企业主体责\n任，不断完善收集处置设施设备并实现正常运行，\n                        规范落实船舶污染物接收、转\n运及处置联单制度。\n" +
				"        （市交通运输局、云川海事局牵头，市生态环境局、市住建\n局等参与）\n  强化渔港渔船综合整治。加强渔业船舶污染防治，推进渔业船舶生活污\n水、油污水、垃圾收集处置工作。（市农业农村局牵头，市生态环境局参与）\n",
			"一(一)(1): 市交通运输局 云川海事局 | 市生态环境局 市住建局 等\n一(一)(2): 市农业农村局 | 市生态环境局"},
	} {
		p, found := parse(t, head+c.body+tail)
		if got := duties(p, found); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// TestStandingRulesSaidInOtherWays reads rules of whose names stand before them, or in the bracket of a name.
func TestStandingRulesSaidInOtherWays(t *testing.T) {
	for _, c := range []struct{ tasks, want string }{
		{"1.减排。(责任单位:省能源局、省生态环境厅。各市〔州〕人民政府,以下各条均涉及)\n2.节水。(责任单位:省水利厅)",
			"1: 省能源局 省生态环境厅 | 各市〔州〕人民政府\n2: 省水利厅 | 各市〔州〕人民政府"},
		{"1.减煤。(责任单位:市发改委,各区人民政府〈含开发区、风景区管委会,以下工作任务均需各区人民政府落实,不再列出〉)\n2.治水。(责任单位:市水务局)",
			"1: 市发改委 各区人民政府 |\n2: 市水务局 | 各区人民政府"},
		{"1.改造。(责任单位:省经信厅;各市、县〔市、区〕人民政府落实;以下均需各市、县〔市、区〕政府落实,不再逐一列出)\n2.评价。(责任单位:省能源局)",
			"1: 省经信厅 | 各市、县〔市、区〕人民政府\n2: 省能源局 | 各市、县〔市、区〕人民政府"},
		{"1.减碳。(责任单位:省经信厅,配合单位:省水利厅、省数据局等,各市人民政府负责落实。以下均需各市人民政府落实,不再列出)\n2.节能。(责任单位:省能源局,配合单位:省经信厅)",
			"1: 省经信厅 | 省水利厅 省数据局 各市人民政府 等\n2: 省能源局 | 省经信厅 各市人民政府"},
		{"1.开发。(责任单位:江川市能源局、市经信委;河川省能源局、省经信厅;两省市列首位的为牵头单位,下同)\n2.联网。(责任单位:江川市能源局、市水利局;河川省能源局、省水利厅)",
			"1: 江川市能源局 河川省能源局 | 市经信委 省经信厅\n2: 江川市能源局 河川省能源局 | 市水利局 省水利厅"},
	} {
		for _, tasks := range []string{c.tasks, fullWidth.Replace(c.tasks)} {
			p, found := parse(t, page(tasks))
			if got := duties(p, found); got != c.want {
				t.Errorf("%s\n got\n%s\nwant\n%s", tasks, got, c.want)
			}
		}
	}
}
