package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// column is what a column of the annex holds.
type column uint8

const (
	colNone column = iota
	colCategory
	colNo
	colName
	colMoreName // the rest of a name, in a table of one cell a line
	colUnit
	colBase
	colTarget
	colGrowth
	colNature
	colOwner
	colMoreOwners // further cells of the owner, in a table of one cell a line
	colData
	colYear       // a value of another year
	colYearTarget // a target of a year before the last
	colRemark     // 备注: none of the indicator
)

var (
	yearIn     = regexp.MustCompile(`20[0-9]{2}`)
	growthHead = regexp.MustCompile(`^(?:同比|较上年|比上年|预期)?增长率?(?:\(.*\))?$`)
)

// columnOf tells a column of the annex by its heading.
func columnOf(head string, period plan.Period) column {
	s := strings.ReplaceAll(strings.ReplaceAll(text.HalfWidth(head), " ", ""), "\n", "")
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
	}
	year, _ := strconv.Atoi(yearIn.FindString(s))
	switch {
	case s == "" || len([]rune(s)) > 24:
		return colNone
	case has("序号", "编号"):
		return colNo
	case has("属性", "约束性", "预期性", "指标性质", "目标类型", "目标性质"), s == "性质":
		return colNature
	case has("数据提供", "数据来源"):
		return colData
	case has("责任单位", "责任部门", "牵头单位", "牵头部门", "主管部门", "负责单位"):
		return colOwner
	case has("年均", "增速", "增幅", "累计"), growthHead.MatchString(s):
		return colGrowth
	case year != 0 && year == period.Last:
		return colTarget
	case year != 0 && year == period.Base, has("基期", "现状值", "基数"):
		return colBase
	case year != 0 && has("目标", "规划", "预期"):
		return colYearTarget
	case year != 0:
		return colYear
	case has("目标", "指标要求", "指标值", "预期值", "规划值"):
		return colTarget
	case has("类别", "类型", "领域", "分类"):
		return colCategory
	case has("指标"):
		return colName
	case s == "单位" || has("计量单位"):
		return colUnit
	case s == "备注" || s == "说明":
		return colRemark
	}
	return colNone
}

// header reads a heading row; nil where it is none of an annex. Of several
// columns of names (一级指标, 二级指标) the last is the indicator's; a target of the
// latest year stands in for one of the plan's last year.
func header(cells []string, period plan.Period) []column {
	cols := make([]column, len(cells))
	named, name, latest := 0, -1, -1
	for i, cell := range cells {
		switch cols[i] = columnOf(cell, period); cols[i] {
		case colNone, colRemark:
			continue
		case colName:
			if name >= 0 {
				cols[name] = colCategory
			}
			name = i
		case colCategory:
			if name >= 0 && slices.Contains(cols[:i], colCategory) && strings.HasSuffix(cell, "类型") {
				cols[i] = colNature // a second one, behind the values
			}
		case colYearTarget:
			latest = i
		case colTarget:
			if slices.Contains(cols[:i], colTarget) && strings.Contains(cell, "年度") {
				cols[i] = colYearTarget // 2030年目标, 分年度目标2030
			}
		}
		named++
	}
	if latest >= 0 && !slices.Contains(cols, colTarget) {
		cols[latest] = colTarget
	}
	if named < 3 || name < 0 || !slices.Contains(cols, colTarget) && !slices.Contains(cols, colGrowth) {
		return nil
	}
	return cols
}

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

// tasksOf reports whether headings that could be an annex's are those of a table of tasks: they name a column of
// texts and one of units, and no value, year or nature of an indicator. In a plan of one year a table of targets is one
// where no value of another year is beside them, or some lead and others help.
func (p *parser) tasksOf(heads []string, cols []column) bool {
	annual := p.plan.Period.First == p.plan.Period.Last
	text, values, measured := false, false, false
	ranks := map[int]bool{}
	for c, head := range heads {
		switch cols[c] {
		case colNature, colData:
			return false
		case colBase, colYear, colYearTarget, colGrowth:
			values = true
		case colUnit:
			measured = true
		}
		kind := p.taskColumnOf(head)
		text = text || kind == taskText && (cols[c] == colNone || annual)
		if kind == taskUnits {
			ranks[p.reader.Rank(head)] = true
		}
	}
	return text && len(ranks) > 0 && (!values && !measured || annual && (!values || len(ranks) > 1))
}

