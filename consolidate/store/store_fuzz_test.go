package store_test

import (
	"strings"
	"testing"

	"tianbao/consolidate/town"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	"tianbao/workbook/ooxml"
)

// bookOfLines is a workbook whose hidden sheet holds the lines; | parts cells.
func bookOfLines(text string) *ooxml.Book {
	g := &ooxml.Grid{Name: store.Sheet}
	for r, line := range strings.Split(text, "\n") {
		row := ooxml.Row{R: r + 1}
		for c, cell := range strings.Split(line, "|") {
			if cell != "" {
				row.Cells = append(row.Cells, ooxml.Cell{Col: c + 1, Kind: ooxml.Text, Text: cell})
			}
		}
		g.Rows = append(g.Rows, row)
	}
	return &ooxml.Book{Sheets: []*ooxml.Grid{g}}
}

// Whatever is in the hidden sheet, it is read or refused with a reason.
func FuzzStoreIsReadOrRefused(f *testing.F) {
	const head = "summary|1|1\nplan|TOWN01|x\nyear|2023\n"
	for _, seed := range []string{
		"", head, head + "file|2023|1|001|u|n.xlsx|ab|1|t\ncols|2023|1|indicator|主要指标|actual=9 data=x\nrow|2023|indicator|1|001|u|1|5|actual=I5* data=J5|6.1| 6.1 |初步数",
		head + "row|2023|indicator|1|001|u|9|5|actual=I5|6.1", head + "value|2023|indicator|1|actual|6\nruled|2023|indicator|1|actual||6|b\nverdict|2023|indicator|1|完成",
		head + "map|主要目标一览表|3|2|0|indicator|8=actual@2023|x|=@", "summary|2|9", head + "year|99999999999999999999", head + "year|20230000",
	} {
		f.Add(seed)
	}
	p := town.Plan()
	f.Fuzz(func(t *testing.T, text string) {
		book := bookOfLines(text)
		h, list := store.ReadHistory(book, p)
		if h == nil && len(list) == 0 {
			t.Fatal("refused without a reason")
		}
		if h != nil {
			h.Text(2023, "001", "indicator", "1", "actual")
			consolidate.Merge(consolidate.Input{Plan: p, Year: h.Last + 1, Batch: town.Batch(p, 2024, nil), History: h})
		}
		store.Trace(book, p, "1")
	})
}
