package store

import (
	"maps"
	"slices"

	"tianbao/consolidate/judge"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
)

// History is what the summaries of earlier years hold: last year's, and through it
// the years before. It is a layout.Past. A nil History is one without any year.
type History struct {
	Last     int // the year of the summary it was read from
	plan     *plan.Plan
	records  map[Spot]*Record   // Spot without column
	rows     map[Spot][]*Record // the same without unit
	settled  map[Spot]settledThen
	verdicts map[Spot]judge.Verdict // Spot of a year, sheet and 编号
	sources  []*Source
	lines    [][]string // as stored, to be carried on

	before map[string][]string // by unit ID: those it has taken the place of
}

// settledThen is a value that counted in an earlier year.
type settledThen struct {
	text  string
	ruled bool
	basis string
}

var _ layout.Past = (*History)(nil)

// Precedes says why the history cannot go before a report year; nothing where it
// can.
func (h *History) Precedes(year int) finding.List {
	var list finding.List
	if h != nil && h.Last >= year {
		list.Add(finding.SummaryYear, finding.Given(text.Year(h.Last)), finding.Expected(text.Year(year-1)))
	}
	return list
}

// Holds reports whether the files of a year are just these, by their content.
func (h *History) Holds(year int, files []*Source) bool {
	held := map[string]bool{}
	for _, f := range h.sources {
		if f.Year == year {
			held[f.SHA256] = true
		}
	}
	now := map[string]bool{}
	for _, f := range files {
		now[f.SHA256] = true
	}
	return maps.Equal(held, now)
}

// Text returns what a unit reported in an earlier year, as it was taken: a ruled
// value in place of its own, what a unit that it replaced reported, and for values
// of targets and indicators that changed hands the value that counted.
func (h *History) Text(year int, unitID string, sheet layout.SheetKey, ref string, col layout.Key) string {
	if h == nil {
		return ""
	}
	spot := Spot{Year: year, Sheet: sheet, Ref: ref, Col: col}
	own := spot
	own.Unit = unitID
	for _, s := range []Spot{spot, own} {
		if then, ok := h.settled[s]; ok && then.ruled {
			return then.text
		}
	}
	for _, id := range h.units(unitID) {
		if r := h.records[Spot{Year: year, Sheet: sheet, Ref: ref, Unit: id}]; r != nil {
			return r.Text(col)
		}
	}
	if text := h.settled[spot].text; text != "" || sheet != layout.Lead {
		return text
	}
	if r := h.moved(year, ref); r != nil {
		return r.Text(col)
	}
	return ""
}

// moved is what the unit said of an item that led it in an earlier year and does no
// more; nil where there is none, or where several did.
func (h *History) moved(year int, ref string) *Record {
	rows, it := h.rows[Spot{Year: year, Sheet: layout.Lead, Ref: ref}], h.plan.Item(ref)
	if len(rows) != 1 || it == nil {
		return nil
	}
	for _, name := range it.LeadUnits() {
		if u := h.plan.Unit(name); u != nil && slices.Contains(h.units(u.ID), rows[0].UnitID) {
			return nil
		}
	}
	return rows[0]
}

// units returns the unit and those it has taken the place of.
func (h *History) units(id string) []string { return append([]string{id}, h.before[id]...) }

// follow notes which units have taken the place of others: by 承接单位, or by an alias
// where the catalogue lists them no more.
func (h *History) follow() {
	h.before = map[string][]string{}
	now, names := h.plan.Answering(), h.plan.Names()
	listed := map[string]bool{}
	note := func(id, name string) {
		if u := names[now[name]]; u != nil && u.ID != id && !slices.Contains(h.before[u.ID], id) {
			h.before[u.ID] = append(h.before[u.ID], id)
		}
	}
	for i := range h.plan.Units {
		listed[h.plan.Units[i].ID] = true
		note(h.plan.Units[i].ID, h.plan.Units[i].Name)
	}
	for _, f := range h.sources {
		if !listed[f.UnitID] {
			note(f.UnitID, f.Unit)
		}
	}
}

// Value returns the value that counted in an earlier year, "" where none.
func (h *History) Value(s Spot) string {
	if h == nil {
		return ""
	}
	return h.settled[s].text
}

// Verdict returns how an indicator or a target stood in an earlier year.
func (h *History) Verdict(year int, sheet layout.SheetKey, ref string) judge.Verdict {
	if h == nil {
		return ""
	}
	return h.verdicts[Spot{Year: year, Sheet: sheet, Ref: ref}]
}

// Done reports whether a target was judged to be done, in time or late, in a year from
// its due year on.
func (h *History) Done(ref string, due int) bool {
	if h == nil {
		return false
	}
	for y := due; y <= h.Last; y++ {
		if h.plan.IsDone(string(h.Verdict(y, layout.Targets, ref))) {
			return true
		}
	}
	return false
}

// Confirmed returns the base value that was ruled on last.
func (h *History) Confirmed(sheet layout.SheetKey, ref string) string {
	if h == nil {
		return ""
	}
	for y := h.Last; y >= h.plan.Period.First; y-- {
		if then := h.settled[Spot{Year: y, Sheet: sheet, Ref: ref, Col: layout.BaseValue}]; then.ruled {
			return then.text
		}
	}
	return ""
}

// Reported returns what a unit itself reported in an earlier year, "" where nothing.
func (h *History) Reported(year int, unitID string, sheet layout.SheetKey, ref string, col layout.Key) string {
	if h == nil {
		return ""
	}
	if r := h.records[Spot{Year: year, Sheet: sheet, Ref: ref, Unit: unitID}]; r != nil {
		return r.Text(col)
	}
	return ""
}
