package reading

import (
	"slices"
	"strings"
	"unicode"

	"tianbao/seeds/clause"
	"tianbao/seeds/text"
)

// columnShape is what is in the cells of a column, over all rows that are not one merged cell.
type columnShape struct {
	filled    int // cells with words
	names     int // cells of nothing but who is responsible
	numbers   int // cells that are a bare number
	letters   int // of all cells
	sentences int // cells that end a sentence or hold a pause
	distinct  int // different cells
	most      int // cells that are the same
}

// longestNames is more characters than a cell of nothing but names has.
const longestNames = 400

// shapeOf looks through the cells of a column.
func (p *parser) shapeOf(rows [][]string, c int) columnShape {
	var s columnShape
	seen := map[string]int{}
	for _, row := range rows {
		if c >= len(row) || isNone(row[c]) || spanning(row) != "" {
			continue
		}
		s.filled++
		seen[row[c]]++
		s.most = max(s.most, seen[row[c]])
		folded := text.HalfWidth(row[c])
		if _, bare := text.Decimal(folded); bare {
			s.numbers++
		}
		for _, r := range folded {
			if unicode.IsLetter(r) {
				s.letters++
			}
		}
		if clause.EndsSentence(row[c]) || strings.ContainsAny(folded, ",;") {
			s.sentences++
		}
		if len(row[c]) <= longestNames*len("一") && p.namesIn(row[c]) {
			s.names++
		}
	}
	s.distinct = len(seen)
	return s
}

// namesIn reports whether a cell is nothing but names of units, or a clause that a label begins.
func (p *parser) namesIn(cell string) bool {
	lines := p.unitLines(cell)
	return p.reader.Names(lines) || p.reader.IsLabelled(lines) && p.reader.IsClause(lines)
}

// ofNames reports whether the cells, nearly all of them, are names of units.
func (s columnShape) ofNames() bool { return s.filled > 0 && s.names*10 >= s.filled*8 }

// ofNumbers reports whether the cells, nearly all of them, are bare numbers.
func (s columnShape) ofNumbers() bool { return s.filled > 0 && s.numbers*10 >= s.filled*8 }

// shared reports whether the rows, nearly all of them, have a cell in common: it is merged over them.
func (s columnShape) shared() bool { return s.filled > 2 && s.most*10 >= s.filled*9 }

// shaped are the columns of a table as they are told so far: by their headings, then by what is in them.
type shaped struct {
	p      *parser
	heads  []string
	rows   [][]string // below the headings
	cols   []taskColumn
	shapes []columnShape
	values bool // the texts are numbers, each told by its heading
}

func (p *parser) shapedColumns(heads []string, rows [][]string) *shaped {
	t := &shaped{p: p, heads: heads, rows: rows, cols: make([]taskColumn, len(heads)), shapes: make([]columnShape, len(heads))}
	p.headed = make([]bool, len(heads))
	for c, cell := range heads {
		t.cols[c] = p.taskColumnOf(cell)
		t.shapes[c] = p.shapeOf(rows, c)
		head := oneLine(cell)
		kind, _ := p.reader.Label(head[max(0, strings.LastIndexAny(head, "及和、/")):])
		whole, _ := p.reader.Label(head)
		inner, _ := p.reader.Label(strings.Trim(head[len(clause.OutsideBrackets(head)):], "（）()"))
		first := head
		if at := strings.IndexAny(head, "及和、/"); at > 0 {
			first = head[:at]
		}
		if part, sure := p.reader.Label(first); t.cols[c] == taskNone && part == clause.LabelUnits && sure && first != head && t.shapes[c].ofNames() {
			t.cols[c] = taskUnits // 配合站所及村(社区)
		}
		p.headed[c] = kind == clause.LabelPersons || whole == clause.LabelPersons || inner == clause.LabelPersons // 牵头单位及责任人 too
	}
	return t
}

// has reports whether there is a column of a kind.
func (t *shaped) has(kind taskColumn) bool { return slices.Contains(t.cols, kind) }

