package workbook

import (
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// Answer is what a unit says of a row of 拟认定结果.
type Answer struct {
	layout.Proposal               // as it was asked
	Objects         bool          // 有异议
	Ground          string        // 异议理由和依据
	Place           finding.Place // of 是否有异议; zero where the row is gone
}

// sentAsked is a line of the hidden tab: sheet, 编号, flags, value, path, verdict, gap, contents, what was said.
const sentAsked = "asked"

// AskedLines returns the lines of the hidden tab that say what was asked.
func AskedLines(proposals []layout.Proposal) [][]string {
	lines := make([][]string, len(proposals))
	for i := range proposals {
		p := &proposals[i]
		flags := ""
		for _, f := range flagsOf(p) {
			if *f.is {
				flags += f.letter
			}
		}
		lines[i] = []string{sentAsked, string(p.Sheet), p.Ref, flags, p.Value, p.Path, p.Verdict, p.Gap, p.Contents, p.Said}
	}
	return lines
}

type proposalFlag struct {
	letter string
	is     *bool
}

func flagsOf(p *layout.Proposal) []proposalFlag {
	return []proposalFlag{{"l", &p.Lags}, {"r", &p.Ruled}, {"w", &p.Waits}}
}

// asked reads such a line.
func asked(line []string) layout.Proposal {
	for len(line) < 10 {
		line = append(line, "")
	}
	for i := range line {
		line[i] = strings.Clone(line[i])
	}
	p := layout.Proposal{Sheet: layout.SheetKey(line[1]), Ref: line[2], Value: line[4], Path: line[5], Verdict: line[6], Gap: line[7], Contents: line[8], Said: line[9]}
	for _, f := range flagsOf(&p) {
		*f.is = strings.Contains(line[3], f.letter)
	}
	return p
}

// Asks reports whether it is a sheet by which a copy of the round 征求意见 is told, and what
// it asks, where nobody has changed the copy.
func Asks(tab string) bool { return tab == layout.StampSheet || tab == SentSheet }

// AskedIn is what a copy of the round 征求意见 asks; none where it is no such copy.
func AskedIn(b *ooxml.Book) []layout.Proposal {
	if s := readSent(b); s != nil {
		return s.Asked
	}
	return nil
}

// hear reads the answers of a copy of the round 征求意见, and marks the rows of which it
// wants to hear more.
func (d *decoder) hear() {
	if d.ret.Sent == nil || len(d.ret.Sent.Asked) == 0 {
		return
	}
	for _, p := range d.ret.Sent.Asked {
		d.ret.Answers = append(d.ret.Answers, Answer{Proposal: p})
		if s := d.ret.Sheet(p.Sheet); s != nil && p.Lags {
			if row := s.Row(p.Ref); row != nil {
				row.Heard = true
			}
		}
	}
	g := d.consultGrid()
	if g == nil {
		d.found.Add(finding.ConsultLost, finding.Expected(layout.ConsultSheet))
		return
	}
	h := sheet.FindHead(g, consultHeadings)
	for i := h.Index + 1; h.Row > 0 && i < len(g.Rows); i++ {
		d.answer(g, &h, &g.Rows[i])
	}
}

var consultHeadings = sheet.Headings(text.Each(layout.ConsultColumns, func(c layout.Column) string { return c.Heading }))

// consultGrid finds 拟认定结果 by its name, else by its headings.
func (d *decoder) consultGrid() *ooxml.Grid {
	for _, g := range d.book.Sheets {
		if text.Same(g.Name, layout.ConsultSheet) {
			return g
		}
	}
	for _, g := range d.book.Sheets {
		if h := sheet.FindHead(g, consultHeadings); h.Fits() {
			return g
		}
	}
	return nil
}

// answer reads a row. One of nothing that was asked is noted where it says something.
func (d *decoder) answer(g *ooxml.Grid, h *sheet.Head, r *ooxml.Row) {
	at := func(k layout.Key) *ooxml.Cell {
		i := slices.IndexFunc(layout.ConsultColumns, func(c layout.Column) bool { return c.Key == k })
		if h.Cols[i] == 0 {
			return nil
		}
		return sheet.At(r.Cells, h.Cols[i])
	}
	words := func(k layout.Key) string {
		if c := at(k); c != nil {
			return strings.Clone(text.Trim(text.Printable(c.Text)))
		}
		return ""
	}
	objects, ground := words(layout.ConsultObjects), words(layout.ConsultGround)
	i := slices.IndexFunc(d.ret.Answers, func(a Answer) bool {
		return text.Same(words(layout.Ref), a.Ref) && text.Same(words(layout.ConsultOf), layout.SheetOf(a.Sheet).Name)
	})
	if i < 0 {
		if objects+ground != "" {
			d.found.Add(finding.OutsideCell, finding.At(finding.Place{Sheet: g.Name, Row: r.R}), finding.Given(strings.TrimSpace(objects+" "+ground)))
		}
		return
	}
	a := &d.ret.Answers[i]
	a.Ground = ground
	if c := at(layout.ConsultObjects); c != nil {
		a.Place = finding.Place{Sheet: g.Name, Row: r.R, Col: c.Col}
	} else {
		a.Place = finding.Place{Sheet: g.Name, Row: r.R}
	}
	d.objection(a, objects)
}

// objection decides what was answered: words that are none of the two options are an
// objection in the unit's own words.
func (d *decoder) objection(a *Answer, given string) {
	about := []finding.Option{finding.At(a.Place), finding.Row(a.Ref), finding.Column(objectsHeading)}
	switch key := text.Key(given); {
	case key == layout.ObjectsNo || key == "无":
		if a.Ground != "" {
			d.found.Add(finding.ConsultMixed, append(about, finding.Given(given+";"+a.Ground))...)
		}
		return
	case key == "" && a.Ground == "":
		return
	case key == layout.ObjectsYes || key == "有":
	case key == "":
		d.found.Add(finding.OptionRead, append(about, finding.Given("写了理由,没有选"), finding.Message("读作“"+layout.ObjectsYes+"”"))...)
	default:
		a.Ground = strings.TrimSpace(given + " " + a.Ground)
		d.found.Add(finding.OptionRead, append(about, finding.Given(given), finding.Message("读作“"+layout.ObjectsYes+"”"))...)
	}
	a.Objects = true
	if a.Ground == "" {
		d.found.Add(finding.ConsultUnfounded, append(about, finding.Given(layout.ObjectsYes))...)
	}
}

// objectsHeading is the heading of 是否有异议.
var objectsHeading = layout.ConsultColumns[slices.IndexFunc(layout.ConsultColumns, func(c layout.Column) bool { return c.Key == layout.ConsultObjects })].Heading
