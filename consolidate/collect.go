package consolidate

import (
	"cmp"
	"slices"
	"strings"

	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/intake"
)

// merger carries the state of one Merge.
type merger struct {
	in       Input
	sum      *Summary
	findings finding.List
	byThing  map[thing][]*store.Record
	byUnit   map[string][]*store.Record // by unit ID, in the layout's and the plan's order
	sources  map[*intake.File]*store.Source
	sent     map[*plan.Unit]int // sources of a unit so far
	closed   map[*intake.File]closed
	rivals   map[*store.Record][]rival // equal copies that differ
	topics   map[thing][]*store.Topic
	used     map[*store.Ruling]bool
	rank     map[string]int // of items, by 编号
	room     []store.Cell   // for the cells of a row

	targetsByID map[string]*plan.Target
}

// thing is what rows of several units are about.
type thing struct {
	sheet layout.SheetKey
	ref   string
}

// rival is what an equal copy says otherwise than the record.
type rival struct {
	col layout.Key
	Option
}

// closed is what the findings of a file close: cells, and whole rows (column 0).
type closed map[finding.Place]bool

func closedBy(list finding.List) closed {
	c := closed{}
	for i := range list {
		if f := &list[i]; f.Severity == finding.Error && f.Place.Row > 0 {
			c[f.Place] = true
		}
	}
	return c
}

func (c closed) holds(at finding.Place) bool {
	return c[at] || c[finding.Place{Sheet: at.Sheet, Row: at.Row}]
}

// collect takes the accepted filled cells of every row that counts.
func (m *merger) collect() {
	for u, rows := range m.in.Batch.Rows() {
		for _, f := range u.Files {
			m.source(f, u)
		}
		records := make([]store.Record, len(rows))
		for j := range rows {
			m.row(u, &rows[j], &records[j])
		}
		m.inOrder(m.byUnit[u.Unit.ID])
		m.sum.Records = append(m.sum.Records, m.byUnit[u.Unit.ID]...)
	}
}

// inOrder sorts a unit's records as the layout and the plan have them; fillers
// sort their rows as they like.
func (m *merger) inOrder(records []*store.Record) {
	sheets := sheetOrder()
	slices.SortStableFunc(records, func(a, b *store.Record) int {
		return cmp.Or(cmp.Compare(sheets[a.Sheet], sheets[b.Sheet]), cmp.Compare(m.rank[a.Ref], m.rank[b.Ref]))
	})
}

// ranks numbers the items in the plan's order.
func ranks(p *plan.Plan) map[string]int {
	rank := make(map[string]int, len(p.Items))
	for i := range p.Items {
		rank[p.Items[i].Ref] = i
	}
	return rank
}

func (m *merger) source(f *intake.File, u *intake.UnitResult) *store.Source {
	if s := m.sources[f]; s != nil {
		return s
	}
	s := &store.Source{
		Year: m.sum.Frame.Year, UnitID: u.Unit.ID, Unit: u.Unit.Name, Name: layout.CopyName(m.sum.Frame.Year, u.Unit.Name, 1+m.sent[u.Unit]),
		SHA256: f.SHA256, Revision: f.Identity.Revision, Modified: f.Modified(), Outcome: f.Outcome,
	}
	for _, t := range f.Tabs() {
		s.Sheets = append(s.Sheets, store.SourceSheet{Key: t.Key, Name: t.Name, Cols: declared(t)})
	}
	m.sources[f] = s
	m.sent[u.Unit]++
	m.closed[f] = closedBy(f.Findings)
	m.sum.Sources = append(m.sum.Sources, s)
	return s
}

// declared returns the columns of a sheet by column of its declaration: not all of
// those are issued.
func declared(t workbook.Tab) []int {
	decl := layout.SheetOf(t.Key)
	cols := make([]int, len(decl.Columns))
	for i := range t.Columns {
		if j := decl.Index(t.Columns[i].Key); j >= 0 {
			cols[j] = t.Cols[i]
		}
	}
	return cols
}

// row makes the record of a row that counts. Totals.In counts here, cell by cell.
func (m *merger) row(u *intake.UnitResult, row *intake.Resolved, r *store.Record) {
	*r = store.Record{Source: m.source(row.File, u), Topic: m.topic(row.Sheet.Form.Key, row.Ref(), row.Issued.Subject), Row: row.R}
	filled := m.cells(r, row, u)
	m.contradiction(r, row)
	if m.rival(r, row, u); filled+len(r.Waiting())+len(m.rivals[r]) == 0 {
		return
	}
	for c := range r.Cells.All() {
		r.SourceOf(c.Col).Cells++
	}
	m.sum.Totals.In += filled
	t := thing{r.Sheet, r.Ref}
	m.byThing[t] = append(m.byThing[t], r)
	m.byUnit[r.UnitID] = append(m.byUnit[r.UnitID], r)
}

// cells takes the cells of a row: accepted, waiting for verification, or nothing. It
// returns how many were accepted.
func (m *merger) cells(r *store.Record, row *intake.Resolved, u *intake.UnitResult) (filled int) {
	var waiting []store.Cell
	cells := m.room[:0]
	for i := range row.Values {
		v, file := &row.Values[i], row.FileOf(i)
		c := store.Cell{Col: row.Sheet.Form.Columns[i].Key, Given: v.Given, At: v.Place, State: v.State, Preset: v.Preset, Origin: v.Origin}
		if file != row.File {
			r.From(c.Col, m.source(file, u))
		}
		switch taken(row.Row, i, m.closed[file]) {
		case accepted:
			c.Text = v.Text
			cells = append(cells, c)
		case waits:
			waiting = append(waiting, c)
			r.Show(c.Col, WordBlocked)
		case empty:
			if m.closed[file][v.Place] { // what is required is missing
				r.Show(c.Col, WordBlocked)
			}
		}
	}
	r.Wait(waiting...)
	if r.Cells = row.Cells(); len(cells) < r.Cells.Len() {
		r.Cells = workbook.Pack(cells...) // else the memory is shared with the return
	}
	m.room = cells
	return len(cells)
}

