package ooxml

import (
	"slices"

	"tianbao/seeds/text"
)

// Book is a workbook read whole.
type Book struct {
	Sheets   []*Grid  // in the order of the tabs
	Names    []Name   // defined names
	Shapes   []*Shape // of number formats that change what is seen, by Cell.Shape
	Date1904 bool
	Macros   bool   // holds VBA; ignored
	Creator  string // core properties, as written
	Modified string // core properties, as written (W3CDTF), "" where absent
	Revision string // core properties
}

// Tabs are the names of the sheets, in their order.
func (b *Book) Tabs() []string {
	return text.Each(b.Sheets, func(g *Grid) string { return g.Name })
}

// Grid is one sheet: its rows that hold cells, ascending.
type Grid struct {
	Name       string
	State      State
	Rows       []Row
	Merges     []Range
	HiddenCols []Range // Row numbers 0
	Protected  bool
	Filtered   bool     // an auto filter is set
	Footer     string   // text of the odd pages' footer as stored, with its & codes; "" where none
	Struck     []Words  // of cells that are struck out in part: the whole text
	Veils      []Veil   // conditional formats that may hide what is in a cell
	Notes      []Note   // comments, text boxes and pictures
	tight      [][2]int // row and column of numbers that their columns cannot show
	wide       []thin   // columns with a width of their own
	Other      bool     // a chart, dialog or macro sheet: a tab that holds no cells
}

// Row returns the row of that number, nil where nothing stands in it.
func (g *Grid) Row(number int) *Row {
	if i, ok := slices.BinarySearchFunc(g.Rows, number, func(r Row, n int) int { return r.R - n }); ok {
		return &g.Rows[i]
	}
	return nil
}

// Row is a row that holds cells, ascending by column. Blank cells that carry only
// a style are left out.
type Row struct {
	R      int // from 1
	Hidden bool
	points float32 // its height, 0 where it has none of its own
	Cells  []Cell
}

// Cell is what is in one cell, as stored. Texts of one workbook share memory:
// whoever keeps a few of them for long keeps a copy (strings.Clone).
type Cell struct {
	Col     int    // from 1
	Text    string // number: the literal of the file; boolean: "0" or "1"; error: "#N/A"; text: the text, phonetic runs left out, escapes resolved
	Kind    Kind
	Format  Format // of numbers, by number format
	Formula Formula
	Locked  bool // by its style; counts only where the sheet is protected
	Strike  Strike
	Unseen  Unseen // by its look: why its reader does not see it
	Shape   uint16 // index into Book.Shapes and 1; 0 where its value is shown as stored
}

// Words is a text that belongs to a cell.
type Words struct {
	Row, Col int
	Text     string
}

// Strike says whether a cell's text is struck out.
type Strike uint8

// The texts that are struck out. Of one in part, Text is what is not; Grid.Struck has
// the whole.
const (
	Clear Strike = iota
	Partly
	Wholly
)

// Range is a block of cells, from 1, both ends included.
type Range struct{ Row1, Col1, Row2, Col2 int }

// Has reports whether a cell is in the block.
func (b Range) Has(row, col int) bool {
	return b.Row1 <= row && row <= b.Row2 && b.Col1 <= col && col <= b.Col2
}

// Name is a defined name with its text: a constant keeps its quotes. Of a formula
// that calls functions the text is left out: nobody computes it.
type Name struct {
	Name, Text string
	Sheet      int // index into Sheets of its scope, -1 for the whole book
	Hidden     bool
}

// State is a sheet's visibility.
type State uint8

// The states of a sheet.
const (
	Visible State = iota
	Hidden
	VeryHidden
)

// Kind is the stored type of a cell.
type Kind uint8

// The kinds of cells. Empty is a formula cell without a cached value.
const (
	Empty Kind = iota
	Number
	Text
	Bool
	Error
	ISODate // t="d": Text is ISO 8601
)

// Format is what a number format makes of a number.
type Format uint8

// The formats of numbers.
const (
	General Format = iota
	Percent
	Date // date, time or both
)

// Formula says whether a cell is computed.
type Formula uint8

// A cell is a plain value, or a formula with or without a cached value.
const (
	Plain Formula = iota
	Cached
	Uncached
)

// Sheet returns the sheet of that name, nil where there is none.
func (b *Book) Sheet(name string) *Grid {
	for _, g := range b.Sheets {
		if g.Name == name {
			return g
		}
	}
	return nil
}
