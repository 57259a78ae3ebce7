package consolidate_test

import (
	"bytes"
	"errors"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"tianbao/consolidate"
	"tianbao/consolidate/judge"
	"tianbao/consolidate/report"
	"tianbao/consolidate/store"
	"tianbao/consolidate/town"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

func TestMergeSettlesWhatUnitsAgreeOnAndLaysOpenWhatTheyDoNot(t *testing.T) {
	p := town.Plan()
	s, list, err := consolidate.Merge(consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})
	if err != nil {
		t.Fatal(err)
	}
	if s.Totals.In != s.Totals.Out || s.Totals.In != 49 {
		t.Errorf("totals %+v, 49 cells were filled", s.Totals)
	}
	if len(s.Conflicts) != 1 || s.Conflicts[0].Words() != "市发展改革委 7.8;市统计局 8.1" || s.Conflicts[0].Kind != consolidate.UnitsDiffer {
		t.Errorf("conflicts %+v", s.Conflicts)
	}
	if !list.Has(finding.ValuesDiffer) {
		t.Errorf("findings %+v", list)
	}
	for i, want := range []string{"未达序时进度", "基本达到序时进度", "无法判断(数据不一致,待核定)", "未达序时进度"} {
		if got := s.Indicators[i].Verdict.Words(); got != want {
			t.Errorf("indicator %d: %s, want %s\n%s", i+1, got, want, s.Indicators[i].Verdict.Basis)
		}
	}
	for i, want := range []string{"未达序时进度", "无法判断(填报数据待核实)"} {
		if got := s.Targets[i].Verdict.Words(); got != want {
			t.Errorf("target %s: %s, want %s\n%s", s.Targets[i].ID, got, want, s.Targets[i].Verdict.Basis)
		}
	}
	for _, r := range s.Records {
		for c := range r.Waiting().All() {
			if r.Ref != "3-1" || c.Given != "约5家" {
				t.Errorf("waits: %s %+v", r.Ref, c)
			}
		}
	}
	for i, want := range []string{"达到序时进度", "未达序时进度", "已完成"} {
		if got := s.Items[i].StatusWord(); got != want {
			t.Errorf("item %s: %s, want %s", s.Items[i].Ref, got, want)
		}
	}
}

func rendered(t *testing.T, s *consolidate.Summary) *ooxml.Book {
	t.Helper()
	data := trial.Got(report.Render(s))(t)
	return town.Opened(t, data)
}

func TestStatesThatDifferLeaveTheValueUnlessOneSaysThereIsNone(t *testing.T) {
	p := town.Plan()
	for state, want := range map[string]string{"初步数": "无法判断(缺2021、2022、2023年数据)", "暂未发布": "无法判断(数据不一致,待核定)"} {
		files := town.Year2024()
		files[1].Cells["indicator/3/actual"], files[1].Cells["indicator/3/data"] = "7.8", state
		s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, files...)})
		if got := s.Indicators[2].Verdict.Words(); got != want || len(s.Conflicts) != 1 || s.Conflicts[0].Col != layout.Data {
			t.Errorf("%s: %s, %d conflicts", state, got, len(s.Conflicts))
		}
	}
}

func TestAMissingUnitLeavesItsRowsOpen(t *testing.T) {
	p := town.Plan()
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil)})
	if s.Totals != (consolidate.Totals{}) || s.Items[0].StatusWord() != consolidate.WordMissing || s.Units[4].Status != intake.StatusMissing {
		t.Errorf("%+v %s", s.Totals, s.Items[0].StatusWord())
	}
	if got := s.Indicators[1].Verdict.Words(); got != "无法判断(缺2024年数据)" {
		t.Error(got)
	}
}

