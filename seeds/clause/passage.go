package clause

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tianbao/seeds/text"
)

// passage is a stretch of text in both widths, rune for rune: it is read half-width, marks
// of one use as one, and handed on as written.
type passage struct {
	raw, fold []rune
	sep       rune // the separator before it, where it is a part
}

func newPassage(s string) passage {
	p := passage{raw: []rune(s), fold: []rune(text.HalfWidth(s))}
	if strings.ContainsAny(s, "<＜") {
		p.closeAngles()
	}
	for i, c := range p.fold {
		p.fold[i] = plainMark(c)
	}
	return p
}

// plainMark is the mark that a rune is used for: ornaments of every kind are one sign, quotation marks of
// other scripts brackets.
func plainMark(c rune) rune {
	switch {
	case c == '「', c == '『':
		return '['
	case c == '」', c == '』':
		return ']'
	case c == '|', c == '\t':
		return ' '
	case c == '@':
		return sign
	case c > 0x2000 && c < 0x2e80 && (unicode.Is(unicode.So, c) || strings.ContainsRune("→⇒※•", c)):
		return sign
	}
	return c
}

// sign is every ornament: ★, →, ※. One at a name in a list tells it from the others.
const sign = '*'

// longestAngle is more runes than are between < and > where they are brackets.
const longestAngle = 12

// closeAngles folds 各县<市、区>政府 to the brackets it means; < of a number stays.
func (p passage) closeAngles() {
	for i, c := range p.fold {
		for k := i + 1; c == '<' && k < p.len() && k < i+longestAngle; k++ {
			if p.fold[k] == '>' {
				p.fold[i], p.fold[k] = '〈', '〉'
				break
			}
		}
	}
}

func (p passage) from(i int) passage   { return passage{raw: p.raw[i:], fold: p.fold[i:]} }
func (p passage) to(i int) passage     { return passage{raw: p.raw[:i], fold: p.fold[:i]} }
func (p passage) cut(i, j int) passage { return passage{raw: p.raw[i:j], fold: p.fold[i:j]} }
func (p passage) len() int             { return len(p.fold) }
func (p passage) empty() bool          { return len(p.fold) == 0 }
func (p passage) written() string      { return string(p.raw) }
func (p passage) folded() string       { return string(p.fold) }

// join puts another passage behind this one.
func (p passage) join(q passage) passage {
	return passage{append(p.raw[:p.len():p.len()], q.raw...), append(p.fold[:p.len():p.len()], q.fold...), p.sep}
}

const (
	openers = "([〈{"
	closers = ")]〉}"
	stops   = " 。;,." // half-width
	edges   = stops + "、:—"
	around  = edges + string(sign)
)

// trim drops the runes of a set at both ends.
func (p passage) trim(set string) passage {
	i, j := 0, p.len()
	for i < j && strings.ContainsRune(set, p.fold[i]) {
		i++
	}
	for j > i && strings.ContainsRune(set, p.fold[j-1]) {
		j--
	}
	part := p.cut(i, j)
	part.sep = p.sep
	return part
}

// parts splits at any of the separators that is outside brackets and quotation
// marks.
func (p passage) parts(separators string) []passage {
	var all []passage
	depth, start, sep := 0, 0, rune(0)
	part := func(end int) passage {
		one := p.cut(start, end)
		one.sep = sep
		return one
	}
	for i, c := range p.fold {
		switch {
		case strings.ContainsRune(openers, c) || c == '“' || c == '《':
			depth++
		case strings.ContainsRune(closers, c) || c == '”' || c == '》':
			depth = max(depth-1, 0)
		case depth == 0 && strings.ContainsRune(separators, c):
			all = append(all, part(i))
			start, sep = i+1, c
		}
	}
	return append(all, part(p.len()))
}

// longestBracket is more runes than a bracket has: it bounds the work on a text that is
// nothing but brackets.
const longestBracket = 4000

// deepestBracket is more brackets than are open within each other, for the same reason.
const deepestBracket = 16

// opener returns where the bracket opens that the passage ends with, -1 where it
// ends with none.
func (p passage) opener() int {
	if p.empty() || !strings.ContainsRune(closers, p.fold[p.len()-1]) {
		return -1
	}
	depth := 0
	for i := p.len() - 1; i >= max(0, p.len()-longestBracket); i-- {
		switch c := p.fold[i]; {
		case strings.ContainsRune(closers, c):
			if depth++; depth > deepestBracket {
				return -1
			}
		case strings.ContainsRune(openers, c):
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// closer returns where the bracket ends that opens at i, -1 where it never does or what
// it holds is past every bound.
func (p passage) closer(i int) int {
	depth := 0
	for k := i; k < min(p.len(), i+longestBracket); k++ {
		switch c := p.fold[k]; {
		case strings.ContainsRune(openers, c):
			if depth++; depth > deepestBracket {
				return -1
			}
		case strings.ContainsRune(closers, c):
			if depth--; depth == 0 {
				return k
			}
		}
	}
	return -1
}

// bare returns the passage, half-width, without what is in brackets and without
// blanks.
func (p passage) bare() []rune {
	depth := 0
	out := make([]rune, 0, p.len())
	for _, c := range p.fold {
		switch {
		case strings.ContainsRune(openers, c):
			depth++
		case strings.ContainsRune(closers, c):
			depth--
		case depth == 0 && c != ' ' && c != sign:
			out = append(out, c)
		}
	}
	if n := len(out); n > 2 && out[n-1] == '”' && slices.Contains(out, '“') {
		out = out[:n-1] // 各行政村“两委”
	}
	return out
}

// EndsSentence reports whether a text ends a sentence.
func EndsSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && strings.ContainsRune("。!?;:…", text.HalfRune(last))
}

// OpenerOf returns where the bracket opens that the text ends with, in runes; -1
// where it ends with none.
func OpenerOf(s string) int { return newPassage(s).opener() }

// SplitTop splits at any of the separators, half-width, that is outside brackets
// and quotation marks. The text may be of either width.
func SplitTop(s, separators string) []string {
	var all []string
	for _, part := range newPassage(s).parts(separators) {
		all = append(all, part.written())
	}
	return all
}

// OutsideBrackets returns a name, of either width, without its bracketed parts.
func OutsideBrackets(s string) string {
	depth := 0
	return strings.Map(func(r rune) rune {
		switch c := text.HalfRune(r); {
		case strings.ContainsRune(openers, c):
			depth++
			return -1
		case strings.ContainsRune(closers, c):
			depth--
			return -1
		case depth > 0:
			return -1
		}
		return r
	}, s)
}
