package consolidate

import (
	"tianbao/consolidate/store"
	"tianbao/templates/layout"
)

// The words of what is not known, beside store.Open.
const (
	WordBlocked = "待核实"
	WordMissing = "未填报"
)

// StatusWord is the word that counts for an item.
func (l *ItemLine) StatusWord() string {
	switch {
	case l.Status.Open():
		return store.Open
	case l.Status.Text != "":
		return l.Status.Text
	case l.Status.Blocked:
		return WordBlocked
	}
	return WordMissing
}

// Statuses lists every word that an item can count under, in order.
func Statuses() []string {
	return append(layout.Options(layout.ListStatus), store.Open, WordBlocked, WordMissing)
}
