package templates

import (
	"strconv"

	"tianbao/templates/layout"
	"tianbao/workbook/xl"
)

// listLine marks a line of the hidden sheet that holds the options of a list. The
// lists stand first, so that they stand at the same place in every workbook.
const listLine = "list"

// listName is the defined name of a list's options.
func listName(l layout.ListKey) string { return "tianbao_" + string(l) }

// vagueName is the defined name of the texts that say nothing.
var vagueName = listName("vague")

// stamp writes the very hidden sheet and the defined names.
func (w *writer) stamp(st *layout.Stamp) {
	s := w.book.Sheet(layout.StampSheet)
	s.Show(xl.VeryHidden)
	s.Protect()
	row := 0
	list := func(l layout.ListKey, options []string) {
		row++
		line(s, row, append([]string{listLine, string(l)}, options...))
		w.book.HiddenName(listName(l), xl.Ref(layout.StampSheet, xl.Range{Row1: row, Col1: 3, Row2: row, Col2: 2 + len(options)}))
	}
	for _, l := range layout.Lists() {
		list(l, layout.Options(l))
	}
	list("vague", layout.Vague())
	for _, cells := range st.Lines() {
		row++
		line(s, row, cells)
	}
	w.book.HiddenName(layout.NameIdentity, xl.Quote(w.code))
	w.book.HiddenName(layout.NameLayout, strconv.Itoa(layout.Version))
}

func line(s *xl.Sheet, row int, cells []string) {
	for i, text := range cells {
		s.Text(row, i+1, text, 0)
	}
}
