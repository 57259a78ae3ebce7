package consolidate_test

import (
	"slices"
	"strings"
	"testing"

	"tianbao/consolidate"
	"tianbao/consolidate/judge"
	"tianbao/consolidate/town"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

func merge2024(t *testing.T, p *plan.Plan, files ...town.Sent) (*consolidate.Summary, finding.List) {
	t.Helper()
	s, list, err := consolidate.Merge(consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, files...)})
	if err != nil {
		t.Fatal(err)
	}
	return s, list
}

func TestACatalogueValueWithItsSourceGoesBeforeWhatWasReportedAndIsListed(t *testing.T) {
	p := town.Plan()
	p.Indicators[1].Values, p.Indicators[1].ValuesBy = map[int]string{2024: "330"}, map[int]string{2024: "第五次经济普查"}
	s, list := merge2024(t, p, town.Year2024()...)
	if got := s.Indicators[1].Verdict; got.Verdict != judge.OnPace || !strings.Contains(got.Basis, "实际330个") {
		t.Errorf("%s %s", got.Words(), got.Basis)
	}
	found := false
	for _, c := range s.Conflicts {
		found = found || c.Kind == consolidate.Revision && c.Words() == "单位填报 318;任务清单(第五次经济普查) 330"
	}
	if !found || !list.Has(finding.ValueRevised) {
		t.Errorf("the revision is not listed: %+v", s.Conflicts)
	}
	delete(p.Indicators[1].ValuesBy, 2024)
	if s, _ = merge2024(t, p, town.Year2024()...); !strings.Contains(s.Indicators[1].Verdict.Basis, "实际318个") {
		t.Errorf("a value without source goes before the unit's: %s", s.Indicators[1].Verdict.Basis)
	}
}

func TestAVerdictThatWasGivenStandsEvenWhereUnitsDiffer(t *testing.T) {
	p := town.Plan()
	p.Indicators[2].Settled = map[int]plan.Settled{2024: {Verdict: "达到序时进度", By: "省考核通报"}}
	s, _ := merge2024(t, p, town.Year2024()...)
	if got := s.Indicators[2].Verdict; got.Words() != "达到序时进度(核定)" || !strings.Contains(got.Basis, "省考核通报") {
		t.Errorf("%s %s", got.Words(), got.Basis)
	}
}

// Of two owners one has the figure and the other says that there is none yet: the
// figure counts, and the difference is only listed.
func TestAFigureCountsWhereTheOtherOwnerHasNoneYet(t *testing.T) {
	p := town.Plan()
	p.Indicators[2].Values = map[int]string{2021: "8", 2022: "8", 2023: "8"}
	for _, state := range []string{layout.DataPending, layout.DataNone} {
		files := town.Year2024()
		delete(files[1].Cells, "indicator/3/actual")
		files[1].Cells["indicator/3/data"] = state
		s, _ := merge2024(t, p, files...)
		if got := s.Indicators[2]; got.Verdict.Verdict == judge.Unknown || got.Settled[layout.Data].Text != layout.DataFinal {
			t.Errorf("%s: %s %q", state, got.Verdict.Words(), got.Settled[layout.Data].Text)
		}
		listed := false
		for _, c := range s.Conflicts {
			listed = listed || c.Kind == consolidate.OneSided && !c.Kind.Undecided()
		}
		if !listed {
			t.Errorf("%s: the difference is not listed", state)
		}
	}
}

func TestWhatDoesNotApplyIsNoMissingYear(t *testing.T) {
	p := town.Plan()
	files := town.Year2024()
	files[0].Cells["indicator/1/actual"] = layout.NA
	if s, _ := merge2024(t, p, files...); s.Indicators[0].Verdict.Words() != "无法判断(不适用)" {
		t.Errorf("%s", s.Indicators[0].Verdict.Words())
	}
}

// A target is judged by one of its two figures: where that does not apply, or is still
// to be given, the other does not stand in for it.
func TestATargetIsNotJudgedByItsOtherFigureWhereTheOneAskedForIsMissing(t *testing.T) {
	p := town.Plan()
	for _, c := range []struct {
		id, judged, other, total string
		want                     string
	}{
		{"1-1", "total", "this_year", layout.NA, "无法判断(不适用)"}, {"1-1", "total", "this_year", "", "无法判断(填报数据待核实)"},
		{"3-1", "this_year", "", layout.NA, "无法判断(不适用)"}, {"3-1", "this_year", "", "", "无法判断(填报数据待核实)"},
	} {
		files := town.Year2024()
		files[2].Faulty = nil
		for i := range files {
			cells := files[i].Cells
			if _, ok := cells["target/"+c.id+"/data"]; !ok {
				continue
			}
			delete(cells, "target/"+c.id+"/"+c.judged)
			if c.total != "" {
				cells["target/"+c.id+"/"+c.judged] = c.total
			} else {
				files[i].Lacking = []string{"target/" + c.id + "/" + c.judged}
			}
			if c.other != "" {
				cells["target/"+c.id+"/"+c.other] = "7"
			}
		}
		s, _ := merge2024(t, p, files...)
		for _, l := range s.Targets {
			if l.ID == c.id && l.Verdict.Words() != c.want {
				t.Errorf("%s %q: %s, %s", c.id, c.total, l.Verdict.Words(), l.Verdict.Basis)
			}
		}
	}
}

