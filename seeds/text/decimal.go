package text

import (
	"github.com/shopspring/decimal"
)

// Significant is how many digits of a number count: a double holds no more, what
// follows is noise of the binary form.
const Significant = 15

// The bounds of numbers that are taken: powers of ten of the first and the last
// digit. What lies beyond is refused before anything is computed with it.
const (
	highest = 30
	lowest  = -60
)

// Literal is a decimal number as it is written: ±coef·10^exp, coef without trailing
// zeros and of at most Significant digits.
type Literal struct {
	coef    int64
	exp     int
	digits  int // of coef
	places  int // behind the point, as written
	neg     bool
	Rounded bool // digits that were not zero have been cut
	Grouped bool // thousands separators
	Plain   bool // spelled as decimal.String would: no sign +, exponent, needless zeros
}

// Decimal reads a text that is one number and nothing else, spaces around it, width
// of its characters and thousands separators aside. It keeps the decimal places as
// they are written: 10.0 has one.
func Decimal(s string) (decimal.Decimal, bool) {
	s = Marks(Trim(s))
	l, n := Scan(s)
	if n == 0 || n != len(s) || !l.Bounded() {
		return decimal.Zero, false
	}
	return l.Decimal().Add(decimal.New(0, -int32(min(l.places, Significant)))), true
}

// IsPlain reports whether a text is a number as Decimal prints it, of no more digits
// than a cell holds: written into a cell as a number it comes back unchanged.
func IsPlain(s string) bool {
	l, n := Scan(s)
	return n > 0 && n == len(s) && n <= Significant+1 && l.Plain
}

// Scan reads a number at the start of s: sign, digits with or without thousands
// separators, fraction, exponent. n is how much of s it took, 0 where s does not
// start with a number.
func Scan(s string) (l Literal, n int) {
	i := 0
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		l.neg = s[i] == '-'
		i++
	}
	signed := i
	first := i
	i, l.Grouped = integerEnd(s, i)
	whole := i - first
	dot := i
	if i < len(s) && s[i] == '.' {
		for i++; i < len(s) && Digit(s[i]); i++ {
		}
	}
	fraction := max(i-dot-1, 0)
	if whole+fraction == 0 {
		return Literal{}, 0
	}
	power, used := exponent(s[i:])
	l.places = fraction
	l.gather(s[first:i], fraction)
	if l.coef != 0 {
		l.exp += power
	}
	l.Plain = used == 0 && !l.Grouped && s[0] != '+' && whole > 0 && (whole == 1 || s[signed] != '0') &&
		(i == dot || fraction > 0 && s[i-1] != '0') && !l.Rounded && (l.coef != 0 || !l.neg)
	return l, i + used
}

// integerEnd finds the end of the digits from i on, and whether they are in
// groups of three, as in 1,234,567. Commas that do not group end the number.
func integerEnd(s string, i int) (end int, grouped bool) {
	start := i
	for i < len(s) && Digit(s[i]) {
		i++
	}
	if n := i - start; n < 1 || n > 3 {
		return i, false
	}
	for i+3 < len(s) && s[i] == ',' && Digit(s[i+1]) && Digit(s[i+2]) && Digit(s[i+3]) && (i+4 == len(s) || !Digit(s[i+4])) {
		i += 4
		grouped = true
	}
	return i, grouped
}

// Digit reports one of 0 to 9.
func Digit(c byte) bool { return c >= '0' && c <= '9' }

// exponent reads E+15 at the start of s; a power beyond any use is cut to one
// that is out of bounds anyway.
func exponent(s string) (power, n int) {
	if len(s) < 2 || s[0] != 'e' && s[0] != 'E' {
		return 0, 0
	}
	i, neg := 1, false
	if s[i] == '+' || s[i] == '-' {
		neg = s[i] == '-'
		i++
	}
	start := i
	for ; i < len(s) && Digit(s[i]); i++ {
		if power < 1_000_000 {
			power = power*10 + int(s[i]-'0')
		}
	}
	if i == start {
		return 0, 0
	}
	if neg {
		power = -power
	}
	return power, i
}

// gather takes the digits of a number into coef and exp, rounding half away from
// zero to the digits that count.
func (l *Literal) gather(s string, fraction int) {
	l.exp = -fraction
	dropped, next := 0, byte('0')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case !Digit(c):
		case l.digits < Significant:
			l.coef = l.coef*10 + int64(c-'0')
			if l.coef != 0 {
				l.digits++
			}
		default:
			if dropped == 0 {
				next = c
			}
			dropped++
			l.Rounded = l.Rounded || c != '0'
		}
	}
	l.exp += dropped
	if next >= '5' {
		l.coef++
	}
	l.strip()
}

// strip moves the trailing zeros of coef into exp.
func (l *Literal) strip() {
	if l.coef == 0 {
		l.exp, l.digits = 0, 0
		return
	}
	l.digits = 0
	for l.coef%10 == 0 {
		l.coef /= 10
		l.exp++
	}
	for c := l.coef; c > 0; c /= 10 {
		l.digits++
	}
}

// Shift multiplies by a power of ten.
func (l *Literal) Shift(power int) {
	if l.coef != 0 {
		l.exp += power
	}
}

// Equal reports whether two literals are one number.
func (l *Literal) Equal(other Literal) bool {
	return l.coef == other.coef && l.exp == other.exp && (l.neg == other.neg || l.coef == 0)
}

// Bounded reports whether the number is of a size that is taken.
func (l *Literal) Bounded() bool {
	return l.coef == 0 || l.exp+l.digits <= highest && l.exp >= lowest
}

// Decimal returns the number; only of a bounded one.
func (l *Literal) Decimal() decimal.Decimal {
	c := l.coef
	if l.neg {
		c = -c
	}
	return decimal.New(c, int32(l.exp))
}
