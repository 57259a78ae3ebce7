package xl

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Look is what people give a cell to tell it from others. Colours are RRGGBB, "" where
// there is none.
type Look struct {
	Fill, Color string
	Bold        bool
	Strike      bool // struck out
}

// Looks are the looks of the cells of one sheet and the widths of its columns.
type Looks struct {
	cells  map[[2]int]Look
	widths map[int]float64
}

// At is the look of a cell, both counted from 1.
func (l *Looks) At(row, col int) Look {
	if l == nil {
		return Look{}
	}
	return l.cells[[2]int{row, col}]
}

// Width is the width of a column as Sheet.Width counts it, 0 where it is not known.
func (l *Looks) Width(col int) float64 {
	if l == nil {
		return 0
	}
	return l.widths[col]
}

// ReadLooks reads how the cells of a sheet look, up to a row and a column. The workbook
// must have been read whole without findings.
func ReadLooks(data []byte, sheet string, rows, cols int) (*Looks, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("打开工作簿: %w", err)
	}
	defer f.Close()
	l, styles := &Looks{cells: map[[2]int]Look{}, widths: map[int]float64{}}, map[int]Look{}
	for col := 1; col <= cols; col++ {
		name, err := excelize.ColumnNumberToName(col)
		if err != nil {
			return nil, err
		}
		if l.widths[col], err = f.GetColWidth(sheet, name); err != nil {
			return nil, err
		}
		for row := 1; row <= rows; row++ {
			id, err := f.GetCellStyle(sheet, fmt.Sprint(name, row))
			if err != nil {
				return nil, err
			}
			look, seen := styles[id]
			if !seen {
				if look, err = lookOf(f, id); err != nil {
					return nil, err
				}
				styles[id] = look
			}
			if look != (Look{}) {
				l.cells[[2]int{row, col}] = look
			}
		}
	}
	return l, nil
}

func lookOf(f *excelize.File, id int) (Look, error) {
	style, err := f.GetStyle(id)
	if err != nil {
		return Look{}, err
	}
	var l Look
	if style.Fill.Type == "pattern" && style.Fill.Pattern == 1 && len(style.Fill.Color) > 0 {
		l.Fill = rgb(style.Fill.Color[0])
	}
	if style.Font != nil {
		l.Bold, l.Strike = style.Font.Bold, style.Font.Strike
		if l.Color = rgb(style.Font.Color); l.Color == "000000" {
			l.Color = ""
		}
	}
	return l, nil
}

// rgb is a colour without the mark before it and without its alpha.
func rgb(color string) string {
	color = strings.ToUpper(strings.TrimPrefix(color, "#"))
	const digits = 6
	if len(color) > digits {
		color = color[len(color)-digits:]
	}
	if len(color) < digits {
		return ""
	}
	return color
}
