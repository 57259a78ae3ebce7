package reading

import (
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/text"
)

// rejoined returns the document with paragraphs put together that were broken
// where a line was full, or within a bracket, as text copied from a PDF is.
func rejoined(doc *document.Document) *document.Document {
	whole := *doc
	whole.Blocks = nil
	width := wrapWidth(doc.Blocks)
	for i, b := range doc.Blocks {
		after := ""
		if i+1 < len(doc.Blocks) {
			after = doc.Blocks[i+1].Text
		}
		if n := len(whole.Blocks); n > 0 && b.Rows == nil && doc.Blocks[i-1].Rows == nil &&
			continues(whole.Blocks[n-1].Text, doc.Blocks[i-1].Text, b.Text, after, width) {
			whole.Blocks[n-1].Text += b.Text
			continue
		}
		whole.Blocks = append(whole.Blocks, b)
	}
	return &whole
}

// wrapWidth returns at how many characters the document's lines are broken, 0
// where paragraphs are whole: many lines are as long as the longest, and few of
// these end a sentence.
func wrapWidth(blocks []document.Block) int {
	longest, full, open, all := 0, 0, 0, 0
	for _, b := range blocks {
		longest = max(longest, len([]rune(b.Text)))
	}
	if longest < 15 || longest > 60 {
		return 0
	}
	for _, b := range blocks {
		all++
		if len([]rune(b.Text)) >= longest-3 {
			full++
			if !clause.EndsSentence(b.Text) {
				open++
			}
		}
	}
	if full < 4 || full*4 < all || open*2 < full {
		return 0
	}
	return longest
}

// continues reports whether a line goes on with the paragraph so far, whose last
// line is given too, and the line after it.
func continues(paragraph, last, line, after string, width int) bool {
	if kind, _, _ := splitMark(line); kind != markNone {
		return false
	}
	if endsInPause(paragraph) && lineLabel(line) == "" {
		return true
	}
	if furniture(line) {
		return false
	}
	if width > 0 && len([]rune(last)) >= width-3 && !clause.EndsSentence(last) && clause.OpenerOf(last) < 0 {
		return true
	}
	open := unclosed(paragraph)
	return open != "" && len([]rune(open)) <= longestOpen && (unopened(line) || unopened(line+after) && unclosed(after) == "")
}

// longestOpen is more characters than are behind the bracket of a clause that was broken at the end of a line.
const longestOpen = 200

// endsInPause reports whether a paragraph cannot be at its end: its last mark is 、, or a comma behind units
// with their label.
func endsInPause(paragraph string) bool {
	s := strings.TrimRight(text.HalfWidth(paragraph), " ")
	if strings.HasSuffix(s, "、") {
		return true
	}
	label, _, found := strings.Cut(s, ":")
	return found && strings.HasSuffix(s, ",") && (strings.HasSuffix(label, "单位") || strings.HasSuffix(label, "部门"))
}

// unclosed returns the text from the last bracket that is not closed, "" where
// all are.
func unclosed(s string) string {
	depth := 0
	runes := []rune(s)
	for i := len(runes) - 1; i >= 0; i-- {
		switch c := text.HalfRune(runes[i]); {
		case strings.ContainsRune(closers, c):
			depth++
		case strings.ContainsRune(openers, c):
			if depth--; depth < 0 {
				return string(runes[i:])
			}
		}
	}
	return ""
}

// unopened reports whether a bracket closes without having been opened.
func unopened(s string) bool {
	depth := 0
	for _, r := range s {
		switch c := text.HalfRune(r); {
		case strings.ContainsRune(openers, c):
			depth++
		case strings.ContainsRune(closers, c):
			if depth--; depth < 0 {
				return true
			}
		}
	}
	return false
}

const (
	openers = "([〈" // half-width
	closers = ")]〉"
)
