package intake

import (
	"cmp"
	"slices"
	"time"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// settle sorts the files by unit and resolves the copies of each. Files that are
// nil have been passed over.
func (b *Batch) settle(files []*File, p *plan.Plan) {
	byUnit, names := map[string][]*File{}, p.Names()
	for _, f := range files {
		switch {
		case f == nil:
		case f.Unit == "" || !reports(names[f.Unit]):
			b.Unassigned = append(b.Unassigned, f)
		default:
			byUnit[f.Unit] = append(byUnit[f.Unit], f)
		}
	}
	for _, u := range p.Reporters() {
		r := UnitResult{Unit: u, Files: byUnit[u.Name]}
		slices.SortFunc(r.Files, newestFirst)
		r.resolve()
		b.Files = append(b.Files, r.Files...)
		b.Units = append(b.Units, r)
	}
	slices.SortFunc(b.Unassigned, func(x, y *File) int {
		return cmp.Or(cmp.Compare(x.SHA256, y.SHA256), cmp.Compare(x.Path, y.Path))
	})
	b.Files = append(b.Files, b.Unassigned...)
}

func reports(u *plan.Unit) bool { return u != nil && u.Successor == "" }

// newestFirst orders copies by year, 版次 and the workbook's own modified time. Of
// those that tie the one with fewer errors comes first, so that a cell that cannot
// be read does not stand in the way of one that can; then content decides, names
// come last and decide nothing.
func newestFirst(a, b *File) int {
	return cmp.Or(rank(a, b), cmp.Compare(a.Findings.Count(finding.Error), b.Findings.Count(finding.Error)), cmp.Compare(a.SHA256, b.SHA256), cmp.Compare(a.Path, b.Path))
}

func rank(a, b *File) int {
	return cmp.Or(
		cmp.Compare(b.Identity.Year, a.Identity.Year),
		cmp.Compare(b.Identity.Revision, a.Identity.Revision),
		moment(b.sketch.modified).Compare(moment(a.sketch.modified)),
	)
}

// moment reads a W3CDTF time; one that is absent or broken is the oldest.
func moment(s string) time.Time {
	for _, form := range []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", time.DateOnly} {
		if t, err := time.Parse(form, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// counts reports whether rows of the file may count.
func (f *File) counts() bool { return f.Outcome == Accepted || f.Outcome == Faulty }

// resolve decides row by row which copy counts, and where the unit stands.
func (r *UnitResult) resolve() {
	copies := r.copies()
	won := winners(copies)
	r.rows(copies, won)
	r.tally(copies, won)
	r.clear(copies, won)
	r.Status = r.standing()
	for _, f := range r.Files {
		if f.counts() {
			r.Separate = f.sketch.separate
			break
		}
	}
	if r.Separate {
		r.Status = StatusSeparate
	}
}

// copies are the files of the newest year whose rows may count, newest first, each
// content once.
func (r *UnitResult) copies() []*File {
	var copies []*File
	seen := map[string]bool{}
	for _, f := range r.Files {
		switch {
		case !f.counts() || len(copies) > 0 && f.Identity.Year != copies[0].Identity.Year:
		case seen[f.SHA256]:
			f.supersede(finding.CopySame)
		default:
			seen[f.SHA256] = true
			copies = append(copies, f)
		}
	}
	return copies
}

// winners says of each row of the form which copy counts: the newest that fills
// it, -1 where none does.
func winners(copies []*File) []int {
	if len(copies) == 0 {
		return nil
	}
	won := make([]int, len(copies[0].sketch.rows))
	for i := range won {
		won[i] = slices.IndexFunc(copies, func(f *File) bool { return f.sketch.filled(i) })
	}
	return won
}

// rows lists the rows that count, in the order of the form, with their rivals.
func (r *UnitResult) rows(copies []*File, won []int) {
	if len(copies) == 0 || copies[0].Return == nil {
		return
	}
	i := 0
	for _, fs := range copies[0].Return.Form.Sheets {
		for j := range fs.Rows {
			if w := won[i]; w >= 0 {
				r.Rows = append(r.Rows, resolved(copies, w, i, fs.Key, fs.Rows[j].Ref))
			}
			i++
		}
	}
}

// resolved is a row of the form that counts in copy w.
func resolved(copies []*File, w, row int, k layout.SheetKey, ref string) Resolved {
	f := copies[w]
	res := Resolved{Row: f.Return.Sheet(k).Row(ref), File: f}
	for _, other := range copies {
		if other.sketch.differ(&f.sketch, row) {
			res.Rivals = append(res.Rivals, Rival{Row: other.Return.Sheet(k).Row(ref), File: other, Equal: rank(f, other) == 0})
		}
	}
	return res
}
