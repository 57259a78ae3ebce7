package report

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	"tianbao/consolidate/town"
	"tianbao/seeds/finding"
	marks "tianbao/seeds/text"
	"tianbao/seeds/trial"
	"tianbao/workbook/ooxml"
)

func rendered(t *testing.T, s *consolidate.Summary) *ooxml.Book {
	t.Helper()
	data := trial.Got(Render(s))(t)
	return town.Opened(t, data)
}

func book2024(t *testing.T) *ooxml.Book {
	t.Helper()
	p := town.Plan()
	return rendered(t, town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)}))
}

func TestTheSummaryHasItsSheetsInOrder(t *testing.T) {
	var names []string
	for _, g := range book2024(t).Sheets {
		names = append(names, g.Name)
	}
	want := []string{"总体情况", "主要目标一览表", "滞后事项", "图表", "评价口径", "量化目标", "重点任务", "配合情况", "问题与建议", "单位报送情况", "采纳情况", "数据不一致", "审核意见", "报送文件清单", "_tianbao"}
	if !slices.Equal(names, want) {
		t.Errorf("%v", names)
	}
	if g := book2024(t).Sheet("_tianbao"); g.State != ooxml.VeryHidden {
		t.Errorf("_tianbao is %v", g.State)
	}
}

// Worked out by hand from the fixture: 1.069·1.034·1.062·1.061 = 1.24549, its fourth
// root 1.0564; 185 + 175·4/5 = 325; 9.2 + 0.8·4/5 = 9.84.
func TestEveryCellOfTheIndicatorTableIsWritten(t *testing.T) {
	rows := town.Drawn(t, book2024(t), "主要目标一览表", "序号")
	want := map[string]map[string]string{
		"1": {"类别": "经济发展", "序号": "1", "指标": "地区生产总值增长(%)", "2025年目标": "-", "年均增长": "7.5左右", "责任单位": "市发展改革委",
			"2021年实际值": "6.9", "2022年实际值": "3.4", "2023年实际值": "6.2", "2024年实际值": "6.1", "2024年数据状态": "初步数",
			"2025年目标完成率(%)": "75.2", "剩余年份需要": "2025年需增长15.27%", "预计能否完成": "预计难以完成", "判定": "未达序时进度", "差距": "低1.86个百分点",
			"判定依据": "年均增速按各年几何平均:2021—2024年 6.9、3.4、6.2、6.1,年均5.64%,目标7.5%左右,低1.86个百分点,差距不小于0.5个百分点",
			"说明":   "投资放缓", "分管市领导": "甲副市长", "来源文件": "2024-市发展改革委.xlsx", "来源行": "5"},
		"2": {"类别": "经济发展", "序号": "2", "指标": "高新技术企业数(个)", "2025年目标": "360", "年均增长": "-", "责任单位": "市发展改革委", "2020年基期值": "185",
			"2021年数据状态": "未填报", "2022年数据状态": "未填报", "2023年数据状态": "未填报", "2024年实际值": "318", "2024年数据状态": "最终核实数",
			"2025年目标完成率(%)": "88.3", "剩余年份需要": "距目标还差42个,2025年需增加42个", "2025年预计值": "365", "预计能否完成": "能完成", "判定": "基本达到序时进度", "差距": "低7个",
			"判定依据": "按直线推算(4/5):2020年基期值185个、2025年目标360个,2024年应达到325个,实际318个,低7个,完成应增量的95%(90%以上为基本达到)", "分管市领导": "甲副市长", "来源文件": "2024-市发展改革委.xlsx", "来源行": "6"},
		"3": {"类别": "民生福祉", "序号": "3", "指标": "居民收入增长(%)", "2025年目标": "-", "年均增长": "8左右", "责任单位": "市发展改革委\n市统计局",
			"2021年数据状态": "未填报", "2022年数据状态": "未填报", "2023年数据状态": "未填报", "2024年实际值": "待核定", "2024年数据状态": "最终核实数",
			"2025年目标完成率(%)": "—", "预计能否完成": "能完成", "判定": "无法判断(数据不一致,待核定)", "判定依据": "市发展改革委 7.8;市统计局 8.1", "分管市领导": "甲副市长",
			"来源文件": "2024-市发展改革委.xlsx\n2024-市统计局.xlsx", "来源行": "7\n5"},
		"4": {"类别": "民生福祉", "序号": "4", "指标": "劳动年龄人口平均受教育年限(年)", "2025年目标": "10.0", "年均增长": "-", "责任单位": "市教育局", "2020年基期值": "9.2",
			"2021年数据状态": "未填报", "2022年数据状态": "未填报", "2023年数据状态": "未填报", "2024年实际值": "9.6", "2024年数据状态": "最终核实数",
			"2025年目标完成率(%)": "96", "剩余年份需要": "距目标还差0.4年,2025年需增加0.4年", "预计能否完成": "能完成", "判定": "未达序时进度", "差距": "低0.24年",
			"判定依据": "按直线推算(4/5):2020年基期值9.2年、2025年目标10.0年,2024年应达到9.84年,实际9.6年,低0.24年,完成应增量的62.5%(90%以上为基本达到)", "数据依据": "2020年基期值:第七次人口普查", "来源文件": "2024-市教育局.xlsx", "来源行": "5"},
	}
	if len(rows) != len(want) {
		t.Errorf("%d rows", len(rows))
	}
	for ref, cells := range want {
		for _, head := range []string{"2020年基期值", "2021年实际值", "2022年实际值", "2023年实际值", "2024年计划目标", "全省同期值"} {
			cells[head] = cmp.Or(cells[head], "—")
		}
		for head, text := range cells {
			if got := rows[ref][head]; got != text {
				t.Errorf("indicator %s, %s: %q, want %q", ref, head, got, text)
			}
		}
		for head, text := range rows[ref] {
			if _, known := cells[head]; !known {
				t.Errorf("indicator %s has %q under %s, where nothing belongs", ref, text, head)
			}
		}
	}
}

