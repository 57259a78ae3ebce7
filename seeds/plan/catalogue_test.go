package plan_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"tianbao/seeds"
	"tianbao/seeds/plan"
	"tianbao/workbook/finding"
	"tianbao/workbook/ooxml"
)

// small has each thing a plan can hold, none of it the built-in plan's.
func small() *plan.Plan {
	d := decimal.RequireFromString
	return &plan.Plan{
		ID: "AB12CD", Title: "某县工业发展规划", Period: plan.Period{Base: 2021, First: 2022, Last: 2024},
		Deadline:  plan.Deadline{Month: 1, Day: 15},
		Tolerance: plan.Tolerance{Points: d("0.25"), Share: d("98.5")},
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
					{ID: "1(1)-1", Phrase: "企业10家", Measure: "企业", Op: plan.AtLeast, Min: d("10"), Max: d("10"), Unit: "家", Due: "2024", Basis: plan.Cumulative},
					{ID: "1(1)-2", Phrase: "其中6家", Op: plan.Between, Min: d("-3.5"), Max: d("6"), Unit: "家", Due: "每年", Basis: plan.Annual, Doubt: "口径不明"},
					{ID: "1(1)-10", Phrase: "4家", Op: plan.Above, Min: d("4"), Max: d("4"), Basis: plan.Level}}},
			{Ref: "1(2)", Chapter: 1, Section: 1, Task: 1, Sub: 2, Title: "招商", Text: "各单位均须落实", Line: 8,
				Lead: []plan.Party{{Name: "未知局"}}, Support: []plan.Party{{Name: "东镇", Units: []string{"东镇"}, Duty: plan.DutySpare}}},
			{Ref: "一(一)", Chapter: 1, Section: 1, Title: "不编号", Text: "不编号的段落", Line: 9},
			{Ref: "3", Chapter: 3, Task: 3, Title: "扩园", Text: "扩园", Lead: []plan.Party{{Name: "园区(筹、试)", Units: []string{"园区(筹、试)"}}}},
		},
		Indicators: []plan.Indicator{
			{No: 1, Category: "经济", Name: "增加值", Unit: "亿元", Target: "120.50", Growth: "-", Units: []string{"县财政局", "东镇"}, Nature: "预期性",
				Base: "98.10", ProvinceBase: "1000", Values: map[int]string{2019: "80", 2022: "101.1"}, Province: map[int]string{2022: "1050"},
				Assigned: map[int]string{2023: "3.0"}, YearTargets: map[int]string{2024: "120"}, Adjusted: "118", AdjustedBy: "县政办〔2023〕1号", DataUnits: []string{"县工业和信息化局"}, Line: 30},
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
	data, err := plan.WriteCatalogue(p)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func book(t testing.TB, data []byte) *ooxml.Book {
	t.Helper()
	b, found := ooxml.Read(data, ooxml.DefaultLimits())
	if b == nil {
		t.Fatalf("unreadable: %v", found)
	}
	return b
}

// lines prints a plan piece by piece, so that a difference shows where it is.
func lines(p *plan.Plan) []string {
	out := []string{fmt.Sprintf("%s %s %v %v %v", p.ID, p.Title, p.Period, p.Deadline, p.Tolerance)}
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
			got, found := plan.ReadCatalogue(book(t, data))
			for _, f := range found {
				if f.Code != finding.UnitUnknown {
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
	if testing.Short() {
		t.Skip("LibreOffice takes seconds")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here")
	}
	for name, p := range plans() {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			in := filepath.Join(dir, "in.xlsx")
			if err := os.WriteFile(in, written(t, p), 0o600); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/lo", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", dir+"/out", in).CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			data, err := os.ReadFile(dir + "/out/in.xlsx")
			if err != nil {
				t.Fatal(err)
			}
			got, _ := plan.ReadCatalogue(book(t, data))
			same(t, got, p)
		})
	}
}

// edit changes the text of cells by hand, as a clerk would.
func edit(g *ooxml.Grid, row int, heading, text string) {
	col := 0
	for _, c := range g.Rows[0].Cells {
		if c.Text == heading {
			col = c.Col
		}
	}
	if col == 0 {
		panic("no column " + heading)
	}
	r := &g.Rows[row-1]
	for i := range r.Cells {
		if r.Cells[i].Col == col {
			r.Cells[i].Text, r.Cells[i].Kind = text, ooxml.Text
			return
		}
	}
	at := 0
	for at < len(r.Cells) && r.Cells[at].Col < col {
		at++
	}
	r.Cells = append(r.Cells[:at], append([]ooxml.Cell{{Col: col, Kind: ooxml.Text, Text: text}}, r.Cells[at:]...)...)
}

