package ooxml

import (
	"bytes"
	"strings"

	"tianbao/seeds/finding"
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
		if part := r.struckPart(x); part != nil {
			if r.struck == nil {
				r.struck = map[int]struckPart{}
			}
			r.struck[len(r.strings)-1] = *part
		}
		if r.runs.faint {
			if r.faint == nil {
				r.faint = map[int]bool{}
			}
			r.faint[len(r.strings)-1] = true
		}
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
	r.runs.begin(len(dst))
	for x.err == nil {
		if n := 0; !x.closing {
			if dst, n = r.quickRun(x, dst); n > 0 {
				continue
			}
		}
		if !x.child() {
			break
		}
		switch x.named(nsMain) {
		case "t":
			dst = r.escapedText(x, dst)
		case "r":
			dst = r.run(x, dst)
		case "rPh", "phoneticPr", "extLst":
			x.skip()
		default:
			x.pass()
		}
		if len(dst) > 2*r.lim.Text {
			x.tooLong()
		}
	}
	return dst
}

// run appends the text of the run last entered.
func (r *Reader) run(x *scanner, dst []byte) []byte {
	from, look := len(dst), runLook(0)
	for x.child() {
		switch x.named(nsMain) {
		case "t":
			dst = r.escapedText(x, dst)
		case "rPr":
			look = r.learn(x)
		case "extLst":
			x.skip()
		default:
			x.pass()
		}
	}
	return r.runs.add(dst, from, look)
}

// The spelling of a run whose properties were read before.
const (
	looksEnd  = "</rPr>"
	runHead   = "<r><rPr>"
	runTail   = "</t></r>"
	runText   = "<t>"
	runKept   = `<t xml:space="preserve">`
	maxLooks  = 256
	someLooks = 16
)

// looks is what is between the tags of run properties that were found in order,
// end tag included; it holds as long as the same namespaces are declared.
type looks struct {
	raw   []byte
	scope int
	look  runLook
}

// learn reads the run properties last entered, and remembers them.
func (r *Reader) learn(x *scanner) runLook {
	b := x.buf[x.pos:x.end]
	n := bytes.Index(b[:min(len(b), maxLooks)], []byte(looksEnd))
	if n < 0 {
		return lookOf(x)
	}
	n += len(looksEnd)
	slot := &r.looks[r.looked%someLooks]
	slot.raw, slot.scope = append(slot.raw[:0], b[:n]...), 0
	to, slid, scope := x.pos+n, x.slid, x.scope
	look := lookOf(x)
	if x.err == nil && x.pos == to && x.slid == slid && x.scope == scope {
		slot.scope, slot.look = scope, look
		r.looked++
	}
	return look
}

// quickRun appends the text of a run straight from the window, where its properties
// are known and the rest is plain; it returns how many bytes it took.
func (r *Reader) quickRun(x *scanner, dst []byte) ([]byte, int) {
	b := x.buf[x.pos:x.end]
	if x.plodding || x.dflt != nsMain || !bytes.HasPrefix(b, []byte(runHead)) {
		return dst, 0
	}
	n := len(runHead)
	known, look := false, runLook(0)
	for i := range r.looks {
		k := &r.looks[i]
		if known = k.scope == x.scope && bytes.HasPrefix(b[n:], k.raw); known {
			look = k.look
			n += len(k.raw)
			break
		}
	}
	switch {
	case !known:
		return dst, 0
	case bytes.HasPrefix(b[n:], []byte(runKept)):
		n += len(runKept)
	case bytes.HasPrefix(b[n:], []byte(runText)):
		n += len(runText)
	default:
		return dst, 0
	}
	end := bytes.IndexByte(b[n:], '<')
	if end < 0 || !bytes.HasPrefix(b[n+end:], []byte(runTail)) || !x.itself(b[n:n+end]) {
		return dst, 0
	}
	from := len(dst)
	dst = append(dst, b[n:n+end]...)
	n += end + len(runTail)
	x.pos += n
	return r.runs.add(dst, from, look), n
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
	if !ok {
		r.tooMuchText(x)
	}
	return s
}

// tooMuchText sets the fault of texts that are too long together.
func (r *Reader) tooMuchText(x *scanner) {
	if x.err == nil {
		x.err = tooBig(finding.LimitText, int64(r.lim.AllText), finding.Message("全部文字合计太长"))
	}
}

// arena keeps texts in few large blocks instead of one allocation each. A text
// it returned keeps its whole block alive.
type arena struct {
	block strings.Builder
	size  int
	kept  int // bytes of all blocks
	most  int
}

const firstBlock, lastBlock = 4 << 10, 64 << 10

// keep returns b as a string.
func (a *arena) keep(b []byte) (string, bool) {
	if len(b) == 0 {
		return "", true
	}
	if a.kept += len(b); a.kept > a.most {
		return "", false
	}
	if len(b) > a.block.Cap()-a.block.Len() {
		a.size = min(max(2*a.size, firstBlock), lastBlock)
		a.block = strings.Builder{}
		a.block.Grow(max(a.size, len(b)))
	}
	from := a.block.Len()
	a.block.Write(b)
	return a.block.String()[from:], true
}
