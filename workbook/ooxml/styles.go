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
	struck bool   // its font is struck out
	unseen Unseen // by its font, its ground and its alignment
	light  bool   // its ground is white or nearly so
	shrunk bool   // it is shown smaller where it does not fit
	shape  uint16 // of its number format, 0 where that shows everything as it is
}

// noStyles stands for a workbook without a style table: everything is General and
// locked.
var noStyles = []style{{locked: true}}

// readStyles reads number formats, fonts, fills and cell formats.
func (r *Reader) readStyles(x *scanner) {
	codes := map[int]string{}
	var fonts []font
	var fills []string // colour of the ground, "" where there is none
	var used []xf
	for x.child() {
		switch x.named(nsMain) {
		case "numFmts":
			for x.child() {
				if x.named(nsMain) == "numFmt" {
					id, _ := x.index("numFmtId")
					code, _ := x.attr("formatCode")
					codes[id] = string(code)
					r.bounded(x, len(codes))
				}
				x.skip()
			}
		case "fonts":
			for x.child() {
				fonts = append(fonts, readFont(x))
				r.bounded(x, len(fonts))
			}
		case "fills":
			for x.child() {
				fills = append(fills, readFill(x, false))
				r.bounded(x, len(fills))
			}
		case "cellXfs":
			for x.child() {
				if x.named(nsMain) != "xf" {
					x.skip()
					continue
				}
				used = append(used, readXf(x))
				r.bounded(x, len(used))
			}
		case "dxfs":
			for x.child() {
				r.veils = append(r.veils, r.readVeil(x))
				r.bounded(x, len(r.veils))
			}
		default:
			x.skip()
		}
	}
	for _, u := range used {
		r.styles = append(r.styles, r.styleOf(u, codes, fonts, fills))
	}
}

// xf is a cell format by the tables that it refers to.
type xf struct {
	format, font, fill int
	locked             bool
	repeated           bool // its alignment fills the cell with it
	shrunk             bool // its alignment makes it fit
}

func readXf(x *scanner) (u xf) {
	u.format, _ = x.index("numFmtId")
	u.font, _ = x.index("fontId")
	u.fill, _ = x.index("fillId")
	u.locked = true
	for x.child() {
		switch x.named(nsMain) {
		case "protection":
			if _, given := x.attr("locked"); given {
				u.locked = x.flag("locked")
			}
		case "alignment":
			v, _ := x.attr("horizontal")
			u.repeated, u.shrunk = string(v) == "fill", x.flag("shrinkToFit")
		}
		x.skip()
	}
	return u
}

// styleOf puts together what matters of a cell format.
func (r *Reader) styleOf(u xf, codes map[int]string, fonts []font, fills []string) style {
	st := style{locked: u.locked, shrunk: u.shrunk}
	code, own := codes[u.format]
	if own {
		st.format = formatOf(code)
	} else {
		st.format, code = builtin(u.format), builtinCodes[u.format]
	}
	if code != "" {
		st.shape = r.shapeIndex(code)
	}
	ground := ""
	if u.fill < len(fills) {
		ground = fills[u.fill]
	}
	st.light = light(ground)
	if u.font < len(fonts) {
		st.struck, st.unseen = fonts[u.font].struck, fonts[u.font].unseenBy(ground, u.repeated)
	}
	return st
}

// shapeIndex enters the shape of a format code, from 1; 0 where it has none.
func (r *Reader) shapeIndex(code string) uint16 {
	if i, ok := r.shapeOf[code]; ok {
		return i
	}
	if r.shapeOf == nil {
		r.shapeOf = map[string]uint16{}
	}
	i := uint16(0)
	if f := shapeOf(code); f != nil && len(r.shapes) < 1<<16-1 {
		r.shapes = append(r.shapes, f)
		i = uint16(len(r.shapes))
	}
	r.shapeOf[code] = i
	return i
}

// stylesRead is the part of styles that was read last, as it is packed, and what it
// says. Workbooks that were issued together and saved by one program have the same.
type stylesRead struct {
	packed []byte
	crc    uint32
	size   int64
	stored bool
	styles []style
	shapes []*Shape
	veils  []Veil
}

const maxStylesKept = 256 << 10

// stylesPart reads the styles; those of a part that is the same to the byte as the
// last one are known.
func (r *Reader) stylesPart(key string) error {
	e, last := r.dir.find(key), &r.lastStyles
	if e != nil && !e.read && len(last.styles) > 0 && e.crc == last.crc && e.size == last.size && e.stored == last.stored && bytes.Equal(e.packed, last.packed) {
		e.read = true
		r.styles, r.shapes, r.veils = append(r.styles, last.styles...), append(r.shapes, last.shapes...), append(r.veils, last.veils...)
		return nil
	}
	err := r.part(key, nsMain, "styleSheet", r.readStyles)
	if err == nil && len(e.packed) <= maxStylesKept {
		*last = stylesRead{append(last.packed[:0], e.packed...), e.crc, e.size, e.stored, append(last.styles[:0], r.styles...), append(last.shapes[:0], r.shapes...), append(last.veils[:0], r.veils...)}
	}
	return err
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
