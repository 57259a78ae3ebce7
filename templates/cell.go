package templates

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	words "tianbao/seeds/text"
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

// help puts the prompt, the dropdown and the check of typing on the cells of a
// column that share their choices.
func (w *writer) help(s *xl.Sheet, c *layout.Column, heading string, open toFill) {
	cells := open.cells
	v := xl.Validation{
		Cells: cells, PromptTitle: heading, Prompt: words.Worded(w.form.Frame.Expand(c.Prompt)),
		ErrorTitle: heading, Rule: xl.AnyValue,
	}
	first := xl.Cell(cells[0].Row1, cells[0].Col1)
	switch c.Kind {
	case layout.Choice:
		v.Rule, v.A = xl.List, listName(open.list)
		v.Error = "请从下拉列表中选一项:" + strings.Join(layout.Options(open.list), "、")
	case layout.Number:
		v.Rule, v.A = xl.Custom, fmt.Sprintf(`OR(ISNUMBER(%s),%s="%s")`, first, first, layout.NA)
		v.Error = "这里只填一个数,如 12.5。零填 0;确实不适用的填“不适用”;没有数的空着。不要带单位,不要写“约”“左右”。"
	case layout.Day, layout.Month:
		v.Rule, v.A = xl.Custom, fmt.Sprintf("AND(ISNUMBER(%s),%s>=DATE(%d,1,1),%s<DATE(%d,1,1))", first, first, w.form.Frame.Year, first, w.form.Frame.Year+3)
		v.Error = fmt.Sprintf("请填日期,如 %d-3-15。", w.form.Frame.Year+1)
	case layout.Phone:
		v.Rule, v.Compare, v.A, v.B = xl.TextLength, xl.Between, "7", "30"
		v.Error = "请填电话号码,如 010-12345678。"
	default:
		v.Rule, v.Compare, v.A = xl.TextLength, xl.AtMost, fmt.Sprint(longest(c))
		v.Error = fmt.Sprintf("文字不超过 %d 字。", longest(c))
	}
	v.Error = words.Worded(v.Error)
	s.Validate(v)
}

// longest is how long a text may be, by the column's constraint.
func longest(c *layout.Column) int {
	n := layout.MaxText
	for rule := range strings.SplitSeq(c.Tag, ",") {
		if _, err := fmt.Sscanf(rule, "max=%d", &n); err == nil {
			return n
		}
	}
	return n
}
