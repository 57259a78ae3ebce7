package reading

import (
	"slices"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
)

// columnLines puts the headings of unit columns before the lines of names that stand below each task, where a table
// without numbers was flattened to one cell a line: 主要任务, 牵头单位, 配合单位, then a text and two lines of names, again
// and again. A task with one line of names has those of the first column.
func (p *parser) columnLines(doc *document.Document) *document.Document {
	labels, first := p.unitHeads(doc.Blocks)
	if labels == nil {
		return doc
	}
	blocks := slices.Clone(doc.Blocks)
	rows := 0
	for i := first; i < len(blocks); i++ {
		n := 0
		for i+n < len(blocks) && p.isCellOfUnits(blocks[i+n]) {
			n++
		}
		if n == 0 || n > len(labels) || !p.isTextOfRow(blocks[i-1]) {
			continue
		}
		for k := range n {
			blocks[i+k].Text = labels[k] + "：" + blocks[i+k].Text
		}
		rows++
		i += n
	}
	if rows < 3 {
		return doc
	}
	for _, b := range blocks[first-len(labels) : first] {
		p.used[b.Line] = true
	}
	whole := *doc
	whole.Blocks = slices.Concat(blocks[:first-len(labels)], blocks[first:])
	return &whole
}

// unitHeads returns headings of unit columns that are lines of their own behind one of a text column, and where the
// lines behind them begin; nil where none are, or a column of numbers is before them.
func (p *parser) unitHeads(blocks []document.Block) (labels []string, first int) {
	for i, b := range blocks {
		if b.Rows != nil || p.taskColumnOf(b.Text) != taskText {
			continue
		}
		labels = nil
		for first = i + 1; first < len(blocks) && blocks[first].Rows == nil; first++ {
			head := oneLine(blocks[first].Text)
			if kind, sure := p.reader.Label(head); kind != clause.LabelUnits || !sure || strings.ContainsAny(head, ":：") {
				break
			}
			labels = append(labels, head)
		}
		numbered := slices.ContainsFunc(blocks[max(i-2, 0):i], func(b document.Block) bool { return p.taskColumnOf(b.Text) == taskNo })
		if len(labels) > 0 && len(labels) < 4 && !numbered {
			return labels, first
		}
	}
	return nil, 0
}

// isCellOfUnits reports a line of nothing but names.
func (p *parser) isCellOfUnits(b document.Block) bool {
	kind, _, _ := splitMark(b.Text)
	return b.Rows == nil && kind == markNone && !clause.EndsSentence(b.Text) && p.namesOnly(b.Text)
}

// isTextOfRow reports a line that is the text of a task: a sentence, no heading.
func (p *parser) isTextOfRow(b document.Block) bool {
	return b.Rows == nil && (clause.EndsSentence(b.Text) || len([]rune(b.Text)) > longestHeading) && !p.isCellOfUnits(b)
}
