// Package plan is the model of a plan and its division of labour: chapters, items
// with their lead and supporting units, targets, indicators, the units themselves.
// Nothing else is in it: seeds/reading makes a plan of a document, workbook/catalogue
// turns one into a workbook and back. What is particular to a plan (its years, its
// deadline, who 各县区政府 are) is data of that plan.
package plan

import (
	"iter"
	"slices"

	"github.com/shopspring/decimal"
)

// Plan is a parsed plan document, or the same read back from its catalogue.
type Plan struct {
	ID         string // made at import from the document, kept through every edit; 6 letters or digits
	Title      string
	Office     string // 汇总单位: the unit that gathers the reports, "" where unknown
	Period     Period
	Deadline   Deadline
	Tolerance  Tolerance
	Words      map[string]string // words of verdicts in place of the usual ones; nil for these
	Chapters   []Chapter
	Items      []Item // in the document's order
	Indicators []Indicator
	Units      []Unit // in the register's order, else by first appearance
	Groups     []Group
	Totals     []Total
}

// Period is the years a plan speaks of.
type Period struct{ Base, First, Last int }

// Years is the length of the period, the n of a pace.
func (p Period) Years() int { return p.Last - p.Base }

// Holds reports whether a year can be reported on.
func (p Period) Holds(year int) bool { return year >= p.First && year <= p.Last }

// Deadline is the day of the following year by which units report: read from the document
// by seeds/reading, changed on the sheet 规划 of the catalogue.
type Deadline struct{ Month, Day int }

// UsualDeadline is the deadline where nobody names another.
var UsualDeadline = Deadline{Month: 3, Day: 31}

// Tolerance is how far from a target still counts: Points below an average
// growth rate, in percentage points; Share of a level to be held or stated with
// 左右, in percent; Near of the rise that the path wants, in percent.
type Tolerance struct{ Points, Share, Near decimal.Decimal }

// UsualTolerance is 0.5 points, 97 % and 90 %.
func UsualTolerance() Tolerance {
	return Tolerance{Points: decimal.New(5, -1), Share: decimal.NewFromInt(97), Near: decimal.NewFromInt(90)}
}

// Chapter is the first level (一、).
type Chapter struct {
	No       int
	Title    string
	Sections []Section
}

// Section is the second level ((一)).
type Section struct {
	No    int
	Title string
	Tasks []Task
}

// Task is the third level (1.). No is 0 where a paragraph has no number.
type Task struct {
	No    int
	Title string
	Refs  []string // of its items
}

// Item is the leaf that units report on, with its own responsibility clause.
type Item struct {
	Ref                         string // 编号: 91, 127(2), 八(一)
	Chapter, Section, Task, Sub int
	Title                       string // the task's heading for sub items, else the item's first sentence
	Text                        string // own paragraph without number and clause, heading sentence included
	Clause                      string // the responsibility clause as written, brackets included; "" where none
	Lead, Support               []Party
	Targets                     []Target
	Line                        int // line or paragraph of the document, from 1; 0 where unknown
}

// Party is a name of a responsibility clause with the units it stands for.
type Party struct {
	Name  string   // as written
	Units []string // names in Plan.Units; several for a group, none where unknown
	Duty  Duty     // of supports; leads always report
}

// Duty is the 填报要求 of a supporting unit.
type Duty string

// The duties.
const (
	DutyMust    Duty = "必报"
	DutyChapter Duty = "按章" // one account for all items of the chapter
	DutyMay     Duty = "选报"
	DutySpare   Duty = "免报"
)

// Duties returns the duties, as a list to choose from.
func Duties() []Duty { return []Duty{DutyMust, DutyChapter, DutyMay, DutySpare} }

// LeadUnits returns the units that lead the item, each once, in order.
func (it *Item) LeadUnits() []string { return unitsOf(it.Lead) }

