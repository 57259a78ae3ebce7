package catalogue

import (
	"slices"
	"strings"

	"golang.org/x/text/width"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/workbook/ooxml"
)

// Read reads a plan back from its catalogue workbook. Sheets are found
// by name, columns by heading, items by 编号; what cannot be is said with its cell
// and left at its zero value. The plan is nil where the sheets 事项 or 单位 cannot be
// read at all.
func Read(b *ooxml.Book) (*plan.Plan, finding.List) {
	r := &catalogueReader{book: b, plan: &plan.Plan{}}
	r.settings()
	units, okUnits := readSheet(r, SheetUnits, func([]string) []field[unitRow] { return unitFields() }, func(u *unitRow, at finding.Place) { u.at = at })
	items, okItems := readSheet(r, SheetItems, func([]string) []field[itemRow] { return itemFields() }, func(i *itemRow, at finding.Place) { i.at = at })
	if !okUnits || !okItems {
		return nil, r.found
	}
	targets, _ := readSheet(r, SheetTargets, func(headings []string) []field[targetRow] {
		return targetFields(r.plan.Period, headedYears(headings, targetYears()))
	}, func(t *targetRow, at finding.Place) { t.at = at })
	indicators, _ := readSheet(r, SheetIndicators, func(headings []string) []field[indicatorRow] {
		return indicatorFields(r.plan.Period, headedYears(headings, indicatorYears()))
	}, func(i *indicatorRow, at finding.Place) { i.at = at })
	r.units(units)
	r.directory = newDirectory(r.plan)
	r.items(items)
	r.targets(targets)
	r.indicators(indicators)
	return r.plan, r.found
}

type catalogueReader struct {
	book      *ooxml.Book
	plan      *plan.Plan
	directory *directory
	found     finding.List
}

// sheet finds a sheet by name, spaces and width of characters aside.
func (r *catalogueReader) sheet(name string) *ooxml.Grid {
	for _, g := range r.book.Sheets {
		if plainHeading(g.Name) == name {
			return g
		}
	}
	r.found.Add(finding.CatalogueSheet, finding.At(finding.Place{Sheet: name}), finding.Expected(name))
	return nil
}

// plainHeading is a heading without spaces, line ends and marks, in half width.
func plainHeading(text string) string {
	text = strings.Map(func(c rune) rune {
		if invisible(c) || c == '*' {
			return -1
		}
		return c
	}, width.Narrow.String(text))
	return text
}

// settings reads the sheet 规划: labels in one column, values in the next.
func (r *catalogueReader) settings() {
	g := r.sheet(SheetPlan)
	if g == nil {
		return
	}
	r.plan.Tolerance = plan.UsualTolerance()
	all := settings()
	done := make([]bool, len(all))
	for i := range g.Rows {
		row := &g.Rows[i]
		for c := range row.Cells {
			at := slices.IndexFunc(all, func(s setting) bool {
				h := plainHeading(row.Cells[c].Text)
				return h == s.label || slices.Contains(s.also, h)
			})
			if at < 0 || done[at] {
				continue
			}
			done[at] = true
			e := r.entry(g, row, row.Cells[c].Col+1, all[at].label)
			all[at].read(r.plan, e)
			break
		}
	}
	for i, ok := range done {
		if !ok && !all[i].optional {
			r.found.Add(finding.CatalogueColumn, finding.At(finding.Place{Sheet: g.Name}), finding.Column(all[i].label),
				finding.Message("“规划”表缺少“"+all[i].label+"”一行"))
		}
	}
}

// entry takes what stands in a cell of the row.
func (r *catalogueReader) entry(g *ooxml.Grid, row *ooxml.Row, col int, heading string) entry {
	e := entry{heading: heading, at: finding.Place{Sheet: g.Name, Row: row.R, Col: col}, found: &r.found}
	i, ok := slices.BinarySearchFunc(row.Cells, col, func(c ooxml.Cell, col int) int { return c.Col - col })
	if !ok {
		return e
	}
	c := &row.Cells[i]
	text, ok := cellText(c)
	e.text, e.date = text, c.Kind == ooxml.Number && c.Format == ooxml.Date
	if !ok {
		expected := "文字或数字"
		if c.Kind == ooxml.Empty {
			expected = "公式的计算结果(请用 WPS 或 Excel 打开后保存一次)"
		}
		e.refuse(expected)
		e.text = ""
	}
	if e.date && heading != headDeadline {
		e.refuse("文字或数字,不是日期(请把单元格格式改为“文本”后重填)")
		e.text = ""
	}
	return e
}

