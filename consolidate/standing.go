package consolidate

import "tianbao/templates/layout"

// Standing is how the items stand, counted once.
type Standing struct {
	Chapters  []string                  // headings of chapters that have items, in order
	Items     map[string]map[string]int // by chapter ("" the city) and status
	Leads     map[string]LeadCount      // by lead unit
	LeadUnits []string                  // in the register's order
}

// LeadCount is how the items of a lead unit stand.
type LeadCount struct{ Total, Well, Ill int }

func (m *merger) standing() Standing {
	st := Standing{Items: map[string]map[string]int{"": {}}, Leads: map[string]LeadCount{}}
	for _, l := range m.sum.Items {
		word := l.StatusWord()
		if st.Items[l.ChapterHead] == nil {
			st.Items[l.ChapterHead] = map[string]int{}
			st.Chapters = append(st.Chapters, l.ChapterHead)
		}
		st.Items[l.ChapterHead][word]++
		st.Items[""][word]++
		for _, u := range l.LeadUnits() {
			st.Leads[u] = st.Leads[u].with(word)
		}
	}
	for i := range m.in.Plan.Units {
		if name := m.in.Plan.Units[i].Name; st.Leads[name].Total > 0 {
			st.LeadUnits = append(st.LeadUnits, name)
		}
	}
	return st
}

func (c LeadCount) with(status string) LeadCount {
	c.Total++
	switch status {
	case layout.StatusDone, layout.StatusOnTrack:
		c.Well++
	case layout.StatusBehind, layout.StatusNotStarted:
		c.Ill++
	}
	return c
}
