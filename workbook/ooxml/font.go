package ooxml

import "strings"

// white is the colour of a sheet's ground, as colours are compared.
const white = "FFFFFF"

// font is what matters of a font.
type font struct {
	struck bool
	colour string // "" where it is the usual one
}

// readFont reads a font element.
func readFont(x *scanner) (f font) {
	for x.child() {
		switch x.named(nsMain) {
		case "strike":
			f.struck = on(x)
		case "color":
			f.colour = colour(x)
		}
		x.skip()
	}
	return f
}

// readFill reads a fill element: the colour of its ground, "" where it has none.
func readFill(x *scanner) (ground string) {
	for x.child() {
		kind, _ := x.attr("patternType")
		solid := x.named(nsMain) == "patternFill" && string(kind) == "solid"
		if x.named(nsMain) == "gradientFill" {
			ground = "gradient"
		}
		for x.child() {
			if solid && x.named(nsMain) == "fgColor" {
				ground = colour(x)
			}
			x.skip()
		}
	}
	return ground
}

// on reports a property that is set by standing there, unless it says otherwise.
func on(x *scanner) bool {
	v, given := x.attr("val")
	return !given || string(v) != "0" && string(v) != "false"
}

// colour is a colour by its digits, or by its place in the theme or the palette.
func colour(x *scanner) string {
	if v, ok := x.attr("rgb"); ok {
		s := strings.ToUpper(string(v))
		return s[max(0, len(s)-len(white)):]
	}
	if v, ok := x.attr("theme"); ok {
		if _, tinted := x.attr("tint"); string(v) == "0" && !tinted {
			return white
		}
		return "theme" + string(v)
	}
	if v, ok := x.attr("indexed"); ok {
		switch string(v) {
		case "1", "9":
			return white
		case "64", "65":
			return ""
		}
		return "indexed" + string(v)
	}
	return ""
}