// label is what the heading of a column speaks of.
func (t *shaped) label(c int) clause.LabelKind {
	kind, _ := t.p.reader.Label(oneLine(text.HalfWidth(t.heads[c])))
	return kind
}

// aside reports whether a heading says that its column is about a task and not what is to be done: a remark, a person,
// how far it is.
func (t *shaped) aside(c int) bool {
	return t.label(c) == clause.LabelRemarks || t.p.headed[c] || t.p.columns.aside.In(oneLine(text.HalfWidth(t.heads[c])))
}

// mayName reports whether a column whose heading does not say that it names units does so by its cells.
func (t *shaped) mayName(c int) bool {
	switch t.cols[c] {
	case taskNone, taskText, taskGroup:
		kind := t.label(c)
		return t.shapes[c].ofNames() && (kind == clause.LabelUnits || kind == clause.LabelOther) && !t.aside(c)
	}
	return false
}

// units finds the columns of units that their headings do not tell: where none is known, the first column of names
// leads and the next one helps; where all that are known help, one beside them that leads.
func (t *shaped) units() bool {
	if !t.has(taskUnits) {
		named := t.has(taskNo) || t.has(taskText)
		var found []int
		for c := range t.cols {
			first := c > 0 || t.cols[c] == taskNone && (t.label(c) == clause.LabelUnits || t.promised())
			if first && t.mayName(c) && (named || !t.p.reader.Names(t.heads[c])) {
				found = append(found, c)
			}
		}
		for _, less := range []func(c int) bool{func(c int) bool { return t.shapes[c].shared() }, func(c int) bool { return t.cols[c] != taskNone }} {
			if better := slices.DeleteFunc(slices.Clone(found), less); len(better) > 0 {
				found = better
			}
		}
		if len(found) == 0 {
			return false
		}
		for _, c := range found[:min(len(found), 2)] {
			t.cols[c] = taskUnits
		}
		return true
	}
	if t.onlyHelp() {
		best := -1
		for c := range t.cols {
			if t.cols[c] == taskNone && t.mayName(c) && (best < 0 || t.label(c) == clause.LabelUnits && t.label(best) != clause.LabelUnits) {
				best = c
			}
		}
		if best >= 0 {
			t.cols[best] = taskUnits // 揭榜单位 beside 协作单位, 谁来干 beside 谁配合
		}
	}
	return true
}

// promised reports whether another heading says that the column below it is what has to be done.
func (t *shaped) promised() bool {
	return slices.ContainsFunc(t.heads, func(head string) bool {
		return strings.Contains(head, "任务") || strings.Contains(head, "目标")
	})
}

// onlyHelp reports whether the columns of units name nobody but those who help.
func (t *shaped) onlyHelp() bool {
	for c, col := range t.cols {
		if col == taskUnits && t.p.reader.Rank(t.heads[c]) != t.p.reader.Rank("配合单位") {
			return false
		}
	}
	return t.has(taskUnits)
}

// texts finds the columns that say what is to be done where no heading does: numbers that are each a unit's, else the
// column with the most words, whose sentences count twice, and a shorter one before it that names the task.
func (t *shaped) texts() bool {
	t.numberColumn()
	t.years()
	if t.valuesOfUnits() {
		return true
	}
	if t.has(taskText) {
		return true
	}
	best := t.widest()
	if best < 0 {
		return false
	}
	unsaid := t.cols[best] == taskNone && t.label(best) == clause.LabelOther
	t.cols[best] = taskText
	if before := best - 1; unsaid && before >= 0 && t.cols[before] == taskNone && t.label(before) == clause.LabelOther && t.heads[before] != "" && t.titles(before) {
		t.cols[before] = taskText
	}
	return true
}

// titles reports whether a column is of words that are short, and others in each row.
func (t *shaped) titles(c int) bool {
	s := t.shapes[c]
	if s.filled == 0 || s.ofNames() || s.ofNumbers() || s.sentences > 0 || t.aside(c) || s.letters < 4*s.filled {
		return false
	}
	return s.distinct*10 >= s.filled*8
}

