package layout

import (
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// How far a figure may be from last year's before it is asked about. Rule and formula
// share these.
const (
	FarTimes       = 2  // times last year's value, up or down
	FarPoints      = 30 // percentage points against last year
	FarShareTimes  = 5  // times last year's share, up or down
	FarShareLeast  = 10 // shares below this go up and down as they like
	FarWholeBefore = 10 // whole numbers below this go up and down as they like
)

// Judged is the column of the number that a row is judged by.
func (s Subject) Judged() Key {
	switch {
	case s.Target == nil:
		return Actual
	case s.Target.OfYear():
		return ThisYear
	}
	return Total
}

// Before is the column in which last year's value of Judged stands.
func (s Subject) Before() Key {
	if s.Target == nil {
		return PrevActual
	}
	return PrevTotal
}

// Pace is by how much last year's value grows where nothing changes: a sum by the
// share of its years.
func (s Subject) Pace() (times, over int) {
	years := s.Year - s.Plan.Period.Base
	if s.Target == nil || s.Target.Basis != plan.Cumulative || years < 2 {
		return 1, 1
	}
	return years, years - 1
}

// Distance is how a figure is held against last year's.
type Distance uint8

// The distances.
const (
	Unmeasured Distance = iota // nothing is known of last year
	ByTimes
	ByPoints // a rate
	ByShare  // a share: by points, and by a larger factor
)

// Distance says how a row's judged figure is held against last year's. A standard
// (50年一遇) is reached in one step.
func (s *FormSheet) Distance(r *Row) Distance {
	i, j := s.Index(r.Judged()), s.Index(r.Before())
	if i < 0 || j < 0 || r.Modes[i] != Open || !text.IsPlain(r.Issued[j]) || r.Target != nil && r.Target.Standard() {
		return Unmeasured
	}
	switch c := &s.Columns[i]; {
	case !c.IsPercent(r.Subject):
		return ByTimes
	case c.IsRate(r.Subject):
		return ByPoints
	}
	return ByShare
}
