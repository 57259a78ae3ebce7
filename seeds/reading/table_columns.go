package reading

import (
	"slices"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// taskColumn is what a column of a table of tasks holds.
type taskColumn uint8

const (
	taskNone    taskColumn = iota // nothing that a plan takes: 责任领导, 一季度
	taskNo                        // 序号
	taskGroup                     // 类别, 领域: chapters, then sections
	taskText                      // 重点任务, 工作内容
	taskUnits                     // 牵头单位, 责任部门
	taskTime                      // 完成时限
	taskMeasure                   // 计量单位
)

// longestHeading is more characters than the heading of a column has.
const longestHeading = 20

// taskColumnOf tells a column by its heading.
func (p *parser) taskColumnOf(head string) taskColumn {
	s := []rune(oneLine(text.HalfWidth(head)))
	if len(s) == 0 || len(s) > longestHeading {
		return taskNone
	}
	kind, sure := p.reader.Label(string(s))
	bare := []rune(strings.TrimSpace(clause.OutsideBrackets(string(s)))) // 年度目标(家)
	if p.reader.RoleOf(string(s)) != "" {
		return taskUnits
	}
	switch {
	case string(s) == "计量单位":
		return taskMeasure
	case p.columns.no.In(string(s)):
		return taskNo
	case p.columns.aside.In(string(s)):
		return taskNone
	case kind == clause.LabelUnits && sure:
		return taskUnits
	case kind == clause.LabelTimes:
		return taskTime
	case kind == clause.LabelPersons:
		return taskNone
	case p.columns.group.In(string(s)):
		return taskGroup
	case p.columns.text.Ends(bare) > 0, p.columns.title.Ends(bare) > 0, p.columns.text.In(string(s)) && kind != clause.LabelRemarks:
		return taskText
	}
	return taskNone // 目标类型, 任务来源: the last word decides
}

// taskHeader reads a heading row; nil where the rows below are none of a table of
// tasks: one column names units, another says what they do.
func (p *parser) taskHeader(rows [][]string, h int) *shaped {
	t := p.shapedColumns(rows[h], rows[h+1:])
	if !t.units() || !t.texts() {
		return nil
	}
	p.groupColumn(t.rows, t.cols)
	for c, col := range t.cols {
		if col == taskText && t.shapes[c].shared() && !t.values && slices.Contains(t.cols[c+1:], taskText) {
			t.cols[c] = taskGroup
		}
	}
	return t
}

// groupColumn finds what the headings do not say: a column that numbers its cells 1、
// 2、 is text, and the first one only holds rows together where it is before the
// numbers, numbers chapters itself, or leaves the numbers to the column behind it.
func (p *parser) groupColumn(rows [][]string, cols []taskColumn) {
	no := slices.Index(cols, taskNo)
	for c, col := range cols {
		chapters, tasks, again, filled := countMarks(rows, c)
		switch {
		case col != taskNone && col != taskText || filled == 0 || p.headed[c]:
		case chapters*2 > filled, no > c && col == taskText, no > c && again > 0:
			if slices.Index(cols[c+1:], taskText) >= 0 {
				cols[c] = taskGroup
			}
		case col == taskNone && tasks == filled && filled > 1 && no < 0:
			cols[c] = taskText
		}
	}
	first := slices.Index(cols, taskText)
	second := first + 1 + slices.Index(cols[first+1:], taskText)
	if second == first {
		return
	}
	if _, tasks, _, filled := countMarks(rows, second); no < 0 && filled > 1 && tasks == filled {
		cols[first] = taskGroup
	}
}

// countMarks counts the cells of a column that number chapters, those that number tasks,
// those that say the same as the one above, and all.
func countMarks(rows [][]string, c int) (chapters, tasks, again, filled int) {
	last := ""
	for _, row := range rows {
		if c >= len(row) || row[c] == "" || spanning(row) != "" {
			continue
		}
		filled++
		switch kind, _, _ := splitMark(row[c]); kind {
		case markHan, markHanParen:
			chapters++
		case markArabic:
			tasks++
		}
		if row[c] == last {
			again++
		}
		last = row[c]
	}
	return chapters, tasks, again, filled
}

// unnamedColumns names once each column that the plan does not take.
func (p *parser) unnamedColumns(line int, heads []string, rows [][]string, cols []taskColumn) {
	units := slices.Index(cols, taskUnits)
	for c, col := range cols {
		person := col == taskUnits && p.headed[c] // 牵头单位及责任人
		if col != taskNone && !person {
			continue
		}
		example := "" // of a row that makes someone responsible
		for _, row := range rows {
			if c < len(row) && example == "" && units < len(row) && !isNone(row[units]) && spanning(row[1:]) == "" {
				if example = oneLine(row[c]); person {
					example = strings.Trim(example[len(clause.OutsideBrackets(example)):], "（）()")
					if _, behind, ok := strings.Cut(text.HalfWidth(row[c]), ":"); ok && example == "" {
						example = oneLine(behind)
					}
					if words := strings.Fields(row[c]); len(words) > 1 && example == "" {
						example = words[1]
					}
				}
			}
		}
		head := oneLine(heads[c])
		if head == "" && example == "" {
			continue
		}
		p.found.Add(finding.ColumnLeftOut, finding.At(finding.Place{Row: line}), finding.Given(strings.TrimSuffix(head+":"+excerpt(example), ":")))
	}
}

// labels are the labels that the cells of the columns get in a clause: their headings;
// of several columns that say the same of their units, the first leads.
func (p *parser) labels(heads []string, cols []taskColumn) []string {
	labels := make([]string, len(cols))
	top, first, again := 0, -1, false
	for c, col := range cols {
		if col != taskUnits {
			continue
		}
		labels[c], _, _ = strings.Cut(clause.OutsideBrackets(oneLine(heads[c])), "及")
		if role := p.reader.RoleOf(labels[c]); role != "" {
			labels[c] = role + "单位" // 市直牵头
		}
		if _, sure := p.reader.Label(labels[c]); !sure {
			labels[c] = "责任单位"
		}
		switch r := p.reader.Rank(labels[c]); {
		case r > top:
			top, first, again = r, c, false
		case r == top:
			again = true
		}
	}
	switch {
	case again:
		labels[first] = "牵头单位"
	case first >= 0 && top == p.reader.Rank("指导单位") && strings.ContainsAny(labels[first], "导督"):
		labels[first] = "责任单位" // nobody but those who guide: they are who is responsible. Who helps never is
	}
	return labels
}
