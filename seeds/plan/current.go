package plan

import "slices"

// Current returns the plan as it is reported on now: whoever has a 承接单位 is named by the
// unit that answers in its place, and each unit once. A plan in which every unit answers
// for itself is returned as it is.
func (p *Plan) Current() *Plan {
	if len(p.Reporters()) == len(p.Units) {
		return p
	}
	now := p.Answering()
	next := *p
	next.Items, next.Indicators, next.Groups = slices.Clone(p.Items), slices.Clone(p.Indicators), slices.Clone(p.Groups)
	for i := range next.Items {
		it := &next.Items[i]
		it.Lead = currentParties(it.Lead, now)
		leads := it.LeadUnits()
		it.Support = slices.DeleteFunc(currentParties(it.Support, now), func(party Party) bool {
			return len(party.Units) == 1 && slices.Contains(leads, party.Units[0])
		})
	}
	for i := range next.Indicators {
		in := &next.Indicators[i]
		in.Units, in.DataUnits = currentNames(in.Units, now), currentNames(in.DataUnits, now)
	}
	for i := range next.Groups {
		next.Groups[i].Members = currentNames(next.Groups[i].Members, now)
	}
	return &next
}

// currentParties names the parties by who answers now. Of a unit that several of them
// come to stand for, the strictest duty holds.
func currentParties(parties []Party, now map[string]string) []Party {
	list := make([]Party, 0, len(parties))
	for _, party := range parties {
		units := currentNames(party.Units, now)
		if len(units) == 1 && units[0] != party.Units[0] {
			party.Name = units[0]
		}
		party.Units = units
		at := slices.IndexFunc(list, func(other Party) bool { return len(units) == 1 && slices.Equal(other.Units, units) })
		if at < 0 {
			list = append(list, party)
		} else if stricter(party.Duty, list[at].Duty) {
			list[at].Duty = party.Duty
		}
	}
	return list
}

// currentNames are the units that answer now, each once; a name that is no unit's stays.
func currentNames(names []string, now map[string]string) []string {
	if names == nil {
		return nil
	}
	list := make([]string, 0, len(names))
	for _, name := range names {
		if unit, known := now[name]; known {
			name = unit
		}
		if !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return list
}
