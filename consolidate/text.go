package consolidate

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"tianbao/consolidate/store"
	"tianbao/templates/layout"
)

// CutNote ends a text that does not fit into a cell.
const CutNote = "……(超过单元格上限,以下略,全文见原报送文件)"

// Fit returns a text up to what a cell can hold, and whether something was left
// out.
func Fit(text string) (string, bool) {
	if utf16Len(text) <= layout.MaxText {
		return text, false
	}
	room := layout.MaxText - utf8.RuneCountInString(CutNote)
	for i, r := range text {
		if room -= 1 + astral(r); room < 0 {
			return text[:i] + CutNote, true
		}
	}
	return text, false
}

func utf16Len(text string) int {
	if len(text) < layout.MaxText {
		return len(text) // an upper bound is enough
	}
	n := utf8.RuneCountInString(text)
	for _, r := range text {
		n += astral(r)
	}
	return n
}

func astral(r rune) int {
	if r > 0xFFFF {
		return 1
	}
	return 0
}

// Said joins what several units say in a column, each under its name where there
// are several.
func Said(records []*store.Record, col layout.Key) string {
	var parts []string
	for _, r := range records {
		if t := r.Shown(col); t != "" {
			parts = append(parts, wordIf(len(records) > 1, r.Unit+":")+t)
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
