package text

import "strings"

// BeginsIn reports whether the first character of a text is one of some, EndsIn whether the last is.
func BeginsIn(s, chars string) bool { return strings.TrimLeft(s, chars) != s }
func EndsIn(s, chars string) bool   { return strings.TrimRight(s, chars) != s }

// Cursor goes through a text from its beginning and takes what it expects there; what
// is not there leaves it where it is.
type Cursor struct{ Rest string }

// Word takes the first of some words that is there, "" where none is.
func (c *Cursor) Word(words ...string) string {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(c.Rest, w); ok {
			c.Rest = rest
			return w
		}
	}
	return ""
}

// Number takes digits, as many as there are up to some number.
func (c *Cursor) Number(most int) string {
	n := 0
	for n < min(most, len(c.Rest)) && c.Rest[n] >= '0' && c.Rest[n] <= '9' {
		n++
	}
	return c.take(n)
}

// Year takes the year of a plan, without 年: 2027.
func (c *Cursor) Year() string {
	next := *c
	year := next.Number(len("2027"))
	if len(year) < len("2027") || year < "1900" || year >= "2200" {
		return ""
	}
	*c = next
	return year
}

// Month takes 6月.
func (c *Cursor) Month() string { return c.numbered("月") }

// Day takes 30日.
func (c *Cursor) Day() string { return c.numbered("日") }

func (c *Cursor) numbered(unit string) string {
	next := *c
	if next.Number(2) == "" || next.Word(unit) == "" {
		return ""
	}
	return c.take(len(c.Rest) - len(next.Rest))
}

func (c *Cursor) take(n int) string {
	taken := c.Rest[:n]
	c.Rest = c.Rest[n:]
	return taken
}