func TestATargetThatAnIndicatorStatesIsJudgedAndCountedThere(t *testing.T) {
	p := town.Plan()
	p.Items[0].Targets[0].Same = 2
	form := layout.NewForms(p, 2024, nil).Of(p.Unit("市发展改革委"))
	if sheet := form.Sheet(layout.Targets); sheet != nil && sheet.Row("1-1") != nil {
		t.Error("it is asked for twice")
	}
	files := town.Year2024()
	for i := range files {
		for key := range files[i].Cells {
			if strings.HasPrefix(key, "target/1-1/") {
				delete(files[i].Cells, key)
			}
		}
	}
	s, _ := merge2024(t, p, files...)
	if got := s.Targets[0]; got.Verdict.Words() != "见主要指标2" || got.Same != s.Indicators[1] {
		t.Errorf("%s", got.Verdict.Words())
	}
	if n := len(s.TargetVerdicts()); n != len(s.Targets)-1 {
		t.Errorf("%d of %d targets are counted", n, len(s.Targets))
	}
}

func TestAnItemThatPraisesItselfWhileItsTargetLagsIsQuestioned(t *testing.T) {
	p := town.Plan()
	s, list := merge2024(t, p, town.Year2024()...)
	n := 0
	for _, f := range list {
		if f.Code == finding.StatusUnsupported {
			n++
			if f.Ref != "1" || !strings.Contains(f.Expected, "量化目标1-1") {
				t.Errorf("%+v", f)
			}
		}
	}
	if n != 1 || len(s.Items[0].Behind) != 1 {
		t.Errorf("questioned %d times, %d targets behind", n, len(s.Items[0].Behind))
	}
	files := town.Year2024()
	files[0].Cells["lead/1/status"], files[1].Cells["lead/1/status"] = layout.StatusBehind, layout.StatusBehind
	if _, list = merge2024(t, p, files...); list.Has(finding.StatusUnsupported) {
		t.Error("an item that says itself that it is behind is questioned")
	}
}

func TestTheHeadlineSaysBothNaturesAndWhoseWordTheTasksAre(t *testing.T) {
	p := town.Plan()
	p.Indicators[1].Nature, p.Indicators[3].Nature = plan.Binding, plan.Binding
	s, _ := merge2024(t, p, town.Year2024()...)
	text := strings.Join(s.Headline(), "\n")
	for _, want := range []string{"约束性指标2项,均未达序时进度;预期性指标2项,未达序时进度1项、无法判断1项", "其中2项没有写明属性,按预期性评价", "据牵头单位自评"} {
		if !strings.Contains(text, want) {
			t.Errorf("the headline lacks %q:\n%s", want, text)
		}
	}
}

// Two files of one unit are told apart by name on every sheet, whatever they were called when they came.
func TestFilesOfOneUnitHaveNamesOfTheirOwn(t *testing.T) {
	files := append(town.Year2024(), town.Sent{Unit: "市教育局", Copy: 1, Cells: town.Answers{"lead/3/status": "持续推进"}}, town.Sent{Unit: "市教育局", Copy: 2, Cells: town.Answers{"lead/3/status": "尚未启动"}})
	s, _ := merge2024(t, town.Plan(), files...)
	names := map[string]int{}
	for _, src := range s.Sources {
		names[src.Name]++
	}
	for _, want := range []string{"2024-市教育局.xlsx", "2024-市教育局(2).xlsx", "2024-市教育局(3).xlsx", "2024-市统计局.xlsx"} {
		if names[want] != 1 {
			t.Errorf("%d files are called %s: %v", names[want], want, names)
		}
	}
	slices.Reverse(files)
	again, _ := merge2024(t, town.Plan(), files...)
	for i, src := range s.Sources {
		if again.Sources[i].Name != src.Name || again.Sources[i].SHA256 != src.SHA256 {
			t.Errorf("%s is %s where files come in another order", src.Name, again.Sources[i].Name)
		}
	}
}
