package ooxml

import (
	"bytes"
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// Note is what is on a sheet outside its cells: a comment, a text box, a picture.
// Row and Col are of the cell it belongs to, or over which it begins; 0 where unknown.
// Over are the cells that it lies on; none of a comment.
type Note struct {
	Kind     NoteKind
	Row, Col int
	Over     Range
	Author   string
	Text     string
	thread   bool
}

// NoteKind is what a note is.
type NoteKind uint8

// The kinds of notes.
const (
	Comment NoteKind = iota
	TextBox
	Picture
	Drawn // a line, a patch or a chart, without words
)

// readNotes reads what hangs on a sheet: its comments, and the shapes drawn over it.
func (r *Reader) readNotes(g *Grid, part string) error {
	links, err := r.relations(part)
	if err != nil {
		return err
	}
	for i := range links {
		l := &links[i]
		if l.external || r.dir.find(l.target) == nil || r.dir.find(l.target).read {
			continue
		}
		switch l.kind {
		case "comments":
			err = r.part(l.target, nsMain, "comments", func(x *scanner) { r.readComments(x, g) })
		case "threadedComment":
			err = r.part(l.target, nsOther, "ThreadedComments", func(x *scanner) { r.readThreads(x, g) })
		case "drawing":
			err = r.part(l.target, nsOther, "wsDr", func(x *scanner) { r.readDrawing(x, g) })
		}
		if err != nil {
			return err
		}
	}
	if slices.ContainsFunc(g.Notes, func(n Note) bool { return n.thread }) {
		g.Notes = slices.DeleteFunc(g.Notes, func(n Note) bool { return strings.HasPrefix(n.Author, threadAuthor) })
	}
	return nil
}

// threadAuthor begins the author of a comment that repeats a threaded one for older
// programs, behind words of the program's own.
const threadAuthor = "tc="

// readThreads reads a part of threaded comments; each answer is one of its own.
func (r *Reader) readThreads(x *scanner, g *Grid) {
	for x.child() {
		n := Note{Kind: Comment, thread: true}
		ref, _ := x.attr("ref")
		n.Row, n.Col, _ = cellRef(ref)
		for x.child() {
			if string(x.local) != "text" {
				x.skip()
				continue
			}
			r.text = x.text(r.text[:0])
			n.Text = r.keep(x, r.text)
		}
		r.note(x, g, n)
	}
}

// readComments reads a part of comments.
func (r *Reader) readComments(x *scanner, g *Grid) {
	var authors []string
	for x.child() {
		switch x.named(nsMain) {
		case "authors":
			for x.child() {
				authors = append(authors, string(x.text(nil)))
				r.bounded(x, len(authors))
			}
		case "commentList":
			for x.child() {
				r.readComment(x, g, authors)
			}
		default:
			x.skip()
		}
	}
}

func (r *Reader) readComment(x *scanner, g *Grid, authors []string) {
	n := Note{Kind: Comment}
	ref, _ := x.attr("ref")
	n.Row, n.Col, _ = cellRef(ref)
	if i, ok := x.index("authorId"); ok && i < len(authors) {
		n.Author = authors[i]
	}
	for x.child() {
		if x.named(nsMain) != "text" {
			x.skip()
			continue
		}
		r.text = r.rich(x, r.text[:0])
		n.Text = r.keep(x, r.text)
	}
	if strings.HasPrefix(n.Author, threadAuthor) { // what the program says of itself is before the words
		for _, before := range []string{"Comment:", "注释:", "注释\uff1a", "批注:", "批注\uff1a"} {
			if _, words, ok := strings.Cut(n.Text, "\n"+before+"\n"); ok {
				n.Text = strings.TrimSpace(words)
				break
			}
		}
	}
	r.note(x, g, n)
}

// note adds a note to its sheet.
func (r *Reader) note(x *scanner, g *Grid, n Note) {
	if r.remarks++; r.remarks > r.lim.Comments {
		x.over(finding.LimitComments, r.lim.Comments, "条")
	}
	g.Notes = append(g.Notes, n)
}

// pictureFormula stands for the formula of a picture whose result is not stored.
const pictureFormula = "=DISPIMG("

// IsPicture reports whether it is the formula by which a picture is in a cell.
func IsPicture(s string) bool {
	start := strings.IndexFunc(s, func(r rune) bool { return r != '=' && r != '@' && !text.Invisible(r) })
	if start < 0 || strings.IndexByte("DdIi_", s[start]) < 0 {
		return false
	}
	s = strings.ToUpper(strings.TrimLeft(text.Squeeze(s), "=@"))
	return slices.ContainsFunc([]string{"DISPIMG(", "_XLFN.DISPIMG(", "_XLFN.IMAGE(", "IMAGE("}, func(f string) bool { return strings.HasPrefix(s, f) })
}

// pictured is IsPicture for a formula as it is in the file.
func pictured(formula []byte) bool {
	b := bytes.TrimLeft(formula, "=@ ")
	return len(b) > 0 && strings.IndexByte("DdIi_", b[0]) >= 0 && IsPicture(string(b[:min(len(b), 40)]))
}