func TestAClerkEditsTheCatalogue(t *testing.T) {
	for name, c := range map[string]struct {
		edit  func(*ooxml.Book)
		check func(*testing.T, *plan.Plan, finding.List)
	}{
		"a unit renamed keeps its old name as an alias and its work": {
			func(b *ooxml.Book) { edit(b.Sheet("单位"), 3, "名称", "县财政金融局") },
			func(t *testing.T, p *plan.Plan, found finding.List) {
				u := p.Unit("县财政局")
				if u == nil || u.Name != "县财政金融局" || u.ID != "007" || !found.Has(finding.UnitRenamed) {
					t.Errorf("%+v", u)
				}
				if got := p.Items[0].SupportUnits(); got[2] != "县财政金融局" {
					t.Errorf("supports %v", got)
				}
				if got := p.Indicators[0].Units[0]; got != "县财政金融局" {
					t.Errorf("indicator of %s", got)
				}
			}},
		"a group is given its members": {
			func(b *ooxml.Book) { edit(b.Sheet("单位"), 9, "集合成员", "东镇、县工信局") },
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				if got := fmt.Sprint(p.Groups[1].Members); got != "[东镇 县工业和信息化局]" {
					t.Error(got)
				}
			}},
		"a task is reassigned": {
			func(b *ooxml.Book) { edit(b.Sheet("事项"), 3, "牵头单位", "西镇、县工信局") },
			func(t *testing.T, p *plan.Plan, found finding.List) {
				if got := fmt.Sprint(p.Items[1].LeadUnits()); got != "[西镇 县工业和信息化局]" || len(found) > 0 {
					t.Error(got, found)
				}
			}},
		"one duty for all supports": {
			func(b *ooxml.Book) { edit(b.Sheet("事项"), 2, "填报要求", "免报") },
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				if p.Items[0].DutyOf("东镇") != plan.DutySpare || p.Items[0].DutyOf("县财政局") != plan.DutySpare {
					t.Error(p.Items[0].Support)
				}
			}},
		"no duty said: units must, groups may": {
			func(b *ooxml.Book) {
				edit(b.Sheet("事项"), 2, "填报要求", "")
				edit(b.Sheet("事项"), 2, "配合单位", "各镇,县财政局(免报);县工信局")
			},
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				s := p.Items[0].Support
				if len(s) != 3 || s[0].Duty != plan.DutyMay || s[1].Duty != plan.DutySpare || s[2].Duty != plan.DutyMust || len(s[0].Units) != 2 {
					t.Error(s)
				}
			}},
		"a figure typed in full width": {
			func(b *ooxml.Book) { edit(b.Sheet("量化目标"), 2, "目标值", "1,234.5") },
			func(t *testing.T, p *plan.Plan, found finding.List) {
				if got := p.Items[0].Targets[0].Min.String(); got != "1234.5" || len(found) > 1 {
					t.Error(got, found)
				}
			}},
		"a doubt that is cleared": {
			func(b *ooxml.Book) { edit(b.Sheet("量化目标"), 3, "待确认", "") },
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				if p.Items[0].Targets[1].Doubt != "" {
					t.Error(p.Items[0].Targets[1])
				}
			}},
		"a mark without a reason is a doubt": {
			func(b *ooxml.Book) { edit(b.Sheet("量化目标"), 2, "待确认", "待确认") },
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				if p.Items[0].Targets[0].Doubt != "待确认" {
					t.Error(p.Items[0].Targets[0])
				}
			}},
		"a base value of a year is filled in": {
			func(b *ooxml.Book) {
				edit(b.Sheet("主要指标"), 3, "2021年基期值", "5.0")
				edit(b.Sheet("主要指标"), 3, "2023年实际值", "6.1")
			},
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				if in := p.Indicators[1]; in.Base != "5.0" || in.Values[2023] != "6.1" {
					t.Error(in)
				}
			}},
		"rows sorted by a column": {
			func(b *ooxml.Book) {
				rows := b.Sheet("事项").Rows
				rows[1], rows[4] = rows[4], rows[1]
			},
			func(t *testing.T, p *plan.Plan, _ finding.List) { same(t, p, small()) }},
		"columns moved, headings edited a little": {
			func(b *ooxml.Book) {
				g := b.Sheet("量化目标")
				for i := range g.Rows {
					for j := range g.Rows[i].Cells {
						g.Rows[i].Cells[j].Col += 3
					}
				}
				g.Rows[0].Cells[0].Text = " 编 号*\n"
			},
			func(t *testing.T, p *plan.Plan, _ finding.List) { same(t, p, small()) }},
	} {
		t.Run(name, func(t *testing.T) {
			b := book(t, written(t, small()))
			c.edit(b)
			p, found := plan.ReadCatalogue(b)
			c.check(t, p, withoutUnknown(found))
		})
	}
}

