package report

import (
	"bufio"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// csvHead is the heading line of the tidy table: a line for every accepted cell.
var csvHead = []string{"年份", "表", "编号", "内容", "单位", "栏目", "填报值", "采用值", "计量单位", "采用情况", "文件", "工作表", "单元格", "SHA-256"}

// CSV prints the merged cells as one tidy table, UTF-8 with BOM. A text that a
// spreadsheet would take for a formula gets an apostrophe before it; numbers, also
// negative ones, stay as they are.
func CSV(to io.Writer, s *consolidate.Summary) error {
	out := bufio.NewWriter(to)
	_, _ = out.WriteString("\uFEFF") // the first failure sticks, and Flush returns it
	w := csv.NewWriter(out)
	w.UseCRLF = true
	_ = w.Write(csvHead)
	for _, records := range [][]*store.Record{s.Records, s.Copies()} {
		for _, r := range records {
			for c := range r.All(r.Cells) {
				_ = w.Write(csvLine(s, r, c))
			}
		}
	}
	w.Flush()
	return w.Error()
}

func csvLine(s *consolidate.Summary, r *store.Record, c store.Cell) []string {
	taken, how := s.Counted(r, c)
	line := []string{
		strconv.Itoa(r.Year), layout.SheetOf(r.Sheet).Name, r.Ref, subject(s.Plan, r), r.Unit, r.Heading(s.Plan, c.Col),
		c.Given, taken, unitOf(s.Plan, r, c.Col), how, r.SourceOf(c.Col).Name, c.At.Sheet, c.At.Cell(), r.SourceOf(c.Col).SHA256,
	}
	for i := range line {
		line[i] = harmless(line[i])
	}
	return line
}

// harmless keeps a text from being taken for a formula.
func harmless(text string) string {
	if text == "" || !strings.ContainsAny(text[:1], "=+-@\t\r") || store.Number(text).Valid {
		return text
	}
	return "'" + text
}

// subject names what the record is about.
func subject(p *plan.Plan, r *store.Record) string {
	switch {
	case r.About == nil:
		return SubjectOf(p, r.Sheet, r.Ref)
	case r.About.Indicator != nil:
		return r.About.Indicator.Label()
	case r.About.Target != nil:
		return r.About.Target.Statement()
	case r.About.Item != nil || r.About.Chapter != nil:
		return r.About.Task()
	}
	return "封面"
}

// SubjectOf names what a row is about.
func SubjectOf(p *plan.Plan, sheet layout.SheetKey, ref string) string {
	switch sub := (store.Spot{Sheet: sheet, Ref: ref}).Subject(p); {
	case sub.Indicator != nil:
		return sub.Indicator.Label()
	case sub.Target != nil:
		return sub.Target.Statement()
	case sheet == layout.Cover:
		return "封面"
	}
	if it := p.Item(ref); it != nil {
		return it.Title
	}
	for i := range p.Chapters {
		if layout.ChapterRef(p.Chapters[i].No) == ref {
			return p.Chapters[i].Title
		}
	}
	return ""
}

// unitOf is the unit of measure of a number.
func unitOf(p *plan.Plan, r *store.Record, col layout.Key) string {
	spot := store.Spot{Sheet: r.Sheet, Ref: r.Ref, Col: col}
	c := spot.Column()
	switch {
	case c == nil || c.Unit == nil:
		return ""
	case r.About != nil:
		return c.Unit(*r.About)
	}
	return c.Unit(spot.Subject(p))
}
