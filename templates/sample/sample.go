// Package sample invents what units answer: plausible, different from unit to
// unit, the same for the same seed, and marked as invented in every text. It
// serves the demonstration, tests and benchmarks; no figure of it means anything.
// It also makes up plans of any size. It reads and writes no files.
package sample

import (
	"hash/fnv"
	"strconv"

	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// Mark opens every text that is made up.
const Mark = "(演示数据)"

// Options say how a form is filled.
type Options struct {
	Seed   uint64
	Differ bool // units that answer for the same indicator give different figures
}

// Filling is what a unit answers. Value fits templates.Values.
type Filling struct {
	cells map[place]string
}

type place struct {
	sheet layout.SheetKey
	ref   string
	col   layout.Key
}

// Value returns a cell's answer; ok is false where the filling has none.
func (f *Filling) Value(sheet layout.SheetKey, ref string, col layout.Key) (text string, ok bool) {
	text, ok = f.cells[place{sheet, ref, col}]
	return text, ok
}

// Set changes an answer, as a test does to make a fault.
func (f *Filling) Set(sheet layout.SheetKey, ref string, col layout.Key, text string) {
	if f.cells == nil {
		f.cells = map[place]string{}
	}
	f.cells[place{sheet, ref, col}] = text
}

// Fill answers every cell of a form that must be filled, and some of the others.
// The figures of a year follow from those of the years before it: sums grow by
// the year's own value, levels are on the way to their target.
func Fill(form *layout.Form, opt Options) *Filling {
	w := &writer{Filling: &Filling{cells: map[place]string{}}, form: form, draw: draw{seed: opt.Seed}, differ: opt.Differ}
	for _, s := range form.Sheets {
		for i := range s.Rows {
			w.sheet, w.row = s, &s.Rows[i]
			switch s.Key {
			case layout.Cover:
				w.cover()
			case layout.Lead:
				w.lead()
			case layout.Targets:
				w.target()
			case layout.Support:
				w.support()
			case layout.Indicators:
				w.indicator()
			}
		}
	}
	return w.Filling
}

// writer fills one form row by row.
type writer struct {
	*Filling
	draw
	form   *layout.Form
	differ bool
	sheet  *layout.FormSheet
	row    *layout.Row
}

// put answers a cell of the row, where it is open.
func (w *writer) put(col layout.Key, text string) {
	if i := w.sheet.Index(col); i >= 0 && w.row.Modes[i] == layout.Open {
		w.Set(w.sheet.Key, w.row.Ref, col, text)
	}
}

func (w *writer) year() int { return w.form.Frame.Year }

// draw gives numbers that look random and depend on the seed and the words alone.
type draw struct{ seed uint64 }

// unit is a number from 0 up to 1, the same for the same words.
func (d draw) unit(words ...string) float64 {
	h := fnv.New64a()
	h.Write([]byte(strconv.FormatUint(d.seed, 36)))
	for _, w := range words {
		h.Write([]byte{0})
		h.Write([]byte(w))
	}
	return float64(mixed(h.Sum64())>>11) / (1 << 53)
}

// mixed spreads the bits of a hash of short words (the finish of SplitMix64).
func mixed(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// between is a number from low up to high.
func (d draw) between(low, high float64, words ...string) float64 {
	return low + (high-low)*d.unit(words...)
}

// pick is one of the choices.
func (d draw) pick(of []string, words ...string) string {
	return of[int(d.unit(words...)*float64(len(of)))]
}

// Past is one year of a plan as sampled, to issue the next year's forms with.
type Past struct {
	year     int
	fillings map[string]*Filling // by unit ID
}

// NewPast fills the forms of every unit for a year.
func NewPast(p *plan.Plan, year int, opt Options) *Past {
	past := &Past{year: year, fillings: map[string]*Filling{}}
	forms := layout.NewForms(p, year, nil)
	for _, u := range p.Reporters() {
		past.fillings[u.ID] = Fill(forms.Of(u), opt)
	}
	return past
}

// Confirmed knows of no base value that was confirmed.
func (p *Past) Confirmed(layout.SheetKey, string) string { return "" }

// Done knows of no verdict.
func (p *Past) Done(string, int) bool { return false }

// Text returns what a unit answered in the year.
func (p *Past) Text(year int, unitID string, sheet layout.SheetKey, ref string, col layout.Key) string {
	f := p.fillings[unitID]
	if f == nil || year != p.year {
		return ""
	}
	text, _ := f.Value(sheet, ref, col)
	return text
}
