package xl

import (
	"strconv"

	"github.com/shopspring/decimal"
)

// Table is a sheet of rows that an office reads, prints, fills in or edits: a title, a note,
// headings, and rows below them. The headings and the first columns are held in place, the
// headings filtered and repeated on every page of A4.
//
// It serves 下发清单, the register, the catalogue, the lists of the summary and, as a Guest,
// 错误清单 and 拟认定结果 in the workbook that a unit sent. Apart are pages that are no rows,
// 总体情况, 图表 and 评价口径, and the form of a template: its cells are locked one by one,
// check each other by formulas, have a second row of headings, and one palette serves
// thousands of workbooks (package templates). It shares Lines, RowHeight, HandFill.
type Table struct {
	Name, Title, Note string // without a title the headings are in the first row
	Office            string // that keeps it, at the foot of every page
	Columns           []TableColumn
	Rows              []TableRow
	Below             []TableRow // people's own, below the table and a blank row
	Unprinted         int        // rows, at the end, that are not printed
	Held              int        // columns held in place
	Joined            int        // columns from the first on whose equal neighbours are joined
	Use               Use
	Plain             bool // black on white
}

// Use is what a table is for.
type Use uint8

// The uses.
const (
	ToKeep Use = iota // people add to it
	ToRead            // from paper: a row is as high as what is printed of it, over several of the sheet's where one is not high enough
	ToEdit            // in larger letters; what is typed stays as typed; printed over as many pages side by side as it takes
)

// TableColumn is a column of a Table.
type TableColumn struct {
	Heading string
	Width   float64 // as Sheet.Width counts it
	Centred bool
	Hand    bool // to be filled in by people
	Aside   bool // it, and all after it, to the right of what is printed
	Hidden  bool
	Look    Look // of its cells that have none of their own
}

// TableRow is a row of a Table: its cells, or the words of a heading over the rows below.
type TableRow struct {
	Cells  []Entry
	Late   func() []Entry // makes the cells whenever they are drawn, for tables of a million rows
	Band   string         // such a heading
	Wide   bool           // its last cell goes on to the end of what is printed
	Level  int            // of grouping; 0 is none
	Placed func(sheet string, row int)

	lines int // that it takes, 0 where it has not been seen
}

// Entries are the cells of the row.
func (r *TableRow) Entries() []Entry {
	if r.Late != nil {
		return r.Late()
	}
	return r.Cells
}

// Entry is a cell of a row: a number where there is one, else a text.
type Entry struct {
	Text   string
	Number decimal.NullDecimal
	Look   Look
	Link   string // the place in the workbook that a text leads to: '事项'!A7
}

// Words are entries of text.
func Words(texts ...string) []Entry {
	list := make([]Entry, len(texts))
	for i, text := range texts {
		list[i].Text = text
	}
	return list
}

// Count is an entry of a whole number.
func Count(n int) Entry {
	return Entry{Number: decimal.NewNullDecimal(decimal.NewFromInt(int64(n)))}
}

// The grounds of headings and of what people fill in, and the colour of what leads elsewhere.
const (
	HeadFill  = "D9E1F2"
	HandFill  = "FFF2CC"
	LinkColor = "0563C1"
)

// The sizes of a table's letters, in points, and the row of the headings below a title.
const (
	TableSize = 9.0
	TitleSize = 15.0
	TableHead = 3
)

// Printed returns how many columns are printed.
func (t *Table) Printed() int {
	for i, c := range t.Columns {
		if c.Aside || c.Hidden {
			return max(i, 1)
		}
	}
	return len(t.Columns)
}

// Table writes a table, on further sheets where it is longer than one can be, and returns
// the first.
func (b *Book) Table(t *Table) *Sheet {
	styles, first := map[entryLook]StyleID{}, len(b.sheets)
	b.Parts(t.Name, len(t.Rows), func(s *Sheet, from int) int {
		d := &tableSheet{Table: t, s: s, styles: styles, size: TableSize, joins: make([]joined, t.Joined)}
		if t.Use == ToEdit {
			d.size = BodySize
		}
		d.top()
		done := d.rows(t.Rows[from:])
		d.finish(from+done == len(t.Rows))
		return done
	})
	return b.sheets[first]
}

// Parts draws n rows on as many sheets as they need. draw writes those from a row on, as
// many as fit, and returns how many.
func (b *Book) Parts(name string, n int, draw func(s *Sheet, from int) int) {
	for from, part := 0, 1; ; part++ {
		called := name
		if part > 1 {
			called += " " + strconv.Itoa(part)
		}
		s, begin, done := b.Sheet(called), from, 0
		s.draw(func() { done = draw(s, begin) })
		if from += done; from >= n {
			return
		}
	}
}
