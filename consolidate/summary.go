package consolidate

import (
	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
)

// Summary is everything the annual workbook says.
type Summary struct {
	Plan       *plan.Plan
	Names      plan.Names // of its units
	Frame      layout.Frame
	Sources    []*store.Source // files of the units, superseded and refused ones too
	Strangers  []*store.Source // files of no unit, by content
	Units      []*UnitLine
	Indicators []*IndicatorLine
	Targets    []*TargetLine
	Items      []*ItemLine
	Supports   []*store.Record // rows of supporting units, by unit, in the plan's order
	Conflicts  []*Conflict
	Review     []Reviewed
	Totals     Totals
	Adoptions  []*Adoption // what units were asked before they are named, and what they answered
	Hearing    Hearing

	Records  []*store.Record // every row that counts
	Past     *store.History  // nil where none
	Standing Standing        // how the items stand

	disputed map[store.Spot]*Settled // of this year, where there is a conflict
}

// Settled is the value that counts in a store.Spot. Text is "" where there is none or
// where units differ and nothing is ruled.
type Settled struct {
	store.Spot
	Text     string
	Conflict *Conflict // nil where all agree
	Blocked  bool      // a cell that belongs here waits for verification
}

// Open reports whether the value is still to be decided.
func (s *Settled) Open() bool { return s != nil && s.Conflict != nil && s.Conflict.Ruling == nil }

// UnitLine is a unit in 单位报送情况.
type UnitLine struct {
	Unit      *plan.Unit
	Status    intake.Status
	Entry     register.Entry
	Cover     *store.Record // nil where nothing of the cover counts
	Files     int
	Revision  int
	Cells     int
	Errors    int
	Warnings  int
	Lead      int // items that the plan has the unit lead
	Support   int // and support
	Indicator int // indicators that it answers for
}

// IndicatorLine is a row of 主要目标一览表.
type IndicatorLine struct {
	*plan.Indicator
	Records  []*store.Record
	Base     judge.Value
	Years    []YearValue // first year of the period to the report year
	Expected string
	Outlook  string
	Verdict  judge.Judgement
	Before   judge.Verdict // of last year's summary, "" where none
	Settled  map[layout.Key]*Settled
}

// YearValue is what is known of an indicator or a target for one year.
type YearValue struct {
	Year     int
	Value    judge.Value // 实际值, or 截至年底值
	Each     judge.Value // 增长(%), or 当年值
	Province judge.Value
	Assigned judge.Value
	Revised  string // what it was before 修订值 revised it, "" where not revised
}

// TargetLine is a row of 量化目标.
type TargetLine struct {
	*plan.Target
	Item    *plan.Item
	Same    *IndicatorLine // the indicator that states the same: judged there alone; nil where none
	Base    judge.Value
	Records []*store.Record
	Years   []YearValue
	Closed  bool // due in an earlier year and done: nothing was asked
	Verdict judge.Judgement
	Before  judge.Verdict
	Settled map[layout.Key]*Settled
}

// ItemLine is a row of 重点任务.
type ItemLine struct {
	*plan.Item
	Leads    []*store.Record
	Supports []*store.Record
	Status   *Settled
	Before   string // last year's status
	Targets  []*TargetLine
	Behind   []*TargetLine // of an item said to be on track: its targets that are not

	ChapterHead, SectionHead string
}

// Reviewed is a finding with the file it is about; Source is nil for what was
// found while merging.
type Reviewed struct {
	finding.Finding
	Unit   string
	Source *store.Source
}

// Totals proves that nothing was lost: accepted filled cells counted in the
// returns, and counted again where the summary shows them.
type Totals struct{ In, Out int }

// cellAt is a cell of a returned file.
type cellAt struct {
	source *store.Source
	at     finding.Place
}

// Standing is how the items stand, counted once.
type Standing struct {
	Chapters []string                  // headings of chapters that have items, in order
	Items    map[string]map[string]int // by chapter ("" the city) and status
}

func (m *merger) standing() Standing {
	st := Standing{Items: map[string]map[string]int{"": {}}}
	for _, l := range m.sum.Items {
		word := l.StatusWord()
		if st.Items[l.ChapterHead] == nil {
			st.Items[l.ChapterHead] = map[string]int{}
			st.Chapters = append(st.Chapters, l.ChapterHead)
		}
		st.Items[l.ChapterHead][word]++
		st.Items[""][word]++
	}
	return st
}
