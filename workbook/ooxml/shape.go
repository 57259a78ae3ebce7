package ooxml

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tianbao/seeds/text"
)

// Shape is a number format that shows another number than is stored, or words beside
// it: scaled by commas or by a point that is a mere mark, 15.00亿 for 1500000000.
type Shape []section

// section is one part of a format code: for positive numbers, negative ones, zero; or
// for those that meet its condition.
type section struct {
	op, bound  string // of a condition: "", "<", ">=" …
	head, tail string // words before and after the digits
	power      int    // of ten, by which the number is shown smaller
	digits     bool   // the number itself is shown
	broken     bool   // words stand among the digits
}

// plain reports a section that shows the number as it is stored.
func (s *section) plain() bool {
	return s.digits && s.power == 0 && !s.broken && !worded(s.head) && !worded(s.tail)
}

// worded reports a text that says more than a sign, a bracket or a currency does.
func worded(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || r == '%' || r == '‰' || r == '℃' })
}

// shapeOf reads a format code; nil where all of it shows numbers as they are stored.
func shapeOf(code string) Shape {
	var shape Shape
	for {
		s, rest, more := sectionOf(code)
		shape = append(shape, s)
		if code = rest; !more {
			break
		}
	}
	if shape = shape[:min(len(shape), 3)]; !slices.ContainsFunc(shape, func(s section) bool { return !s.plain() }) {
		return nil
	}
	return shape
}

// sectionOf reads the section at the head of a format code.
func sectionOf(code string) (s section, rest string, more bool) {
	var words strings.Builder
	commas, behind, point, dotted := 0, 0, false, false
	digit := func() {
		switch w := words.String(); {
		case !s.digits:
			s.head = w
		case w == ".":
			dotted = true
		case strings.TrimSpace(w) != "":
			s.broken = true
		}
		words.Reset()
		if s.digits = true; !point {
			commas = 0
		}
		if dotted && !point {
			behind++
		}
	}
	for i := 0; i < len(code); {
		_, n := utf8.DecodeRuneInString(code[i:])
		switch c := code[i]; {
		case c == ';':
			return s.end(words.String(), commas, behind), code[i+1:], true
		case c == '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				end = len(code) - i - 1
			}
			words.WriteString(code[i+1 : i+1+end])
			n = min(end+2, len(code)-i)
		case (c == '\\' || c == '!') && i+1 < len(code):
			n = 1 + runeLen(code[i+1:])
			words.WriteString(code[i+1 : i+n])
		case (c == '_' || c == '*') && i+1 < len(code):
			n = 1 + runeLen(code[i+1:])
		case c == '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				end = len(code) - i - 1
			}
			s.bracket(code[i+1 : i+end])
			n = end + 1
		case c == '0' || c == '#' || c == '?', c == '@':
			digit()
		case c == '.' && s.digits:
			point = true
		case c == ',' && s.digits:
			commas++
		case c == '.' || c == ',':
		case c == 'E' && s.digits && i+1 < len(code) && (code[i+1] == '+' || code[i+1] == '-'):
			n = exponentEnd(code[i:])
		default:
			if g := generalLen(code[i:]); g > 0 {
				digit()
				n = g
				break
			}
			words.WriteString(code[i : i+n])
		}
		i += n
	}
	return s.end(words.String(), commas, behind), "", false
}

// end ends a section with the words after its digits.
func (s section) end(words string, commas, behind int) section {
	if s.tail = words; !s.digits {
		s.head, s.tail = words, ""
	}
	s.power = 3*commas + behind
	return s
}

// bracket takes a condition; colours, languages and currencies say nothing here.
func (s *section) bracket(inside string) {
	if n := len(inside) - len(strings.TrimLeft(inside, "<>=")); n > 0 {
		s.op, s.bound = inside[:n], strings.TrimSpace(inside[n:])
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

// Show is what the sheet shows of a number, but for rounding: its digits are exact. ok
// is false where that is the number as it is stored. bare says that it is shown scaled
// and nothing says how.
func (f Shape) Show(raw string) (shown string, bare, ok bool) {
	l, n := text.Scan(raw)
	if n != len(raw) || n == 0 || !l.Bounded() || len(f) == 0 {
		return raw, false, false
	}
	s := f.section(l)
	if s == nil || s.plain() {
		return raw, false, false
	}
	if !s.digits || s.broken {
		return s.head + s.tail, false, true
	}
	l.Shift(-s.power)
	if !l.Bounded() {
		return raw, false, false
	}
	bare = s.power != 0 && !worded(s.tail)
	return strings.TrimSpace(signless(s.head) + l.Decimal().String() + signless(s.tail)), bare, true
}

// signless is words beside a number without what says no more than its sign or its
// currency.
func signless(s string) string {
	if !worded(s) {
		return ""
	}
	return strings.Trim(s, " -+()¥￥$€")
}

// section returns the section that a number is shown by.
func (f Shape) section(l text.Literal) *section {
	for i := range f {
		if s := &f[i]; s.op != "" {
			if bound, n := text.Scan(s.bound); n == len(s.bound) && n > 0 && bound.Bounded() && l.Bounded() && meets(l.Decimal().Cmp(bound.Decimal()), s.op) {
				return s
			}
		}
	}
	var rest []*section
	for i := range f {
		if f[i].op == "" {
			rest = append(rest, &f[i])
		}
	}
	switch sign := l.Decimal().Sign(); {
	case len(rest) == 0:
		return nil
	case len(rest) < len(f) || len(rest) == 1: // sections with conditions take the place of signs
		return rest[0]
	case sign < 0:
		return rest[1]
	case sign == 0 && len(rest) > 2:
		return rest[2]
	}
	return rest[0]
}

func meets(cmp int, op string) bool {
	return cmp < 0 && strings.Contains(op, "<") || cmp > 0 && strings.Contains(op, ">") || cmp == 0 && strings.Contains(op, "=") && op != "<>"
}
