package workbook

import (
	"slices"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook/sheet"
)

// Return is a returned workbook, read.
type Return struct {
	Identity layout.Identity
	Unit     string        // name in the plan
	Form     *layout.Form  // what the plan asks of the unit for the year
	Stamp    *layout.Stamp // as issued; nil where the hidden sheet is lost
	Modified string        // the workbook's own modified time, as written
	Sent     *Sent         // of a copy that went out filled in; nil of any other
	Answers  []Answer      // of a copy of the round 征求意见: to what was asked, row by row
	Sheets   []*Sheet      // those that were found, in the order of the layout
}

// Sheet is a sheet of a return.
type Sheet struct {
	Form     *layout.FormSheet
	Name     string   // of the tab, as sent
	Headings []string // by column of the layout, as sent; "" where the column is missing
	Cols     []int    // by column of the layout: the column of the file from 1; 0 where missing
	Head     int      // row of the headings; 0 on the cover
	Rows     []Row    // in the file's order; of rows given twice, both
	byRef    map[string]int
}

// Row is a row of a return: one that was issued, found by its 编号.
type Row struct {
	Sheet  *Sheet
	Issued *layout.Row
	R      int // row of the file, from 1; on the cover that of its first field
	Hidden bool
	Heard  bool    // the round 征求意见 asks why it lags and what will be done
	Values []Value // by column of the layout
	packed Cells   // the cells to fill, where the return was packed
}

// State says what a cell holds. Blank, zero and 不适用 are three answers.
type State = sheet.State

// The states of a value.
const (
	Blank  = sheet.Blank
	Filled = sheet.Filled
	NA     = sheet.NA
	Faulty = sheet.Faulty // could not be taken; a finding says why
)

// Value is what is in one cell and what it was taken as.
type Value struct {
	Place  finding.Place
	Given  string          // as stored in the file, or as shown where that says little
	Text   string          // as taken: clean text, canonical decimal, 2006-01-02 or 2006-01, option
	Number decimal.Decimal // of a Filled number, in the column's unit of measure
	State  State
	Preset bool // equals what the cell was filled with when issued
	Origin int  // in a copy sent out filled in: n where the cell is unchanged and came from Sent.Origins[n-1]; else 0
}

// Ref is the row's 编号.
func (r *Row) Ref() string { return r.Issued.Ref }

// Cells are the row's cells to fill of which there is something to say.
func (r *Row) Cells() Cells {
	if r.packed == "" {
		return Cells(r.appendCells(nil))
	}
	return r.packed
}

// With is the row with other values.
func (r *Row) With(values []Value) *Row {
	row := *r
	row.Values, row.packed = values, ""
	return &row
}

// Value returns a cell by column key; a blank one where the sheet lacks the column.
func (r *Row) Value(k layout.Key) Value {
	if i := r.Sheet.Form.Index(k); i >= 0 && i < len(r.Values) {
		return r.Values[i]
	}
	return Value{}
}

// Text returns the text of a cell as taken, "" where it is blank or faulty. Of a
// locked cell it is what was issued; one that does not apply has none.
func (r *Row) Text(k layout.Key) string {
	i := r.Sheet.Form.Index(k)
	if i < 0 {
		return ""
	}
	switch r.Issued.Modes[i] {
	case layout.Absent:
		return ""
	case layout.Locked:
		return r.Issued.Issued[i]
	}
	if v := &r.Values[i]; v.State == Filled || v.State == NA {
		return v.Text
	}
	return ""
}

// Blank reports whether nothing is in a cell.
func (r *Row) Blank(k layout.Key) bool { return r.Value(k).State == Blank }

// Number returns the number of a cell; ok is false where it holds none.
func (r *Row) Number(k layout.Key) (n decimal.Decimal, ok bool) {
	v := r.Value(k)
	if v.State != Filled || v.Text == "" {
		return n, false
	}
	if c := r.Sheet.Form.Columns[r.Sheet.Form.Index(k)]; c.Kind != layout.Number {
		return n, false
	}
	return v.Number, true
}

// Open reports whether a cell is to fill in this row.
func (r *Row) Open(k layout.Key) bool {
	i := r.Sheet.Form.Index(k)
	return i >= 0 && r.Issued.Modes[i] == layout.Open
}

// Apart reports whether a choice of the row says that it is reported apart (另行报送).
func (r *Row) Apart() bool {
	for i := range r.Values {
		if v := &r.Values[i]; v.State == Filled && v.Text == layout.Separate && r.Issued.Modes[i] == layout.Open && r.Sheet.Form.Columns[i].Kind == layout.Choice {
			return true
		}
	}
	return false
}

// Filled reports whether the filler wrote anything in the row.
func (r *Row) Filled() bool {
	for i := range r.Values {
		if v := &r.Values[i]; r.Issued.Modes[i] == layout.Open && v.State != Blank && !v.Preset {
			return true
		}
	}
	return false
}

// Filled reports whether the filler wrote anything in the return.
func (r *Return) Filled() bool {
	return slices.ContainsFunc(r.Sheets, func(s *Sheet) bool {
		return slices.ContainsFunc(s.Rows, func(row Row) bool { return row.Filled() })
	})
}

// Heading returns a column's heading as sent, else as issued.
func (s *Sheet) Heading(k layout.Key) string {
	i := s.Form.Index(k)
	if i < 0 {
		return ""
	}
	if i < len(s.Headings) && s.Headings[i] != "" {
		return s.Headings[i]
	}
	return s.Form.Headings[i]
}

// Row returns the row of that 编号, nil where it is missing.
func (s *Sheet) Row(ref string) *Row {
	if i, ok := s.byRef[ref]; ok {
		return &s.Rows[i]
	}
	return nil
}

// Sheet returns a sheet of the return, nil where it is missing.
func (r *Return) Sheet(k layout.SheetKey) *Sheet {
	for _, s := range r.Sheets {
		if s.Form.Key == k {
			return s
		}
	}
	return nil
}

// Separate reports whether the unit reports apart (另行报送): nothing else is asked.
func (r *Return) Separate() bool {
	s := r.Sheet(layout.Cover)
	return s != nil && len(s.Rows) > 0 && s.Rows[0].Text(layout.Delivery) == layout.Separate
}

// Index lets Row find the rows of a sheet by 编号, once all of them stand. Of rows
// given twice it finds the first.
func (s *Sheet) Index() {
	s.byRef = make(map[string]int, len(s.Rows))
	for i := range s.Rows {
		if _, twice := s.byRef[s.Rows[i].Ref()]; !twice {
			s.byRef[s.Rows[i].Ref()] = i
		}
	}
}
