package annotate

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/markup"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
)

func itoa(n int) string { return strconv.Itoa(n) }

// mark is what is said about one cell.
type mark struct {
	row, col int
	severity finding.Severity
	lines    []string
}

func (m *mark) at() [2]int { return [2]int{m.row, m.col} }

// marksOf gathers the errors and warnings of a sheet's cells, row by row.
func marksOf(name string, found finding.List) []mark {
	at := map[[2]int]int{}
	var marks []mark
	for i := range found {
		f := &found[i]
		if f.Place.Sheet != name || f.Place.Cell() == "" || f.Severity < finding.Warning {
			continue
		}
		k := [2]int{f.Place.Row, f.Place.Col}
		n, seen := at[k]
		if !seen {
			n = len(marks)
			at[k] = n
			marks = append(marks, mark{row: k[0], col: k[1]})
		}
		m := &marks[n]
		m.severity = max(m.severity, f.Severity)
		m.lines = append(m.lines, words(f))
	}
	slices.SortFunc(marks, func(a, b mark) int { return (a.row-b.row)*(1<<15) + a.col - b.col })
	return marks
}

// words is what a comment says of a finding.
func words(f *finding.Finding) string {
	said := f.Severity.Word() + ":" + text.Worded(f.Message)
	if f.Given != "" && f.Given != finding.Nothing {
		said += "\n填的是:" + text.Cut(f.Given, 60)
	}
	if f.Expected != "" {
		said += "\n应填:" + text.Worded(text.Cut(f.Expected, 120))
	}
	if f.Hint != "" {
		said += "\n" + text.Worded(f.Hint)
	}
	return said
}

// The formulas of our conditional formats. They always hold; the text in them is
// how they are told from others, after any program has saved them again.
const (
	markWord       = "tianbao.mark"
	errorFormula   = `N("` + markWord + `.error")=0`
	warningFormula = `N("` + markWord + `.warning")=0`
)

func (b *book) markSheet(s *sheet, marks []mark, code codes) error {
	grid := newGrid(marks)
	doc, root, err := readPart(b.parts, s.part, grid.look)
	if err != nil {
		return err
	}
	var e edits
	if raiseCodes(&e, doc, root, s.name == layout.StampSheet || s.name == b.cover, code); len(e) > 0 {
		b.parts.Write(s.part, e.apply(doc))
		grid = newGrid(marks)
		if doc, root, err = readPart(b.parts, s.part, grid.look); err != nil {
			return err
		}
		e = nil
	}
	unselect(&e, doc, root)
	if root.Name == "worksheet" {
		b.unlock(&e, doc, root, grid, marks)
		b.format(&e, doc, root, marks)
		if err := b.comment(s, &e, root, grid, marks); err != nil {
			return err
		}
	}
	if len(e) > 0 {
		b.parts.Write(s.part, e.apply(doc))
	}
	return nil
}

// unlock lets the marked cells of a protected sheet be typed into: pasting takes the
// lock of the cell that was copied along. Where a cell is not there to be unlocked, or
// lies behind the first of merged ones, the sheet is.
func (b *book) unlock(e *edits, doc []byte, root *markup.Node, g *grid, marks []mark) {
	protection := root.Child("sheetProtection")
	if protection == nil || !on(protection.Attr("sheet")) {
		return
	}
	for _, m := range marks {
		if g.marked[m.at()] == nil || g.behind[m.at()] {
			e.cut(protection)
			return
		}
	}
	for _, m := range marks {
		c := g.marked[m.at()]
		look, err := strconv.Atoi(c.Attr("s"))
		if err != nil {
			look = 0
		}
		if open, changed := b.styles.unlocked(look); changed {
			e.setAttr(doc, c, "s", itoa(open))
		}
	}
}

func on(flag string) bool { return flag != "" && flag != "0" && flag != "false" }

// unselect leaves the sheet out of the selection, which the list of faults takes:
// two selected sheets would be typed into together.
func unselect(e *edits, doc []byte, root *markup.Node) {
	views := root.Child("sheetViews")
	if views == nil {
		return
	}
	for _, v := range views.Kids {
		if on(v.Attr("tabSelected")) {
			e.setAttr(doc, v, "tabSelected", "")
		}
	}
}

// raiseCodes raises the report code in the footer and, where the sheet carries
// one, in its cells.
func raiseCodes(e *edits, doc []byte, root *markup.Node, cells bool, code codes) {
	for _, k := range root.Kids {
		if k.Name != "headerFooter" && (k.Name != "sheetData" || !cells) {
			continue
		}
		was := string(doc[k.Inner:k.InnerEnd])
		if raised := code.raiseStrings(was); raised != was {
			e.replace(k.Inner, k.InnerEnd, raised)
		}
	}
}

// format replaces our conditional formats by those of the marks.
func (b *book) format(e *edits, doc []byte, root *markup.Node, marks []mark) {
	highest := 0
	for _, k := range root.Kids {
		if k.Name != "conditionalFormatting" {
			continue
		}
		ours := 0
		for _, rule := range k.Kids {
			if bytes.Contains(doc[rule.Start:rule.End], []byte(markWord)) {
				ours++
				continue
			}
			if p, err := strconv.Atoi(rule.Attr("priority")); err == nil {
				highest = max(highest, p)
			}
		}
		for _, rule := range k.Kids {
			if ours < len(k.Kids) && bytes.Contains(doc[rule.Start:rule.End], []byte(markWord)) {
				e.cut(rule)
			}
		}
		if ours > 0 && ours == len(k.Kids) {
			e.cut(k)
		}
	}
	var text strings.Builder
	for i, kind := range []struct {
		severity finding.Severity
		formula  string
	}{{finding.Error, errorFormula}, {finding.Warning, warningFormula}} {
		var at []string
		for _, m := range marks {
			if m.severity == kind.severity {
				at = append(at, finding.Place{Row: m.row, Col: m.col}.Cell())
			}
		}
		for cells := range slices.Chunk(at, mostAreas) {
			highest++
			text.WriteString(formatting(root.Prefix, strings.Join(cells, " "), kind.formula, b.styles.marks[i], highest))
		}
	}
	if text.Len() > 0 {
		e.insert(after(root, sheetOrder, "conditionalFormatting"), text.String())
	}
}

const mostAreas = 200 // of one conditional format

func formatting(p, area, formula string, look, priority int) string {
	return `<` + p + `conditionalFormatting sqref="` + area + `"><` + p + `cfRule type="expression" dxfId="` + itoa(look) +
		`" priority="` + itoa(priority) + `"><` + p + `formula>` + escape(formula) + `</` + p + `formula></` + p + `cfRule></` + p + `conditionalFormatting>`
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// escape writes text as character data: what XML cannot hold becomes U+FFFD, and
// what would be read as an escape of a character stays text.
func escape(text string) string {
	var out bytes.Buffer
	if err := xml.EscapeText(&out, []byte(escaped.ReplaceAllString(text, "_x005F$0"))); err != nil {
		panic(err) // a buffer does not fail
	}
	return out.String()
}
