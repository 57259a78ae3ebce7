package report

import (
	"cmp"
	"fmt"
	"strings"

	"tianbao/consolidate"
	marks "tianbao/seeds/text"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// page is 总体情况 while it is written from the top down.
type page struct {
	*writer
	s    *xl.Sheet
	at   int     // the row to write next
	used float64 // of the paper's height, points
}

// The columns of 总体情况, in characters that where 宋体 is lacking are 7 points wide, and the sizes of its letters.
var pageWidths = []float64{6.5, 15, 12, 11, 6.5, 15.5, 13.5}

const (
	pageTitle = 18.0
	pageText  = 12.0
	pageTable = 9.5
	pageHigh  = 750.0 // points of an upright page between its margins, some kept free
	pageTail  = 132.0 // of these for what is left to the office
)

// overview writes 总体情况: one page of sentences, of what lags, and of what is left for
// the office to put forward.
func (w *writer) overview(s *xl.Sheet) {
	p := &page{writer: w, s: s, at: 1}
	for i, width := range pageWidths {
		s.Width(i+1, i+1, width)
	}
	s.NoGrid()
	sum := w.sum
	p.wide(templates.PlanName(sum.Plan)+marks.Year(sum.Frame.Year)+"度实施情况", xl.Style{Bold: true, Size: pageTitle, Align: xl.Middle, VAlign: xl.Middle, Wrap: true})
	for _, line := range sum.Headline() {
		p.wide("　　"+line, xl.Style{Size: pageText, VAlign: xl.Middle, Wrap: true})
	}
	p.lagging()
	p.open()
	w.paper(s, sheetOverview, xl.Print{Portrait: true, OnePage: true, Area: &xl.Range{Row1: 1, Col1: 1, Row2: p.at - 1, Col2: len(pageWidths)}})
}

// high sets the height of the row that was written.
func (p *page) high(points float64) {
	p.s.Height(p.at, points)
	p.used += points
	p.at++
}

// wide writes a text over the whole page, as high as it needs.
func (p *page) wide(text string, style xl.Style) {
	text, _ = consolidate.Fit(marks.Printed(text))
	p.s.Text(p.at, 1, text, p.book.Style(style))
	p.s.Merge(xl.Range{Row1: p.at, Col1: 1, Row2: p.at, Col2: len(pageWidths)})
	p.high(xl.RowHeight(xl.Lines(text, p.across(), style.Size), style.Size) + 4)
}

func (p *page) across() float64 {
	sum := 0.0
	for _, width := range pageWidths {
		sum += width
	}
	return sum
}

// section writes the heading of a part of the page.
func (p *page) section(text string) {
	p.s.Text(p.at, 1, text, p.book.Style(xl.Style{Bold: true, Size: pageText, VAlign: xl.Middle}))
	p.high(24)
}

func (p *page) cells(words []string, style xl.Style) (lines int) {
	lines = 1
	for i, word := range words {
		p.s.Text(p.at, i+1, word, p.book.Style(style))
		lines = max(lines, xl.Lines(word, pageWidths[i], pageTable))
	}
	return lines
}

// lagging lists what lags, as much as the page holds, with links into the rows.
func (p *page) lagging() {
	p.section("一、滞后情况")
	list := p.sum.Concerns()
	if len(list) == 0 {
		p.wide("　　"+p.sum.NothingLags(), xl.Style{Size: pageText, VAlign: xl.Middle, Wrap: true})
		return
	}
	head := xl.Style{Bold: true, Size: pageTable, Border: xl.Thin, Align: xl.Middle, VAlign: xl.Middle, Wrap: true}
	lines := p.cells([]string{"编号", "事项", "判定和差距", "牵头单位", "分管\n市领导", "原因", "下一步措施"}, head)
	p.high(xl.RowHeight(lines, pageTable))
	body := xl.Style{Size: pageTable, Border: xl.Thin, VAlign: xl.Middle, Wrap: true}
	told := 0
	for _, c := range list {
		words := []string{marks.If(c.Sheet == layout.Indicators, "指标") + c.Ref, c.Title, strings.TrimSpace(c.Verdict + "\n" + c.Gap), strings.Join(c.Units, "\n"), cmp.Or(strings.Join(c.Leaders, "\n"), "—"), shortened(c.Reason()), shortened(c.Next())}
		need := 0
		for i, word := range words {
			word, _ = consolidate.Fit(marks.Printed(word))
			words[i] = word
			need = max(need, xl.Lines(word, pageWidths[i], pageTable))
		}
		if p.used+xl.RowHeight(need, pageTable) > pageHigh-pageTail {
			break
		}
		p.cells(words, body)
		if at, ok := p.places[c.Ref]; ok {
			p.s.Link(p.at, 1, words[0], at.sheet, xl.One(at.row, 1), p.book.Style(body))
		}
		p.high(xl.RowHeight(need, pageTable))
		told++
	}
	if rest := list[told:]; len(rest) > 0 {
		p.wide("其余"+byKind(rest)+",见“"+sheetLagging+"”。", xl.Style{Size: pageTable, VAlign: xl.Middle, Wrap: true})
	}
}

// kinds of what may lag, by the sheets they are reported on.
var kinds = []struct {
	sheet layout.SheetKey
	word  string
}{{layout.Indicators, "主要指标"}, {layout.Targets, "量化目标"}, {layout.Lead, "重点任务"}}

func kindOf(sheet layout.SheetKey) string {
	for _, k := range kinds {
		if k.sheet == sheet {
			return k.word
		}
	}
	return ""
}

// byKind counts what lags: 主要指标2项、量化目标5项.
func byKind(list []consolidate.Concern) string {
	numbers := make([]number, len(kinds))
	for i, k := range kinds {
		numbers[i].word = k.word
		for _, c := range list {
			if c.Sheet == k.sheet {
				numbers[i].n++
			}
		}
	}
	words, _ := counted(numbers...)
	return words
}

// open leaves room for what the office asks the leaders to decide.
func (p *page) open() {
	p.section("二、提请协调事项")
	blank := xl.Style{Size: pageTable, Border: xl.Thin, VAlign: xl.Middle, Wrap: true, Unlocked: true}
	for i := range 3 {
		for c := range pageWidths {
			p.s.Blank(p.at, c+1, p.book.Style(blank))
		}
		p.s.Text(p.at, 1, fmt.Sprintf("%d.", i+1), p.book.Style(blank))
		p.s.Merge(xl.Range{Row1: p.at, Col1: 1, Row2: p.at, Col2: len(pageWidths)})
		p.high(30)
	}
}

// longest is how many characters of a reason or measure are on the page; the whole
// is in 滞后事项.
const longest = 22

func shortened(text string) string {
	runes := []rune(text)
	if len(runes) <= longest {
		return text
	}
	return strings.TrimRight(string(runes[:longest]), ",;\uFF0C\uFF1B、。") + "……"
}
