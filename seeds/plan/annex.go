package plan

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tianbao/workbook/finding"
)

// column is what a column of the annex holds.
type column uint8

const (
	colNone column = iota
	colCategory
	colNo
	colName
	colUnit
	colBase
	colTarget
	colGrowth
	colNature
	colOwner
	colMoreOwners // further cells of the owner, in a table of one cell a line
	colData
	colYear // a value of another year
)

var yearIn = regexp.MustCompile(`20[0-9]{2}`)

// columnOf tells a column of the annex by its heading.
func columnOf(head string, period Period) column {
	s := strings.ReplaceAll(strings.ReplaceAll(halfWidth(head), " ", ""), "\n", "")
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
	}
	year, _ := strconv.Atoi(yearIn.FindString(s))
	switch {
	case s == "" || len([]rune(s)) > 24:
		return colNone
	case has("序号", "编号"):
		return colNo
	case has("属性", "约束性", "预期性", "指标性质"):
		return colNature
	case has("数据提供", "数据来源"):
		return colData
	case has("责任单位", "责任部门", "牵头单位", "牵头部门", "主管部门", "负责单位"):
		return colOwner
	case has("年均", "增速", "增幅", "累计"):
		return colGrowth
	case year != 0 && (year == period.Last || has("目标", "规划值", "预期")):
		return colTarget
	case year != 0 && (year == period.Base || has("基期", "现状", "基数")), has("基期", "现状值", "基数"):
		return colBase
	case year != 0:
		return colYear
	case has("目标"):
		return colTarget
	case has("类别", "类型", "领域", "分类"):
		return colCategory
	case has("指标"):
		return colName
	case s == "单位" || has("计量单位"):
		return colUnit
	}
	return colNone
}

// header reads a heading row; nil where it is none of an annex.
func header(cells []string, period Period) []column {
	cols := make([]column, len(cells))
	named := 0
	for i, cell := range cells {
		if cols[i] = columnOf(cell, period); cols[i] != colNone {
			named++
		}
	}
	if named < 3 || !slices.Contains(cols, colName) || !slices.Contains(cols, colTarget) && !slices.Contains(cols, colGrowth) {
		return nil
	}
	return cols
}

// annexRow is a row of the annex as it stands.
type annexRow struct {
	no, category, name, unit string
	base, target, growth     string
	nature                   string
	owners, data             []string
	line                     int
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
	case colUnit:
		r.unit = cell
	case colBase:
		r.base = cell
	case colTarget:
		r.target = cell
	case colGrowth:
		r.growth = cell
	case colNature:
		r.nature = cell
	case colOwner, colMoreOwners:
		r.owners = append(r.owners, ownersIn(cell)...)
	case colData:
		r.data = append(r.data, ownersIn(cell)...)
	case colYear:
		if year, _ := strconv.Atoi(yearIn.FindString(head)); year != 0 && !isNone(cell) {
			if r.values == nil {
				r.values = map[int]string{}
			}
			r.values[year] = cell
		}
	}
}

func ownersIn(cell string) []string {
	var names []string
	for _, part := range splitTop(cell, "、,;\n ") {
		if name, _ := trimName(part); name != "" && !isStray(name) {
			names = append(names, name)
		}
	}
	return names
}

// isNone reports a cell that says there is no value.
func isNone(cell string) bool {
	return strings.Trim(cell, "-—–―/\\ ") == ""
}

// isStray reports a cell without a letter, digit or dash: a dot left by the
// page.
func isStray(cell string) bool {
	return strings.Trim(halfWidth(cell), "·•.。、, \n") == ""
}

// annexes takes the annex tables out of the blocks and keeps their rows.
func (p *parser) annexes(blocks []Block) []Block {
	var rest []Block
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		if b.Rows != nil {
			if rows := tableAnnex(b, p.plan.Period); rows != nil {
				p.rows = append(p.rows, rows...)
				continue
			}
		} else if rows, n := linearAnnex(blocks[i:], p.plan.Period); n > 0 {
			p.rows = append(p.rows, rows...)
			i += n - 1
			continue
		}
		rest = append(rest, b)
	}
	return rest
}

// tableAnnex reads a table with the annex's headings; nil where it has none.
func tableAnnex(b Block, period Period) []annexRow {
	for h, cells := range b.Rows {
		if cols := header(cells, period); cols != nil {
			return tableRows(b, h, cols)
		}
		if h >= 4 {
			break
		}
	}
	return nil
}

func tableRows(b Block, h int, cols []column) []annexRow {
	rows := []annexRow{}
	for i, cells := range b.Rows[h+1:] {
		row := annexRow{line: b.Line + h + 1 + i}
		for c, cell := range cells {
			if c < len(cols) && !isStray(cell) {
				row.set(cols[c], strings.TrimSpace(cell), b.Rows[h][c])
			}
		}
		switch {
		case row.name != "":
			rows = append(rows, row)
		case len(rows) > 0:
			last := &rows[len(rows)-1]
			last.owners = append(last.owners, row.owners...)
		}
	}
	return rows
}

// indicators makes indicators of the annex's rows; their units are resolved
// after those of the items.
func (p *parser) indicators() {
	category := ""
	for i, row := range p.rows {
		if row.category != "" {
			category = oneLine(row.category)
		}
		in := Indicator{No: i + 1, Category: category, Target: orNone(row.target), Growth: orNone(row.growth),
			Nature: row.nature, Values: row.values, Line: row.line}
		if no := readNumber(halfWidth(row.no)); no > 0 {
			in.No = no
		}
		if !isNone(row.base) {
			in.Base = row.base
		}
		in.Name, in.Unit = splitUnit(oneLine(row.name))
		if row.unit != "" && !isNone(row.unit) {
			in.Name, in.Unit = oneLine(row.name), oneLine(row.unit)
		}
		in.Units, in.DataUnits = p.owners(in, row.owners), p.owners(in, row.data)
		p.plan.Indicators = append(p.plan.Indicators, in)
	}
}

func (p *parser) owners(in Indicator, cells []string) []string {
	if len(cells) == 0 {
		return nil
	}
	where := []finding.Option{finding.At(finding.Place{Row: in.Line}), finding.Row(strconv.Itoa(in.No))}
	names, ok := p.reader.names(cells)
	if !ok {
		p.found.Add(finding.ClauseUnclear, append(where, finding.Given(strings.Join(cells, "、")))...)
		return nil
	}
	var units []string
	for _, name := range names {
		units = appendNew(units, p.party(name, where, "").Units...)
	}
	return units
}

func orNone(cell string) string {
	if isNone(cell) {
		return "-"
	}
	return oneLine(cell)
}

func oneLine(cell string) string { return strings.Join(strings.Fields(cell), "") }

// splitUnit parts an indicator's name from the unit in its last bracket.
func splitUnit(name string) (bare, unit string) {
	runes := []rune(strings.TrimSpace(name))
	open := openerOf(runes)
	if open <= 0 {
		return string(runes), ""
	}
	return strings.TrimSpace(string(runes[:open])), strings.TrimSpace(string(runes[open+1 : len(runes)-1]))
}
