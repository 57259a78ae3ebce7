package catalogue_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/seeds"
	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
	"tianbao/seeds/trial"
	"tianbao/templates/xl"
	"tianbao/workbook/catalogue"
	"tianbao/workbook/ooxml"
)

// small has each thing a plan can hold, none of it the built-in plan's.
func small() *plan.Plan {
	d := decimal.RequireFromString
	return &plan.Plan{
		ID: "AB12CD", Title: "某县工业发展规划", Period: plan.Period{Base: 2021, First: 2022, Last: 2024},
		Office:    "县发展改革委",
		Deadline:  plan.Deadline{Month: 1, Day: 15},
		Tolerance: plan.Tolerance{Points: d("0.25"), Share: d("98.5"), Near: d("85")}, Words: map[string]string{plan.WordNearPace: "基本符合序时进度"},
		Chapters: []plan.Chapter{
			{No: 1, Title: "产业", Sections: []plan.Section{
				{No: 1, Title: "壮大主导", Tasks: []plan.Task{{No: 1, Title: "招商", Refs: []string{"1(1)", "1(2)"}}, {No: 0, Title: "不编号", Refs: []string{"一(一)"}}}},
				{No: 2, Title: "空节"},
			}},
			{No: 2, Title: "空章"},
			{No: 3, Title: "园区", Sections: []plan.Section{{No: 0, Tasks: []plan.Task{{No: 3, Title: "扩园", Refs: []string{"3"}}, {No: 4, Title: "空任务"}}}}},
		},
		Items: []plan.Item{
			{Ref: "1(1)", Chapter: 1, Section: 1, Task: 1, Sub: 1, Title: "招商", Text: "=SUM(1) 引进\n企业10家", Clause: "(县工信局、县“四送一服”办牵头,各乡镇配合)", Line: 7,
				Lead: []plan.Party{{Name: "县工信局", Units: []string{"县工业和信息化局"}}, {Name: "县“四送一服”办", Units: []string{"县“四送一服”办"}}},
				Support: []plan.Party{{Name: "各乡镇", Units: []string{"东镇", "西镇"}, Duty: plan.DutyMay}, {Name: "县财政局", Units: []string{"县财政局"}, Duty: plan.DutyMust},
					{Name: "信息化局", Units: []string{"县工业和信息化局", "县财政局"}, Duty: plan.DutySpare}},
				Targets: []plan.Target{
					{ID: "1(1)-1", Phrase: "企业10家", Measure: "企业", Op: plan.AtLeast, Min: d("10"), Max: d("10"), Unit: "家", Due: "2024", Basis: plan.Cumulative,
						Counting: plan.CountsNew, Same: 1, Place: "镇", Places: 3, Known: plan.Known{Nature: "约束性", Leader: "甲县长", Base: "2", BaseBy: "县年鉴",
							Values: map[int]string{2021: "3"}, ValuesBy: map[int]string{2021: "核实"}, YearTargets: map[int]string{2022: "4"}, DataUnits: []string{"县财政局"},
							Settled: map[int]plan.Settled{2022: {Verdict: "完成", By: "市通报"}}}},
					{ID: "1(1)-2", Phrase: "其中6家", Op: plan.Between, Min: d("-3.5"), Max: d("6"), Unit: "家", Due: "每年", Basis: plan.Annual, Doubt: "口径不明"},
					{ID: "1(1)-10", Phrase: "4家", Op: plan.Above, Min: d("4"), Max: d("4"), Basis: plan.Level}}},
			{Ref: "1(2)", Chapter: 1, Section: 1, Task: 1, Sub: 2, Title: "招商", Text: "各单位均须落实", Line: 8,
				Lead: []plan.Party{{Name: "未知局"}}, Support: []plan.Party{{Name: "东镇", Units: []string{"东镇"}, Duty: plan.DutySpare}}},
			{Ref: "一(一)", Chapter: 1, Section: 1, Title: "不编号", Text: "不编号的段落", Line: 9},
			{Ref: "3", Chapter: 3, Task: 3, Title: "扩园", Text: "扩园", Lead: []plan.Party{{Name: "园区(筹、试)", Units: []string{"园区(筹、试)"}}}},
		},
		Indicators: []plan.Indicator{
			{No: 1, Category: "经济", Name: "增加值", Unit: "亿元", Target: "120.50", Growth: "-", Units: []string{"县财政局", "东镇"},
				Known: plan.Known{Nature: "预期性", Leader: "乙副县长", Base: "98.10", BaseBy: "第七次人口普查", Values: map[int]string{2019: "80", 2022: "101.1"},
					ValuesBy: map[int]string{2022: "第五次经济普查"}, YearTargets: map[int]string{2024: "120"}, DataUnits: []string{"县工业和信息化局"},
					Settled: map[int]plan.Settled{2023: {Verdict: "基本达到序时进度", By: "省考核通报"}}},
				ProvinceBase: "1000", Province: map[int]string{2022: "1050"}, Nation: map[int]string{2022: "2000"},
				Assigned: map[int]string{2023: "3.0"}, Adjusted: "118", AdjustedBy: "县政办〔2023〕1号", Line: 30},
			{No: 2, Name: "能耗降低", Unit: "%", Target: "-", Growth: "省下达", Units: []string{"县工业和信息化局"}},
		},
		Units: []plan.Unit{
			{ID: "001", Name: "县工业和信息化局", Kind: "县直部门", Aliases: []string{"县工信局", "县经信委"}, Leader: "某某"},
			{ID: "007", Name: "县财政局", Kind: "县直部门"},
			{ID: "003", Name: "县“四送一服”办", Kind: "县直部门", Successor: "县财政局"},
			{ID: "004", Name: "东镇", Kind: "乡镇"}, {ID: "005", Name: "西镇", Kind: "乡镇"}, {ID: "006", Name: "园区(筹、试)", Kind: "园区"},
		},
		Groups: []plan.Group{{Name: "各乡镇", Aliases: []string{"各镇"}, Members: []string{"东镇", "西镇"}}, {Name: "各有关单位"}},
		Totals: []plan.Total{{Sum: "1(1)-1", Parts: []string{"1(1)-2", "1(1)-10"}}},
	}
}

