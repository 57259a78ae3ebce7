package report

import (
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	marks "tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// table is a sheet of rows, and what its columns show, for trace.
type table struct {
	xl.Table
	shows   store.Tab
	heading string // over the last rows, see under
}

// column is a column of a table and what of a return it shows.
type column struct {
	xl.TableColumn
	store.TabCol
}

// wrapped is a column of text.
func wrapped(heading string, width float64) column {
	return column{TableColumn: xl.TableColumn{Heading: heading, Width: width}}
}

// centred is a column of short words or numbers.
func centred(heading string, width float64) column {
	return column{TableColumn: xl.TableColumn{Heading: heading, Width: width, Centred: true}}
}

func (c column) of(key layout.Key, year int) column {
	c.TabCol = store.TabCol{Key: key, Year: year}
	return c
}

func (c column) aside() column { c.Aside = true; return c }

func (c column) hand() column { c.Hand = true; return c }

func (c column) hidden() column { c.Hidden = true; return c }

// table begins a table, of which the first columns are held in place.
func (w *writer) table(name, title string, held int, note string, columns []column) *table {
	t := &table{Table: xl.Table{Name: name, Title: title, Note: note, Office: w.sum.Plan.Office, Held: held, Use: xl.ToRead}, shows: store.Tab{Name: name, Head: xl.TableHead, Cols: map[int]store.TabCol{}}}
	for _, c := range columns {
		t.Columns = append(t.Columns, c.TableColumn)
		if c.Key != "" {
			t.shows.Cols[len(t.Columns)] = c.TabCol
		}
	}
	return t
}

// later adds a row whose cells are made as it is drawn.
func (t *table) later(level int, cells func() []xl.Entry) {
	t.Rows = append(t.Rows, xl.TableRow{Level: level, Late: cells})
}

// band adds a heading over the rows to come.
func (t *table) band(words string) { t.Rows = append(t.Rows, xl.TableRow{Band: words}) }

// under puts the rows to come under a heading, unless those before are.
func (t *table) under(heading string) {
	if heading != t.heading {
		t.heading = heading
		t.band(heading)
	}
}

// The colours of what is good or bad; the word is in the cell too.
var (
	good = xl.Look{Fill: "E2EFDA", Color: "375623"}
	fair = xl.Look{Fill: "FFF2CC", Color: "7F6000"}
	bad  = xl.Look{Fill: "F8CBAD", Color: "9C0006"}
	mute = xl.Look{Fill: "EDEDED", Color: "595959"}
)

func text(s string) xl.Entry { return toned(s, xl.Look{}) }

func toned(s string, look xl.Look) xl.Entry {
	kept, _ := consolidate.Fit(s)
	return xl.Entry{Text: kept, Look: look}
}

// amount is a number where there is one, else what is said instead.
func amount(n decimal.NullDecimal, instead string) xl.Entry {
	return xl.Entry{Number: n, Text: marks.If(!n.Valid, instead)}
}

// value is a settled text drawn as a number where it is one.
func value(s string) xl.Entry {
	if n := store.Number(s); n.Valid && len(strings.TrimLeft(s, "-0.")) <= 16 {
		return xl.Entry{Number: n}
	}
	return text(s)
}
