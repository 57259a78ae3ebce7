package ooxml

import "bytes"

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
