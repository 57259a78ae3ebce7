package store_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"tianbao/consolidate/town"
	"tianbao/seeds/trial"

	"github.com/xuri/excelize/v2"

	"tianbao/consolidate"
	"tianbao/consolidate/report"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

func rendered(t *testing.T, s *consolidate.Summary) *ooxml.Book {
	t.Helper()
	data := trial.Got(report.Render(s))(t)
	return town.Opened(t, data)
}

func book2024(t *testing.T) *ooxml.Book {
	t.Helper()
	p := town.Plan()
	return rendered(t, town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)}))
}

// ruled types a ruling into a rendered summary, as a clerk would.
func ruled(t *testing.T, data []byte, number, basis string) []byte {
	t.Helper()
	return edited(t, data, func(f *excelize.File) error {
		return errors.Join(f.SetCellValue("数据不一致", "J4", town.Dec(number).InexactFloat64()), f.SetCellValue("数据不一致", "K4", " "+basis+" "))
	})
}

// edited changes a workbook in a program.
func edited(t *testing.T, data []byte, change func(f *excelize.File) error) []byte {
	t.Helper()
	f := trial.Got(excelize.OpenReader(bytes.NewReader(data)))(t)
	defer f.Close()
	trial.Must(t, change(f))
	var out bytes.Buffer
	trial.Must(t, f.Write(&out))
	return out.Bytes()
}

func TestARulingThatCannotBeReadIsNamed(t *testing.T) {
	p := town.Plan()
	data := trial.Got(report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})))(t)
	for what, change := range map[string]func(f *excelize.File) error{
		"a formula that was never computed": func(f *excelize.File) error { return f.SetCellFormula("数据不一致", "J4", "8+0.1") },
		"a reason without a value":          func(f *excelize.File) error { return f.SetCellValue("数据不一致", "K4", "以统计公报为准") },
	} {
		r, list := store.ReadRulings(town.Opened(t, edited(t, data, change)), p)
		if r == nil || len(r.List) > 0 || len(list) != 1 || list[0].Code != finding.RulingUnfit || list[0].Place.Cell() != "J4" {
			t.Errorf("%s: %+v %+v", what, r, list)
		}
	}
}

// fileOfYear is one year's returns: two units that differ on indicator 3.
func filesOf(year int, a, b string, more town.Answers) []town.Sent {
	first := town.Answers{"indicator/1/actual": "7.0", "indicator/1/data": "最终核实数", "indicator/3/actual": a, "indicator/3/data": "最终核实数", "lead/2/status": "达到序时进度", "lead/2/office": "工业科"}
	for k, v := range more {
		first[k] = v
	}
	return []town.Sent{{Unit: "市发展改革委", Cells: first}, {Unit: "市统计局", Cells: town.Answers{"indicator/3/actual": b, "indicator/3/data": "最终核实数"}}}
}

// yearOfWork merges, rules, merges again, and hands the summary on.
func yearOfWork(t *testing.T, p *plan.Plan, year int, h *store.History, files func() []town.Sent, number string) (*consolidate.Summary, *ooxml.Book, finding.List) {
	t.Helper()
	var past layout.Past
	if h != nil {
		past = h
	}
	first := trial.Got(report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: year, Batch: town.Batch(p, year, past, files()...), History: h})))(t)
	rulings, list := store.ReadRulings(town.Opened(t, ruled(t, first, number, "以统计公报为准")), p)
	if rulings == nil || len(rulings.List) != 1 || len(list) > 0 {
		t.Fatalf("%d: rulings %+v, %+v", year, rulings, list)
	}
	s, list, err := consolidate.Merge(consolidate.Input{Plan: p, Year: year, Batch: town.Batch(p, year, past, files()...), History: h, Rulings: rulings})
	if err != nil {
		t.Fatal(err)
	}
	return s, rendered(t, s), list
}

