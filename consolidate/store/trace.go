package store

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// Origin is where a figure of the summary comes from.
type Origin struct {
	Year    int
	Sheet   layout.SheetKey
	Ref     string
	Column  string // heading, with its year
	Unit    string
	File    string // canonical name
	SHA256  string
	At      finding.Place // in the returned file
	Given   string
	Taken   string
	Counted string // what counts where it is another value than Taken
	Ruling  string // 核定依据, where the value was ruled
	Ruled   bool
	Waits   bool   // left out until it is verified (待核实)
	Revised string // what a later year's report made of it, "" where nothing
	In      int    // the year of that report
}

// Trail is where a figure comes from, this year's first, and who of those that answer
// for it gave nothing this year.
type Trail struct {
	Year    int
	Origins []Origin
	Absent  []Absent
}

// Absent is a unit of which the year's summary holds nothing that was asked about.
type Absent struct {
	Sheet     layout.SheetKey
	Ref, Unit string
	Sent      bool // a file of it came in
	Reported  bool // a return of it counts, but this is left open in it
}

// ErrNoOrigin is returned where nothing of the summary answers to the query.
var ErrNoOrigin = errors.New("汇总表里没有这一项的填报数据")

// readTab takes the line of a sheet of the summary.
func (st *kept) readTab(line []string) error {
	t := Tab{Name: line[1], Sheet: layout.SheetKey(line[5]), Cols: map[int]TabCol{}}
	t.Head, _ = strconv.Atoi(line[2])
	t.RefCol, _ = strconv.Atoi(line[3])
	t.UnitCol, _ = strconv.Atoi(line[4])
	for _, word := range line[6:] {
		if word == "" {
			continue
		}
		col, rest, ok := strings.Cut(word, "=")
		key, year, ok2 := strings.Cut(rest, "@")
		n, err := strconv.Atoi(col)
		y, err2 := strconv.Atoi(year)
		if !ok || !ok2 || err != nil || err2 != nil {
			return fmt.Errorf("%w: %s", errStore, word)
		}
		t.Cols[n] = TabCol{layout.Key(key), y}
	}
	st.tabs = append(st.tabs, t)
	return nil
}

// Trace follows a query of a summary workbook back to the cells it was taken from:
// an 编号 (51(3)-2), the number of an indicator (8, which may be an item's too), or
// a cell of the summary (主要目标一览表!J7). The findings say why a workbook is no
// summary of this plan.
func Trace(book *ooxml.Book, p *plan.Plan, query string) (*Trail, finding.List, error) {
	st, list := openSummary(book, p)
	if st == nil {
		return nil, list, nil
	}
	if strings.TrimSpace(query) == "" {
		return nil, list, fmt.Errorf("%w: 没有写编号或单元格", ErrNoOrigin)
	}
	q, err := st.query(book, strings.TrimSpace(query))
	if err != nil {
		return nil, list, err
	}
	t := &Trail{Year: st.year}
	for _, r := range st.all {
		if q.row(r) {
			t.Origins = append(t.Origins, st.origins(r, q)...)
		}
	}
	if q.year == 0 || q.year == st.year {
		t.Absent = st.absent(p, q, t.Origins)
	}
	if len(t.Origins)+len(t.Absent) == 0 {
		return nil, list, fmt.Errorf("%w: %s", ErrNoOrigin, query)
	}
	slices.SortStableFunc(t.Origins, func(a, b Origin) int {
		return cmp.Or(cmp.Compare(b.Year, a.Year), cmp.Compare(later(a.Sheet), later(b.Sheet)))
	})
	return t, list, nil
}

// absent lists the units that answer for what was asked and gave nothing this year.
func (st *kept) absent(p *plan.Plan, q question, origins []Origin) (list []Absent) {
	for _, a := range owners(p, q) {
		gave := slices.ContainsFunc(origins, func(o Origin) bool { return o.Year == st.year && o.Sheet == a.Sheet && o.Unit == a.Unit })
		if gave || q.unit != "" && q.unit != a.Unit {
			continue
		}
		for _, f := range st.history.sources {
			if f.Year == st.year && f.Unit == a.Unit {
				a.Sent, a.Reported = true, a.Reported || f.Outcome == intake.Accepted || f.Outcome == intake.Faulty
			}
		}
		list = append(list, a)
	}
	return list
}

