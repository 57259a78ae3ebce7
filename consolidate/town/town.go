// Package town is what the tests of these rooms share: the plan of a small town,
// returns of its units, and a summary read back. Only tests import it.
package town

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/consolidate"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

// HeadRow is the row of the headings on the sheets of a summary.
const HeadRow = 3

// Dec reads a decimal.
func Dec(text string) decimal.Decimal { return decimal.RequireFromString(text) }

// Plan is a small plan of a place and period of its own: five years from 2021,
// three departments and two counties.
func Plan() *plan.Plan {
	lead := func(names ...string) (list []plan.Party) {
		for _, n := range names {
			list = append(list, plan.Party{Name: n, Units: []string{n}, Duty: plan.DutyMust})
		}
		return list
	}
	counties := plan.Party{Name: "各县政府", Units: []string{"东县政府", "西县政府"}, Duty: plan.DutyMay}
	p := &plan.Plan{
		ID: "TOWN01", Title: "临河市发展规划", Period: plan.Period{Base: 2020, First: 2021, Last: 2025}, Deadline: plan.Deadline{Month: 3, Day: 31},
		Tolerance: plan.UsualTolerance(),
		Chapters: []plan.Chapter{
			{No: 1, Title: "产业发展", Sections: []plan.Section{{No: 1, Title: "工业", Tasks: []plan.Task{{No: 1, Title: "做强工业", Refs: []string{"1", "2"}}}}}},
			{No: 2, Title: "民生保障", Sections: []plan.Section{{No: 1, Title: "教育", Tasks: []plan.Task{{No: 3, Title: "办好教育", Refs: []string{"3"}}}}}},
		},
		Items: []plan.Item{
			{Ref: "1", Chapter: 1, Section: 1, Task: 1, Title: "做强工业", Text: "做强工业。到2025年新建园区10个。", Lead: lead("市发展改革委", "市统计局"), Support: []plan.Party{counties},
				Targets: []plan.Target{{ID: "1-1", Phrase: "新建园区10个", Measure: "园区", Op: plan.AtLeast, Min: Dec("10"), Max: Dec("10"), Unit: "个", Due: "2025", Basis: plan.Cumulative}}},
			{Ref: "2", Chapter: 1, Section: 1, Task: 2, Title: "培育企业", Text: "培育企业。", Lead: lead("市发展改革委"), Support: lead("市教育局")},
			{Ref: "3", Chapter: 2, Section: 1, Task: 3, Title: "办好教育", Text: "办好教育。每年培训12场。", Lead: lead("市教育局"), Support: []plan.Party{counties},
				Targets: []plan.Target{{ID: "3-1", Phrase: "每年培训12场", Measure: "培训", Op: plan.AtLeast, Min: Dec("12"), Max: Dec("12"), Unit: "场", Due: "每年", Basis: plan.Annual}}},
		},
		Indicators: []plan.Indicator{
			{No: 1, Category: "经济发展", Name: "地区生产总值增长", Unit: "%", Target: "-", Growth: "7.5左右", Units: []string{"市发展改革委"}, Known: plan.Known{Values: map[int]string{2021: "6.9", 2022: "3.4", 2023: "6.2"}}},
			{No: 2, Category: "经济发展", Name: "高新技术企业数", Unit: "个", Target: "360", Growth: "-", Units: []string{"市发展改革委"}, Known: plan.Known{Base: "185"}},
			{No: 3, Category: "民生福祉", Name: "居民收入增长", Unit: "%", Target: "-", Growth: "8左右", Units: []string{"市发展改革委", "市统计局"}},
			{No: 4, Category: "民生福祉", Name: "劳动年龄人口平均受教育年限", Unit: "年", Target: "10.0", Growth: "-", Units: []string{"市教育局"}, Known: plan.Known{Base: "9.2", BaseBy: "第七次人口普查"}},
		},
		Units: []plan.Unit{
			{ID: "001", Name: "市发展改革委", Kind: "市直部门", Leader: "甲副市长"}, {ID: "002", Name: "市统计局", Kind: "市直部门"}, {ID: "003", Name: "市教育局", Kind: "市直部门"},
			{ID: "004", Name: "东县政府", Kind: "县区政府"}, {ID: "005", Name: "西县政府", Kind: "县区政府"},
		},
		Groups: []plan.Group{{Name: "各县政府", Members: []string{"东县政府", "西县政府"}}},
	}
	return p
}

