package layout

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/plan"
)

// NoValue are the words of 数据状态 with which the value stays blank.
func NoValue() []string { return []string{DataPending, DataNone, Separate} }

// noValue holds where the filler says that there is no value to give, inDoubt where
// the target is not reached or may not be.
var (
	noValue = Is(Data, NoValue()...)
	inDoubt = Is(Outlook, OutlookHard, OutlookUnlikely, ResultMissed)
)

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

func issueTask(s Subject, _ Frame, _ Past) string { return s.Task() }

func issueBody(s Subject, _ Frame, _ Past) string { return s.Body() }

// Task is the title of the item or the chapter that a row is about.
func (s Subject) Task() string {
	if s.Chapter != nil {
		return s.Chapter.Title
	}
	return s.Item.Title
}

// Body is the text of the item, or the list of the chapter's.
func (s Subject) Body() string {
	if s.Chapter != nil {
		return listed(s.Items)
	}
	return s.Item.Text
}

// listed names items by 编号 and title, one behind the other, so that some chapters show
// on a screen; the parts of one task share its title.
func listed(items []*plan.Item) string {
	var b strings.Builder
	for i, it := range items {
		b.WriteString(it.Ref)
		switch {
		case i+1 == len(items):
			b.WriteString(" " + it.Title)
		case items[i+1].Title == it.Title:
			b.WriteString("、")
		default:
			b.WriteString(" " + it.Title + ";")
		}
	}
	return b.String()
}

// statusChoices: what has a target is on its way to it, and never merely 持续推进.
func statusChoices(s Subject) ListKey {
	if s.Item != nil && len(s.Item.Targets) > 0 {
		return ListStage
	}
	return ListStatus
}

func issuePhrase(s Subject, _ Frame, _ Past) string {
	text := s.Target.Statement()
	switch t := s.Target; {
	case t.Place == "":
		return text
	case t.Places > 0:
		return fmt.Sprintf("%s(填已达到的%s数,共%d个)", text, t.Place, t.Places)
	}
	return text + "(填已达到的" + s.Target.Place + "数)"
}

// Requirement prints a target's operator and numbers: "≥ 10", "3—5".
func Requirement(t *plan.Target) string {
	if t.Place != "" && t.Places > 0 {
		return "全部 " + strconv.Itoa(t.Places)
	}
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

// known is what the catalogue holds of the row's target or indicator.
func (s Subject) known() *plan.Known {
	if s.Target != nil {
		return &s.Target.Known
	}
	return &s.Indicator.Known
}

func issueNature(s Subject, _ Frame, _ Past) string { return s.known().Nature }

func issueYearGoal(s Subject, f Frame, _ Past) string { return s.known().YearTargets[f.Year] }

func issueReference(s Subject, _ Frame, _ Past) string {
	if s.Target != nil {
		return s.Target.Reference()
	}
	return s.Indicator.Reference(s.Plan.Period)
}

func issueGrounds(s Subject, _ Frame, _ Past) string {
	if s.Target != nil {
		return s.Target.Grounds(s.Plan.Period)
	}
	return s.Indicator.Grounds(s.Plan.Period)
}

// issueBase is the base value of the plan or the catalogue, else the one confirmed since;
// "" where it is to be filled.
func issueBase(s Subject, _ Frame, past Past) string {
	return cmp.Or(s.known().Base, past.Confirmed(s.Sheet, s.Ref))
}

// carried is what the unit wrote in a column last year.
func carried(col Key) func(Subject, Frame, Past) string {
	return func(s Subject, f Frame, past Past) string { return past.Text(f.Year-1, s.Unit.ID, s.Sheet, s.Ref, col) }
}

// lastTotal shows last year's value of a target: the level or sum at its end, or
// the year's own value where that is what the target asks for.
func lastTotal(s Subject, f Frame, past Past) string {
	return s.lastValue(f.Year-1, s.Judged(), past)
}

// lastValue is a value of an earlier year: as the catalogue has it with its source, else
// as reported, else as the catalogue has it.
func (s Subject) lastValue(year int, col Key, past Past) string {
	known, k := s.known().Values[year], s.known()
	if known != "" && k.ValuesBy[year] != "" {
		return known
	}
	return cmp.Or(past.Text(year, s.Unit.ID, s.Sheet, s.Ref, col), known)
}

// lastActual shows last year's value of an indicator, and the base where last year is
// the base year.
func lastActual(s Subject, f Frame, past Past) string {
	if v := s.lastValue(f.Year-1, Actual, past); v != "" || f.Year-1 != f.Base {
		return v
	}
	return s.Indicator.Base
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

// absentFor is the mode of a value that targets of these bases do not ask for.
func absentFor(bases ...plan.Basis) func(Subject) Mode {
	return func(s Subject) Mode { return openWhere(!slices.Contains(bases, s.Target.Basis)) }
}

// baseMode: a base value is asked of an indicator that is judged by one.
func baseMode(s Subject) Mode {
	switch s.Indicator.Kind() {
	case plan.KindLevelGrowth, plan.KindLevel, plan.KindAbout, plan.KindRise, plan.KindProvinceAverage:
		return Open
	}
	return Absent
}

// targetBaseMode: a base value is asked of a level on its way to a target; not of one
// that is to be held, of a standard (50年一遇, 一级), or of a count of places.
func targetBaseMode(s Subject) Mode {
	return openWhere(s.Target.NeedsBase())
}

func growthMode(s Subject) Mode { return openWhere(s.Indicator.Kind() == plan.KindLevelGrowth) }

// regrownMode: a growth is revised where one is reported.
func regrownMode(s Subject) Mode { return openWhere(growthMode(s) == Open && revisedMode(s) == Open) }

func relativeMode(s Subject) Mode { return openWhere(s.Indicator.Relative()) }

// revisedMode: the first year of a period has no earlier report to revise.
func revisedMode(s Subject) Mode { return openWhere(s.Year > s.Plan.Period.First) }

// expectedMode: in the last year the value itself is reported.
func expectedMode(s Subject) Mode { return openWhere(s.Year < s.Plan.Period.Last) }

// leadsMode: the items of a chapter have leads of their own.
func leadsMode(s Subject) Mode {
	if s.Item != nil {
		return Locked
	}
	return Absent
}

func openWhere(open bool) Mode {
	if open {
		return Open
	}
	return Absent
}
