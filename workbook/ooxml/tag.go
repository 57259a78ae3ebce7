package ooxml

import (
	"bytes"

	"tianbao/seeds/finding"
)

// attr is an attribute as written, its value decoded. Declarations of namespaces
// are not among them.
type attr struct {
	name  []byte // with its prefix
	space space
	value []byte
}

// element is one that is open.
type element struct {
	name  int // where its name begins in scanner.names
	binds int // how many bindings stood before it
}

const maxAttrs = 256

// startTag reads a start tag that begins at pos.
func (x *scanner) startTag() token {
	for {
		b := x.buf[x.pos:x.end]
		n, whole := x.knownTag(b)
		if !whole {
			n, whole = x.tag(b)
		}
		if x.err != nil {
			return atStop
		}
		if whole {
			x.pos += n
			break
		}
		if !x.fill() {
			return x.bad()
		}
	}
	if len(x.open) > x.lim.Depth {
		x.over(finding.LimitDepth, x.lim.Depth, "层")
		return atStop
	}
	return atStart
}

// tag takes a start tag from the head of b: its length, and whether it was all
// there. The element is pushed only when it was.
func (x *scanner) tag(b []byte) (n int, whole bool) {
	i := 1 + nameLen(b[1:])
	if i == len(b) {
		return 0, false
	}
	name := b[1:i]
	if len(name) == 0 {
		x.bad()
		return 0, false
	}
	x.own, x.spare = x.own[:0], x.spare[:0]
	declares := false
	for {
		gap := i
		for i < len(b) && blank(b[i]) {
			i++
		}
		if i >= len(b) || b[i] == '/' && i+1 >= len(b) {
			return 0, false
		}
		if b[i] == '>' || b[i] == '/' && b[i+1] == '>' {
			break
		}
		var used int
		var decl bool
		if used, decl, whole = x.attribute(b[i:]); !whole {
			return 0, false
		}
		if gap == i {
			x.bad()
			return 0, false
		}
		i += used
		declares = declares || decl
	}
	x.closing = b[i] == '/'
	if x.closing {
		i++
	}
	x.attrs = x.own
	return i + 1, x.push(name, declares)
}

// attribute takes one attribute from the head of b into attrs: how many bytes it
// took, whether it declares a namespace, whether it was all there.
func (x *scanner) attribute(b []byte) (used int, declares, whole bool) {
	n := nameLen(b)
	i := n
	for i < len(b) && blank(b[i]) {
		i++
	}
	eq := i
	i++
	for i < len(b) && blank(b[i]) {
		i++
	}
	if i >= len(b) {
		if n == 0 || eq < len(b) && b[eq] != '=' {
			x.bad()
		}
		return 0, false, false
	}
	if n == 0 || b[eq] != '=' || len(x.own) == maxAttrs {
		x.bad()
		return 0, false, false
	}
	value, size := x.quoted(b[i:])
	if size == 0 {
		return 0, false, false
	}
	name := b[:n]
	for k := range x.own {
		if o := x.own[k].name; len(o) == n && o[n-1] == name[n-1] && string(o) == string(name) {
			x.bad()
			return 0, false, false
		}
	}
	x.own = append(x.own, attr{name: name, value: value})
	return i + size, bytes.HasPrefix(name, []byte("xmlns")), true
}

// quoted takes a value in quotes from the head of b: decoded, and how many bytes it
// took, 0 where it was not all there or is not well formed.
func (x *scanner) quoted(b []byte) (value []byte, size int) {
	quote, simple := b[0], true
	if quote != '"' && quote != '\'' {
		x.bad()
		return nil, 0
	}
	i := 1
	for ; i < len(b) && b[i] != quote; i++ {
		switch b[i] {
		case '<':
			x.bad()
			return nil, 0
		case '&', '\n', '\r', '\t':
			simple = false
		}
	}
	if i == len(b) {
		return nil, 0
	}
	if value = b[1:i]; !simple {
		value = x.attrValue(value)
	}
	if x.err != nil {
		return nil, 0
	}
	return value, i + 1
}

