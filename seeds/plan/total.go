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
	for _, word := range partsIn.FindAllStringIndex(it.Text, -1) {
		if t, ok := it.totalAt(places, word[0]); ok {
			all = append(all, t)
		}
	}
	return all
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
		ends[i] = from + at + len(t.Phrase)
		if word := partsIn.FindStringIndex(t.Phrase); word != nil && word[0] > 0 {
			ends[i] = from + at + word[0] // a whole may hold its parts in brackets
		}
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
	stop := at + len(firstOf(it.Text[at:]))
	if i := strings.IndexAny(it.Text[at:stop], "。\n"); i >= 0 {
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