func historyOf(t *testing.T, book *ooxml.Book, p *plan.Plan) *store.History {
	t.Helper()
	h, list := store.ReadHistory(book, p)
	if h == nil || len(list) > 0 {
		t.Fatalf("%+v", list)
	}
	return h
}

func TestThreeYearsInARowCarryValuesAndRulings(t *testing.T) {
	p := town.Plan()
	p.Indicators[0].Values = nil
	_, book, _ := yearOfWork(t, p, 2021, nil, func() []town.Sent { return filesOf(2021, "8.0", "8.4", nil) }, "8.2")
	h := historyOf(t, book, p)
	if got := h.Text(2021, "001", layout.Indicators, "3", layout.Actual); got != "8.2" {
		t.Errorf("the ruled value of 2021 is shown as %q", got)
	}
	if got := h.Text(2021, "001", layout.Lead, "2", layout.Office); got != "工业科" {
		t.Errorf("承办单位 %q", got)
	}
	s, book, list := yearOfWork(t, p, 2022, h, func() []town.Sent {
		return filesOf(2022, "7.9", "8.1", town.Answers{"indicator/1/revised": "7.2", "indicator/1/reason": "普查修订"})
	}, "8.1")
	if !list.Has(finding.ValueRevised) {
		t.Errorf("the revision is not noted: %+v", list)
	}
	if y := s.Indicators[0].Years[0]; y.Value.Number.Decimal.String() != "7.2" || y.Revised != "7" {
		t.Errorf("2021 is %+v", y)
	}
	if got := s.Items[1].Before; got != "达到序时进度" {
		t.Errorf("last year's status %q", got)
	}
	h = historyOf(t, book, p)
	s, book, _ = yearOfWork(t, p, 2023, h, func() []town.Sent { return filesOf(2023, "8.0", "7.6", nil) }, "7.6")
	rows := town.Drawn(t, book, "主要目标一览表", "序号")
	for head, want := range map[string]string{"2021年实际值": "8.2", "2022年实际值": "8.1", "2023年实际值": "7.6", "判定": "达到序时进度",
		"判定依据": "年均增速按各年几何平均:2021—2023年 8.2、8.1、7.6,年均8%,目标8%左右,不低于目标;2023年的数为核定值7.6(以统计公报为准)"} {
		if got := rows["3"][head]; got != want {
			t.Errorf("indicator 3, %s: %q, want %q", head, got, want)
		}
	}
	for head, want := range map[string]string{"2021年实际值": "7.2", "2021年数据状态": "最终核实数(原7,已修订)", "2022年实际值": "7", "2023年实际值": "7"} {
		if got := rows["1"][head]; got != want {
			t.Errorf("indicator 1, %s: %q, want %q", head, got, want)
		}
	}
	if len(s.Conflicts) != 1 || s.Conflicts[0].Ruling == nil {
		t.Errorf("conflicts %+v", s.Conflicts)
	}
	if got := town.Drawn(t, book, "数据不一致", "编号")["3"]; got["状态"] != "已核定" || got["核定值"] != "7.6" || got["核定依据"] != "以统计公报为准" {
		t.Errorf("%v", got)
	}
}