// topic returns what a row is about, one for all units that say the same of it.
func (m *merger) topic(sheet layout.SheetKey, ref string, about layout.Subject) *store.Topic {
	about.Unit = nil
	t := thing{sheet, ref}
	for _, known := range m.topics[t] {
		if known.About.Duty == about.Duty && slices.Equal(known.About.Items, about.Items) {
			return known
		}
	}
	m.topics[t] = append(m.topics[t], &store.Topic{Sheet: sheet, Ref: ref, About: &about})
	return m.topics[t][len(m.topics[t])-1]
}

// fate is what becomes of a cell of a row that counts.
type fate uint8

const (
	empty    fate = iota // nothing is in it, or it is not to fill
	waits                // a fault closes it until it is verified
	accepted             // filled, and no fault
)

func taken(row *workbook.Row, i int, closed closed) fate {
	v := &row.Values[i]
	switch {
	case i >= len(row.Issued.Modes) || row.Issued.Modes[i] != layout.Open || v.State == workbook.Blank:
		return empty
	case v.State == workbook.Faulty || closed.holds(v.Place):
		return waits
	}
	return accepted
}

// rival compares a row with the copies that fill it differently: cells of equal
// copies are to be decided, and those taken count in Totals.In; cells of older
// copies are listed.
func (m *merger) rival(r *store.Record, row *intake.Resolved, u *intake.UnitResult) {
	for i := range row.Rivals {
		other := &row.Rivals[i]
		src := m.source(other.File, u)
		for k := range other.Values {
			col := other.Sheet.Form.Columns[k].Key
			ours, theirs := optionOf(r, col), m.rivalOption(r, other, k)
			switch {
			case theirs.like(ours) || !other.Own(k):
			case r.Sheet == layout.Cover && col != layout.Delivery && other.File.IssuedTo != row.FileOf(k).IssuedTo:
				together(r, col, theirs.Text) // of two units that are one now each had its own filler
			case other.Equal(k):
				m.rivals[r] = append(m.rivals[r], rival{col, theirs})
				if theirs.Cell {
					src.Cells++
					m.sum.Totals.In++
				}
			case theirs.Cell:
				theirs.Cell = false
				m.sum.Conflicts = append(m.sum.Conflicts, &Conflict{
					Kind: Superseded, Spot: store.Spot{Year: r.Year, Sheet: r.Sheet, Ref: r.Ref, Col: col, Unit: r.UnitID}, Options: []Option{ours, theirs},
				})
			}
		}
	}
}

// rivalOption is what another copy of the record's row says in a column.
func (m *merger) rivalOption(r *store.Record, other *intake.Rival, k int) Option {
	v := &other.Values[k]
	o := Option{UnitID: r.UnitID, Unit: r.Unit, Source: m.sources[other.File], At: v.Place}
	switch taken(other.Row, k, m.closed[other.File]) {
	case accepted:
		o.Text, o.Given, o.Cell = v.Text, v.Given, true
	case waits:
		o.Given, o.Waits = v.Given, true
	}
	return o
}

// optionOf is what the record says in a column, blank where nothing.
func optionOf(r *store.Record, col layout.Key) Option {
	o := Option{UnitID: r.UnitID, Unit: r.Unit, Source: r.Source}
	if c, ok := r.In(r.Cells, col); ok {
		o.Text, o.Given, o.At, o.Source, o.Cell, o.Own = c.Text, c.Given, c.At, r.SourceOf(col), true, true
	}
	if c, ok := r.In(r.Waiting(), col); ok {
		o.Given, o.At, o.Source, o.Waits = c.Given, c.At, r.SourceOf(col), true
	}
	return o
}

// contradiction reports figures of earlier years on which the return rests that
// are not those of the summaries: it was issued before they were corrected.
func (m *merger) contradiction(r *store.Record, row *intake.Resolved) {
	if m.in.History == nil {
		return
	}
	for i := range row.Sheet.Form.Columns {
		c := &row.Sheet.Form.Columns[i]
		if c.Role != layout.Earlier || c.Issue == nil || row.Issued.Modes[i] != layout.Locked {
			continue
		}
		shown, known := row.Issued.Issued[i], c.Issue(row.Issued.Subject, m.sum.Frame, m.in.History)
		if strings.TrimSpace(shown) == "" || known == "" || store.Same(strings.TrimSpace(shown), strings.TrimSpace(known)) {
			continue
		}
		m.findings.Add(finding.HistoryDiffers, finding.At(row.Values[i].Place), finding.Row(r.Ref), finding.Column(row.Sheet.Heading(c.Key)),
			finding.Given(r.Unit+" "+shown), finding.Expected(known))
	}
}

// together shows what several say of a column, none of them wrong.
func together(r *store.Record, col layout.Key, words string) {
	switch shown := r.Shown(col); {
	case words == "" || slices.Contains(strings.Split(shown, ";"), words):
	case shown == "" || shown == WordBlocked:
		r.Show(col, words)
	default:
		r.Show(col, shown+";"+words)
	}
}
