package workbook

import (
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// table is one sheet of rows being read.
type table struct {
	*decoder
	form   *layout.FormSheet
	grid   *ooxml.Grid
	sheet  *Sheet
	stamp  *layout.StampedSheet // nil where lost
	head   sheet.Head
	byCol  []int         // by column of the file: column of the layout and 1, 0 for others
	extra  []int         // columns of the file that were named, with all that is in them
	merges []ooxml.Range // that cover cells to fill
	cursor int           // row of the stamp to look at first

	// Made only where rows are not as they were issued.
	byStamp  map[string]int  // rows of the stamp by 编号
	refs     *refs           // rows of the form by other spellings
	standing map[string]int  // rows by 编号 as issued
	claimed  map[string]bool // 编号 of rows that were named under another

	// Findings so far: cells outside, rows that are not ours, rows that are twice.
	remarked, strangers, twice int
}

// table reads a sheet of rows.
func (d *decoder) table(fs *layout.FormSheet, g *ooxml.Grid) {
	t := &table{decoder: d, form: fs, grid: g, stamp: d.stamped(fs), head: sheet.FindHead(g, sheet.Headings(fs.Headings))}
	if !t.head.Fits() {
		d.found.Add(finding.HeadingMissing, finding.At(finding.Place{Sheet: g.Name}))
		return
	}
	t.sheet = &Sheet{Form: fs, Name: g.Name, Cols: t.head.Cols, Head: t.head.Row, byRef: make(map[string]int, len(fs.Rows))}
	d.ret.Sheets = append(d.ret.Sheets, t.sheet)
	t.findRefs()
	t.head.FindGaps(g)
	t.columns()
	t.mergesToFill()
	t.above()
	t.footer()
	t.sheet.Rows = make([]Row, 0, len(fs.Rows))
	for i := t.head.Index + 1; i < len(g.Rows); i++ {
		t.row(&g.Rows[i])
	}
	t.duplicates()
	t.missing()
	t.hiddenColumns()
}

// columns maps the columns and reports which are missing, moved, edited or new.
func (t *table) columns() {
	cells := t.head.Cells
	last := max(cells[len(cells)-1].Col, slices.Max(t.head.Cols))
	t.byCol = make([]int, last+1)
	t.sheet.Headings = make([]string, len(t.form.Columns))
	before, moved := 0, -1
	for i := range t.form.Columns {
		place := t.headPlace(t.head.Cols[i])
		if place.Col == 0 {
			t.columnMissing(i)
			continue
		}
		t.byCol[place.Col] = i + 1
		t.sheet.Headings[i] = sheet.TextAt(cells, place.Col)
		if t.head.Edited[i] {
			t.found.Add(finding.HeadingEdited, finding.At(place), finding.Given(t.sheet.Headings[i]), finding.Expected(t.form.Headings[i]))
		}
		if place.Col < before && moved < 0 {
			moved = i
		}
		before = place.Col
	}
	if moved >= 0 {
		t.found.Add(finding.ColumnMoved, finding.At(t.headPlace(t.head.Cols[moved])), finding.Column(t.sheet.Headings[moved]))
	}
	t.extraColumns(cells)
}

// extraColumns names the headings that were not issued. Those in the place of a
// missing column have been named with it.
func (t *table) extraColumns(cells []ooxml.Cell) {
	t.extra = append(t.extra, slices.DeleteFunc(slices.Clone(t.head.Gaps), func(col int) bool { return col == 0 })...)
	for i := range cells {
		c := &cells[i]
		if t.byCol[c.Col] != 0 || text.Trim(c.Text) == "" || slices.Contains(t.head.Gaps, c.Col) {
			continue
		}
		place := finding.At(t.headPlace(c.Col))
		if j := slices.Index(t.head.Second, c.Col); j >= 0 {
			f := finding.New(finding.ColumnDuplicate, place, finding.Column(c.Text), finding.Message("同名的列有两列"))
			f.Severity = finding.Warning
			t.found = append(t.found, f)
			continue
		}
		t.found.Add(finding.ColumnExtra, place, finding.Given(c.Text))
		t.extra = append(t.extra, c.Col)
	}
}

// above notes what was written above the headings, but for the short words and
// formulas that are issued there.
func (t *table) above() {
	const issued = 4 // characters: 返回, 规划内容, 视情必填
	for i := 0; i < t.head.Index; i++ {
		r := &t.grid.Rows[i]
		for j := range r.Cells {
			c := &r.Cells[j]
			if c.Formula != ooxml.Plain || len([]rune(text.Trim(c.Text))) <= issued || t.isHeading(r, c) || isCount(c.Text) {
				continue
			}
			if !t.title(r, c) {
				t.outside(r, c, "")
			}
		}
	}
}

// headPlace is where a heading stands: in a cell that is merged down into their row
// it is that cell.
func (t *table) headPlace(col int) finding.Place {
	p := finding.Place{Sheet: t.grid.Name, Row: t.head.Row, Col: col}
	for _, m := range t.grid.Merges {
		if m.Col1 == col && m.Row1 < p.Row && m.Row2 >= p.Row {
			p.Row = m.Row1
		}
	}
	return p
}

// isHeading reports whether a cell above the headings is merged down into them.
func (t *table) isHeading(r *ooxml.Row, c *ooxml.Cell) bool {
	return slices.ContainsFunc(t.grid.Merges, func(m ooxml.Range) bool {
		return m.Row1 == r.R && m.Col1 == c.Col && m.Row2 >= t.head.Row
	})
}

// isCount reports whether the line over a table counts what is open, which is a formula
// until it is pasted as its value.
func isCount(s string) bool {
	return strings.HasPrefix(text.Trim(s), "共") && strings.Contains(s, "行,待填或有误")
}

// spokenMost is how many findings of a kind about what is outside the table are
// made one by one; the rest are said to be there.
const spokenMost = 500

// outside notes a cell outside the table.
func (t *table) outside(r *ooxml.Row, c *ooxml.Cell, ref string, more ...finding.Option) {
	if r.R > t.head.Row && slices.Contains(t.extra, c.Col) {
		return // the column has been named, with all that is in it
	}
	if !t.quiet(&t.remarked, finding.OutsideCell, "表格以外的内容太多,其余不再逐处列出") {
		at := []finding.Option{finding.At(finding.Place{Sheet: t.grid.Name, Row: r.R, Col: c.Col}), finding.Row(ref), finding.Given(c.Text)}
		t.found.Add(finding.OutsideCell, append(at, more...)...)
	}
}

// quiet counts a finding to come and reports whether there have been enough of its
// kind; the first one too many says so.
func (t *table) quiet(spoken *int, code finding.Code, enough string) bool {
	*spoken++
	if *spoken == spokenMost+1 {
		t.found.Add(code, finding.At(finding.Place{Sheet: t.grid.Name}), finding.Message(enough))
	}
	return *spoken > spokenMost
}

// missing names the rows that were issued and are not there.
func (t *table) missing() {
	if t.refsGone() && (len(t.sheet.Rows) == 0 || t.strangers > 0) {
		return // the missing column has been reported
	}
	for i := range t.form.Rows {
		r := &t.form.Rows[i]
		if _, ok := t.sheet.byRef[r.Ref]; ok || t.claimed[r.Ref] || t.stamp != nil && t.stampedRow(r.Ref) == nil {
			continue
		}
		t.found.Add(finding.RowMissing, finding.At(finding.Place{Sheet: t.grid.Name}), finding.Row(r.Ref), finding.Expected(t.wordsOf(r)))
	}
}

// stampedRow returns a row of the stamp, nil where it has none. Rows mostly come
// in the order they were issued.
func (t *table) stampedRow(ref string) *layout.StampedRow {
	if t.stamp == nil {
		return nil
	}
	rows := t.stamp.Rows
	for i := t.cursor; i < len(rows) && i <= t.cursor+1; i++ {
		if rows[i].Ref == ref {
			t.cursor = i
			return &rows[i]
		}
	}
	if t.byStamp == nil {
		t.byStamp = make(map[string]int, len(rows))
		for i := range rows {
			t.byStamp[rows[i].Ref] = i
		}
	}
	i, ok := t.byStamp[ref]
	if !ok {
		return nil
	}
	t.cursor = i
	return &rows[i]
}

// hiddenColumns notes columns that are hidden and filled in.
func (t *table) hiddenColumns() {
	for i := range t.form.Columns {
		col := t.sheet.Cols[i]
		if t.form.Columns[i].Role == layout.Fill && col != 0 && hiddenCol(t.grid, col) &&
			slices.ContainsFunc(t.sheet.Rows, func(r Row) bool { return r.Values[i].State != Blank && !r.Values[i].Preset }) {
			t.found.Add(finding.ColumnHidden, finding.At(t.headPlace(col)), finding.Column(t.sheet.Headings[i]))
		}
	}
}

func hiddenCol(g *ooxml.Grid, col int) bool {
	return slices.ContainsFunc(g.HiddenCols, func(r ooxml.Range) bool { return col >= r.Col1 && col <= r.Col2 })
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
