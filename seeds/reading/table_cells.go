package reading

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/text"
)

// taskCells are the cells of one row by what they hold.
type taskCells struct {
	no            string
	groups, texts []string
	clause, time  string
	measure       string
}

// read takes the cells of a row by their columns.
func (t *tasks) read(cells []string) taskCells {
	var c taskCells
	for i, cell := range cells {
		if i >= len(t.cols) || cell == "" {
			continue
		}
		switch col := t.cols[i]; col {
		case taskNo:
			c.no = cell
		case taskGroup:
			c.groups = append(c.groups, oneLine(cell))
		case taskText:
			if text := t.ofYear(i, strings.ReplaceAll(cell, "\n", ""), strings.ContainsAny(text.HalfWidth(strings.Join(c.texts, "")), "0123456789")); !slices.Contains(c.texts, text) {
				c.texts = append(c.texts, text)
			}
		case taskUnits:
			if i > 0 && cell == cells[i-1] && t.cols[i-1] != taskUnits && !t.p.reader.Names(cell) {
				continue // merged with the words before it
			}
			if pair, ok := t.pairs[i]; ok {
				if halves := pair.split(t.p, cell); halves != "" {
					c.clause = strings.TrimPrefix(c.clause+";"+halves, ";")
					continue
				}
			}
			if t.headed[i] {
				cell = t.p.withoutPerson(clause.OutsideBrackets(cell))
			}
			if names := t.p.unitLines(cell); !isNone(names) {
				c.clause = strings.TrimPrefix(c.clause+";"+t.labels[i]+":"+names, ";")
			}
		case taskTime:
			if year := t.onlyYear(); !isNone(cell) {
				if year != "" && !yearIn.MatchString(text.HalfWidth(cell)) && strings.ContainsAny(cell, "月季") {
					cell = year + cell // 12月 beside 2025年目标
				}
				c.time = ";完成时限:" + oneLine(cell)
			}
		case taskMeasure:
			if !isNone(cell) {
				c.measure = oneLine(cell)
			}
		}
	}
	for i, cell := range c.texts {
		if n := valueEnd(cell); i > 0 && n > 0 && n < len(cell) && c.measure != "" {
			c.texts[i] = cell[:n] + c.measure + cell[n:] // 2027年3.6万人以上
			continue
		}
		_, bare := text.Decimal(strings.TrimPrefix(cell, yearIn.FindString(cell)+"年"))
		if _, unit := splitUnit(c.texts[0]); bare && i > 0 && c.measure == "" {
			c.measure = unit // 集装箱吞吐量(万标箱)
		}
		if bare {
			c.texts[i] += c.measure
		}
	}
	return c
}

// ofYear is the text of a cell with what its heading says of it: the year it is for, or the measure of a number.
// Where its heading names nothing, 年度目标, a number is of the task, if that has none of its own.
func (t *tasks) ofYear(c int, cell string, numbered bool) string {
	if c >= len(t.heads) || isNone(cell) {
		return cell
	}
	year := ""
	if y := yearOfHead(t.heads[c]); y > 0 {
		year = strconv.Itoa(y) + "年"
	}
	if _, bare := text.Decimal(cell); bare {
		name, unit := splitUnit(t.heads[c])
		named := oneLine(strings.TrimPrefix(text.HalfWidth(name), year))
		switch {
		case t.values:
			cell = withoutShare(named) + cell + cmp.Or(unit, t.measure)
		case unit != "" && year == "" && (numbered || t.p.columns.text.Ends([]rune(named)) == 0):
			cell = named + cell + unit
		default:
			cell += unit
		}
	}
	if year != "" && !strings.Contains(text.HalfWidth(cell), year) && (t.onlyYear() == "" || !slices.Contains(t.cols, taskTime)) {
		return year + cell
	}
	return cell
}

// onlyYear is the year that the headings of texts name where they name one alone; "" where none does, or several.
func (t *tasks) onlyYear() string {
	only := 0
	for c, col := range t.cols {
		if year := 0; c < len(t.heads) && col == taskText {
			if year = yearOfHead(t.heads[c]); only > 0 && year > 0 && year != only {
				return ""
			}
			only = max(only, year)
		}
	}
	if only == 0 {
		return ""
	}
	return strconv.Itoa(only) + "年"
}

// valueEnd returns where the number ends that a cell is but for how near it is to be met: 3.6以上, 2027年6左右; 0 where it is more.
func valueEnd(cell string) int {
	for _, end := range []string{"左右", "以上", "以内", "以下"} {
		if number, ok := strings.CutSuffix(cell, end); ok {
			if _, bare := text.Decimal(strings.TrimPrefix(number, yearIn.FindString(number)+"年")); bare {
				return len(number)
			}
		}
	}
	return 0
}

// withoutShare is a heading without the share of the whole that it ends in: 3月底前完成20%.
func withoutShare(head string) string {
	return strings.TrimRight(strings.TrimRight(head, "0123456789.%"), "约")
}

// unitLines joins the lines of a cell with 、; a line that cannot be a unit by
// itself belongs to the next, as where a long name is broken.
func (p *parser) unitLines(cell string) string {
	joined := ""
	for _, line := range listed(cell) {
		switch {
		case joined == "":
			joined = line
		case strings.HasSuffix(joined, "、") || strings.HasSuffix(joined, "和") || strings.HasSuffix(joined, "与") || p.broken(joined, line):
			joined += line
		default:
			joined += "、" + line
		}
	}
	return joined
}

// withoutPerson is the cell of a column of units and persons without the persons behind a colon or a blank: 经济办:孙某某,
// 水务公司 李某某.
func (p *parser) withoutPerson(cell string) string {
	lines := strings.Split(cell, "\n")
	for i, line := range lines {
		if at := strings.IndexAny(line, ":："); at > 0 && p.reader.Names(line[:at]) {
			lines[i] = line[:at]
			continue
		}
		var units []string
		for _, part := range strings.Split(line, "、") {
			unit, _, parted := strings.Cut(strings.TrimSpace(part), " ")
			if !parted || !p.reader.Names(unit) || !clause.EndsOffice(unit) {
				unit = part
			}
			units = append(units, unit)
		}
		lines[i] = strings.Join(units, "、")
	}
	return strings.Join(lines, "\n")
}

// broken reports whether a name goes on in the next line: 省人力资源社会|保障厅, not 市教育局 王某某|市财政局.
func (p *parser) broken(line, next string) bool {
	names := strings.Split(line, "、")
	office, _, _ := strings.Cut(names[len(names)-1], " ")
	if clause.EndsOffice(office) || clause.EndsOffice(line) || strings.ContainsAny(text.HalfWidth(next), ":") {
		return false
	}
	return !p.reader.Names(next) || clause.Level(next) == "" && !p.reader.Names(line) && !p.reader.IsGroup(next)
}

// listed is the lines of a cell, without the numbers of a list: 1.市城管局 2.市住建局.
func listed(cell string) []string {
	var lines []string
	for _, line := range strings.Split(cell, "\n") {
		kind, _, rest := splitMark(line)
		if kind == markNone {
			lines = append(lines, line)
			continue
		}
		line = rest
		for i, part := range strings.Fields(rest) {
			if kind, _, rest := splitMark(part); i > 0 && kind != markNone {
				before, _, _ := strings.Cut(line, part)
				lines, line = append(lines, strings.TrimRight(before, " ;；、")), rest+strings.TrimPrefix(line, before+part)
			}
		}
		lines = append(lines, strings.TrimRight(line, " ;；"))
	}
	return lines
}
