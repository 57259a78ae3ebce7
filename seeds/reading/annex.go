package reading

import (
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// annexRow is a row of the annex as it is.
type annexRow struct {
	no, category, name, unit string
	base, target, growth     string
	nature                   string
	owners, data             []string
	line                     int
	yearTargets              map[int]string
	values                   map[int]string
}

func (r *annexRow) set(col column, cell, head string) {
	switch col {
	case colNo:
		r.no = cell
	case colCategory:
		r.category = cell
	case colName:
		r.name = cell
	case colMoreName:
		r.name += cell
	case colUnit:
		r.unit = cell
	case colBase:
		r.base = cell
	case colTarget:
		if r.target == "" || !strings.Contains(cell, "不调整") && !strings.Contains(cell, "不变") {
			r.target = cell
		}
	case colGrowth:
		r.growth = cell
	case colNature:
		r.nature = cell
	case colOwner, colMoreOwners:
		r.owners = append(r.owners, ownersIn(cell)...)
	case colData:
		r.data = append(r.data, ownersIn(cell)...)
	case colYear:
		r.values = withYear(r.values, head, cell)
	case colYearTarget:
		r.yearTargets = withYear(r.yearTargets, head, cell)
	}
}

// withYear enters a cell under the year of its heading.
func withYear(values map[int]string, head, cell string) map[int]string {
	year, _ := strconv.Atoi(yearIn.FindString(text.HalfWidth(head)))
	if year == 0 || isNone(cell) {
		return values
	}
	if values == nil {
		values = map[int]string{}
	}
	values[year] = cell
	return values
}

func ownersIn(cell string) []string {
	var names []string
	for _, part := range clause.SplitTop(cell, "、,;\n ") {
		if name := strings.Trim(part, " 。."); name != "" && !isStray(name) {
			names = append(names, name)
		}
	}
	return names
}

// isNone reports whether a cell says there is no value.
func isNone(cell string) bool {
	return strings.Trim(cell, "-—–―/\\ ") == ""
}

// isStray reports whether it is a cell without a letter, digit or dash: a dot left by the
// page.
func isStray(cell string) bool {
	return strings.Trim(text.HalfWidth(cell), "·•.。、, \n") == ""
}

// annexes takes the annex tables out of the blocks and keeps their rows.
func (p *parser) annexes(blocks []document.Block) []document.Block {
	var rest []document.Block
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		if b.Rows != nil {
			if rows := p.tableAnnex(b); rows != nil {
				p.rows = append(p.rows, rows...)
				rest = p.withoutCaption(rest)
				continue
			}
		} else if rows, n, dropped := textAnnex(blocks, i, p.plan.Period); n > 0 {
			p.rows = append(p.rows, rows...)
			for _, cell := range blocks[i : i+n] {
				p.used[cell.Line] = !slices.Contains(dropped, cell.Line)
			}
			rest = p.withoutCaption(rest)
			i += n - 1
			continue
		}
		rest = append(rest, b)
	}
	return rest
}

// withoutCaption takes the lines off that are right above a table and are its title.
func (p *parser) withoutCaption(blocks []document.Block) []document.Block {
	for n := len(blocks); n > 0; n = len(blocks) {
		b := blocks[n-1]
		kind, _, _ := splitMark(b.Text)
		_, says := p.reader.Cut(b.Text)
		if b.Rows != nil || kind != markNone || len([]rune(b.Text)) > longestTitle || clause.EndsSentence(b.Text) || says != "" {
			break
		}
		blocks = blocks[:n-1]
	}
	return blocks
}

// tableAnnex reads a table with the annex's headings; nil where it has none.
func (p *parser) tableAnnex(b document.Block) []annexRow {
	period := p.plan.Period
	for h, cells := range b.Rows {
		if cols := header(cells, period); cols != nil && !p.tasksOf(cells, cols) {
			heads, data := headings(b.Rows, h, period)
			cols := header(heads, period)
			p.annexColumns(b, heads, cols, data)
			for k := range b.Rows {
				p.used[b.Line+k] = k < data || !tableNote(spanning(b.Rows[k]))
			}
			return tableRows(b, data, heads, cols)
		}
		if h >= 4 {
			break
		}
	}
	return nil
}

// annexColumns names once each column of the annex that no indicator takes.
func (p *parser) annexColumns(b document.Block, heads []string, cols []column, data int) {
	for c, col := range cols {
		if head := oneLine(heads[c]); (col == colNone || col == colRemark) && head != "" {
			p.found.Add(finding.ColumnLeftOut, finding.At(finding.Place{Row: b.Line + data - 1}), finding.Given(head))
		}
	}
}

func tableRows(b document.Block, data int, heads []string, cols []column) []annexRow {
	rows := []annexRow{}
	category := ""
	for i, cells := range b.Rows[data:] {
		if whole := spanning(cells); whole != "" {
			if !tableNote(whole) {
				category = whole
			}
			continue
		}
		row := annexRow{line: b.Line + data + i}
		for c, cell := range cells {
			if c < len(cols) && !isStray(cell) {
				row.set(cols[c], strings.TrimSpace(cell), heads[c])
			}
		}
		if row.category == "" {
			row.category, category = category, ""
		}
		switch {
		case row.name != "" && len(rows) > 0 && row.name == rows[len(rows)-1].name && row.no == rows[len(rows)-1].no:
			last := &rows[len(rows)-1]
			last.owners = appendNew(last.owners, row.owners...)
		case row.name != "":
			rows = append(rows, row)
		case len(rows) > 0:
			last := &rows[len(rows)-1]
			last.owners = appendNew(last.owners, row.owners...)
		}
	}
	return rows
}
