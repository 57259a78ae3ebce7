package ooxml

import (
	"bytes"
	"io"
	"unicode/utf8"

	"tianbao/seeds/finding"
)

// scanner reads one XML part through a window that slides over it: tokens, names
// and namespaces, well formed to the end or a fault. It holds one token at a time;
// what it returns as bytes is good until the next call. The first fault sticks in
// err and ends every loop.
type scanner struct {
	in       io.Reader
	buf      []byte
	pos      int // next byte to read
	end      int // buf[:end] is whole, legal characters
	have     int // buf[:have] is filled
	eof      bool
	err      error
	lim      Limits
	utf16    bool // the part is in UTF-16
	declared bool // it names its encoding

	local   []byte // of the start tag last read
	space   space
	attrs   []attr
	raw     []byte // of the character data last read
	cdata   bool   // raw is a CDATA section
	refs    bool   // raw holds references
	closing bool   // the start tag last read closes itself
	rooted  bool   // the root element was met

	open     []element
	choices  []int  // how many elements were open in the alternatives entered
	names    []byte // of the open elements, end to end
	binds    []binding
	prefixes []byte
	dflt     space // of names without a prefix
	spare    []byte

	rare   bool // the window held rarities since the declaration
	slid   int  // how often the window slid
	scope  int  // a number for the bindings in force, never used again for others
	own    []attr
	known  [128]knownTag
	window int // bytes the window has at first
	// plodding turns off the short cuts for common spellings; tests compare.
	plodding bool
}

// token is what next met.
type token uint8

const (
	atStop token = iota // a fault, or the end of the part
	atStart
	atEnd
	atText
)

const window = 64 << 10

// reset begins a part. The byte order mark is read here.
func (x *scanner) reset(in io.Reader, lim Limits) {
	buf := x.buf
	if len(buf) < x.window || len(buf) > 16*x.window {
		buf = make([]byte, x.window)
	}
	x.in, x.buf, x.lim, x.err = in, buf, lim, nil
	x.pos, x.end, x.have, x.eof = 0, 0, 0, false
	x.declared, x.utf16, x.closing, x.rooted, x.rare = false, false, false, false, false
	x.open, x.names, x.binds, x.dflt = x.open[:0], x.names[:0], x.binds[:0], nsNone
	x.prefixes, x.choices = x.prefixes[:0], x.choices[:0]
	x.scope++
	unmarked := false
	var mark [3]byte
	n, err := io.ReadFull(in, mark[:])
	switch {
	case err != nil && err != io.EOF && err != io.ErrUnexpectedEOF:
		x.err = err
		return
	case n >= 2 && mark[0] == 0xFE && mark[1] == 0xFF, n >= 2 && mark[0] == 0xFF && mark[1] == 0xFE:
		x.utf16 = true
		x.in = &wide{in: io.MultiReader(bytes.NewReader(mark[2:n]), in), big: mark[0] == 0xFE}
	case n == 3 && (mark == [3]byte{0, '<', 0} || mark == [3]byte{'<', 0, '?'}):
		x.utf16, unmarked = true, true
		x.in = &wide{in: io.MultiReader(bytes.NewReader(mark[:n]), in), big: mark[0] == 0}
	case mark == [3]byte{0xEF, 0xBB, 0xBF}:
	default:
		x.have = copy(x.buf, mark[:n])
	}
	if x.declaration(); unmarked && x.err == nil && !x.declared {
		x.fail(finding.XMLEncoding)
	}
}

// fill slides the window to pos and reads on. False: nothing more to read, or a
// fault. A token that does not fit makes the window grow, up to a bound.
func (x *scanner) fill() bool {
	if x.err != nil || x.eof {
		return false
	}
	copy(x.buf, x.buf[x.pos:x.have])
	x.slid++
	x.have -= x.pos
	x.end -= x.pos
	x.pos = 0
	if len(x.buf)-x.have < utf8.UTFMax*4 {
		if len(x.buf) > 4*x.lim.Text+window {
			return x.tooLong()
		}
		x.buf = append(x.buf, make([]byte, len(x.buf))...)
	}
	for x.have < len(x.buf) && !x.eof {
		n, err := x.in.Read(x.buf[x.have:])
		x.have += n
		x.eof = err == io.EOF
		if err != nil && !x.eof {
			x.err = err
			return false
		}
	}
	n, ok := checked(x.buf[x.end:x.have])
	x.rare = x.rare || rarities(x.buf[max(x.end-2, 0):x.end+n])
	x.end += n
	if !ok || x.eof && x.end < x.have {
		return x.fail(finding.XMLEncoding)
	}
	return n > 0
}

