package reading

import (
	"regexp"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/text"
)

// rejoined returns the document with paragraphs put together that were broken
// where a line was full, or within a bracket, as text copied from a PDF is, and the marks of pages that were
// between them.
func rejoined(doc *document.Document) (*document.Document, []document.Block) {
	whole := *doc
	whole.Blocks = nil
	blocks := setClose(doc.Blocks)
	set := settingOf(blocks)
	lines, marks := withoutPageMarks(blocks, set)
	for i, b := range lines {
		after := untilClosed(lines[i:])
		if n := len(whole.Blocks); n > 0 && b.Rows == nil && lines[i-1].Rows == nil && len(whole.Blocks[n-1].Text) < longestParagraph &&
			set.continues(whole.Blocks[n-1].Text, lines[i-1], b, after) {
			whole.Blocks[n-1].Text += blankBetween(whole.Blocks[n-1].Text, b.Text) + b.Text
			continue
		}
		whole.Blocks = append(whole.Blocks, b)
	}
	for i := range whole.Blocks {
		if set.width > 0 && whole.Blocks[i].Rows == nil {
			whole.Blocks[i].Text = withoutStrayBlanks(whole.Blocks[i].Text)
		}
	}
	return &whole, marks
}

// untilClosed is the words of the lines behind the first, up to the one that closes a bracket opened before it; that of
// one line where none does.
func untilClosed(lines []document.Block) string {
	if len(lines) < 2 {
		return ""
	}
	after := ""
	for _, b := range lines[1:min(len(lines), longestBroken)] {
		if kind, _, _ := splitMark(b.Text); kind != markNone || b.Rows != nil {
			break
		}
		if after += b.Text; unopened(lines[0].Text + after) {
			return after
		}
	}
	return lines[1].Text
}

// longestBroken is more lines than a clause is broken into.
const longestBroken = 6

// enumerates is behind the first of several numbers that are no number of a paragraph: 一、二、三等奖.
var enumerates = regexp.MustCompile(`^[` + hanDigits + `]{1,2}[、等]`)

// longestParagraph is more bytes than a paragraph has: it bounds the work on a text without ends.
const longestParagraph = 9_000

// blankBetween is a blank where a line was broken between two words of Latin letters.
func blankBetween(before, line string) string {
	if text.EndsIn(before, latinLetters) && text.BeginsIn(line, latinLetters) {
		return " "
	}
	return ""
}

const latinLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// continues reports whether a line goes on with the paragraph so far, whose last line is given too, and the words
// of the line after it.
func (s setting) continues(paragraph string, last, b document.Block, after string) bool {
	line := b.Text
	full, open := s.width > 0 && s.fullBefore(last, b), !clause.EndsSentence(last.Text)
	if s.sameLine(last, b) {
		return true
	}
	if spacedRow(line) || spacedRow(last.Text) {
		return false
	}
	if s.indent > 0 && full && b.Indent == s.margin && last.Indent-s.margin <= widestIndent {
		return true
	}
	if kind, _, rest := splitMark(line); kind != markNone && !(full && open && enumerates.MatchString(text.HalfWidth(rest))) {
		return false
	}
	if s.width > 0 && !open && clause.OpenerOf(last.Text) < 0 && strings.ContainsRune(openers, text.HalfRune([]rune(line)[0])) {
		return true // the clause of the paragraph
	}
	inside := unclosed(paragraph)
	if endsInPause(paragraph) && lineLabel(line) == "" {
		return true
	}
	if furniture(line) && !(full && open && (inside != "" || labelsUnits(paragraph))) {
		return false
	}
	if s.width > 0 && !s.first(b) && b.Indent <= widestIndent && strings.HasSuffix(text.HalfWidth(paragraph), ",") && lineLabel(line) == "" {
		return true
	}
	if full && !s.first(b) && clause.OpenerOf(paragraph) < 0 && (inside != "" || lineLabel(line) == "") &&
		(open || edge(last) >= s.width-2) {
		return true
	}
	return inside != "" && len([]rune(inside)) <= longestOpen && (unopened(line) || unopened(line+after) && unclosed(after) == "")
}

// longestOpen is more characters than are behind the bracket of a clause that was broken at the end of a line.
const longestOpen = 200

// endsInPause reports whether a paragraph cannot be at its end: its last mark is 、, or a comma behind units
// with their label.
func endsInPause(paragraph string) bool {
	s := strings.TrimRight(text.HalfWidth(paragraph), " ")
	return strings.HasSuffix(s, "、") || strings.HasSuffix(s, ",") && labelsUnits(s)
}

// labelsUnits reports whether a paragraph begins with a label of units.
func labelsUnits(paragraph string) bool {
	label, _, found := strings.Cut(text.HalfWidth(paragraph), ":")
	return found && (strings.HasSuffix(label, "单位") || strings.HasSuffix(label, "部门"))
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
