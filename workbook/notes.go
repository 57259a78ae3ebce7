package workbook

import (
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
		}
	}
}

// answerIn is what a note says: of a comment of ours, what was written behind it.
func answerIn(note string) string {
	if strings.Contains(note, layout.CommentWord) {
		_, note, _ = strings.Cut(note, layout.CommentEnd)
	}
	return text.Trim(text.Printable(note))
}
