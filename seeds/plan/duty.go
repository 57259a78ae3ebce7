package plan

import "slices"

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

// Assignments returns what the plan asks of each reporting unit, by its name. The
// items are the plan's own.
func (p *Plan) Assignments() map[string]*Assignment {
	seats := p.seats()
	for i := range p.Items {
		seats.lead(&p.Items[i])
		seats.support(&p.Items[i])
	}
	for i := range p.Indicators {
		seats.answer(&p.Indicators[i])
	}
	all := make(map[string]*Assignment, len(p.Units))
	for _, u := range p.Reporters() {
		a := &seats[u.Name].Assignment
		// of ten thousand units the room for more would be most
		a.Lead, a.Support = slices.Clone(a.Lead), slices.Clone(a.Support)
		all[u.Name] = a
	}
	return all
}

// seat gathers what is asked of one reporting unit; it remembers what it was last
// asked, so that a unit named twice is asked once.
type seat struct {
	Assignment
	led, supported *Item
	answered       *Indicator
	duty           Duty // towards the item last supported
}

// seats are found by every name of a unit.
type seats map[string]*seat

func (p *Plan) seats() seats {
	own := make(map[string]*seat, len(p.Units))
	for _, u := range p.Reporters() {
		own[u.Name] = &seat{}
	}
	all := seats{}
	for name, unit := range p.reporters() {
		if s := own[unit]; s != nil {
			all[name] = s
		}
	}
	return all
}

func (s seats) lead(it *Item) {
	for _, party := range it.Lead {
		for _, name := range party.Units {
			if at := s[name]; at != nil && at.led != it {
				at.led, at.Lead = it, append(at.Lead, it)
			}
		}
	}
}

func (s seats) support(it *Item) {
	var asked []*seat
	for _, party := range it.Support {
		for _, name := range party.Units {
			at := s[name]
			if at == nil || at.led == it {
				continue
			}
			if at.supported != it {
				at.supported, at.duty, asked = it, "", append(asked, at)
			}
			if stricter(party.Duty, at.duty) {
				at.duty = party.Duty
			}
		}
	}
	for _, at := range asked {
		if at.duty != DutySpare {
			at.Support = append(at.Support, Supported{Item: it, Duty: at.duty})
		}
	}
}

func (s seats) answer(in *Indicator) {
	for _, name := range in.Units {
		if at := s[name]; at != nil && at.answered != in {
			at.answered, at.Indicators = in, append(at.Indicators, in)
		}
	}
}

// reporters maps every name and alias of a unit to the unit that reports for it
// now, following 承接单位.
func (p *Plan) reporters() map[string]string {
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
