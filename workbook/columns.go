package workbook

import (
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/sheet"
)

// columnMissing reports a missing column: an error where it is to fill or holds
// the 编号, else a warning, since what it shows is known.
func (t *table) columnMissing(i int) {
	c := &t.form.Columns[i]
	if c.Role == layout.Check {
		return
	}
	heading := t.form.Headings[i]
	opts := []finding.Option{finding.At(finding.Place{Sheet: t.grid.Name}), finding.Column(heading)}
	if col := t.head.Gaps[i]; col != 0 {
		what, given := "这一列的表头空着", sheet.TextAt(t.grid.Rows[t.head.Index].Cells, col)
		if text.Trim(given) != "" {
			what = "这一列的表头不是下发时的"
		} else {
			given = finding.Nothing
		}
		if c.Role == layout.Fill {
			what += ",所填内容未计入"
		}
		opts = append(opts, finding.At(finding.Place{Sheet: t.grid.Name, Row: t.head.Row, Col: col}), finding.Message(what),
			finding.Given(given), finding.Expected(heading), finding.Hint("请在这一格恢复表头“"+heading+"”,再报送"))
	}
	f := finding.New(finding.ColumnMissing, opts...)
	if c.Role != layout.Fill && c.Key != layout.Ref {
		f.Severity = finding.Warning
	}
	t.found = append(t.found, f)
}

// Belongs words what belongs in a cell to fill, in a few words for a message: the
// options of a list, a number with its unit of measure, else the column's advice.
func Belongs(row *layout.Row, c *layout.Column) string {
	switch {
	case c.Kind == layout.Choice:
		return strings.Join(layout.Options(c.ListOf(row.Subject)), "、")
	case c.Kind == layout.Number:
		if c.Unit != nil {
			if unit := c.Unit(row.Subject); unit != "" {
				return "数,单位:" + unit
			}
		}
		return "数"
	case c.Kind == layout.Text && strings.Contains(c.Tag, "min="):
		return "做了什么、做到什么程度"
	}
	return layout.FrameOf(row.Plan, row.Year).Expand(c.Prompt)
}