// attrValue decodes a value that holds references or line ends.
func (x *scanner) attrValue(raw []byte) []byte {
	from := len(x.spare)
	for i, c := range raw {
		switch {
		case c == '\r' && i+1 < len(raw) && raw[i+1] == '\n':
			continue
		case blank(c):
			c = ' '
		}
		x.spare = append(x.spare, c)
	}
	to := len(x.spare)
	if !sound(x.spare[from:to]) {
		x.bad()
		return nil
	}
	x.spare = decode(x.spare, x.spare[from:to])
	return x.spare[to:]
}

// push opens the element and resolves its namespaces.
func (x *scanner) push(name []byte, declares bool) bool {
	if len(x.open) == 0 && x.rooted {
		x.bad()
		return false
	}
	x.rooted = true
	x.open = append(x.open, element{len(x.names), len(x.binds)})
	x.names = append(x.names, name...)
	if declares && !x.declare() {
		return false
	}
	x.local, x.space = x.resolve(name, x.dflt)
	for i := range x.attrs {
		a := &x.attrs[i]
		if bytes.IndexByte(a.name, ':') >= 0 {
			_, a.space = x.resolve(a.name, nsNone)
		}
	}
	return x.err == nil
}

// enter opens an element without attributes, or whose attributes are known.
func (x *scanner) enter(name string, s space) {
	x.open = append(x.open, element{len(x.names), len(x.binds)})
	x.names = append(x.names, name...)
	x.local, x.space, x.attrs = x.names[len(x.names)-len(name):], s, nil
}

// endTag reads the end tag of the innermost element.
func (x *scanner) endTag() token {
	if top := len(x.open) - 1; top >= 0 {
		name := x.names[x.open[top].name:]
		if e := x.pos + 2 + len(name); e < x.end && x.buf[e] == '>' && string(x.buf[x.pos+2:e]) == string(name) {
			x.pos = e + 1
			x.pop()
			return atEnd
		}
	}
	n := x.until(">", 2)
	if n < 0 {
		return atStop
	}
	name := x.buf[x.pos+2 : x.pos+n]
	for len(name) > 0 && blank(name[len(name)-1]) {
		name = name[:len(name)-1]
	}
	top := len(x.open) - 1
	if top < 0 || !bytes.Equal(name, x.names[x.open[top].name:]) {
		return x.bad()
	}
	x.pos += n + 1
	x.pop()
	return atEnd
}

// pop closes the innermost element.
func (x *scanner) pop() {
	top := len(x.open) - 1
	e := x.open[top]
	x.open = x.open[:top]
	x.names = x.names[:e.name]
	if e.binds < len(x.binds) {
		x.binds = x.binds[:e.binds]
		x.dflt = x.bound(nil)
		x.scope++
	}
}

// knownTag is a start tag that was read and found in order. The same bytes mean the
// same again as long as the same namespaces are declared.
type knownTag struct {
	raw     []byte
	scope   int
	name    []byte // with its prefix
	local   []byte
	space   space
	attrs   []attr
	closing bool
}

// knownTag takes a start tag that was met before from the head of b. One that was
// not is read by tag, from a copy that is kept.
func (x *scanner) knownTag(b []byte) (n int, whole bool) {
	const most = 48
	n = bytes.IndexByte(b[:min(len(b), most)], '>') + 1
	if n < len("<a>") || x.plodding || len(x.open) == 0 {
		return 0, false
	}
	raw := b[:n]
	k := &x.known[(int(raw[1])*7+int(raw[n/2])*31+int(raw[max(n-4, 1)])*3+n*5)%len(x.known)]
	if k.scope == x.scope && string(k.raw) == string(raw) {
		x.closing, x.local, x.space, x.attrs = k.closing, k.local, k.space, k.attrs
		x.open = append(x.open, element{len(x.names), len(x.binds)})
		x.names = append(x.names, k.name...)
		return n, true
	}
	k.raw, k.scope = append(k.raw[:0], raw...), 0
	used, whole := x.tag(k.raw)
	if !whole || x.err != nil || used != n || len(x.spare) > 0 || x.open[len(x.open)-1].binds < len(x.binds) {
		return used, whole
	}
	k.scope, k.closing, k.local, k.space = x.scope, x.closing, x.local, x.space
	k.name = k.raw[1 : 1+nameLen(k.raw[1:])]
	k.attrs = append(k.attrs[:0], x.attrs...)
	return n, true
}
