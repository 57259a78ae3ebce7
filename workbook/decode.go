package workbook

import (
	"cmp"
	"slices"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// Decode reads the cells of a workbook that Identify found to be ours, against
// the form of its unit and year. It always returns a Return; what could not be
// read is in the findings, and faulty or missing in the Return.
func Decode(b *ooxml.Book, id Identified, form *layout.Form) (*Return, finding.List) {
	form = asStamped(form, id.Stamp)
	d := &decoder{book: b, issuedTo: id.IssuedTo, ret: &Return{
		Identity: id.Identity, Unit: form.Unit.Name, Form: form, Stamp: id.Stamp, Modified: b.Modified, Sent: readSent(b),
	}}
	grids := d.grids()
	for _, fs := range form.Sheets {
		switch g := grids[fs.Key]; {
		case g == nil:
			d.pageMissing(fs)
		case fs.Form:
			d.cover(fs, g)
		default:
			d.table(d.asFound(fs, g), g)
		}
	}
	d.notes(grids)
	d.ret.markSent()
	d.hear()
	return d.ret, d.found
}

// asStamped returns the form with the columns that were issued: by the plan, or by what
// is known of earlier years, there may be more or fewer since.
func asStamped(form *layout.Form, st *layout.Stamp) *layout.Form {
	issued := *form
	issued.Sheets = slices.Clone(form.Sheets)
	for i, fs := range form.Sheets {
		if s := stampedSheet(st, fs.Key); s != nil && slices.Contains(s.Cols, layout.Ref) && !slices.Equal(s.Cols, fs.Keys()) {
			issued.Sheets[i] = fs.With(s.Cols)
		}
	}
	return &issued
}

// asFound returns a sheet of which the stamp is lost with the columns that were issued
// beyond those of the form, by their headings.
func (d *decoder) asFound(fs *layout.FormSheet, g *ooxml.Grid) *layout.FormSheet {
	if d.ret.Stamp != nil {
		return fs
	}
	all, keys := fs.All(), fs.Keys()
	for i, col := range sheet.FindHead(g, sheet.Headings(all.Headings)).Cols {
		if col > 0 {
			keys = append(keys, all.Columns[i].Key)
		}
	}
	fs = fs.With(keys)
	for i := range d.ret.Form.Sheets {
		if d.ret.Form.Sheets[i].Key == fs.Key {
			d.ret.Form.Sheets[i] = fs
		}
	}
	return fs
}

func stampedSheet(st *layout.Stamp, k layout.SheetKey) *layout.StampedSheet {
	if st == nil {
		return nil
	}
	return st.Sheet(k)
}

// decoder reads one workbook.
type decoder struct {
	free     []Value // room for values to come
	book     *ooxml.Book
	ret      *Return
	issuedTo string // the unit of the return before another took its place
	found    finding.List
	others   []otherPage
}

// take takes the room for n values; all is how many more there may be.
func (d *decoder) take(n, all int) []Value {
	if len(d.free) < n {
		d.free = make([]Value, max(n, all))
	}
	values := d.free[:n:n]
	d.free = d.free[n:]
	return values
}

// stamped returns what the stamp says of a sheet, nil where nothing usable.
func (d *decoder) stamped(fs *layout.FormSheet) *layout.StampedSheet {
	if s := stampedSheet(d.ret.Stamp, fs.Key); s != nil && slices.Equal(s.Cols, fs.Keys()) {
		return s
	}
	return nil
}

// ownSheets are tabs that the program itself adds to a workbook it sends back.
var ownSheets = []string{layout.StampSheet, layout.FaultList, layout.ConsultSheet, SentSheet}

// grids finds the sheets of the form: by name, then by headings; and names what
// is left over.
func (d *decoder) grids() map[layout.SheetKey]*ooxml.Grid {
	grids := map[layout.SheetKey]*ooxml.Grid{}
	taken := d.pagesOfOthers()
	strange := slices.Clone(taken)
	for _, same := range []func(a, b string) bool{
		func(a, b string) bool { return a == b },
		func(a, b string) bool { return text.Key(a) == text.Key(b) },
	} {
		d.byName(grids, taken, same)
	}
	if len(grids) < len(d.ret.Form.Sheets) {
		d.byHeadings(grids, taken)
	}
	for i, g := range d.book.Sheets {
		if taken[i] {
			if !strange[i] && g.State != ooxml.Visible {
				d.found.Add(finding.SheetHidden, finding.At(finding.Place{Sheet: g.Name}))
			}
		} else if !slices.Contains(ownSheets, text.Key(g.Name)) {
			d.extra(g)
		}
	}
	d.besideOwn(grids)
	return grids
}

func (d *decoder) byName(grids map[layout.SheetKey]*ooxml.Grid, taken []bool, same func(a, b string) bool) {
	for _, fs := range d.ret.Form.Sheets {
		for i, g := range d.book.Sheets {
			if grids[fs.Key] != nil || taken[i] || !same(g.Name, fs.Name) {
				continue
			}
			grids[fs.Key], taken[i] = g, true
			if g.Name != fs.Name {
				d.renamed(fs, g)
			}
		}
	}
}

func (d *decoder) renamed(fs *layout.FormSheet, g *ooxml.Grid) {
	d.found.Add(finding.SheetRenamed, finding.At(finding.Place{Sheet: g.Name}), finding.Given(g.Name), finding.Expected(fs.Name))
}

// byHeadings gives each sheet still missing the one left whose headings fit best.
func (d *decoder) byHeadings(grids map[layout.SheetKey]*ooxml.Grid, taken []bool) {
	for _, fs := range d.ret.Form.Sheets {
		if grids[fs.Key] != nil {
			continue
		}
		best, most := -1, len(fs.Columns)/2
		for i, g := range d.book.Sheets {
			if taken[i] || slices.Contains(ownSheets, text.Key(g.Name)) {
				continue
			}
			if n := fitness(fs, g); n > most {
				best, most = i, n
			}
		}
		if best >= 0 {
			grids[fs.Key], taken[best] = d.book.Sheets[best], true
			d.renamed(fs, d.book.Sheets[best])
		}
	}
}

// fitness counts the headings, or labels of the cover, that a sheet carries.
func fitness(fs *layout.FormSheet, g *ooxml.Grid) int {
	if !fs.Form {
		h := sheet.FindHead(g, sheet.Headings(fs.Headings))
		return h.Hits
	}
	n := 0
	for _, at := range sheet.FindLabels(g, sheet.Headings(fs.Headings)) {
		if at.Row > 0 {
			n++
		}
	}
	return n
}

// extra names a sheet that was not issued.
func (d *decoder) extra(g *ooxml.Grid) {
	if len(g.Rows) == 0 {
		return
	}
	for _, fs := range d.ret.Form.Sheets {
		if fitness(fs, g)*2 > len(fs.Columns) {
			d.found.Add(finding.SheetCopy, finding.At(finding.Place{Sheet: g.Name}), finding.Given(g.Name))
			return
		}
	}
	d.found.Add(finding.SheetExtra, finding.At(finding.Place{Sheet: g.Name}), finding.Given(g.Name))
}

// fill puts a cell to fill into its value and reports what there is to say.
func (d *decoder) fill(v *Value, c *ooxml.Cell, s *Sheet, i int, row *layout.Row) {
	col := &s.Form.Columns[i]
	want := sheet.Want{Kind: col.Kind, List: col.ListOf(row.Subject)}
	if col.Unit != nil {
		want.Unit = col.Unit(row.Subject)
	}
	r := sheet.Take(d.book, c, want)
	v.Given, v.Text, v.Number, v.State = sheet.Shown(d.book, c, col.Kind), r.Text, r.Number, r.State
	if r.Code != "" {
		d.say(v, r, s, i, row)
	}
	if c.Formula == ooxml.Cached && r.State == Filled {
		d.found.Add(finding.FormulaRead, finding.At(v.Place), finding.Row(row.Ref), finding.Column(s.Headings[i]), finding.Given(c.Text))
	}
}

func (d *decoder) say(v *Value, r sheet.Reading, s *Sheet, i int, row *layout.Row) {
	want := r.Want
	if want == "" && r.State == Faulty {
		want = Belongs(row, &s.Form.Columns[i])
	}
	opts := []finding.Option{finding.At(v.Place), finding.Row(row.Ref), finding.Column(s.Headings[i]),
		finding.Given(cmp.Or(r.Given, v.Given)), finding.Expected(want)}
	if r.What != "" {
		opts = append(opts, finding.Message(r.What))
	}
	if r.Hint != "" {
		opts = append(opts, finding.Hint(r.Hint))
	}
	if r.Code == finding.NumberUnit && r.Want != "" {
		opts = append(opts, finding.Hint("请换算成“"+r.Want+"”后只填数"))
	}
	d.found.Add(r.Code, opts...)
}