func TestTargetsItemsAndSupportsStandInTheirSheets(t *testing.T) {
	book := book2024(t)
	target := town.Drawn(t, book, "量化目标", "编号")["1-1"]
	for head, text := range map[string]string{"要求": "≥ 10", "截至2024年底值": "7", "2024年当年值": "2", "目标完成率(%)": "70", "判定": "未达序时进度", "差距": "低1个", "牵头单位": "市发展改革委、市统计局"} {
		if target[head] != text {
			t.Errorf("target %s: %q, want %q", head, target[head], text)
		}
	}
	if got := town.Drawn(t, book, "量化目标", "编号")["3-1"]["2024年当年值"]; got != "待核实" {
		t.Errorf("a faulty cell shows as %q", got)
	}
	item := town.Drawn(t, book, "重点任务", "编号")["1"]
	for head, text := range map[string]string{"章": "一、产业发展", "进展状态": "达到序时进度", "2024年进展情况": "市发展改革委:新建园区2个。\n市统计局:统计园区数据。", "配合单位工作情况": "东县政府:建园区1个。"} {
		if item[head] != text {
			t.Errorf("item %s: %q, want %q", head, item[head], text)
		}
	}
	if got := town.Drawn(t, book, "配合情况", "配合工作情况")["校企合作3项。"]["单位"]; got != "市教育局" {
		t.Errorf("support of %q", got)
	}
	if got := town.Drawn(t, book, "问题与建议", "存在问题或说明"); got["资金不足"]["2025年工作安排"] != "争取资金" || got["无"] != nil {
		t.Errorf("problems %v", got)
	}
	owed := town.Plan().Assignments().Of("西县政府")
	for head, want := range map[string]int{"牵头事项": len(owed.Lead), "配合事项": len(owed.Support), "主要指标": len(owed.Indicators)} {
		if got := town.Drawn(t, book, "单位报送情况", "单位")["西县政府"][head]; got != strconv.Itoa(want) {
			t.Errorf("a unit that sent nothing is asked for %s %s, want %d", got, head, want)
		}
	}
	if got := town.Drawn(t, book, "单位报送情况", "单位")["西县政府"]["报送状态"]; got != "未报送" {
		t.Errorf("a missing unit is %q", got)
	}
	if got := town.Drawn(t, book, "审核意见", "填报内容")["约5家"]; got["处理"] != "待核实" || got["单位"] != "市教育局" {
		t.Errorf("review %v", got)
	}
}

