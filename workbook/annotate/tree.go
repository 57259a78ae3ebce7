package annotate

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf16"
)

// node is an element of a part, by its bytes: [start,end) is all of it,
// [inner,innerEnd) what stands between its tags; both are empty at end where it
// closes itself.
type node struct {
	name                        string // without prefix
	prefix                      string // with its colon
	attrs                       []xml.Attr
	start, inner, innerEnd, end int
	kids                        []*node
}

// deepFunc says whether what lies below an element is to be kept. n is the element as
// far as its start tag goes, depth the number of those around it.
type deepFunc func(n *node, depth int) bool

// mostNodes is how many elements of a part are kept: far more than any return has, and
// less than 64 MiB.
const mostNodes = 200_000

var errTooMuch = errors.New("文件里的格式、批注等内容太多")

// parse reads a part that is known to be well formed. Nothing is kept of what lies
// below an element for which deep is false; it is called with every element.
func parse(doc []byte, deep deepFunc) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(doc))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	b := builder{deep: deep, stack: []*node{{}}}
	for {
		before := int(d.InputOffset())
		t, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("解析部件: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if b.open(t, before, int(d.InputOffset())); b.kept > mostNodes {
				return nil, errTooMuch
			}
		case xml.EndElement:
			b.close(before, int(d.InputOffset()))
		}
	}
	if root := b.stack[0]; len(b.stack) == 1 && len(root.kids) == 1 {
		return root.kids[0], nil
	}
	return nil, fmt.Errorf("解析部件: 没有根元素")
}

// builder makes a tree of the elements met.
type builder struct {
	deep    deepFunc
	stack   []*node
	shallow int // elements open that are not kept, and the one above them
	kept    int // elements
}

func (b *builder) open(t xml.StartElement, start, inner int) {
	if b.shallow > 0 {
		b.deep(&node{name: t.Name.Local, attrs: t.Attr, start: start, inner: inner}, len(b.stack)-2+b.shallow)
		b.shallow++
		return
	}
	n := &node{name: t.Name.Local, attrs: slices.Clone(t.Attr), start: start, inner: inner}
	b.kept++
	if t.Name.Space != "" {
		n.prefix = t.Name.Space + ":"
	}
	top := b.stack[len(b.stack)-1]
	top.kids = append(top.kids, n)
	b.stack = append(b.stack, n)
	if !b.deep(n, len(b.stack)-2) {
		b.shallow = 1
	}
}

func (b *builder) close(innerEnd, end int) {
	if b.shallow > 1 {
		b.shallow--
		return
	}
	if len(b.stack) == 1 {
		return // closes nothing: the part is broken, which shows at its end
	}
	b.shallow = 0
	n := b.stack[len(b.stack)-1]
	b.stack = b.stack[:len(b.stack)-1]
	n.innerEnd, n.end = innerEnd, end
}

// down keeps so many levels below the root; what stands in extensions is left alone.
func down(levels int) deepFunc {
	return func(n *node, depth int) bool { return depth < levels && n.name != "extLst" }
}

// attr returns an attribute by its name without prefix.
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.Name.Local == name && a.Name.Space != "xmlns" {
			return a.Value
		}
	}
	return ""
}

// given reports an attribute that is there, be it empty.
func (n *node) given(name string) bool {
	return slices.ContainsFunc(n.attrs, func(a xml.Attr) bool { return a.Name.Local == name && a.Name.Space != "xmlns" })
}

// child returns the first child of that name, nil where there is none.
func (n *node) child(name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// closed reports an element that closes itself.
func (n *node) closed(doc []byte) bool { return n.inner == n.end || doc[n.inner-2] == '/' }

// text is the character data below a node.
func (n *node) text(doc []byte) string {
	d := xml.NewDecoder(bytes.NewReader(doc[n.inner:n.innerEnd]))
	var b strings.Builder
	for {
		t, err := d.RawToken()
		if err != nil {
			return b.String()
		}
		if c, ok := t.(xml.CharData); ok {
			b.Write(c)
		}
	}
}

// plainUTF8 returns a part in UTF-8, which it is by default where nothing is
// declared.
func plainUTF8(doc []byte) []byte {
	var big bool
	switch {
	case bytes.HasPrefix(doc, []byte("\xef\xbb\xbf")):
		return doc[3:]
	case bytes.HasPrefix(doc, []byte("\xfe\xff")), bytes.HasPrefix(doc, []byte("\x00<")):
		big = true
	case bytes.HasPrefix(doc, []byte("\xff\xfe")), bytes.HasPrefix(doc, []byte("<\x00")):
	default:
		return undeclared(doc)
	}
	units := make([]uint16, 0, len(doc)/2)
	for i := 0; i+1 < len(doc); i += 2 {
		lo, hi := doc[i], doc[i+1]
		if big {
			lo, hi = hi, lo
		}
		units = append(units, uint16(hi)<<8|uint16(lo))
	}
	text := strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
	return undeclared([]byte(text))
}

// undeclared drops a declaration that names another encoding than UTF-8: what is
// put in is UTF-8.
func undeclared(doc []byte) []byte {
	end := bytes.Index(doc, []byte("?>"))
	if !bytes.HasPrefix(doc, []byte("<?xml ")) || end < 0 {
		return doc
	}
	if head := bytes.ToLower(doc[:end]); bytes.Contains(head, []byte("encoding")) && !bytes.Contains(head, []byte("utf-8")) {
		return doc[end+len("?>"):]
	}
	return doc
}
