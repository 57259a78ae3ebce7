package reading

import (
	"slices"
	"strings"

	"tianbao/seeds/document"
)

// goesOnWith returns the table of tasks before a table without headings of its own, where what is in its columns fits: a
// table that a page or a line between its parts has broken. Nil where it does not.
func (p *parser) goesOnWith(rows [][]string) *tasks {
	t := p.before
	if t == nil || len(rows) == 0 || len(rows[0]) != len(t.cols) {
		return nil
	}
	for c, col := range t.cols {
		s := p.shapeOf(rows, c)
		switch {
		case col == taskNo && !t.values && s.filled > 0 && s.letters > 0 && !s.ofMarks(rows, c):
			return nil
		case col == taskUnits && s.filled > 0 && p.namingIn(rows, c)*2 < s.filled:
			return nil
		case col == taskText && s.filled > 0 && s.ofNames():
			return nil
		}
	}
	goesOn := &tasks{p: p, cols: t.cols, heads: t.heads, labels: t.labels, pairs: t.pairs, headed: t.headed, values: t.values, measure: t.measure, no: t.no}
	goesOn.number[0] = p.chapters
	return goesOn
}

// ofMarks reports whether the cells are numbers of rows or chapters.
func (s columnShape) ofMarks(rows [][]string, c int) bool {
	for _, row := range rows {
		if c < len(row) && row[c] != "" && spanning(row) == "" && rowNumber(row[c]) == 0 && !isChapterNo(row[c]) {
			return false
		}
	}
	return true
}

// namingIn counts the cells of a column that name somebody below a heading of units, and nothing else.
func (p *parser) namingIn(rows [][]string, c int) int {
	n := 0
	for _, row := range rows {
		if c < len(row) && !isNone(row[c]) && spanning(row) == "" && len(row[c]) <= longestNames*len("一") {
			if said := p.reader.List(p.unitLines(row[c])); !said.Nobody() && len(said.Unread) == 0 {
				n++
			}
		}
	}
	return n
}

// bareColumns tells the columns of a table that has no headings: the first numbers its rows, one is of units, and one is of
// sentences or promises something. Nil where it is none of tasks.
func (p *parser) bareColumns(rows [][]string) *shaped {
	if len(rows) < 2 || len(rows[0]) < 3 {
		return nil
	}
	t := p.shapedColumns(make([]string, len(rows[0])), rows)
	if s := t.shapes[0]; s.filled < 2 || s.numbers < s.filled || !t.counts(0) {
		return nil
	}
	t.cols[0] = taskNo
	if !t.units() || !t.texts() || t.values {
		return nil
	}
	for c, s := range t.shapes {
		if t.cols[c] != taskText || s.sentences*2 > s.filled {
			continue
		}
		promised := 0
		for _, row := range rows {
			if p.promises(para{text: row[c]}) {
				promised++
			}
		}
		if promised*2 <= s.filled {
			return nil
		}
	}
	return t
}

// runOn reports whether rows without numbers of their own number what is in their cells, and from row to row the numbers run
// on: 1.…2.… | 3.… | 4.…
func (t *tasks) runOn(rows [][]string) bool {
	next, several, full := 1, false, 0
	for _, row := range rows {
		c := t.read(row)
		if spanning(row) != "" || len(c.texts) == 0 || c.clause == "" {
			continue
		}
		parts := t.numbered(row, next)
		if c.no != "" || len(parts) == 0 {
			return false
		}
		next += len(parts)
		several = several || len(parts) > 1
		full++
	}
	return several && full > 1
}

// numbered parts the last text of a row at its numbers, from one on; where it is 1, from the one that the text begins with.
// None where it does not begin with that number.
func (t *tasks) numbered(row []string, first int) []string {
	words := ""
	for c, cell := range row {
		if c < len(t.cols) && t.cols[c] == taskText && !isNone(cell) {
			words = cell
		}
	}
	var parts []string
	for _, line := range strings.Split(words, "\n") {
		for _, part := range atNumbers(line) {
			kind, no, _ := splitMark(part)
			switch {
			case kind == markArabic && len(parts) == 0 && (no == first || first == 1), kind == markArabic && len(parts) > 0 && no == first+1:
				first = no
				parts = append(parts, part)
			case len(parts) == 0:
				return nil
			default:
				parts[len(parts)-1] += part
			}
		}
	}
	return parts
}

// notesBelow returns the notes below a table, the first that says so and the numbered ones behind it, none of which makes
// anybody responsible: they are no tasks.
func (p *parser) notesBelow(blocks []document.Block) []para {
	var notes []para
	for i, b := range blocks {
		kind, no, _ := splitMark(b.Text)
		if b.Rows != nil || i == 0 && !tableNote(b.Text) || i > 0 && (kind < markArabic || no < i) {
			break
		}
		if _, says := p.reader.Cut(b.Text); says != "" {
			break
		}
		notes = append(notes, para{line: b.Line, raw: b.Text, text: b.Text, note: true})
	}
	return notes
}

// sideBySide returns the row of headings of a table whose halves have the same ones, two rows of tasks in each of its rows; -1
// where they do not.
func (p *parser) sideBySide(rows [][]string) int {
	for h, row := range rows[:min(len(rows), deepestHeadings)] {
		if n := len(row) / 2; n > 1 && len(row)%2 == 0 && spanning(row) == "" && slices.Equal(row[:n], row[n:]) && p.knownHeads(row[:n]) > 1 {
			return h
		}
	}
	return -1
}

// tasksSideBySide reads the left halves of the rows, then the right ones.
func (p *parser) tasksSideBySide(b document.Block, h int) ([]para, bool) {
	n := len(b.Rows[h]) / 2
	left, right := document.Block{Line: b.Line}, document.Block{Line: b.Line}
	for r, row := range b.Rows {
		left.Rows = append(left.Rows, row[:n])
		if r >= h {
			right.Rows = append(right.Rows, row[n:])
		} else {
			right.Rows = append(right.Rows, make([]string, n))
		}
	}
	first, ok := p.taskTable(left)
	second, also := p.taskTable(right)
	return append(first, second...), ok && also
}

// tasksOfCards reads a table of cards, each a task with its labels beside what they say.
func (p *parser) tasksOfCards(b document.Block, cards *cardTable) ([]para, bool) {
	cols := p.taskHeader(append([][]string{cards.heads}, cards.rows...), 0)
	if cols == nil {
		return nil, false
	}
	for k := range b.Rows {
		p.used[b.Line+k] = true
	}
	p.unnamedColumns(b.Line, cols.heads, cols.rows, cols.cols)
	t := p.newTasks(cols, "")
	if p.before != nil && p.before.cards {
		t.no = p.before.no // one table a card
	}
	t.cards = true
	for k, row := range cards.rows {
		t.row(row, b.Line+cards.lines[k])
	}
	p.chapters, p.before = t.number[0], t
	return t.paras, true
}
