package ooxml

import (
	"slices"
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
	for part := range strings.FieldsSeq(string(ref)) {
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

// A number for which its column is too narrow is shown as ####.

// thin is a run of columns of a width, in characters.
type thin struct {
	first, last int
	width       float64
}

const (
	roomy      = 24.0    // a column of this width holds any number
	mostTight  = 4096    // cells that are remembered
	mostShown  = 1 << 16 // numbers with a format that are looked at: a return has fewer
	shortForm  = 6       // what a number of no format is shortened to: 1E+08
	usualSlack = 1.2     // letters may be smaller than the usual ones
)

// tight remembers a cell whose number its column cannot show. It leaves a margin: fonts differ.
func (s *sheet) tight(c *Cell) {
	i := slices.IndexFunc(s.narrow, func(n thin) bool { return n.first <= c.Col && c.Col <= n.last })
	if i < 0 || len(s.g.tight) >= mostTight {
		return
	}
	room := s.narrow[i].width*usualSlack + 1
	if float64(len(c.Text)) <= room && c.Shape == 0 {
		return
	}
	needed := 0
	if c.Shape > 0 {
		if s.shown++; s.shown > mostShown {
			return
		}
		look, _ := s.r.shapes[c.Shape-1].show(c.Text, false)
		for _, r := range text.Trim(look.Text) {
			if needed++; r >= 0x2e80 {
				needed++
			}
		}
	} else {
		whole, _, _ := strings.Cut(c.Text, ".")
		needed = min(len(whole), shortForm)
	}
	if float64(needed) > room {
		s.g.tight = append(s.g.tight, [2]int{s.row.R, c.Col})
	}
}

// Tight reports whether a cell shows #### in place of its number; not one of merged cells, which have
// more room.
func (g *Grid) Tight(row, col int) bool {
	return slices.Contains(g.tight, [2]int{row, col}) && !slices.ContainsFunc(g.Merges, func(m Range) bool { return m.Has(row, col) })
}
