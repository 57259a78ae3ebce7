package layout

import (
	"slices"
	"testing"
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
