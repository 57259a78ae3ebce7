package consolidate

import "tianbao/templates/layout"

// standing is how the items stand, counted once.
type standing struct {
	chapters  []string                  // headings of chapters that have items, in order
	items     map[string]map[string]int // by chapter ("" the city) and status
	leads     map[string]leadCount      // by lead unit
	leadUnits []string                  // in the register's order
}

// leadCount is how the items of a lead unit stand.
type leadCount struct{ total, well, ill int }

func (m *merger) standing() standing {
	st := standing{items: map[string]map[string]int{"": {}}, leads: map[string]leadCount{}}
	for _, l := range m.sum.Items {
		word := l.statusWord()
		if st.items[l.chapter] == nil {
			st.items[l.chapter] = map[string]int{}
			st.chapters = append(st.chapters, l.chapter)
		}
		st.items[l.chapter][word]++
		st.items[""][word]++
		for _, u := range l.LeadUnits() {
			st.leads[u] = st.leads[u].with(word)
		}
	}
	for i := range m.in.Plan.Units {
		if name := m.in.Plan.Units[i].Name; st.leads[name].total > 0 {
			st.leadUnits = append(st.leadUnits, name)
		}
	}
	return st
}

func (c leadCount) with(status string) leadCount {
	c.total++
	switch status {
	case layout.StatusDone, layout.StatusOnTrack:
		c.well++
	case layout.StatusBehind, layout.StatusNotStarted:
		c.ill++
	}
	return c
}
