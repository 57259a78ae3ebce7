package xl

import (
	"fmt"
	"strings"
)

// Condition changes how cells look where a formula holds, or draws a bar as long
// as the cell's number.
type Condition struct {
	Cells   []Range
	Formula string // about the upper left cell, with or without "="
	Style   Style  // fill, bold, colour and border count
	Stop    bool   // later conditions of the cell are not looked at
	Bar     *Bar   // instead of a formula
}

// Bar is a data bar, of the kind Excel 2007 draws, as long as the number is: none at
// Min. Min and Max are numbers; "" is the least or the greatest.
type Bar struct {
	Color    string // RRGGBB
	Min, Max string
}

// When adds a conditional format. Earlier ones have precedence.
func (s *Sheet) When(c Condition) {
	if len(c.Cells) == 0 || c.Formula == "" && c.Bar == nil {
		s.book.fail(fmt.Errorf("%s: 条件格式没有单元格或条件", s.name))
		return
	}
	if c.Bar == nil {
		s.book.fail(s.book.palette.condition(c.Style))
	}
	s.conditions = append(s.conditions, c)
}

// appendConditions writes the conditional formats. The library makes a data bar no
// shorter than a tenth of its cell.
func (s *Sheet) appendConditions(buf []byte) []byte {
	for i, c := range s.conditions {
		buf = fmt.Appendf(buf, `<conditionalFormatting sqref="%s"><cfRule type="`, join(c.Cells))
		if c.Bar != nil {
			buf = fmt.Appendf(buf, `dataBar" priority="%d"><dataBar minLength="0" maxLength="100">%s%s<color rgb="FF%s"/></dataBar>`,
				i+1, end("min", c.Bar.Min), end("max", c.Bar.Max), c.Bar.Color)
		} else {
			buf = fmt.Appendf(buf, `expression" dxfId="%d" priority="%d"`, s.book.palette.conditions[c.Style], i+1)
			if c.Stop {
				buf = append(buf, ` stopIfTrue="1"`...)
			}
			buf = appendEscaped(append(buf, `><formula>`...), cleanText(strings.TrimPrefix(c.Formula, "=")))
			buf = append(buf, `</formula>`...)
		}
		buf = append(buf, `</cfRule></conditionalFormatting>`...)
	}
	return buf
}

// end is where a bar begins or ends.
func end(extreme, number string) string {
	if number == "" {
		return `<cfvo type="` + extreme + `"/>`
	}
	return `<cfvo type="num" val="` + number + `"/>`
}
