package report

import (
	"strconv"
	"strings"

	"tianbao/consolidate"
	"tianbao/templates/xl"
)

// mostConcerns is how many are told in full, so that the page stays one page; the
// rest are named.
const mostConcerns = 15

// attention writes what is not on track, with links into the rows.
func (p *page) attention() {
	p.section("四、未达序时进度的指标和目标")
	list := p.sum.Concerns()
	if len(list) == 0 {
		p.wide("没有未达序时进度的主要指标和量化目标。", xl.Style{Size: pageSize, VAlign: xl.Middle, Wrap: true})
		p.at++
		return
	}
	p.concernCells(p.headStyle, []string{"指标或目标", "判定", "差距", "责任单位(牵头领导)", "原因", "下一步"})
	p.at++
	for _, c := range list[:min(len(list), mostConcerns)] {
		p.concern(c)
	}
	if rest := list[min(len(list), mostConcerns):]; len(rest) > 0 {
		var words []string
		for _, c := range rest {
			words = append(words, c.Title)
		}
		p.wide("其余 "+strconv.Itoa(len(rest))+" 项:"+strings.Join(words, ";")+"。详见“主要目标一览表”“量化目标”。", xl.Style{Size: pageSize, VAlign: xl.Middle, Wrap: true})
	}
	p.at++
}

// concernSpans are the columns each part of a concern takes.
var concernSpans = []int{3, 1, 1, 2, 3, 2}

func (p *page) concernCells(style func() xl.StyleID, words []string) {
	col, lines := 1, 1
	for i, word := range words {
		p.span(col, concernSpans[i], word, style())
		lines = max(lines, xl.Lines(word, float64(concernSpans[i])*pageWidth, pageSize))
		col += concernSpans[i]
	}
	p.s.Height(p.at, max(18, xl.RowHeight(lines, pageSize)))
}

// longest is how many characters of a reason or next step stand on the page; the
// whole is one click away.
const longest = 50

func (p *page) concern(c consolidate.Concern) {
	p.concernCells(func() xl.StyleID { return p.toneStyle(plainTone, xl.Left) }, []string{c.Title, c.Verdict, c.Gap, c.Owner, shortened(c.Reason), shortened(c.Next)})
	p.s.Text(p.at, 4, c.Verdict, p.toneStyle(bad, xl.Middle))
	p.link(1, c.Title, placeKey{tabOf[c.Sheet], c.Ref})
	p.at++
}

func shortened(text string) string {
	runes := []rune(text)
	if len(runes) <= longest {
		return text
	}
	return string(runes[:longest]) + "……"
}
