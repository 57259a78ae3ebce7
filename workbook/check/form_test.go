package check

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

func number(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// smallPlan is a plan of one city of two units over 2030 to 2035.
func smallPlan() *plan.Plan {
	target := func(id string, basis plan.Basis, op plan.Op, n, unit, due, measure string) plan.Target {
		return plan.Target{ID: id, Phrase: measure + n + unit, Measure: measure, Op: op, Min: number(n), Max: number(n), Unit: unit, Due: due, Basis: basis}
	}
	lead := []plan.Party{{Name: "甲局", Units: []string{"甲局"}}}
	support := []plan.Party{{Name: "乙局", Units: []string{"乙局"}, Duty: plan.DutyMust}, {Name: "各区", Units: []string{"甲局"}, Duty: plan.DutyMay}}
	return &plan.Plan{
		ID: "SMALL1", Title: "小城规划", Period: plan.Period{Base: 2030, First: 2031, Last: 2035},
		Tolerance: plan.Tolerance{Points: number("0.5"), Share: number("97")},
		Items: []plan.Item{
			{Ref: "1", Title: "修路", Text: "修路。", Lead: lead, Support: support, Targets: []plan.Target{
				target("1-1", plan.Level, plan.AtLeast, "100", "公里", "2035", "公路里程"),
				target("1-2", plan.Cumulative, plan.AtLeast, "500", "万人", "五年累计", "培训人数"),
				target("1-3", plan.Annual, plan.AtMost, "5", "%", "每年", "事故率"),
				target("1-4", plan.Growth, plan.About, "8", "%", "2035", "客运量增长"),
				target("1-5", plan.Level, plan.AtMost, "30", "微克", "2035", "浓度"),
			}},
			{Ref: "2", Title: "建园", Text: "建园。", Lead: lead, Targets: []plan.Target{
				target("2-1", plan.Level, plan.AtLeast, "30", "个", "2035", "园区总数"),
				target("2-2", plan.Level, plan.AtLeast, "10", "个", "2035", "东区园区"),
				target("2-3", plan.Level, plan.AtLeast, "20", "个", "2035", "西区园区"),
				target("2-4", plan.Annual, plan.AtLeast, "3", "%", "每年", "能耗降低"),
			}},
			{Ref: "3", Title: "造林", Text: "造林。", Lead: []plan.Party{{Name: "乙局", Units: []string{"乙局"}}},
				Support: []plan.Party{{Name: "甲局", Units: []string{"甲局"}, Duty: plan.DutyMust}}},
			{Ref: "4", Title: "早办的事", Text: "早办。", Lead: lead, Targets: []plan.Target{
				target("4-1", plan.Level, plan.AtLeast, "1", "座", "2032年底", "泵站"),
			}},
		},
		Totals: []plan.Total{{Sum: "2-1", Parts: []string{"2-2", "2-3"}}},
		Indicators: []plan.Indicator{
			{No: 1, Name: "生产总值增长", Unit: "%", Target: "-", Growth: "7.5左右", Units: []string{"甲局"}},
			{No: 2, Name: "人均生产总值", Unit: "元", Target: "52000", Growth: "6.3左右", Units: []string{"甲局"}, Known: plan.Known{Base: "38000"}},
			{No: 3, Name: "城镇化率", Unit: "%", Target: "52以上", Growth: "-", Units: []string{"甲局"}},
			{No: 4, Name: "失业率", Unit: "%", Target: "6以内", Growth: "-", Units: []string{"甲局"}},
			{No: 5, Name: "人均预期寿命", Unit: "岁", Target: "78", Growth: "[1.3]", Units: []string{"甲局"}},
			{No: 6, Name: "单位能耗降低", Unit: "%", Target: "-", Growth: "省下达", Units: []string{"甲局"}},
		},
		Units: []plan.Unit{{ID: "001", Name: "甲局"}, {ID: "002", Name: "乙局"}},
	}
}

// past is what was reported for earlier years: "sheet ref column" to text.
type past map[string]string

func (p past) Text(_ int, _ string, s layout.SheetKey, ref string, col layout.Key) string {
	return p[string(s)+" "+ref+" "+string(col)]
}

func (p past) Confirmed(s layout.SheetKey, ref string) string { return p["base "+string(s)+" "+ref] }

func (past) Done(string, int) bool { return false }

// blankReturn is a return of 甲局 as issued.
func blankReturn(year int, before past) *workbook.Return {
	p := smallPlan()
	form := layout.NewForms(p, year, before).Of(&p.Units[0])
	r := &workbook.Return{Unit: "甲局", Form: form}
	for _, fs := range form.Sheets {
		s := &workbook.Sheet{Form: fs, Name: fs.Name, Headings: fs.Headings, Head: 1}
		for i := range fs.Rows {
			row := workbook.Row{Sheet: s, Issued: &fs.Rows[i], R: i + 2, Values: make([]workbook.Value, len(fs.Columns))}
			for c := range row.Values {
				v := &row.Values[c]
				v.Place = finding.Place{Sheet: s.Name, Row: i + 2, Col: c + 1}
				if row.Issued.Modes[c] == layout.Open && row.Issued.Issued[c] != "" {
					*v = workbook.Value{Place: v.Place, State: workbook.Filled, Text: row.Issued.Issued[c], Given: row.Issued.Issued[c], Preset: true}
				}
			}
			s.Rows = append(s.Rows, row)
		}
		s.Index()
		r.Sheets = append(r.Sheets, s)
	}
	return r
}

// fill writes into a cell as the reader would have taken it: 不适用 and ?faulty
// stand for those states.
func fill(t *testing.T, r *workbook.Return, sheet layout.SheetKey, ref string, k layout.Key, text string) {
	t.Helper()
	row := r.Sheet(sheet).Row(ref)
	if row == nil || !row.Open(k) {
		t.Fatalf("%s %q %s is not to fill", sheet, ref, k)
	}
	fillCell(t, row, row.Sheet.Form.Index(k), text)
}

func fillCell(t testing.TB, row *workbook.Row, i int, text string) {
	t.Helper()
	v := &row.Values[i]
	*v = workbook.Value{Place: v.Place, State: workbook.Filled, Given: text, Text: text}
	switch column := &row.Sheet.Form.Columns[i]; {
	case strings.HasPrefix(text, "?"):
		v.State, v.Text = workbook.Faulty, ""
	case column.Kind == layout.Number && text == "不适用":
		v.State = workbook.NA
	case column.Kind == layout.Number:
		v.Number = number(text)
	}
}