// annexColumns names once each column of the annex that no indicator takes.
func (p *parser) annexColumns(b document.Block, heads []string, cols []column, data int) {
	for c, col := range cols {
		if head := oneLine(heads[c]); (col == colNone || col == colRemark) && head != "" {
			p.found.Add(finding.ColumnLeftOut, finding.At(finding.Place{Row: b.Line + data - 1}), finding.Given(head))
		}
	}
}

// headings returns the heading of every column, put together from two rows
// where cells of the first span several, and where the data begin.
func headings(rows [][]string, h int, period plan.Period) (heads []string, data int) {
	heads = slices.Clone(rows[h])
	name := slices.Index(header(heads, period), colName)
	if h+1 >= len(rows) || name >= len(rows[h+1]) || rows[h+1][name] != heads[name] {
		return heads, h + 1
	}
	for c, below := range rows[h+1] {
		if c < len(heads) && below != heads[c] {
			heads[c] += below
		}
	}
	return heads, h + 2
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

// indicators makes indicators of the annex's rows; their units are resolved
// after those of the items.
func (p *parser) indicators() {
	numberNames(p.rows)
	category, numbers := "", rowNumbers(p.rows)
	for i, row := range p.rows {
		if row.category != "" {
			_, _, category = splitMark(oneLine(row.category))
		}
		in := plan.Indicator{No: numbers[i], Category: category, Target: orNone(row.target), Growth: orNone(row.growth),
			Known: plan.Known{Nature: row.nature, Values: row.values, YearTargets: row.yearTargets}, Line: row.line}
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

// numberNames takes the 序号 from names that begin with it: 1.地区生产总值.
func numberNames(rows []annexRow) {
	for i := range rows {
		if kind, no, rest := splitMark(rows[i].name); rows[i].no == "" && kind == markArabic && rest != "" {
			rows[i].no, rows[i].name = strconv.Itoa(no), rest
		}
	}
}

// rowNumbers returns the 序号 of every row: those of the document, and for a row
// without one (其中:…) the next that no row has. Where they begin anew in each
// category, rows are counted through.
func rowNumbers(rows []annexRow) []int {
	numbers, used, most := make([]int, len(rows)), map[int]bool{}, 0
	for i, row := range rows {
		no := text.Numeral(text.HalfWidth(row.no))
		if no > 0 && used[no] {
			for k := range numbers {
				numbers[k] = k + 1
			}
			return numbers
		}
		numbers[i], used[no] = no, true
		most = max(most, no)
	}
	for i, no := range numbers {
		if no == 0 {
			most++
			numbers[i] = most
		}
	}
	return numbers
}

func (p *parser) owners(in plan.Indicator, cells []string) []string {
	if len(cells) == 0 {
		return nil
	}
	where := []finding.Option{finding.At(finding.Place{Row: in.Line}), finding.Row(strconv.Itoa(in.No))}
	said := p.reader.List(strings.Join(cells, "、"))
	if len(said.Unread) > 0 {
		p.found.Add(finding.ClauseUnclear, append(where, finding.Given(strings.Join(said.Unread, "、")))...)
	}
	var units []string
	for _, name := range append(said.Lead, said.Support...) {
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
	name = strings.TrimSpace(name)
	runes := []rune(name)
	open := clause.OpenerOf(name)
	if open <= 0 {
		return string(runes), ""
	}
	return strings.TrimSpace(string(runes[:open])), strings.TrimSpace(string(runes[open+1 : len(runes)-1]))
}
