package layout

import (
	"fmt"
	"slices"
	"strconv"
	"sync"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
)

// Forms makes the forms of one report year of a plan. What is the same for every
// unit is worked out once. It is safe for concurrent use.
type Forms struct {
	Plan        *plan.Plan
	Frame       Frame
	past        Past
	assignments *plan.Assignments
	sheets      map[SheetKey]*Sheet // with all columns, as they are in the year
	targets     map[*plan.Target]*askedTarget
	indicators  map[*plan.Indicator]*Scale
	rows        map[SheetKey]*sharedRows
	issued      sync.Map  // of issuedKey: headed
	kept        *sync.Map // of units: their forms; nil where none are kept
}

// Keep has the form of each unit made once and kept, for whoever asks for it again and
// again.
func (fs *Forms) Keep() { fs.kept = &sync.Map{} }

// issuedKey names a sheet with some of its columns.
type issuedKey struct {
	sheet   SheetKey
	columns columnSet
}

// columnSet is columns of a sheet by bit.
type columnSet uint64

func (set columnSet) has(i int) bool { return set>>i&1 == 1 }

// headed is a sheet with its headings.
type headed struct {
	*Sheet
	headings []string
}

// NewForms prepares the forms of a year. past may be nil.
func NewForms(p *plan.Plan, year int, past Past) *Forms {
	if past == nil {
		past = nothing{}
	}
	fs := &Forms{Plan: p, Frame: FrameOf(p, year), past: past, assignments: p.Assignments(),
		sheets: map[SheetKey]*Sheet{}, targets: map[*plan.Target]*askedTarget{}, indicators: map[*plan.Indicator]*Scale{}, rows: map[SheetKey]*sharedRows{}}
	for _, s := range Sheets() {
		fs.sheets[s.Key] = s.in(fs.Frame)
		fs.rows[s.Key] = &sharedRows{of: map[rowKey]*issuedRow{}}
	}
	for _, t := range p.Targets() {
		asked := askedOf(t)
		fs.targets[t] = &askedTarget{asked, targetScale(asked, p.Period)}
	}
	for i := range p.Indicators {
		fs.indicators[&p.Indicators[i]] = indicatorScale(&p.Indicators[i], p.Period)
	}
	return fs
}

// in returns the sheet as it is in a year.
func (s *Sheet) in(f Frame) *Sheet {
	now := *s
	now.Columns = make([]Column, len(s.Columns))
	for i := range s.Columns {
		now.Columns[i] = s.Columns[i].In(f)
	}
	return &now
}

// askedTarget is what is asked about a target, and how large its numbers are.
type askedTarget struct {
	*plan.Target
	scale *Scale
}

// askedOf is what is asked about a target: of what is to be reached in each place
// (每县区至少1个), in how many it is.
func askedOf(t *plan.Target) *plan.Target {
	if t.Place == "" {
		return t
	}
	asked := *t
	asked.Op, asked.Unit, asked.Basis = plan.AtLeast, "个", plan.Level
	if t.OfYear() {
		asked.Basis = plan.Annual
	}
	asked.Min = decimal.NewFromInt(int64(max(t.Places, 1)))
	asked.Max = asked.Min
	return &asked
}

// Form is one unit's workbook for one year before it is written, and what a
// return of it is held against. Sheets a unit has no rows for are left out.
type Form struct {
	Plan   *plan.Plan
	Unit   *plan.Unit
	Frame  Frame
	Sheets []*FormSheet // the cover first
}

// FormSheet is a sheet of a form: its declaration with the columns that some row
// uses, its headings with the years put in, and its rows as issued.
type FormSheet struct {
	*Sheet
	Headings []string // by column
	Rows     []Row    // one for the cover, with an empty Ref
	byRef    map[string]int
	forms    *Forms
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
	if fs.kept == nil {
		return fs.make(unit)
	}
	made, ok := fs.kept.Load(unit)
	if !ok {
		made, _ = fs.kept.LoadOrStore(unit, fs.make(unit))
	}
	form := *made.(*Form)
	form.Sheets = slices.Clone(form.Sheets) // a return has sheets in the place of these
	return &form
}

