package ooxml

import (
	"strings"

	"tianbao/seeds/text"
)

// Veil is a conditional format that, where its condition holds, strikes out or hides
// what is in its cells, or shows it otherwise.
type Veil struct {
	Block  Range
	Struck bool
	hidden bool // the text is pale, or not shown at all
	shape  uint16
	always bool   // the condition holds everywhere
	op     string // of a comparison with bounds: "lessThan" …; "" where it is not known
	bounds []string
}

// mostVeils is how many conditional formats of a sheet are looked at.
const mostVeils = 4096

// readVeil reads a conditional format of the styles.
func (r *Reader) readVeil(x *scanner) (v Veil) {
	var letters font
	ground := ""
	for x.child() {
		switch x.named(nsMain) {
		case "font":
			letters = readFont(x)
		case "fill":
			ground = readFill(x, true)
		case "numFmt":
			code, _ := x.attr("formatCode")
			v.shape = r.shapeIndex(string(code))
			x.skip()
		default:
			x.skip()
		}
	}
	v.Struck, v.hidden = letters.struck, letters.colour != "" && pale(letters.colour, ground)
	return v
}

// conditional reads a conditionalFormatting element.
func (s *sheet) conditional() {
	x := s.x
	ref, _ := x.attr("sqref")
	var blocks []Range
	for _, part := range strings.Fields(string(ref)) {
		if b, ok := blockRef([]byte(part)); ok && len(s.g.Veils)+len(blocks) < mostVeils {
			blocks = append(blocks, b)
		}
	}
	for x.child() {
		v, veils := s.rule()
		for _, b := range blocks {
			if v.Block = b; veils && len(s.g.Veils) < mostVeils {
				s.g.Veils = append(s.g.Veils, v)
			}
		}
	}
}

// rule reads a rule of a conditional format; veils is false where it hides nothing.
func (s *sheet) rule() (v Veil, veils bool) {
	x := s.x
	if i, ok := x.index("dxfId"); ok && i < len(s.r.veils) {
		v = s.r.veils[i]
	}
	kind, _ := x.attr("type")
	plain := string(kind) == "expression"
	if string(kind) == "cellIs" {
		op, _ := x.attr("operator")
		v.op = string(op)
	}
	for x.child() {
		switch x.named(nsMain) {
		case "formula":
			formula := strings.TrimSpace(string(x.text(nil)))
			v.bounds = append(v.bounds, formula)
			if plain && (strings.EqualFold(formula, "TRUE") || formula == "1") {
				v.always = true
			}
		case "dataBar", "iconSet":
			if _, given := x.attr("showValue"); given && !x.flag("showValue") {
				v.hidden, v.always = true, true
			}
			x.skip()
		default:
			x.skip()
		}
	}
	return v, v.Struck || v.hidden || v.shape > 0
}

// Veiled returns the conditional format that hides what is in a cell, strikes it
// out or shows it otherwise, or may do so: its condition is not worked out, unless it
// compares with a number. It is nil where there is none.
func (g *Grid) Veiled(b *Book, row int, c *Cell) *Veil {
	for i := range g.Veils {
		v := &g.Veils[i]
		if row < v.Block.Row1 || row > v.Block.Row2 || c.Col < v.Block.Col1 || c.Col > v.Block.Col2 || !v.may(c) {
			continue
		}
		as := Cell{Text: c.Text, Kind: c.Kind, Shape: v.shape}
		look, ok := b.Shown(&as)
		if v.Struck || v.hidden || ok && !look.Plain && look.Text != c.Text {
			return v
		}
	}
	return nil
}

// may reports whether the condition may hold for a cell.
func (v *Veil) may(c *Cell) bool {
	if v.always || v.op == "" || c.Kind != Number {
		return v.always || len(v.bounds) == 0 || !strings.EqualFold(v.bounds[0], "FALSE") && v.bounds[0] != "0"
	}
	d, ok := text.Decimal(c.Text)
	var cmp []int
	for _, bound := range v.bounds {
		to, number := text.Decimal(bound)
		ok = ok && number
		cmp = append(cmp, d.Cmp(to))
	}
	switch {
	case !ok || len(cmp) == 0 || len(cmp) == 1 && strings.HasSuffix(strings.ToLower(v.op), "between"):
		return true
	}
	switch v.op {
	case "lessThan":
		return cmp[0] < 0
	case "lessThanOrEqual":
		return cmp[0] <= 0
	case "greaterThan":
		return cmp[0] > 0
	case "greaterThanOrEqual":
		return cmp[0] >= 0
	case "equal":
		return cmp[0] == 0
	case "notEqual":
		return cmp[0] != 0
	case "between":
		return cmp[0] >= 0 && cmp[1] <= 0
	case "notBetween":
		return cmp[0] < 0 || cmp[1] > 0
	}
	return true
}
