package workbook

import (
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
)

// Packed is a return as it is kept while others are read: what is in its cells to
// fill, in little memory that is its own. What was issued is not kept: the form has it.
type Packed struct {
	identity layout.Identity
	unit     *plan.Unit
	modified string
	sent     *Sent
	answers  []Answer
	sheets   []packedSheet
}

type packedSheet struct {
	Tab
	headings []string // nil where they are as issued
	head     int
	issued   map[int]*layout.Row // rows that were issued otherwise than the form has them, by index
	rows     []packedRow
}

// Tab is a sheet of a return and where its columns stand.
type Tab struct {
	*layout.Sheet
	Name string // of the tab, as sent
	Cols []int  // by column of the sheet: the column of the file from 1; 0 where missing
}

type packedRow struct {
	issued        int32 // index in the form
	r             int32
	hidden, heard bool
	cells         Cells
}

// Pack packs a return. form is the one that the plan asks of the unit.
func (r *Return) Pack(form *layout.Form) *Packed {
	p := &Packed{identity: r.Identity, unit: form.Unit, modified: strings.Clone(r.Modified), answers: r.Answers}
	p.identity.PlanID, p.identity.UnitID = strings.Clone(p.identity.PlanID), strings.Clone(p.identity.UnitID)
	if r.Sent != nil {
		p.sent = &Sent{Origins: r.Sent.Origins, Asked: r.Sent.Asked}
	}
	var all []byte // of all rows, so that a return is one piece of memory
	var ends []int
	for _, s := range r.Sheets {
		for i := range s.Rows {
			all = s.Rows[i].appendCells(all)
			ends = append(ends, len(all))
		}
	}
	cells, from := Cells(all), 0
	for _, s := range r.Sheets {
		one := packSheet(s)
		for i := range one.rows {
			one.rows[i].cells = cells[from:ends[0]]
			from, ends = ends[0], ends[1:]
		}
		p.sheets = append(p.sheets, one)
	}
	return p
}

// appendCells packs the cells to fill of the row of which there is something to say.
func (r *Row) appendCells(to []byte) []byte {
	for i := range r.Values {
		v := &r.Values[i]
		if r.Issued.Modes[i] != layout.Open || v.State == Blank && v.Given == "" && v.Origin == 0 && v.Place == r.place(i) {
			continue
		}
		to = appendCell(to, Cell{Col: r.Sheet.Form.Columns[i].Key, Text: v.Text, Given: v.Given, At: v.Place, State: v.State, Preset: v.Preset, Origin: v.Origin})
	}
	return to
}

// place is where a cell of the row stands unless it is said otherwise.
func (r *Row) place(i int) finding.Place {
	if r.Sheet.Cols[i] == 0 {
		return finding.Place{}
	}
	return finding.Place{Sheet: r.Sheet.Name, Row: r.R, Col: r.Sheet.Cols[i]}
}

func packSheet(s *Sheet) packedSheet {
	one := packedSheet{Tab: Tab{s.Form.Sheet, strings.Clone(s.Name), slices.Clone(s.Cols)}, head: s.Head, rows: make([]packedRow, len(s.Rows))}
	if !slices.Equal(s.Headings, s.Form.Headings) {
		one.headings = text.Each(s.Headings, strings.Clone)
	}
	for i := range s.Rows {
		row := &s.Rows[i]
		at := s.Form.Place(row.Ref())
		one.rows[i] = packedRow{int32(at), int32(row.R), row.Hidden, row.Heard, ""}
		if row.Issued != &s.Form.Rows[at] {
			if one.issued == nil {
				one.issued = map[int]*layout.Row{}
			}
			one.issued[i] = row.Issued
		}
	}
	return one
}

// Modified is the workbook's own modified time, as written.
func (p *Packed) Modified() string { return p.modified }

// Tabs are the sheets that were found, in the order of the layout.
func (p *Packed) Tabs() []Tab {
	tabs := make([]Tab, len(p.sheets))
	for i := range p.sheets {
		tabs[i] = p.sheets[i].Tab
	}
	return tabs
}

// Unpack makes the return again, as it was but for the stamp and for what stood in locked
// cells, which is as issued. forms are of the plan and the year that it was read by.
func (p *Packed) Unpack(forms *layout.Forms) *Return {
	r := &Return{Identity: p.identity, Unit: p.unit.Name, Form: forms.Of(p.unit), Modified: p.modified, Sent: p.sent, Answers: p.answers}
	for i := range p.sheets {
		r.Sheets = append(r.Sheets, p.sheets[i].unpack(r.Form))
	}
	return r
}

func (p *packedSheet) unpack(form *layout.Form) *Sheet {
	at := slices.IndexFunc(form.Sheets, func(fs *layout.FormSheet) bool { return fs.Key == p.Key })
	if keys := p.Keys(); !slices.Equal(keys, form.Sheets[at].Keys()) {
		form.Sheets[at] = form.Sheets[at].With(keys)
	}
	s := Sheet{Form: form.Sheets[at], Name: p.Name, Headings: p.headings, Cols: p.Cols, Head: p.head, Rows: make([]Row, len(p.rows))}
	if s.Headings == nil {
		s.Headings = s.Form.Headings
	}
	n := len(s.Form.Columns)
	values := make([]Value, n*len(p.rows))
	for i := range p.rows {
		s.Rows[i] = p.row(i, &s, values[i*n:(i+1)*n:(i+1)*n])
	}
	s.Index()
	return &s
}

func (p *packedSheet) row(i int, s *Sheet, values []Value) Row {
	one := &p.rows[i]
	row := Row{Sheet: s, Issued: &s.Form.Rows[one.issued], R: int(one.r), Hidden: one.hidden, Heard: one.heard, Values: values, packed: one.cells}
	if other := p.issued[i]; other != nil {
		row.Issued = other
	}
	for j := range values {
		v := &values[j]
		if v.Place = row.place(j); row.Issued.Modes[j] == layout.Locked && row.Issued.Issued[j] != "" {
			v.State, v.Text, v.Given = Filled, row.Issued.Issued[j], row.Issued.Issued[j]
		}
	}
	for c := range one.cells.All() {
		j := s.Form.Index(c.Col)
		values[j] = Value{Place: finding.Place{Sheet: s.Name, Row: c.At.Row, Col: c.At.Col}, Given: c.Given, Text: c.Text, State: c.State, Preset: c.Preset, Origin: c.Origin}
		if c.State == Filled && s.Form.Columns[j].Kind == layout.Number {
			values[j].Number, _ = text.Decimal(c.Text)
		}
		if c.At.Row == 0 {
			values[j].Place = finding.Place{}
		}
	}
	return row
}