// readSheet reads the rows below the headings. It is false where the sheet or one
// of its indispensable columns is missing.
func readSheet[R any](r *catalogueReader, name string, declare func(headings []string) []field[R], place func(*R, finding.Place)) ([]R, bool) {
	g := r.sheet(name)
	if g == nil {
		return nil, false
	}
	top, headings := headingRow(g, name, declare(nil))
	fields := declare(headings)
	cols, missing := columnsOf(fields, g, top)
	for _, h := range missing {
		r.found.Add(finding.CatalogueColumn, finding.At(finding.Place{Sheet: g.Name}), finding.Column(h),
			finding.Message("“"+name+"”表缺少“"+h+"”一列"))
	}
	if len(missing) > 0 {
		return nil, false
	}
	var rows []R
	for i := top + 1; i < len(g.Rows); i++ {
		if row, ok := readRow(r, g, &g.Rows[i], fields, cols); ok {
			place(&row, finding.Place{Sheet: g.Name, Row: g.Rows[i].R, Col: cols[firstMust(fields)]})
			rows = append(rows, row)
		}
	}
	return rows, true
}

func firstMust[R any](fields []field[R]) int {
	return slices.IndexFunc(fields, func(f field[R]) bool { return f.must })
}

// headingRow returns the index of the row that holds most of the headings, and
// what stands in it.
func headingRow[R any](g *ooxml.Grid, name string, fields []field[R]) (top int, headings []string) {
	top, best := -1, 1
	for i := 0; i < len(g.Rows) && i < 30; i++ {
		n := 0
		for _, c := range g.Rows[i].Cells {
			if h := plainHeading(c.Text); slices.ContainsFunc(fields, func(f field[R]) bool { return f.matches(h) }) {
				n++
			}
		}
		if n > best {
			top, best = i, n
		}
	}
	if top < 0 {
		return -1, nil
	}
	for _, c := range g.Rows[top].Cells {
		headings = append(headings, plainHeading(c.Text))
	}
	return top, headings
}

func (f *field[R]) matches(heading string) bool {
	if heading == plainHeading(f.heading) || slices.Contains(f.also, heading) {
		return true
	}
	if !f.dated {
		return false
	}
	return withoutYear(heading) == withoutYear(plainHeading(f.heading)) || slices.Contains(f.also, withoutYear(heading))
}

func withoutYear(heading string) string {
	if year, rest, ok := strings.Cut(heading, "年"); ok && len(year) == 4 && strings.Trim(year, "0123456789") == "" {
		return rest
	}
	return heading
}

// columnsOf finds each field's column, 0 where the sheet lacks it.
func columnsOf[R any](fields []field[R], g *ooxml.Grid, top int) (cols []int, missing []string) {
	cols = make([]int, len(fields))
	for i := range fields {
		if top >= 0 {
			for _, c := range g.Rows[top].Cells {
				if cols[i] == 0 && fields[i].matches(plainHeading(c.Text)) {
					cols[i] = c.Col
				}
			}
		}
		if cols[i] == 0 && fields[i].must {
			missing = append(missing, fields[i].heading)
		}
	}
	return cols, missing
}

// readRow reads a row; it is false where nothing of ours stands in it.
func readRow[R any](r *catalogueReader, g *ooxml.Grid, row *ooxml.Row, fields []field[R], cols []int) (out R, ok bool) {
	entries := make([]entry, len(fields))
	for i := range fields {
		if cols[i] == 0 || fields[i].grey {
			continue
		}
		entries[i] = r.entry(g, row, cols[i], fields[i].heading)
		ok = ok || entries[i].text != ""
	}
	if !ok {
		return out, false
	}
	key := entries[firstMust(fields)].text
	for i := range fields {
		if cols[i] > 0 && !fields[i].grey {
			entries[i].row = key
			fields[i].read(&out, entries[i])
		}
	}
	return out, true
}
