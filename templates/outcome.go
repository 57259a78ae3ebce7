package templates

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	words "tianbao/seeds/text"
	"tianbao/templates/layout"
)

// outcome is what the self-check gives for what is filled in already: the value that
// its formula is stored with.
func outcome(r *layout.Row, list []asked, text func(layout.Key) string, separate bool) string {
	given := func(k layout.Key) string { return typedText(text(k)) }
	word := untouched
	for _, a := range list {
		if !a.preset && text(a.Key) != "" {
			word = missing
		}
		separate = separate || a.Kind == layout.Choice && given(a.Key) == layout.Separate
	}
	if word == untouched && mayBeIdle(r) {
		return idle
	}
	excused := slices.ContainsFunc(list, func(a asked) bool { return a.Reason && isReason(given(a.Key)) })
	var told []string
	for _, group := range []struct {
		word string
		has  func(a asked, text string) bool
	}{
		{unexcused, func(a asked, text string) bool {
			return !excused && a.Kind == layout.Number && text == layout.NA && a.needed.Holds(given)
		}},
		{word, func(a asked, text string) bool { return !separate && text == "" && a.needed.Holds(given) }},
		{notNumber, func(a asked, text string) bool {
			_, _, bad := a.steps(text)
			return bad
		}},
		{beyond, asked.beyond},
		{offList, func(a asked, text string) bool {
			is := func(o string) bool { return words.Label(o) == words.Label(text) }
			return a.Kind == layout.Choice && text != "" && !slices.ContainsFunc(layout.Options(a.ListOf(r.Subject)), is)
		}},
		{vague, func(a asked, text string) bool { return has(a.Column, telling) && layout.SaysNothing(text) }},
		{distant, func(a asked, _ string) bool { return !excused && a.distant(text) }},
	} {
		var b strings.Builder
		for _, a := range list {
			if group.has(a, given(a.Key)) {
				b.WriteString(a.quoted())
			}
		}
		if b.Len() > 0 {
			told = append(told, group.word+b.String())
		}
	}
	if len(told) == 0 {
		return fine
	}
	return strings.Join(told, closing)
}

// typedText is what is in a cell that was filled with a value; a leading ' keeps a
// number text.
func typedText(value string) string { return words.Trim(strings.TrimPrefix(value, "'")) }

// isReason reports whether it is a reason as the formulas know one: a text that says nothing is told
// at its own cell.
func isReason(text string) bool {
	n := utf8.RuneCountInString(text)
	claims := n <= layout.ConfirmMost && slices.ContainsFunc(layout.ConfirmTails(), func(tail string) bool { return strings.HasSuffix(text, tail) })
	return n >= layout.ReasonLeast && !slices.Contains(layout.NoneWords(), text) && !claims
}

// distant reports whether a number is far from last year's, as farFrom does.
func (a asked) distant(text func(layout.Key) string) bool {
	value, ok := words.Decimal(text(a.Key))
	if a.far == layout.Unmeasured || !ok || !words.IsPlain(text(a.Key)) {
		return false
	}
	last, ok := words.Decimal(text(a.row.Before()))
	if !ok {
		return false
	}
	times, over := a.row.Pace()
	whole := value.IsInteger()
	value, last = value.Mul(decimal.NewFromInt(int64(over))), last.Mul(decimal.NewFromInt(int64(times)))
	scaled := func(n int) decimal.Decimal { return decimal.NewFromInt(int64(n * over)) }
	timesOf := func(d decimal.Decimal, n int64) decimal.Decimal { return d.Mul(decimal.NewFromInt(n)) }
	if a.far == layout.ByTimes {
		high, low := decimal.Max(value.Abs(), last.Abs()), decimal.Min(value.Abs(), last.Abs())
		return !last.IsZero() && !(whole && high.LessThan(scaled(layout.FarWholeBefore))) && high.GreaterThan(timesOf(low, layout.FarTimes))
	}
	if value.Sub(last).Abs().GreaterThan(scaled(layout.FarPoints)) {
		return true
	}
	high, low := decimal.Max(value, last), decimal.Min(value, last)
	return a.far == layout.ByShare && !last.IsZero() && !high.LessThan(scaled(layout.FarShareLeast)) && high.GreaterThan(timesOf(low, layout.FarShareTimes))
}

// measure is the unit of a number's cell.
func (a asked) measure() string {
	if a.Unit == nil {
		return "%"
	}
	return a.Unit(a.row.Subject)
}

// steps is what the formulas make of a number's text: the digits, their number, and
// whether they are none.
func (a asked) steps(text string) (digits string, n decimal.Decimal, bad bool) {
	if a.Kind != layout.Number || text == "" || text == layout.NA {
		return text, n, false
	}
	n, ok := words.Quantity(text, a.measure())
	digits = strings.TrimLeft(words.Marks(text), "+-")
	if noun := a.measure(); noun != "" {
		_, noun = words.Scaled(noun)
		if rest, cut := strings.CutSuffix(digits, noun); cut {
			digits = strings.TrimRight(rest, "万亿 ")
		}
	}
	return digits, n, !ok
}

// beyond reports whether a percentage cannot be.
func (a asked) beyond(text string) bool {
	least, most, bounded := a.Bounds(a.row.Subject)
	_, n, bad := a.steps(text)
	return bounded && a.Kind == layout.Number && text != "" && text != layout.NA && !bad && (n.LessThan(least) || n.GreaterThan(most))
}

// formulas keeps the self-checks of table rows by what sets them apart: the sheet,
// and what is asked of each cell.
type formulas struct{ made sync.Map }

// of returns the self-check of a table row, as the formula of a name that means
// the row it is used in.
func (f *formulas) of(s *layout.FormSheet, r *layout.Row, list []asked) string {
	key := checkedAlike{s.Sheet, signature(r, list)}
	if made, ok := f.made.Load(key); ok {
		return made.(string)
	}
	made, _ := f.made.LoadOrStore(key, selfCheck(list, columns{s.Sheet}, inRow(s)))
	return made.(string)
}

// checkedAlike names rows that are checked alike.
type checkedAlike struct {
	sheet *layout.Sheet
	rows  string
}

// signature tells rows that are checked alike.
func signature(r *layout.Row, list []asked) string {
	var b strings.Builder
	b.WriteString(string(r.Duty))
	for _, a := range list {
		b.WriteByte(' ')
		b.WriteString(a.heading)
		b.WriteByte(byte('0' + a.needed.Op))
		if b.WriteByte(byte('0' + a.far)); a.far != layout.Unmeasured {
			times, _ := a.row.Pace()
			b.WriteByte(byte('0' + times))
		}
		if a.Choices != nil {
			b.WriteString(string(a.ListOf(a.row.Subject)))
		}
		if least, most, ok := a.Bounds(a.row.Subject); ok {
			b.WriteString(least.String() + ".." + most.String())
		}
	}
	return b.String()
}
