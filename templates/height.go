package templates

import (
	"tianbao/templates/layout"
	"tianbao/workbook/xl"
)

// leastLines is the height of a row without long text: room for two lines.
const leastLines = 2

// height is the height that shows all of a row's text.
func (t *table) height(r *layout.Row) float64 {
	lines := leastLines
	for i := range t.form.Columns {
		if text := t.text(t.form, r, i); len(text) > 0 {
			lines = max(lines, xl.Lines(text, t.form.Columns[i].Width))
		}
	}
	return xl.RowHeight(lines, tableSize)
}