func TestTextNeverBecomesAFormula(t *testing.T) {
	book := book2024(t)
	for _, g := range book.Sheets {
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				if c.Formula != ooxml.Plain {
					t.Errorf("%s row %d: a formula %q", g.Name, r.R, c.Text)
				}
			}
		}
	}
	if got := town.Drawn(t, book, "重点任务", "编号")["2"]["2024年进展情况"]; got != "=1+1培育企业" {
		t.Errorf("text became %q", got)
	}
}

func TestTheOverviewCountsAndSaysSo(t *testing.T) {
	g := book2024(t).Sheet("总体情况")
	var all []string
	for _, r := range g.Rows {
		var line []string
		for _, c := range r.Cells {
			if c.Text != "" {
				line = append(line, c.Text)
			}
		}
		all = append(all, strings.Join(line, " "))
	}
	page := marks.HalfWidth(strings.Join(all, " "))
	for _, want := range []string{
		"2024年,规划确定的4项主要指标中,基本达到序时进度1项、未达序时进度2项、无法判断1项。规划没有写明指标属性,均按预期性评价。上述判定均依据2024年数据。",
		"2项量化目标中,未达序时进度1项、无法判断1项。据牵头单位自评,3项重点任务中,已完成1项、达到序时进度1项、未达序时进度1项。",
		"指标1 地区生产总值增长(%) 未达序时进度\n低1.86个百分点 市发展改革委 甲副市长 投资放缓 待单位说明", "二、提请协调事项 1. 2. 3.",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the overview lacks %q:\n%s", want, page)
		}
	}
}

func TestLongTextIsKeptToTheLimitWithAFinding(t *testing.T) {
	p := town.Plan()
	long := strings.Repeat("长", 20000)
	files := []town.Sent{
		{Unit: "东县政府", Cells: town.Answers{"support/1/joined": "已开展", "support/1/account": long}},
		{Unit: "西县政府", Cells: town.Answers{"support/1/joined": "已开展", "support/1/account": long}},
	}
	s, list, err := consolidate.Merge(consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, files...)})
	if err != nil || !list.Has(finding.TextCut) {
		t.Fatalf("%v %+v", err, list)
	}
	book := rendered(t, s)
	if got := town.Drawn(t, book, "重点任务", "编号")["1"]["配合单位工作情况"]; !strings.HasSuffix(got, consolidate.CutNote) || len([]rune(got)) != 32767 {
		t.Errorf("%d characters, ending %q", len([]rune(got)), got[max(0, len(got)-60):])
	}
	if got := town.Drawn(t, book, "配合情况", "单位")["西县政府"]["配合工作情况"]; got != long {
		t.Errorf("the unit's own text has %d characters", len([]rune(got)))
	}
}

func TestSheetsThatAreFullGoOnOnASecond(t *testing.T) {
	p := town.Plan()
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})
	var out bytes.Buffer
	err := write(&out, s, 5)
	data := out.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	book := town.Opened(t, data)
	seen := map[string]bool{}
	for _, name := range []string{"单位报送情况", "单位报送情况 2", "单位报送情况 3", "单位报送情况 4", "单位报送情况 5"} {
		if g := book.Sheet(name); g != nil {
			for unit := range town.Drawn(t, book, name, "单位") {
				seen[unit] = true
			}
		}
	}
	for _, u := range p.Units {
		if !seen[u.Name] {
			t.Errorf("%s is on no sheet", u.Name)
		}
	}
	if h, list := store.ReadHistory(book, p); h == nil {
		t.Errorf("%+v", list)
	} else {
		for _, rec := range s.Records {
			for c := range rec.Cells.All() {
				if got := h.Text(2024, rec.UnitID, rec.Sheet, rec.Ref, c.Col); got != c.Text {
					t.Errorf("%s %s %s reads back as %q", rec.Unit, rec.Ref, c.Col, got)
				}
			}
		}
	}
	for _, g := range book.Sheets {
		if n := len(g.Rows); n > 5 && !slices.Contains([]string{sheetOverview, sheetCharts, sheetCriteria}, g.Name) {
			t.Errorf("%s has %d rows", g.Name, n)
		}
	}
}
