package workbook

import "tianbao/templates/layout"

// refsGone reports whether the column of the 编号 is missing, which is said once: rows
// are then known by their text, and of those that are not nobody can say which they are.
func (t *table) refsGone() bool { return t.sheet.Cols[t.form.Index(layout.Ref)] == 0 }

// findRefs looks for the 编号 where no column has that heading: the rows are found
// by them, so a column in which most of them stand is theirs, whatever it is called.
func (t *table) findRefs() {
	ref := t.form.Index(layout.Ref)
	if t.head.Cols[ref] != 0 {
		return
	}
	taken := map[int]bool{}
	for _, col := range t.head.Cols {
		taken[col] = true
	}
	counts := map[int]int{}
	best := 0
	for i := t.head.Index + 1; i < len(t.grid.Rows); i++ {
		for j := range t.grid.Rows[i].Cells {
			c := &t.grid.Rows[i].Cells[j]
			if taken[c.Col] || t.form.Row(c.Text) == nil {
				continue
			}
			if counts[c.Col]++; counts[c.Col] > counts[best] || counts[c.Col] == counts[best] && c.Col < best {
				best = c.Col
			}
		}
	}
	if counts[best]*2 > len(t.form.Rows) {
		t.head.Cols[ref], t.head.Edited[ref] = best, true
	}
}
