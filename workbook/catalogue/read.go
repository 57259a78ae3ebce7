package catalogue

import (
	"slices"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// Read reads a plan back from its catalogue workbook. Sheets are found
// by name, columns by heading, items by 编号; what cannot be is said with its cell
// and left at its zero value. The plan is nil where the sheets 事项 or 单位 cannot be
// read at all.
func Read(b *ooxml.Book) (*plan.Plan, finding.List) {
	r := &catalogueReader{book: b, plan: &plan.Plan{}}
	r.settings()
	units, okUnits := readSheet(r, sheetUnits, func([]string) []field[unitRow] { return unitFields() }, func(u *unitRow, at finding.Place) { u.at = at })
	items, okItems := readSheet(r, sheetItems, func([]string) []field[itemRow] { return itemFields() }, func(i *itemRow, at finding.Place) { i.at = at })
	if !okUnits || !okItems {
		return nil, r.found
	}
	targets, _ := readSheet(r, sheetTargets, func(headings []string) []field[targetRow] {
		return targetFields(r.plan.Period, headedYears(headings, targetYears()))
	}, func(t *targetRow, at finding.Place) { t.at = at })
	indicators, _ := readSheet(r, sheetIndicators, func(headings []string) []field[indicatorRow] {
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
		if text.Same(g.Name, name) {
			return g
		}
	}
	r.found.Add(finding.CatalogueSheet, finding.At(finding.Place{Sheet: name}), finding.Expected(name))
	return nil
}

// settings reads the sheet 规划: labels in one column, values in the next.
func (r *catalogueReader) settings() {
	g := r.sheet(sheetPlan)
	if g == nil {
		return
	}
	r.plan.Tolerance = plan.UsualTolerance()
	all := settings()
	labels := make([]sheet.Heading, len(all))
	for i, s := range all {
		labels[i] = sheet.Heading{Text: s.label, Also: s.also}
	}
	for i, at := range sheet.FindLabels(g, labels) {
		if at.Row == 0 {
			if !all[i].optional {
				r.found.Add(finding.CatalogueColumn, finding.At(finding.Place{Sheet: g.Name}), finding.Column(all[i].label),
					finding.Message("“规划”表缺少“"+all[i].label+"”一行"))
			}
			continue
		}
		e := r.entry(g, &g.Rows[at.Index], at.Col+1, all[i].label)
		if at.Inside != "" {
			e.at.Col, e.text = at.Col, text.Trim(text.Printable(at.Inside))
		}
		all[i].read(r.plan, e)
	}
}

// entry takes what is in a cell of the row.
func (r *catalogueReader) entry(g *ooxml.Grid, row *ooxml.Row, col int, heading string) entry {
	e := entry{heading: heading, at: finding.Place{Sheet: g.Name, Row: row.R, Col: col}, found: &r.found}
	c := sheet.At(row.Cells, col)
	if c == nil {
		return e
	}
	words, ok := cellText(c)
	e.date1904 = r.book.Date1904
	e.text, e.date = words, c.Kind == ooxml.Number && c.Format == ooxml.Date
	if !ok {
		expected := "文字或数字"
		if c.Kind == ooxml.Empty {
			expected = "公式的计算结果(请用 WPS 或 Excel 打开后保存一次)"
		}
		e.refuse(expected)
		e.text = ""
	}
	switch c.Strike {
	case ooxml.Partly:
		r.found.Add(finding.StruckPart, finding.At(e.at), finding.Column(heading), finding.Given(words), finding.Message("划去的文字未采用,读作 "+words),
			finding.Hint("不作数的文字请直接删去;作数的请去掉删除线"))
	case ooxml.Wholly:
		e.refuse("没有删除线的内容(作数的请去掉删除线;不作数的请清空,整行不要的请删去整行)")
	}
	if why := sheet.Why(sheet.Veiled(r.book, g, row.R, c).Unseen); why != "" && words != "" {
		r.found.Add(finding.TextUnseen, finding.At(e.at), finding.Column(heading), finding.Given(words), finding.Message(why),
			finding.Hint("请核对这一格是否作数;不作数的请清空,作数的请让它看得见"))
	}
	if look, ok := r.book.Shown(c); ok && !look.Plain && !e.date && look.Text != c.Text {
		e.refuse("照实显示的内容(这一格按单元格格式显示为“" + look.Text + "”,请把格式改为“常规”)")
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
	head := sheet.FindHead(g, fieldHeadings(declare(nil)))
	fields := declare(text.Each(head.Cells, func(c ooxml.Cell) string { return text.Label(c.Text) }))
	head = sheet.FindHead(g, fieldHeadings(fields))
	whole := true
	for i := range fields {
		if h := fields[i].heading; fields[i].must && (head.Hits < 2 || head.Cols[i] == 0) {
			whole = false
			r.found.Add(finding.CatalogueColumn, finding.At(finding.Place{Sheet: g.Name}), finding.Column(h),
				finding.Message("“"+name+"”表缺少“"+h+"”一列"))
		}
	}
	if !whole {
		return nil, false
	}
	unread(r, g, name, fields, head)
	var rows []R
	for i := head.Index + 1; i < len(g.Rows); i++ {
		if row, ok := readRow(r, g, &g.Rows[i], fields, head.Cols); ok {
			place(&row, finding.Place{Sheet: g.Name, Row: g.Rows[i].R, Col: head.Cols[firstMust(fields)]})
			rows = append(rows, row)
		}
	}
	return rows, true
}

// unread names the columns of which nothing is taken: those that are none of ours, and
// of two with one heading the second; and those of ours that the sheet lacks.
func unread[R any](r *catalogueReader, g *ooxml.Grid, name string, fields []field[R], head sheet.Head) {
	for i, f := range fields {
		if head.Cols[i] == 0 && !f.grey && !f.hidden {
			lacks := finding.New(finding.CatalogueColumn, finding.At(finding.Place{Sheet: g.Name}), finding.Column(f.heading),
				finding.Message("“"+name+"”表没有“"+f.heading+"”一列,按空白处理"))
			lacks.Severity = finding.Note
			r.found = append(r.found, lacks)
		}
	}
	for _, c := range head.Cells {
		if text.Blank(c.Text) || slices.Contains(head.Cols, c.Col) || text.Same(c.Text, headRemark) {
			continue
		}
		opts := []finding.Option{finding.At(finding.Place{Sheet: g.Name, Row: head.Row, Col: c.Col}), finding.Given(c.Text)}
		if slices.Contains(head.Second, c.Col) {
			opts = append(opts, finding.Message("同名的列有两列,只取前一列"))
		}
		r.found.Add(finding.CatalogueExtra, opts...)
	}
}

func fieldHeadings[R any](fields []field[R]) []sheet.Heading {
	list := make([]sheet.Heading, len(fields))
	for i, f := range fields {
		list[i] = sheet.Heading{Text: f.heading, Also: f.also, Dated: f.dated}
	}
	return list
}

func firstMust[R any](fields []field[R]) int {
	return slices.IndexFunc(fields, func(f field[R]) bool { return f.must })
}

// readRow reads a row; it is false where nothing of ours is in it.
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
