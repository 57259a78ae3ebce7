package templates

import (
	"strconv"

	words "tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// listLine marks a line of the hidden sheet that holds the options of a list. The
// lists are first, so that they are at the same place in every workbook.
const listLine = "list"

// listName is the defined name of a list's options.
func listName(l layout.ListKey) string { return namePrefix + string(l) }

// The defined names of the texts and the marks that say nothing, and of the texts
// that say that there is nothing.
var (
	vagueName   = listName("vague")
	marksName   = listName("marks")
	noneName    = listName("none")
	headsName   = listName("heads")
	tailsName   = listName("tails")
	filesName   = listName("files")
	confirmName = listName("confirm")
)

// stamp writes the very hidden sheet and the defined names.
func (w *writer) stamp(st *layout.Stamp) {
	s := w.book.Sheet(layout.StampSheet)
	s.Show(xl.VeryHidden)
	s.Protect()
	row := w.stages(s)
	list := func(l layout.ListKey, options []string) {
		row++
		line(s, row, append([]string{listLine, string(l)}, options...))
		w.book.HiddenName(listName(l), xl.Ref(layout.StampSheet, xl.Range{Row1: row, Col1: 3, Row2: row, Col2: 2 + len(options)}))
	}
	for _, l := range layout.Lists() {
		list(l, layout.Options(l))
	}
	list("vague", layout.Vague())
	list("marks", []string{layout.Marks()})
	list("none", layout.NoneWords())
	list("heads", layout.PointerHeads())
	list("tails", layout.PointerTails())
	list("files", layout.FileTails())
	list("confirm", layout.ConfirmTails())
	for _, cells := range st.Lines() {
		row++
		line(s, row, cells)
	}
	w.book.HiddenName(layout.NameIdentity, xl.Quote(w.code))
	w.book.HiddenName(layout.NameLayout, strconv.Itoa(layout.Version))
}

// stages writes the cells in which the texts of numbers are read step by step, and
// returns the last row they are in.
func (w *writer) stages(s *xl.Sheet) int {
	last := 0
	for _, t := range w.tables {
		for i := range t.form.Columns {
			c := &t.form.Columns[i]
			if c.Kind != layout.Number {
				continue
			}
			at := columns{t.form.Sheet}
			for _, block := range t.open[i] {
				for _, cells := range block.cells {
					for row := cells.Row1; row <= cells.Row2; row++ {
						t.stage(s, row, at, c)
						last = max(last, row)
					}
				}
			}
		}
	}
	return last
}

func (t *table) stage(s *xl.Sheet, row int, at columns, c *layout.Column) {
	now := t.numbers[[2]int{row, at.Index(c.Key)}]
	col := at.stage(c.Key)
	bad := 0
	if now.bad {
		bad = 1
	}
	s.Formula(row, col, at.text(c.Key)+stageFormula, words.Marks(now.text), 0)
	s.Formula(row, col+1, at.digits(c.Key)+stageFormula, now.digits, 0)
	s.Formula(row, col+2, at.bad(c.Key)+stageFormula, bad, 0)
}

// reading is how a number's text is read, step by step.
type reading struct {
	text, digits string
	bad          bool
}

func line(s *xl.Sheet, row int, cells []string) {
	for i, text := range cells {
		s.Text(row, i+1, text, 0)
	}
}