func TestABatchIsMergedAgainUnlessItsRowsAreHandedOutOnce(t *testing.T) {
	p := town.Plan()
	dir := t.TempDir()
	form := layout.NewForms(p, 2024, nil).Of(p.Reporters()[0])
	data := trial.Got(templates.Build(form, templates.Options{Values: sample.Fill(form, sample.Options{Seed: 1}).Value}))(t)
	trial.Must(t, os.WriteFile(filepath.Join(dir, "a.xlsx"), data, 0o644))
	in := consolidate.Input{Plan: p, Year: 2024}
	var kept []*store.Kept
	for _, once := range []bool{false, true} {
		opt := intake.Options{Plan: p, Year: 2024, Limits: ooxml.DefaultLimits(), Once: once}
		in.Batch = trial.Got(intake.Load(t.Context(), []string{dir}, opt))(t)
		kept = append(kept, town.Merged(t, in).Kept())
		if !once {
			kept = append(kept, town.Merged(t, in).Kept())
		}
	}
	if len(kept[0].Records) == 0 || !reflect.DeepEqual(kept[0], kept[1]) || !reflect.DeepEqual(kept[0], kept[2]) {
		t.Error("a batch whose rows are handed out once says something else")
	}
	if slices.ContainsFunc(in.Batch.Files, (*intake.File).Kept) {
		t.Error("returns are kept whose rows were taken")
	}
	if _, _, err := consolidate.Merge(in); !errors.Is(err, consolidate.ErrReturns) {
		t.Error(err)
	}
}

func TestALostCellIsAnError(t *testing.T) {
	p := town.Plan()
	b := town.Batch(p, 2024, nil, town.Year2024()...)
	q := town.Plan()
	q.Items = q.Items[:2] // a plan without the item that a return speaks of
	if _, _, err := consolidate.Merge(consolidate.Input{Plan: q, Year: 2024, Batch: b}); err == nil {
		t.Error("cells were lost without an error")
	}
}

func TestARulingDecidesAndAChangeVoidsIt(t *testing.T) {
	p := town.Plan()
	first := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})
	c := first.Conflicts[0]
	rulings := &store.Rulings{List: []store.Ruling{{Spot: c.Spot, Key: c.Key(), Value: "8.1", Basis: "以统计公报为准"}}}
	s, list, err := consolidate.Merge(consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...), Rulings: rulings})
	if err != nil {
		t.Fatal(err)
	}
	if s.Indicators[2].Settled[layout.Actual].Text != "8.1" || s.Conflicts[0].Ruling == nil || list.Has(finding.RulingVoid) {
		t.Errorf("not applied: %+v", list)
	}
	if lost := s.Unread(rulings); len(lost) > 0 {
		t.Errorf("lost %+v", lost)
	}
	if lost := first.Unread(rulings); len(lost) != 1 {
		t.Errorf("a summary without the ruling loses %+v", lost)
	}
	changed := town.Year2024()
	changed[1].Cells["indicator/3/actual"] = "8.2"
	s, list, err = consolidate.Merge(consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, changed...), Rulings: rulings})
	if err != nil {
		t.Fatal(err)
	}
	if !list.Has(finding.RulingVoid) || s.Indicators[2].Settled[layout.Actual].Text != "" {
		t.Errorf("a void ruling was applied: %+v", list)
	}
	changed = town.Year2024()
	changed[1].Cells["indicator/3/actual"] = "7.80"
	if _, list, _ = consolidate.Merge(consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, changed...), Rulings: rulings}); !list.Has(finding.RulingVoid) || list.Has(finding.ValuesDiffer) {
		t.Errorf("nothing is left to rule: %+v", list)
	}
}

func TestARulingMustFitItsColumn(t *testing.T) {
	p := town.Plan()
	c := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)}).Conflicts[0]
	for _, value := range []string{"八点一", "1E9", "约8"} {
		r := &store.Rulings{List: []store.Ruling{{Spot: c.Spot, Key: c.Key(), Value: value}}}
		s, list, err := consolidate.Merge(consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...), Rulings: r})
		if err != nil || !list.Has(finding.RulingUnfit) || s.Conflicts[0].Ruling != nil {
			t.Errorf("%s: %v %+v", value, err, list)
		}
	}
}

