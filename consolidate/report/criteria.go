package report

import (
	"tianbao/consolidate"
	marks "tianbao/seeds/text"
	"tianbao/templates"
	"tianbao/templates/xl"
)

// criteria writes 评价口径: the rules that everything was judged by, on one page to sign.
func (w *writer) criteria() {
	s := w.book.Sheet(sheetCriteria)
	const kind, rule = 16.0, 61.0
	s.Width(1, 1, kind)
	s.Width(2, 2, rule)
	s.NoGrid()
	wide := func(at int, text string, style xl.Style) {
		s.Text(at, 1, text, w.book.Style(style))
		s.Merge(xl.Range{Row1: at, Col1: 1, Row2: at, Col2: 2})
		s.Height(at, xl.RowHeight(xl.Lines(text, kind+rule, style.Size), style.Size)+4)
	}
	wide(1, templates.PlanName(w.sum.Plan)+"实施情况评价口径", xl.Style{Bold: true, Size: xl.TitleSize, Align: xl.Middle, VAlign: xl.Middle, Wrap: true})
	const size = 10.5
	cell := w.book.Style(xl.Style{Size: size, Border: xl.Thin, VAlign: xl.Middle, Wrap: true})
	head := w.book.Style(xl.Style{Size: size, Bold: true, Border: xl.Thin, Align: xl.Middle, VAlign: xl.Middle, Wrap: true})
	s.Text(2, 1, "类别", head)
	s.Text(2, 2, "口径", head)
	s.Height(2, xl.RowHeight(1, size))
	at := 3
	for _, c := range consolidate.Criteria(w.sum.Plan, w.sum.Frame) {
		s.Text(at, 1, c.Kind, head)
		said := marks.Printed(c.Rule)
		s.Text(at, 2, said, cell)
		s.Height(at, xl.RowHeight(max(xl.Lines(c.Kind, kind, size), xl.Lines(said, rule, size)), size)+4)
		at++
	}
	wide(at, "审定：              日期：", xl.Style{Size: size, VAlign: xl.Middle})
	w.paper(s, sheetCriteria, xl.Print{Portrait: true, OnePage: true, Area: &xl.Range{Row1: 1, Col1: 1, Row2: at, Col2: 2}})
}
