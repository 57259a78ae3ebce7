package annotate

import (
	"encoding/xml"
	"fmt"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/markup"
	"tianbao/templates/layout"
)

const (
	commentWord = layout.CommentWord
	commentEnd  = layout.CommentEnd
	author      = "审核"
)

const (
	commentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
	vmlType      = "application/vnd.openxmlformats-officedocument.vmlDrawing"
)

// comment replaces our comments on a sheet by those of the marks. A cell that has
// a comment of the filler's keeps that alone: a cell takes only one. Where the
// comments of a sheet cannot be read they are left as they are: nothing the
// reader needs depends on them, and the list holds every finding.
func (b *book) comment(s *sheet, e *edits, root *markup.Node, g *grid, marks []mark) error {
	l, err := openLinks(b.parts, s.part)
	if err != nil {
		return nil
	}
	notes, err := b.openNotes(l)
	if err != nil || notes.part == "" && len(marks) == 0 {
		return nil
	}
	gone, taken := notes.takeOff()
	var added []mark
	for _, m := range marks {
		if !taken[[2]int{m.row, m.col}] && len(added) < mostComments {
			added = append(added, m)
		}
	}
	if len(notes.edits)+len(added) == 0 {
		return nil
	}
	if err := b.openBoxes(notes, l, root); err != nil {
		return err
	}
	notes.put(added)
	b.parts.Write(notes.part, notes.edits.apply(notes.doc))
	b.parts.Write(notes.vml, []byte(drawing(notes.shapes, gone, added, g, b.newBlock)))
	if notes.newVML {
		link := l.add(b.rels+"/vmlDrawing", notes.vml)
		e.insert(after(root, sheetOrder, "legacyDrawing"), fmt.Sprintf(`<%slegacyDrawing xmlns:r="%s" r:id="%s"/>`, root.Prefix, b.rels, link.id))
	}
	l.write()
	return nil
}

// mostComments is how many comments a sheet is given; all findings are on the list.
const mostComments = 2000

// notes are the comments of a sheet: their part, and the drawing of their boxes.
type notes struct {
	part    string // "" where the sheet has none yet
	doc     []byte
	root    *markup.Node
	authors *markup.Node
	list    *markup.Node
	edits   edits
	vml     string
	shapes  string
	newVML  bool
}

// openNotes opens the comments of a sheet.
func (b *book) openNotes(l *links) (*notes, error) {
	n := &notes{doc: []byte(xml.Header + `<comments xmlns="` + b.mains + `"><authors></authors><commentList></commentList></comments>`)}
	var err error
	if have := l.kind("comments"); have != nil {
		n.part = have.target
		if n.doc, n.root, err = readPart(b.parts, n.part, down(5)); err != nil {
			return nil, err
		}
	} else if n.root, err = parse(n.doc, down(5)); err != nil {
		return nil, err
	}
	n.authors, n.list = n.root.Child("authors"), n.root.Child("commentList")
	if n.authors == nil || n.list == nil {
		return nil, fmt.Errorf("%s: 批注不完整", n.part)
	}
	return n, nil
}

// openBoxes opens the drawing of the comments' boxes. Part and drawing are made
// where the sheet has none.
func (b *book) openBoxes(n *notes, l *links, root *markup.Node) error {
	if n.part == "" {
		n.part = b.newPart("tianbao_comments", ".xml")
		l.add(b.rels+"/comments", n.part)
		b.types.add(n.part, commentsType)
	}
	if d := root.Child("legacyDrawing"); d != nil {
		if k := l.byID(d.Attr("id")); k != nil {
			n.vml = k.target
			shapes, err := readText(b.parts, n.vml)
			n.shapes = string(shapes)
			return err
		}
	}
	n.newVML = true
	n.shapes = strings.Replace(emptyVML, "§", itoa(b.newBlock()), 1)
	n.vml = b.newPart("drawings/tianbao_vml", ".vml")
	b.types.add(n.vml, vmlType)
	return nil
}

// takeOff takes our comments off and returns their cells, and those of the
// comments that stay: the filler's, and of ours what the filler answered in them.
func (n *notes) takeOff() (gone, taken map[[2]int]bool) {
	gone, taken = map[[2]int]bool{}, map[[2]int]bool{}
	for _, c := range n.list.Kids {
		row, col := finding.ReadCell(c.Attr("ref"))
		ours, answer := parted(written(c.Child("text")))
		if ours && answer == "" {
			n.edits.cut(c)
			gone[[2]int{row, col}] = true
			continue
		}
		taken[[2]int{row, col}] = true
		if text := c.Child("text"); ours && text != nil {
			n.edits.replace(text.Start, text.End, fmt.Sprintf(`<%[1]stext><%[1]st xml:space="preserve">%[2]s</%[1]st></%[1]stext>`, n.root.Prefix, escape(answer)))
		}
	}
	return gone, taken
}

// written is what is in an element as text: neither phonetic guides nor what else a
// program keeps beside it.
func written(n *markup.Node) string {
	if n == nil || n.Name == "rPh" {
		return ""
	}
	if n.Name == "t" {
		return n.Text()
	}
	var b strings.Builder
	for _, k := range n.Kids {
		b.WriteString(written(k))
	}
	return b.String()
}

// parted reports whether it is a comment of ours, and what a filler wrote behind it.
func parted(text string) (ours bool, answer string) {
	if !strings.HasPrefix(strings.TrimSpace(text), commentWord) {
		return false, ""
	}
	_, answer, _ = strings.Cut(text, commentEnd)
	return true, strings.TrimSpace(answer)
}

// put adds the comments of the marks.
func (n *notes) put(marks []mark) {
	if len(marks) == 0 {
		return
	}
	p, who := n.root.Prefix, len(n.authors.Kids)
	for i, a := range n.authors.Kids {
		if a.Text() == author {
			who = i
		}
	}
	if who == len(n.authors.Kids) {
		n.edits.append(n.doc, n.authors, `<`+p+`author>`+author+`</`+p+`author>`)
	}
	var text strings.Builder
	for _, m := range marks {
		fmt.Fprintf(&text, `<%[1]scomment ref="%[2]s" authorId="%[3]d"><%[1]stext><%[1]sr><%[1]srPr><%[1]ssz val="%[5]g"/><%[1]srFont val="宋体"/><%[1]scharset val="134"/></%[1]srPr><%[1]st xml:space="preserve">%[4]s</%[1]st></%[1]sr></%[1]stext></%[1]scomment>`,
			p, finding.Place{Row: m.row, Col: m.col}.Cell(), who, escape(m.text()), boxSize)
	}
	n.edits.append(n.doc, n.list, text.String())
}

func (m *mark) text() string {
	return commentWord + strings.ReplaceAll(strings.Join(m.lines, "\n"), commentEnd, "") + commentEnd
}
