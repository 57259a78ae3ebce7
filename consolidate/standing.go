package consolidate

// Standing is how the items stand, counted once.
type Standing struct {
	Chapters []string                  // headings of chapters that have items, in order
	Items    map[string]map[string]int // by chapter ("" the city) and status
}

func (m *merger) standing() Standing {
	st := Standing{Items: map[string]map[string]int{"": {}}}
	for _, l := range m.sum.Items {
		word := l.StatusWord()
		if st.Items[l.ChapterHead] == nil {
			st.Items[l.ChapterHead] = map[string]int{}
			st.Chapters = append(st.Chapters, l.ChapterHead)
		}
		st.Items[l.ChapterHead][word]++
		st.Items[""][word]++
	}
	return st
}
