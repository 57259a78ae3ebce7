package consolidate

import (
	"strings"
	"unicode/utf8"

	"tianbao/templates/layout"
)

const cutNote = "……(超过单元格上限,以下略,全文见原报送文件)"

// kept returns a text up to what a cell can hold, and whether something was left
// out.
func kept(text string) (string, bool) {
	if utf16Len(text) <= layout.MaxText {
		return text, false
	}
	room := layout.MaxText - utf8.RuneCountInString(cutNote)
	for i, r := range text {
		if room -= 1 + astral(r); room < 0 {
			return text[:i] + cutNote, true
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

// said joins what several units say in a column, each under its name where there
// are several.
func said(records []*Record, col layout.Key) string {
	var parts []string
	for _, r := range records {
		if t := r.Shown(col); t != "" {
			parts = append(parts, wordIf(len(records) > 1, r.Unit+":")+t)
		}
	}
	return strings.Join(parts, "\n")
}

// accounts joins what supporting units did, each under its name.
func accounts(records []*Record) string {
	var parts []string
	for _, r := range records {
		if t := or(r.Shown(layout.Account), r.Shown(layout.Joined)); t != "" {
			parts = append(parts, r.Unit+":"+t)
		}
	}
	return strings.Join(parts, "\n")
}

// none reports an answer that says that there is nothing to say.
func none(text string) bool {
	switch strings.Trim(strings.TrimSpace(text), "。.") {
	case "", "无", "暂无", "没有", "无问题", "不适用", "-", "—", "/":
		return true
	}
	return false
}
