package intake

import (
	"cmp"
	"iter"
	"slices"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// NewBatch is the batch of files, the copies of each unit resolved.
func NewBatch(forms *layout.Forms, files ...*File) *Batch {
	b := &Batch{Year: forms.Frame.Year, Forms: forms}
	b.settle(files, forms.Plan)
	return b
}

// settle sorts the files by unit and resolves the copies of each. Files that are
// nil have been passed over.
func (b *Batch) settle(files []*File, p *plan.Plan) {
	byUnit, names := map[string][]*File{}, p.Names()
	for _, f := range files {
		switch {
		case f == nil:
		case f.Unit == "" || names[f.Unit] == nil || names[f.Unit].Successor != "":
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

// newestFirst orders copies by 版次 and the workbook's own modified time. Of
// those that tie the one with fewer errors comes first, so that a cell that cannot
// be read is not in the way of one that can; then content decides, names
// come last and decide nothing.
func newestFirst(a, b *File) int {
	x, y := a.sketch.own, b.sketch.own
	return cmp.Or(cmp.Compare(y.revision, x.revision), y.modified.Compare(x.modified),
		cmp.Compare(a.Findings.Count(finding.Error), b.Findings.Count(finding.Error)), cmp.Compare(a.SHA256, b.SHA256), cmp.Compare(a.Path, b.Path))
}

// counts reports whether rows of the file may count.
func (f *File) counts() bool { return f.Outcome == Accepted || f.Outcome == Faulty }

// resolve decides cell by cell which copy counts, and where the unit stands.
func (r *UnitResult) resolve() {
	for _, f := range r.Files {
		f.Found = f.Findings
	}
	r.copies = r.mayCount()
	e := newElection(r.copies)
	r.tally(e)
	r.clear(e)
	r.Status = r.standing()
	if i := slices.IndexFunc(r.Files, (*File).counts); i >= 0 && r.Files[i].sketch.separate {
		r.Separate, r.Status = true, StatusSeparate
	}
}

// mayCount lists the files whose rows may count, newest first, each content once.
func (r *UnitResult) mayCount() []*File {
	var copies []*File
	seen := map[string]bool{}
	for _, f := range r.Files {
		switch {
		case !f.counts():
		case seen[f.SHA256]:
			f.supersede(finding.CopySame)
		default:
			seen[f.SHA256] = true
			copies = append(copies, f)
		}
	}
	return copies
}

// Rows goes over the units in the register's order, each with the rows that count and
// their rivals, in the order of the form; none where the returns are not kept.
func (b *Batch) Rows() iter.Seq2[*UnitResult, []Resolved] {
	return func(yield func(*UnitResult, []Resolved) bool) {
		for i := range b.Units {
			u := &b.Units[i]
			more := yield(u, b.rowsOf(u))
			if b.once {
				for _, f := range u.Files {
					f.packed = nil
				}
			}
			if !more {
				return
			}
		}
	}
}

func (b *Batch) rowsOf(u *UnitResult) (rows []Resolved) {
	e := newElection(u.copies)
	for _, f := range u.copies {
		if !f.Kept() {
			return nil
		}
		e.returns = append(e.returns, b.Return(f))
	}
	if len(e.returns) == 0 {
		return nil
	}
	i := 0
	for _, fs := range e.returns[0].Form.Sheets {
		for j := range fs.Rows {
			if e.won[i] >= 0 {
				rows = append(rows, e.resolved(i, fs.Key, fs.Rows[j].Ref))
			}
			i++
		}
	}
	return rows
}

// resolved is a row of the form that counts, its cells each of the copy that counts
// for it.
func (e *election) resolved(row int, k layout.SheetKey, ref string) Resolved {
	f := e.copies[e.won[row]]
	res := Resolved{Row: e.returns[e.won[row]].Sheet(k).Row(ref), File: f}
	if cells := e.cells[row]; cells != nil {
		values := slices.Clone(res.Row.Values)
		res.files = make([]*File, len(cells))
		for i, c := range cells {
			res.files[i] = e.copies[c]
			if from := e.returns[c].Sheet(k).Row(ref); c != e.won[row] && from != nil {
				values[i] = from.Values[i]
			}
		}
		res.Row = res.Row.With(values)
	}
	for i, other := range e.copies {
		if i != e.won[row] && other.sketch.differ(&f.sketch, row) {
			res.Rivals = append(res.Rivals, Rival{Row: e.returns[i].Sheet(k).Row(ref), File: other, Equal: func(col int) bool {
				return e.equal(row, col, i)
			}})
		}
	}
	return res
}
