package layout

import (
	"fmt"
	"sync"

	"tianbao/seeds/plan"
)

// Forms makes the forms of one report year of a plan. What is the same for every
// unit is worked out once. It is safe for concurrent use.
type Forms struct {
	Plan        *plan.Plan
	Frame       Frame
	past        Past
	assignments *plan.Assignments
	headings    map[SheetKey][]string
	targets     map[*plan.Target]*Scale
	indicators  map[*plan.Indicator]*Scale
	rows        sync.Map // of rowKey: cells that are the same for every unit
}

// rowKey names a row whatever the unit. Where there is no past, what a row shows
// does not depend on the unit either.
type rowKey struct {
	sheet     SheetKey
	item      *plan.Item
	target    *plan.Target
	indicator *plan.Indicator
	duty      plan.Duty
}

// cells is what a row shows.
type cells struct {
	modes  []Mode
	issued []string
}

// NewForms prepares the forms of a year. past may be nil.
func NewForms(p *plan.Plan, year int, past Past) *Forms {
	if past == nil {
		past = nothing{}
	}
	fs := &Forms{Plan: p, Frame: FrameOf(p, year), past: past, assignments: p.Assignments(), headings: map[SheetKey][]string{}}
	for _, s := range Sheets() {
		for _, c := range s.Columns {
			fs.headings[s.Key] = append(fs.headings[s.Key], fs.Frame.Expand(c.Heading))
		}
	}
	fs.scale()
	return fs
}

// scale works out the scales of the plan's targets and indicators.
func (fs *Forms) scale() {
	fs.targets, fs.indicators = map[*plan.Target]*Scale{}, map[*plan.Indicator]*Scale{}
	for i := range fs.Plan.Items {
		for j := range fs.Plan.Items[i].Targets {
			t := &fs.Plan.Items[i].Targets[j]
			fs.targets[t] = targetScale(t, fs.Plan.Period)
		}
	}
	for i := range fs.Plan.Indicators {
		in := &fs.Plan.Indicators[i]
		fs.indicators[in] = indicatorScale(in, fs.Plan.Period)
	}
}

// Form is one unit's workbook for one year before it is written, and what a
// return of it is held against. Sheets a unit has no rows for are left out.
type Form struct {
	Plan   *plan.Plan
	Unit   *plan.Unit
	Frame  Frame
	Sheets []*FormSheet // the cover first
}

// FormSheet is a sheet of a form: its declaration, its headings with the years
// put in, and its rows as issued.
type FormSheet struct {
	*Sheet
	Headings []string // by column
	Rows     []Row    // one for the cover, with an empty Ref
	byRef    map[string]int
}

// Row is a row as issued. Modes and Issued are by column of the sheet; rows of
// several forms may share them, so that they are not to be changed.
type Row struct {
	Subject
	Modes  []Mode
	Issued []string // what a locked cell shows, or what an open one was filled with beforehand
}

// Of returns the form of a reporting unit.
func (fs *Forms) Of(unit *plan.Unit) *Form {
	f := &Form{Plan: fs.Plan, Unit: unit, Frame: fs.Frame}
	subjects := fs.subjects(unit)
	for _, s := range Sheets() {
		if list := subjects[s.Key]; len(list) > 0 {
			f.Sheets = append(f.Sheets, fs.sheet(s, list))
		}
	}
	return f
}

// subjects lists what a unit's rows are about, sheet by sheet: what it leads with
// its targets, what it supports (必报 before 选报), its indicators.
func (fs *Forms) subjects(unit *plan.Unit) map[SheetKey][]Subject {
	to := map[SheetKey][]Subject{}
	add := func(k SheetKey, s Subject) {
		s.Plan, s.Unit, s.Sheet, s.Year = fs.Plan, unit, k, fs.Frame.Year
		to[k] = append(to[k], s)
	}
	add(Cover, Subject{})
	a := fs.assignments.Of(unit.Name)
	targets := 0
	for _, it := range a.Lead {
		targets += len(it.Targets)
	}
	to[Lead], to[Targets] = make([]Subject, 0, len(a.Lead)), make([]Subject, 0, targets)
	to[Support], to[Indicators] = make([]Subject, 0, len(a.Support)), make([]Subject, 0, len(a.Indicators))
	for _, it := range a.Lead {
		add(Lead, Subject{Ref: it.Ref, Item: it})
		for j := range it.Targets {
			add(Targets, Subject{Ref: it.Targets[j].ID, Item: it, Target: &it.Targets[j], Scale: fs.targets[&it.Targets[j]]})
		}
	}
	for _, duty := range []plan.Duty{plan.DutyMust, plan.DutyMay} {
		for _, s := range a.Support {
			if s.Duty == duty {
				add(Support, Subject{Ref: s.Item.Ref, Item: s.Item, Duty: duty})
			}
		}
	}
	for _, in := range a.Indicators {
		add(Indicators, Subject{Ref: refOf(in), Indicator: in, Scale: fs.indicators[in]})
	}
	return to
}

func (fs *Forms) sheet(s *Sheet, subjects []Subject) *FormSheet {
	sheet := &FormSheet{Sheet: s, Headings: fs.headings[s.Key], Rows: make([]Row, len(subjects)), byRef: make(map[string]int, len(subjects))}
	for i, sub := range subjects {
		sheet.Rows[i] = fs.row(s, sub)
		sheet.byRef[sub.Ref] = i
	}
	return sheet
}

func (fs *Forms) row(s *Sheet, sub Subject) Row {
	if _, none := fs.past.(nothing); !none {
		c := fs.cells(s, sub)
		return Row{Subject: sub, Modes: c.modes, Issued: c.issued}
	}
	k := rowKey{s.Key, sub.Item, sub.Target, sub.Indicator, sub.Duty}
	kept, ok := fs.rows.Load(k)
	if !ok {
		kept, _ = fs.rows.LoadOrStore(k, fs.cells(s, sub))
	}
	c := kept.(cells)
	return Row{Subject: sub, Modes: c.modes, Issued: c.issued}
}

// cells works out what a row shows.
func (fs *Forms) cells(s *Sheet, sub Subject) cells {
	r := cells{make([]Mode, len(s.Columns)), make([]string, len(s.Columns))}
	for i := range s.Columns {
		c := &s.Columns[i]
		r.modes[i] = c.mode(sub)
		switch {
		case r.modes[i] == Absent:
			r.issued[i] = NotApplicable
		case c.Issue != nil:
			r.issued[i] = c.Issue(sub, fs.Frame, fs.past)
		}
	}
	return r
}

func (c *Column) mode(s Subject) Mode {
	switch {
	case c.Mode != nil:
		return c.Mode(s)
	case c.Role == Fill:
		return Open
	}
	return Locked
}

// Sheet returns a sheet of the form, nil where the unit has none.
func (f *Form) Sheet(k SheetKey) *FormSheet {
	for _, s := range f.Sheets {
		if s.Key == k {
			return s
		}
	}
	return nil
}

// Row returns the row of that 编号, nil where the sheet has none.
func (s *FormSheet) Row(ref string) *Row {
	if i, ok := s.byRef[ref]; ok {
		return &s.Rows[i]
	}
	return nil
}

// FileName is the name a workbook is issued and stored under.
func FileName(year int, unit string) string { return fmt.Sprintf("%d-%s.xlsx", year, unit) }

// nothing is a Past without any report.
type nothing struct{}

func (nothing) Text(int, string, SheetKey, string, Key) string { return "" }