// withoutUnknown leaves out what the small plan gives by itself.
func withoutUnknown(found finding.List) finding.List {
	var out finding.List
	for _, f := range found {
		if f.Given != "未知局" {
			out = append(out, f)
		}
	}
	return out
}

func TestWhatCannotBeIsSaidWithItsCell(t *testing.T) {
	for name, c := range map[string]struct {
		sheet, heading string
		row            int
		text           string
		want           finding.Code
		cell           string
	}{
		"a target value that is no number":       {"量化目标", "目标值", 2, "约10", finding.CatalogueCell, "F2"},
		"a number without end":                   {"量化目标", "目标值", 2, "1E+999999999", finding.CatalogueCell, "F2"},
		"an operator that is none":               {"量化目标", "要求", 2, "大概", finding.CatalogueCell, "E2"},
		"a target of no item":                    {"量化目标", "编号", 2, "9-1", finding.CatalogueLost, "A2"},
		"a total of what is not there":           {"量化目标", "合计构成", 2, "1(1)-2、1(1)-7", finding.CatalogueLost, "A2"},
		"a 编号 twice":                             {"事项", "编号", 3, "1(1)", finding.CatalogueTwice, "B3"},
		"an item without 编号":                     {"事项", "编号", 3, "", finding.CatalogueCell, "B3"},
		"a unit that is not in the register":     {"事项", "牵头单位", 2, "县水产局", finding.UnitUnknown, "L2"},
		"a unit that is nearly one":              {"事项", "配合单位", 2, "县工业信息化局", finding.UnitNearMiss, "M2"},
		"a duty that is none":                    {"事项", "填报要求", 2, "随意", finding.CatalogueCell, "N2"},
		"a duty of a unit that does not support": {"事项", "填报要求", 2, "西镇:免报", finding.CatalogueCell, "N2"},
		"a name that two units have":             {"单位", "别名", 3, "县工信局", finding.CatalogueTwice, "B3"},
		"a circle of successors":                 {"单位", "承接单位", 3, "县“四送一服”办", finding.UnitCircle, ""},
		"a year that is none":                    {"事项", "章号", 2, "一", finding.CatalogueCell, "C2"},
	} {
		t.Run(name, func(t *testing.T) {
			b := book(t, written(t, small()))
			edit(b.Sheet(c.sheet), c.row, c.heading, c.text)
			_, found := plan.ReadCatalogue(b)
			for _, f := range found {
				if f.Code == c.want && f.Place.Sheet == c.sheet && f.Place.Cell() == c.cell {
					return
				}
			}
			t.Errorf("no %s at %s!%s among %v", c.want, c.sheet, c.cell, found)
		})
	}
}

func TestACatalogueWithoutASheetOrColumnSaysSo(t *testing.T) {
	b := book(t, written(t, small()))
	b.Sheet("单位").Name = "Sheet1"
	if p, found := plan.ReadCatalogue(b); p != nil || !found.Has(finding.CatalogueSheet) {
		t.Errorf("a missing sheet: %v", found)
	}
	b = book(t, written(t, small()))
	edit(b.Sheet("事项"), 1, "牵头单位", "主办")
	if p, found := plan.ReadCatalogue(b); p != nil || !found.Has(finding.CatalogueColumn) {
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

// FuzzReadCatalogue: a catalogue whose cells hold anything is read without panic;
// what it makes can be written and read again, and is the same plan where nothing
// was found wrong.
func FuzzReadCatalogue(f *testing.F) {
	f.Add(uint8(1), uint16(2), uint8(3), "甲、乙(丙、丁)→戊", uint8(2))
	f.Add(uint8(2), uint16(2), uint8(5), "1E+999999999", uint8(1))
	f.Add(uint8(4), uint16(1), uint8(1), "编号", uint8(2))
	f.Add(uint8(0), uint16(6), uint8(1), "45", uint8(1))
	data := written(f, small())
	f.Fuzz(func(t *testing.T, sheet uint8, row uint16, cell uint8, text string, kind uint8) {
		if !utf8.ValidString(text) {
			return // the reader gives no such text
		}
		b := book(t, data)
		g := b.Sheets[int(sheet)%len(b.Sheets)]
		r := &g.Rows[int(row)%len(g.Rows)]
		c := &r.Cells[int(cell)%len(r.Cells)]
		c.Text, c.Kind = text, ooxml.Kind(kind%6)
		p, found := plan.ReadCatalogue(b)
		if p == nil {
			return
		}
		again, err := plan.WriteCatalogue(p)
		if err != nil {
			return // a text over the limit, a sheet too wide
		}
		q, _ := plan.ReadCatalogue(book(t, again))
		if q == nil {
			t.Fatal("what was written cannot be read")
		}
		if found.Count(finding.Error) == 0 {
			same(t, q, p)
		}
	})
}
