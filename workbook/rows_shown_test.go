package workbook_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// rowsChanged changes n rows of a filled specimen at random: one column sorted, cells cut and
// pasted, rows copied over others, totals put in between, rows put in and taken out,
// cells merged.
func (s *specimen) rowsChanged(t *testing.T, f *excelize.File, random *rand.Rand, n int) {
	t.Helper()
	for range n {
		sheet := s.ret.Sheets[1+random.IntN(len(s.ret.Sheets)-1)]
		first, last := sheet.Rows[0].R, sheet.Rows[len(sheet.Rows)-1].R
		at := func() int { return first + random.IntN(last-first+1) }
		col := func() string {
			name, _ := excelize.ColumnNumberToName(sheet.Cols[random.IntN(len(sheet.Cols))])
			return name
		}
		cell := func(col string, row int) string { name, _ := excelize.JoinCellName(col, row); return name }
		swap := func(one, other string) {
			a, _ := f.GetCellValue(sheet.Name, one)
			b, _ := f.GetCellValue(sheet.Name, other)
			must(t, f.SetCellValue(sheet.Name, one, b))
			must(t, f.SetCellValue(sheet.Name, other, a))
		}
		switch random.IntN(8) {
		case 0: // one column sorted
			c := col()
			for range 3 {
				swap(cell(c, at()), cell(c, at()))
			}
		case 1: // two rows change places
			a, b := at(), at()
			for _, c := range sheet.Cols {
				name, _ := excelize.ColumnNumberToName(c)
				swap(cell(name, a), cell(name, b))
			}
		case 2: // cut and pasted
			from := cell(col(), at())
			words, _ := f.GetCellValue(sheet.Name, from)
			must(t, f.SetCellValue(sheet.Name, cell(col(), at()), words))
			must(t, f.SetCellValue(sheet.Name, from, nil))
		case 3:
			must(t, f.DuplicateRowTo(sheet.Name, at(), at()))
		case 4: // a total
			row := at()
			must(t, f.InsertRows(sheet.Name, row, 1))
			must(t, f.SetCellValue(sheet.Name, cell("B", row), "合计"))
			must(t, f.SetCellValue(sheet.Name, cell(col(), row), 12))
		case 5:
			must(t, f.InsertRows(sheet.Name, at(), 1))
		case 6:
			must(t, f.RemoveRow(sheet.Name, at()))
		default:
			c, row := col(), at()
			must(t, f.MergeCell(sheet.Name, cell(c, row), cell(c, row+1)))
		}
	}
}

// A thousand cells of rows that were moved about: what is taken of each is what
// LibreOffice shows in its cell, or something is said at the cell or of its row.
func TestRowsThatWereMovedChangeNoValueInSilence(t *testing.T) {
	trial.OnlyLong(t, "starts LibreOffice ten times")
	s := newSpecimen(t)
	random := rand.New(rand.NewPCG(17, 2))
	held := 0
	for round := range 10 {
		data := s.edited(t, func(f *excelize.File) { s.rowsChanged(t, f, random, 6) })
		_, ret, found := read(t, data, s.plan)
		said := map[string]bool{}
		for _, f := range found {
			said[f.Place.Sheet+"!"+f.Place.Cell()] = true
			said[f.Place.Sheet+" "+f.Ref] = true
		}
		shown := shownBy(t, data)
		for _, sheet := range ret.Sheets {
			for i := range sheet.Rows {
				row := &sheet.Rows[i]
				for j := range row.Values {
					v := &row.Values[j]
					if row.Issued.Modes[j] != layout.Open || v.State != workbook.Filled || v.Preset {
						continue
					}
					held++
					at := sheet.Name + "!" + v.Place.Cell()
					if !said[at] && !said[sheet.Name+" "+row.Ref()] && !agrees(v, row.Text(layout.Measured), shown[at]) && !strings.Contains(shown[at], "年") {
						t.Errorf("round %d: %s shows %q, taken %q, nothing said", round, at, shown[at], v.Text)
					}
				}
			}
		}
	}
	if held < 1000 {
		t.Errorf("only %d cells were held against what is shown", held)
	}
}
