package text

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Year is a year as it is said, 2024年; "" for none.
func Year(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year) + "年"
}

// Some is a count that is said where there is something to count: "" for 0.
func Some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// If is what is said where something holds, else "".
func If(holds bool, words string) string {
	if holds {
		return words
	}
	return ""
}

// Each is what say makes of each of a list.
func Each[T any](list []T, say func(T) string) []string {
	out := make([]string, len(list))
	for i, one := range list {
		out[i] = say(one)
	}
	return out
}

// JSON prints a value as JSON that people read too: indented, <, > and & as they are,
// with a line break at the end.
func JSON(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Cut is a text of at most so many characters, with … where it goes on.
func Cut(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// Units is a text's length as the format of workbooks counts it: in units of UTF-16.
func Units(text string) int {
	n := 0
	for _, r := range text {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}

// printedMarks are the marks of a keyboard with those that a Chinese document prints.
var printedMarks = map[rune]rune{',': '\uFF0C', ';': '\uFF1B', ':': '\uFF1A', '?': '\uFF1F', '!': '\uFF01'}

// Worded gives words of the program's own the marks of full width that Chinese print
// has; what stands in quotes, and brackets, stay as they are, since people look for them
// as they read.
func Worded(text string) string {
	if !strings.ContainsAny(text, ",;:?!") {
		return text
	}
	runes := []rune(text)
	out, quoted := slices.Clone(runes), rune(0)
	for i, r := range runes {
		mark, ok := printedMarks[r]
		switch {
		case quoted != 0:
			if r == quoted {
				quoted = 0
			}
		case r == '“':
			quoted = '”'
		case r == '"':
			quoted = '"'
		case ok && (besideMarks(runeAt(runes, i-1)) || besideMarks(runeAt(runes, i+1))):
			out[i] = mark
		}
	}
	return string(out)
}

// Printed gives a Chinese text the marks that an official document prints: full
// width beside Chinese, unchanged between Latin letters and digits.
func Printed(text string) string {
	runes := []rune(text)
	out := make([]rune, len(runes))
	copy(out, runes)
	var open []int
	for i, r := range runes {
		switch mark, ok := printedMarks[r]; {
		case ok && (besideMarks(runeAt(runes, i-1)) || besideMarks(runeAt(runes, i+1))):
			out[i] = mark
		case r == '(':
			open = append(open, i)
		case r == ')' && len(open) > 0:
			from := open[len(open)-1]
			open = open[:len(open)-1]
			if besideMarks(runeAt(runes, from-1)) || besideMarks(runeAt(runes, i+1)) || anyBeside(runes[from+1:i]) {
				out[from], out[i] = '\uFF08', '\uFF09'
			}
		}
	}
	return string(out)
}

func runeAt(runes []rune, i int) rune {
	if i < 0 || i >= len(runes) {
		return 0
	}
	return runes[i]
}

// besideMarks reports whether it is a character or a mark of Chinese text.
func besideMarks(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0x3040 || r >= 0xFF00 && r < 0xFFF0 || r == '“' || r == '”' || r == '%' || r == '(' || r == ')'
}

func anyBeside(runes []rune) bool {
	for _, r := range runes {
		if besideMarks(r) {
			return true
		}
	}
	return false
}
