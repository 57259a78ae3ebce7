package ooxml

import "bytes"

// quick takes the next cell straight from the window where it is spelled as
// programs commonly spell it: <c r="B7" s="3" t="s"><v>12</v></c> and the like. It
// takes nothing, and says so, where anything at all is unusual or cut by the
// window: cell then reads it by the book.
func (s *sheet) quick() bool {
	x := s.x
	if s.r.plodding || x.dflt != nsMain || x.closing {
		return false
	}
	b := x.buf[x.pos:x.end]
	if len(b) < 16 || b[0] != '<' || b[1] != 'c' || b[2] != ' ' {
		return false
	}
	var c content
	col, i, ok := s.quickAttrs(b, &c)
	if !ok || col <= s.last || col > MaxCol || c.style >= len(s.r.styles) {
		return false
	}
	n := 0
	if b[i] == '/' {
		if i+1 >= len(b) || b[i+1] != '>' {
			return false
		}
		n = i + 2
	} else if n = quickContent(b, i+1, &c); n == 0 {
		return false
	}
	s.last = col
	x.pos += n
	if c.given {
		s.take(&c)
	}
	return x.err == nil
}

// quickAttrs reads the attributes of a cell: its column, and the offset of what
// ends the tag.
func (s *sheet) quickAttrs(b []byte, c *content) (col, i int, ok bool) {
	var styled, typed bool
	for i = 2; i+5 < len(b) && b[i] == ' '; {
		if b[i+2] != '=' || b[i+3] != '"' {
			return 0, 0, false
		}
		name := b[i+1]
		i += 4
		n := bytes.IndexByte(b[i:min(len(b), i+16)], '"')
		if n < 0 {
			return 0, 0, false
		}
		v := b[i : i+n]
		i += n + 1
		switch name {
		case 'r':
			var row int
			if row, n, ok = cellRef(v); !ok || row != s.row.R || col > 0 {
				return 0, 0, false
			}
			col = n
		case 's':
			if c.style, ok = tableIndex(v); !ok || styled {
				return 0, 0, false
			}
			styled = true
		case 't':
			if typed || !quickType(v, c) {
				return 0, 0, false
			}
			typed = true
		default:
			return 0, 0, false
		}
	}
	return col, i, col > 0 && i < len(b) && (b[i] == '>' || b[i] == '/')
}

func quickType(v []byte, c *content) bool {
	switch string(v) {
	case "n":
	case "s":
		c.as = asShared
	case "str":
		c.as = asText
	case "inlineStr":
		c.as = asInline
	default:
		return false
	}
	return true
}

// quickContent reads what stands between the tags of a cell, and the end tag: the
// offset behind it, 0 where it is unusual.
func quickContent(b []byte, i int, c *content) int {
	if bytes.HasPrefix(b[i:], []byte("</c>")) {
		return i + len("</c>")
	}
	open, shut := "<v>", "</v></c>"
	if c.as == asInline {
		open, shut = "<is><t>", "</t></is></c>"
		if bytes.HasPrefix(b[i:], []byte(`<is><t xml:space="preserve">`)) {
			open = `<is><t xml:space="preserve">`
		}
	}
	if !bytes.HasPrefix(b[i:], []byte(open)) {
		return 0
	}
	i += len(open)
	n := bytes.IndexByte(b[i:], '<')
	if n < 1 || !bytes.HasPrefix(b[i+n:], []byte(shut)) {
		return 0
	}
	c.raw, c.given = b[i:i+n], true
	switch c.as {
	case asNumber, asShared:
		if blank(c.raw[0]) || blank(c.raw[n-1]) || bytes.IndexByte(c.raw, '&') >= 0 {
			return 0
		}
	default:
		if !bare(c.raw) {
			return 0
		}
	}
	return i + n + len(shut)
}
