package ooxml

import (
	"bytes"
	"strconv"

	"tianbao/seeds/finding"
)

// style is what matters of a cell format.
type style struct {
	format Format
	locked bool
}

// noStyles stands for a workbook without a style table: everything is General and
// locked.
var noStyles = []style{{General, true}}

// readStyles reads number formats and cell formats.
func (r *Reader) readStyles(x *scanner) {
	own := map[int]Format{}
	var ids []int // number formats of cellXfs
	for x.child() {
		switch x.named(nsMain) {
		case "numFmts":
			for x.child() {
				if x.named(nsMain) == "numFmt" {
					id, _ := x.index("numFmtId")
					code, _ := x.attr("formatCode")
					own[id] = formatOf(string(code))
					r.bounded(x, len(own))
				}
				x.skip()
			}
		case "cellXfs":
			for x.child() {
				if x.named(nsMain) != "xf" {
					x.skip()
					continue
				}
				id, _ := x.index("numFmtId")
				ids = append(ids, id)
				r.styles = append(r.styles, style{General, lockedIn(x)})
				r.bounded(x, len(ids))
			}
		default:
			x.skip()
		}
	}
	for i, id := range ids {
		f, ok := own[id]
		if !ok {
			f = builtin(id)
		}
		r.styles[i].format = f
	}
}

// stylesRead is the part of styles that was read last, as it is packed, and what it
// says. Workbooks that were issued together and saved by one program have the same.
type stylesRead struct {
	packed []byte
	crc    uint32
	size   int64
	stored bool
	styles []style
}

const maxStylesKept = 256 << 10

// stylesPart reads the styles; those of a part that is the same to the byte as the
// last one are known.
func (r *Reader) stylesPart(key string) error {
	e, last := r.dir.find(key), &r.lastStyles
	if e != nil && !e.read && last.is(e) {
		e.read = true
		r.styles = append(r.styles, last.styles...)
		return nil
	}
	err := r.part(key, nsMain, "styleSheet", r.readStyles)
	if err == nil && len(e.packed) <= maxStylesKept {
		*last = stylesRead{append(last.packed[:0], e.packed...), e.crc, e.size, e.stored, append(last.styles[:0], r.styles...)}
	}
	return err
}

func (k *stylesRead) is(e *entry) bool {
	return len(k.styles) > 0 && e.crc == k.crc && e.size == k.size && e.stored == k.stored && bytes.Equal(e.packed, k.packed)
}

// lockedIn reads an xf element to its end: whether cells of it are locked.
func lockedIn(x *scanner) bool {
	locked := true
	for x.child() {
		if _, given := x.attr("locked"); given && x.named(nsMain) == "protection" {
			locked = x.flag("locked")
		}
		x.skip()
	}
	return locked
}

// bounded refuses lists that are too long.
func (r *Reader) bounded(x *scanner, n int) {
	if n > r.lim.Lists {
		x.over(finding.LimitLists, r.lim.Lists, "项")
	}
}

// index returns an attribute that counts from 0; false where it is absent. What is
// no such number is a fault.
func (x *scanner) index(name string) (int, bool) {
	v, ok := x.attr(name)
	if !ok {
		return 0, false
	}
	n, err := strconv.ParseUint(string(trimmed(v)), 10, 31)
	if err != nil {
		return 0, x.fail(finding.PartUnfit, finding.Given(name+"="+string(v)))
	}
	return int(n), true
}
