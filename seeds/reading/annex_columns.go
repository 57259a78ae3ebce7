package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

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
