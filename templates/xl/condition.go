package xl

import (
	"fmt"
	"strings"
)

// Condition changes how cells look where a formula holds.
type Condition struct {
	Cells   []Range
	Formula string // about the upper left cell, with or without "="
	Style   Style  // fill, bold, colour and border count
}

// When adds a conditional format. Earlier ones have precedence.
func (s *Sheet) When(c Condition) {
	if len(c.Cells) == 0 || c.Formula == "" {
		s.book.fail(fmt.Errorf("%s: 条件格式没有单元格或条件", s.name))
		return
	}
	s.book.fail(s.book.palette.condition(c.Style))
	s.conditions = append(s.conditions, c)
}

func (s *Sheet) appendConditions(buf []byte) []byte {
	for i, c := range s.conditions {
		buf = fmt.Appendf(buf, `<conditionalFormatting sqref="%s"><cfRule type="expression" dxfId="%d" priority="%d"><formula>`, join(c.Cells), s.book.palette.conditions[c.Style], i+1)
		buf = appendEscaped(buf, cleanText(strings.TrimPrefix(c.Formula, "=")))
		buf = append(buf, `</formula></cfRule></conditionalFormatting>`...)
	}
	return buf
}
