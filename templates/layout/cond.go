package layout

import "slices"

// Cond is a condition over the texts of one row, as data: a rule evaluates it, and
// the self-check formula is printed from it. The zero Cond never holds.
type Cond struct {
	Op     CondOp
	Key    Key      // of CondIs and CondFilled
	Values []string // of CondIs
	Of     []Cond   // of CondAll, CondAny and CondNot (one)
}

// CondOp is the form of a condition.
type CondOp uint8

// The forms of a condition.
const (
	CondNever CondOp = iota
	CondAlways
	CondIs     // the cell is one of Values
	CondFilled // the cell is not blank
	CondAll
	CondAny
	CondNot
)

// Always holds for every row.
var Always = Cond{Op: CondAlways}

// Is holds where the cell is one of the values.
func Is(k Key, values ...string) Cond { return Cond{Op: CondIs, Key: k, Values: values} }

// Filled holds where the cell is not blank.
func Filled(k Key) Cond { return Cond{Op: CondFilled, Key: k} }

// Any holds where one of the conditions does.
func Any(of ...Cond) Cond { return Cond{Op: CondAny, Of: of} }

// All holds where all conditions do.
func All(of ...Cond) Cond { return Cond{Op: CondAll, Of: of} }

// Not holds where the condition does not.
func Not(c Cond) Cond { return Cond{Op: CondNot, Of: []Cond{c}} }

// Holds evaluates the condition; text gives the cleaned text of a cell of the
// row, "" where it is blank.
func (c Cond) Holds(text func(Key) string) bool {
	switch c.Op {
	case CondAlways:
		return true
	case CondIs:
		return slices.Contains(c.Values, text(c.Key))
	case CondFilled:
		return text(c.Key) != ""
	case CondAll:
		return !slices.ContainsFunc(c.Of, func(d Cond) bool { return !d.Holds(text) })
	case CondAny:
		return slices.ContainsFunc(c.Of, func(d Cond) bool { return d.Holds(text) })
	case CondNot:
		return !c.Of[0].Holds(text)
	}
	return false
}

// Asks reports whether the condition looks at a cell.
func (c Cond) Asks(k Key) bool {
	if c.Key == k && (c.Op == CondIs || c.Op == CondFilled) {
		return true
	}
	return slices.ContainsFunc(c.Of, func(d Cond) bool { return d.Asks(k) })
}

// Given reduces the condition by the cells whose text is known already: what is
// left speaks of the other cells only, and is Always or the zero Cond where
// nothing is left to ask.
func (c Cond) Given(known func(Key) (text string, ok bool)) Cond {
	switch c.Op {
	case CondIs, CondFilled:
		if text, ok := known(c.Key); ok {
			return truth(c.Holds(func(Key) string { return text }))
		}
	case CondNot:
		switch d := c.Of[0].Given(known); d.Op {
		case CondAlways, CondNever:
			return truth(d.Op == CondNever)
		default:
			return Not(d)
		}
	case CondAll:
		return join(c, known, CondNever, CondAlways)
	case CondAny:
		return join(c, known, CondAlways, CondNever)
	}
	return c
}

// join reduces an All or Any: one part of the decisive kind decides, parts of the
// idle kind say nothing.
func join(c Cond, known func(Key) (string, bool), decisive, idle CondOp) Cond {
	var left []Cond
	for _, part := range c.Of {
		switch part = part.Given(known); part.Op {
		case decisive:
			return part
		case idle:
		default:
			left = append(left, part)
		}
	}
	switch len(left) {
	case 0:
		return Cond{Op: idle}
	case 1:
		return left[0]
	}
	return Cond{Op: c.Op, Of: left}
}

func truth(holds bool) Cond {
	if holds {
		return Always
	}
	return Cond{}
}
