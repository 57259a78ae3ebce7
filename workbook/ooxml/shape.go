package ooxml

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Shape is a number format, as far as it changes what is seen of a value.
type Shape struct {
	numbers []section
	words   *section // of texts; nil where they are shown as they are
	white   bool     // a section is white on any ground
}

// section is one part of a format code: for positive numbers, negative ones, zero; or
// for those that meet its condition.
type section struct {
	op, bound     string // of a condition: "", "<", ">=" …
	parts         []part
	whole, places int  // digits before and behind the point
	power         int  // of ten, by which the number is shown smaller; percent is -2
	counted       bool // the number itself is shown
	grouped       bool // in thousands
	scientific    bool
	fraction      bool // 17 1/2
	numerals      bool // in Chinese numerals
	white         bool
	date          bool
}

// part is a piece of a section.
type part struct {
	kind partKind
	s    string
}

type partKind uint8

const (
	literal partKind = iota
	place            // of a digit: 0, # or ?
	point
	whole  // the number or the text, as it is: General, @
	powers // E+00
	moment // of a date or time, in small letters: yyyy, [h], am/pm; nn are minutes
)

// shapeOf reads a format code; nil where it shows everything as it is stored.
func shapeOf(code string) *Shape {
	f := &Shape{}
	var all []section
	for more := true; more && len(all) < 4; {
		var s section
		s, code, more = sectionOf(code)
		f.white = f.white || s.white
		all = append(all, s)
	}
	if last := &all[len(all)-1]; len(all) == 4 || slices.Contains(last.parts, asItIs[0]) {
		f.words, all = last, all[:len(all)-1]
	}
	if f.words != nil && slices.Equal(f.words.parts, asItIs) && !f.words.white {
		f.words = nil
	}
	f.numbers = all
	if len(all) == 0 && f.words != nil {
		f.numbers = []section{*f.words}
	}
	if f.words == nil && !f.white && (len(f.numbers) == 0 || len(f.numbers) == 1 && f.numbers[0].bare()) {
		return nil
	}
	return f
}

var asItIs = []part{{whole, "@"}}

// bare reports whether it is the general format, and no format at all.
func (s *section) bare() bool {
	return len(s.parts) == 0 || len(s.parts) == 1 && s.parts[0].kind == whole && !s.numerals
}

// sectionOf reads the section at the head of a format code.
func sectionOf(code string) (s section, rest string, more bool) {
	commas := 0
	for i := 0; i < len(code); {
		_, n := utf8.DecodeRuneInString(code[i:])
		switch c := code[i]; {
		case c == ';':
			s.end(commas)
			return s, code[i+1:], true
		case c == '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				end = len(code) - i - 1
			}
			s.add(literal, code[i+1:i+1+end])
			n = min(end+2, len(code)-i)
		case (c == '\\' || c == '!') && i+1 < len(code):
			n = 1 + runeLen(code[i+1:])
			s.add(literal, code[i+1:i+n])
		case c == '_' && i+1 < len(code):
			n = 1 + runeLen(code[i+1:])
			s.add(literal, " ")
		case c == '*' && i+1 < len(code):
			n = 1 + runeLen(code[i+1:])
			filling := ""
			if strings.ContainsAny(code[i+1:i+n], "+-0123456789") { // else what fills the cell is no part of its text
				filling = code[i+1 : i+n]
			}
			s.add(literal, filling)
		case c == '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				end = len(code) - i - 1
			}
			s.bracket(code[i+1 : i+end])
			n = end + 1
		case c == '0' || c == '#' || c == '?':
			if s.whole > 0 && s.places == 0 && commas > 0 && !s.has(point) {
				s.grouped, commas = true, 0
			}
			s.digit(string(c))
		case c == '@':
			s.counted = true
			s.add(whole, "@")
		case c == '.' && !s.date && !s.has(point) && (s.counted || i+1 < len(code) && strings.IndexByte("0#?", code[i+1]) >= 0):
			s.power += 3 * commas
			commas = 0
			s.add(point, ".")
		case c == ',' && s.counted:
			commas++
		case c == '%':
			s.power -= 2
			s.add(literal, "%")
		case c == '/' && s.counted && !s.date:
			s.fraction = true
		case c == 'E' && s.counted && i+1 < len(code) && (code[i+1] == '+' || code[i+1] == '-'):
			n = exponentEnd(code[i:])
			s.scientific = true
			s.add(powers, code[i:i+n])
		default:
			if g := generalLen(code[i:]); g > 0 {
				s.counted, n = true, g
				s.add(whole, "")
			} else if m := momentLen(code[i:]); m > 0 {
				s.moment(code[i : i+m])
				n = m
			} else {
				s.add(literal, code[i:i+n])
			}
		}
		i += n
	}
	s.end(commas)
	return s, "", false
}

func (s *section) add(k partKind, words string) { s.parts = append(s.parts, part{k, words}) }

func (s *section) has(k partKind) bool {
	return slices.ContainsFunc(s.parts, func(p part) bool { return p.kind == k })
}

// digit takes a place of the number; in a date it is of parts of a second.
func (s *section) digit(which string) {
	if s.date {
		return
	}
	s.counted = true
	if s.add(place, which); s.has(point) {
		s.places++
	} else {
		s.whole++
	}
}

// end ends a section. A point that is a mere mark between the digits, as in 0!.00,,
// scales the number.
func (s *section) end(commas int) {
	s.power += 3 * commas
	if s.has(point) || s.has(whole) {
		return
	}
	at, left := -1, s.whole
	for i, p := range s.parts {
		switch {
		case p.kind == place:
			left--
		case left == s.whole || left == 0:
		case p.kind != literal || p.s != "." || at >= 0:
			return
		default:
			at = i
			s.places = left
		}
	}
	if at >= 0 {
		s.parts[at].kind = point
		for i := at + 1; i < len(s.parts); i++ {
			if s.parts[i].kind == place {
				s.parts[i].s = "0" // as before the point: the last digits always stand
			}
		}
		s.whole -= s.places
		s.power += s.places
	}
}

// bracket takes a condition, a colour, a sign of currency, a way of writing numbers or
// a time that runs past its unit.
func (s *section) bracket(inside string) {
	low := strings.ToLower(inside)
	switch n := len(inside) - len(strings.TrimLeft(inside, "<>=")); {
	case n > 0:
		s.op, s.bound = inside[:n], strings.TrimSpace(inside[n:])
	case elapsed(inside):
		s.moment("[" + low + "]")
	case strings.HasPrefix(low, "$"):
		sign, _, _ := strings.Cut(inside[1:], "-")
		s.add(literal, sign)
	case strings.HasPrefix(low, "dbnum"):
		s.numerals = true
	case low == "white", low == "白色", strings.ReplaceAll(low, " ", "") == "color2", low == "颜色2":
		s.white = true
	}
}

// exponentEnd measures E+00 at the head of a code.
func exponentEnd(code string) int {
	n := 2
	for n < len(code) && strings.IndexByte("0#?", code[n]) >= 0 {
		n++
	}
	return n
}

func generalLen(code string) int {
	for _, g := range general {
		if len(code) >= len(g) && strings.EqualFold(code[:len(g)], g) {
			return len(g)
		}
	}
	return 0
}