func (fs *Forms) make(unit *plan.Unit) *Form {
	f := &Form{Plan: fs.Plan, Unit: unit, Frame: fs.Frame}
	subjects := fs.subjects(unit)
	for _, s := range Sheets() {
		if rows := subjects[s.Key]; len(rows) > 0 {
			list := fs.list(s.Key, rows)
			f.Sheets = append(f.Sheets, fs.sheet(s.Key, rows, list, usedBy(list)))
		}
	}
	return f
}

// subjects returns a unit's rows with what they are about alone, sheet by sheet: what it leads with
// its targets but those that an indicator states as well, what it supports (必报, then by chapter, then 选报), its indicators.
func (fs *Forms) subjects(unit *plan.Unit) map[SheetKey][]Row {
	to := map[SheetKey][]Row{}
	add := func(k SheetKey, s Subject) {
		s.Plan, s.Unit, s.Sheet, s.Year = fs.Plan, unit, k, fs.Frame.Year
		to[k] = append(to[k], Row{Subject: s})
	}
	add(Cover, Subject{})
	a := fs.assignments.Of(unit.Name)
	targets := 0
	for _, it := range a.Lead {
		targets += len(it.Targets)
	}
	to[Lead], to[Targets] = make([]Row, 0, len(a.Lead)), make([]Row, 0, targets)
	to[Support], to[Indicators] = make([]Row, 0, len(a.Support)), make([]Row, 0, len(a.Indicators))
	for _, it := range a.Lead {
		add(Lead, Subject{Ref: it.Ref, Item: it})
		for j := range it.Targets {
			if t := &it.Targets[j]; t.Same == 0 {
				asked := fs.targets[t]
				add(Targets, Subject{Ref: t.ID, Item: it, Target: asked.Target, Scale: asked.scale, Closed: fs.Closed(t)})
			}
		}
	}
	byDuty := func(duty plan.Duty) {
		for _, s := range a.Support {
			if s.Duty == duty {
				add(Support, Subject{Ref: s.Item.Ref, Item: s.Item, Duty: duty})
			}
		}
	}
	byDuty(plan.DutyMust)
	for _, c := range fs.chapters(a.Support) {
		add(Support, c)
	}
	byDuty(plan.DutyMay)
	for _, in := range a.Indicators {
		add(Indicators, Subject{Ref: strconv.Itoa(in.No), Indicator: in, Scale: fs.indicators[in]})
	}
	return to
}

// Closed reports whether a target was due in an earlier year and is done, late or not: as
// judged then, or as the catalogue has it.
func (fs *Forms) Closed(t *plan.Target) bool {
	due := t.DueYear(fs.Plan.Period)
	if t.Basis == plan.Annual || due >= fs.Frame.Year {
		return false
	}
	for year, given := range t.Settled {
		if year >= due && year < fs.Frame.Year && fs.Plan.IsDone(given.Verdict) {
			return true
		}
	}
	return fs.past.Done(t.ID, due)
}

// chapters gathers what is reported by chapter, one subject for each.
func (fs *Forms) chapters(support []plan.Supported) []Subject {
	var list []Subject
	for _, s := range support {
		if s.Duty != plan.DutyChapter {
			continue
		}
		ref := ChapterRef(s.Item.Chapter)
		i := slices.IndexFunc(list, func(c Subject) bool { return c.Ref == ref })
		if i < 0 {
			i = len(list)
			list = append(list, Subject{Ref: ref, Chapter: fs.Plan.Chapter(s.Item.Chapter), Duty: plan.DutyChapter})
		}
		list[i].Items = append(list[i].Items, s.Item)
	}
	return list
}

// ChapterRef is the 编号 of what is reported by chapter: 第十二章. Items outside all
// chapters have one together.
func ChapterRef(no int) string {
	if no == 0 {
		return "未分章"
	}
	return "第" + plan.Numeral(no) + "章"
}