// A base value that a unit fills in counts once it is ruled on; it stays a proposal in
// the years between, and is carried, locked, when it was confirmed.
func TestABaseIsAProposalUntilItIsConfirmed(t *testing.T) {
	p := town.Plan()
	p.Indicators[3].Known = plan.Known{}
	fills := func(base, actual string) town.Sent {
		cells := town.Answers{"indicator/4/actual": actual, "indicator/4/data": "初步数"}
		if base != "" {
			cells["indicator/4/base_value"] = base
		}
		return town.Sent{Unit: "市教育局", Cells: cells}
	}
	year := func(h *store.History, year int, r *store.Rulings, s town.Sent) *consolidate.Summary {
		var past layout.Past
		if h != nil {
			past = h
		}
		return town.Merged(t, consolidate.Input{Plan: p, Year: year, History: h, Rulings: r, Batch: town.Batch(p, year, past, s)})
	}
	first := year(nil, 2022, nil, fills("9.2", "9.4"))
	if c := first.Conflicts[0]; c.Kind != consolidate.BaseProposed || c.Words() != "市教育局 9.2" || !c.Kind.Undecided() {
		t.Fatalf("%+v", c)
	}
	if got := first.Indicators[3].Verdict; got.Words() != "无法判断(缺基期值)" || !strings.Contains(got.Basis, "基期值待确认:市教育局 9.2") {
		t.Errorf("%s %s", got.Words(), got.Basis)
	}
	second := year(historyOf(t, rendered(t, first), p), 2023, nil, fills("", "9.6"))
	c := second.Conflicts[0]
	if c.Kind != consolidate.BaseProposed || c.Words() != "市教育局(2022年) 9.2" {
		t.Errorf("the proposal of 2022 is forgotten: %+v", c)
	}
	if got := second.Indicators[3].Verdict.Words(); got != "达到序时进度(按2022年起推算)" {
		t.Errorf("%s %s", got, second.Indicators[3].Verdict.Basis)
	}
	ruled := year(historyOf(t, rendered(t, first), p), 2023, &store.Rulings{List: []store.Ruling{{Spot: c.Spot, Key: c.Key(), Value: "9.2", Basis: "统计年鉴"}}}, fills("", "9.7"))
	if got := ruled.Indicators[3].Verdict; got.Words() != "达到序时进度" || !strings.Contains(got.Basis, "9.2") {
		t.Errorf("%s %s", got.Words(), got.Basis)
	}
	h := historyOf(t, rendered(t, ruled), p)
	form := layout.NewForms(p, 2024, h).Of(p.Unit("市教育局")).Sheet(layout.Indicators)
	if i := form.Index(layout.BaseValue); form.Rows[0].Modes[i] != layout.Locked || form.Rows[0].Issued[i] != "9.2" {
		t.Errorf("a confirmed base is not carried: %v %q", form.Rows[0].Modes[i], form.Rows[0].Issued[i])
	}
	if last := year(h, 2024, nil, fills("", "9.9")); len(last.Conflicts) > 0 {
		t.Errorf("a confirmed base is asked for again: %+v", last.Conflicts[0])
	}
}

func TestAReturnThatShowsOtherFiguresOfLastYearIsAFinding(t *testing.T) {
	p := town.Plan()
	h := historyOf(t, rendered(t, town.Merged(t, consolidate.Input{Plan: p, Year: 2023, Batch: town.Batch(p, 2023, nil, town.Sent{Unit: "市教育局", Cells: town.Answers{"indicator/4/actual": "9.5", "indicator/4/data": "初步数"}})})), p)
	now := town.Sent{Unit: "市教育局", Cells: town.Answers{"indicator/4/actual": "9.6", "indicator/4/data": "初步数"}}
	b := town.Batch(p, 2024, h, now)
	if _, list, err := consolidate.Merge(consolidate.Input{Plan: p, Year: 2024, Batch: b, History: h}); err != nil || list.Has(finding.HistoryDiffers) {
		t.Fatalf("%v %+v", err, list)
	}
	ret, found := town.Return(b.Forms, now)
	row := ret.Sheet(layout.Indicators).Row("4")
	other := *row.Issued
	other.Issued = slices.Clone(other.Issued)
	other.Issued[row.Sheet.Form.Index(layout.PrevActual)] = "9.4"
	row.Issued = &other // as it was issued then
	b = intake.NewBatch(b.Forms, town.Packed(b.Forms, now, ret, found))
	if _, list, _ := consolidate.Merge(consolidate.Input{Plan: p, Year: 2024, Batch: b, History: h}); !list.Has(finding.HistoryDiffers) {
		t.Errorf("%+v", list)
	}
}

