package ooxml

import (
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/text"
)

// Look is what the sheet shows of a value.
type Look struct {
	Text     string // as shown, rounded
	Exact    string // the same with every digit of the number that is stored
	Plain    bool   // Exact is the number as stored, in brackets or with a sign of yuan perhaps
	Scaled   bool   // the number is shown smaller or larger than it is stored, percent apart
	Numerals bool   // in Chinese numerals; Text has digits all the same
	Fraction bool   // as a fraction; Text has a decimal all the same
	Day      bool   // of a date: year, month and day are shown
	Month    bool   // year and month are
}

// Shown is what the sheet shows of a cell. ok is false where its format says nothing:
// it is shown as stored.
func (b *Book) Shown(c *Cell) (look Look, ok bool) {
	if c.Shape == 0 || int(c.Shape) > len(b.Shapes) {
		if c.Kind == Number && c.Format == Percent { // by a format that is not told
			look, ok = inPercent.show(c.Text, false)
			look.Text = look.Exact
		}
		return look, ok
	}
	f := b.Shapes[c.Shape-1]
	switch c.Kind {
	case Number:
		return f.show(c.Text, b.Date1904)
	case Text:
		if f.words != nil {
			look.Text = f.words.fill(func(part) string { return c.Text })
			look.Exact = look.Text
			return look, true
		}
	}
	return look, false
}

var inPercent = shapeOf("0%")

// show is what the format shows of a number.
func (f *Shape) show(raw string, date1904 bool) (look Look, ok bool) {
	l, n := text.Scan(raw)
	if n != len(raw) || n == 0 || !l.Bounded() {
		return look, false
	}
	d := l.Decimal()
	s, signed := f.section(d)
	switch {
	case s == nil:
		return look, true
	case s.date:
		look.Text, ok = s.moments(d, date1904)
		look.Exact, look.Day = look.Text, s.names("y", "m", "d")
		look.Month = look.Day || s.names("y", "m")
		return look, ok
	case !shiftedBounded(l, -s.power):
		return look, false
	}
	look.Text, look.Exact = s.number(d.Abs(), false), s.number(d.Abs(), true)
	if signed && d.IsNegative() {
		look.Text, look.Exact = "-"+look.Text, "-"+look.Exact
	}
	look.Numerals, look.Fraction = s.numerals, s.fraction
	look.Scaled = s.power != 0 && s.power != percent
	look.Plain = plainly(look.Exact, d)
	return look, true
}

// percent is the power of ten by which a percent sign shows a number smaller.
const percent = -2

func shiftedBounded(l text.Literal, power int) bool {
	l.Shift(power)
	return l.Bounded()
}

// plainly reports whether a text shows a number as it is; a negative one may be in
// brackets, and percent are of a hundred.
func plainly(shown string, d decimal.Decimal) bool {
	shown = Unsigned(shown)
	if inner, ok := strings.CutPrefix(shown, "("); ok && d.IsNegative() && strings.HasSuffix(inner, ")") {
		shown, d = strings.TrimSuffix(inner, ")"), d.Neg()
	}
	if points, ok := strings.CutSuffix(shown, "%"); ok {
		shown, d = points, d.Shift(2)
	}
	l, n := text.Scan(shown)
	return n > 0 && n == len(shown) && l.Bounded() && l.Decimal().Equal(d)
}

// Unsigned is a number as shown without the sign of yuan and the blanks around it.
func Unsigned(shown string) string {
	return strings.Trim(strings.NewReplacer("\u00A5", "", "\uFFE5", "").Replace(shown), " \u00A0\u3000")
}

// section returns the section that a number is shown by, and whether the sign of a
// negative one is added to it; nil where none takes it.
func (f *Shape) section(d decimal.Decimal) (s *section, signed bool) {
	var rest []*section
	for i := range f.numbers {
		s := &f.numbers[i]
		if s.op == "" {
			rest = append(rest, s)
			continue
		}
		if bound, ok := text.Decimal(s.bound); ok && meets(d.Cmp(bound), s.op) {
			return s, true
		}
	}
	switch {
	case len(rest) == 0:
		return nil, false
	case len(rest) < len(f.numbers) || len(rest) == 1: // sections with conditions take the place of signs
		return rest[0], true
	case d.IsNegative():
		return rest[1], false
	case d.IsZero() && len(rest) > 2:
		return rest[2], false
	}
	return rest[0], false
}

