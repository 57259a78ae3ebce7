package layout

import (
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/plan"
)

// Version is the layout version stamped on every workbook.
const Version = 1

// SheetKey names a sheet in code; Sheet.Name is what the tab says.
type SheetKey string

// The sheets.
const (
	Cover      SheetKey = "cover"
	Lead       SheetKey = "lead"
	Targets    SheetKey = "target"
	Support    SheetKey = "support"
	Indicators SheetKey = "indicator"
)

// StampSheet is the very hidden sheet that carries the Stamp.
const StampSheet = "_tianbao"

// Names of the defined names that carry the identity as constants.
const (
	NameIdentity = "tianbao.identity" // the report code
	NameLayout   = "tianbao.layout"   // the layout version
)

// NotApplicable is what a cell shows that does not apply to its row.
const NotApplicable = "—"

// NA is the answer that a number does not apply: neither blank nor 0.
const NA = "不适用"

// Sheet declares one sheet.
type Sheet struct {
	Key     SheetKey
	Name    string
	Columns []Column
	Form    bool // a form of label and value (the cover), not a table of rows
}

// Column declares one column, or one labelled field of the cover.
type Column struct {
	Key      Key
	Heading  string // with {Y}, {Y-1}, {Y+1}, {base}, {last} for years
	Role     Role
	Kind     Kind
	Width    float64 // in characters of the default font
	List     ListKey // of a Choice
	Tag      string  // validator v10 constraint of a filled cell, applied with Var to its text
	Required Cond    // zero: may be blank
	Prompt   string  // help where the cursor is, with an example
	Carry    bool    // last year's text is filled in when issued
	Known    bool    // what is issued with a text is not to fill
	Reason   bool    // a text here answers a warning of the row (说明, 备注)
	Beside   bool    // to be looked up: at the far right, not printed
	Final    *Final  // what is other in the plan's last year; nil: nothing

	Mode    func(Subject) Mode                // nil: by Role
	Issue   func(Subject, Frame, Past) string // text of a cell that is not to fill, or carried
	Unit    func(Subject) string              // unit of measure of a number; nil: none
	Choices func(Subject) ListKey             // of a Choice whose options differ by row; nil: List
}

// Final is what a column says in the plan's last year, when results are reported and
// no longer expected.
type Final struct {
	Heading string
	List    ListKey
	Prompt  string
}

// In returns the column as it is in a year.
func (c *Column) In(f Frame) Column {
	now := *c
	if c.Final != nil && f.Year >= f.Last {
		now.Heading, now.List, now.Prompt = c.Final.Heading, c.Final.List, c.Final.Prompt
	}
	return now
}

// HeadingIn returns the column's heading in a year.
func (c *Column) HeadingIn(f Frame) string {
	now := c.In(f)
	return f.Expand(now.Heading)
}

// ListOf returns the list that a row's choice is one of.
func (c *Column) ListOf(s Subject) ListKey {
	if c.Choices != nil {
		return c.Choices(s)
	}
	return c.List
}

// Key names a column in code. It is unique within its sheet.
type Key string

// Role is who writes a column.
type Role uint8

// The roles. Fixed comes from the plan, Earlier from past years; both are held
// against what was issued. Fill is the filler's. Check is the 自检 formula.
const (
	Fixed Role = iota
	Earlier
	Fill
	Check
)

// Mode is what one cell of a row is.
type Mode uint8

// The modes of a cell.
const (
	Locked Mode = iota // shows what was issued
	Open               // to fill
	Absent             // does not apply to the row: locked, shows NotApplicable
)

// Kind is what a filled cell holds.
type Kind uint8

// The kinds of cells.
const (
	Text   Kind = iota
	Number      // exact decimal in Column.Unit
	Choice      // one of a List
	Day         // a calendar date
	Month       // a month or a date: 预计发布时间
	Phone
)

// ListKey names a list of options.
type ListKey string

// The lists.
const (
	ListStatus   ListKey = "status"
	ListStage    ListKey = "stage" // ListStatus of an item with a target: without 持续推进
	ListData     ListKey = "data"
	ListOutlook  ListKey = "outlook"
	ListResult   ListKey = "result" // 完成情况, ListOutlook of the last year
	ListJoined   ListKey = "joined"
	ListDelivery ListKey = "delivery"
)

