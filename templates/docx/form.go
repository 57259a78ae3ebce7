package docx

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
)

// paragraph is a paragraph of a form: where its bytes and its texts stand.
type paragraph struct {
	from   int
	prefix string // of the names of its elements, with the colon
	space  string // their name space
	props  [2]int // of its pPr, none where equal
	cut    [][2]int
	texts  []textAt
}

// textAt is a text element, from its opening to its closing tag.
type textAt struct {
	from, to int
	words    string
	look     [2]int // of the rPr of its run, none where equal
}

// text is what a paragraph reads, however it is split.
func (p *paragraph) text() string {
	var b strings.Builder
	for i := range p.texts {
		b.WriteString(p.texts[i].words)
	}
	return b.String()
}

// look is the pPr of a paragraph without the end of a section and without a record
// of changes, which are of that one paragraph.
func (p *paragraph) look(data []byte) string {
	at, out := p.props[0], []byte(nil)
	for _, c := range p.cut {
		out = append(out, data[at:c[0]]...)
		at = c[1]
	}
	return string(append(out, data[at:p.props[1]]...))
}

// mainSpaces are the name spaces of word processing, transitional and strict.
var mainSpaces = []string{uriMain, "http://purl.oclc.org/ooxml/wordprocessingml/main"}

// roots are the elements that hold paragraphs.
var roots = []string{"document", "hdr", "ftr", "footnotes", "endnotes"}

func holdsParagraphs(data []byte) bool {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err != nil {
			return false
		}
		if e, ok := token.(xml.StartElement); ok {
			return slices.Contains(mainSpaces, e.Name.Space) && slices.Contains(roots, e.Name.Local)
		}
	}
}

// scanner walks a part.
type scanner struct {
	data  []byte
	open  []*paragraph // of the paragraphs that are open, the innermost last
	look  [][2]int     // of the runs that are open
	stack []int        // where the open elements begin
	done  []*paragraph
	text  *textAt
}

// scan finds the paragraphs of a part, each with its own texts only: a box within a
// paragraph holds paragraphs of its own.
func scan(data []byte) ([]*paragraph, error) {
	s, d := &scanner{data: data}, xml.NewDecoder(bytes.NewReader(data))
	for {
		from := int(d.InputOffset())
		token, err := d.Token()
		if err == io.EOF {
			return s.done, nil
		}
		if err != nil {
			return nil, err
		}
		to := int(d.InputOffset())
		switch e := token.(type) {
		case xml.StartElement:
			s.stack = append(s.stack, from)
			if slices.Contains(mainSpaces, e.Name.Space) {
				s.start(e.Name, from)
			}
		case xml.EndElement:
			begun := s.stack[len(s.stack)-1]
			s.stack = s.stack[:len(s.stack)-1]
			if slices.Contains(mainSpaces, e.Name.Space) {
				s.end(e.Name.Local, begun, to)
			}
		case xml.CharData:
			if s.text != nil {
				s.text.words += string(e)
			}
		}
	}
}

func (s *scanner) start(name xml.Name, from int) {
	switch name.Local {
	case "p":
		tag := s.data[from+1:]
		tag = tag[:bytes.IndexAny(tag, " />\r\n\t")]
		prefix := string(tag[:bytes.IndexByte(tag, ':')+1])
		s.open = append(s.open, &paragraph{from: from, prefix: prefix, space: name.Space})
	case "r":
		s.look = append(s.look, [2]int{})
	case "t":
		if len(s.open) > 0 && len(s.look) > 0 {
			s.text = &textAt{from: from}
		}
	}
}

func (s *scanner) end(name string, from, to int) {
	if len(s.open) == 0 {
		return
	}
	p := s.open[len(s.open)-1]
	switch name {
	case "p":
		s.open = s.open[:len(s.open)-1]
		s.done = append(s.done, p)
	case "pPr":
		p.props = [2]int{from, to}
	case "sectPr", "pPrChange":
		p.cut = append(slices.DeleteFunc(p.cut, func(c [2]int) bool { return c[0] > from }), [2]int{from, to})
	case "rPr":
		if len(s.look) > 0 {
			s.look[len(s.look)-1] = [2]int{from, to}
		}
	case "r":
		s.look = s.look[:len(s.look)-1]
	case "t":
		if s.text != nil {
			s.text.to, s.text.look = to, s.look[len(s.look)-1]
			p.texts = append(p.texts, *s.text)
			s.text = nil
		}
	}
}