// fail sets the first fault; it returns false for its callers to pass on.
func (x *scanner) fail(code finding.Code, opts ...finding.Option) bool {
	if x.err == nil {
		x.err = refuse(code, opts...)
	}
	return false
}

// over sets the fault of what passes a limit.
func (x *scanner) over(code finding.Code, most int, unit string) {
	if x.err == nil {
		x.err = over(code, most, unit)
	}
}

// tooLong sets the fault of a text that is too long.
func (x *scanner) tooLong() bool {
	if x.err == nil {
		x.err = tooBig(finding.LimitText, int64(x.lim.Text))
	}
	return false
}

// bad is fail for what is not well formed.
func (x *scanner) bad() token {
	x.fail(finding.XMLDamaged)
	return atStop
}

// next reads one token. Comments and processing instructions are checked and
// passed over; an element that closes itself gives a start and an end.
func (x *scanner) next() token {
	if x.closing {
		x.closing = false
		x.pop()
		return atEnd
	}
	for x.err == nil {
		if x.pos == x.end && !x.fill() {
			if x.err == nil && (len(x.open) > 0 || !x.rooted) {
				x.bad()
			}
			return atStop
		}
		if x.buf[x.pos] != '<' {
			return x.data()
		}
		if x.end-x.pos < 2 && !x.fill() {
			return x.bad()
		}
		switch x.buf[x.pos+1] {
		case '/':
			return x.endTag()
		case '?':
			x.instruction()
		case '!':
			if x.bang() {
				return atText
			}
		default:
			return x.startTag()
		}
	}
	return atStop
}

// until returns the offset behind pos of the first mark at or after from, reading
// on as needed; -1 with a fault where the part ends before it.
func (x *scanner) until(mark string, from int) int {
	for {
		if x.pos+from <= x.end {
			if i := bytes.Index(x.buf[x.pos+from:x.end], []byte(mark)); i >= 0 {
				return from + i
			}
			from = max(from, x.end-x.pos-len(mark)+1)
		}
		if !x.fill() {
			x.bad()
			return -1
		}
	}
}

// data reads character data up to the next markup.
func (x *scanner) data() token {
	from := 0
	for {
		i := bytes.IndexByte(x.buf[x.pos+from:x.end], '<')
		if i >= 0 {
			from += i
			break
		}
		from = x.end - x.pos
		if !x.fill() {
			break
		}
	}
	x.raw, x.cdata = x.buf[x.pos:x.pos+from], false
	x.pos += from
	if x.err != nil {
		return atStop
	}
	if len(x.open) == 0 && len(trimmed(x.raw)) > 0 {
		return x.bad()
	}
	x.refs = bytes.IndexByte(x.raw, '&') >= 0
	if x.refs && !sound(x.raw) || x.rare && bytes.Contains(x.raw, []byte("]]>")) {
		return x.bad()
	}
	return atText
}

// instruction passes over a processing instruction.
func (x *scanner) instruction() {
	n := x.until("?>", 2)
	if n < 0 {
		return
	}
	body := x.buf[x.pos+2 : x.pos+n]
	name := body[:nameLen(body)]
	if len(name) == 0 || bytes.EqualFold(name, []byte("xml")) ||
		len(name) < len(body) && !blank(body[len(name)]) {
		x.bad()
	}
	x.pos += n + 2
}

// bang reads what begins with <!: true for a CDATA section, which is character
// data; comments are passed over; a DTD is refused.
func (x *scanner) bang() bool {
	for x.end-x.pos < len("<![CDATA[") && x.fill() {
	}
	head := x.buf[x.pos:x.end]
	switch {
	case bytes.HasPrefix(head, []byte("<!--")):
		n := x.until("--", 4)
		if n < 0 || x.until("-->", n) != n {
			x.bad()
			return false
		}
		x.pos += n + 3
		return false
	case bytes.HasPrefix(head, []byte("<![CDATA[")) && len(x.open) > 0:
		n := x.until("]]>", 9)
		if n < 0 {
			return false
		}
		x.raw, x.cdata = x.buf[x.pos+9:x.pos+n], true
		x.pos += n + 3
		return true
	case bytes.HasPrefix(head, []byte("<!DOCTYPE")), bytes.HasPrefix(head, []byte("<!ENTITY")):
		return x.fail(finding.XMLDoctype)
	}
	x.bad()
	return false
}

// finish reads on to the end of the part, so that all of it is held to the rules
// and its checksum is compared.
func (x *scanner) finish() error {
	for x.next() != atStop {
	}
	return x.err
}

func nameLen(b []byte) int {
	if len(b) == 0 || !nameStart[b[0]] {
		return 0
	}
	n := 1
	for n < len(b) && inName[b[n]] {
		n++
	}
	return n
}
