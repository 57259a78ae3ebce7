package consolidate

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
)

// settles reports a column that has one value for all units of a row: numbers and
// choices of leads, targets and indicators. Texts stand beside each other, each
// under its unit's name.
func settles(sheet layout.SheetKey, c *layout.Column) bool {
	if sheet != layout.Lead && sheet != layout.Targets && sheet != layout.Indicators {
		return false
	}
	return c.Role == layout.Fill && (c.Kind == layout.Number || c.Kind == layout.Choice)
}

// settle finds the value of every column of a row that several units may fill.
func (m *merger) settle(sheet layout.SheetKey, ref string) map[layout.Key]*Settled {
	out := map[layout.Key]*Settled{}
	decl := layout.SheetOf(sheet)
	records := m.byThing[thing{sheet, ref}]
	for i := range decl.Columns {
		c := &decl.Columns[i]
		if !settles(sheet, c) {
			continue
		}
		out[c.Key] = m.one(Spot{Year: m.sum.Frame.Year, Sheet: sheet, Ref: ref, Col: c.Key}, c, records)
	}
	return out
}

// one settles one spot: what all units agree on, what was ruled, or nothing and a
// conflict.
func (m *merger) one(spot Spot, c *layout.Column, records []*Record) *Settled {
	s := &Settled{Spot: spot}
	var options []Option
	kind := UnitsDiffer
	for _, r := range records {
		o, rivals := r.option(spot.Col), m.rivalsOf(r, spot.Col)
		s.Blocked = s.Blocked || o.Waits
		if len(rivals) > 0 {
			kind = CopiesDiffer
		}
		if o.Cell {
			s.From = append(s.From, r)
		}
		if o.Cell || len(rivals) > 0 {
			options = append(append(options, o), rivals...)
		}
	}
	if earlier := m.in.History.base(spot); earlier != nil && len(options) > 0 {
		options = append(options, *earlier)
		if kind != CopiesDiffer && allEqual(options[:len(options)-1]) {
			kind = HistoryDiffer
		}
	}
	m.sum.settled[spot] = s
	switch {
	case len(options) == 0:
		return s
	case kind != CopiesDiffer && allEqual(options):
		s.Text = options[0].Text
		return s
	}
	s.Conflict = m.conflict(spot, kind, options)
	if r := s.Conflict.Ruling; r != nil {
		s.Text = r.Value
	}
	return s
}

// rivalsOf are what equal copies say otherwise of a cell of the record.
func (m *merger) rivalsOf(r *Record, col layout.Key) []Option {
	var options []Option
	for _, v := range m.rivals[r] {
		if v.col == col {
			options = append(options, v.Option)
		}
	}
	return options
}

// conflict records that options differ, with the ruling made for just these.
func (m *merger) conflict(spot Spot, kind ConflictKind, options []Option) *Conflict {
	c := &Conflict{Spot: spot, Kind: kind, Options: options}
	m.sum.Conflicts = append(m.sum.Conflicts, c)
	m.rule(c)
	if c.Ruling == nil {
		m.report(finding.ValuesDiffer, spot, finding.Message(string(kind)), finding.Given(c.words()))
	}
	return c
}

// words prints the options: 市发展改革委 6.1;市统计局 6.3.
func (c *Conflict) words() string {
	text := ""
	for i, o := range c.Options {
		if i > 0 {
			text += ";"
		}
		text += o.Unit + " " + o.shown()
	}
	return text
}

// beside lays open the differing copies of texts, which have a value for each unit.
func (m *merger) beside() {
	for _, r := range m.sum.records {
		seen := map[layout.Key]bool{}
		for _, v := range m.rivals[r] {
			if seen[v.col] || settles(r.Sheet, columnOf(r.Sheet, v.col)) {
				continue
			}
			seen[v.col] = true
			m.besideOne(r, v.col)
		}
	}
}

func (m *merger) besideOne(r *Record, col layout.Key) {
	options := append([]Option{r.option(col)}, m.rivalsOf(r, col)...)
	spot := Spot{Year: r.Year, Sheet: r.Sheet, Ref: r.Ref, Col: col, Unit: r.UnitID}
	s := &Settled{Spot: spot, From: []*Record{r}, Conflict: m.conflict(spot, CopiesDiffer, options)}
	if r.shown == nil {
		r.shown = map[layout.Key]string{}
	}
	if r.shown[col] = wordOpen + ":" + s.Conflict.words(); s.Conflict.Ruling != nil {
		s.Text = s.Conflict.Ruling.Value
		r.shown[col] = s.Text
	}
	m.sum.settled[spot] = s
}

// allEqual compares values: numbers as numbers, the rest as text.
func allEqual(options []Option) bool {
	for _, o := range options[1:] {
		if !same(options[0].Text, o.Text) {
			return false
		}
	}
	return true
}

func same(a, b string) bool {
	if a == b {
		return true
	}
	x, y := numberOf(a), numberOf(b)
	return x.Valid && y.Valid && x.Decimal.Equal(y.Decimal)
}

// maxDigits bounds what is taken for a number: longer text, or an exponent, would
// cost more than any figure is worth.
const maxDigits = 40

// numberOf reads a canonical decimal; nothing where the text is none.
func numberOf(text string) decimal.NullDecimal {
	if text == "" || len(text) > maxDigits {
		return decimal.NullDecimal{}
	}
	for i := 0; i < len(text); i++ {
		if c := text[i]; (c < '0' || c > '9') && c != '.' && c != '-' {
			return decimal.NullDecimal{}
		}
	}
	d, err := decimal.NewFromString(text)
	return decimal.NullDecimal{Decimal: d, Valid: err == nil}
}

func columnOf(sheet layout.SheetKey, col layout.Key) *layout.Column {
	s := layout.SheetOf(sheet)
	if s == nil {
		return nil
	}
	if i := s.Index(col); i >= 0 {
		return &s.Columns[i]
	}
	return nil
}