func TestASuccessorSeesWhatItsPredecessorReported(t *testing.T) {
	for name, change := range map[string]func(p *plan.Plan){
		"承接单位":      func(p *plan.Plan) { p.Units[2].Successor = "市统计局" },
		"two steps": func(p *plan.Plan) { p.Units[2].Successor, p.Units[0].Successor = p.Units[0].Name, "市统计局" },
		"row deleted, alias kept": func(p *plan.Plan) {
			p.Units = slices.Delete(p.Units, 2, 3)
			u := p.Unit("市统计局")
			u.Aliases = append(u.Aliases, "市教育局")
		},
	} {
		p := town.Plan()
		book := rendered(t, town.Merged(t, consolidate.Input{Plan: p, Year: 2023, Batch: town.Batch(p, 2023, nil, town.Sent{Unit: "市教育局", Cells: town.Answers{"lead/3/progress": "培训到位。"}})}))
		change(p)
		if got := historyOf(t, book, p).Text(2023, "002", layout.Lead, "3", layout.Progress); got != "培训到位。" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestThisYearsSummaryIsNoHistory(t *testing.T) {
	p := town.Plan()
	h := historyOf(t, book2024(t), p)
	if !h.Precedes(2024).Has(finding.SummaryYear) || len(h.Precedes(2025)) > 0 {
		t.Error("2024 goes before 2025 and not before itself")
	}
	if _, _, err := consolidate.Merge(consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil), History: h}); !errors.Is(err, consolidate.ErrHistory) {
		t.Errorf("%v", err)
	}
}

func TestASummaryOfAnotherPlanIsRefused(t *testing.T) {
	other := town.Plan()
	other.ID = "OTHER1"
	if h, list := store.ReadHistory(book2024(t), other); h != nil || !list.Has(finding.SummaryPlan) {
		t.Errorf("%+v", list)
	}
	if h, list := store.ReadHistory(&ooxml.Book{Sheets: []*ooxml.Grid{{Name: "Sheet1"}}}, other); h != nil || !list.Has(finding.SummaryForeign) {
		t.Errorf("%+v", list)
	}
	book := book2024(t)
	for _, g := range book.Sheets {
		if g.Name == store.Sheet {
			g.Rows[0].Cells[2].Text = "99"
		}
	}
	if h, list := store.ReadHistory(book, town.Plan()); h != nil || !list.Has(finding.SummaryLayout) {
		t.Errorf("%+v", list)
	}
}

func TestADamagedStoreIsRefusedAndNeverPanics(t *testing.T) {
	p := town.Plan()
	book := book2024(t)
	g := book.Sheet(store.Sheet)
	for n, whole := range g.Rows {
		for _, damage := range []func(*ooxml.Row){
			func(r *ooxml.Row) { r.Cells = r.Cells[:1] },
			func(r *ooxml.Row) { r.Cells[len(r.Cells)-1].Text = "1=x@y **= =" },
			func(r *ooxml.Row) { r.Cells = r.Cells[1:] },
		} {
			g.Rows[n].Cells = slices.Clone(whole.Cells)
			damage(&g.Rows[n])
			store.ReadHistory(book, p)
			store.ReadRulings(book, p)
			if trail, list, err := store.Trace(book, p, "主要目标一览表!J4"); err == nil && trail == nil && len(list) == 0 {
				t.Errorf("line %d damaged: no answer and no reason", n+1)
			}
		}
		g.Rows[n] = whole
	}
}