// Options returns the choices of a list in the order of the dropdown.
func Options(l ListKey) []string {
	switch l {
	case ListStatus:
		return []string{StatusDone, StatusOnTrack, StatusBehind, StatusNotStarted, StatusOngoing, StatusDropped, Separate}
	case ListStage:
		return []string{StatusDone, StatusOnTrack, StatusBehind, StatusNotStarted, StatusDropped, Separate}
	case ListData:
		return []string{DataFinal, DataPreliminary, DataEstimate, DataPending, DataNone, Separate}
	case ListOutlook:
		return []string{OutlookSure, OutlookHard, OutlookUnlikely}
	case ListResult:
		return []string{ResultEarly, ResultOnTime, ResultNearly, ResultMissed, ResultPending}
	case ListJoined:
		return []string{JoinedYes, JoinedNo, Separate}
	case ListDelivery:
		return []string{DeliveryNormal, Separate}
	}
	return nil
}

// Lists returns the keys of all lists, in the order they are stored.
func Lists() []ListKey {
	return []ListKey{ListStatus, ListStage, ListData, ListOutlook, ListResult, ListJoined, ListDelivery}
}

// The options, as they are in the dropdowns.
const (
	StatusDone       = "已完成"
	StatusOnTrack    = plan.WordOnPace
	StatusBehind     = plan.WordBehindPace
	StatusNotStarted = "尚未启动"
	StatusOngoing    = "持续推进"
	StatusDropped    = "调整或不再实施"

	DataFinal       = "最终核实数"
	DataPreliminary = "初步数"
	DataEstimate    = "部门测算"
	DataPending     = "暂未发布"
	DataNone        = "无此统计"

	OutlookSure     = "能完成"
	OutlookHard     = "完成有难度"
	OutlookUnlikely = "预计难以完成"

	ResultEarly   = "提前完成"
	ResultOnTime  = "按期完成"
	ResultNearly  = plan.WordNearlyDone
	ResultMissed  = plan.WordNotDone
	ResultPending = "待数据公布"

	JoinedYes = "已开展"
	JoinedNo  = "本年度不涉及"

	DeliveryNormal = "正常报送"

	// Fine is the 自检 of a row that nothing is wrong with.
	Fine = "✓"

	// Separate says of a whole return or of one row that it is classified and sent apart.
	Separate = "另行报送"
)

// Apart holds where a choice of the row says that it is reported apart: nothing else
// is asked of the row then.
func (s *Sheet) Apart() Cond {
	var said []Cond
	for i := range s.Columns {
		if c := &s.Columns[i]; c.Kind == Choice && slices.Contains(Options(c.List), Separate) {
			said = append(said, Is(c.Key, Separate))
		}
	}
	return Any(said...)
}

// Frame is the years that headings speak of.
type Frame struct{ Year, Base, Last int }

// FrameOf returns the frame of a report year of a plan.
func FrameOf(p *plan.Plan, year int) Frame {
	return Frame{Year: year, Base: p.Period.Base, Last: p.Period.Last}
}

// Expand puts the years into a heading or a prompt.
func (f Frame) Expand(s string) string {
	for _, put := range [...]struct {
		mark string
		year int
	}{{"{Y}", f.Year}, {"{Y-1}", f.Year - 1}, {"{Y+1}", f.Year + 1}, {"{base}", f.Base}, {"{last}", f.Last}} {
		if strings.Contains(s, put.mark) {
			s = strings.ReplaceAll(s, put.mark, strconv.Itoa(put.year))
		}
	}
	return s
}

// Past is what earlier years reported: the text of a filled cell as it was taken
// in that year's summary, "" where there is none.
type Past interface {
	Text(year int, unitID string, sheet SheetKey, ref string, col Key) string
	// Confirmed is the base value of a target or an indicator that was proposed and
	// confirmed in earlier years.
	Confirmed(sheet SheetKey, ref string) string
	// Done reports whether a target was judged to be done in a year from its due year
	// on.
	Done(ref string, due int) bool
}

// Subject is what a row is about. Item is set for leads, targets and supports but
// those by chapter, which have Chapter and its Items; Target and Indicator only on
// their sheets.
type Subject struct {
	Plan      *plan.Plan
	Unit      *plan.Unit
	Sheet     SheetKey
	Ref       string
	Item      *plan.Item
	Chapter   *plan.Chapter
	Items     []*plan.Item
	Target    *plan.Target
	Indicator *plan.Indicator
	Duty      plan.Duty
	Year      int
	Scale     *Scale // of a target or an indicator
	Closed    bool   // of a target that was due in an earlier year and is done: nothing more is asked
}

// Index returns the position of a column in the sheet, -1 where it has none.
func (s *Sheet) Index(k Key) int {
	for i := range s.Columns {
		if s.Columns[i].Key == k {
			return i
		}
	}
	return -1
}