// Answers is what a unit fills in: "sheet/ref/column" to text.
type Answers map[string]string

// Sent is a returned file of a unit.
type Sent struct {
	Unit     string
	Revision int
	Cells    Answers
	Faulty   []string // cells that could not be taken
	Lacking  []string // required cells that are blank
	Copy     int      // tells apart copies of one revision
}

// Batch makes what intake gives for returns.
func Batch(p *plan.Plan, year int, past layout.Past, files ...Sent) *intake.Batch {
	forms := layout.NewForms(p, year, past)
	var list []*intake.File
	for _, s := range files {
		list = append(list, File(forms, s))
	}
	return intake.NewBatch(forms, list...)
}

// File makes the file that a unit returned.
func File(forms *layout.Forms, s Sent) *intake.File {
	ret, found := Return(forms, s)
	return Packed(forms, s, ret, found)
}

// Packed is the file of a return as intake keeps it.
func Packed(forms *layout.Forms, s Sent, ret *workbook.Return, found finding.List) *intake.File {
	hash := fmt.Append(nil, s.Unit, forms.Frame.Year, s.Revision)
	if s.Copy > 0 {
		hash = fmt.Append(hash, s.Copy)
	}
	return intake.NewFile("in/"+s.Unit+".xlsx", fmt.Sprintf("%x", sha256.Sum256(hash)), ret, ret.Form, found)
}

// Return makes what a unit returned, and what is wrong with it.
func Return(forms *layout.Forms, s Sent) (*workbook.Return, finding.List) {
	u := forms.Plan.Unit(s.Unit)
	form := forms.Of(u)
	ret := &workbook.Return{Unit: u.Name, Form: form, Modified: "2025-03-01T00:00:00Z", Identity: layout.Identity{PlanID: forms.Plan.ID, UnitID: u.ID, Year: forms.Frame.Year, Layout: 1, Revision: max(1, s.Revision)}}
	var found finding.List
	left := maps.Clone(s.Cells)
	for _, fs := range form.Sheets {
		sheet := &workbook.Sheet{Form: fs, Name: fs.Name}
		for i := range fs.Columns {
			sheet.Cols = append(sheet.Cols, i+1)
		}
		for i := range fs.Rows {
			row := workbook.Row{Sheet: sheet, Issued: &fs.Rows[i], R: 5 + i, Values: make([]workbook.Value, len(fs.Columns))}
			for c := range fs.Columns {
				id := string(fs.Key) + "/" + fs.Rows[i].Ref + "/" + string(fs.Columns[c].Key)
				v := &row.Values[c]
				v.Place = finding.Place{Sheet: fs.Name, Row: 5 + i, Col: c + 1}
				if text, ok := left[id]; ok {
					v.State, v.Text, v.Given = workbook.Filled, text, text
					if cut, odd := strings.CutPrefix(text, "~"); odd { // given otherwise than taken
						v.Text, v.Given = cut, " "+cut+" "
					}
					delete(left, id)
				}
				if slices.Contains(s.Lacking, id) {
					found.Add(finding.Required, finding.At(v.Place), finding.Row(fs.Rows[i].Ref), finding.Column(fs.Headings[c]))
				}
				if slices.Contains(s.Faulty, id) {
					v.State, v.Given = workbook.Faulty, "约5家"
					found.Add(finding.NumberFormat, finding.At(v.Place), finding.Row(fs.Rows[i].Ref), finding.Column(fs.Headings[c]), finding.Given("约5家"))
				}
			}
			sheet.Rows = append(sheet.Rows, row)
		}
		sheet.Index()
		ret.Sheets = append(ret.Sheets, sheet)
	}
	for id := range left {
		panic("no such cell in the form of " + u.Name + ": " + id)
	}
	return ret, found
}

