package trial

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tianbao/seeds/markup"
)

// leastContrast of text on its ground is what can be read on a poor screen and a
// photocopy.
const leastContrast = 4.5

// Pale are the texts of a workbook whose colour stands out too little from that of
// their cell, as it is and where a conditional format changes it.
func Pale(t testing.TB, data []byte) []string {
	t.Helper()
	w := &excel{parts: Parts(t, data)}
	w.open(t)
	p := paints{t: t, fonts: first(w.styles, "fonts").Kids, fills: first(w.styles, "fills").Kids, cells: first(w.styles, "cellXfs").Kids}
	for _, s := range w.sheets {
		used := map[[4]int]int{} // style by cell
		for _, c := range all(s.root, "c") {
			at, _ := block(c.Attr("r"))
			style, _ := strconv.Atoi(c.Attr("s")) // none is 0
			used[at] = style
			ink, ground := p.of(style)
			p.hold(s.name+"!"+c.Attr("r"), ink, ground)
		}
		for _, area := range all(s.root, "conditionalFormatting") {
			for _, rule := range all(area, "cfRule") {
				if n, err := strconv.Atoi(rule.Attr("dxfId")); err == nil {
					p.change(s.name+"!"+area.Attr("sqref"), first(w.styles, "dxfs").Kids[n], used)
				}
			}
		}
	}
	slices.Sort(p.faults)
	return slices.Compact(p.faults)
}

// paints are the colours of a workbook's styles.
type paints struct {
	t                   testing.TB
	fonts, fills, cells []*markup.Node
	faults              []string
}

// of returns the colours of a cell's text and ground.
func (p *paints) of(style int) (ink, ground string) {
	number := func(name string) int { return Got(strconv.Atoi(p.cells[style].Attr(name)))(p.t) }
	return colorOf(p.fonts[number("fontId")], "color", "000000"), colorOf(p.fills[number("fillId")], "fgColor", "FFFFFF")
}

func colorOf(e *markup.Node, name, otherwise string) string {
	if rgb := first(e, name).Attr("rgb"); len(rgb) == 8 {
		return rgb[2:]
	}
	return otherwise
}

// change holds a conditional format against the cells it is for.
func (p *paints) change(place string, rule *markup.Node, used map[[4]int]int) {
	_, refs, _ := strings.Cut(place, "!")
	for ref := range strings.FieldsSeq(refs) {
		area, _ := block(ref)
		for at, style := range used {
			if at[0] < area[0] || at[0] > area[2] || at[1] < area[1] || at[1] > area[3] {
				continue
			}
			ink, ground := p.of(style)
			p.hold(place, colorOf(first(rule, "font"), "color", ink), colorOf(first(rule, "fill"), "bgColor", ground))
		}
	}
}

func (p *paints) hold(place, ink, ground string) {
	if c := Contrast(p.t, ink, ground); c < leastContrast {
		p.faults = append(p.faults, fmt.Sprintf("%s: %s on %s is %.1f : 1", place, ink, ground, c))
	}
}

// Contrast is that of two colours in six digits, as WCAG reckons it.
func Contrast(t testing.TB, a, b string) float64 {
	light := func(color string) float64 {
		sum := 0.0
		for i, weight := range [3]float64{0.2126, 0.7152, 0.0722} {
			c := float64(Got(strconv.ParseUint(color[2*i:2*i+2], 16, 8))(t)) / 255
			if c <= 0.03928 {
				sum += weight * c / 12.92
			} else {
				sum += weight * math.Pow((c+0.055)/1.055, 2.4)
			}
		}
		return sum
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
