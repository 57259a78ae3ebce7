package report

import (
	"strconv"

	"tianbao/consolidate"
	marks "tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// The charts stand two beside each other in rows that are so high that four, and no
// fifth, go on an upright page; their figures stand to the right of what is printed.
const (
	chartSpan  = 4   // columns of a chart
	chartHigh  = 172 // points of a row
	chartWidth = 9.6
	perPage    = 4 // rows
	figuresCol = 2*chartSpan + 2
)

// charts draws 图表: each indicator's years against its path, then the tasks by chapter.
func (w *writer) charts() {
	s := w.book.Sheet(sheetCharts)
	s.NoGrid()
	s.Width(1, 2*chartSpan, chartWidth)
	s.Text(1, 1, marks.Year(w.sum.Frame.Year)+"度主要指标进度图", w.book.Style(xl.Style{Bold: true, Size: xl.TitleSize, Align: xl.Middle, VAlign: xl.Middle}))
	s.Merge(xl.Range{Row1: 1, Col1: 1, Row2: 1, Col2: 2 * chartSpan})
	s.Height(1, 26)
	c := &charting{writer: w, s: s, data: 1}
	for i, l := range w.sum.Indicators {
		c.indicator(i, l)
	}
	last := c.chapters((len(w.sum.Indicators) + 1) / 2)
	for r := range last {
		s.Height(2+r, chartHigh)
	}
	w.paper(s, sheetCharts, xl.Print{Portrait: true, Area: &xl.Range{Row1: 1, Col1: 1, Row2: 1 + last, Col2: 2 * chartSpan}})
}

// charting is 图表 while its figures are written.
type charting struct {
	*writer
	s    *xl.Sheet
	data int // the row of the next figures
}

// indicator draws the chart of an indicator, the i-th.
func (c *charting) indicator(i int, l *consolidate.IndicatorLine) {
	plain := c.book.Style(xl.Style{Size: xl.TableSize})
	head := c.data
	c.data += 3
	c.s.Text(head, figuresCol, strconv.Itoa(l.No)+" "+l.Label(), plain)
	c.s.Text(head+1, figuresCol, "实际", plain)
	c.s.Text(head+2, figuresCol, "应达到", plain)
	points := c.sum.Course(l)
	for k, p := range points {
		col := figuresCol + 1 + k
		c.s.Text(head, col, marks.Year(p.Year), plain)
		if p.Actual.Valid {
			c.s.Number(head+1, col, p.Actual.Decimal, plain)
		}
		if p.Path.Valid {
			c.s.Number(head+2, col, p.Path.Decimal, plain)
		}
	}
	line := func(row int) string {
		return xl.Ref(sheetCharts, xl.Range{Row1: row, Col1: figuresCol + 1, Row2: row, Col2: figuresCol + len(points)})
	}
	series := func(row int, color string, dashed bool) xl.Series {
		return xl.Series{Name: xl.Ref(sheetCharts, xl.One(row, figuresCol)), Categories: line(head), Values: line(row), Color: color, Dashed: dashed}
	}
	top, left := 2+i/2, 1+i%2*chartSpan
	c.s.Chart(xl.Chart{
		At: xl.Range{Row1: top, Col1: left, Row2: top, Col2: left + chartSpan - 1}, Small: true,
		Title: strconv.Itoa(l.No) + " " + l.Label() + "\n" + l.Verdict.Words(), Alt: l.Verdict.Basis,
		Series: []xl.Series{series(head+1, "000000", false), series(head+2, "7F7F7F", true)},
	})
}

// chapters draws how the items of each chapter stand, below so many rows and all on one
// page, and returns how many rows there are with it.
func (c *charting) chapters(rows int) int {
	chapters := c.sum.Standing.Chapters
	if len(chapters) == 0 {
		return rows
	}
	high := min((len(chapters)+mostInRow-1)/mostInRow+1, perPage)
	if rows%perPage+high > perPage {
		rows += perPage - rows%perPage
	}
	plain := c.book.Style(xl.Style{Size: xl.TableSize})
	head := c.data + 1
	var series []xl.Series
	for _, word := range consolidate.Statuses() {
		if c.sum.Standing.Items[""][word] == 0 {
			continue
		}
		col := figuresCol + 1 + len(series)
		c.s.Text(head, col, word, plain)
		for i, chapter := range chapters {
			c.s.Text(head+1+i, figuresCol, chapter, plain)
			c.s.Int(head+1+i, col, c.sum.Standing.Items[chapter][word], plain)
		}
		column := func(col int) string { return xl.Ref(sheetCharts, xl.Column(col, head+1, head+len(chapters))) }
		series = append(series, xl.Series{Name: xl.Ref(sheetCharts, xl.One(head, col)), Color: greyOf(word), Categories: column(figuresCol), Values: column(col)})
	}
	c.s.Chart(xl.Chart{Bars: true, At: xl.Range{Row1: 2 + rows, Col1: 1, Row2: 1 + rows + high, Col2: 2 * chartSpan},
		Title: "各章重点任务进展(项,据牵头单位自评)", Series: series})
	return rows + high
}

// mostInRow is for how many chapters a row of the page is high enough, one more for title
// and legend.
const mostInRow = 12

// greyOf is the shade of a status; the darker, the more there is to do.
func greyOf(status string) string {
	switch status {
	case consolidate.WordMissing:
		return "FFFFFF"
	case layout.StatusDone:
		return "F2F2F2"
	case layout.StatusOnTrack:
		return "D9D9D9"
	case layout.StatusOngoing:
		return "BFBFBF"
	case layout.StatusBehind:
		return "595959"
	case layout.StatusNotStarted:
		return "000000"
	}
	return "8C8C8C"
}
