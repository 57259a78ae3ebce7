package layout

import (
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/plan"
)

// The words of bases on the sheet, for conditions.
var (
	levelWord      = plan.Level.Word()
	cumulativeWord = plan.Cumulative.Word()
	annualWord     = plan.Annual.Word()
	growthWord     = plan.Growth.Word()
)

const (
	levelBasis  = plan.Level
	annualBasis = plan.Annual
	growthBasis = plan.Growth
)

// noValue holds where the filler says that there is no value to give.
var noValue = Is(Data, DataPending, DataNone)

func issueRef(s Subject, _ Frame, _ Past) string { return s.Ref }

func issueChapter(s Subject, _ Frame, _ Past) string {
	c, sec := s.Plan.Heading(s.Item)
	switch {
	case c == "":
		return sec
	case sec == "":
		return c
	}
	return c + "\n" + sec
}

func issueTask(s Subject, _ Frame, _ Past) string { return s.Item.Title }

func issueBody(s Subject, _ Frame, _ Past) string { return s.Item.Text }

func issuePartners(s Subject, _ Frame, _ Past) string { return partyNames(s.Item.Support) }

func issueLeads(s Subject, _ Frame, _ Past) string { return partyNames(s.Item.Lead) }

func partyNames(parties []plan.Party) string {
	names := make([]string, len(parties))
	for i, p := range parties {
		names[i] = p.Name
	}
	return strings.Join(names, "、")
}

func issueDuty(s Subject, _ Frame, _ Past) string { return string(s.Duty) }

func issuePhrase(s Subject, _ Frame, _ Past) string { return s.Target.Statement() }

func issueWant(s Subject, _ Frame, _ Past) string { return Requirement(s.Target) }

// Requirement prints a target's operator and numbers: "≥ 10", "3—5".
func Requirement(t *plan.Target) string {
	switch t.Op {
	case plan.Between:
		return t.Min.String() + "—" + t.Max.String()
	case plan.Above:
		return "> " + t.Min.String()
	case plan.AtMost:
		return "≤ " + t.Max.String()
	case plan.Below:
		return "< " + t.Max.String()
	case plan.Equal:
		return "稳定在 " + t.Min.String()
	case plan.About:
		return t.Min.String() + " 左右"
	}
	return "≥ " + t.Min.String()
}

func issueUnit(s Subject, _ Frame, _ Past) string { return measure(s) }

func issueDue(s Subject, _ Frame, _ Past) string { return s.Target.Due }

func issueBasis(s Subject, _ Frame, _ Past) string { return s.Target.Basis.Word() }

func issueCategory(s Subject, _ Frame, _ Past) string { return s.Indicator.Category }

func issueName(s Subject, _ Frame, _ Past) string { return s.Indicator.Name }

func issueGoal(s Subject, _ Frame, _ Past) string {
	if s.Indicator.Adjusted != "" {
		return s.Indicator.Adjusted
	}
	return s.Indicator.Target
}

func issuePace(s Subject, _ Frame, _ Past) string { return s.Indicator.Growth }

// issueBase is the base value of the plan, "" where it is to be filled.
func issueBase(s Subject, _ Frame, _ Past) string { return s.Indicator.Base }

// carried fills in what the unit wrote in the same cell last year.
func carried(col Key) func(Subject, Frame, Past) string {
	return func(s Subject, f Frame, past Past) string { return past.Text(f.Year-1, s.Unit.ID, s.Sheet, s.Ref, col) }
}

// lastYear shows what the unit wrote in a column last year.
func lastYear(col Key) func(Subject, Frame, Past) string { return carried(col) }

// lastTotal shows last year's value of a target: the level or sum at its end, or
// the year's own value where that is what the target asks for.
func lastTotal(s Subject, f Frame, past Past) string {
	col := Total
	if s.Target.Basis == plan.Annual || s.Target.Basis == plan.Growth {
		col = ThisYear
	}
	return past.Text(f.Year-1, s.Unit.ID, s.Sheet, s.Ref, col)
}

// lastActual shows last year's value of an indicator: as reported, else as the
// plan's catalogue has it, else the base where last year is the base year.
func lastActual(s Subject, f Frame, past Past) string {
	if v := past.Text(f.Year-1, s.Unit.ID, s.Sheet, s.Ref, Actual); v != "" {
		return v
	}
	if v := s.Indicator.Values[f.Year-1]; v != "" {
		return v
	}
	if f.Year-1 == f.Base {
		return s.Indicator.Base
	}
	return ""
}

// measure is the unit of measure of a target's or an indicator's values.
func measure(s Subject) string {
	if s.Target != nil {
		return s.Target.Unit
	}
	if s.Indicator != nil {
		return s.Indicator.Unit
	}
	return ""
}

func percent(Subject) string { return "%" }

func basisIs(of ...plan.Basis) func(Subject) bool {
	return func(s Subject) bool { return slices.Contains(of, s.Target.Basis) }
}

func openUnless(absent func(Subject) bool) func(Subject) Mode {
	return func(s Subject) Mode {
		if absent(s) {
			return Absent
		}
		return Open
	}
}

// baseMode: a base value is shown where the plan has it, to fill where the
// indicator is judged by one, and absent for rates and years' values.
func baseMode(s Subject) Mode {
	if s.Indicator.Base != "" {
		return Locked
	}
	switch s.Indicator.Kind() {
	case plan.KindGrowth, plan.KindAboveProvince, plan.KindReduction, plan.KindCeiling:
		return Absent
	}
	return Open
}

func growthMode(s Subject) Mode { return openWhere(s.Indicator.Kind() == plan.KindLevelGrowth) }

func relativeMode(s Subject) Mode { return openWhere(s.Indicator.Relative()) }

// revisedMode: the first year of a period has no earlier report to revise.
func revisedMode(s Subject) Mode { return openWhere(s.Year > s.Plan.Period.First) }

// expectedMode: in the last year the value itself is reported.
func expectedMode(s Subject) Mode { return openWhere(s.Year < s.Plan.Period.Last) }

func openWhere(open bool) Mode {
	if open {
		return Open
	}
	return Absent
}

// refOf is the row key of an indicator.
func refOf(in *plan.Indicator) string { return strconv.Itoa(in.No) }
