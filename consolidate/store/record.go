// Package store holds what a summary keeps: every accepted cell with the place it
// was taken from, the values that counted, the verdicts, and what was ruled. It
// writes them as the lines of the summary's hidden sheet and reads them back: as
// the history of next year, as rulings, and to trace a figure to its source. It
// merges nothing and judges nothing.
package store

import (
	"iter"
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/intake"
)

// Source is a returned file, under the name it is stored by: no folder, no file
// time, nothing but its content.
type Source struct {
	Year     int
	UnitID   string
	Unit     string
	Name     string // {year}-{unit}.xlsx
	SHA256   string
	Revision int
	Modified string // the workbook's own modified time
	Outcome  intake.Outcome
	Cells    int // accepted filled cells taken from it
	Sheets   []SourceSheet
}

// SourceSheet says in which columns a file holds what.
type SourceSheet struct {
	Key  layout.SheetKey
	Name string // of the tab, as sent
	Cols []int  // by column of the layout, from 1; 0 where missing
}

// Record is a row of a return that counts: what one unit says of one thing. A nation's
// summary holds millions, so that it is kept small.
type Record struct {
	*Source                // the file, and with it year and unit
	*Topic                 // what the row is about
	Row     int            // of the file, from 1
	Cells   workbook.Cells // accepted and filled, in the layout's order
	rare    *rare          // nil in most
}

// Topic is what a row is about; rows of several units share one.
type Topic struct {
	Sheet layout.SheetKey
	Ref   string
	About *layout.Subject // nil in a record of an earlier year
}

// rare is what few records have.
type rare struct {
	waiting workbook.Cells
	others  map[layout.Key]*Source // of cells that stood in another file of the unit
	shown   map[layout.Key]string
}

// none is what most records have of what is rare.
var none rare

func (r *Record) few() *rare {
	if r.rare == nil {
		return &none
	}
	return r.rare
}

func (r *Record) more() *rare {
	if r.rare == nil {
		r.rare = &rare{}
	}
	return r.rare
}

// Waiting are the cells left out until they are verified (待核实): only Given is known
// of them.
func (r *Record) Waiting() workbook.Cells { return r.few().waiting }

// Wait leaves cells out until they are verified.
func (r *Record) Wait(cells ...Cell) {
	if len(cells) > 0 {
		r.more().waiting = workbook.Pack(cells...)
	}
}

// Cell is a cell of a record.
type Cell = workbook.Cell

// SourceOf returns the file that a cell of the record was taken from.
func (r *Record) SourceOf(col layout.Key) *Source {
	if other := r.few().others[col]; other != nil {
		return other
	}
	return r.Source
}

// From notes that a cell stood in another file of the unit than the record's.
func (r *Record) From(col layout.Key, f *Source) {
	m := r.more()
	if m.others == nil {
		m.others = map[layout.Key]*Source{}
	}
	m.others[col] = f
}

// All goes through cells of the record, with the tabs that they are on.
func (r *Record) All(cells workbook.Cells) iter.Seq[Cell] {
	return func(yield func(Cell) bool) {
		for c := range cells.All() {
			if c.At.Sheet = r.SourceOf(c.Col).tab(r.Sheet); !yield(c) {
				return
			}
		}
	}
}

// In returns the cell of a column, with the tab that it is on.
func (r *Record) In(cells workbook.Cells, col layout.Key) (Cell, bool) {
	c, ok := cells.In(col)
	if ok {
		c.At.Sheet = r.SourceOf(col).tab(r.Sheet)
	}
	return c, ok
}

// Text returns what the record says in a column, "" where nothing.
func (r *Record) Text(col layout.Key) string {
	c, _ := r.Cells.In(col)
	return c.Text
}

// Show puts a text in the place of the record's own where equal copies differ: what
// was ruled, or that it is open.
func (r *Record) Show(col layout.Key, words string) {
	m := r.more()
	if m.shown == nil {
		m.shown = map[layout.Key]string{}
	}
	m.shown[col] = words
}

// Shown is Text, or what was put in its place.
func (r *Record) Shown(col layout.Key) string {
	if words, ok := r.few().shown[col]; ok {
		return words
	}
	return r.Text(col)
}

// Heading is the heading of one of the record's columns, with its year.
func (r *Record) Heading(p *plan.Plan, col layout.Key) string {
	return Spot{Year: r.Year, Sheet: r.Sheet, Col: col}.Heading(p)
}

// Spot is a place in the summary that holds one value: a column of a row of a
// year. Unit is set where each unit has a value of its own.
type Spot struct {
	Year  int
	Sheet layout.SheetKey
	Ref   string
	Col   layout.Key
	Unit  string // unit ID
}

// Column returns the declaration of the spot's column, nil where there is none.
func (s Spot) Column() *layout.Column {
	sheet := layout.SheetOf(s.Sheet)
	if sheet == nil {
		return nil
	}
	if i := sheet.Index(s.Col); i >= 0 {
		return &sheet.Columns[i]
	}
	return nil
}

// Heading is the heading of the spot's column, with its year.
func (s Spot) Heading(p *plan.Plan) string {
	c := s.Column()
	switch {
	case s.Col == layout.ConsultVerdict:
		return layout.ConsultSheet
	case c == nil:
		return string(s.Col)
	}
	return c.HeadingIn(layout.FrameOf(p, s.Year))
}

// Common reports whether a column has one value for all units of a row: numbers and
// choices of leads, targets and indicators. Texts are beside each other, each
// under its unit's name.
func (s Spot) Common() bool {
	c := s.Column()
	if c == nil || s.Sheet != layout.Lead && s.Sheet != layout.Targets && s.Sheet != layout.Indicators {
		return false
	}
	return c.Role == layout.Fill && (c.Kind == layout.Number || c.Kind == layout.Choice)
}

// Number reads a value as it is kept, in plain digits, as a number; nothing where it
// is none.
func Number(value string) decimal.NullDecimal {
	d, ok := text.Decimal(value)
	return decimal.NullDecimal{Decimal: d, Valid: ok && strings.Trim(value, "-.0123456789") == ""}
}

// Same compares values: numbers as numbers, the rest as text.
func Same(a, b string) bool {
	if a == b {
		return true
	}
	x, y := Number(a), Number(b)
	return x.Valid && y.Valid && x.Decimal.Equal(y.Decimal)
}
