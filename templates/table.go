package templates

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/finding"
	words "tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// The rows of a table sheet.
const (
	titleRow = 1 + iota
	countRow
	markRow
	headRow
	firstRow
)

// table is a sheet of rows being written.
type table struct {
	*writer
	form  *layout.FormSheet
	sheet *xl.Sheet
	cover *cover
	open  [][]toFill // by column, the cells to fill
	next  int        // row to write
	tally

	asked      []asked            // of the row being written
	checkNames map[string]string  // by formula
	numbers    map[[2]int]reading // what is filled in already, by row and index of the column
}

// toFill is the cells of a column whose choices are of one list.
type toFill struct {
	list  layout.ListKey
	cells []xl.Range
}

// columnOf is the letter of a column.
func columnOf(s *layout.FormSheet, k layout.Key) string { return finding.ColumnName(s.Index(k) + 1) }

// table writes a sheet of rows.
func (w *writer) table(s *layout.FormSheet, c *cover) *table {
	t := &table{writer: w, form: s, sheet: w.book.Sheet(s.Name), cover: c, open: make([][]toFill, len(s.Columns)), next: firstRow, numbers: map[[2]int]reading{}, checkNames: map[string]string{}}
	t.headings()
	band, chapter := bands-1, ""
	for i := range s.Rows {
		r := &s.Rows[i]
		if name := groupOf(r); i == 0 || name != chapter {
			band, chapter = (band+1)%bands, name
		}
		t.row(r, band)
	}
	for i := range s.Columns {
		for _, block := range t.open[i] {
			t.help(t.sheet, &s.Columns[i], s.Headings[i], block)
		}
	}
	t.top()
	t.view()
	return t
}

// groupOf is what rows are grouped by to the eye: the chapter, or the category.
func groupOf(r *layout.Row) string {
	switch {
	case r.Indicator != nil:
		return r.Indicator.Category
	case r.Item != nil:
		return strconv.Itoa(r.Item.Chapter)
	}
	return r.Ref
}

func (t *table) last() int { return t.next - 1 }

// headings writes what each column is for, and its heading.
func (t *table) headings() {
	for i := range t.form.Columns {
		c := &t.form.Columns[i]
		t.sheet.Width(i+1, i+1, c.Width)
		mark, style := markOf(c), t.looks.marks[c.Role]
		if mark == mustFill {
			style = t.looks.must
		}
		t.sheet.Text(markRow, i+1, mark, style)
		t.sheet.Text(headRow, i+1, t.form.Headings[i], t.looks.heads[c.Role])
	}
	t.sheet.Height(headRow, 36)
}

const mustFill = "必填"

// markOf says above the heading whose column it is.
func markOf(c *layout.Column) string {
	switch {
	case c.Role == layout.Fixed:
		return "规划内容"
	case c.Role == layout.Earlier:
		return "上年情况"
	case c.Role == layout.Check:
		return "自动检查"
	case c.Required.Holds(func(layout.Key) string { return "" }):
		return mustFill
	case c.Required.Op == layout.CondNever:
		return "选填"
	}
	return "视情必填"
}

// row writes one row.
func (t *table) row(r *layout.Row, band int) {
	s, n, check := t.form, t.next, ""
	for i := range s.Columns {
		switch c := &s.Columns[i]; {
		case c.Role == layout.Check:
			check = t.check(r, n, i+1)
		case r.Modes[i] == layout.Open:
			text := t.text(s, r, i)
			t.fill(n, i+1, c, text, t.sheet)
			if c.Kind == layout.Number && text != "" {
				one := asked{Column: c, row: r}
				digits, _, bad := one.steps(typedText(text))
				t.numbers[[2]int{n, i}] = reading{typedText(text), digits, bad}
			}
			t.mark(i, n, c.ListOf(r.Subject))
		default:
			t.sheet.Text(n, i+1, r.Issued[i], t.fixedLook(c, r, i, band))
		}
	}
	t.next += t.stretch(r, n, t.lines(r, check))
}

func (t *table) fixedLook(c *layout.Column, r *layout.Row, i, band int) xl.StyleID {
	switch {
	case r.Modes[i] == layout.Absent:
		return t.looks.absent
	case c.Role == layout.Earlier && r.Issued[i] == layout.StatusDone:
		return t.looks.done
	case c.Key == layout.Ref:
		return t.looks.ref[band]
	case (c.Role == layout.Earlier || c.Kind == layout.Number) && plainNumber.MatchString(r.Issued[i]):
		return t.looks.figure[band]
	}
	return t.looks.fixed[band]
}