// SupportUnits returns the units that support the item, groups expanded, each
// once, in order.
func (it *Item) SupportUnits() []string { return unitsOf(it.Support) }

// DutyOf returns the strictest duty of a supporting unit, "" where it has none.
func (it *Item) DutyOf(unit string) Duty {
	best := Duty("")
	for _, p := range it.Support {
		if slices.Contains(p.Units, unit) && stricter(p.Duty, best) {
			best = p.Duty
		}
	}
	return best
}

// duties are the duties from the mildest to the strictest.
var duties = [...]Duty{"", DutySpare, DutyMay, DutyChapter, DutyMust}

// strictness is the index of a duty among duties; of an unknown one it is 0.
func strictness(d Duty) int8 { return int8(max(0, slices.Index(duties[:], d))) }

func stricter(a, b Duty) bool { return strictness(a) > strictness(b) }

func unitsOf(parties []Party) []string {
	var names []string
	seen := map[string]bool{}
	for _, p := range parties {
		for _, u := range p.Units {
			if !seen[u] {
				seen[u] = true
				names = append(names, u)
			}
		}
	}
	return names
}

// Target is one stated number of an item.
type Target struct {
	ID       string // {ref}-{n}, n from 1 within the item
	Phrase   string // the words of the document that state it
	Measure  string // what is measured
	Op       Op
	Min, Max decimal.Decimal // in Unit as written; equal but for a range
	Unit     string
	Due      string // "2025", "2022年底", "每年", "五年累计"
	Basis    Basis
	Doubt    string // why it wants 待确认; "" where it is sure

	Same     int      // number of the indicator that states the same: judged there; 0 where none
	Place    string   // 县区, 村: what it is asked of one by one; "" where of all together
	Places   int      // how many of these there are, 0 where unknown
	Counting Counting // of a sum: 新增 or 存量; "" where nobody has said
	Known
}

// Counting says what a number counts.
type Counting string

// What a number counts: what is new since the first year, or all there is.
const (
	CountsNew Counting = "新增"
	CountsAll Counting = "存量"
)

// Known is what the coordinator has entered of a target or an indicator. All of it
// is optional and none is guessed. The maps are by year; a year that is not known is
// absent.
type Known struct {
	Nature      string          // 属性: 预期性, 约束性
	Leader      string          // 分管市领导, where another than that of its units
	DataUnits   []string        // 数据来源单位, besides the units that answer
	Base        string          // base value, "" where not known
	BaseBy      string          // where the base value is from
	Values      map[int]string  // values of past years
	ValuesBy    map[int]string  // where they are from; with it a value goes before what was reported
	YearTargets map[int]string  // 年度计划目标
	Settled     map[int]Settled // verdicts that were given by the office or above it
}

// Settled is a verdict that was given, with its ground.
type Settled struct{ Verdict, By string }

// The natures of a target or an indicator.
const (
	Expected = "预期性"
	Binding  = "约束性"
)

// Binds reports 约束性.
func (k *Known) Binds() bool { return k.Nature == Binding }

// Op is how a value is held against a target.
type Op string

// The operators. A bare number is AtLeast, 稳定在 is Equal, 左右 is About, 3—5 is Between.
const (
	AtLeast Op = ">="
	Above   Op = ">"
	AtMost  Op = "<="
	Below   Op = "<"
	Equal   Op = "="
	About   Op = "~"
	Between Op = "range"
)

// Ceiling reports whether values are to stay at or below a number.
func (o Op) Ceiling() bool { return o == AtMost || o == Below }

// Basis is what kind of number a target is (目标类型).
type Basis string

// The bases.
const (
	Level      Basis = "level"      // 期末值
	Cumulative Basis = "cumulative" // 累计值
	Annual     Basis = "annual"     // 年度值
	Growth     Basis = "growth"     // 年均增速
)

