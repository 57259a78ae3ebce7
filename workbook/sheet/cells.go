package sheet

import "tianbao/workbook/ooxml"

// At finds the cell of a row in a column; nil where nothing stands.
func At(cells []ooxml.Cell, col int) *ooxml.Cell {
	for i := range cells {
		if cells[i].Col == col {
			return &cells[i]
		}
	}
	return nil
}

// TextAt returns the text of the cell of a row in a column.
func TextAt(cells []ooxml.Cell, col int) string {
	if c := At(cells, col); c != nil {
		return c.Text
	}
	return ""
}

// RightOf returns the text of the cell right beside cell i of the row.
func RightOf(cells []ooxml.Cell, i int) string {
	if i+1 < len(cells) && cells[i+1].Col == cells[i].Col+1 {
		return cells[i+1].Text
	}
	return ""
}
