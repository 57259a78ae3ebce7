package plan

import (
	"strings"
)

// findTotals returns the sums a document states: a whole and, after 其中 or
// 包括, the parts that add up to it in the same unit. Parts that do not add up
// to the whole are examples of it and make no total.
func findTotals(items []Item) []Total {
	var totals []Total
	for i := range items {
		totals = append(totals, items[i].totals()...)
	}
	return totals
}

// totals returns the sums one item states.
func (it *Item) totals() []Total {
	var all []Total
	places := it.places()
	for from := 0; ; {
		at, n := partsFrom(it.Text[from:])
		if n == 0 {
			return all
		}
		at += from
		from = at + n
		if t, ok := it.totalAt(places, at); ok {
			all = append(all, t)
		}
	}
}

// partsFrom returns where the first word that introduces parts stands, and its
// length; 0 where there is none.
func partsFrom(text string) (at, length int) {
	at = len(text)
	for _, w := range []string{"其中", "包括", "包含"} {
		if i := strings.Index(text, w); i >= 0 && i < at {
			at, length = i, len(w)
		}
	}
	return at, length
}

// places returns where each target's phrase ends in the text, -1 where the text
// no longer holds it.
func (it *Item) places() []int {
	ends := make([]int, len(it.Targets))
	from := 0
	for i, t := range it.Targets {
		at := strings.Index(it.Text[from:], t.Phrase)
		if t.Phrase == "" || at < 0 {
			ends[i] = -1
			continue
		}
		words, _ := partsFrom(t.Phrase) // a whole may hold its parts in brackets
		if words == 0 {
			words = len(t.Phrase)
		}
		ends[i] = from + at + words
		from += at
	}
	return ends
}

// totalAt returns the total whose parts begin at a place of the text.
func (it *Item) totalAt(places []int, at int) (Total, bool) {
	whole, parts := it.partsAt(places, at)
	if whole < 0 || len(parts) < 2 {
		return Total{}, false
	}
	return it.sum(whole, parts)
}

// partsAt returns the target whose parts begin at a place of the text, -1 where
// there is none, and the targets that stand behind it in the sentence.
func (it *Item) partsAt(places []int, at int) (whole int, parts []int) {
	stop := len(it.Text)
	if i := strings.IndexAny(it.Text[at:], "。\n"); i >= 0 {
		stop = at + i
	}
	whole = -1
	for i, end := range places {
		switch {
		case end < 0 || end > stop:
		case end <= at:
			whole = i
		default:
			parts = append(parts, i)
		}
	}
	return whole, parts
}

// sum returns the total of the first parts that add up to the whole.
func (it *Item) sum(whole int, parts []int) (Total, bool) {
	t := it.Targets[whole]
	total := Total{Sum: t.ID}
	left := t.Min
	for _, i := range parts {
		part := it.Targets[i]
		if part.Unit != t.Unit || part.Op == Between || t.Op == Between || part.Min.Sign() <= 0 {
			break
		}
		left = left.Sub(part.Min)
		total.Parts = append(total.Parts, part.ID)
		if left.IsZero() && len(total.Parts) > 1 {
			return total, true
		}
	}
	return Total{}, false
}
