package layout

import (
	"slices"
	"strings"
	"testing"

	"tianbao/seeds/plan"
)

func TestMembersOfAGroupReportByChapter(t *testing.T) {
	p := smallPlan()
	for i := range p.Items {
		p.Items[i].Support = []plan.Party{{Name: "各局", Units: []string{"市教育局"}, Duty: plan.DutyChapter}}
	}
	other := p.Items[1]
	other.Ref, other.Title, other.Chapter = "3", "单独的事", 0
	p.Items = append(p.Items, other)
	s := NewForms(p, 2027, nil).Of(p.Unit("市教育局")).Sheet(Support)
	if len(s.Rows) != 2 || s.Rows[0].Ref != "第一章" || s.Rows[1].Ref != "未分章" {
		t.Fatalf("%d rows, first %s", len(s.Rows), s.Rows[0].Ref)
	}
	if got := s.Rows[0].Issued[s.Index(Body)]; got != "1 建平台;2 办学校" {
		t.Errorf("lists %q", got)
	}
	if got := s.Rows[0].Issued[s.Index(DutyCol)]; got != "按章" || s.Rows[0].Issued[s.Index(Task)] != "创新" {
		t.Errorf("says %q", got)
	}
	if s.Index(Leads) >= 0 {
		t.Error("a column for the leads of chapters")
	}
}

func TestThePartsOfATaskAreListedTogether(t *testing.T) {
	items := []*plan.Item{{Ref: "1(1)", Title: "甲"}, {Ref: "1(2)", Title: "甲"}, {Ref: "2", Title: "乙"}}
	if got := listed(items); got != "1(1)、1(2) 甲;2 乙" {
		t.Errorf("%q", got)
	}
}

func TestAColumnThatNoRowUsesIsNotIssued(t *testing.T) {
	f := formOf(t, 2027, nil, "市科技局")
	for _, c := range []struct {
		sheet  SheetKey
		key    Key
		issued bool
	}{
		{Indicators, Province, false}, {Indicators, Assigned, false}, {Indicators, YearGoal, false}, {Indicators, PrevActual, false},
		{Indicators, Growth, true}, {Indicators, Regrown, true}, {Indicators, BaseValue, true}, {Lead, PrevStatus, false}, {Targets, BaseValue, true},
	} {
		s := f.Sheet(c.sheet)
		if (s.Index(c.key) >= 0) != c.issued {
			t.Errorf("%s %s: issued %v", c.sheet, c.key, !c.issued)
		}
		if len(s.Headings) != len(s.Columns) || len(s.Rows[0].Modes) != len(s.Columns) || len(s.Rows[0].Issued) != len(s.Columns) {
			t.Errorf("%s: headings, modes and texts are not one for each column", c.sheet)
		}
	}
	again := f.Sheet(Lead).With(append(f.Sheet(Lead).Keys(), PrevStatus))
	if again.Index(PrevStatus) < 0 || len(again.Rows) != len(f.Sheet(Lead).Rows) {
		t.Error("a column that was issued otherwise is not taken up")
	}
}

func TestTheLastYearAsksForResults(t *testing.T) {
	before, last := formOf(t, 2029, nil, "市科技局"), formOf(t, 2030, nil, "市科技局")
	for _, k := range []SheetKey{Targets, Indicators} {
		s, then := last.Sheet(k), before.Sheet(k)
		i := s.Index(Outlook)
		if s.Headings[i] != "完成情况" || s.Columns[i].List != ListResult || then.Headings[then.Index(Outlook)] != "预计能否完成" {
			t.Errorf("%s: %q from %v", k, s.Headings[i], s.Columns[i].List)
		}
	}
	if last.Sheet(Indicators).Index(Expected) >= 0 || before.Sheet(Indicators).Index(Expected) < 0 {
		t.Error("预计值 is asked in the last year, or not before it")
	}
	if s := last.Sheet(Lead); s.Headings[s.Index(Next)] != "未完成事项后续安排" {
		t.Error(s.Headings)
	}
}

func TestABaseValueIsAskedUntilItIsKnown(t *testing.T) {
	asked := formOf(t, 2027, nil, "市科技局").Sheet(Targets)
	known := formOf(t, 2027, memory{"basetarget1-1": "7"}, "市科技局").Sheet(Targets)
	i, j := asked.Index(BaseValue), known.Index(BaseValue)
	if asked.Row("1-1").Modes[i] != Open || asked.Row("1-2").Modes[i] != Absent {
		t.Error("asked of what needs none, or not of a level")
	}
	if r := known.Row("1-1"); r.Modes[j] != Locked || r.Issued[j] != "7" {
		t.Errorf("mode %d, %q", r.Modes[j], r.Issued[j])
	}
	if text, is := known.Given(known.Row("1-1"), BaseValue); text != "" || !is {
		t.Error("a base value that is shown wants a reason")
	}
}

func TestATargetIsAskedOnceAndOfPlacesByTheirNumber(t *testing.T) {
	p := smallPlan()
	targets := p.Items[0].Targets
	targets[0].Same, targets[1].Place, targets[1].Places = 1, "县区", 4
	s := NewForms(p, 2027, nil).Of(p.Unit("市科技局")).Sheet(Targets)
	if s.Row("1-1") != nil {
		t.Error("what an indicator states is asked twice")
	}
	r := s.Row("1-2")
	if r.Issued[s.Index(Want)] != "全部 4" || r.Issued[s.Index(Measured)] != "个" || !strings.HasSuffix(r.Issued[s.Index(Phrase)], "(填已达到的县区数,共4个)") {
		t.Errorf("%q", r.Issued)
	}
}

func TestWhatHasATargetDoesNotMerelyGoOn(t *testing.T) {
	s := formOf(t, 2027, nil, "市科技局").Sheet(Lead)
	c := &s.Columns[s.Index(Status)]
	for ref, want := range map[string]bool{"1": false, "2": true} {
		if got := slices.Contains(Options(c.ListOf(s.Row(ref).Subject)), StatusOngoing); got != want {
			t.Errorf("%s: %v", ref, got)
		}
	}
}
