package workbook

import (
	"slices"
	"strings"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/workbook/ooxml"
)

func textRow(r int, texts ...string) ooxml.Row {
	row := ooxml.Row{R: r}
	for i, s := range texts {
		if s != "" {
			row.Cells = append(row.Cells, ooxml.Cell{Col: i + 1, Kind: ooxml.Text, Text: s})
		}
	}
	return row
}

func TestAnExcerptShowsTheCellItsHeadingAndWhatStandsBesideIt(t *testing.T) {
	percent := textRow(6, "1-2", "企业占比", "", "乙", "", "初步数")
	percent.Cells = slices.Insert(percent.Cells, 3, ooxml.Cell{Col: 5, Kind: ooxml.Number, Format: ooxml.Percent, Text: "0.85"})
	g := &ooxml.Grid{Name: "量化目标", HiddenCols: []ooxml.Range{{Col1: 4, Col2: 4}}, Rows: []ooxml.Row{
		textRow(1, "量化目标"), textRow(4, "编号", "目标内容", "要求", "藏", "年底 值", "数据状态"),
		textRow(5, "1-1", "平台数", "5", "甲", "约5家", "最终核实数"), percent,
	}}
	b := &ooxml.Book{Sheets: []*ooxml.Grid{g}}
	f := finding.New(finding.NumberFormat, finding.At(finding.Place{Sheet: "量化目标", Row: 5, Col: 5}), finding.Column("年底值"))
	e := Around(b, &f)
	if e == nil || e.Head != 4 {
		t.Fatalf("the heading is not found: %+v", e)
	}
	var lines []string
	for _, r := range e.Rows {
		lines = append(lines, strings.Join(r.Texts, "|"))
	}
	want := "编号|目标内容|年底 值|数据状态\n1-1|平台数|约5家|最终核实数\n1-2|企业占比|85%|初步数"
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !slices.Equal(e.Cols, []int{1, 2, 5, 6}) {
		t.Errorf("columns %v: a hidden one is shown, or one is missing", e.Cols)
	}
}

func TestThereIsNoExcerptOfWhatIsNoCell(t *testing.T) {
	b := &ooxml.Book{Sheets: []*ooxml.Grid{{Name: "牵头任务", Rows: []ooxml.Row{textRow(1, "一")}}}}
	for _, at := range []finding.Place{{}, {Sheet: "牵头任务"}, {Sheet: "没有的表", Row: 1, Col: 1}} {
		f := finding.New(finding.NumberFormat, finding.At(at))
		if Around(b, &f) != nil {
			t.Errorf("%+v: an excerpt", at)
		}
	}
}