// Every accepted filled cell leads back to its file, sheet and cell, as given and
// as taken.
func TestEveryAcceptedCellCanBeTraced(t *testing.T) {
	p := town.Plan()
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})
	book := rendered(t, s)
	seen := 0
	for _, r := range s.Records {
		origins, list, err := traced(book, p, r.Ref)
		if r.Sheet == layout.Cover {
			seen += r.Cells.Len() // the cover has no 编号: traced by its cell below
			continue
		}
		if err != nil || len(list) > 0 {
			t.Fatalf("%s: %v %+v", r.Ref, err, list)
		}
		for c := range r.All(r.Cells) {
			want := store.Origin{Year: 2024, Sheet: r.Sheet, Ref: r.Ref, Column: r.Heading(p, c.Col), Unit: r.Unit, File: r.Source.Name, SHA256: r.Source.SHA256, At: c.At, Given: c.Given, Taken: c.Text}
			found := false
			for _, o := range origins {
				o.Counted, o.Ruled, o.Ruling = "", false, ""
				found = found || o == want
			}
			if !found {
				t.Errorf("not traced: %+v\nin %+v", want, origins)
			}
			seen++
		}
	}
	if seen != s.Totals.In {
		t.Errorf("%d cells walked of %d", seen, s.Totals.In)
	}
}

// Cells of the summary lead back too: of each mapped column of each row that shows
// something.
func TestCellsOfTheSummaryCanBeTraced(t *testing.T) {
	p := town.Plan()
	book := book2024(t)
	count := map[string]int{}
	for _, m := range store.Tabs(book, p) {
		for _, r := range book.Sheet(m.Name).Rows {
			for _, c := range r.Cells {
				if col, ok := m.Cols[c.Col]; !ok || r.R <= town.HeadRow || c.Text == consolidate.WordMissing || c.Text == consolidate.WordBlocked || c.Text == "—" || col.Year != 2024 || c.Text == "185" || c.Text == "9.2" {
					continue // headings, nothing given, or known from the plan
				}
				origins, _, err := traced(book, p, m.Name+"!"+finding.Place{Row: r.R, Col: c.Col}.Cell())
				if err != nil || len(origins) == 0 {
					t.Errorf("%s row %d %q: %v", m.Name, r.R, c.Text, err)
					continue
				}
				if !strings.Contains(c.Text, origins[0].Taken) && c.Text != store.Open {
					t.Errorf("%s row %d shows %q, traced to %q", m.Name, r.R, c.Text, origins[0].Taken)
				}
				count[m.Name]++
			}
		}
	}
	for _, tab := range []string{"主要目标一览表", "量化目标", "重点任务", "配合情况", "单位报送情况"} {
		if count[tab] == 0 {
			t.Errorf("nothing traced on %s", tab)
		}
	}
	for _, query := range []string{"主要目标一览表!A1", "主要目标一览表!C4", "99", "没有的表!A4", "", "!", "主要目标一览表!", "量化目标!XFD1048577"} {
		if o, _, err := traced(book, p, query); err == nil {
			t.Errorf("%q gave %+v", query, o)
		}
	}
}

func TestTraceTellsGivenTakenAndRuled(t *testing.T) {
	p := town.Plan()
	_, book, _ := yearOfWork(t, p, 2024, nil, town.Year2024, "8.1")
	o, _, err := traced(book, p, "主要目标一览表!J6")
	if err != nil || len(o) != 2 || o[0].Counted != "8.1" || !o[0].Ruled || o[0].Ruling != "以统计公报为准" || o[0].Taken != "7.8" || o[1].Unit != "市统计局" {
		t.Errorf("%v %+v", err, o)
	}
	if o, _, err = traced(book2024(t), p, "3"); err != nil || o[0].Sheet != layout.Indicators || o[0].Counted != store.Open {
		t.Errorf("%v %+v", err, o)
	}
	if o, _, err = traced(book, p, " 主要目标一览表!$J$4"); err != nil || o[0].Given != " 6.1 " || o[0].Taken != "6.1" || o[0].At.Cell() != "J5" {
		t.Errorf("%v %+v", err, o)
	}
}

