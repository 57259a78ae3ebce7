package sample

import (
	"fmt"
	"strconv"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
)

// Size is how large an invented plan is. What a unit leads is led by every unit
// of the same seat, so that a plan for ten thousand units is not ten thousand
// times as long; with as many seats as units, or 0, nobody shares.
type Size struct {
	Units      int
	Seats      int
	Lead       int // items a unit leads
	Targets    int // of each item
	Support    int // items a unit supports, which the next seats lead
	Indicators int // a unit answers for
}

// Plan makes up a plan. The same size gives the same plan.
func Plan(s Size) *plan.Plan {
	if s.Seats < 1 || s.Seats > s.Units {
		s.Seats = s.Units
	}
	p := &plan.Plan{
		ID: "SAMPLE", Title: Mark + "重点任务分工方案",
		Period: plan.Period{Base: 2020, First: 2021, Last: 2025}, Deadline: plan.Deadline{Month: 3, Day: 31},
		Tolerance: plan.UsualTolerance(),
	}
	seats := make([][]string, s.Seats)
	width := len(strconv.Itoa(s.Units)) // names of one length: none looks like another cut short
	for i := range s.Units {
		name := fmt.Sprintf("第%0*d单位", width, i+1)
		p.Units = append(p.Units, plan.Unit{ID: fmt.Sprintf("%03d", i+1), Name: name, Kind: "市直部门"})
		seats[i%s.Seats] = append(seats[i%s.Seats], name)
	}
	for i, members := range seats {
		if len(members) > 1 {
			p.Groups = append(p.Groups, plan.Group{Name: groupName(i), Members: members})
		}
	}
	for seat := range s.Seats {
		s.addSeat(p, seats, seat)
	}
	return p
}

func groupName(seat int) string { return fmt.Sprintf("各第%d方面单位", seat+1) }

// party is a seat as clauses name it: its only unit, or the group of them.
func party(seats [][]string, seat int, duty plan.Duty) plan.Party {
	if len(seats[seat]) > 1 {
		return plan.Party{Name: groupName(seat), Units: seats[seat], Duty: duty}
	}
	return plan.Party{Name: seats[seat][0], Units: seats[seat], Duty: duty}
}

// addSeat adds the chapter and the indicators of a seat.
func (s Size) addSeat(p *plan.Plan, seats [][]string, seat int) {
	var refs []string
	for i := range s.Lead {
		it := s.item(seats, seat, i)
		refs = append(refs, it.Ref)
		p.Items = append(p.Items, it)
	}
	p.Chapters = append(p.Chapters, plan.Chapter{No: seat + 1, Title: fmt.Sprintf("推进第%d方面工作", seat+1),
		Sections: []plan.Section{{No: 1, Title: "重点任务", Tasks: []plan.Task{{Title: "重点任务", Refs: refs}}}}})
	for i := range s.Indicators {
		no := seat*s.Indicators + i + 1
		in := plan.Indicator{No: no, Category: "经济发展", Name: fmt.Sprintf("第%d项总量", no), Unit: "亿元", Target: "1500", Growth: "-", Known: plan.Known{Base: "1000"}, Units: seats[seat]}
		if i%3 == 1 {
			in.Name, in.Unit, in.Target, in.Growth, in.Base = fmt.Sprintf("第%d项增长", no), "%", "-", "7.5左右", ""
		}
		p.Indicators = append(p.Indicators, in)
	}
}

// item is one of a seat's items, supported by seats after it in turn, so that every
// unit supports as many as it is to. That holds up to Lead items of each other seat.
func (s Size) item(seats [][]string, seat, i int) plan.Item {
	no := seat*s.Lead + i + 1
	ref := fmt.Sprint(no)
	it := plan.Item{
		Ref: ref, Chapter: seat + 1, Section: 1, Task: no, Title: fmt.Sprintf("推进第%d项重点工作", no),
		Text: fmt.Sprintf("推进第%d项重点工作。加强统筹协调,完善工作机制,落实重点项目,力争新建示范平台10个,培育骨干企业20家以上,带动相关产业加快发展,形成一批可复制可推广的经验做法。", no),
		Lead: []plan.Party{party(seats, seat, "")},
	}
	for j := i; j < s.Support && len(seats) > 1; j += s.Lead {
		other := (seat + 1 + (i+j/s.Lead)%(len(seats)-1)) % len(seats)
		it.Support = append(it.Support, party(seats, other, plan.DutyMust))
	}
	for j := range s.Targets {
		goal := decimal.NewFromInt(int64(10 * (j + 1)))
		basis := []plan.Basis{plan.Cumulative, plan.Level, plan.Annual}[j%3]
		it.Targets = append(it.Targets, plan.Target{ID: fmt.Sprintf("%s-%d", ref, j+1), Phrase: fmt.Sprintf("新建示范平台%s个", goal), Measure: "示范平台",
			Op: plan.AtLeast, Min: goal, Max: goal, Unit: "个", Due: "2025", Basis: basis})
	}
	return it
}
