package report

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/consolidate"
	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook/intake"
)

// page is 总体情况 while it is written from the top down.
type page struct {
	*writer
	s  *xl.Sheet
	at int // the row to write next
}

const (
	pageCols  = 12
	pageWidth = 12.0 // of each column
	pageSize  = 10.0
)

// overview writes 总体情况: one printed page, its counts formulas over the other
// sheets.
func (w *writer) overview(s *xl.Sheet) {
	p := &page{writer: w, s: s, at: 1}
	s.Width(1, pageCols, pageWidth)
	s.NoGrid()
	p.heading()
	p.returns()
	p.verdicts()
	p.chapters()
	p.charts()
	p.attention()
	p.leads()
	area := xl.Range{Row1: 1, Col1: 1, Row2: p.at, Col2: pageCols}
	s.PrintAs(xl.Print{Paper: xl.A3, Portrait: true, OnePage: true, Area: &area, CentreAcross: true,
		Footer: xl.HeaderFooter{Left: "由 tianbao 汇总", Right: "第 " + xl.PageNo + " 页 共 " + xl.Pages + " 页"}})
}

func (p *page) heading() {
	f := p.sum.Frame
	p.wide(p.sum.Plan.Title+yearOf(f.Year)+"度实施情况汇总", xl.Style{Bold: true, Size: 18, Align: xl.Middle, VAlign: xl.Middle, Wrap: true})
	p.wide(p.sum.Sentence(), xl.Style{Size: 12, VAlign: xl.Middle, Wrap: true})
	p.wide(p.sum.SentenceOfWork(), xl.Style{Size: 12, VAlign: xl.Middle, Wrap: true})
	p.wide(p.sum.SentenceOfChange(), xl.Style{Size: 12, VAlign: xl.Middle, Wrap: true})
}

// wide writes a text over the whole page, as high as it needs.
func (p *page) wide(text string, style xl.Style) {
	text, _ = consolidate.Fit(text)
	p.s.Text(p.at, 1, text, p.style(style))
	p.s.Merge(xl.Range{Row1: p.at, Col1: 1, Row2: p.at, Col2: pageCols})
	p.s.Height(p.at, xl.RowHeight(xl.Lines(text, pageCols*pageWidth, style.Size), style.Size)+4)
	p.at++
}

// section writes the heading of a part of the page.
func (p *page) section(text string) {
	p.s.Text(p.at, 1, text, p.style(xl.Style{Bold: true, Size: 12, VAlign: xl.Middle, Color: "1F3864"}))
	p.s.Height(p.at, 24)
	p.at++
}

func (p *page) headStyle() xl.StyleID {
	return p.style(xl.Style{Bold: true, Size: pageSize, Fill: "D9E2F3", Border: xl.Thin, Align: xl.Middle, VAlign: xl.Middle, Wrap: true})
}

func (p *page) toneStyle(t tone, a xl.Align) xl.StyleID {
	return p.style(xl.Style{Size: pageSize, Border: xl.Thin, Align: a, VAlign: xl.Middle, Wrap: true, Fill: toneFill[t], Color: toneColor[t]})
}

// span writes a text over several columns.
func (p *page) span(col, cols int, text string, style xl.StyleID) {
	for c := range cols {
		p.s.Blank(p.at, col+c, style)
	}
	p.s.Text(p.at, col, text, style)
	if cols > 1 {
		p.s.Merge(xl.Range{Row1: p.at, Col1: col, Row2: p.at, Col2: col + cols - 1})
	}
}

// link makes a text lead to a row of another sheet.
func (p *page) link(col int, text string, to placeKey) {
	if at, ok := p.places[to]; ok {
		style := p.style(xl.Style{Size: pageSize, Border: xl.Thin, VAlign: xl.Middle, Wrap: true, Underline: true, Color: "0563C1"})
		p.s.Link(p.at, col, text, at.sheet, xl.One(at.row, 1), style)
	}
}

// count writes a formula that counts, and what it counts now.
func (p *page) count(col int, formula string, now int, t tone) {
	p.s.Formula(p.at, col, formula, now, p.toneStyle(t, xl.Middle))
}

// over is the reference to a column of a drawn sheet.
func (p *page) over(sheet string, col int) string {
	return xl.Ref(sheet, xl.Column(col, firstRow, max(firstRow, p.extent[sheet])))
}

// equals counts the cells of a column that are the word in a cell of this page.
func equals(column, cell string) string { return "--(" + column + "=" + cell + ")" }

func sumOf(terms ...string) string { return "SUMPRODUCT(" + strings.Join(terms, "*") + ")" }

