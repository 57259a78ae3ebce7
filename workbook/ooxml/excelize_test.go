package ooxml

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
)

// built saves a workbook made by fill.
func built(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	trial.Must(t, f.Write(&b))
	return b.Bytes()
}

// must stops the test on an error of the building side.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// everyKind fills a workbook with every kind of cell that excelize writes.
func everyKind(f *excelize.File) {
	const s = "Sheet1"
	date, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
	cn := "yyyy\"年\"m\"月\""
	own, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &cn})
	percent, _ := f.NewStyle(&excelize.Style{NumFmt: 10, Protection: &excelize.Protection{Locked: false}})
	for i, v := range []any{"文字", "", 1, -2.5, 0.1 + 0.2, 1e21, true, false, nil, " 前后空格 ", "两行\n文字", "_x000D_", "a&b<c>\"'",
		"]]>", time.Date(2024, 4, 22, 0, 0, 0, 0, time.UTC), "123456789012345678"} {
		must(f.SetCellValue(s, fmt.Sprintf("A%d", i+1), v))
		must(f.SetCellValue(s, fmt.Sprintf("%s3", finding.ColumnName(i*20+3)), v))
	}
	must(f.SetCellValue(s, "B1", 45404))
	must(f.SetCellStyle(s, "B1", "B1", date))
	must(f.SetCellValue(s, "B2", 45404.5))
	must(f.SetCellStyle(s, "B2", "B2", own))
	must(f.SetCellValue(s, "B4", 0.85))
	must(f.SetCellStyle(s, "B4", "B400", percent))
	must(f.SetCellFormula(s, "C5", "SUM(B1:B2)"))
	shared, ref := "shared", "D5:D9"
	must(f.SetCellFormula(s, "D5", "B1+1", excelize.FormulaOpts{Type: &shared, Ref: &ref}))
	must(f.SetCellRichText(s, "E5", []excelize.RichTextRun{{Text: "红", Font: &excelize.Font{Bold: true}}, {Text: "黑\n二"}}))
	must(f.MergeCell(s, "F5", "H7"))
	must(f.SetRowVisible(s, 5, false))
	must(f.SetColVisible(s, "J:K", false))
	must(f.ProtectSheet(s, &excelize.SheetProtectionOptions{}))
	must(f.AutoFilter(s, "A1:B9", nil))
	must(f.SetCellValue(s, "XFD2000", "末格"))
	_, err := f.NewSheet("隐藏的表")
	must(err)
	must(f.SetSheetVisible("隐藏的表", false, true))
	must(f.SetCellValue("隐藏的表", "B2", 7))
	must(f.SetDefinedName(&excelize.DefinedName{Name: "tianbao.identity", RefersTo: `"a&b"`}))
	must(f.SetDefinedName(&excelize.DefinedName{Name: "局部", RefersTo: "隐藏的表!$A$1", Scope: "隐藏的表"}))
	must(f.SetDocProps(&excelize.DocProperties{Creator: "市科技局", Modified: "2025-03-01T08:00:00Z", Revision: "2"}))
}

func TestEveryKindOfCellIsReadAsExcelizeReadsIt(t *testing.T) {
	data := built(t, everyKind)
	book := agree(t, data)
	for _, g := range book.Sheets {
		inOrder(t, g)
	}
	g := book.Sheets[0]
	if !g.Protected || !g.Filtered || len(g.Merges) != 1 || g.Merges[0] != (Range{5, 6, 7, 8}) {
		t.Errorf("protected %v filtered %v merges %v", g.Protected, g.Filtered, g.Merges)
	}
	if len(g.HiddenCols) != 1 || g.HiddenCols[0] != (Range{Col1: 10, Col2: 11}) {
		t.Errorf("hidden columns %v", g.HiddenCols)
	}
	if book.Sheets[1].State != VeryHidden || book.Creator != "市科技局" || book.Revision != "2" ||
		!strings.HasPrefix(book.Modified, "2025-03-01") {
		t.Errorf("book %+v, second sheet %v", book, book.Sheets[1].State)
	}
	want := []Name{{"tianbao.identity", `"a&b"`, -1, false}, {"局部", "隐藏的表!$A$1", 1, false}}
	for _, w := range want {
		found := false
		for _, n := range book.Names {
			found = found || n == w
		}
		if !found {
			t.Errorf("name %v not among %v", w, book.Names)
		}
	}
	for place, w := range map[[2]int]Cell{
		{1, 2}: {Col: 2, Text: "45404", Kind: Number, Format: Date, Locked: true},
		{2, 2}: {Col: 2, Text: "45404.5", Kind: Number, Format: Date, Locked: true},
		{4, 2}: {Col: 2, Text: "0.85", Kind: Number, Format: Percent},
		{5, 3}: {Col: 3, Kind: Empty, Formula: Uncached, Locked: true},
		{7, 4}: {Col: 4, Kind: Empty, Formula: Uncached, Locked: true},
		{7, 1}: {Col: 1, Text: "1", Kind: Bool, Locked: true},
	} {
		c := at(g, place[0], place[1])
		if c != nil {
			c.Shape = 0 // told elsewhere
		}
		if c == nil || *c != w {
			t.Errorf("%v: %+v, want %+v", place, c, w)
		}
	}
}

// at returns the cell of a place, nil where none stands.
func at(g *Grid, row, col int) *Cell {
	for i := range g.Rows {
		for j := range g.Rows[i].Cells {
			if g.Rows[i].R == row && g.Rows[i].Cells[j].Col == col {
				return &g.Rows[i].Cells[j]
			}
		}
	}
	return nil
}

// agree reads data both ways and compares every cell, place and visibility.
func agree(t *testing.T, data []byte) *Book {
	t.Helper()
	book := trial.Made(Read(data, DefaultLimits()))(t)
	f := trial.Got(excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true}))(t)
	defer f.Close()
	if got := f.GetSheetList(); len(got) != len(book.Sheets) {
		t.Fatalf("sheets %v, ours %d", got, len(book.Sheets))
	}
	for _, g := range book.Sheets {
		sameCells(t, f, g)
	}
	return book
}

// sameCells compares the cells of a sheet, and which rows are hidden.
func sameCells(t *testing.T, f *excelize.File, g *Grid) {
	t.Helper()
	ours := map[string]string{}
	for _, row := range g.Rows {
		if visible, _ := f.GetRowVisible(g.Name, row.R); visible == row.Hidden {
			t.Errorf("%s: row %d hidden: %v", g.Name, row.R, row.Hidden)
		}
		for _, c := range row.Cells {
			if c.Text != "" {
				ours[finding.Place{Row: row.R, Col: c.Col}.Cell()] = c.Text
			}
		}
	}
	theirs := map[string]string{}
	rows, err := f.Rows(g.Name)
	must(err)
	for r := 1; rows.Next(); r++ {
		cols, err := rows.Columns()
		must(err)
		for c, v := range cols {
			if v != "" {
				theirs[finding.Place{Row: r, Col: c + 1}.Cell()] = v
			}
		}
	}
	for place, v := range theirs {
		if ours[place] != v {
			t.Errorf("%s!%s: ours %q, excelize %q", g.Name, place, ours[place], v)
		}
	}
	for place, v := range ours {
		if _, ok := theirs[place]; !ok {
			t.Errorf("%s!%s: ours %q, excelize none", g.Name, place, v)
		}
	}
}
