package catalogue_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
	"tianbao/seeds/trial"
	"tianbao/templates/xl"
	"tianbao/workbook/catalogue"
	"tianbao/workbook/ooxml"
)

// taskBook is an office's own table of tasks: two sheets of tasks, a list of units, one of
// groups, an annex.
func taskBook(t *testing.T) *ooxml.Book {
	t.Helper()
	book := xl.New(xl.Props{Title: "分工表"})
	put := func(name string, rows ...string) *xl.Sheet {
		s := book.Sheet(name)
		for r, row := range rows {
			for c, cell := range strings.Split(row, "|") {
				switch {
				case cell == "":
				case strings.Trim(cell, "0123456789.") == "":
					s.Number(r+1, c+1, decimal.RequireFromString(cell), 0)
				default:
					s.Text(r+1, c+1, cell, 0)
				}
			}
		}
		return s
	}
	s := put("任务分工", "云川市2027年重点任务分工表", "序号|重点任务|牵头单位|责任单位|完成时限|备注", "一、产业发展",
		"1|新增规上企业20家|市工信局|市科技局、市财政局|6月底|省考核", "2|建设孵化器3个|市科技局|各县区政府|年底")
	s.Merge(xl.Range{Row1: 1, Col1: 1, Row2: 1, Col2: 6})
	s.Merge(xl.Range{Row1: 3, Col1: 1, Row2: 3, Col2: 6})
	put("民生", "序号|重点任务|牵头单位|责任单位", "3|新增学位5000个|市教育局|市财政局\n各县区政府")
	put("单位名录", "单位名称|简称|单位类别", "市工业和信息化局|市工信局|市直部门", "市科学技术局|市科技局|市直部门", "市财政局||市直部门", "市教育局||市直部门")
	put("集合", "集合称谓|包括单位", "各县区政府|甲县政府、乙区政府")
	put("主要指标", "序号|指标|计量单位|2026年|2027年目标|责任单位", "1|地区生产总值|亿元|1200|1290|市财政局")
	data := trial.Got(book.Bytes())(t)
	return trial.Made(ooxml.Read(data, ooxml.DefaultLimits()))(t)
}

func TestATableOfTasksInAWorkbookIsReadByTheRulesOfTables(t *testing.T) {
	b := taskBook(t)
	if catalogue.Is(b) {
		t.Fatal("taken for a catalogue")
	}
	doc, reg, found := catalogue.Document("分工表.xlsx", b)
	if doc == nil || reg == nil {
		t.Fatalf("%v %v", reg, found)
	}
	p, odd := reading.Parse(doc, reg)
	var got []string
	for i := range p.Items {
		it := &p.Items[i]
		due := ""
		for _, x := range it.Targets {
			due += x.Due
		}
		got = append(got, it.Ref+" "+strings.Join(it.LeadUnits(), "、")+"|"+strings.Join(it.SupportUnits(), "、")+"|"+due)
	}
	want := []string{"1 市工业和信息化局|市科学技术局、市财政局|2027年6月底", "2 市科学技术局|甲县政府、乙区政府|2027", "3 市教育局|市财政局、甲县政府、乙区政府|2027"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if p.Period != (plan.Period{Base: 2026, First: 2027, Last: 2027}) || len(p.Chapters) != 2 || p.Chapters[1].Title != "民生" {
		t.Errorf("%v %+v", p.Period, p.Chapters)
	}
	if len(p.Indicators) != 1 || p.Indicators[0].Base != "1200" || p.Indicators[0].Target != "1290" {
		t.Errorf("indicators %+v", p.Indicators)
	}
	left := ""
	for _, f := range odd {
		if f.Code == finding.ColumnLeftOut {
			left = f.Given + f.Message
		}
	}
	if !strings.HasPrefix(left, "备注:省考核") || !strings.Contains(left, "“任务分工”第2行") {
		t.Errorf("column left out: %q of %v", left, odd)
	}
}
