package intake

import (
	"slices"

	"tianbao/workbook/finding"
)

// clear takes out of each copy what is said of rows that count in another, so that
// fillers who split the work are not asked for one another's rows. A copy in which
// no error is left has passed.
func (r *UnitResult) clear(copies []*File, won []int) {
	if len(copies) < 2 {
		return
	}
	kept := make([]finding.List, len(copies))
	for i, f := range copies {
		for j := range f.Findings {
			if g := &f.Findings[j]; f.sketch.strange(g) || matters(copies, won, i, g) {
				kept[i] = append(kept[i], *g)
			}
		}
	}
	for i, f := range copies {
		if f.Outcome == Superseded {
			continue
		}
		if f.Findings = kept[i]; f.Findings.Count(finding.Error) == 0 {
			f.Outcome = Accepted
		}
	}
}

// strange reports a finding about a tab that the form does not have.
func (s *sketch) strange(g *finding.Finding) bool {
	return g.Place.Sheet != "" && g.Code != finding.SheetMissing && s.sheetOf(g.Place.Sheet) < 0
}

// tally counts the errors and warnings of what counts. A finding about a row counts
// in the copy whose row does, or in the newest where none fills it; one about a
// sheet counts in the newest copy and in those that have rows there.
func (r *UnitResult) tally(copies []*File, won []int) {
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
		return won[row] == i || won[row] < 0 && i == 0
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
