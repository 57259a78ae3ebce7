// Package sample invents what units answer: plausible, different from unit to
// unit, the same for the same seed, and marked as invented in every text. It
// serves the demonstration, tests and benchmarks; no figure of it means anything.
// It also makes up plans of any size. It reads and writes no files.
package sample

import (
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
