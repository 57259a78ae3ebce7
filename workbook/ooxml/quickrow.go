package ooxml

import "bytes"

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
	t := &s.r.tails[(n*7+int(tail[n/2])*3+int(tail[n/3])*5)%someTails]
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
