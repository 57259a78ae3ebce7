// Package clause reads what a plan document says of who is responsible: it cuts a
// clause from the text it stands for, parts it into segments, and gives every unit it
// names its role. Each segment is read by itself; one that is not understood is kept
// and handed back, and the others count. The package invents no unit: what is not the
// name of one is no unit. It does not know items, tables or headings.
package clause

import (
	"slices"
	"strings"

	"tianbao/seeds/words"
)

// Name is a name as written, and in full where its prefix was left out.
type Name struct{ Written, Full string }

// Said is what a clause says, in its order.
type Said struct {
	Lead, Support []Name
	Open          bool     // 等: the list is not closed
	Equal         bool     // several are listed as responsible, and none of them leads by a word
	Led           bool     // one is said to lead
	Bare          bool     // no word says what they do: (市科技局、各县区政府)
	Due           string   // 完成时限, as written
	Notes         []string // persons, times and other remarks, as written
	Unread        []string // segments that are not understood, as written
}

// Nobody reports whether a clause names no unit.
func (s *Said) Nobody() bool { return len(s.Lead)+len(s.Support) == 0 }

// Reader reads clauses with what the document says of all of them.
type Reader struct {
	BareEnds   bool              // tasks of the document end in brackets of nothing but units
	SpokenEnds bool              // tasks of the document end in a sentence of who does them
	BareLines  bool              // lines of nothing but units follow the tasks of the document
	AtTasks    map[string]bool   // labels at tasks in the document that elsewhere are none, or not of units
	order      Order             // 列第一位者为牵头单位
	known      func(string) bool // names met before
	places     []string          // 亳州, 青河: what the places of the document are called
	words      vocabulary
	prefix     string          // level of the last name of the clause being read
	beside     []string        // names of the list being read that are told by those beside them
	depth      int             // roles within the role being read
	memory     map[string]Said // clauses read with what is known now
}

// NewReader returns a reader with a vocabulary. Known tells names met before.
func NewReader(table *words.Table, known func(string) bool) *Reader {
	return &Reader{words: newVocabulary(table), known: known, memory: map[string]Said{}}
}

// Know changes what names are known; what was read before is read anew.
func (rd *Reader) Know(known func(string) bool, places []string) {
	rd.known, rd.places = known, places
	clear(rd.memory)
}

// LeadBy says which of a list leads by its place, where the document rules so; what was read before is read anew.
func (rd *Reader) LeadBy(order Order) {
	rd.order = order
	clear(rd.memory)
}

// Read reads a clause as written, with its brackets.
func (rd *Reader) Read(clause string) Said {
	if said, done := rd.memory[clause]; done {
		return said
	}
	said := rd.readAnew(clause)
	rd.memory[clause] = said
	return said
}

func (rd *Reader) readAnew(clause string) Said {
	rd.prefix = ""
	sc := &scan{rd: rd}
	sc.order = rd.order
	if rd.ownOrder(clause) {
		sc.order = Order{First: true, Lists: 1}
	}
	for _, inner := range unwrap(rd, newPassage(rd.withoutNotes(clause))) {
		if isLegend(inner) {
			sc.out.note(inner.written())
			continue
		}
		sc.begin()
		for _, seg := range rd.segments(rd.withoutRules(inner)) {
			sc.segment(seg)
		}
	}
	return sc.settle()
}

// appendNew appends what the list does not hold yet.
func appendNew[T comparable](list []T, more ...T) []T {
	for _, one := range more {
		if !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list
}

// note keeps words that name no unit.
func (s *Said) note(words string) {
	if words = strings.TrimSpace(words); words != "" {
		s.Notes = append(s.Notes, words)
	}
}