// returns writes how many units reported.
func (p *page) returns() {
	p.section("一、报送情况")
	list := unitStatuses()
	p.span(1, 2, "应报单位", p.headStyle())
	for i, s := range list {
		p.span(3+i, 1, s.Word(), p.headStyle())
	}
	p.span(3+len(list), 2, "报送率", p.headStyle())
	p.at++
	column := p.over(sheetUnits, unitStatusCol)
	p.span(1, 2, "", p.toneStyle(plainTone, xl.Middle))
	p.count(1, "SUMPRODUCT(--("+column+"<>\"\"))", len(p.sum.Units), plainTone)
	for i, s := range list {
		p.count(3+i, sumOf(equals(column, xl.Fixed(p.at-1, 3+i, true, false))), unitsOf(p.sum, s), unitTone(s))
	}
	last := 3 + len(list)
	style := xl.Style{Size: pageSize, Border: xl.Thin, Align: xl.Middle, VAlign: xl.Middle, NumFmt: "0.0%"}
	p.span(last, 2, "", p.style(style))
	p.s.Formula(p.at, last, fmt.Sprintf("IF(A%d=0,0,SUM(%s)/A%d)", p.at, xl.Range{Row1: p.at, Col1: 3, Row2: p.at, Col2: 2 + len(reported)}, p.at), returnRate(p.sum), p.style(style))
	p.s.Height(p.at, 20)
	p.at += 2
}

func unitsOf(s *consolidate.Summary, status intake.Status) int {
	n := 0
	for _, u := range s.Units {
		if u.Status == status {
			n++
		}
	}
	return n
}

// reported are the statuses of units that have reported; a file that was refused or
// cannot be read is no report.
var reported = []intake.Status{intake.StatusAccepted, intake.StatusSeparate, intake.StatusFaulty}

// returnRate is the share of units that have reported, of those that had to.
func returnRate(s *consolidate.Summary) decimal.Decimal {
	if len(s.Units) == 0 {
		return decimal.Zero
	}
	sent := 0
	for _, status := range reported {
		sent += unitsOf(s, status)
	}
	return decimal.NewFromInt(int64(sent)).DivRound(decimal.NewFromInt(int64(len(s.Units))), 6)
}

// verdicts counts how indicators and targets stand.
func (p *page) verdicts() {
	p.section("二、主要指标和量化目标")
	list := judge.Verdicts()
	p.span(1, 2, "类别", p.headStyle())
	for i, v := range list {
		p.span(3+i, 1, string(v), p.headStyle())
	}
	p.span(3+len(list), 1, "合计", p.headStyle())
	p.s.Height(p.at, 30)
	head := p.at
	p.at++
	for _, t := range []struct {
		sheet, name string
		verdicts    []judge.Verdict
	}{{sheetIndicators, "主要指标", p.sum.IndicatorVerdicts()}, {sheetTargets, "量化目标", p.sum.TargetVerdicts()}} {
		column := p.over(t.sheet, p.columnOf(t.sheet, "判定"))
		now := consolidate.Tally(t.verdicts)
		p.span(1, 2, t.name, p.toneStyle(plainTone, xl.Middle))
		for i, v := range list {
			cell := xl.Fixed(head, 3+i, true, false)
			p.count(3+i, sumOf("--(LEFT("+column+",LEN("+cell+"))="+cell+")"), now[v], verdictTone(v))
		}
		p.total(3+len(list), 3, 2+len(list), len(t.verdicts))
		p.s.Height(p.at, 20)
		p.at++
	}
	p.at++
}

// total adds up a row.
func (p *page) total(col, from, to, now int) {
	p.count(col, "SUM("+xl.Range{Row1: p.at, Col1: from, Row2: p.at, Col2: to}.String()+")", now, plainTone)
}

// columnOf is the column of a heading on a drawn sheet.
func (p *page) columnOf(sheet, heading string) int { return p.heads[sheet][heading] }

// chapters counts statuses by chapter, with the city's total.
func (p *page) chapters() {
	p.section("三、重点任务进展")
	list := consolidate.Statuses()
	p.span(1, 2, "章", p.headStyle())
	for i, s := range list {
		p.span(3+i, 1, s, p.headStyle())
	}
	p.s.Height(p.at, 30)
	p.chart.head = p.at
	p.at++
	p.chart.first = p.at
	for _, c := range p.sum.Standing.Chapters {
		p.chapterRow(c, list)
	}
	p.chart.last = p.at - 1
	p.span(1, 2, "全市", p.headStyle())
	for i, s := range list {
		p.count(3+i, "SUM("+xl.Column(3+i, p.chart.first, max(p.chart.first, p.chart.last)).String()+")", p.sum.Standing.Items[""][s], plainTone)
	}
	p.at += 2
}

func (p *page) chapterRow(chapter string, list []string) {
	p.span(1, 2, chapter, p.toneStyle(plainTone, xl.Left))
	p.link(1, chapter, placeKey{sheetItems, chapter})
	chapters, statuses := p.over(sheetItems, itemChapterCol), p.over(sheetItems, itemStatusCol)
	for i, s := range list {
		formula := sumOf(equals(chapters, xl.Fixed(p.at, 1, false, true)), equals(statuses, xl.Fixed(p.chart.head, 3+i, true, false)))
		p.count(3+i, formula, p.sum.Standing.Items[chapter][s], plainTone)
	}
	p.s.Height(p.at, xl.RowHeight(xl.Lines(chapter, 2*pageWidth, pageSize), pageSize))
	p.at++
}

