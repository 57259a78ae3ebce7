// Package templates writes the workbook that a unit fills in: what its form
// declares, with help, checks and stamps, and the list of what was issued. It
// decides nothing about columns, options or rules: those are in
// templates/layout, and everything here follows from them. It reads no files.
package templates

import (
	"fmt"
	"sync"
	"time"

	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// Options are what a workbook is issued with besides its form.
type Options struct {
	PlanHash string // revision of the plan
	Round    layout.Round
	Values   Values    // what is filled in already; nil for nothing
	Modified time.Time // when it was last saved; zero: when it was issued
}

// Values gives the text of a cell to fill; ok is false where it is to stay as
// issued. Numbers and dates become such cells; a leading apostrophe keeps them
// text, as when typed.
type Values func(sheet layout.SheetKey, ref string, col layout.Key) (text string, ok bool)

// Builder writes workbooks. What is the same in all of them, such as styles and
// formulas, is made once. It is safe for concurrent use.
type Builder struct {
	looks   *looks
	checks  formulas
	defined sync.Map // definitions by *layout.Sheet
	wrapped sync.Map // lines by width and text
}

// NewBuilder prepares for writing.
func NewBuilder() *Builder { return &Builder{looks: newLooks()} }

// Build writes one workbook; see Builder.Build. Where many are written, one
// Builder for all is faster.
func Build(f *layout.Form, opt Options) ([]byte, error) { return NewBuilder().Build(f, opt) }

// Build writes the workbook of a form. The same form and options give the same
// bytes.
func (b *Builder) Build(f *layout.Form, opt Options) ([]byte, error) {
	id := layout.Identity{PlanID: f.Plan.ID, UnitID: f.Unit.ID, Year: f.Frame.Year, Layout: layout.Version, Revision: 1}
	w := &writer{Builder: b, form: f, values: opt.Values, code: id.Code()}
	w.book = b.looks.palette.Book(xl.Props{Title: fmt.Sprintf("%s %d年度落实情况填报表", w.form.Unit.Name, w.form.Frame.Year), Created: issueTime(f.Frame.Year), Modified: opt.Modified, Revision: id.Revision})
	cover := w.cover()
	for _, s := range f.Sheets {
		if !s.Form {
			w.tables = append(w.tables, w.table(s, cover))
		}
	}
	cover.write()
	w.names(cover)
	w.stamp(layout.NewStamp(f, id, opt.PlanHash, opt.Round))
	data, err := w.book.Bytes()
	if err != nil {
		return nil, fmt.Errorf("生成 %s: %w", layout.FileName(f.Frame.Year, f.Unit.Name), err)
	}
	return data, nil
}

// issueTime is the time a workbook says it was made: the first day after the
// report year, so that it does not depend on the clock.
func issueTime(year int) time.Time { return time.Date(year+1, 1, 1, 0, 0, 0, 0, time.UTC) }

// writer is one workbook being written.
type writer struct {
	*Builder
	form   *layout.Form
	values Values
	book   *xl.Book
	code   string
	tables []*table // written before the cover, which counts what is open in them
}

// text is what is in a cell: what is filled in, else what is issued.
func (w *writer) text(s *layout.FormSheet, r *layout.Row, col int) string {
	if r.Modes[col] == layout.Open && w.values != nil {
		if text, ok := w.values(s.Key, r.Ref, s.Columns[col].Key); ok {
			return text
		}
	}
	return r.Issued[col]
}

// separate reports whether the unit is filled in as reporting apart.
func (w *writer) separate() bool {
	s := w.form.Sheet(layout.Cover)
	return w.text(s, &s.Rows[0], s.Index(layout.Delivery)) == layout.Separate
}
