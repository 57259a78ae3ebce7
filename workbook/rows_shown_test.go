package workbook_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// change changes rows and looks of a filled workbook at random, and remembers which rows it touched, by
// the 编号 that stood in them before and after.
type change struct {
	t       *testing.T
	s       *specimen
	f       *excelize.File
	random  *rand.Rand
	touched map[string]bool // sheet and 编号
}

// what a change works on: a sheet, and its rows as they are now.
type area struct {
	*workbook.Sheet
	first, last int
}

func cellAt(col, row int) string {
	name, _ := excelize.CoordinatesToCellName(col, row)
	return name
}

// area picks a sheet; first and last hold its rows, and those put in since within them.
func (c *change) area() area {
	sheets := c.s.ret.Sheets[1:]
	sheet := sheets[c.random.IntN(len(sheets))]
	return area{sheet, sheet.Rows[0].R, sheet.Rows[len(sheet.Rows)-1].R}
}

func (c *change) row(a area) int { return a.first + c.random.IntN(a.last-a.first+1) }
func (c *change) col(a area) int { return a.Cols[c.random.IntN(len(a.Cols))] }
func (c *change) fills(a area) int { // a column to fill
	for {
		if i := c.random.IntN(len(a.Cols)); a.Form.Columns[i].Role == layout.Fill {
			return a.Cols[i]
		}
	}
}

// touch remembers what 编号 stand in rows.
func (c *change) touch(a area, rows ...int) {
	for _, r := range rows {
		ref, _ := c.f.GetCellValue(a.Name, cellAt(1, r))
		c.touched[a.Name+" "+ref] = true
	}
}

func (c *change) swap(a area, col, one, other int) {
	x, _ := c.f.GetCellValue(a.Name, cellAt(col, one))
	y, _ := c.f.GetCellValue(a.Name, cellAt(col, other))
	must(c.t, c.f.SetCellValue(a.Name, cellAt(col, one), y))
	must(c.t, c.f.SetCellValue(a.Name, cellAt(col, other), x))
}

// once makes one change.
func (c *change) once() {
	a := c.area()
	row, other := c.row(a), c.row(a)
	switch kind := c.random.IntN(16); kind {
	case 0: // one column turned round
		col, last := c.col(a), min(row+3, a.last)
		for r := row; r <= last; r++ {
			c.touch(a, r)
		}
		for i, j := row, last; i < j; i, j = i+1, j-1 {
			c.swap(a, col, i, j)
		}
		for r := row; r <= last; r++ {
			c.touch(a, r)
		}
	case 1: // two rows change places
		c.touch(a, row, other)
		for _, col := range a.Cols {
			c.swap(a, col, row, other)
		}
	case 2: // cut and pasted
		c.touch(a, row, other)
		from := cellAt(c.fills(a), row)
		words, _ := c.f.GetCellValue(a.Name, from)
		must(c.t, c.f.SetCellValue(a.Name, from, nil))
		must(c.t, c.f.SetCellValue(a.Name, cellAt(c.fills(a), other), words))
	case 3: // copied over another row
		c.touch(a, row, other)
		for _, col := range a.Cols {
			words, _ := c.f.GetCellValue(a.Name, cellAt(col, row))
			must(c.t, c.f.SetCellValue(a.Name, cellAt(col, other), words))
		}
	case 4: // a total
		must(c.t, c.f.InsertRows(a.Name, row, 1))
		must(c.t, c.f.SetCellValue(a.Name, cellAt(2, row), "合计"))
		must(c.t, c.f.SetCellValue(a.Name, cellAt(c.fills(a), row), 12))
	case 5:
		must(c.t, c.f.InsertRows(a.Name, row, 1))
	case 6:
		c.touch(a, row)
		must(c.t, c.f.RemoveRow(a.Name, row))
	case 7:
		c.touch(a, row, row+1)
		col := c.col(a)
		must(c.t, c.f.MergeCell(a.Name, cellAt(col, row), cellAt(col, row+1)))
	case 8: // a text box
		c.touch(a, row)
		must(c.t, c.f.AddShape(a.Name, &excelize.Shape{Cell: cellAt(c.fills(a), row), Type: "rect", Paragraph: []excelize.RichTextRun{{Text: "以上为快报数"}}}))
	case 9:
		c.touch(a, row)
		cell := cellAt(c.fills(a), row)
		_ = c.f.DeleteComment(a.Name, cell) // a cell takes one
		must(c.t, c.f.AddComment(a.Name, excelize.Comment{Cell: cell, Paragraph: []excelize.RichTextRun{{Text: "此数待核"}}}))
	case 10:
		c.touch(a, row)
		must(c.t, c.f.SetRowVisible(a.Name, row, false))
	default:
		c.touch(a, row)
		styled(c.t, c.f, a.Name, cellAt(c.fills(a), row), looksOf[c.random.IntN(len(looksOf))])
	}
}

