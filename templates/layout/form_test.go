package layout

import (
	"slices"
	"testing"

	"tianbao/seeds/plan"
)

func TestSheetsWithoutRowsAreLeftOut(t *testing.T) {
	for unit, want := range map[string][]SheetKey{
		"市科技局": {Cover, Lead, Targets, Indicators},
		"市教育局": {Cover, Support, Indicators},
	} {
		var got []SheetKey
		for _, s := range formOf(t, 2027, nil, unit).Sheets {
			got = append(got, s.Key)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", unit, got, want)
		}
	}
}

func TestWhatMustBeReportedStandsBeforeWhatMay(t *testing.T) {
	s := formOf(t, 2027, nil, "市教育局").Sheet(Support)
	if s.Rows[0].Ref != "2" || s.Rows[1].Ref != "1" {
		t.Errorf("rows %s, %s", s.Rows[0].Ref, s.Rows[1].Ref)
	}
}

func TestCellsThatDoNotApplyShowADash(t *testing.T) {
	s := formOf(t, 2027, nil, "市科技局").Sheet(Targets)
	for ref, want := range map[string][2]Mode{"1-1": {Absent, Open}, "1-2": {Open, Open}, "1-3": {Open, Absent}, "1-4": {Open, Absent}} {
		r := s.Row(ref)
		for i, k := range []Key{ThisYear, Total} {
			col := s.Index(k)
			if r.Modes[col] != want[i] || (r.Issued[col] == NotApplicable) != (want[i] == Absent) {
				t.Errorf("%s %s: mode %d, shows %q", ref, k, r.Modes[col], r.Issued[col])
			}
		}
	}
}

func TestNothingIsAskedOfATargetThatWasDueAndIsDone(t *testing.T) {
	open := func(p *plan.Plan, year int, past Past, ref string) (n int) {
		for _, mode := range NewForms(p, year, past).Of(&p.Units[0]).Sheet(Targets).Row(ref).Modes {
			if mode == Open {
				n++
			}
		}
		return n
	}
	p := smallPlan()
	for i := range p.Items[0].Targets {
		p.Items[0].Targets[i].Due = "2027年底"
	}
	done := memory{"done1-1": "2027", "done1-3": "2027"}
	for what, got := range map[string]bool{
		"done in its due year": open(p, 2028, done, "1-1") == 0, "in the due year itself": open(p, 2027, done, "1-1") > 0,
		"not known to be done": open(p, 2028, done, "1-2") > 0, "asked for each year": open(p, 2028, done, "1-3") > 0,
	} {
		if !got {
			t.Error(what)
		}
	}
	p.Items[0].Targets[1].Settled = map[int]plan.Settled{2027: {Verdict: "完成", By: "验收报告"}}
	if open(p, 2028, nil, "1-2") != 0 {
		t.Error("done by the catalogue")
	}
}

func TestLastYearStandsBesideThisYear(t *testing.T) {
	past := memory{"001lead1status": StatusDone, "001lead1office": "规划科", "001target1-4this_year": "6.1", "001indicator1actual": "1900"}
	f := formOf(t, 2027, past, "市科技局")
	for _, c := range []struct {
		sheet SheetKey
		ref   string
		col   Key
		want  string
	}{
		{Lead, "1", PrevStatus, StatusDone}, {Lead, "1", Office, "规划科"}, {Lead, "2", PrevStatus, ""},
		{Targets, "1-4", PrevTotal, "6.1"}, {Indicators, "1", PrevActual, "1900"},
	} {
		s := f.Sheet(c.sheet)
		if got := s.Row(c.ref).Issued[s.Index(c.col)]; got != c.want {
			t.Errorf("%s %s %s: %q, want %q", c.sheet, c.ref, c.col, got, c.want)
		}
	}
}

func TestTheFirstYearShowsTheBaseAsLastYear(t *testing.T) {
	s := formOf(t, 2026, nil, "市科技局").Sheet(Indicators)
	if got := s.Row("1").Issued[s.Index(PrevActual)]; got != "1800" {
		t.Errorf("%q", got)
	}
	if s.Index(Revised) >= 0 {
		t.Error("a first year has nothing to revise")
	}
}

func TestTheDeadlineIsThePlans(t *testing.T) {
	if got := DueDay(smallPlan(), 2027); got != "2028年4月15日" {
		t.Error(got)
	}
}
