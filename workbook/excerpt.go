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

// Excerpt is a cell and the cells around it, as their reader sees them.
type Excerpt struct {
	Sheet string
	Head  int   // the row of the headings, 0 where there is none
	Cols  []int // ascending
	Rows  []ExcerptRow
}

// ExcerptRow is a row of the sheet; Texts are by column of the excerpt.
type ExcerptRow struct {
	R     int
	Texts []string
}

// excerptWords is the most characters of a cell that an excerpt shows.
const excerptWords = 40

// Around cuts what surrounds the cell of a finding out of the workbook: the row of its
// heading, the rows above and below, the columns beside it and the first two, which
// say what the row is about. nil where the finding is about no cell of the workbook.
func Around(b *ooxml.Book, f *finding.Finding) *Excerpt {
	g := b.Sheet(f.Place.Sheet)
	if g == nil || f.Place.Cell() == "" {
		return nil
	}
	at := f.Place
	e := &Excerpt{Sheet: g.Name, Head: headOf(b, g, f)}
	rows := []int{e.Head, at.Row - 1, at.Row, at.Row + 1}
	slices.Sort(rows)
	cols := []int{1, 2, at.Col - 1, at.Col, at.Col + 1}
	slices.Sort(cols)
	cols = slices.DeleteFunc(slices.Compact(cols), func(c int) bool { return c < 1 || c != at.Col && hiddenCol(g, c) })
	for _, r := range slices.Compact(rows) {
		if r > 0 && (r > e.Head || r == at.Row || r == e.Head) {
			e.Rows = append(e.Rows, excerptRow(b, g, r, cols))
		}
	}
	e.Cols = cols
	e.drop(at)
	return e
}

// headOf is the nearest row above the cell in which its heading stands.
func headOf(b *ooxml.Book, g *ooxml.Grid, f *finding.Finding) int {
	head := 0
	for i := range g.Rows {
		r := &g.Rows[i]
		if r.R >= f.Place.Row || f.Column == "" {
			break
		}
		if c := sheet.At(r.Cells, f.Place.Col); c != nil && text.Same(shown(b, c), f.Column) {
			head = r.R
		}
	}
	return head
}

func excerptRow(b *ooxml.Book, g *ooxml.Grid, row int, cols []int) ExcerptRow {
	out := ExcerptRow{R: row, Texts: make([]string, len(cols))}
	r := g.Row(row)
	if r == nil {
		return out
	}
	for k, col := range cols {
		c := sheet.At(r.Cells, col)
		if c == nil {
			continue
		}
		words := []rune(text.Trim(shown(b, c)))
		if len(words) > excerptWords {
			words = append(words[:excerptWords], '…')
		}
		out.Texts[k] = string(words)
	}
	return out
}

func shown(b *ooxml.Book, c *ooxml.Cell) string { return sheet.Shown(b, c, layout.Text) }

// drop takes away what holds nothing: rows and columns other than the cell's own.
func (e *Excerpt) drop(at finding.Place) {
	e.Rows = slices.DeleteFunc(e.Rows, func(r ExcerptRow) bool {
		return r.R != at.Row && strings.Join(r.Texts, "") == ""
	})
	for k := len(e.Cols) - 1; k >= 0; k-- {
		blank := !slices.ContainsFunc(e.Rows, func(r ExcerptRow) bool { return r.Texts[k] != "" })
		if blank && e.Cols[k] != at.Col {
			e.Cols = slices.Delete(e.Cols, k, k+1)
			for i := range e.Rows {
				e.Rows[i].Texts = slices.Delete(e.Rows[i].Texts, k, k+1)
			}
		}
	}
}
