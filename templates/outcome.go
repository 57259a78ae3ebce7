package templates

import (
	"strings"
	"sync"

	"tianbao/templates/layout"
)

// outcome is what the self-check gives for what is filled in already, which is
// taken to be valid: what is missing is named.
func outcome(r *layout.Row, list []asked, text func(layout.Key) string, separate bool) string {
	var b strings.Builder
	word := untouched
	for _, a := range list {
		if !a.preset && text(a.Key) != "" {
			word = missing
		}
		separate = separate || a.Kind == layout.Choice && text(a.Key) == layout.Separate
	}
	if word == untouched && mayBeIdle(r) {
		return idle
	}
	for _, a := range list {
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
func (f *formulas) of(s *layout.FormSheet, r *layout.Row, list []asked) string {
	key := checkedAlike{s.Sheet, signature(r, list)}
	if made, ok := f.made.Load(key); ok {
		return made.(string)
	}
	made, _ := f.made.LoadOrStore(key, selfCheck(list, columns{s.Sheet}, inRow(s)))
	return made.(string)
}

// checkedAlike names rows that are checked alike.
type checkedAlike struct {
	sheet *layout.Sheet
	rows  string
}

// signature tells rows that are checked alike.
func signature(r *layout.Row, list []asked) string {
	var b strings.Builder
	b.WriteString(string(r.Duty))
	for _, a := range list {
		b.WriteByte(' ')
		b.WriteString(a.heading)
		b.WriteByte(byte('0' + a.needed.Op))
		if b.WriteByte(byte('0' + a.far)); a.far != layout.Unmeasured {
			times, _ := a.row.Pace()
			b.WriteByte(byte('0' + times))
		}
		if a.Choices != nil {
			b.WriteString(string(a.ListOf(a.row.Subject)))
		}
		if least, most, ok := a.Bounds(a.row.Subject); ok {
			b.WriteString(least.String() + ".." + most.String())
		}
	}
	return b.String()
}