// sheet makes a sheet of rows with some of their columns; list is what they show.
func (fs *Forms) sheet(k SheetKey, rows []Row, list []*issuedRow, set columnSet) *FormSheet {
	h := fs.headed(k, set)
	sheet := &FormSheet{Sheet: h.Sheet, Headings: h.headings, Rows: rows, byRef: make(map[string]int, len(rows)), forms: fs}
	for i := range rows {
		only := list[i].with(set)
		rows[i].Modes, rows[i].Issued = only.modes, only.issued
		sheet.byRef[rows[i].Ref] = i
	}
	return sheet
}

// headed returns a sheet with some of its columns, the same one for the same columns.
func (fs *Forms) headed(k SheetKey, set columnSet) headed {
	key := issuedKey{k, set}
	if kept, ok := fs.issued.Load(key); ok {
		return kept.(headed)
	}
	all := fs.sheets[k]
	h := headed{Sheet: &Sheet{Key: k, Name: all.Name, Form: all.Form}}
	for i := range all.Columns {
		if set.has(i) {
			h.Columns = append(h.Columns, all.Columns[i])
			h.headings = append(h.headings, fs.Frame.Expand(all.Columns[i].Heading))
		}
	}
	kept, _ := fs.issued.LoadOrStore(key, h)
	return kept.(headed)
}

// With returns the sheet with the columns of those keys, as a workbook that was
// issued otherwise has them.
func (s *FormSheet) With(columns []Key) *FormSheet {
	all, set := s.forms.sheets[s.Key], columnSet(0)
	for i := range all.Columns {
		if slices.Contains(columns, all.Columns[i].Key) {
			set |= 1 << i
		}
	}
	rows := slices.Clone(s.Rows)
	return s.forms.sheet(s.Key, rows, s.forms.list(s.Key, rows), set)
}

// Said is what the unit reported last year in a column of a row, "" where that is not
// known.
func (s *FormSheet) Said(r *Row, col Key) string {
	if s.forms == nil || r.Unit == nil {
		return ""
	}
	return s.forms.past.Text(s.forms.Frame.Year-1, r.Unit.ID, s.Key, r.Ref, col)
}

// All returns the sheet with all columns that the year has.
func (s *FormSheet) All() *FormSheet { return s.With(s.forms.sheets[s.Key].Keys()) }

// Keys lists the columns of a sheet.
func (s *Sheet) Keys() []Key {
	keys := make([]Key, len(s.Columns))
	for i := range s.Columns {
		keys[i] = s.Columns[i].Key
	}
	return keys
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

// Given returns the text of a cell that the filler does not decide; known is false of
// one to fill. What is known where another row has it to fill counts as nothing: it
// wants no reason.
func (s *FormSheet) Given(r *Row, k Key) (text string, known bool) {
	i := s.Index(k)
	switch {
	case i < 0 || r.Modes[i] == Absent || r.Modes[i] == Locked && s.Columns[i].Role == Fill:
		return "", true
	case r.Modes[i] == Open:
		return "", false
	}
	return r.Issued[i], true
}

// Row returns the row of that 编号, nil where the sheet has none.
func (s *FormSheet) Row(ref string) *Row {
	if i := s.Place(ref); i >= 0 {
		return &s.Rows[i]
	}
	return nil
}

// Place returns the index of the row of that 编号, -1 where the sheet has none.
func (s *FormSheet) Place(ref string) int {
	if i, ok := s.byRef[ref]; ok {
		return i
	}
	return -1
}

// FileName is the name a workbook is issued and stored under.
func FileName(year int, unit string) string { return fmt.Sprintf("%d-%s.xlsx", year, unit) }

// CopyName is the name of the n-th of the files that one unit sent, the one that goes before the
// others first.
func CopyName(year int, unit string, n int) string {
	if n > 1 {
		unit += fmt.Sprintf("(%d)", n)
	}
	return FileName(year, unit)
}

// nothing is a Past without any report.
type nothing struct{}

func (nothing) Text(int, string, SheetKey, string, Key) string { return "" }

func (nothing) Confirmed(SheetKey, string) string { return "" }

func (nothing) Done(string, int) bool { return false }