// A summary that was opened and saved in LibreOffice serves as last year's, and for
// rulings and trace.
func TestASummarySavedByLibreOfficeIsStillOne(t *testing.T) {
	p := town.Plan()
	data := trial.Got(report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})))(t)
	book := town.Opened(t, trial.Converted(t, ruled(t, data, "8.1", "以统计公报为准"), "xlsx"))
	if h, list := store.ReadHistory(book, p); h == nil || h.Last != 2024 {
		t.Fatalf("%+v", list)
	}
	if r, list := store.ReadRulings(book, p); r == nil || len(r.List) != 1 || r.List[0].Value != "8.1" {
		t.Fatalf("%+v %+v", r, list)
	}
	if o, _, err := traced(book, p, "主要目标一览表!J4"); err != nil || o[0].Given != " 6.1 " {
		t.Fatalf("%v %+v", err, o)
	}
}

// traced are the places that a query leads to.
func traced(book *ooxml.Book, p *plan.Plan, query string) ([]store.Origin, finding.List, error) {
	t, list, err := store.Trace(book, p, query)
	if t == nil {
		return nil, list, err
	}
	return t.Origins, list, err
}

func TestAFigureThatWaitsAndOneThatNobodyGaveAreTraced(t *testing.T) {
	p := town.Plan()
	files := town.Year2024()
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, files[1:]...)})
	i := slices.IndexFunc(s.Records, func(r *store.Record) bool { return r.Sheet == layout.Indicators })
	r := s.Records[i]
	r.Wait(store.Cell{Col: layout.Expected, Given: "约46", At: finding.Place{Row: 7, Col: 4}})
	book := rendered(t, s)
	trail, _, err := store.Trace(book, p, r.Ref)
	if err != nil {
		t.Fatal(err)
	}
	waits := slices.IndexFunc(trail.Origins, func(o store.Origin) bool { return o.Waits })
	if waits < 0 || trail.Origins[waits].Given != "约46" || trail.Origins[waits].Unit != r.Unit || trail.Origins[waits].At.Cell() != "D7" {
		t.Errorf("%+v", trail.Origins)
	}
	if text := trail.Text(nil, false); !strings.Contains(text, "原样:约46\n  取用:待核实") || strings.Contains(text, "哈希") || !strings.Contains(trail.Text(nil, true), "哈希:"+r.Source.SHA256) {
		t.Error(text)
	}
	gone, absent := files[0].Unit, 0
	for i := range p.Items {
		trail, _, err := store.Trace(book, p, p.Items[i].Ref)
		if err != nil {
			continue
		}
		for _, a := range trail.Absent {
			if absent++; a.Reported == (a.Unit == gone) || a.Unit == gone && !strings.Contains(trail.Text(nil, false), gone+"未报送") {
				t.Errorf("%s: %+v", p.Items[i].Ref, a)
			}
		}
	}
	if absent == 0 {
		t.Error("nobody is absent")
	}
}

func TestAnAccountMovesWithItsItem(t *testing.T) {
	p := town.Plan()
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2023, Batch: town.Batch(p, 2023, nil, town.Year2024()...)})
	i := slices.IndexFunc(s.Records, func(r *store.Record) bool {
		return r.Sheet == layout.Lead && r.Text(layout.Progress) != "" && len(p.Item(r.Ref).LeadUnits()) == 1
	})
	if i < 0 {
		t.Fatal("no item with one lead has an account")
	}
	r, book := s.Records[i], rendered(t, s)
	other := p.Units[slices.IndexFunc(p.Units, func(u plan.Unit) bool { return u.Name != r.Unit && u.Successor == "" })]
	told := func() string {
		h := trial.Made(store.ReadHistory(book, p))(t)
		return h.Text(2023, other.ID, layout.Lead, r.Ref, layout.Progress)
	}
	if got := told(); got != "" {
		t.Errorf("a unit that does not lead it is told %q", got)
	}
	p.Item(r.Ref).Lead = []plan.Party{{Name: other.Name, Units: []string{other.Name}}}
	if got := told(); got != r.Text(layout.Progress) {
		t.Errorf("%q did not move to the new lead: %q", r.Text(layout.Progress), got)
	}
}
