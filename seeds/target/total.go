package target

import (
	"strings"

	"tianbao/seeds/plan"
	"tianbao/seeds/words"
)

// Totals returns the sums a document states: a whole and, after 其中 or
// 包括, the parts that add up to it in the same unit. Parts that do not add up
// to the whole are examples of it and make no total.
func Totals(items []plan.Item) []plan.Total {
	var all []plan.Total
	for i := range items {
		all = append(all, totals(&items[i])...)
	}
	return all
}

// totals returns the sums one item states.
func totals(it *plan.Item) []plan.Total {
	var all []plan.Total
	for _, s := range Sums(it) {
		if len(s.Parts) < 2 {
			continue
		}
		if t, ok := s.total(it); ok {
			all = append(all, t)
		}
	}
	return all
}

// Sum is a whole and, behind a word such as 其中, its parts in the same sentence:
// indexes into the item's targets.
type Sum struct {
	Whole int
	Parts []int
}

// Sums finds the wholes of an item whose text names parts of them, whether the
// parts add up or not.
func Sums(it *plan.Item) []Sum {
	var all []Sum
	ends := places(it)
	for at := range it.Text {
		if partWords().Head(it.Text[at:]) == 0 {
			continue
		}
		if s := sumAt(it, ends, at); s.Whole >= 0 {
			all = append(all, s)
		}
	}
	return all
}

// partWords are before the parts of a whole: 其中.
func partWords() *words.Set { return words.Genre().Of("part") }

// places returns where each target's phrase ends in the text, -1 where the text
// no longer holds it.
func places(it *plan.Item) []int {
	ends := make([]int, len(it.Targets))
	from := 0
	for i, t := range it.Targets {
		at := strings.Index(it.Text[from:], t.Phrase)
		if t.Phrase == "" || at < 0 {
			ends[i] = -1
			continue
		}
		ends[i] = from + at + len(t.Phrase)
		if part := partWords().Index(t.Phrase); part > 0 {
			ends[i] = from + at + part // a whole may hold its parts in brackets
		}
		from += at
	}
	return ends
}

// sumAt returns the target whose parts begin at a place of the text, with Whole
// -1 where there is none, and the targets that are behind it in the sentence.
func sumAt(it *plan.Item, ends []int, at int) Sum {
	stop := at + len(firstOf(it.Text[at:]))
	if i := strings.IndexAny(it.Text[at:stop], "。\n"); i >= 0 {
		stop = at + i
	}
	s := Sum{Whole: -1}
	for i, end := range ends {
		switch {
		case end < 0 || end > stop:
		case end <= at:
			s.Whole = i
		default:
			s.Parts = append(s.Parts, i)
		}
	}
	return s
}

// total returns the total of the first parts that add up to the whole.
func (s Sum) total(it *plan.Item) (plan.Total, bool) {
	whole, parts := s.Whole, s.Parts
	t := it.Targets[whole]
	total := plan.Total{Sum: t.ID}
	left := t.Min
	for _, i := range parts {
		part := it.Targets[i]
		if part.Unit != t.Unit || part.Op == plan.Between || t.Op == plan.Between || part.Min.Sign() <= 0 {
			break
		}
		left = left.Sub(part.Min)
		total.Parts = append(total.Parts, part.ID)
		if left.IsZero() && len(total.Parts) > 1 {
			return total, true
		}
	}
	return plan.Total{}, false
}
