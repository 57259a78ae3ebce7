package reading

import (
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
)

// captioned is a table of tasks among the paragraphs: where its own begin and end, and the line above it
// that names it.
type captioned struct {
	from, to int
	caption  document.Block
}

// byCaption puts the tasks of each table below its name, where a document has several tables, none of them
// with chapters of its own, and their numbers begin anew: 附件1, 附件2.
func (p *parser) byCaption(paras []para, tables []captioned) []para {
	again := false
	for i, t := range tables {
		if t.caption.Text == "" || paras[t.from].kind == markHan {
			return paras
		}
		again = again || i > 0 && paras[t.from].no <= paras[tables[i-1].to-1].no
	}
	if !again {
		return paras
	}
	var out []para
	at := 0
	for _, t := range tables {
		out = append(out, paras[at:t.from]...)
		_, _, name := splitMark(t.caption.Text)
		p.chapters = p.chapterNo(p.chapters+1, name)
		p.used[t.caption.Line] = true
		out = append(out, para{line: t.caption.Line, kind: markHan, no: p.chapters, raw: name, text: name, row: true})
		at = t.from
	}
	return append(out, paras[at:]...)
}

// captionAbove returns the line that names the table below the blocks: short, with a word for tables or
// tasks, notes in brackets passed over; none where the lines above are of other kinds.
func captionAbove(blocks []document.Block) document.Block {
	for i := len(blocks) - 1; i >= 0 && i >= len(blocks)-3; i-- {
		b := blocks[i]
		switch {
		case b.Rows != nil, len([]rune(b.Text)) > longestTitle:
			return document.Block{}
		case clause.OpenerOf(b.Text) == 0 || strings.HasPrefix(b.Text, "单位"):
			continue
		case clause.EndsSentence(b.Text):
			return document.Block{}
		}
		for _, word := range []string{"表", "清单", "任务", "分工", "分解", "事项", "项目"} {
			if strings.Contains(b.Text, word) {
				return b
			}
		}
	}
	return document.Block{}
}
