package consolidate

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// csvHead is the heading line of the tidy table: a line for every accepted cell.
var csvHead = []string{"年份", "表", "编号", "内容", "单位", "栏目", "填报值", "采用值", "计量单位", "采用情况", "文件", "工作表", "单元格", "SHA-256"}

// CSV prints the merged cells as one tidy table, UTF-8 with BOM. A text that a
// spreadsheet would take for a formula gets an apostrophe before it; numbers, also
// negative ones, stay as they are.
func CSV(s *Summary) []byte {
	out := bytes.NewBufferString("\uFEFF")
	w := csv.NewWriter(out)
	w.UseCRLF = true
	_ = w.Write(csvHead) // a buffer does not fail
	for _, r := range s.records {
		for i := range r.Cells {
			_ = w.Write(s.csvLine(r, &r.Cells[i]))
		}
	}
	for _, c := range s.Conflicts {
		for _, o := range c.Options {
			if o.Cell && !o.Own {
				r := &Record{Year: c.Year, UnitID: o.UnitID, Unit: o.Unit, Sheet: c.Sheet, Ref: c.Ref, Source: o.Source}
				_ = w.Write(s.csvLine(r, &Cell{Col: c.Col, Text: o.Text, Given: o.Given, At: o.At}))
			}
		}
	}
	w.Flush()
	return out.Bytes()
}

func (s *Summary) csvLine(r *Record, c *Cell) []string {
	taken, how := s.counted(r, c)
	line := []string{
		strconv.Itoa(r.Year), layout.SheetOf(r.Sheet).Name, r.Ref, r.subject(s.Plan), r.Unit, headingOf(s.Plan, r, c.Col),
		c.Text, taken, unitOf(s.Plan, r, c.Col), how, r.Source.Name, c.At.Sheet, c.At.Cell(), r.Source.SHA256,
	}
	for i := range line {
		line[i] = harmless(line[i])
	}
	return line
}

// counted is the value that counts for a cell, and how it came to.
func (s *Summary) counted(r *Record, c *Cell) (taken, how string) {
	spot := Spot{Year: r.Year, Sheet: r.Sheet, Ref: r.Ref, Col: c.Col}
	own := spot
	own.Unit = r.UnitID
	for _, at := range []Spot{spot, own} {
		switch v := s.settled[at]; {
		case v.Open():
			return "", wordOpen
		case v != nil && v.Conflict != nil:
			return v.Text, "已核定"
		}
	}
	return c.Text, "采用"
}

// harmless keeps a text from being taken for a formula.
func harmless(text string) string {
	if text == "" || !strings.ContainsAny(text[:1], "=+-@\t\r") || numberOf(text).Valid {
		return text
	}
	return "'" + text
}

// subject names what the record is about.
func (r *Record) subject(p *plan.Plan) string {
	switch {
	case r.issued == nil:
		return subjectOf(p, r.Sheet, r.Ref)
	case r.issued.Indicator != nil:
		return (&IndicatorLine{Indicator: r.issued.Indicator}).title()
	case r.issued.Target != nil:
		return r.issued.Target.Statement()
	case r.issued.Item != nil:
		return r.issued.Item.Title
	}
	return "封面"
}

// subjectOf names what a row is about.
func subjectOf(p *plan.Plan, sheet layout.SheetKey, ref string) string {
	switch sheet {
	case layout.Indicators:
		for i := range p.Indicators {
			if strconv.Itoa(p.Indicators[i].No) == ref {
				return (&IndicatorLine{Indicator: &p.Indicators[i]}).title()
			}
		}
	case layout.Targets:
		if t := targetOf(p, ref); t != nil {
			return t.Statement()
		}
	case layout.Cover:
		return "封面"
	}
	if it := p.Item(ref); it != nil {
		return it.Title
	}
	return ""
}

func targetOf(p *plan.Plan, id string) *plan.Target {
	for i := range p.Items {
		for j := range p.Items[i].Targets {
			if p.Items[i].Targets[j].ID == id {
				return &p.Items[i].Targets[j]
			}
		}
	}
	return nil
}

// unitOf is the unit of measure of a number.
func unitOf(p *plan.Plan, r *Record, col layout.Key) string {
	c := columnOf(r.Sheet, col)
	if c == nil || c.Unit == nil {
		return ""
	}
	sub := layout.Subject{Plan: p, Ref: r.Ref, Sheet: r.Sheet}
	if r.issued != nil {
		sub = r.issued.Subject
	} else if sub.Target = targetOf(p, r.Ref); sub.Target == nil {
		for i := range p.Indicators {
			if strconv.Itoa(p.Indicators[i].No) == r.Ref {
				sub.Indicator = &p.Indicators[i]
			}
		}
	}
	return c.Unit(sub)
}
