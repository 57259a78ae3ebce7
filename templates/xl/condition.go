package xl

import (
	"fmt"

	"github.com/xuri/excelize/v2"
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

// Bar is a data bar, of the kind Excel 2007 draws: what later ones need stands in an
// extension that the library loses. Min and Max are numbers; "" is the least or the
// greatest.
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

func (c Condition) library(p *Palette) excelize.ConditionalFormatOptions {
	if c.Bar != nil {
		o := excelize.ConditionalFormatOptions{Type: "data_bar", Criteria: "=", BarColor: "#" + c.Bar.Color, MinType: "min", MaxType: "max"}
		if c.Bar.Min != "" {
			o.MinType, o.MinValue = "num", c.Bar.Min
		}
		if c.Bar.Max != "" {
			o.MaxType, o.MaxValue = "num", c.Bar.Max
		}
		return o
	}
	id := p.conditions[c.Style]
	return excelize.ConditionalFormatOptions{Type: "formula", Criteria: cleanText(stripEquals(c.Formula)), Format: &id, StopIfTrue: c.Stop}
}
