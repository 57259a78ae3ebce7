package intake

import (
	"slices"
	"strings"
	"time"

	"tianbao/workbook"
)

// rank is what ranks a copy, or a cell of one, against others of the unit.
type rank struct {
	revision int
	moment
}

// moment is a time as a workbook states it.
type moment struct {
	modified time.Time     // zero where it is not known
	within   time.Duration // how much later it may have been: only the day is stated
	local    bool          // no zone is stated
}

// beats reports whether a counts before b. What is not known ranks nothing.
func (a rank) beats(b rank) bool {
	if a.revision != b.revision {
		return a.revision > b.revision
	}
	return !a.modified.IsZero() && !b.modified.IsZero() && a.after(b.moment)
}

// zones is how far a clock without a zone may be from one with one.
const zones = 14 * time.Hour

// after reports whether a is surely later than b.
func (a moment) after(b moment) bool {
	apart := b.within
	if a.local != b.local {
		apart += zones
	}
	return a.modified.After(b.modified.Add(apart))
}

// rankOf reads what ranks a return of a year.
func rankOf(r workbook.Rank, year int) rank { return rank{r.Revision, momentOf(r.Modified, year)} }

// latest is how many years after the one reported on a return may have been saved.
const latest = 3

// momentOf reads a W3CDTF time; zero where it is absent or broken, or cannot be that of
// a return of the year: a clock that was never set, a library's default.
func momentOf(s string, year int) moment {
	for _, form := range []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", time.DateOnly} {
		if t, err := time.Parse(form, s); err == nil {
			if t = t.UTC(); t.Year() < year || t.Year() > year+latest {
				return moment{}
			}
			m := moment{modified: t, local: !strings.Contains(form, "Z")}
			if form == time.DateOnly {
				m.within = 24*time.Hour - time.Second
			}
			return m
		}
	}
	return moment{}
}

// election says which of the copies of a unit counts, row by row of the form: the
// newest in which the row is filled. In a copy that went out filled in, a cell that
// is unchanged ranks with the return that it came from, so of a row different cells
// may count in different copies.
type election struct {
	copies  []*File
	returns []*workbook.Return // theirs, where rows are wanted
	won     []int              // by row: the copy, -1 where none fills it
	cells   map[int][]int      // by row, where not all cells are the winner's: by column the copy
	gave    map[int]bool       // copies of which something counts
	sent    bool               // one of the copies went out filled in
}

func newElection(copies []*File) *election {
	e := &election{copies: copies, cells: map[int][]int{}, gave: map[int]bool{}}
	if len(copies) == 0 {
		return e
	}
	e.sent = slices.ContainsFunc(copies, func(f *File) bool { return f.sketch.cells != nil })
	e.won = make([]int, len(copies[0].sketch.rows))
	for row := range e.won {
		e.won[row] = e.best(row, -1, func(s *sketch) rank { return s.rowRank(row) })
		if w := e.won[row]; w >= 0 {
			e.gave[w] = true
			e.mix(row, w)
		}
	}
	return e
}

// best is the copy that fills the row and that none beats; of those that tie the one
// at hand, else the first.
func (e *election) best(row, at int, rankIn func(*sketch) rank) int {
	for i, f := range e.copies {
		if !f.sketch.filled(row) {
			continue
		}
		if at < 0 || rankIn(&f.sketch).beats(rankIn(&e.copies[at].sketch)) {
			at = i
		}
	}
	return at
}

// mix finds the cells of a row that count in another copy than the row does.
func (e *election) mix(row, winner int) {
	if !e.sent {
		return
	}
	var cells []int
	width := e.copies[winner].sketch.width(row)
	for col := range width {
		from := e.best(row, winner, func(s *sketch) rank { return s.cellRank(row, col) })
		if from == winner && cells == nil {
			continue
		}
		if cells == nil {
			cells = make([]int, width)
			for i := range cells {
				cells[i] = winner
			}
		}
		cells[col] = from
		e.gave[from] = true
	}
	if cells != nil {
		e.cells[row] = cells
	}
}

// of returns the copy that counts for a cell of the form; for the whole row where col
// is below 0.
func (e *election) of(row, col int) int {
	if cells := e.cells[row]; cells != nil && col >= 0 && col < len(cells) {
		return cells[col]
	}
	return e.won[row]
}

// equal reports whether nothing ranks what copy i says in a cell against what counts.
func (e *election) equal(row, col, i int) bool {
	from := e.of(row, col)
	w, s := &e.copies[from].sketch, &e.copies[i].sketch
	if from == i || !w.ownCell(row, col) || !s.ownCell(row, col) {
		return false
	}
	a, b := w.cellRank(row, col), s.cellRank(row, col)
	return !a.beats(b) && !b.beats(a)
}

// tied reports whether it is a row that copy i fills otherwise than it counts, where nothing ranks
// the two in some cell: nobody has decided yet which of them is right. On the cover, the first
// row, two units that are one now each say who filled theirs in.
func (e *election) tied(i, row int) bool {
	w := e.won[row]
	if w < 0 || w == i || row == 0 && e.copies[w].IssuedTo != e.copies[i].IssuedTo || !e.copies[i].sketch.differ(&e.copies[w].sketch, row) {
		return false
	}
	for col := range e.copies[i].sketch.width(row) {
		if e.equal(row, col, i) {
			return true
		}
	}
	return false
}