// A thousand changes of rows and looks in filled returns of several units: what is taken of each cell
// is what LibreOffice shows there, in the row whose 编号 it shows, or something is said at the cell
// or of the row; nothing is said of a row that was not touched.
func TestAThousandChangesOfRowsAndLooksChangeNoValueInSilence(t *testing.T) {
	trial.OnlyLong(t, "starts LibreOffice")
	const rounds, each = 56, 18
	random := rand.New(rand.NewPCG(17, 2))
	units := []string{specimenUnit, "市发展改革委", "市科技局", "谯城区政府"}
	var specimens []*specimen
	for _, unit := range units {
		specimens = append(specimens, specimenOf(t, unit))
	}
	var files [][]byte
	var changes []*change
	for round := range rounds {
		c := &change{t: t, s: specimens[round%len(units)], random: random, touched: map[string]bool{}}
		files = append(files, c.s.edited(t, func(f *excelize.File) {
			c.f = f
			for range each {
				c.once()
			}
		}))
		changes = append(changes, c)
	}
	held, quiet := 0, 0
	for round, shown := range allShownBy(t, files) {
		h, q := changes[round].hold(files[round], shown, fmt.Sprintf("round %d", round))
		held, quiet = held+h, quiet+q
	}
	t.Logf("%d changes in %d workbooks: %d values held against what is shown, %d of them with nothing said", rounds*each, rounds, held, quiet)
	if held < 5000 || quiet < held/2 {
		t.Errorf("%d values held, %d quiet", held, quiet)
	}
}

// hold reads a changed workbook and holds it against what is shown of it.
func (c *change) hold(data []byte, shown map[string]string, name string) (held, quiet int) {
	_, ret, found := read(c.t, data, c.s.plan)
	atCell, ofRow := map[string]bool{}, map[string]bool{}
	for _, f := range found {
		atCell[f.Place.Sheet+"!"+f.Place.Cell()] = true
		ofRow[f.Place.Sheet+" "+f.Ref] = true
	}
	for _, sheet := range ret.Sheets[1:] {
		for i := range sheet.Rows {
			row := &sheet.Rows[i]
			known := ofRow[sheet.Name+" "+row.Ref()]
			if ref := shown[fmt.Sprintf("%s!A%d", sheet.Name, row.R)]; ref != row.Ref() && !known {
				c.t.Errorf("%s: %s row %d shows 编号 %q, taken as %s, nothing said", name, sheet.Name, row.R, ref, row.Ref())
			}
			for j := range row.Values {
				v := &row.Values[j]
				if row.Issued.Modes[j] != layout.Open || v.State != workbook.Filled || v.Preset {
					continue
				}
				held++
				switch at := sheet.Name + "!" + v.Place.Cell(); {
				case agrees(v, row.Text(layout.Measured), shown[at]):
					quiet++
				case !atCell[at]:
					c.t.Errorf("%s: %s shows %q, taken %q, nothing said at it", name, at, shown[at], v.Text)
				}
			}
		}
	}
	before := map[string]bool{}
	for _, f := range c.s.base {
		before[f.Place.Sheet+" "+f.Ref+" "+string(f.Code)] = true
	}
	for _, f := range found {
		if !before[f.Place.Sheet+" "+f.Ref+" "+string(f.Code)] && !c.mayBeSaid(f, shown) {
			c.t.Errorf("%s: said of what was not touched: %s", name, said(f))
		}
	}
	return held, quiet
}

// mayBeSaid reports whether a finding is of a row that was touched, of a line that is none of the
// issued rows, or of a comment or a box, which stays where it is while rows move.
func (c *change) mayBeSaid(f finding.Finding, shown map[string]string) bool {
	ref := f.Ref
	switch f.Code {
	case finding.CommentTold, finding.BoxTold:
		return true
	case finding.OutsideCell:
		ref = shown[fmt.Sprintf("%s!A%d", f.Place.Sheet, f.Place.Row)]
		return c.touched[f.Place.Sheet+" "+ref] || c.s.ret.Sheet(sheetKey(c.s, f.Place.Sheet)).Row(ref) == nil
	case finding.TotalMismatch:
		return true // a part of the total may have been touched
	}
	if ref == "" && f.Place.Row > 0 {
		ref = shown[fmt.Sprintf("%s!A%d", f.Place.Sheet, f.Place.Row)]
	}
	return c.touched[f.Place.Sheet+" "+ref]
}

func sheetKey(s *specimen, name string) layout.SheetKey {
	for _, sheet := range s.ret.Sheets {
		if sheet.Name == name {
			return sheet.Form.Key
		}
	}
	return ""
}
