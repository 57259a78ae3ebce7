package intake

import (
	"fmt"
	"slices"

	"tianbao/seeds/finding"
)

// clear leaves in each copy what is said of the rows that count in it, so that
// fillers who split the work are not asked for one another's rows, and of rows that
// nothing ranks against another's. A copy in which no error is left has passed; one
// of which no row counts is superseded.
func (r *UnitResult) clear(copies []*File, won []int) {
	if len(copies) < 2 {
		return
	}
	kept := make([]finding.List, len(copies))
	counting := 0
	for i := range copies {
		if kept[i] = keep(copies, won, i); slices.Contains(won, i) {
			counting++
		}
	}
	for i, f := range copies {
		peer := peerOf(copies, won, i)
		switch {
		case slices.Contains(won, i):
			if f.Findings = kept[i]; f.Findings.Count(finding.Error) == 0 {
				f.Outcome = Accepted
			}
		case peer != nil:
			f.Outcome, f.Findings = Superseded, kept[i]
		case again(copies, won, i):
			f.supersede(finding.CopySame)
		default:
			f.supersede(finding.CopySuperseded, finding.Expected(describe(copies[0])))
		}
		if peer != nil {
			f.Findings = slices.Insert(f.Findings, 0, finding.New(finding.CopyTied, finding.Expected(describe(peer))))
		}
	}
	if counting > 1 {
		r.Findings.Add(finding.CopyPart, finding.Given(fmt.Sprintf("%d 份", counting)))
	}
}

// keep returns what is still to be said of copy i.
func keep(copies []*File, won []int, i int) (kept finding.List) {
	f, counts := copies[i], slices.Contains(won, i)
	for j := range f.Findings {
		if g := &f.Findings[j]; counts && f.sketch.strange(g) || matters(copies, won, i, g) {
			kept = append(kept, *g)
		}
	}
	return kept
}

// supersede says that no row of the file counts, and only that.
func (f *File) supersede(why finding.Code, opts ...finding.Option) {
	f.Outcome, f.Findings = Superseded, nil
	f.Findings.Add(why, opts...)
}

// describe names a copy by what is in it, not by its file.
func describe(f *File) string {
	words := fmt.Sprintf("第%d版", f.Identity.Revision)
	if f.sketch.modified != "" {
		words += " " + f.sketch.modified
	}
	return words
}

// strange reports a finding about a tab that the form does not have.
func (s *sketch) strange(g *finding.Finding) bool {
	return g.Place.Sheet != "" && g.Code != finding.SheetMissing && s.sheetOf(g.Place.Sheet) < 0
}

// tally counts the errors and warnings of what counts. A finding about a row counts
// in the copy whose row does, or in the newest where none fills it, and in one that
// fills it otherwise and that nothing ranks against that; one about a sheet counts
// in the newest copy and in those that have rows there. Where no copy counts, it is
// the newest file that is to be put right.
func (r *UnitResult) tally(copies []*File, won []int) {
	if len(copies) == 0 && len(r.Files) > 0 {
		copies = r.Files[:1]
	}
	for i, f := range copies {
		for j := range f.Findings {
			g := &f.Findings[j]
			if len(copies) > 1 && !matters(copies, won, i, g) {
				continue
			}
			switch g.Severity {
			case finding.Error:
				r.Errors++
			case finding.Warning:
				r.Warnings++
			}
		}
	}
}

func matters(copies []*File, won []int, i int, g *finding.Finding) bool {
	s := &copies[i].sketch
	if row := s.rowAt(g.Place); row >= 0 {
		return won[row] == i || won[row] < 0 && i == 0 || tied(copies, won, i, row)
	}
	switch g.Code {
	case finding.RowMissing:
		return i == 0 && !present(copies, g)
	case finding.SheetMissing:
		return i == 0 && !slices.ContainsFunc(copies, func(f *File) bool { return f.sketch.sheetOf(g.Place.Sheet) >= 0 })
	}
	sheet := s.sheetOf(g.Place.Sheet)
	if sheet < 0 {
		return i == 0 || slices.Contains(won, i) && g.Place.Sheet == ""
	}
	return i == 0 || slices.Contains(s.part(won, sheet), i)
}

// tied reports a row that copy i fills otherwise than the copy in which it counts,
// where nothing ranks the two: nobody has decided yet which of them is right.
func tied(copies []*File, won []int, i, row int) bool {
	f, w := copies[i], won[row]
	return w >= 0 && w != i && rank(copies[w], f) == 0 && f.sketch.differ(&copies[w].sketch, row)
}

// peerOf returns the first copy with which copy i is tied in some row, nil where
// there is none.
func peerOf(copies []*File, won []int, i int) *File {
	for row, w := range won {
		if tied(copies, won, i, row) {
			return copies[w]
		}
	}
	return nil
}

// again reports whether copy i says nothing but what the copies that count say, and
// that nothing ranks it against them.
func again(copies []*File, won []int, i int) bool {
	for row, w := range won {
		if copies[i].sketch.filled(row) && rank(copies[w], copies[i]) != 0 {
			return false
		}
	}
	return peerOf(copies, won, i) == nil
}

// part returns the rows of one sheet.
func (s *sketch) part(won []int, sheet int) []int {
	if sheet+1 < len(s.starts) {
		return won[s.starts[sheet]:s.starts[sheet+1]]
	}
	return won[s.starts[sheet]:]
}

// present reports whether a row that one copy lacks stands in another.
func present(copies []*File, g *finding.Finding) bool {
	for _, f := range copies[1:] {
		lacks := slices.ContainsFunc(f.Findings, func(h finding.Finding) bool {
			return h.Code == finding.RowMissing && h.Ref == g.Ref && h.Place.Sheet == g.Place.Sheet
		})
		if !lacks && f.sketch.sheetOf(g.Place.Sheet) >= 0 {
			return true
		}
	}
	return false
}

// standing is where a unit stands by the files that it sent.
func (r *UnitResult) standing() Status {
	best := StatusMissing
	for _, f := range r.Files {
		switch {
		case f.counts() && r.Errors > 0:
			return StatusFaulty
		case f.counts():
			return StatusAccepted
		case f.Outcome == Refused:
			best = StatusRefused
		case f.Outcome == Unreadable && best == StatusMissing:
			best = StatusUnreadable
		}
	}
	return best
}
