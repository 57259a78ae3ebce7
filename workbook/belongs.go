package workbook

import (
	"strings"

	"tianbao/templates/layout"
)

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