// widest returns the column with the most words that nothing else is known of, -1
// where none has words. What is beside a task, a remark or how far it is, counts only where there is nothing else.
func (t *shaped) widest() int {
	best, most, beside := -1, 0, true
	for c := range t.cols {
		if t.cols[c] != taskNone && t.cols[c] != taskGroup {
			continue
		}
		aside, s := t.aside(c), t.shapes[c]
		words := s.letters
		if s.sentences*2 > s.filled {
			words *= 2
		}
		if words > 0 && (beside && !aside || beside == aside && words > most) {
			best, most, beside = c, words, aside
		}
	}
	return best
}

// valuesOfUnits takes the numbers of a table that gives units their shares and has no words for it: 街道 | 投资目标(亿元).
func (t *shaped) valuesOfUnits() bool {
	var values []int
	task := false
	for c, s := range t.shapes {
		switch {
		case s.shared() || t.cols[c] == taskUnits || t.cols[c] == taskNo || t.cols[c] == taskTime || t.cols[c] == taskMeasure:
		case s.ofNumbers() && (t.cols[c] == taskText || !t.aside(c)):
			values = append(values, c)
			task = task || strings.Contains(t.heads[c], "任务") || strings.Contains(t.heads[c], "目标")
		case t.cols[c] == taskText && s.filled > 0, s.sentences*2 > s.filled && s.filled*2 > len(t.rows):
			return false
		}
	}
	if len(values) == 0 || !task {
		return false
	}
	for c, s := range t.shapes {
		if t.cols[c] == taskText || t.cols[c] == taskGroup {
			t.cols[c] = taskNone
		}
		if s.shared() && s.sentences > 0 {
			values = append(values, c) // what all of them do
		}
	}
	for _, c := range values {
		t.cols[c] = taskText
	}
	t.values = true
	return true
}

// years takes the columns of a task that are each for a year of the plan: 2024年计划 | 2025年计划.
func (t *shaped) years() {
	var cols []int
	last := 0
	for c, head := range t.heads {
		year := yearOfHead(head)
		if year == 0 || t.cols[c] != taskNone && t.cols[c] != taskText || t.aside(c) || t.shapes[c].ofNames() || strings.HasSuffix(head, "实际") || strings.HasSuffix(head, "完成") {
			continue
		}
		if year < t.p.plan.Period.First || len(cols) > 0 && year < last {
			return
		}
		last = year
		cols = append(cols, c)
	}
	t.wholeYear()
	if len(cols) > 1 && last > yearOfHead(t.heads[cols[0]]) {
		for _, c := range cols {
			t.cols[c] = taskText
		}
	}
}

// wholeYear takes the column that says what the whole year is to bring, beside those of its parts: 一季度 | 上半年 | 全年.
func (t *shaped) wholeYear() {
	parts := slices.ContainsFunc(t.heads, func(head string) bool { return strings.Contains(head, "季度") || strings.Contains(head, "半年") })
	for c, head := range t.heads {
		if words := oneLine(head); parts && t.cols[c] == taskNone && (strings.HasPrefix(words, "全年") || words == "年度") && !t.aside(c) {
			t.cols[c] = taskText
		}
	}
}

// numberColumn finds numbers of rows below a heading that spans them and their texts.
func (t *shaped) numberColumn() {
	for c, col := range t.cols {
		if col != taskText || t.has(taskNo) || t.shapes[c].filled < 2 || t.shapes[c].numbers < t.shapes[c].filled || !slices.Contains(t.cols[c+1:], taskText) {
			continue
		}
		if _, unit := splitUnit(t.heads[c]); unit == "" && t.counts(c) {
			t.cols[c] = taskNo
			return
		}
	}
}

// counts reports whether the cells of a column are numbers of rows.
func (t *shaped) counts(c int) bool {
	for _, row := range t.rows {
		if c < len(row) && row[c] != "" && spanning(row) == "" && !isRowNumber(row[c]) {
			return false
		}
	}
	return true
}

// yearOfHead is the one year that a heading names, 0 where it names none or several.
func yearOfHead(head string) int {
	named := yearIn.FindAllString(text.HalfWidth(head), 2)
	if len(named) != 1 {
		return 0
	}
	return text.Numeral(named[0])
}