// chartRows is how many rows a chart covers.
const chartRows = 20

// charts draws the statuses by chapter and the completion of the indicators.
func (p *page) charts() {
	if p.chart.last >= p.chart.first {
		var series []xl.Series
		for i, s := range consolidate.Statuses() {
			series = append(series, xl.Series{Name: xl.Ref(sheetOverview, xl.One(p.chart.head, 3+i)), Color: chartColor(s),
				Categories: xl.Ref(sheetOverview, xl.Column(1, p.chart.first, p.chart.last)), Values: xl.Ref(sheetOverview, xl.Column(3+i, p.chart.first, p.chart.last))})
		}
		p.s.Chart(xl.Chart{Kind: xl.StackedBarChart, At: p.block(1), Title: "各章重点任务进展", Series: series})
	}
	if last := p.extent[sheetIndicators]; last >= firstRow {
		share := p.columnOf(sheetIndicators, p.sum.Frame.Expand("{last}年目标完成率(%)"))
		p.s.Chart(xl.Chart{Kind: xl.BarChart, At: p.block(pageCols/2 + 1), Title: p.sum.Frame.Expand("主要指标{last}年目标完成率(%)"), NoLegend: true,
			Series: []xl.Series{{Name: xl.Ref(sheetIndicators, xl.One(headRow, share)), Color: "5B9BD5",
				Categories: p.over(sheetIndicators, p.columnOf(sheetIndicators, "指标")), Values: p.over(sheetIndicators, share)}}})
	}
	for range chartRows {
		p.s.Blank(p.at, 1, p.style(xl.Style{Size: pageSize}))
		p.s.Height(p.at, 16)
		p.at++
	}
}

// block is the half of the page from a column on that a chart covers.
func (p *page) block(col int) xl.Range {
	return xl.Range{Row1: p.at, Col1: col, Row2: p.at + chartRows - 2, Col2: col + pageCols/2 - 1}
}

func chartColor(status string) string {
	switch status {
	case layout.StatusDone:
		return "548235"
	case layout.StatusOnTrack:
		return "A9D08E"
	case layout.StatusBehind:
		return "FF7C80"
	case layout.StatusNotStarted:
		return "C00000"
	case layout.StatusOngoing:
		return "9DC3E6"
	case layout.StatusDropped:
		return "7F7F7F"
	case store.Open, consolidate.WordBlocked:
		return "FFC000"
	}
	return "D9D9D9"
}

// leads counts how each lead unit's items stand, in two panels side by side.
func (p *page) leads() {
	p.section("五、各牵头单位重点任务")
	heads := []string{"事项数", "完成或达序时", "未达或未启动", "其他"}
	units := p.sum.Standing.LeadUnits
	const panels, wide = 2, pageCols / 2
	for k := range min(panels, len(units)) {
		p.span(1+k*wide, 2, "牵头单位", p.headStyle())
		for i, h := range heads {
			p.span(3+k*wide+i, 1, h, p.headStyle())
		}
	}
	p.s.Height(p.at, 30)
	p.at++
	top, rows := p.at, (len(units)+panels-1)/panels
	for i, u := range units {
		p.at = top + i%rows
		p.leadRow(1+i/rows*wide, u)
	}
	p.at = top + rows
}

func (p *page) leadRow(col int, unit string) {
	p.span(col, 2, unit, p.toneStyle(plainTone, xl.Left))
	p.s.Height(p.at, 18)
	all, states := p.over(sheetItems, itemLeadCol), p.over(sheetItems, itemStatusCol)
	mine := `ISNUMBER(FIND("、"&` + xl.Fixed(p.at, col, false, true) + `&"、","、"&` + all + `&"、"))`
	is := func(words ...string) string {
		terms := make([]string, len(words))
		for i, word := range words {
			terms[i] = "(" + states + "=" + xl.Quote(word) + ")"
		}
		return "(" + strings.Join(terms, "+") + ")"
	}
	lead := p.sum.Standing.Leads[unit]
	p.count(col+2, sumOf("--"+mine), lead.Total, plainTone)
	p.count(col+3, sumOf(mine, is(layout.StatusDone, layout.StatusOnTrack)), lead.Well, plainTone)
	tone := plainTone
	if lead.Ill > 0 {
		tone = bad
	}
	p.count(col+4, sumOf(mine, is(layout.StatusBehind, layout.StatusNotStarted)), lead.Ill, tone)
	p.count(col+5, xl.Cell(p.at, col+2)+"-"+xl.Cell(p.at, col+3)+"-"+xl.Cell(p.at, col+4), lead.Total-lead.Well-lead.Ill, plainTone)
}
