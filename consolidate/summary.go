// Package consolidate merges the checked returns of one year, with the years
// before, into the citywide annual summary: values of several units settled or
// laid open, indicators and targets judged, every accepted cell placed and
// traceable. Merge is pure; Render, CSV, ReadHistory and Trace turn a Summary into
// a workbook or a table and back. It reads no returned file itself and checks
// none: that is workbook/intake.
package consolidate

import (
	"tianbao/consolidate/judge"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
)

// Summary is everything the annual workbook says.
type Summary struct {
	Plan       *plan.Plan
	Frame      layout.Frame
	Sources    []*Source // files of the units, superseded and refused ones too
	Strangers  []*Source // files of no unit, by content
	Units      []*UnitLine
	Indicators []*IndicatorLine
	Targets    []*TargetLine
	Items      []*ItemLine
	Supports   []*Record // rows of supporting units, by unit, in the plan's order
	Conflicts  []*Conflict
	Review     []Reviewed
	Totals     Totals

	records []*Record // every row that counts
	past    *History
	settled map[Spot]*Settled // of this year
	stand   standing
}

// Source is a returned file, under the name it is stored by: no folder, no file
// time, nothing but its content.
type Source struct {
	Year     int
	UnitID   string
	Unit     string
	Name     string // {year}-{unit}.xlsx
	SHA256   string
	Revision int
	Modified string // the workbook's own modified time
	Outcome  intake.Outcome
	Cells    int // accepted filled cells taken from it
	Sheets   []SourceSheet
}

// SourceSheet says in which columns a file holds what.
type SourceSheet struct {
	Key  layout.SheetKey
	Name string // of the tab, as sent
	Cols []int  // by column of the layout, from 1; 0 where missing
}

// Record is a row of a return that counts: what one unit says of one thing.
type Record struct {
	Year   int
	UnitID string
	Unit   string
	Sheet  layout.SheetKey
	Ref    string
	Row    int // of the file, from 1
	Source *Source
	Cells  []Cell // accepted and filled, in the layout's order
	// Waiting are the cells left out until they are verified (待核实): only Given is
	// known of them.
	Waiting []Cell
	issued  *layout.Row
	shown   map[layout.Key]string // where copies differ: what was ruled, or that it is open
}

// Cell is one accepted filled cell.
type Cell struct {
	Col   layout.Key
	Text  string // as taken
	Given string // as it stood in the file
	At    finding.Place
}

// Text returns what the record says in a column, "" where nothing.
func (r *Record) Text(col layout.Key) string {
	for i := range r.Cells {
		if r.Cells[i].Col == col {
			return r.Cells[i].Text
		}
	}
	return ""
}

// Shown is Text, or what stands in its place where equal copies differ.
func (r *Record) Shown(col layout.Key) string {
	if text, ok := r.shown[col]; ok {
		return text
	}
	return r.Text(col)
}

// Spot is a place in the summary that holds one value: a column of a row of a
// year. Unit is set where each unit has a value of its own.
type Spot struct {
	Year  int
	Sheet layout.SheetKey
	Ref   string
	Col   layout.Key
	Unit  string // unit ID
}

// Settled is the value that counts in a Spot. Text is "" where there is none or
// where units differ and nothing is ruled.
type Settled struct {
	Spot
	Text     string
	From     []*Record
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
	Cover     *Record // nil where nothing of the cover counts
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
	Records  []*Record
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
	Records []*Record
	Years   []YearValue
	Verdict judge.Judgement
	Before  judge.Verdict
	Settled map[layout.Key]*Settled
}

// ItemLine is a row of 重点任务.
type ItemLine struct {
	*plan.Item
	Leads    []*Record
	Supports []*Record
	Status   *Settled
	Before   string // last year's status
	Targets  []*TargetLine

	chapter, section string // headings
}

// Reviewed is a finding with the file it is about; Source is nil for what was
// found while merging.
type Reviewed struct {
	finding.Finding
	Unit   string
	Source *Source
}

// Totals proves that nothing was lost: accepted filled cells counted in the
// returns, and counted again where the summary shows them.
type Totals struct{ In, Out int }

// cellAt is a cell of a returned file.
type cellAt struct {
	source *Source
	at     finding.Place
}