func written(t testing.TB, p *plan.Plan) []byte {
	t.Helper()
	return trial.Got(catalogue.Write(p))(t)
}

func book(t testing.TB, data []byte) *ooxml.Book {
	t.Helper()
	return trial.Made(ooxml.Read(data, ooxml.DefaultLimits()))(t)
}

// lines prints a plan piece by piece, so that a difference shows where it is.
func lines(p *plan.Plan) []string {
	out := []string{fmt.Sprintf("%s %s %s %v %v %v %v", p.ID, p.Title, p.Office, p.Period, p.Deadline, p.Tolerance, p.Words)}
	for _, c := range p.Chapters {
		out = append(out, fmt.Sprintf("%+v", c))
	}
	for _, it := range p.Items {
		out = append(out, fmt.Sprintf("%+v", it))
	}
	for _, in := range p.Indicators {
		out = append(out, fmt.Sprintf("%+v", in))
	}
	return append(out, fmt.Sprintf("%+v", p.Units), fmt.Sprintf("%+v", p.Groups), fmt.Sprintf("%+v", p.Totals))
}

func same(t *testing.T, got, want *plan.Plan) {
	t.Helper()
	a, b := lines(got), lines(want)
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Errorf("got\n%s\nwant\n%s", a[i], b[i])
		}
	}
	if len(a) != len(b) {
		t.Errorf("%d pieces, want %d", len(a), len(b))
	}
}

func plans() map[string]*plan.Plan {
	builtin, _ := seeds.Plan()
	return map[string]*plan.Plan{"small": small(), "built-in": builtin}
}

func TestPlanToCatalogueToPlanIsTheIdentity(t *testing.T) {
	for name, p := range plans() {
		t.Run(name, func(t *testing.T) {
			data := written(t, p)
			got, found := catalogue.Read(book(t, data))
			for _, f := range found {
				if f.Code != finding.OwnerUnknown {
					t.Errorf("%s %s %s: %s %q", f.Place.Sheet, f.Place.Cell(), f.Ref, f.Message, f.Given)
				}
			}
			same(t, got, p)
			if !bytes.Equal(written(t, got), data) {
				t.Error("the second catalogue differs from the first")
			}
		})
	}
}

func TestTheCatalogueSurvivesLibreOffice(t *testing.T) {
	for name, p := range plans() {
		t.Run(name, func(t *testing.T) {
			got, _ := catalogue.Read(book(t, trial.Converted(t, written(t, p), "xlsx")))
			same(t, got, p)
		})
	}
}

func TestACatalogueWithoutASheetOrColumnSaysSo(t *testing.T) {
	b := book(t, written(t, small()))
	b.Sheet("单位").Name = "Sheet1"
	if p, found := catalogue.Read(b); p != nil || !found.Has(finding.CatalogueSheet) {
		t.Errorf("a missing sheet: %v", found)
	}
	b = book(t, written(t, small()))
	edit(b.Sheet("事项"), 1, "牵头单位", "主办")
	if p, found := catalogue.Read(b); p != nil || !found.Has(finding.CatalogueColumn) {
		t.Errorf("a missing column: %v", found)
	}
}

func TestRemarksStandBesideTheirRow(t *testing.T) {
	b := book(t, written(t, small()))
	for sheet, want := range map[string]string{"事项": "未知局", "量化目标": "口径不明", "单位": "集合称谓没有成员"} {
		found := false
		for _, r := range b.Sheet(sheet).Rows[1:] {
			last := r.Cells[len(r.Cells)-1].Text
			found = found || strings.Contains(last, want)
		}
		if !found {
			t.Errorf("%s has no remark with %s", sheet, want)
		}
	}
}

// The catalogue as text.
func TestTheCatalogueOfTheSmallPlanIsAsLastLookedAt(t *testing.T) {
	got := trial.Got(xl.Dump(written(t, small())))(t)
	trial.Golden(t, "testdata/catalogue.txt", got)
}

func TestPlansOfOtherPlacesSurviveTheirCatalogue(t *testing.T) {
	files, err := filepath.Glob("../../seeds/reading/testdata/documents/*[tl]")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data := trial.Got(os.ReadFile(file))(t)
		doc, _ := document.Read(file, data)
		p, _ := reading.Parse(doc, nil)
		t.Run(filepath.Base(file), func(t *testing.T) {
			got, _ := catalogue.Read(book(t, written(t, p)))
			same(t, got, p)
		})
	}
}
