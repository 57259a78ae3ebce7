package reading_test

import (
	"fmt"
	"strings"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/reading"
	"tianbao/seeds/text"
)

const annexHead = "青岚市“十四五”任务分工\n1.发展。(市科技局牵头)\n附件:主要指标\n"

func annexOfText(t *testing.T, table string) string {
	t.Helper()
	p, _ := parse(t, annexHead+table)
	var rows []string
	for _, in := range p.Indicators {
		rows = append(rows, fmt.Sprintf("%d|%s|%s|%s|%s|%s|%s|%s|%s", in.No, in.Category, in.Name, in.Unit, in.Base, in.Target, in.Growth, in.Nature, strings.Join(in.Units, "、")))
	}
	if len(p.Items) != 1 || p.Items[0].Text != "发展。" {
		t.Errorf("items beside the annex: %+v", p.Items)
	}
	return strings.Join(rows, "\n")
}

func TestTheAnnexIsReadWhateverItsShape(t *testing.T) {
	const want = `1|经济发展|地区生产总值(GDP)|亿元|900|1300|7.5%左右|预期性|市发展改革委
2|经济发展|粮食产量|万吨||36以上|-|约束性|市农业农村局、市粮食局
3|民生福祉|执业(助理)医师数|人|2.1|2.8|[0.7]|预期性|市卫生健康委
4|民生福祉|研发经费投入增长|%|||高于全省|预期性|市科技局`
	for name, table := range map[string]string{
		"one cell a line, in the usual order": `类别
序号
指标
2020年
2025年目标
年均增长
属性
责任单位
经济发展
1
地区生产总值(GDP)(亿元)
900
1300
7.5%左右
预期性
市发展改革委
2
粮食产量(万吨)
—
36以上
-
约束性
市农业农村局
市粮食局
·
民生福祉
3
执业(助理)医师数(人)
2.1
2.8
[0.7]
预期性
市卫生健康委
4
研发经费投入增长(%)
—
-
高于全省
预期性
市科技局
注:方括号内为五年累计数。
扫一扫在手机打开当前页
`,
		"one cell a line, the owner first and the category last": `责任单位
序号
指标名称
属性
2020年实际
2025年目标值
年均增速(%)
类别
市发展改革委
1
地区生产总值(GDP)(亿元)
预期性
900
1300
7.5%左右
经济发展
市农业农村局
市粮食局
2
粮食产量(万吨)
约束性
/
36以上
-
经济发展
市卫生健康委
3
执业(助理)医师数(人)
预期性
2.1
2.8
[0.7]
民生福祉
市科技局
4
研发经费投入增长(%)
预期性
-
-
高于全省
民生福祉
`,
		"tabs, the unit in a column of its own": "序号\t类别\t指标\t单位\t属性\t2020年\t2025年\t年均/累计\t责任单位\n" +
			"1\t经济发展\t地区生产总值(GDP)\t亿元\t预期性\t900\t1300\t7.5%左右\t市发展改革委\n" +
			"2\t\t粮食产量\t万吨\t约束性\t\t36以上\t-\t市农业农村局、市粮食局\n" +
			"3\t民生福祉\t执业(助理)医师数\t人\t预期性\t2.1\t2.8\t[0.7]\t市卫生健康委\n" +
			"4\t·\t研发经费投入增长\t%\t预期性\t-\t\t高于全省\t市科技局\n",
		"tabs, merged rows as blanks, an owner on a row of its own": "类别\t序号\t指标\t属性\t基期值\t目标值\t年均增长\t责任单位\n" +
			"一、经济发展\t一、经济发展\t一、经济发展\t一、经济发展\t一、经济发展\t一、经济发展\t一、经济发展\t一、经济发展\n" +
			"\t1\t地区生产总值(GDP)(亿元)\t预期性\t900\t1300\t7.5%左右\t市发展改革委\n" +
			"\t2\t粮食产量(万吨)\t约束性\t\t36以上\t-\t市农业农村局\n\t\t\t\t\t\t\t市粮食局\n" +
			"民生福祉\t3\t执业(助理)医师数(人)\t预期性\t2.1\t2.8\t[0.7]\t市卫生健康委\n" +
			"\t4\t研发经费投入增长(%)\t预期性\t\t\t高于全省\t市科技局\n",
	} {
		want := strings.ReplaceAll(want, "|||高于", "||-|高于")
		if got := annexOfText(t, table); got != want {
			t.Errorf("%s:\n got\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestAnAnnexOfTwoHeadingRowsAndYearsIsRead(t *testing.T) {
	page := `<table><tr><td rowspan="2">序号</td><td rowspan="2">指标名称</td><td colspan="2">目标值</td><td rowspan="2">责任单位</td></tr>
<tr><td>2023年</td><td>2025年</td></tr>
<tr><td>1</td><td>森林覆盖率(%)</td><td>20.1</td><td>21.6</td><td>市林业局<br/>市自然资源局</td></tr></table>`
	doc, _ := document.Read("a.html", []byte("<html><body><p>青岚市“十四五”任务分工</p>"+page+"</body></html>"))
	p, _ := reading.Parse(doc, nil)
	if len(p.Indicators) != 1 {
		t.Fatalf("%+v", p.Indicators)
	}
	in := p.Indicators[0]
	if in.Name != "森林覆盖率" || in.Target != "21.6" || in.YearTargets[2023] != "20.1" || strings.Join(in.Units, " ") != "市林业局 市自然资源局" {
		t.Errorf("%+v", in)
	}
}

func TestADashHoldsItsPlaceInAnAnnexOfOneCellALine(t *testing.T) {
	got := annexOfText(t, "类别\n指标\n2020年\n2025年\n年均增长\n属性\n经济发展\n1.地区生产总值增长（%）\n2.3\n—\n保持在合理区间\n预期性\n2.城镇化率（%）\n60.6\n65\n—\n预期性\n注：①〔〕内为5年累计数。②带*的为2019年数据。\n")
	want := "1|经济发展|地区生产总值增长|%|2.3|-|保持在合理区间|预期性|\n2|经济发展|城镇化率|%|60.6|65|-|预期性|"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNumberedCategoriesAndNotesAreNoTasksOfAnAnnexOfOneCellALine(t *testing.T) {
	got := annexOfText(t, "指标\n2020年\n2025年\n年均增长\n属性\n一、经济发展\n1.地区生产总值（亿元）\n900\n1300\n7.5\n预期性\n二、民生福祉\n2.居民收入增长（%）\n——\n——\n与经济增长同步\n预期性\n注：1.〔〕内为5年累计数。\n2.带*的为2019年数据。\n")
	want := "1|经济发展|地区生产总值|亿元|900|1300|7.5|预期性|\n2|民生福祉|居民收入增长|%||-|与经济增长同步|预期性|"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWordsAreValuesOfAnAnnexOfOneCellALine(t *testing.T) {
	for name, test := range map[string]struct{ table, want string }{
		"words between unit and nature, a note in lines": {
			"序号\n指标\n单位\n2020年\n2025年目标\n性质\n1\n森林蓄积量\n万立方米\n310\n稳步提升\n约束性\n2\n河湖水面率\n%\n—\n逐年提高\n预期性\n注：\n①以上为年末数。\n②河湖水面率按普查口径。\n",
			"1||森林蓄积量|万立方米|310|稳步提升|-|约束性|\n2||河湖水面率|%||逐年提高|-|预期性|"},
		"a growth in words is no target": {
			"指标\n2020年\n2025年\n年均/累计\n属性\n创新活力\n1.技术合同成交额（亿元）\n56\n—\n较快增长\n预期性\n2.工业增加值增长（%）\n5.1\n—\n5.5左右\n预期性\n",
			"1|创新活力|技术合同成交额|亿元|56|-|较快增长|预期性|\n2|创新活力|工业增加值增长|%|5.1|-|5.5左右|预期性|"},
		"a name on two lines": {
			"序号\n指标\n2020年\n2025年\n属性\n1\n自来水厂日供水能力\n（万吨）\n12\n18\n预期性\n2\n规模以上企业研发投入\n强度（%）\n1.2\n1.8\n预期性\n",
			"1||自来水厂日供水能力|万吨|12|18|-|预期性|\n2||规模以上企业研发投入强度|%|1.2|1.8|-|预期性|"},
		"a column of remarks, a growth by its word": {
			"指标名称\n单位\n2020年\n2025年目标\n增长\n备注\n外贸进出口总额\n亿美元\n—\n—\n正增长\n快报数\n旅客吞吐量\n万人次\n210\n300\n7.4%\n货物吞吐量\n万吨\n80\n95\n3.5%\n含在建\n",
			"1||外贸进出口总额|亿美元||-|正增长||\n2||旅客吞吐量|万人次|210|300|7.4%||\n3||货物吞吐量|万吨|80|95|3.5%||"},
		"values of one decimal in turn": {
			"指标\n2020年\n2025年\n属性\n1.绿化覆盖率（%）\n5.4\n5.5\n预期性\n2.人均绿地面积（平方米）\n5.5\n5.6左右\n预期性\n",
			"1||绿化覆盖率|%|5.4|5.5|-|预期性|\n2||人均绿地面积|平方米|5.5|5.6左右|-|预期性|"},
		"one row a line": {
			"类别 序号 指标 2020年 2025年 属性\n交通 1 公路里程（公里） 310 400 预期性\n交通 2 客运站（个） — 5 约束性\n3 港口吞吐量（万吨） 60 稳步提升 预期性\n注：— 为无数据\n",
			"1|交通|公路里程|公里|310|400|-|预期性|\n2|交通|客运站|个||5|-|约束性|\n3|交通|港口吞吐量|万吨|60|稳步提升|-|预期性|"},
		"one row a line, lines of one width": {
			"类别 序号 指标 2020年 2025年 属性\n文体 1 每万人拥有公共体育设施面积（平方米） 0.31 0.45 预期性\n文体 2 图书馆年度流通人次（万人次） 130 150 预期性\n旅游 3 乡村旅游接待人次（万人次） — 200 预期性\n",
			"1|文体|每万人拥有公共体育设施面积|平方米|0.31|0.45|-|预期性|\n2|文体|图书馆年度流通人次|万人次|130|150|-|预期性|\n3|旅游|乡村旅游接待人次|万人次||200|-|预期性|"},
		"a heading with its unit below, categories and a bare 注": {
			"序号\n指标\n单位\n2020年\n2025年\n年均增长\n（%）\n属性\n（一）水环境\n1\n水质优良比例\n%\n88\n90\n—\n约束性\n（二）水产\n2\n水产品产量\n万吨\n3.2\n—\n两位数增长\n预期性\n注\n1.〔〕为累计数。\n2.带*为快报数。\n",
			"1|水环境|水质优良比例|%|88|90|-|约束性|\n2|水产|水产品产量|万吨|3.2|-|两位数增长|预期性|"},
		"natures without 性 in a column 类型": {
			"指标类别\n序号\n核心指标\n2022年\n2025年\n类型\n普惠\n1\n普惠园覆盖率（%）\n83\n87\n预期\n优质\n2\n优质园占比（%）\n46\n逐年提高\n约束\n",
			"1|普惠|普惠园覆盖率|%||87|-|预期|\n2|优质|优质园占比|%||逐年提高|-|约束|"},
		"no headings": {
			"1.残疾人家庭签约率\n70%\n≥85%\n约束性\n2.孤儿养育标准\n—\n不低于全省平均\n预期性\n（注：第2项按年核定）\n",
			"1||残疾人家庭签约率||70%|≥85%|-|约束性|\n2||孤儿养育标准|||不低于全省平均|-|预期性|"},
		"an indicator in letters, values expected": {
			"指标类别\n主要指标\n单位\n2020年\n预期值\n经济增长\nGDP\n亿元\n86\n120\n绿色生态\n污水处理率\n%\n88\n提高5个百分点\n",
			"1|经济增长|GDP|亿元|86|120|-||\n2|绿色生态|污水处理率|%|88|提高5个百分点|-||"},
	} {
		for width, table := range map[string]string{"as written": test.table, "half-width": text.HalfWidth(test.table)} {
			if got := annexOfText(t, table); text.HalfWidth(got) != text.HalfWidth(test.want) {
				t.Errorf("%s, %s:\n got\n%s\nwant\n%s", name, width, got, test.want)
			}
		}
	}
}