func meets(cmp int, op string) bool {
	return cmp < 0 && strings.Contains(op, "<") || cmp > 0 && strings.Contains(op, ">") || cmp == 0 && strings.Contains(op, "=") && op != "<>"
}

// unseen reports whether it is a value that the format shows in white.
func (f *Shape) unseen(c *Cell) bool {
	switch {
	case !f.white:
	case c.Kind == Text:
		return f.words != nil && f.words.white
	case c.Kind == Number:
		if d, ok := text.Decimal(c.Text); ok {
			s, _ := f.section(d)
			return s != nil && s.white
		}
	}
	return false
}

// fill puts the parts together; what stands for a value is asked for.
func (s *section) fill(value func(part) string) string {
	var b strings.Builder
	for _, p := range s.parts {
		if p.kind == literal {
			b.WriteString(p.s)
		} else {
			b.WriteString(value(p))
		}
	}
	return b.String()
}

// number shows a number without its sign, with exact all of its digits.
func (s *section) number(d decimal.Decimal, exact bool) string {
	stored := d
	d = d.Shift(int32(-s.power))
	if s.fraction {
		return stored.String()
	}
	if s.scientific {
		return s.power10(d, exact)
	}
	if !exact && s.whole+s.places > 0 {
		d = d.Round(int32(s.places))
	}
	whole, behind, _ := strings.Cut(d.String(), ".")
	places := s.distribute(strings.TrimLeft(whole, "0"))
	i, j := 0, 0
	return s.fill(func(p part) string {
		switch {
		case p.kind == point:
			return "."
		case p.kind != place:
			return d.String()
		case i < s.whole:
			i++
			if i == s.whole && s.places == 0 && behind != "" { // exact
				return places[i-1] + "." + behind
			}
			return places[i-1]
		}
		j++
		digit := strings.Trim(p.s, "#?")
		switch {
		case j == s.places && j <= len(behind):
			digit = behind[j-1:]
		case j <= len(behind):
			digit = behind[j-1 : j]
		}
		return digit
	})
}

// distribute gives the digits before the point to their places, the last to the last
// and what is over to the first.
func (s *section) distribute(digits string) []string {
	list := make([]string, 0, s.whole)
	apart := false // words are among them
	least := 0
	for _, p := range s.parts {
		if p.kind == place && len(list) < s.whole {
			list = append(list, strings.Trim(p.s, "#?"))
			if least > 0 || p.s == "0" {
				least++
			}
		} else if len(list) > 0 && len(list) < s.whole {
			apart = true
		}
	}
	if len(list) == 0 {
		return list
	}
	if s.grouped && !apart {
		clear(list)
		list[0] = inThousands(strings.Repeat("0", max(0, least-len(digits))) + digits)
		return list
	}
	for i := len(list) - 1; i >= 0 && digits != ""; i-- {
		n := 1
		if i == 0 {
			n = len(digits)
		}
		list[i], digits = digits[len(digits)-n:], digits[:len(digits)-n]
	}
	return list
}

func inThousands(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// power10 shows a number by a power of ten.
func (s *section) power10(d decimal.Decimal, exact bool) string {
	if exact {
		return d.String()
	}
	e := int32(0)
	if !d.IsZero() {
		e = int32(d.NumDigits()) + d.Exponent() - 1
		if n := int32(max(1, s.whole)); n > 1 {
			e -= (e%n + n) % n
		}
	}
	mantissa := d.Shift(-e).StringFixed(int32(s.places))
	written := false
	return s.fill(func(p part) string {
		switch {
		case p.kind == powers:
			sign := "+"
			if e < 0 {
				sign = "-"
			}
			return "E" + sign + strings.TrimPrefix(decimal.New(int64(e), 0).String(), "-")
		case written:
			return ""
		}
		written = true
		return mantissa
	})
}
