package ooxml

import "bytes"

// quick takes the next cell straight from the window where it is spelled as
// programs commonly spell it: <c r="B7" s="3" t="s"><v>12</v></c> and the like. It
// takes nothing, and says so, where anything at all is unusual or cut by the
// window: cell then reads it by the book.
func (s *sheet) quick() bool {
	x := s.x
	if x.plodding || x.dflt != nsMain || x.closing {
		return false
	}
	b := x.buf[x.pos:x.end]
	if len(b) < len(`<c r="A1"/>`) || b[0] != '<' || b[1] != 'c' || b[2] != ' ' {
		return false
	}
	var c content
	col, i := s.quickPlace(b)
	if i > 0 && b[i] == ' ' && b[i+1] == 's' {
		c.style, i = quickStyle(b, i)
	}
	if i > 0 && b[i] == ' ' {
		i = quickType(b, i, &c)
	}
	if i == 0 || col <= s.last || c.style >= len(s.r.styles) {
		return false
	}
	switch {
	case b[i] == '/' && b[i+1] == '>':
		i += 2
	case b[i] == '>':
		i = x.quickContent(b, i+1, &c)
	default:
		return false
	}
	if i == 0 {
		return false
	}
	s.last = col
	x.pos += i
	if c.given || c.formula {
		s.take(&c)
	}
	return x.err == nil
}

// margin is how far behind an offset quickPlace, quickStyle and quickType make sure
// that the window reaches.
const margin = 2

// quickPlace reads the reference of a cell in the current row: its column and the
// offset behind it, 0 where it is anything else.
func (s *sheet) quickPlace(b []byte) (col, i int) {
	const head = `<c r="`
	if string(b[:len(head)]) != head { // quick looked that there is enough
		return 0, 0
	}
	for i = len(head); i < len(b) && b[i] >= 'A' && b[i] <= 'Z'; i++ {
		if col = col*26 + int(b[i]-'A') + 1; col > maxCol {
			return 0, 0
		}
	}
	n := i + len(s.digits)
	if n+1+margin >= len(b) || string(b[i:n]) != string(s.digits) || b[n] != '"' {
		return 0, 0
	}
	return col, n + 1
}

// quickStyle reads ` s="12"` at i: the style and the offset behind it.
func quickStyle(b []byte, i int) (style, next int) {
	const most = 1 << 20
	i += len(` s="`)
	if i+1 >= len(b) || b[i-1] != '"' || b[i-2] != '=' || b[i] == '"' {
		return 0, 0
	}
	for ; i < len(b) && b[i] >= '0' && b[i] <= '9' && style < most; i++ {
		style = style*10 + int(b[i]-'0')
	}
	if i+1+margin >= len(b) || b[i] != '"' {
		return 0, 0
	}
	return style, i + 1
}

// quickType reads ` t="s"` at i: the offset behind it.
func quickType(b []byte, i int, c *content) int {
	const head, inline, text = ` t="`, `inlineStr"`, `str"`
	n := i + len(head)
	if n+len(inline)+margin >= len(b) || string(b[i:n]) != head {
		return 0
	}
	switch b = b[n:]; {
	case string(b[:len(inline)]) == inline:
		c.as = asInline
		return n + len(inline)
	case string(b[:len(text)]) == text:
		c.as = asText
		return n + len(text)
	case b[1] != '"':
		return 0
	}
	switch b[0] {
	case 's':
		c.as = asShared
	case 'n':
		c.as = asNumber
	case 'b':
		c.as = asBool
	case 'e':
		c.as = asError
	default:
		return 0
	}
	return n + len(`s"`)
}

// quickContent reads what is between the tags of a cell, and the end tag: the
// offset behind it, 0 where it is unusual.
func (x *scanner) quickContent(b []byte, i int, c *content) int {
	const end, value = "</c>", "<v>"
	if len(b)-i > len("<f") && b[i] == '<' && b[i+1] == 'f' {
		n := x.quickFormula(b[i:])
		if n == 0 {
			return 0
		}
		c.formula = true
		i += n
	}
	n := 0
	switch b = b[i:]; {
	case len(b) < len(end):
	case string(b[:len(end)]) == end:
		n = len(end)
	case c.as == asInline:
		n = x.quickInline(b, c)
	case string(b[:len(value)]) == value:
		n = x.quickValue(b[len(value):], c)
	}
	if n == 0 {
		return 0
	}
	return i + n
}

