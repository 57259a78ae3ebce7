package trial

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
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
	p := paints{t: t, fonts: w.styles.First("fonts").Kids, fills: w.styles.First("fills").Kids, cells: w.styles.First("cellXfs").Kids}
	for _, s := range w.sheets {
		used := map[[4]int]int{} // style by cell
		for _, c := range s.root.All("c") {
			at, _ := block(c.Attr["r"])
			style, _ := strconv.Atoi(c.Attr["s"]) // none is 0
			used[at] = style
			ink, ground := p.of(style)
			p.hold(s.name+"!"+c.Attr["r"], ink, ground)
		}
		for _, area := range s.root.All("conditionalFormatting") {
			for _, rule := range area.All("cfRule") {
				if n, err := strconv.Atoi(rule.Attr["dxfId"]); err == nil {
					p.change(s.name+"!"+area.Attr["sqref"], w.styles.First("dxfs").Kids[n], used)
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
	fonts, fills, cells []*Element
	faults              []string
}

// of returns the colours of a cell's text and ground.
func (p *paints) of(style int) (ink, ground string) {
	number := func(name string) int {
		n, err := strconv.Atoi(p.cells[style].Attr[name])
		if err != nil {
			p.t.Fatal(err)
		}
		return n
	}
	return colorOf(p.fonts[number("fontId")], "color", "000000"), colorOf(p.fills[number("fillId")], "fgColor", "FFFFFF")
}

func colorOf(e *Element, name, otherwise string) string {
	if e == nil {
		return otherwise
	}
	if c := e.First(name); c != nil && len(c.Attr["rgb"]) == 8 {
		return c.Attr["rgb"][2:]
	}
	return otherwise
}

// change holds a conditional format against the cells it is for.
func (p *paints) change(place string, rule *Element, used map[[4]int]int) {
	_, refs, _ := strings.Cut(place, "!")
	for ref := range strings.FieldsSeq(refs) {
		area, _ := block(ref)
		for at, style := range used {
			if at[0] < area[0] || at[0] > area[2] || at[1] < area[1] || at[1] > area[3] {
				continue
			}
			ink, ground := p.of(style)
			p.hold(place, colorOf(rule.First("font"), "color", ink), colorOf(rule.First("fill"), "bgColor", ground))
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
			n, err := strconv.ParseUint(color[2*i:2*i+2], 16, 8)
			if err != nil {
				t.Fatal(err)
			}
			c := float64(n) / 255
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
