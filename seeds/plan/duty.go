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
	reporter := p.reporters()
	all := make(map[string]*Assignment, len(p.Units))
	for _, u := range p.Reporters() {
		all[u.Name] = &Assignment{}
	}
	for i := range p.Items {
		p.Items[i].assign(all, reporter)
	}
	for i := range p.Indicators {
		in := &p.Indicators[i]
		seen := map[string]bool{}
		for _, name := range in.Units {
			if a := all[reporter[name]]; a != nil && !seen[reporter[name]] {
				a.Indicators = append(a.Indicators, in)
				seen[reporter[name]] = true
			}
		}
	}
	for _, a := range all { // of ten thousand units the room for more would be most
		a.Lead, a.Support = slices.Clone(a.Lead), slices.Clone(a.Support)
	}
	return all
}

// assign gives the item to the units of its parties.
func (it *Item) assign(all map[string]*Assignment, reporter map[string]string) {
	leads := map[string]bool{}
	for _, name := range it.LeadUnits() {
		if a := all[reporter[name]]; a != nil && !leads[reporter[name]] {
			a.Lead = append(a.Lead, it)
			leads[reporter[name]] = true
		}
	}
	duties := map[string]Duty{}
	var order []string
	for _, party := range it.Support {
		for _, name := range party.Units {
			unit := reporter[name]
			if _, seen := duties[unit]; !seen {
				order = append(order, unit)
			}
			if stricter(party.Duty, duties[unit]) {
				duties[unit] = party.Duty
			}
		}
	}
	for _, unit := range order {
		if a := all[unit]; a != nil && !leads[unit] && duties[unit] != DutySpare {
			a.Support = append(a.Support, Supported{Item: it, Duty: duties[unit]})
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
