package ooxml

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Unseen says why a reader of the sheet does not see what is in a cell.
type Unseen uint8

// The reasons why a value is not seen, or not as it is.
const (
	Seen      Unseen = iota
	Pale             // its colour is nearly that of the ground
	Tiny             // its letters are too small
	Symbols          // its font has pictures for letters
	Repeated         // the alignment repeats it across the cell
	ZeroOff          // the sheet does not show zeros
	PaleRun          // runs of it are pale or tiny
	Condition        // a conditional format may hide it
	Narrow           // its column is too narrow for the number
)

// white is the colour of a sheet's ground, black that of its letters, as colours are
// compared.
const (
	white = "FFFFFF"
	black = "000000"
)

// font is what matters of a font.
type font struct {
	struck  bool
	colour  string // "" where it is the usual one
	tiny    bool
	symbols bool
}

// readFont reads a font element, or the properties of a run.
func readFont(x *scanner) (f font) {
	for x.child() {
		switch x.named(nsMain) {
		case "strike":
			f.struck = on(x)
		case "color":
			f.colour = colour(x)
		case "sz":
			f.tiny = tinySize(x)
		case "name":
			v, _ := x.attr("val")
			name := strings.ToLower(string(v))
			f.symbols = strings.HasPrefix(name, "wingdings") || slices.Contains([]string{"webdings", "symbol", "marlett"}, name)
		}
		x.skip()
	}
	return f
}

// tinySize reports letters that nobody can read: of three points and less.
func tinySize(x *scanner) bool {
	v, _ := x.attr("val")
	size, err := strconv.ParseFloat(string(trimmed(v)), 64)
	return err == nil && size <= 3
}

// readFill reads a fill element: the colour of its ground, "" where it has none. In a
// conditional format, that is its background.
func readFill(x *scanner, conditional bool) (ground string) {
	for x.child() {
		kind, _ := x.attr("patternType")
		solid := x.named(nsMain) == "patternFill" && (string(kind) == "solid" || conditional)
		if x.named(nsMain) == "gradientFill" {
			ground = "gradient"
		}
		for x.child() {
			switch {
			case !solid:
			case !conditional && x.named(nsMain) == "fgColor", conditional && x.named(nsMain) == "bgColor":
				ground = colour(x)
			}
			x.skip()
		}
	}
	return ground
}

// on reports whether a property is set by standing there, unless it says otherwise.
func on(x *scanner) bool {
	v, given := x.attr("val")
	return !given || string(v) != "0" && string(v) != "false"
}

// theme are the colours of the usual theme, in the order in which cells name them.
var theme = []string{white, black, "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"}

// palette are the colours that cells name by number, from 8 on.
const palette = "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF" +
	"8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333"

// colour is a colour by its digits, "" where it is the usual one.
func colour(x *scanner) string {
	shade := ""
	if v, ok := x.attr("rgb"); ok {
		shade = strings.ToUpper(string(v))
		shade = shade[max(0, len(shade)-len(white)):]
	} else if v, ok := x.attr("theme"); ok {
		i, _ := strconv.Atoi(string(v))
		if i < 0 || i >= len(theme) {
			return ""
		}
		shade = theme[i]
	} else if v, ok := x.attr("indexed"); ok {
		i, _ := strconv.Atoi(string(v))
		if i >= 0 && i < 8 {
			i += 8
		}
		if i = (i - 8) * len(white); i < 0 || i >= len(palette) {
			return ""
		}
		shade = palette[i : i+len(white)]
	}
	if v, ok := x.attr("tint"); ok {
		if by, err := strconv.ParseFloat(string(v), 64); err == nil {
			shade = tinted(shade, by)
		}
	}
	return shade
}

// channels are red, green and blue of a colour, from 0 to 1.
func channels(shade string) (c [3]float64, ok bool) {
	v, err := strconv.ParseUint(shade, 16, 24)
	if err != nil || len(shade) != len(white) {
		return c, false
	}
	for i := range c {
		c[i] = float64(v>>(16-8*i)&0xff) / 0xff
	}
	return c, true
}

// tinted makes a colour lighter, by a share of what it lacks to white, or darker.
func tinted(shade string, by float64) string {
	c, ok := channels(shade)
	if !ok {
		return shade
	}
	v := uint64(0)
	for _, part := range c {
		if by < 0 {
			part *= max(0, 1+by)
		} else {
			part += (1 - part) * min(1, by)
		}
		v = v<<8 | uint64(part*0xff+0.5)
	}
	return strings.ToUpper(strconv.FormatUint(v|1<<24, 16)[1:])
}

// pale reports letters that do not stand out from their ground.
func pale(letters, ground string) bool {
	letters = cmp.Or(letters, black)
	ground = cmp.Or(ground, white)
	a, ok := channels(letters)
	b, known := channels(ground)
	if !ok || !known {
		return letters == ground
	}
	x, y := brightness(a)+0.05, brightness(b)+0.05
	return max(x, y) < 1.3*min(x, y)
}

// light reports whether a ground is white or nearly so.
func light(ground string) bool { return pale(white, ground) }

// brightness is how bright a colour appears.
func brightness(c [3]float64) float64 {
	for i, v := range c {
		c[i] = v * v // nearly as screens do it
	}
	return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
}

// unseenBy is why text in a font on a ground is not seen.
func (f font) unseenBy(ground string, repeated bool) Unseen {
	why := []bool{false, pale(f.colour, ground), f.tiny, f.symbols, repeated}
	return Unseen(max(0, slices.Index(why, true)))
}
