package document

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// element is an XML element with its namespace left out: Word writes the same
// names in its transitional and its strict form.
type element struct {
	name     string
	attrs    []xml.Attr
	text     string // of a leaf
	children []*element
}

// maxElements bounds the tree of one part.
const maxElements = 3_000_000

var errTooLarge = errors.New("文档过大或嵌套过深")

// parseXML reads a part whole, or fails.
func parseXML(r io.Reader) (*element, error) {
	dec := xml.NewDecoder(r)
	root := &element{}
	stack := []*element{root}
	for count := 0; ; {
		token, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("读取文档内容: %w", err)
		}
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if count++; count > maxElements || len(stack) > maxDepth {
				return nil, errTooLarge
			}
			child := &element{name: t.Name.Local, attrs: t.Attr}
			top.children = append(top.children, child)
			stack = append(stack, child)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if top.name == "t" {
				top.text += string(t)
			}
		}
	}
	if len(root.children) != 1 {
		return nil, io.ErrUnexpectedEOF
	}
	return root.children[0], nil
}

// child returns the element at the path of names below e, nil where there is
// none. It may be called on nil.
func (e *element) child(path ...string) *element {
	for _, name := range path {
		if e == nil {
			return nil
		}
		var next *element
		for _, c := range e.children {
			if c.name == name {
				next = c
				break
			}
		}
		e = next
	}
	return e
}

// attr returns an attribute by its local name, "" where there is none. It may be
// called on nil.
func (e *element) attr(name string) string {
	if e == nil {
		return ""
	}
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// val returns the w:val of the element at the path, "" where there is none.
func (e *element) val(path ...string) string { return e.child(path...).attr("val") }
