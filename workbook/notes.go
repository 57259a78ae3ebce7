package workbook

import (
	"cmp"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

var noteCodes = map[ooxml.NoteKind]finding.Code{
	ooxml.Comment: finding.CommentTold, ooxml.TextBox: finding.BoxTold, ooxml.Picture: finding.PictureTold, ooxml.Drawn: finding.PictureTold,
}

// notes tells what is on the sheets outside their cells: comments, text boxes,
// pictures. A picture on the cover is the seal.
func (d *decoder) notes(grids map[layout.SheetKey]*ooxml.Grid) {
	told := 0
	for _, fs := range d.ret.Form.Sheets {
		g := grids[fs.Key]
		if g == nil {
			continue
		}
		for _, n := range g.Notes {
			words := answerIn(n.Text)
			wordless := n.Kind == ooxml.Picture || n.Kind == ooxml.Drawn
			if wordless && fs.Form || !wordless && words == "" {
				continue
			}
			if told++; told > spokenMost {
				return
			}
			f := finding.New(noteCodes[n.Kind], finding.At(finding.Place{Sheet: g.Name, Row: n.Row, Col: n.Col}), finding.Given(words))
			if n.Kind == ooxml.Drawn {
				f.Message, f.Hint = "表上画有线条、色块或图表", "请核对是否遮住或划去了单元格;不作数的内容请直接删去"
			}
			d.found = append(d.found, f)
			told += d.beneath(fs, n, words, spokenMost-told)
		}
	}
}

// beneath asks about the filled cells that a shape lies on besides the one at which it
// is told, at most most of them, and returns how many there are.
func (d *decoder) beneath(fs *layout.FormSheet, n ooxml.Note, words string, most int) (told int) {
	s := d.ret.Sheet(fs.Key)
	if s == nil || n.Over.Row1 == n.Over.Row2 && n.Over.Col1 == n.Over.Col2 {
		return 0
	}
	for i := range s.Rows {
		r := &s.Rows[i]
		for j := range r.Values {
			v := &r.Values[j]
			at := v.Place
			if v.State == Blank || r.Issued.Modes[j] != layout.Open || !n.Over.Has(at.Row, at.Col) || at.Row == n.Row && at.Col == n.Col || told >= most {
				continue
			}
			told++
			d.found.Add(noteCodes[n.Kind], finding.At(at), finding.Row(r.Ref()), finding.Column(s.Headings[j]), finding.Given(cmp.Or(words, v.Given)),
				finding.Message("这一格被图片、图形或文本框压住,已照常读取"), finding.Hint("请核对这一格是否作数;作数的请把图片、图形或文本框移开,不作数的请直接清空"))
		}
	}
	return told
}

// answerIn is what a note says: of a comment of ours, what was written behind it.
func answerIn(note string) string {
	if strings.Contains(note, layout.CommentWord) {
		_, note, _ = strings.Cut(note, layout.CommentEnd)
	}
	return text.Trim(text.Printable(note))
}