// quickFormula passes over a formula of its own, 0 where it is of another kind.
func (x *scanner) quickFormula(b []byte) int {
	const bare, office, end = "<f>", `<f aca="false">`, "</f>"
	head := len(bare)
	switch {
	case string(b[:len(bare)]) == bare:
	case len(b) > len(office) && string(b[:len(office)]) == office:
		head = len(office)
	default:
		return 0
	}
	n := head + bytes.IndexByte(b[head:], '<')
	if n < head || x.rare || pictured(b[head:n]) || len(b)-n < len(end) || string(b[n:n+len(end)]) != end || !sound(b[head:n]) {
		return 0
	}
	return n + len(end)
}

// quickValue reads a value and the end tags behind it.
func (x *scanner) quickValue(b []byte, c *content) int {
	const end = "</v></c>"
	n := 0
	if c.as == asNumber || c.as == asShared {
		for n < len(b) && (b[n] >= '0' && b[n] <= '9' || b[n] == '.' || b[n] == '-' || b[n]|0x20 == 'e') {
			n++
		}
	} else if n = bytes.IndexByte(b, '<'); n > 0 && (!x.itself(b[:n]) || blank(b[0]) || blank(b[n-1])) {
		return 0
	}
	if n < 1 && (n < 0 || c.as != asText) || len(b)-n < len(end) || string(b[n:n+len(end)]) != end {
		return 0
	}
	c.raw, c.given = b[:n], true
	return len("<v>") + n + len(end)
}

// quickInline reads an inline text and the end tags behind it.
func (x *scanner) quickInline(b []byte, c *content) int {
	const bare, kept, end = `<is><t>`, `<is><t xml:space="preserve">`, "</t></is></c>"
	head := len(bare)
	switch {
	case len(b) < len(kept):
		return 0
	case string(b[:len(bare)]) == bare:
	case string(b[:len(kept)]) == kept:
		head = len(kept)
	default:
		return 0
	}
	b = b[head:]
	n := bytes.IndexByte(b, '<')
	if n < 1 || len(b)-n < len(end) || string(b[n:n+len(end)]) != end || !x.itself(b[:n]) {
		return 0
	}
	c.raw, c.given = b[:n], true
	return head + n + len(end)
}

// rowTail is how the tag of a row goes on behind its number, found in order before:
// programs spell few of them. It holds as long as the same namespaces are declared.
type rowTail struct {
	raw     []byte
	scope   int
	hidden  bool
	points  float32
	closing bool
}

const (
	rowHead   = `<row r="`
	rowName   = "row"
	maxTail   = 128
	someTails = 32
)

// quickRow enters the next row straight from the window, where its tag is one that
// was met before but for the number. A new one is to be learned.
func (s *sheet) quickRow() bool {
	x := s.x
	s.fresh = nil
	if x.plodding || x.dflt != nsMain || x.closing || len(x.open) >= x.lim.Depth {
		return false
	}
	b := x.buf[x.pos:x.end]
	if len(b) < len(rowHead) || string(b[:len(rowHead)]) != rowHead {
		return false
	}
	b = b[len(rowHead):]
	digits := bytes.IndexByte(b[:min(len(b), len("1048576")+1)], '"')
	if digits < 1 {
		return false
	}
	number, whole := rowNumber(b[:digits])
	b = b[digits+1:]
	n := bytes.IndexByte(b[:min(len(b), maxTail)], '>') + 1
	if n == 0 || !whole || number <= s.row.R {
		return false
	}
	tail, behind := b[:n], x.pos+len(rowHead)+digits+1+n
	slot := 0
	for _, c := range tail {
		slot = (slot*31 + int(c)) % someTails
	}
	t := &s.r.tails[slot]
	if t.scope != x.scope || string(t.raw) != string(tail) {
		t.raw, t.scope = append(t.raw[:0], tail...), 0
		s.fresh, s.behind, s.slid = t, behind, x.slid
		return false
	}
	x.pos = behind
	x.enter(rowName, nsMain)
	x.closing = t.closing
	s.begin(number, t.hidden)
	s.row.points = t.points
	return true
}

// learnRow remembers the tag of the row just begun, where quickRow looked at it and
// it ended there.
func (s *sheet) learnRow() {
	if t, x := s.fresh, s.x; t != nil && x.err == nil && x.pos == s.behind && x.slid == s.slid {
		t.scope, t.hidden, t.points, t.closing = x.scope, s.row.Hidden, s.row.points, x.closing
	}
}
