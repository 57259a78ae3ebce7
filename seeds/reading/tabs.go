package reading

import (
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/text"
)

// joinTables puts tables of a text file together that a blank line had parted, or
// a chapter on a line of its own: in the sheet it was a merged row.
func joinTables(doc *document.Document) *document.Document {
	if doc.Counts != document.Lines {
		return doc
	}
	blocks, out := doc.Blocks, []document.Block(nil)
	for i := 0; i < len(blocks); i++ {
		n := len(out)
		if n > 0 && goesOn(out[n-1], blocks[i]) {
			pad(&out[n-1], blocks[i].Line)
			out[n-1].Rows = append(out[n-1].Rows, blocks[i].Rows...)
			continue
		}
		if n == 0 || i+1 >= len(blocks) || !partsTable(out[n-1], blocks[i], blocks[i+1]) {
			out = append(out, blocks[i])
			continue
		}
		table := &out[n-1]
		pad(table, blocks[i].Line)
		table.Rows = append(table.Rows, []string{blocks[i].Text})
		pad(table, blocks[i+1].Line)
		table.Rows = append(table.Rows, blocks[i+1].Rows...)
		i++
	}
	return &document.Document{Name: doc.Name, Title: doc.Title, Blocks: out, Counts: doc.Counts, Sheets: doc.Sheets}
}

// longestRow is more characters than the heading of a part of a table has.
const longestRow = 40

// partsTable reports whether a line between two tables is a merged row of one: it
// is short, and the rows below it go on with numbers, without headings of their own.
func partsTable(above, line, below document.Block) bool {
	if above.Rows == nil || line.Rows != nil || below.Rows == nil ||
		len([]rune(line.Text)) > longestRow || clause.EndsSentence(line.Text) || furniture(line.Text) {
		return false
	}
	kind, _, _ := splitMark(line.Text)
	return goesOn(above, below) || kind == markHan && !strings.Contains(below.Rows[0][0], "序号")
}

// goesOn reports whether a table goes on with the rows of the one above, a blank
// line between them.
func goesOn(above, below document.Block) bool {
	return above.Rows != nil && below.Rows != nil && isSmallNumber(strings.Trim(text.HalfWidth(below.Rows[0][0]), ".、() "))
}

// pad adds blank rows up to a line, so that rows and lines keep step.
func pad(b *document.Block, line int) {
	for b.Line+len(b.Rows) < line {
		b.Rows = append(b.Rows, []string{""})
	}
}