func TestEqualCopiesThatDifferAreToBeDecided(t *testing.T) {
	p := town.Plan()
	files := append(town.Year2024(),
		town.Sent{Unit: "东县政府", Copy: 4, Cells: town.Answers{"support/1/joined": "已开展", "support/1/account": "建园区2个。"}},
		town.Sent{Unit: "市发展改革委", Revision: 2, Copy: 1, Cells: town.Answers{"indicator/2/actual": "320"}})
	b := town.Batch(p, 2024, nil, files...)
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: b})
	if s.Totals.In != 49+2 || s.Totals.Out != s.Totals.In {
		t.Errorf("totals %+v", s.Totals)
	}
	kinds := map[string]consolidate.ConflictKind{}
	for _, c := range s.Conflicts {
		kinds[c.Ref+"/"+string(c.Col)] = c.Kind
	}
	if kinds["1/account"] != consolidate.CopiesDiffer || kinds["2/actual"] != consolidate.CopiesDiffer {
		t.Errorf("kinds %v", kinds)
	}
	if s.Indicators[1].Verdict.Verdict != judge.Unknown {
		t.Errorf("decided without a ruling: %+v", s.Indicators[1].Verdict)
	}
	if got := s.Supports[0].Shown(layout.Account); got != "待核定:东县政府 建园区1个。;东县政府 建园区2个。" {
		t.Errorf("an open text shows as %q", got)
	}
	var rulings store.Rulings
	for _, c := range s.Conflicts {
		if c.Ref == "1" && c.Col == layout.Account {
			rulings.List = append(rulings.List, store.Ruling{Spot: c.Spot, Key: c.Key(), Value: "建园区2个。", Basis: "电话核实"})
		}
	}
	if s = town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: b, Rulings: &rulings}); s.Supports[0].Shown(layout.Account) != "建园区2个。" || s.Supports[0].Text(layout.Account) != "建园区1个。" {
		t.Errorf("ruled: %+v", s.Supports[0])
	}
}

// inOrder is the batch of two copies that tie, told apart so that the first comes first.
func inOrder(p *plan.Plan, first, second town.Sent) *intake.Batch {
	second.Revision = first.Revision
	for {
		b := town.Batch(p, 2024, nil, first, second)
		if files := b.Files; files[0].SHA256 == town.File(b.Forms, first).SHA256 && files[0].SHA256 != files[1].SHA256 {
			return b
		}
		second.Copy++
	}
}

// A cell that one of two equal copies leaves blank, or fills so that it cannot be
// taken, differs from the other's all the same, whichever copy happens to be first.
func TestAFaultyOrBlankCellOfAnEqualCopyIsToBeDecided(t *testing.T) {
	p := town.Plan()
	const unit = "市教育局"
	copies := func() [2]town.Sent {
		return [2]town.Sent{
			{Unit: unit, Revision: 1, Faulty: []string{"target/3-1/this_year"}, Cells: town.Answers{
				"lead/3/status": "已完成", "lead/3/progress": "培训到位。", "indicator/4/actual": "9.6", "support/2/joined": "已开展"}},
			{Unit: unit, Revision: 2, Faulty: []string{"indicator/4/actual"}, Cells: town.Answers{
				"lead/3/status": "已完成", "target/3-1/this_year": "12", "indicator/4/data": "初步数", "support/2/joined": "已开展"}},
		}
	}
	want := map[string]string{
		"3/progress":    "市教育局 培训到位。;市教育局 (空)",
		"3-1/this_year": "市教育局 约5家(待核实);市教育局 12",
		"4/actual":      "市教育局 9.6;市教育局 约5家(待核实)",
		"4/data":        "市教育局 (空);市教育局 初步数",
	}
	var keys [2]map[string]string
	for first := range 2 {
		in := copies()
		b := inOrder(p, in[first], in[1-first])
		s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: b})
		if s.Totals.In != 6 || s.Totals.Out != s.Totals.In {
			t.Errorf("totals %+v", s.Totals)
		}
		keys[first] = map[string]string{}
		for _, c := range s.Conflicts {
			id := c.Ref + "/" + string(c.Col)
			keys[first][id] = c.Key()
			words := strings.Split(c.Words(), ";")
			if first == 1 {
				slices.Reverse(words)
			}
			if got := strings.Join(words, ";"); c.Kind != consolidate.CopiesDiffer || got != want[id] {
				t.Errorf("%s: %s %q, want %q", id, c.Kind, got, want[id])
			}
		}
		data := trial.Got(report.Render(s))(t)
		from := strings.Split(town.Drawn(t, town.Opened(t, data), store.RulingSheet, "编号")["3-1"]["来源"], "\n")
		for i := range from {
			if hash := s.Sources[i].SHA256[:8]; !strings.HasSuffix(from[i], hash) {
				t.Errorf("a copy is not told from the other: %q, hash %s", from[i], hash)
			}
		}
		if len(keys[first]) != len(want) {
			t.Errorf("%d conflicts, want %d", len(keys[first]), len(want))
		}
	}
	if !maps.Equal(keys[0], keys[1]) {
		t.Error("a ruling hangs on which copy is first")
	}
}

