package workbook

import (
	"slices"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
)

// findGaps finds the columns of the file that stand where columns are missing: their
// headings were cleared or are other words. What stands below such a heading does
// not count, since columns are found by heading, but it is known whose place it has.
func (t *table) findGaps() {
	cols := t.head.cols
	t.head.gaps = make([]int, len(cols))
	for i := 0; i < len(cols); i++ {
		if cols[i] != 0 {
			continue
		}
		j := i
		for j < len(cols) && cols[j] == 0 {
			j++
		}
		if free := t.free(i, j); len(free) == j-i {
			copy(t.head.gaps[i:], free)
		}
		i = j
	}
	for j, col := range t.head.second {
		if slices.Contains(t.head.gaps, col) {
			t.head.second[j] = 0
		}
	}
}

// free lists the columns of the file between those of the layout around i to j that
// are none of the layout's; where there are more than are missing, or the table ends
// there, only those in which something stands.
func (t *table) free(i, j int) []int {
	from, to := 0, t.lastCol()+1
	if i > 0 {
		from = t.head.cols[i-1]
	}
	if j < len(t.head.cols) {
		to = t.head.cols[j]
	}
	var free []int
	for col := from + 1; col < to; col++ {
		if !slices.Contains(t.head.cols, col) {
			free = append(free, col)
		}
	}
	if len(free) > j-i || j == len(t.head.cols) {
		used := t.used(from, to)
		free = slices.DeleteFunc(free, func(col int) bool { return !used[col] })
	}
	return free
}

// lastCol is the last column in which a heading may stand.
func (t *table) lastCol() int {
	cells := first(t.grid.Rows[t.head.index].Cells)
	return max(cells[len(cells)-1].Col, slices.Max(t.head.cols)+len(t.head.cols))
}

// used lists the columns between two in which something stands, the heading or below it.
func (t *table) used(from, to int) map[int]bool {
	used := map[int]bool{}
	for i := t.head.index; i < len(t.grid.Rows); i++ {
		for j := range t.grid.Rows[i].Cells {
			if c := &t.grid.Rows[i].Cells[j]; c.Col > from && c.Col < to && trim(c.Text) != "" {
				used[c.Col] = true
			}
		}
	}
	return used
}

// columnMissing reports a missing column: an error where it is to fill or holds
// the 编号, else a warning, since what it shows is known.
func (t *table) columnMissing(i int) {
	c := &t.form.Columns[i]
	if c.Role == layout.Check {
		return
	}
	heading := t.form.Headings[i]
	opts := []finding.Option{finding.At(finding.Place{Sheet: t.grid.Name}), finding.Column(heading)}
	if col := t.head.gaps[i]; col != 0 {
		what, given := "这一列的表头空着", textAt(t.grid.Rows[t.head.index].Cells, col)
		if trim(given) != "" {
			what = "这一列的表头不是下发时的"
		} else {
			given = "空"
		}
		if c.Role == layout.Fill {
			what += ",所填内容未计入"
		}
		opts = append(opts, finding.At(finding.Place{Sheet: t.grid.Name, Row: t.head.row, Col: col}), finding.Message(what),
			finding.Given(given), finding.Expected(heading), finding.Hint("请在这一格恢复表头“"+heading+"”,再报送"))
	}
	f := finding.New(finding.ColumnMissing, opts...)
	if c.Role != layout.Fill && c.Key != layout.Ref {
		f.Severity = finding.Warning
	}
	t.found = append(t.found, f)
}
