package templates

import (
	"strings"
	"sync"

	"tianbao/templates/layout"
)

// outcome is what the self-check gives for what is filled in already, which is
// taken to be valid: what is missing is named.
func outcome(list []asked, text func(layout.Key) string, separate bool) string {
	var b strings.Builder
	word := untouched
	for _, a := range list {
		if !a.preset && text(a.Key) != "" {
			word = missing
		}
		if !separate && text(a.Key) == "" && a.needed.Holds(text) {
			b.WriteString(a.quoted())
		}
	}
	if b.Len() == 0 {
		return fine
	}
	return word + b.String()
}

// formulas keeps the self-checks of table rows by what sets them apart: the sheet,
// and what is asked of each cell.
type formulas struct{ made sync.Map }

// of returns the self-check of a table row, as the formula of a name that means
// the row it is used in.
func (f *formulas) of(s *layout.FormSheet, list []asked) string {
	key := signature(s, list)
	if made, ok := f.made.Load(key); ok {
		return made.(string)
	}
	made, _ := f.made.LoadOrStore(key, selfCheck(list, columns{s.Sheet}, inRow(s)))
	return made.(string)
}

// signature tells rows that are checked alike.
func signature(s *layout.FormSheet, list []asked) string {
	var b strings.Builder
	b.WriteString(string(s.Key))
	for _, a := range list {
		b.WriteByte(' ')
		b.WriteString(a.heading)
		b.WriteByte(byte('0' + a.needed.Op))
		if least, most, ok := a.Bounds(a.row.Subject); ok {
			b.WriteString(least.String() + ".." + most.String())
		}
	}
	return b.String()
}