// Year2024 is the fixture of one year: two leads that differ, an indicator whose
// two units differ, a faulty cell, a unit missing.
func Year2024() []Sent {
	return []Sent{
		{Unit: "市发展改革委", Revision: 2, Cells: Answers{
			"cover//filler": "张三", "cover//phone": "0558-1234567", "cover//date": "2025-03-10",
			"lead/1/status": "达到序时进度", "lead/1/progress": "新建园区2个。", "lead/1/problems": "无", "lead/1/next": "再建2个", "lead/1/office": "工业科",
			"lead/2/status": "未达序时进度", "lead/2/progress": "=1+1培育企业", "lead/2/problems": "资金不足", "lead/2/next": "争取资金",
			"target/1-1/this_year": "2", "target/1-1/total": "7", "target/1-1/data": "最终核实数", "target/1-1/outlook": "完成有难度", "target/1-1/reason": "用地指标紧张",
			"indicator/1/actual": "~6.1", "indicator/1/data": "初步数", "indicator/1/outlook": "预计难以完成", "indicator/1/reason": "投资放缓",
			"indicator/2/actual": "318", "indicator/2/data": "最终核实数", "indicator/2/outlook": "能完成", "indicator/2/expected": "365",
			"indicator/3/actual": "7.8", "indicator/3/data": "最终核实数", "indicator/3/outlook": "能完成",
		}},
		{Unit: "市统计局", Cells: Answers{
			"cover//filler": "李四",
			"lead/1/status": "达到序时进度", "lead/1/progress": "统计园区数据。",
			"target/1-1/total": "7", "target/1-1/data": "最终核实数", "target/1-1/outlook": "完成有难度",
			"indicator/3/actual": "8.1", "indicator/3/data": "最终核实数", "indicator/3/outlook": "能完成",
		}},
		{Unit: "市教育局", Faulty: []string{"target/3-1/this_year"}, Cells: Answers{
			"lead/3/status": "已完成", "lead/3/progress": "培训到位。",
			"target/3-1/data": "最终核实数", "target/3-1/outlook": "能完成",
			"support/2/joined": "已开展", "support/2/account": "校企合作3项。",
			"indicator/4/actual": "9.6", "indicator/4/data": "最终核实数", "indicator/4/outlook": "能完成",
		}},
		{Unit: "东县政府", Cells: Answers{"support/1/joined": "已开展", "support/1/account": "建园区1个。", "support/3/joined": "本年度不涉及"}},
	}
}

// Opened reads a rendered summary back with the program's own reader.
func Opened(t *testing.T, data []byte) *ooxml.Book {
	t.Helper()
	book, list := ooxml.Read(data, ooxml.DefaultLimits())
	if book == nil || list.Count(finding.Error) > 0 {
		t.Fatalf("the summary cannot be read back: %+v", list)
	}
	return book
}

// Drawn returns the rows of a sheet by heading, keyed by what is under the
// given heading.
func Drawn(t *testing.T, book *ooxml.Book, sheet, by string) map[string]map[string]string {
	t.Helper()
	g := book.Sheet(sheet)
	if g == nil {
		t.Fatalf("no sheet %s", sheet)
	}
	rows, heads := map[string]map[string]string{}, map[int]string{}
	for _, r := range g.Rows {
		cells := map[string]string{}
		for _, c := range r.Cells {
			if r.R == HeadRow {
				heads[c.Col] = c.Text
			}
			cells[heads[c.Col]] = c.Text
		}
		if r.R > HeadRow {
			rows[cells[by]] = cells
		}
	}
	return rows
}

// Merged makes the summary of an input that can be merged.
func Merged(t *testing.T, in consolidate.Input) *consolidate.Summary {
	t.Helper()
	s, _, err := consolidate.Merge(in)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
