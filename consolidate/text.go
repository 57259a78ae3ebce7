package consolidate

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"tianbao/consolidate/store"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
)

// CutNote ends a text that does not fit into a cell.
const CutNote = "……(超过单元格上限,以下略,全文见原报送文件)"

// Fit returns a text up to what a cell can hold, and whether something was left
// out.
func Fit(words string) (string, bool) {
	if len(words) <= layout.MaxText || text.Units(words) <= layout.MaxText {
		return words, false
	}
	room := layout.MaxText - utf8.RuneCountInString(CutNote)
	for i, r := range words {
		if room -= text.Units(string(r)); room < 0 {
			return words[:i] + CutNote, true
		}
	}
	return words, false
}

// Said joins what several units say in a column, each under its name where there
// are several.
func Said(records []*store.Record, col layout.Key) string {
	var parts []string
	for _, r := range records {
		if t := r.Shown(col); t != "" {
			parts = append(parts, text.If(len(records) > 1, r.Unit+":")+t)
		}
	}
	return strings.Join(parts, "\n")
}

// Accounts joins what supporting units did, each under its name.
func Accounts(records []*store.Record) string {
	var parts []string
	for _, r := range records {
		if t := cmp.Or(r.Shown(layout.Account), r.Shown(layout.Joined)); t != "" {
			parts = append(parts, r.Unit+":"+t)
		}
	}
	return strings.Join(parts, "\n")
}

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
