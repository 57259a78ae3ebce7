package consolidate

import (
	"errors"
	"fmt"

	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
)

// Input is what a summary is made of.
type Input struct {
	Plan     *plan.Plan
	Year     int
	Batch    *intake.Batch
	History  *store.History               // of last year's summary and through it of the years before; nil where none
	Rulings  *store.Rulings               // nil where none
	Asked    map[string][]layout.Proposal // what units were asked in the round 征求意见, by unit; may be nil
	Register map[string]register.Entry    // what the clerk wrote in the register of returns, by unit; may be nil

}

// errTotals is returned when cells counted in are not the cells counted out.
var errTotals = errors.New("控制总数不符")

// ErrHistory is returned where the history is not of years before the report year.
var ErrHistory = errors.New("上年汇总的年份不在报告年度之前")

// ErrReturns is returned where returns that count are not kept in the batch any more.
var ErrReturns = errors.New("表的内容已不在内存里")

// Merge makes the summary of a year. It is pure: the same input gives the same
// summary, whatever the order, names or folders of the files. The findings are
// about values between units and between years; an error means a cell was lost, that
// the history is not of earlier years, or that the returns are not kept.
func Merge(in Input) (*Summary, finding.List, error) {
	if len(in.History.Precedes(in.Year)) > 0 {
		return nil, nil, fmt.Errorf("%w: %d", ErrHistory, in.History.Last)
	}
	for i := range in.Batch.Units {
		for _, f := range in.Batch.Units[i].Files {
			if counts := f.Outcome == intake.Accepted || f.Outcome == intake.Faulty; counts && !f.Kept() {
				return nil, nil, fmt.Errorf("%w: %s", ErrReturns, f.Path)
			}
		}
	}
	m := &merger{
		in:      in,
		sum:     &Summary{Plan: in.Plan, Names: in.Plan.Names(), Frame: layout.FrameOf(in.Plan, in.Year), Past: in.History, disputed: map[store.Spot]*Settled{}},
		byThing: map[thing][]*store.Record{}, byUnit: map[string][]*store.Record{}, rank: ranks(in.Plan), sources: map[*intake.File]*store.Source{}, sent: map[*plan.Unit]int{}, closed: map[*intake.File]closed{},
		rivals: map[*store.Record][]rival{}, topics: map[thing][]*store.Topic{}, used: map[*store.Ruling]bool{}, targetsByID: targetsOf(in.Plan),
	}
	m.collect()
	m.items()
	m.indicators()
	m.targets()
	m.selfPraise()
	m.supports()
	m.units()
	m.beside()
	m.hear()
	m.leftover()
	m.order()
	m.review()
	m.sum.Standing = m.standing()
	m.sum.Totals.Out = m.placed()
	if t := m.sum.Totals; t.In != t.Out {
		return nil, nil, fmt.Errorf("%w: 收到 %d 格,汇总 %d 格", errTotals, t.In, t.Out)
	}
	return m.sum, m.findings, nil
}

func targetsOf(p *plan.Plan) map[string]*plan.Target {
	all := map[string]*plan.Target{}
	for _, t := range p.Targets() {
		all[t.ID] = t
	}
	return all
}

// report adds a finding about a spot of the summary.
func (m *merger) report(code finding.Code, spot store.Spot, opts ...finding.Option) {
	place := finding.Place{}
	if s := layout.SheetOf(spot.Sheet); s != nil {
		place.Sheet = s.Name
	}
	heading := ""
	if spot.Column() != nil || spot.Col == layout.ConsultVerdict {
		heading = spot.Heading(m.in.Plan)
	}
	opts = append([]finding.Option{finding.At(place), finding.Row(spot.Ref), finding.Column(heading)}, opts...)
	m.findings.Add(code, opts...)
}

// placed counts the accepted cells again, from where the summary shows them: the
// rows of its sheets, and the cells of equal copies in 数据不一致.
func (m *merger) placed() int {
	shown := map[*store.Record]bool{}
	count := 0
	show := func(records []*store.Record) {
		for _, r := range records {
			if !shown[r] {
				shown[r] = true
				count += r.Cells.Len()
			}
		}
	}
	for _, l := range m.sum.Items {
		show(l.Leads)
	}
	for _, l := range m.sum.Targets {
		show(l.Records)
	}
	for _, l := range m.sum.Indicators {
		show(l.Records)
	}
	show(m.sum.Supports)
	for _, u := range m.sum.Units {
		if u.Cover != nil {
			show([]*store.Record{u.Cover})
		}
	}
	return count + m.copies()
}

// copies counts the cells of equal copies that 数据不一致 shows beside the record's.
func (m *merger) copies() int {
	shown := map[cellAt]bool{}
	for _, c := range m.sum.Conflicts {
		for _, o := range c.Options {
			if o.Cell && !o.Own {
				shown[cellAt{o.Source, o.At}] = true
			}
		}
	}
	return len(shown)
}
