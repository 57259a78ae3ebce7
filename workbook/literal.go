package workbook

import (
	"github.com/shopspring/decimal"
)

// significant is how many digits of a number count: a double holds no more, what
// follows is noise of the binary form.
const significant = 15

// The bounds of numbers that are taken: powers of ten of the first and the last
// digit. What lies beyond is refused before anything is computed with it.
const (
	highest = 30
	lowest  = -60
)

// literal is a decimal number as scanned: ±coef·10^exp, coef without trailing
// zeros and of at most 15 digits.
type literal struct {
	coef    int64
	exp     int
	digits  int // of coef
	neg     bool
	rounded bool // digits that were not zero have been cut
	grouped bool // thousands separators
	plain   bool // spelled as decimal.String would: no sign +, exponent, needless zeros
}

// scan reads a number at the start of s: sign, digits with or without thousands
// separators, fraction, exponent. n is how much of s it took, 0 where s does not
// start with a number.
func scan(s string) (l literal, n int) {
	i := 0
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		l.neg = s[i] == '-'
		i++
	}
	signed := i
	first := i
	i, l.grouped = integerEnd(s, i)
	whole := i - first
	dot := i
	if i < len(s) && s[i] == '.' {
		for i++; i < len(s) && digit(s[i]); i++ {
		}
	}
	fraction := max(i-dot-1, 0)
	if whole+fraction == 0 {
		return literal{}, 0
	}
	power, used := exponent(s[i:])
	l.gather(s[first:i], fraction)
	if l.coef != 0 {
		l.exp += power
	}
	l.plain = used == 0 && !l.grouped && s[0] != '+' && whole > 0 && (whole == 1 || s[signed] != '0') &&
		(i == dot || fraction > 0 && s[i-1] != '0') && !l.rounded && (l.coef != 0 || !l.neg)
	return l, i + used
}

// integerEnd finds the end of the digits from i on, and whether they are in
// groups of three, as in 1,234,567. Commas that do not group end the number.
func integerEnd(s string, i int) (end int, grouped bool) {
	start := i
	for i < len(s) && digit(s[i]) {
		i++
	}
	if n := i - start; n < 1 || n > 3 {
		return i, false
	}
	for i+3 < len(s) && s[i] == ',' && digit(s[i+1]) && digit(s[i+2]) && digit(s[i+3]) && (i+4 == len(s) || !digit(s[i+4])) {
		i += 4
		grouped = true
	}
	return i, grouped
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

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
	for ; i < len(s) && digit(s[i]); i++ {
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
func (l *literal) gather(s string, fraction int) {
	l.exp = -fraction
	dropped, next := 0, byte('0')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case !digit(c):
		case l.digits < significant:
			l.coef = l.coef*10 + int64(c-'0')
			if l.coef != 0 {
				l.digits++
			}
		default:
			if dropped == 0 {
				next = c
			}
			dropped++
			l.rounded = l.rounded || c != '0'
		}
	}
	l.exp += dropped
	if next >= '5' {
		l.coef++
	}
	l.strip()
}

// strip moves the trailing zeros of coef into exp.
func (l *literal) strip() {
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

// bounded reports whether the number is of a size that is taken.
func (l *literal) bounded() bool {
	return l.coef == 0 || l.exp+l.digits <= highest && l.exp >= lowest
}

// decimal returns the number; only of a bounded one.
func (l *literal) decimal() decimal.Decimal {
	c := l.coef
	if l.neg {
		c = -c
	}
	return decimal.New(c, int32(l.exp))
}