// A row of which every cell waits is not a row that nobody filled.
func TestARowWithNothingButAFaultWaits(t *testing.T) {
	p := town.Plan()
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Sent{Unit: "市教育局", Faulty: []string{"lead/3/status"}, Cells: town.Answers{}})})
	for _, l := range s.Items {
		if l.Ref == "3" && !l.Status.Blocked {
			t.Errorf("%+v", l.Status)
		}
	}
}

// An account that was refused, or that is required and missing, shows that it waits.
func TestAnAccountThatWaitsSaysSoAndIsNotBlank(t *testing.T) {
	p := town.Plan()
	b := town.Batch(p, 2024, nil, town.Sent{Unit: "市教育局", Faulty: []string{"lead/3/progress"}, Cells: town.Answers{"lead/3/status": "已完成"}})
	i := slices.IndexFunc(b.Units, func(u intake.UnitResult) bool { return u.Unit.Name == "市教育局" })
	f := b.Units[i].Files[0]
	for _, rows := range b.Rows() {
		for _, row := range rows {
			if col := slices.IndexFunc(row.Sheet.Form.Columns, func(c layout.Column) bool { return c.Key == layout.Problems }); row.Ref() == "3" && col >= 0 {
				f.Findings.Add(finding.Required, finding.At(row.Values[col].Place), finding.Row("3"))
			}
		}
	}
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: b})
	leads := s.Items[2].Leads
	for _, col := range []layout.Key{layout.Progress, layout.Problems} {
		if said := consolidate.Said(leads, col); said != consolidate.WordBlocked {
			t.Errorf("%s: %q", col, said)
		}
	}
	if said := consolidate.Said(leads, layout.Next); said != "" {
		t.Errorf("what nobody has to fill says %q", said)
	}
}

func TestOlderCopiesAreListedAndDoNotCount(t *testing.T) {
	p := town.Plan()
	b := town.Batch(p, 2024, nil, append(town.Year2024(), town.Sent{Unit: "市发展改革委", Revision: 1, Cells: town.Answers{"indicator/2/actual": "320"}})...)
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: b})
	if s.Totals.In != 49 || s.Indicators[1].Settled[layout.Actual].Text != "318" {
		t.Errorf("totals %+v, value %s", s.Totals, s.Indicators[1].Settled[layout.Actual].Text)
	}
	if last := s.Conflicts[len(s.Conflicts)-1]; last.Kind != consolidate.Superseded || last.Options[1].Text != "320" {
		t.Errorf("not listed: %+v", last)
	}
}