// Word returns the basis as a clerk reads it.
func (b Basis) Word() string {
	switch b {
	case Level:
		return "期末值"
	case Cumulative:
		return "累计值"
	case Annual:
		return "年度值"
	case Growth:
		return "年均增速"
	}
	return ""
}

// Total is a sum the document states: the target Sum is made of Parts (ids).
type Total struct {
	Sum   string
	Parts []string
}

// Indicator is a row of the annex. Target and Growth are as written, "-" where
// none. All but the first seven fields are optional and never guessed.
type Indicator struct {
	No       int
	Category string
	Name     string // without its unit
	Unit     string
	Target   string
	Growth   string
	Units    []string // names in Plan.Units

	Known
	ProvinceBase string
	Province     map[int]string // 全省同期值
	Nation       map[int]string // 全国同期值
	Assigned     map[int]string // 省下达目标
	Adjusted     string         // 调整后目标值
	AdjustedBy   string         // 依据
	Line         int
}

// Unit is a department, county or company that reports.
type Unit struct {
	ID        string // three digits, stable through edits
	Name      string
	Kind      string // 市直部门, 县区政府, 园区管委会, 企业, …
	Aliases   []string
	Successor string // 承接单位: who reports in its place after a reorganisation
	Leader    string // 分管市领导
}

// Group is a name that stands for several units (各县区政府).
type Group struct {
	Name    string
	Aliases []string
	Members []string // names in Plan.Units
	Nobody  bool     `json:",omitempty"` // said to have none that report
}

// OpenGroups are the groups that lead or support an item and have no members, so that
// nobody would be asked; not those that are said to have none.
func (p *Plan) OpenGroups() []string {
	named := map[string]bool{}
	for i := range p.Items {
		for _, party := range append(p.Items[i].Lead, p.Items[i].Support...) {
			named[NameKey(party.Name)] = true
		}
	}
	var open []string
	for _, g := range p.Groups {
		asked := slices.ContainsFunc(append([]string{g.Name}, g.Aliases...), func(name string) bool { return named[NameKey(name)] })
		if len(g.Members) == 0 && !g.Nobody && asked {
			open = append(open, g.Name)
		}
	}
	return open
}

// Unit returns the unit of that name or alias, nil where there is none.
func (p *Plan) Unit(name string) *Unit {
	for i := range p.Units {
		if u := &p.Units[i]; u.Name == name || slices.Contains(u.Aliases, name) {
			return u
		}
	}
	return nil
}

// Names are the units by name and alias, for who looks for many.
type Names map[string]*Unit

// Names finds units by name or alias, as Unit does.
func (p *Plan) Names() Names {
	names := make(Names, 2*len(p.Units))
	for i := range p.Units {
		u := &p.Units[i]
		for _, name := range append([]string{u.Name}, u.Aliases...) {
			if names[name] == nil {
				names[name] = u
			}
		}
	}
	return names
}

// Chapter returns the chapter of that number, an empty one where the plan has none.
func (p *Plan) Chapter(no int) *Chapter {
	for i := range p.Chapters {
		if p.Chapters[i].No == no {
			return &p.Chapters[i]
		}
	}
	return &Chapter{No: no}
}

// Targets goes over the targets of all items, each with its item.
func (p *Plan) Targets() iter.Seq2[*Item, *Target] {
	return func(yield func(*Item, *Target) bool) {
		for i := range p.Items {
			for j := range p.Items[i].Targets {
				if !yield(&p.Items[i], &p.Items[i].Targets[j]) {
					return
				}
			}
		}
	}
}

// Target returns the target of that id with its item, nil where there is none.
func (p *Plan) Target(id string) (*Item, *Target) {
	for it, t := range p.Targets() {
		if t.ID == id {
			return it, t
		}
	}
	return nil, nil
}

// Item returns the item of that 编号, nil where there is none.
func (p *Plan) Item(ref string) *Item {
	for i := range p.Items {
		if p.Items[i].Ref == ref {
			return &p.Items[i]
		}
	}
	return nil
}
