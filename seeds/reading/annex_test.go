package reading_test

import (
	"fmt"
	"strings"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/reading"
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
