// Package markup reads a part of an office package as a tree of its elements, each with
// the bytes it was written in, so that one may be read, or changed and all else left as
// it is. It knows no kind of document. Workbooks as they come back are not read by it:
// that is workbook/ooxml, which makes no tree.
package markup

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Node is an element of a part, by its bytes: [Start,End) is all of it,
// [Inner,InnerEnd) is between its tags; both are empty at End where it closes itself.
// Its methods may be called on nil, which has nothing.
type Node struct {
	Name                        string // without prefix
	Prefix                      string // with its colon
	Attrs                       []xml.Attr
	Start, Inner, InnerEnd, End int
	Kids                        []*Node
	part                        *[]byte
}

// Bounds say how much of a part is kept.
type Bounds struct {
	Elements int // kept; 0 for any number
	Depth    int // of elements within each other; 0 for any

	// Below reports whether the elements within one are kept; nil for all. It is called
	// with every element of the part, kept or not, as far as its start tag goes; depth
	// is the number of those around it.
	Below func(n *Node, depth int) bool
}

// ErrTooMuch is returned for a part that has more elements than the bounds allow, or
// deeper ones.
var ErrTooMuch = errors.New("文件里的格式、批注等内容太多")

// Parse reads a part in UTF-8 whole, or fails.
func Parse(part []byte, within Bounds) (*Node, error) {
	d := xml.NewDecoder(bytes.NewReader(part))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	b := builder{Bounds: within, part: &part, stack: []*Node{{}}}
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
			if b.open(t, before, int(d.InputOffset())); b.Elements > 0 && b.kept > b.Elements || b.Depth > 0 && len(b.stack)-1+b.shallow > b.Depth {
				return nil, ErrTooMuch
			}
		case xml.EndElement:
			if !b.close(t, before, int(d.InputOffset())) {
				return nil, fmt.Errorf("解析部件: 标签 %s 不成对", t.Name.Local)
			}
		}
	}
	if root := b.stack[0]; len(b.stack) == 1 && len(root.Kids) == 1 {
		return root.Kids[0], nil
	}
	return nil, fmt.Errorf("解析部件: 没有根元素")
}

// builder makes a tree of the elements met.
type builder struct {
	Bounds
	part    *[]byte
	stack   []*Node
	shallow int // elements open that are not kept, and the one above them
	kept    int // elements
}

func (b *builder) open(t xml.StartElement, start, inner int) {
	if b.shallow > 0 {
		b.Below(&Node{Name: t.Name.Local, Attrs: t.Attr, Start: start, Inner: inner, part: b.part}, len(b.stack)-2+b.shallow)
		b.shallow++
		return
	}
	n := &Node{Name: t.Name.Local, Attrs: slices.Clone(t.Attr), Start: start, Inner: inner, part: b.part}
	b.kept++
	if t.Name.Space != "" {
		n.Prefix = t.Name.Space + ":"
	}
	top := b.stack[len(b.stack)-1]
	top.Kids = append(top.Kids, n)
	b.stack = append(b.stack, n)
	if b.Below != nil && !b.Below(n, len(b.stack)-2) {
		b.shallow = 1
	}
}

// close ends an element; false where it is not the one that is open.
func (b *builder) close(t xml.EndElement, innerEnd, end int) bool {
	if b.shallow > 1 {
		b.shallow--
		return true
	}
	n := b.stack[len(b.stack)-1]
	if len(b.stack) == 1 || n.Name != t.Name.Local {
		return false
	}
	b.shallow = 0
	b.stack = b.stack[:len(b.stack)-1]
	n.InnerEnd, n.End = innerEnd, end
	return true
}

// Attr returns an attribute by its name without prefix, "" where there is none.
func (n *Node) Attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attrs {
		if a.Name.Local == name && a.Name.Space != "xmlns" {
			return a.Value
		}
	}
	return ""
}

// Given reports whether an attribute is there, be it empty.
func (n *Node) Given(name string) bool {
	return n != nil && slices.ContainsFunc(n.Attrs, func(a xml.Attr) bool { return a.Name.Local == name && a.Name.Space != "xmlns" })
}

// Child returns the first element at the path of names below n, nil where there is
// none.
func (n *Node) Child(path ...string) *Node {
	for _, name := range path {
		if n == nil {
			return nil
		}
		at := slices.IndexFunc(n.Kids, func(k *Node) bool { return k.Name == name })
		if at < 0 {
			return nil
		}
		n = n.Kids[at]
	}
	return n
}

// Val returns the attribute val of the element at the path, as office formats write
// one value; "" where there is none.
func (n *Node) Val(path ...string) string { return n.Child(path...).Attr("val") }

// Closed reports whether an element closes itself.
func (n *Node) Closed() bool { return n.Inner == n.End || (*n.part)[n.Inner-2] == '/' }

// Text is the character data below a node.
func (n *Node) Text() string {
	if n == nil {
		return ""
	}
	d := xml.NewDecoder(bytes.NewReader((*n.part)[n.Inner:n.InnerEnd]))
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
