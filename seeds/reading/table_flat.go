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
		rows, n := p.flatRows(blocks[i:], cols)
		if n == 0 {
			break
		}
		for _, row := range rows {
			table.Rows = append(table.Rows, p.flatCells(row, cols))
			lines = append(lines, row[0].Line)
		}
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
	p.unnamedColumns(table.Line, heads, table.Rows[1:], cols)
	t := &tasks{p: p, cols: cols, heads: heads, labels: p.labels(heads, cols), headed: p.headed}
	t.number[0] = p.chapters
	for k, row := range table.Rows[1:] {
		t.row(row, lines[k+1])
	}
	p.before = t
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

// flatRows returns the next rows and how many blocks make them: a chapter, or a number with the cells up to the next
// number or chapter, which are several rows where a text and its units follow units again; none where the table ends.
func (p *parser) flatRows(blocks []document.Block, cols []taskColumn) (rows [][]document.Block, n int) {
	if blocks[0].Rows != nil || furniture(blocks[0].Text) && !isRowNumber(blocks[0].Text) {
		return nil, 0
	}
	if startsChapter(blocks[0].Text) {
		return [][]document.Block{blocks[:1]}, 1
	}
	if !isRowNumber(blocks[0].Text) {
		return nil, 0
	}
	for n = 1; n < len(blocks) && blocks[n].Rows == nil; n++ {
		if isRowNumber(blocks[n].Text) || startsChapter(blocks[n].Text) || furniture(blocks[n].Text) && !p.suits(taskUnits, blocks[n].Text) {
			break
		}
	}
	units := 0
	for _, col := range cols {
		if col == taskUnits {
			units++
		}
	}
	timed, textFirst := cols[len(cols)-1] == taskTime, slices.Index(cols, taskText) < slices.Index(cols, taskUnits)
	row, names, closed, long := blocks[:1:1], 0, false, n > len(cols)+3 // the rest of the page follows the last row
	for i, cell := range blocks[1:n] {
		name := p.suits(taskUnits, cell.Text) && (len(row) > 1 || !textFirst)
		short := !name && len([]rune(cell.Text)) <= longestHeading && !clause.EndsSentence(cell.Text)
		next := names > 0 && i+2 < n && p.suits(taskUnits, blocks[i+2].Text)
		switch {
		case next && (closed || !name && !(timed && short)):
			first := cell
			first.Text = ""
			rows, row, names, closed = append(rows, row), []document.Block{first, cell}, 0, false
		case name && names >= units && p.suits(taskUnits, row[len(row)-1].Text):
			row[len(row)-1].Text += "\n" + cell.Text // the last of several units, one a line
			names++
		case long && len(row) >= len(cols):
			return append(rows, row), 1 + i
		default:
			row, closed = append(row, cell), timed && names > 0 && short
			if name {
				names++
			}
		}
	}
	return append(rows, row), n
}

func isRowNumber(words string) bool { return isSmallNumber(text.HalfWidth(words)) }

// flatCells lays the cells of a row into its columns.
func (p *parser) flatCells(blocks []document.Block, cols []taskColumn) []string {
	row := make([]string, len(cols))
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
	names := p.reader.Names(strings.ReplaceAll(strings.TrimRight(words, "。."), "\n", "、"))
	switch col {
	case taskUnits:
		return names
	case taskText:
		return !names
	}
	return !names && len([]rune(words)) <= longestHeading
}
