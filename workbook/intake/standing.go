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
func (r *UnitResult) clear(e *election) {
	copies := e.copies
	if len(copies) < 2 {
		return
	}
	kept := make([]finding.List, len(copies))
	counting := 0
	for i := range copies {
		if kept[i] = e.keep(i); e.gave[i] {
			counting++
		}
	}
	for i, f := range copies {
		peer := e.peerOf(i)
		switch {
		case e.gave[i]:
			if f.Findings = kept[i]; f.Findings.Count(finding.Error) == 0 {
				f.Outcome = Accepted
			}
		case peer != nil: // not superseded: nobody has said that the other holds
			f.Findings = kept[i]
		case e.again(i):
			f.supersede(finding.CopySame)
		default:
			f.supersede(finding.CopySuperseded, finding.Expected(describe(copies[0])))
		}
		if peer != nil && !slices.Contains(r.Ties, [2]*File{f, peer}) {
			r.Ties = append(r.Ties, [2]*File{peer, f})
		}
	}
	for _, pair := range r.Ties {
		tie(pair[0], pair[1])
		tie(pair[1], pair[0])
	}
	if counting > 1 {
		r.Findings.Add(finding.CopyPart, finding.Given(fmt.Sprintf("%d 份", counting)))
	}
}

// tie says of a copy that nothing ranks it against another that says different things:
// which of them holds is to be asked, so it has not passed.
func tie(f, peer *File) {
	f.Outcome = Faulty
	f.Findings = slices.Insert(f.Findings, 0, finding.New(finding.CopyTied, finding.Expected(describe(peer))))
}

// Peers tells of each copy that is tied which one it is tied with.
func (b *Batch) Peers() map[*File]*File {
	peers := map[*File]*File{}
	for i := range b.Units {
		for _, pair := range b.Units[i].Ties {
			peers[pair[0]], peers[pair[1]] = pair[1], pair[0]
		}
	}
	return peers
}

// Against is what is said of a file, with the copy that it is tied with named as it
// lies there; nil where it is tied with none. In a summary names are not to be told.
func (f *File) Against(peer *File) finding.List {
	if peer == nil {
		return f.Findings
	}
	list := slices.Clone(f.Findings)
	for i := range list {
		if list[i].Code == finding.CopyTied {
			list[i].Given, list[i].Expected = "", ""
			list[i].Message += ":另一份是“" + peer.Path + "”"
		}
	}
	return list
}

// keep returns what is still to be said of copy i.
func (e *election) keep(i int) (kept finding.List) {
	f := e.copies[i]
	for j := range f.Findings {
		if g := &f.Findings[j]; e.gave[i] && f.sketch.strange(g) || e.matters(i, g) {
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
	if t := f.sketch.own.modified; !t.IsZero() {
		words += " " + f.sketch.modified
	}
	return words
}

// strange reports whether it is a finding about a tab that the form does not have.
func (s *sketch) strange(g *finding.Finding) bool {
	return g.Place.Sheet != "" && g.Code != finding.SheetMissing && s.sheetOf(g.Place.Sheet) < 0
}

// tally counts the errors and warnings of what counts. A finding about a row counts
// in the copy whose row does, or in the newest where none fills it, and in one that
// fills it otherwise and that nothing ranks against that; one about a sheet counts
// in the newest copy and in those that have rows there. Where no copy counts, it is
// the newest file that is to be put right.
func (r *UnitResult) tally(e *election) {
	copies := e.copies
	if len(copies) == 0 && len(r.Files) > 0 {
		copies = r.Files[:1]
	}
	for i, f := range copies {
		for j := range f.Findings {
			g := &f.Findings[j]
			if len(copies) > 1 && !e.matters(i, g) {
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

func (e *election) matters(i int, g *finding.Finding) bool {
	s := &e.copies[i].sketch
	if row := s.rowAt(g.Place); row >= 0 {
		return e.won[row] < 0 && i == 0 || e.of(row, s.colAt(g.Place)) == i || e.tied(i, row)
	}
	switch g.Code {
	case finding.RowMissing:
		return i == 0 && !present(e.copies, g)
	case finding.SheetMissing:
		return i == 0 && !slices.ContainsFunc(e.copies, func(f *File) bool { return f.sketch.sheetOf(g.Place.Sheet) >= 0 })
	}
	sheet := s.sheetOf(g.Place.Sheet)
	if sheet < 0 {
		return i == 0 || e.gave[i] && g.Place.Sheet == ""
	}
	return i == 0 || slices.Contains(e.won[s.starts[sheet]:s.end(sheet)], i)
}

// peerOf returns the first copy with which copy i is tied in some row, nil where
// there is none.
func (e *election) peerOf(i int) *File {
	for row, w := range e.won {
		if e.tied(i, row) {
			return e.copies[w]
		}
	}
	return nil
}

// again reports whether copy i says nothing but what the copies that count say, and
// that nothing ranks it against them.
func (e *election) again(i int) bool {
	own := e.copies[i].sketch.own
	for row, w := range e.won {
		if !e.copies[i].sketch.filled(row) {
			continue
		}
		if other := e.copies[w].sketch.own; other.beats(own) || own.beats(other) {
			return false
		}
	}
	return e.peerOf(i) == nil
}

// present reports whether a row that one copy lacks is in another.
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
		case f.counts() && r.Errors+len(r.Ties) > 0: // of a tie it is asked which copy holds
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
