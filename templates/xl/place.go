package xl

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// Range is a block of cells, counted from 1, both ends included.
type Range struct{ Row1, Col1, Row2, Col2 int }

// One is the range of a single cell.
func One(row, col int) Range { return Range{row, col, row, col} }

// Column is the cells of a column from one row to another.
func Column(col, row1, row2 int) Range { return Range{row1, col, row2, col} }

// String returns the range as B2:D9, a single cell as B2.
func (r Range) String() string {
	if r.Row1 == r.Row2 && r.Col1 == r.Col2 {
		return Cell(r.Row1, r.Col1)
	}
	return Cell(r.Row1, r.Col1) + ":" + Cell(r.Row2, r.Col2)
}

// Cell returns the cell's name: Cell(7, 2) is B7.
func Cell(row, col int) string {
	return finding.ColumnName(col) + strconv.Itoa(row)
}

// Fixed returns the cell's name with its column, its row or both held in place.
func Fixed(row, col int, holdRow, holdCol bool) string {
	var b strings.Builder
	if holdCol {
		b.WriteByte('$')
	}
	b.WriteString(finding.ColumnName(col))
	if holdRow {
		b.WriteByte('$')
	}
	b.WriteString(strconv.Itoa(row))
	return b.String()
}

// Ref returns an absolute reference into a sheet: '单位'!$A$2:$A$76.
func Ref(sheet string, r Range) string {
	from, to := Fixed(r.Row1, r.Col1, true, true), Fixed(r.Row2, r.Col2, true, true)
	ref := SheetRef(sheet) + from
	if from != to {
		ref += ":" + to
	}
	return ref
}

// SheetRef returns the sheet's name as it is before a cell in a formula.
func SheetRef(sheet string) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!"
}

// Quote returns a text as a formula holds it, in quotes.
func Quote(text string) string {
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

// parseRef reads a reference into a sheet as Ref writes it.
func parseRef(sheet, ref string) (Range, bool) {
	rest, ok := strings.CutPrefix(ref, SheetRef(sheet))
	if !ok {
		return Range{}, false
	}
	from, to, block := strings.Cut(strings.ReplaceAll(rest, "$", ""), ":")
	if !block {
		to = from
	}
	var r Range
	var err1, err2 error
	r.Col1, r.Row1, err1 = excelize.CellNameToCoordinates(from)
	r.Col2, r.Row2, err2 = excelize.CellNameToCoordinates(to)
	return r, err1 == nil && err2 == nil && Ref(sheet, r) == ref
}

func join(ranges []Range) string { return strings.Join(text.Each(ranges, Range.String), " ") }