// mark adds a cell to those of its column that are to fill.
func (t *table) mark(col, row int, list layout.ListKey) {
	at := slices.IndexFunc(t.open[col], func(block toFill) bool { return block.list == list })
	if at < 0 {
		at = len(t.open[col])
		t.open[col] = append(t.open[col], toFill{list: list})
	}
	cells := t.open[col][at].cells
	if n := len(cells); n > 0 && cells[n-1].Row2 == row-1 {
		cells[n-1].Row2 = row
		return
	}
	t.open[col][at].cells = append(cells, xl.One(row, col+1))
}

// check writes the 自检 of a row and returns what it shows.
func (t *table) check(r *layout.Row, row, col int) string {
	s := t.form
	t.asked = asks(s, r, t.asked)
	list := t.asked
	now := outcome(r, list, func(k layout.Key) string { return t.text(s, r, s.Index(k)) }, t.separate())
	t.count(r.Ref, now)
	t.sheet.Formula(row, col, t.checkName(t.checks.of(s, r, list)), now, t.looks.check)
	return now
}

// checkName is the defined name of a self-check: many rows share one.
func (t *table) checkName(formula string) string {
	name, ok := t.checkNames[formula]
	if !ok {
		name = fmt.Sprintf("%s%s_check%d", namePrefix, t.form.Key, len(t.checkNames)+1)
		t.checkNames[formula] = name
		t.book.HiddenName(name, formula)
	}
	return name
}

// top writes the title, the way back and the count of what is open.
func (t *table) top() {
	t.sheet.Text(titleRow, 1, fmt.Sprintf("%s %d年度 %s", t.writer.form.Unit.Name, t.writer.form.Frame.Year, t.form.Name), t.looks.title)
	t.sheet.Height(titleRow, 24)
	t.sheet.Link(countRow, 1, "返回", t.cover.name(), xl.One(1, 1), t.looks.link)
	count := func(left string) string {
		return words.Worded(fmt.Sprintf("共 %d 行,待填或有误 %s 行。只填黄色单元格;每行填完看“自检”,✓ 表示这一行填妥。", len(t.form.Rows), left))
	}
	before, after, _ := strings.Cut(count("|"), "|")
	t.sheet.Formula(countRow, 2, xl.Quote(before)+"&"+t.verdicts("").left()+"&"+xl.Quote(after), count(strconv.Itoa(t.left)), t.looks.hint)
}

// view sets how the sheet is looked at, protected and printed.
func (t *table) view() {
	s, columns := t.sheet, len(t.form.Columns)
	s.Freeze(firstRow, t.form.Index(layout.SelfCheck)+2)
	s.Filter(xl.Range{Row1: headRow, Col1: 1, Row2: t.last(), Col2: columns})
	s.Protect()
	s.Tab(gold)
	s.NumbersAsText(xl.Range{Row1: firstRow, Col1: 1, Row2: t.last(), Col2: columns})
	check := t.form.Index(layout.SelfCheck) + 1
	for i, blocks := range t.open {
		for _, b := range blocks {
			s.When(xl.Condition{Cells: b.cells, Style: faulty, Formula: named(t.form.Headings[i], finding.ColumnName(check), b.cells[0].Row1)})
		}
	}
	cell := "$" + finding.ColumnName(check) + strconv.Itoa(firstRow)
	s.When(xl.Condition{Cells: []xl.Range{xl.Column(check, firstRow, t.last())}, Style: unfinished, Formula: "NOT(" + settled(cell) + ")"})
	s.PrintAs(t.print())
}

// print is a page of A4 across; what is only looked up stays on the screen. The
// indicators' figures go on over a second page.
func (t *table) print() xl.Print {
	p := xl.Print{
		Rows: [2]int{headRow, headRow}, Area: &xl.Range{Row1: titleRow, Col1: 1, Row2: t.last(), Col2: t.printed()}, Left: margin, Right: margin,
		Header: xl.HeaderFooter{Left: t.writer.form.Unit.Name, Centre: t.form.Name, Right: fmt.Sprintf("%d年度", t.writer.form.Frame.Year)},
		Footer: t.footer(),
	}
	if t.form.Key == layout.Indicators {
		p.Across, p.Cols = 2, [2]int{1, 2}
	}
	return p
}

// margin is at the sides of a printed page, in inches.
const margin = 0.3

// printed is the last column that is printed.
func (t *table) printed() int {
	n := len(t.form.Columns)
	for n > 1 && t.form.Columns[n-1].Beside {
		n--
	}
	return n
}

// named holds where the 自检 of a row that is begun names the heading.
func named(heading, col string, row int) string {
	return fmt.Sprintf(`AND(ISNUMBER(FIND(%s,$%s%d)),LEFT($%s%d,3)<>"%s")`, xl.Quote("“"+heading+"”"), col, row, col, row, untouched)
}

// footer carries the report code and the page.
func (w *writer) footer() xl.HeaderFooter {
	return xl.HeaderFooter{Left: w.code, Right: xl.PageOf}
}
