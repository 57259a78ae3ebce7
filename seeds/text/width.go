// Package text is the one hand for what is written: the form in which texts are
// compared, what shows nothing, and what a numeral, a decimal, a date and a scaled
// unit of measure say. It knows characters and no cells: what may be in a cell,
// and what to say where something else does, is for others.
package text

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// HalfWidth is a text in plain characters, rune for rune.
func HalfWidth(s string) string {
	if ascii(s) {
		return s
	}
	return strings.Map(HalfRune, s)
}

// HalfRune is the plain form of a character that stands for another: half-width for
// full-width, one bracket for its kin, an ideograph for the radical that looks like
// it, a space for a blank of another width.
func HalfRune(r rune) rune {
	switch {
	case r < 0xa0, r >= 0x4e00 && r <= 0x9fff:
		return r
	case r >= 0xff01 && r <= 0xff5e:
		return r - 0xff01 + '!'
	case r >= smallFirst && r < smallFirst+rune(len(small)):
		return small[r-smallFirst]
	}
	switch r {
	case 0x3000, 0xa0:
		return ' '
	case 0xffe5:
		return 0xa5
	case 0x2236, 0xfe30: // the sign of a ratio and the mark of upright text, which look like it
		return ':'
	case '〔', '【', '〖':
		return '['
	case '〕', '】', '〗':
		return ']'
	}
	return ideograph(r)
}

// small are the plain forms of the small marks from smallFirst on, which old fonts of
// narrow columns have; a gap stays as it is.
var small = [...]rune{',', '、', '.', 0xfe53, ';', ':', '?', '!', '—', '(', ')', '{', '}', '[', ']', '#', '&', '*', '+', '-', '<', '>', '=', 0xfe67, '\\', '$', '%', '@'}

const smallFirst = 0xfe50

// Text that was copied from a PDF is often written in radicals, which look like the
// ideographs: ⽆ for 无, ⺠ for 民. Those of the Kangxi block, compatibility ideographs
// and digits of mathematics have a plain form in the standard; of the supplement
// Unicode's table of equivalent ideographs says it.
const supplement = "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"

var supplements = func() map[rune]rune {
	to, runes := map[rune]rune{}, []rune(supplement)
	for i := 0; i < len(runes); i += 2 {
		to[runes[i]] = runes[i+1]
	}
	return to
}()

// ideograph returns the ideograph or digit that a character stands for, else itself.
func ideograph(r rune) rune {
	switch {
	case r >= 0x2e80 && r <= 0x2ef3:
		if to, ok := supplements[r]; ok {
			return to
		}
	case r >= 0x2f00 && r <= 0x2fd5, r >= 0xf900 && r <= 0xfad9, r >= 0x1d7ce && r <= 0x1d7ff, r >= 0x2f800 && r <= 0x2fa1d:
		form := norm.NFKC.String(string(r))
		if to, n := utf8.DecodeRuneInString(form); n == len(form) {
			return to
		}
	}
	return r
}

// LineEnds turns every kind of line end to \n.
var LineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\f", "\n", "\v", "\n")
