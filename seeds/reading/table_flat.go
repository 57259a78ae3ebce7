package reading

import (
	"slices"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/text"
)

// flatTable reads a table of tasks that was flattened to one cell a line, as a page
// copied as text is. Blank cells left no line behind: the cells of a row are told by
// what they hold. It returns how many blocks the table takes, 0 where none begins here.
func (p *parser) flatTable(blocks []document.Block) ([]para, int) {
	heads, cols := p.flatHeader(blocks)
	if heads == nil {
		return nil, 0
	}
	table := document.Block{Line: blocks[0].Line, Rows: [][]string{heads}}
	lines := []int{blocks[0].Line}
	i := len(heads)
	for i < len(blocks) {
		n := p.flatRow(blocks[i:], len(heads))
		if n == 0 {
			break
		}
		table.Rows = append(table.Rows, p.flatCells(blocks[i:i+n], cols))
		lines = append(lines, blocks[i].Line)
		for _, cell := range blocks[i : i+n] {
			p.used[cell.Line] = true
		}
		i += n
	}
	if len(table.Rows) < 2 {
		return nil, 0
	}
	for _, cell := range blocks[:len(heads)] {
		p.used[cell.Line] = true
	}
	p.unnamedColumns(table, 0, cols)
	t := &tasks{p: p, cols: cols, labels: p.labels(heads, cols)}
	t.number[0] = p.chapters
	for k, row := range table.Rows[1:] {
		t.row(row, lines[k+1])
	}
	return t.paras, i
}

// flatHeader returns the headings that blocks begin with, 序号 first, and what their
// columns hold; nil where they do not make a table of tasks.
func (p *parser) flatHeader(blocks []document.Block) ([]string, []taskColumn) {
	var heads []string
	var cols []taskColumn
	p.headed = nil
	for _, b := range blocks {
		head := oneLine(b.Text)
		col := p.taskColumnOf(head)
		kind, _ := p.reader.Label(head)
		if col == taskNone && kind == 0 && len(heads) == 1 && len([]rune(head)) < longestHeading/2 && !isRowNumber(head) {
			col = taskText // 民生实事: what the numbers are of
		}
		if b.Rows != nil || len([]rune(head)) > longestHeading || col == taskNone && kind == 0 && !p.columns.text.In(head) {
			break
		}
		heads, cols, p.headed = append(heads, head), append(cols, col), append(p.headed, kind == clause.LabelPersons)
	}
	if len(heads) < 3 || cols[0] != taskNo || !slices.Contains(cols, taskText) || !slices.Contains(cols, taskUnits) {
		return nil, nil
	}
	return heads, cols
}

// flatRow returns how many blocks make the next row: a chapter, or a number with the
// cells up to the next number or chapter; 0 where the table ends.
func (p *parser) flatRow(blocks []document.Block, width int) int {
	if blocks[0].Rows != nil || furniture(blocks[0].Text) && !isRowNumber(blocks[0].Text) {
		return 0
	}
	if kind, _, _ := splitMark(blocks[0].Text); kind == markHan || kind == markHanParen {
		return 1
	}
	if !isRowNumber(blocks[0].Text) {
		return 0
	}
	n := 1
	for n < len(blocks) && blocks[n].Rows == nil {
		kind, _, _ := splitMark(blocks[n].Text)
		if isRowNumber(blocks[n].Text) || kind == markHan || kind == markHanParen || furniture(blocks[n].Text) && !p.reader.Names(blocks[n].Text) {
			break
		}
		n++
	}
	if n > width+3 {
		return width
	}
	return n
}

func isRowNumber(words string) bool { return smallNumber.MatchString(text.HalfWidth(words)) }

// flatCells lays the cells of a row into its columns.
func (p *parser) flatCells(blocks []document.Block, cols []taskColumn) []string {
	row := make([]string, len(cols))
	if !isRowNumber(blocks[0].Text) {
		row[0] = blocks[0].Text
		return row
	}
	row[0] = blocks[0].Text
	c := 1
	for k, b := range blocks[1:] {
		left := len(blocks) - 1 - k // cells from this one on
		for c < len(cols)-1 && len(cols)-c > left && !p.suits(cols[c], b.Text) {
			c++
		}
		if c >= len(cols) {
			c = len(cols) - 1
			row[c] += "\n" + b.Text
			continue
		}
		if cols[c] == taskUnits && row[c] == "" && !p.suits(cols[c], b.Text) && c > 1 && left > len(cols)-c {
			row[c-1] += b.Text // a cell of several lines
			continue
		}
		row[c] = b.Text
		c++
	}
	return row
}

// suits reports whether a cell can be in a column.
func (p *parser) suits(col taskColumn, words string) bool {
	names := p.reader.Names(strings.TrimRight(words, "。."))
	switch col {
	case taskUnits:
		return names
	case taskText:
		return !names
	}
	return !names && len([]rune(words)) <= longestHeading
}