// owners are the units that answer for an indicator, an item or a target, with the
// sheet on which they do.
func owners(p *plan.Plan, q question) (list []Absent) {
	add := func(sheet layout.SheetKey, units []string) {
		for _, name := range units {
			list = append(list, Absent{Sheet: sheet, Ref: q.ref, Unit: name})
		}
	}
	no, _ := strconv.Atoi(q.ref)
	if in := p.Indicator(no); in != nil && (q.sheet == "" || q.sheet == layout.Indicators) {
		add(layout.Indicators, in.Units)
	}
	if it := p.Item(q.ref); it != nil && (q.sheet == "" || q.sheet == layout.Lead) {
		add(layout.Lead, it.LeadUnits())
	}
	if it, t := p.Target(q.ref); t != nil {
		add(layout.Targets, it.LeadUnits())
	}
	return list
}

// later puts indicators before items of the same number.
func later(sheet layout.SheetKey) int {
	if sheet == layout.Indicators {
		return 0
	}
	return 1
}

// question is a query understood.
type question struct {
	ref   string
	sheet layout.SheetKey // "" for any
	unit  string
	key   layout.Key // "" for any
	year  int        // 0 for any
}

func (q question) row(r *Record) bool {
	return r.Ref == q.ref && (q.sheet == "" || r.Sheet == q.sheet) && (q.unit == "" || r.Unit == q.unit) && (q.year == 0 || r.Year == q.year || r.Year == q.year+1 && q.key == layout.Actual)
}

func (q question) cell(r *Record, col layout.Key) bool {
	switch {
	case q.key == "":
		return true
	case r.Year == q.year+1 && q.key == layout.Actual: // a later report may revise it
		return col == layout.Revised
	}
	return col == q.key
}

// query reads 编号 or a cell of the summary.
func (st *kept) query(book *ooxml.Book, text string) (question, error) {
	tab, cell, isCell := strings.Cut(strings.ReplaceAll(text, "\uff01", "!"), "!")
	if !isCell {
		return question{ref: text}, nil
	}
	tab = strings.Trim(tab, "'")
	row, column := finding.ReadCell(strings.TrimSpace(cell))
	for _, t := range st.tabs {
		if base, _, _ := strings.Cut(tab, " "); t.Name != base {
			continue
		}
		col, ok := t.Cols[column]
		grid := book.Sheet(tab)
		if !ok || grid == nil {
			break
		}
		q := question{sheet: t.Sheet, key: col.Key, year: col.Year, ref: sheet.TextIn(grid, row, t.RefCol), unit: sheet.TextIn(grid, row, t.UnitCol)}
		if q.ref == "" && q.unit == "" || row <= t.Head {
			break
		}
		return q, nil
	}
	return question{}, fmt.Errorf("%w: %s 不是取自填报表的单元格", ErrNoOrigin, text)
}

// origins lists the cells of a record that answer the question.
func (st *kept) origins(r *Record, q question) []Origin {
	origin := func(c Cell) Origin {
		return Origin{Year: r.Year, Sheet: r.Sheet, Ref: r.Ref, Column: r.Heading(st.history.plan, c.Col), Unit: r.Unit,
			File: r.SourceOf(c.Col).Name, SHA256: r.SourceOf(c.Col).SHA256, At: c.At, Given: c.Given}
	}
	var out []Origin
	for c := range r.All(r.Waiting()) {
		if q.cell(r, c.Col) {
			o := origin(c)
			o.Waits = true
			out = append(out, o)
		}
	}
	for c := range r.All(r.Cells) {
		if !q.cell(r, c.Col) {
			continue
		}
		o := origin(c)
		o.Taken = c.Text
		if (Spot{Sheet: r.Sheet, Col: c.Col}).Common() {
			o.Counted = Open
		}
		for _, unit := range []string{"", r.UnitID} {
			then, ok := st.history.settled[Spot{Year: r.Year, Sheet: r.Sheet, Ref: r.Ref, Col: c.Col, Unit: unit}]
			switch {
			case ok && (then.ruled || !Same(then.text, c.Text)):
				o.Counted, o.Ruled, o.Ruling = then.text, then.ruled, then.basis
			case ok:
				o.Counted = ""
			}
		}
		for _, next := range st.history.rows[Spot{Year: r.Year + 1, Sheet: r.Sheet, Ref: r.Ref}] {
			if c.Col == layout.Actual && slices.Contains(st.history.units(next.UnitID), r.UnitID) {
				o.Revised, o.In = next.Text(layout.Revised), next.Year
			}
		}
		out = append(out, o)
	}
	return out
}
