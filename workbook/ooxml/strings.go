package ooxml

import (
	"bytes"

	"tianbao/workbook/finding"
)

// readStrings reads the table of shared strings.
func (r *Reader) readStrings(x *scanner) {
	for x.child() {
		if x.named(nsMain) != "si" {
			x.skip()
			continue
		}
		r.text = r.rich(x, r.text[:0])
		r.strings = append(r.strings, r.keep(x, r.text))
		if len(r.strings) > r.lim.Strings {
			x.over(finding.LimitStrings, r.lim.Strings, "条")
		}
		for r.quickString(x) {
		}
	}
}

// quickString takes an entry that is one plain text straight from the window.
func (r *Reader) quickString(x *scanner) bool {
	const head, kept, tail = "<si><t>", `<si><t xml:space="preserve">`, "</t></si>"
	if x.plodding || x.dflt != nsMain || x.closing || len(r.strings) >= r.lim.Strings {
		return false
	}
	b := x.buf[x.pos:x.end]
	from := len(head)
	if !bytes.HasPrefix(b, []byte(head)) {
		if from = len(kept); !bytes.HasPrefix(b, []byte(kept)) {
			return false
		}
	}
	b = b[from:]
	n := bytes.IndexByte(b, '<')
	if n < 0 || !bytes.HasPrefix(b[n:], []byte(tail)) || !x.itself(b[:n]) {
		return false
	}
	r.strings = append(r.strings, r.keep(x, b[:n]))
	x.pos += from + n + len(tail)
	return x.err == nil
}

// rich appends the text of the si or is element last entered: its t, or those of
// its runs; phonetic runs are left out.
func (r *Reader) rich(x *scanner, dst []byte) []byte {
	for x.child() {
		switch x.named(nsMain) {
		case "t":
			dst = r.escapedText(x, dst)
		case "r":
			for x.child() {
				if x.named(nsMain) == "t" {
					dst = r.escapedText(x, dst)
				} else {
					x.skip()
				}
			}
		default:
			x.skip()
		}
		if len(dst) > 2*r.lim.Text {
			x.tooLong()
		}
	}
	return dst
}

// escapedText appends the text of the element last entered with its escapes
// resolved.
func (r *Reader) escapedText(x *scanner, dst []byte) []byte {
	from := len(dst)
	return unescape(x.text(dst), from)
}

// keep stores a text of the workbook.
func (r *Reader) keep(x *scanner, b []byte) string {
	if len(b) > r.lim.Text {
		x.tooLong()
		return ""
	}
	s, ok := r.arena.keep(b)
	if !ok && x.err == nil {
		x.err = tooBig(finding.LimitText, int64(r.lim.AllText), finding.Message("全部文字合计太长"))
	}
	return s
}