func TestFilesOfNoUnitAreListedByContent(t *testing.T) {
	p := town.Plan()
	b := town.Batch(p, 2024, nil, town.Year2024()...)
	b.Unassigned = []*intake.File{{Path: "x/名单.xlsx", SHA256: "ab12", Outcome: intake.Foreign, Findings: finding.List{finding.New(finding.Internal)}}}
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: b})
	if got := town.Drawn(t, rendered(t, s), "报送文件清单", "SHA-256")["ab12"]; got["结果"] != "非填报表" {
		t.Errorf("%v", got)
	}
}

func TestTheOrderOfFilesAndRowsDoesNotMatter(t *testing.T) {
	p := town.Plan()
	first := trial.Got(report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})))(t)
	for seed := range uint64(5) {
		r, forms := rand.New(rand.NewPCG(seed, 1)), layout.NewForms(p, 2024, nil)
		var files []*intake.File
		for _, sent := range town.Year2024() {
			ret, found := town.Return(forms, sent)
			for _, s := range ret.Sheets {
				r.Shuffle(len(s.Rows), func(x, y int) { s.Rows[x], s.Rows[y] = s.Rows[y], s.Rows[x] })
				s.Index()
			}
			f := town.Packed(forms, sent, ret, found)
			f.Path = "elsewhere/" + strconv.Itoa(int(seed)) + ".xlsx"
			files = append(files, f)
		}
		r.Shuffle(len(files), func(x, y int) { files[x], files[y] = files[y], files[x] })
		b := intake.NewBatch(forms, files...)
		data, err := report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: b}))
		if err != nil || !bytes.Equal(first, data) {
			t.Fatalf("seed %d: other bytes (%v)", seed, err)
		}
	}
}

func TestAKeptTextCountsAsTheFormatCounts(t *testing.T) {
	for _, text := range []string{strings.Repeat("𠀀", 16383) + "一", strings.Repeat("字", 32767), ""} {
		if got, cut := consolidate.Fit(text); cut || got != text {
			t.Errorf("%d runes cut to %d", len([]rune(text)), len([]rune(got)))
		}
	}
	for _, text := range []string{strings.Repeat("𠀀", 16384), strings.Repeat("字", 32768)} {
		got, cut := consolidate.Fit(text)
		n := len(utf16.Encode([]rune(got)))
		if !cut || n > 32767 || n < 32760 {
			t.Errorf("%d units after cutting", n)
		}
	}
}

// Two units that have become one each named who filled their return in: that is no dispute. One
// unit's own two copies are.
func TestFillersOfTwoUnitsThatAreOneNowAreNoDispute(t *testing.T) {
	p := town.Plan()
	forms := layout.NewForms(p, 2024, nil)
	const unit = "市教育局"
	for name, c := range map[string]struct {
		issuedTo  string
		conflicts int
		filler    string
	}{
		"another's return": {"old", 0, "甲;乙"},
		"its own":          {"", 2, ""},
	} {
		a := town.File(forms, town.Sent{Unit: unit, Revision: 1, Cells: town.Answers{"cover//filler": "甲", "cover//phone": "13800000001", "lead/3/progress": "培训到位。"}})
		b := town.File(forms, town.Sent{Unit: unit, Revision: 1, Copy: 1, Cells: town.Answers{"cover//filler": "乙", "cover//phone": "13800000002", "lead/3/progress": "培训到位。"}})
		b.IssuedTo = c.issuedTo
		s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: intake.NewBatch(forms, a, b)})
		if len(s.Conflicts) != c.conflicts || s.Totals.Out != s.Totals.In {
			t.Errorf("%s: %d conflicts, totals %+v", name, len(s.Conflicts), s.Totals)
		}
		for _, u := range s.Units {
			if u.Unit.Name == unit && c.filler != "" && consolidate.Said([]*store.Record{u.Cover}, layout.Filler) != c.filler {
				t.Errorf("%s: %q", name, consolidate.Said([]*store.Record{u.Cover}, layout.Filler))
			}
		}
	}
}
