package consolidate

import (
	"strconv"

	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// Kept is what the summary hands on to next year, to rulings and to trace.
func (s *Summary) Kept() *store.Kept {
	return &store.Kept{Plan: s.Plan, Year: s.Frame.Year, Past: s.Past, Sources: s.Sources, Records: s.Records,
		Copies: s.Copies(), Lines: s.lines(), Ruled: s.ruled()}
}

// Copies lists the accepted cells of equal copies that differ, which belong to no
// record that counts: a record of one cell for each.
func (s *Summary) Copies() (list []*store.Record) {
	for _, c := range s.Conflicts {
		for _, o := range c.Options {
			if o.Cell && !o.Own {
				list = append(list, &store.Record{Source: o.Source, Topic: &store.Topic{Sheet: c.Sheet, Ref: c.Ref}, Row: o.At.Row,
					Cells: workbook.Pack(store.Cell{Col: c.Col, Text: o.Text, Given: o.Given, At: o.At})})
			}
		}
	}
	return list
}

// lines prints what counted in each row, with its verdict.
func (s *Summary) lines() (list []store.Line) {
	add := func(ref string, sheet layout.SheetKey, settled map[layout.Key]*Settled, v judge.Verdict) {
		l := store.Line{Sheet: sheet, Ref: ref, Values: map[layout.Key]string{}, Verdict: v}
		for col, one := range settled {
			l.Values[col] = one.Text
		}
		list = append(list, l)
	}
	for _, l := range s.Items {
		add(l.Ref, layout.Lead, map[layout.Key]*Settled{layout.Status: l.Status}, "")
	}
	for _, l := range s.Targets {
		add(l.ID, layout.Targets, l.Settled, l.Verdict.Verdict)
	}
	for _, l := range s.Indicators {
		add(strconv.Itoa(l.No), layout.Indicators, l.Settled, l.Verdict.Verdict)
	}
	return list
}

// Counted is the value that counts for a cell, and how it came to.
func (s *Summary) Counted(r *store.Record, c store.Cell) (taken, how string) {
	spot := store.Spot{Year: r.Year, Sheet: r.Sheet, Ref: r.Ref, Col: c.Col}
	own := spot
	own.Unit = r.UnitID
	for _, at := range []store.Spot{spot, own} {
		switch v := s.disputed[at]; {
		case v.Open():
			return "", store.Open
		case v != nil && v.Conflict != nil:
			return v.Text, "已核定"
		}
	}
	return c.Text, "采用"
}
