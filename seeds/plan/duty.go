package plan

// Assignment is what a plan asks of one reporting unit, in the document's order.
// A unit that leads an item does not support it; 免报 is left out.
type Assignment struct {
	Lead       []*Item
	Support    []Supported
	Indicators []*Indicator
}

// Supported is an item a unit supports, with its strictest duty.
type Supported struct {
	Item *Item
	Duty Duty
}

// Assignments is what a plan asks of its reporting units. Of ten thousand units it
// is much: it is kept as numbers of the plan's items and indicators.
type Assignments struct {
	plan *Plan
	own  map[string]*seat // by the name of the unit that reports
}

// Assignments gathers what the plan asks of each reporting unit.
func (p *Plan) Assignments() *Assignments {
	own := make(map[string]*seat, len(p.Units))
	for _, u := range p.Reporters() {
		own[u.Name] = &seat{}
	}
	all := p.seats(own)
	for i := range p.Items {
		all.lead(int32(i+1), p.Items[i].Lead)
		all.support(int32(i+1), p.Items[i].Support)
	}
	for i := range p.Indicators {
		all.answer(int32(i+1), p.Indicators[i].Units)
	}
	return &Assignments{p, own}
}

// Of returns what is asked of a unit; nothing of one that does not report. Items
// and indicators are the plan's own.
func (a *Assignments) Of(unit string) Assignment {
	s := a.own[unit]
	if s == nil {
		return Assignment{}
	}
	var all Assignment
	for _, n := range s.leads {
		all.Lead = append(all.Lead, &a.plan.Items[n-1])
	}
	for i, n := range s.supports {
		all.Support = append(all.Support, Supported{Item: &a.plan.Items[n-1], Duty: duties[s.duties[i]]})
	}
	for _, n := range s.answers {
		all.Indicators = append(all.Indicators, &a.plan.Indicators[n-1])
	}
	return all
}

// seat is what is asked of one reporting unit, by number from 1.
type seat struct {
	leads, supports, answers []int32
	duties                   []int8 // of supports, as an index of duties
}

// seats are found by every name of a unit.
type seats map[string]*seat

func (p *Plan) seats(own map[string]*seat) seats {
	all := seats{}
	for name, unit := range p.Answering() {
		if s := own[unit]; s != nil {
			all[name] = s
		}
	}
	return all
}

func (s seats) lead(item int32, parties []Party) {
	for _, party := range parties {
		for _, name := range party.Units {
			if at := s[name]; at != nil && last(at.leads) != item {
				at.leads = append(at.leads, item)
			}
		}
	}
}

// support gives an item to the units that support it, each with its strictest duty.
// One that leads the item does not support it, and 免报 is left out.
func (s seats) support(item int32, parties []Party) {
	var asked []*seat
	for _, party := range parties {
		for _, name := range party.Units {
			at := s[name]
			if at == nil || last(at.leads) == item {
				continue
			}
			if last(at.supports) != item {
				at.supports, at.duties, asked = append(at.supports, item), append(at.duties, 0), append(asked, at)
			}
			duty := &at.duties[len(at.duties)-1]
			*duty = max(*duty, strictness(party.Duty))
		}
	}
	for _, at := range asked {
		if n := len(at.duties) - 1; duties[at.duties[n]] == DutySpare {
			at.supports, at.duties = at.supports[:n], at.duties[:n]
		}
	}
}

func (s seats) answer(indicator int32, units []string) {
	for _, name := range units {
		if at := s[name]; at != nil && last(at.answers) != indicator {
			at.answers = append(at.answers, indicator)
		}
	}
}

// last is the number that was given last, 0 before the first.
func last(numbers []int32) int32 {
	if len(numbers) == 0 {
		return 0
	}
	return numbers[len(numbers)-1]
}

// Answering maps every name and alias of a unit to the unit that reports for it now,
// following 承接单位.
func (p *Plan) Answering() map[string]string {
	to := make(map[string]string, 2*len(p.Units))
	next := make(map[string]string)
	for i := range p.Units {
		u := &p.Units[i]
		to[u.Name] = u.Name
		for _, alias := range u.Aliases {
			if _, taken := to[alias]; !taken {
				to[alias] = u.Name
			}
		}
		next[u.Name] = u.Successor
	}
	follow := func(name string) string {
		for range p.Units {
			after, known := to[next[name]]
			if !known || next[name] == "" {
				break
			}
			name = after
		}
		return name
	}
	final := make(map[string]string, len(to))
	for name, unit := range to {
		final[name] = follow(unit)
	}
	return final
}

// Reporters returns the units that report, in the register's order: those with
// no 承接单位.
func (p *Plan) Reporters() []*Unit {
	var units []*Unit
	for i := range p.Units {
		if p.Units[i].Successor == "" {
			units = append(units, &p.Units[i])
		}
	}
	return units
}
