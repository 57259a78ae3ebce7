package templates

import (
	"regexp"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// fill writes a cell to fill, with what is filled in already.
func (w *writer) fill(row, col int, c *layout.Column, text string, s *xl.Sheet) {
	style := w.looks.open[c.Kind]
	raw, isText := strings.CutPrefix(text, "'")
	switch {
	case text == "":
		s.Blank(row, col, style)
	case isText:
		s.Text(row, col, raw, style)
	case c.Kind == layout.Number && plainNumber.MatchString(text):
		s.Number(row, col, decimal.RequireFromString(text), style)
	case c.Kind == layout.Day || c.Kind == layout.Month:
		if day, ok := serial(text); ok {
			s.Int(row, col, day, style)
			return
		}
		s.Text(row, col, text, style)
	default:
		s.Text(row, col, text, style)
	}
}

// plainNumber is a number that a cell holds without loss: of 15 digits at most.
var plainNumber = regexp.MustCompile(`^-?[0-9]{1,15}$|^-?[0-9]{1,9}\.[0-9]{1,6}$`)

// serial is the number of a day as cells count them, of 2025-03-15 or 2025-03.
func serial(text string) (int, bool) {
	for _, form := range []string{"2006-01-02", "2006-01"} {
		if day, err := time.Parse(form, text); err == nil {
			return int(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24), true
		}
	}
	return 0, false
}
