package catalogue

import (
	"strings"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// Is reports whether a workbook is a catalogue: it has the sheets that no catalogue can
// be read without.
func Is(b *ooxml.Book) bool {
	has := 0
	for _, g := range b.Sheets {
		if text.Same(g.Name, sheetItems) || text.Same(g.Name, sheetUnits) || text.Same(g.Name, sheetPlan) {
			has++
		}
	}
	return has >= 2
}

// Document returns an office's own table of tasks, in a workbook, as a document: what
// is above a table as paragraphs, the table with merged cells filled, sheet by
// sheet. Struck-out text is left out and named. The register holds the units and groups
// that a sheet of its own lists; nil where none does.
func Document(name string, b *ooxml.Book) (*document.Document, *reading.Register, finding.List) {
	d := &tableReader{doc: &document.Document{Name: name, Counts: document.Lines}, reg: &reading.Register{}, book: b}
	for _, g := range b.Sheets {
		if g.Other || g.State != ooxml.Visible || len(g.Rows) == 0 {
			continue
		}
		d.sheet(g)
	}
	if len(d.doc.Blocks) == 0 {
		d.found.Add(finding.DocumentEmpty)
		return nil, nil, d.found
	}
	if len(d.reg.Units)+len(d.reg.Groups) == 0 {
		d.reg = nil
	}
	return d.doc, d.reg, d.found
}

// tableReader turns sheets into blocks.
type tableReader struct {
	doc   *document.Document
	reg   *reading.Register
	found finding.List
	line  int // lines of the sheets before
	book  *ooxml.Book
}

func (d *tableReader) sheet(g *ooxml.Grid) {
	rows := d.cells(g)
	if d.register(rows) {
		return
	}
	d.doc.Sheets = append(d.doc.Sheets, document.Sheet{Name: g.Name, First: d.line + 1})
	table := document.Block{}
	for i, row := range rows {
		words := filled(row)
		switch {
		case len(words) == 0 && table.Rows == nil:
		case len(words) == 1 && table.Rows == nil:
			for line := range strings.SplitSeq(words[0], "\n") {
				d.doc.Blocks = append(d.doc.Blocks, document.Block{Line: d.line + i + 1, Text: line})
			}
		default:
			if table.Rows == nil {
				table.Line = d.line + i + 1
			}
			table.Rows = append(table.Rows, row)
		}
	}
	if table.Rows != nil {
		d.doc.Blocks = append(d.doc.Blocks, table)
	}
	d.line += len(rows)
}

// filled returns the words of a row, those of a merged cell once.
func filled(row []string) []string {
	var words []string
	for i, cell := range row {
		if cell != "" && (i == 0 || cell != row[i-1]) {
			words = append(words, cell)
		}
	}
	return words
}

// maxTable is how many cells a table of an office may have.
const maxTable = 500_000

// cells lays a sheet out: every row of it from the first, all of one width, a merged
// cell's text in every place it covers.
func (d *tableReader) cells(g *ooxml.Grid) [][]string {
	height, width := 0, 0
	for _, r := range g.Rows {
		for _, c := range r.Cells {
			if c.Kind != ooxml.Empty && !text.Blank(c.Text) {
				height, width = max(height, r.R), max(width, c.Col)
			}
		}
	}
	if height*width > maxTable {
		d.found.Add(finding.DocumentTooLarge, finding.At(finding.Place{Sheet: g.Name}))
		return nil
	}
	rows := make([][]string, height)
	for i := range rows {
		rows[i] = make([]string, width)
	}
	for _, r := range g.Rows {
		for i := range r.Cells {
			if c := &r.Cells[i]; r.R <= height && c.Col <= width {
				rows[r.R-1][c.Col-1] = d.shown(g, r.R, c)
			}
		}
	}
	for _, m := range g.Merges {
		if m.Row1 < 1 || m.Row1 > height || m.Col1 < 1 || m.Col1 > width {
			continue
		}
		words := rows[m.Row1-1][m.Col1-1]
		for r := m.Row1; r <= min(m.Row2, height); r++ {
			for c := m.Col1; c <= min(m.Col2, width); c++ {
				rows[r-1][c-1] = words
			}
		}
	}
	return rows
}

// shown is the text of a cell as its reader sees it; struck out, it is named instead.
func (d *tableReader) shown(g *ooxml.Grid, row int, c *ooxml.Cell) string {
	words := strings.TrimSpace(text.Printable(sheet.Shown(d.book, c, layout.Text)))
	if c.Kind == ooxml.Empty || c.Kind == ooxml.Error || text.Blank(words) {
		return ""
	}
	if c.Strike == ooxml.Wholly {
		d.found.Add(finding.TextLeftOut, finding.At(finding.Place{Sheet: g.Name, Row: row, Col: c.Col}), finding.Given(words),
			finding.Message("划去的文字没有收入"))
		return ""
	}
	if l, n := text.Scan(words); c.Kind == ooxml.Number && n == len(words) && l.Rounded && l.Bounded() {
		words = l.Decimal().String() // 81.73999999999999 shows as 81.74
	}
	lines := text.Each(strings.Split(text.LineEnds.Replace(words), "\n"), func(line string) string { return strings.Join(strings.Fields(line), " ") })
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// register takes the units and groups of a sheet that lists nothing else: a column of
// names, and of short names, kinds, or members.
func (d *tableReader) register(rows [][]string) bool {
	for h := range min(len(rows), 4) {
		cols := map[string]int{}
		for c, cell := range rows[h] {
			if key := registerColumn(cell); key != "" {
				if _, twice := cols[key]; !twice {
					cols[key] = c
				}
			}
		}
		name, hasName := cols["name"]
		members, hasMembers := cols["members"]
		if !hasName || len(cols) < 2 {
			continue
		}
		for _, row := range rows[h+1:] {
			at := func(key string) string {
				if c, ok := cols[key]; ok {
					return row[c]
				}
				return ""
			}
			switch {
			case row[name] == "":
			case hasMembers && row[members] != "":
				d.reg.Groups = append(d.reg.Groups, plan.Group{Name: row[name], Members: readNames(row[members]), Aliases: readNames(at("alias"))})
			case !hasMembers:
				d.reg.Units = append(d.reg.Units, plan.Unit{Name: row[name], Kind: at("kind"), Aliases: readNames(at("alias"))})
			}
		}
		d.addMembers()
		return len(d.reg.Units)+len(d.reg.Groups) > 0
	}
	return false
}

// addMembers makes units of members of groups that no sheet lists.
func (d *tableReader) addMembers() {
	known := map[string]bool{}
	for _, u := range d.reg.Units {
		known[u.Name] = true
	}
	for _, g := range d.reg.Groups {
		for _, m := range g.Members {
			if !known[m] {
				known[m] = true
				d.reg.Units = append(d.reg.Units, plan.Unit{Name: m})
			}
		}
	}
}

// registerColumn tells a column of a list of units or groups by its heading.
func registerColumn(heading string) string {
	switch text.Key(heading) {
	case "单位名称", "单位全称", "责任单位名称", "集合称谓", "集合名称", "称谓":
		return "name"
	case "简称", "别名", "单位简称", "又称":
		return "alias"
	case "单位类别", "单位性质", "类型", "类别":
		return "kind"
	case "成员", "集合成员", "包括单位", "成员单位", "包含单位":
		return "members"
	}
	return ""
}
