package reading

import (
	"slices"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/text"
)

// captioned is a table of tasks among the paragraphs: where its own begin and end, and the line above it
// that names it.
type captioned struct {
	from, to int
	caption  document.Block
	annexed  bool           // 附件2 is above it
	annex    document.Block // what the annex is called
}

// byCaption puts the tasks of a table below its name where it has no chapters of its own: those of several tables whose
// numbers begin anew, and of an annex behind chapters of other tasks.
func (p *parser) byCaption(paras []para, tables []captioned) []para {
	again, named := false, len(tables) > 0
	for i, t := range tables {
		named = named && t.caption.Text != "" && paras[t.from].kind != markHan
		again = again || i > 0 && paras[t.from].no <= paras[tables[i-1].to-1].no
	}
	var out []para
	at, chapters := 0, false
	for _, t := range tables {
		before := paras[at:t.from]
		chapters = chapters || slices.ContainsFunc(before, func(q para) bool { return q.kind != markNone && q.kind <= markHanParen })
		annexed := t.annexed && chapters && paras[t.from].kind != markHan
		if annexed {
			t.caption = t.annex
		}
		if annexed || named && again {
			_, _, name := splitMark(t.caption.Text)
			p.chapters = p.chapterNo(p.chapters+1, name)
			p.used[t.caption.Line] = true
			before = slices.DeleteFunc(slices.Clone(before), func(q para) bool { return q.line == t.caption.Line })
			out = append(append(out, before...), para{line: t.caption.Line, kind: markHan, no: p.chapters, raw: name, text: name, row: true})
		} else {
			out = append(out, before...)
		}
		out = append(out, paras[t.from:t.to]...)
		at, chapters = t.to, chapters || paras[t.from].kind == markHan
	}
	return append(out, paras[at:]...)
}

// annexAbove returns the line that names the table below the blocks as an annex of the document: behind 附件2, or 附件2 itself.
// False where it is none.
func annexAbove(blocks []document.Block) (document.Block, bool) {
	var name document.Block
	for i := len(blocks) - 1; i >= 0 && i >= len(blocks)-3; i-- {
		b := blocks[i]
		if words, ok := strings.CutPrefix(oneLine(text.HalfWidth(b.Text)), "附"); ok {
			words = strings.TrimLeft(strings.TrimLeft(words, "件表"), "0123456789.:、")
			if b.Rows != nil || strings.ContainsAny(words, "。;0123456789") || len([]rune(words)) > longestTitle {
				return name, false
			}
			if name.Text == "" {
				name = b
			}
			return name, true
		}
		if b.Rows != nil || len([]rune(b.Text)) > longestTitle || clause.EndsSentence(b.Text) {
			return name, false
		}
		if clause.OpenerOf(b.Text) != 0 && !strings.HasPrefix(b.Text, "单位") {
			name = b
		}
	}
	return name, false
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
