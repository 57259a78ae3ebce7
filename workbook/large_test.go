package workbook_test

import (
	"strconv"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/ooxml"
)

// A sheet of 300,000 rows that are not ours, or ours over and over: what is said
// stays short, and what is ours is still read.
func TestASheetOfManyStrangeRowsIsReadWithoutAWordForEach(t *testing.T) {
	s := newSpecimen(t)
	cases := []struct {
		name string
		row  func(i int, like ooxml.Row) []ooxml.Cell
	}{
		{"unknown 编号", func(i int, _ ooxml.Row) []ooxml.Cell {
			return []ooxml.Cell{{Col: 1, Kind: ooxml.Text, Text: "新" + strconv.Itoa(i)}, {Col: 9, Kind: ooxml.Number, Text: "5"}}
		}},
		{"the same row", func(_ int, like ooxml.Row) []ooxml.Cell { return like.Cells }},
		{"the same words without 编号", func(_ int, like ooxml.Row) []ooxml.Cell { return like.Cells[1:] }},
		{"remarks", func(int, ooxml.Row) []ooxml.Cell { return []ooxml.Cell{{Col: 30, Kind: ooxml.Text, Text: "请核对"}} }},
		{"spaces", func(int, ooxml.Row) []ooxml.Cell { return []ooxml.Cell{{Col: 2, Kind: ooxml.Text, Text: " "}} }},
	}
	many := 300_000
	if !trial.Long() {
		many = 20_000
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			book, _ := ooxml.Read(s.data, ooxml.DefaultLimits())
			g := book.Sheet("量化目标")
			like, last := g.Rows[5], g.Rows[len(g.Rows)-1].R
			for i := range many {
				g.Rows = append(g.Rows, ooxml.Row{R: last + 1 + i, Cells: c.row(i, like)})
			}
			id, _ := workbook.Identify(book, s.plan, 0, "")
			ret, found := workbook.Decode(book, id, s.form)
			if len(found) > 5000 {
				t.Errorf("%d findings", len(found))
			}
			if n := len(ret.Sheet(layout.Targets).Rows); n < len(s.form.Sheet(layout.Targets).Rows) || n > 1000 {
				t.Errorf("%d rows", n)
			}
			if found.Count(finding.Error) == 0 && c.name != "remarks" && c.name != "spaces" {
				t.Error("nothing is said")
			}
		})
	}
}
