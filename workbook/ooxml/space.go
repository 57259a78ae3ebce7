package ooxml

import (
	"bytes"

	"tianbao/seeds/finding"
)

// space is a namespace, as far as this package tells them apart.
type space uint8

const (
	nsNone    space = iota // not in a namespace
	nsOther                // one that says nothing here
	nsMain                 // spreadsheetml
	nsRels                 // relationships, as attributes of a document
	nsPackage              // relationships, as a part
	nsTypes                // content types
	nsCore                 // core properties
	nsTerms                // Dublin Core and its terms
	nsXML
	nsChoice // markup compatibility
)

// Transitional and Strict stand for the same.
var spaces = map[string]space{
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":                      nsMain,
	"http://purl.oclc.org/ooxml/spreadsheetml/main":                                  nsMain,
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":            nsRels,
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                        nsRels,
	"http://schemas.openxmlformats.org/package/2006/relationships":                   nsPackage,
	"http://schemas.openxmlformats.org/package/2006/content-types":                   nsTypes,
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties":        nsCore,
	"http://schemas.openxmlformats.org/officedocument/2006/metadata/core-properties": nsCore,
	"http://purl.org/dc/elements/1.1/":                                               nsTerms,
	"http://purl.org/dc/terms/":                                                      nsTerms,
	"http://www.w3.org/XML/1998/namespace":                                           nsXML,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":                    nsChoice,
}

// binding gives a prefix its namespace.
type binding struct {
	prefix []byte // in scanner.prefixes
	space  space
}

// declare binds what the tag just read declares and takes it out of attrs.
func (x *scanner) declare() bool {
	kept := x.attrs[:0]
	for _, a := range x.attrs {
		prefix, ok := bytes.CutPrefix(a.name, []byte("xmlns"))
		if !ok || len(prefix) > 0 && prefix[0] != ':' {
			kept = append(kept, a)
			continue
		}
		s, known := spaces[string(a.value)]
		switch {
		case len(prefix) > 0 && (len(a.value) == 0 || nameLen(prefix[1:]) != len(prefix)-1), len(prefix) == 1, string(prefix) == ":xmlns":
			x.bad()
			return false
		case len(a.value) == 0:
			s = nsNone
		case !known:
			s = nsOther
		}
		if len(prefix) > 0 {
			prefix = prefix[1:]
		} else {
			x.dflt = s
		}
		from := len(x.prefixes)
		x.prefixes = append(x.prefixes, prefix...)
		x.binds = append(x.binds, binding{x.prefixes[from:], s})
	}
	x.attrs = kept
	x.scope++
	return true
}

// bound returns the namespace of a prefix; nsNone for the default where nothing is
// declared.
func (x *scanner) bound(prefix []byte) space {
	for i := len(x.binds) - 1; i >= 0; i-- {
		if string(x.binds[i].prefix) == string(prefix) {
			return x.binds[i].space
		}
	}
	if len(prefix) > 0 {
		if string(prefix) == "xml" {
			return nsXML
		}
		x.bad()
	}
	return nsNone
}

// resolve splits a name and finds its namespace.
func (x *scanner) resolve(name []byte, unprefixed space) ([]byte, space) {
	colon := bytes.IndexByte(name, ':')
	if colon < 0 {
		return name, unprefixed
	}
	prefix, local := name[:colon], name[colon+1:]
	if len(prefix) == 0 || nameLen(local) != len(local) || len(local) == 0 || bytes.IndexByte(local, ':') >= 0 {
		x.bad()
	}
	return local, x.bound(prefix)
}

// child steps to the next element inside the one last entered and enters it;
// false at that one's end, or on a fault. Whoever enters an element reads it to its
// end: by a loop over child, by text, or by skip. Text between elements is a fault:
// nothing of meaning may be passed over. Of alternatives, the one for programs that
// know no extension is entered as if it stood there alone.
func (x *scanner) child() bool {
	for {
		switch x.next() {
		case atStart:
			if x.named(nsChoice) != "AlternateContent" {
				return true
			}
			x.alternative()
			continue
		case atEnd:
			if n := len(x.choices); n > 0 && len(x.open) < x.choices[n-1] {
				x.choices = x.choices[:n-1]
				x.skip() // to the end of the alternatives
				continue
			}
			return false
		case atStop:
			return false
		}
		if len(trimmed(x.raw)) > 0 {
			return x.fail(finding.XMLDamaged)
		}
	}
}

// alternative steps into the Fallback of the alternatives last entered, or to their end
// where there is none.
func (x *scanner) alternative() {
	for {
		switch x.next() {
		case atStart:
			if x.named(nsChoice) == "Fallback" {
				x.choices = append(x.choices, len(x.open))
				return
			}
			x.skip()
		case atEnd, atStop:
			return
		case atText:
			if len(trimmed(x.raw)) > 0 {
				x.bad()
			}
		}
	}
}

// pass is skip for an element that is not known where text is expected: it must hold
// none.
func (x *scanner) pass() {
	for depth := len(x.open); x.err == nil; {
		switch t := x.next(); {
		case t == atStop || t == atEnd && len(x.open) < depth:
			return
		case t == atText && len(trimmed(x.raw)) > 0:
			x.fail(finding.XMLDamaged)
		}
	}
}

// skip reads to the end of the element last entered.
func (x *scanner) skip() {
	for depth := len(x.open); x.err == nil; {
		if t := x.next(); t == atStop || t == atEnd && len(x.open) < depth {
			return
		}
	}
}

// text appends the character data of the element last entered to dst and reads to
// its end. Elements inside must hold no text.
func (x *scanner) text(dst []byte) []byte {
	from := len(dst)
	for {
		switch x.next() {
		case atStart:
			x.pass()
		case atEnd, atStop:
			return dst
		case atText:
			dst = x.appendData(dst)
			if len(dst)-from > 2*x.lim.Text {
				x.tooLong()
				return dst
			}
		}
	}
}

// named returns the local name of the element last entered if it is of the
// namespace, else nothing.
func (x *scanner) named(s space) string {
	if x.space != s {
		return ""
	}
	return string(x.local)
}

// attr returns an attribute without a namespace.
func (x *scanner) attr(name string) ([]byte, bool) {
	for i := range x.attrs {
		if string(x.attrs[i].name) == name {
			return x.attrs[i].value, true
		}
	}
	return nil, false
}

// attrIn returns an attribute of a namespace, whatever its prefix.
func (x *scanner) attrIn(s space, local string) ([]byte, bool) {
	for i := range x.attrs {
		if a := &x.attrs[i]; a.space == s {
			if _, l, ok := bytes.Cut(a.name, []byte(":")); ok && string(l) == local {
				return a.value, true
			}
		}
	}
	return nil, false
}

// flag returns a boolean attribute, false where it is absent.
func (x *scanner) flag(name string) bool {
	v, ok := x.attr(name)
	if !ok {
		return false
	}
	switch string(trimmed(v)) {
	case "1", "true", "on":
		return true
	case "0", "false", "off":
		return false
	}
	x.bad()
	return false
}
