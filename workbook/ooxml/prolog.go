package ooxml

import (
	"bytes"

	"tianbao/seeds/finding"
)

// declaration checks the XML declaration, where there is one.
func (x *scanner) declaration() {
	for x.end-x.pos < len("<?xml ") && x.fill() {
	}
	b := x.buf[x.pos:x.end]
	if x.err != nil || len(b) < 6 || string(b[:5]) != "<?xml" || !blank(b[5]) {
		return
	}
	n := x.until("?>", 6)
	if n < 0 {
		return
	}
	// Its pseudo attributes read like those of a tag.
	x.own = x.own[:0]
	b = append(bytes.Clone(x.buf[x.pos+5:x.pos+n]), '>')
	for i := 0; ; {
		gap := i
		for blank(b[i]) {
			i++
		}
		if i == len(b)-1 {
			break
		}
		used, _, whole := x.attribute(b[i:])
		if !whole || gap == i {
			x.bad()
			return
		}
		i += used
	}
	x.pos += n + 2
	for x.pos < x.end && blank(x.buf[x.pos]) {
		x.pos++
	}
	x.rare = rarities(x.buf[x.pos:x.end])
	x.attrs = x.own
	x.encoding()
}

// encoding holds the declared version and encoding against what the bytes are.
func (x *scanner) encoding() {
	left := x.attrs
	for _, name := range []string{"version", "encoding", "standalone"} {
		if len(left) > 0 && string(left[0].name) == name {
			left = left[1:]
		}
	}
	version, _ := x.attr("version")
	alone, given := x.attr("standalone")
	if len(left) > 0 || string(version) != "1.0" || given && string(alone) != "yes" && string(alone) != "no" {
		x.bad()
		return
	}
	v, ok := x.attr("encoding")
	name := string(bytes.ToLower(v))
	x.declared = ok
	switch {
	case !ok:
	case x.utf16 && (name == "utf-16" || name == "utf-16le" || name == "utf-16be" || name == "iso-10646-ucs-2"):
	case !x.utf16 && (name == "utf-8" || name == "utf8" || name == "us-ascii"):
	default:
		x.fail(finding.XMLEncoding, finding.Given("encoding="+name))
	}
}
