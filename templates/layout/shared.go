package layout

import (
	"math/bits"
	"sync"
	"sync/atomic"

	"tianbao/seeds/plan"
)

// sharedRows are the rows of a sheet that are the same for every unit, each made once.
type sharedRows struct {
	mu sync.RWMutex
	of map[rowKey]*issuedRow
}

// rowKey names a row of a sheet whatever the unit. Where there is no past, what a row of
// an item or an indicator shows does not depend on the unit either.
type rowKey struct {
	item      *plan.Item
	target    *plan.Target
	indicator *plan.Indicator
	duty      plan.Duty
}

// issuedRow is a row as issued.
type issuedRow struct {
	all  cells                   // in all columns that the year has
	used columnSet               // columns to fill, or with something to show
	last atomic.Pointer[setting] // what was asked of it last
}

// cells is what a row shows.
type cells struct {
	modes  []Mode
	issued []string
}

// setting is a row with some of its columns.
type setting struct {
	columnSet
	cells
}

// list returns what rows show.
func (fs *Forms) list(k SheetKey, rows []Row) []*issuedRow {
	list, shared := make([]*issuedRow, len(rows)), fs.rows[k]
	_, none := fs.past.(nothing)
	if none {
		shared.mu.RLock()
		for i := range rows {
			list[i] = shared.of[keyOf(&rows[i])]
		}
		shared.mu.RUnlock()
	}
	for i := range rows {
		if list[i] != nil {
			continue
		}
		list[i] = fs.row(fs.sheets[k], rows[i].Subject)
		if none && rows[i].Chapter == nil {
			shared.mu.Lock()
			shared.of[keyOf(&rows[i])] = list[i]
			shared.mu.Unlock()
		}
	}
	return list
}

func keyOf(r *Row) rowKey { return rowKey{r.Item, r.Target, r.Indicator, r.Duty} }

// row works out what a row shows.
func (fs *Forms) row(s *Sheet, sub Subject) *issuedRow {
	r := &issuedRow{all: cells{make([]Mode, len(s.Columns)), make([]string, len(s.Columns))}}
	for i := range s.Columns {
		mode, text := s.Columns[i].issue(sub, fs.Frame, fs.past)
		if r.all.modes[i], r.all.issued[i] = mode, text; s.Columns[i].Role == Check || mode == Open || mode == Locked && text != "" {
			r.used |= 1 << i
		}
	}
	return r
}

// usedBy returns the columns that some row uses.
func usedBy(list []*issuedRow) (set columnSet) {
	for _, r := range list {
		set |= r.used
	}
	return set
}

// with returns the row with some of its columns, the same one for the same columns as
// before.
func (r *issuedRow) with(set columnSet) cells {
	if last := r.last.Load(); last != nil && last.columnSet == set {
		return last.cells
	}
	n := bits.OnesCount64(uint64(set))
	only := &setting{set, cells{make([]Mode, 0, n), make([]string, 0, n)}}
	for i := range r.all.modes {
		if set.has(i) {
			only.modes, only.issued = append(only.modes, r.all.modes[i]), append(only.issued, r.all.issued[i])
		}
	}
	r.last.Store(only)
	return only.cells
}

// issue says what a cell is and what it shows.
func (c *Column) issue(s Subject, f Frame, past Past) (mode Mode, text string) {
	mode = c.mode(s)
	if c.Issue != nil && (mode != Absent || c.Known) {
		text = c.Issue(s, f, past)
	}
	switch {
	case c.Known && text != "":
		return Locked, text
	case mode == Absent:
		return Absent, NotApplicable
	}
	return mode, text
}

func (c *Column) mode(s Subject) Mode {
	switch {
	case s.Closed && c.Role == Fill:
		return Absent
	case c.Mode != nil:
		return c.Mode(s)
	case c.Role == Fill:
		return Open
	}
	return Locked
}
