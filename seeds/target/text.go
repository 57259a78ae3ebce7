package target

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// script is a text folded for reading: half width, blanks left out, all dashes
// one. Every place of it leads back to the original.
type script struct {
	words  *vocabulary
	text   string // as it is in the document
	folded string
	mask   string    // folded, the inside of quotes, titles and brackets filled in; as long as folded
	open   string    // the same with brackets left open
	at     []int     // byte of folded -> byte of text, one more than folded has
	inner  []stretch // the insides of brackets that may hold targets
}

// stretch is a stretch of the folded text.
type stretch struct{ from, to int }

// The fillers of the mask keep its length: one for wide runes, one for narrow.
const (
	fillWide   = '○'
	fillNarrow = '\x02'
)

func newScript(text string, v *vocabulary) *script {
	s := &script{text: text, words: v}
	var b strings.Builder
	years := yearInWords.FindAllStringIndex(text, -1)
	for i, r := range text {
		for len(years) > 0 && i >= years[0][1] {
			years = years[1:]
		}
		f := foldRune(r)
		if len(years) > 0 && i >= years[0][0] {
			f = yearDigit(r)
		}
		if f == 0 {
			continue
		}
		for range utf8.RuneLen(f) {
			s.at = append(s.at, i)
		}
		b.WriteRune(f)
	}
	s.at = append(s.at, len(text))
	s.folded = b.String()
	s.mask, s.open = s.shade()
	return s
}

// yearInWords is a year in Chinese digits: 二〇二七年.
var yearInWords = regexp.MustCompile(`二[〇○零O0][一二三四五六七八九〇○零O0]{2}年`)

// yearDigit folds a rune of a year in words.
func yearDigit(r rune) rune {
	if i := strings.IndexRune("一二三四五六七八九", r); i >= 0 {
		return rune('1' + i/len("一"))
	}
	if r == '年' {
		return r
	}
	return '0'
}

// foldRune returns the one form a rune is read in, 0 for blanks.
func foldRune(r rune) rune {
	switch {
	case r == utf8.RuneError, r == '\u200b', r == '\ufeff', r == '\x02':
		return 0
	case r == '\n' || r == '\r':
		return '\n'
	case unicode.IsSpace(r):
		return 0
	case strings.ContainsRune("—–－−～~‐‑‒―─", r):
		return '-'
	case strings.ContainsRune("〔【〖［", r):
		return '('
	case strings.ContainsRune("〕】〗］", r):
		return ')'
	case r == '‘' || r == '「' || r == '『':
		return '“'
	case r == '’' || r == '」' || r == '』':
		return '”'
	case r == '∶':
		return ':'
	case r == '╱' || r == '∕':
		return '/'
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	}
	return r
}

// shade fills in what is not running text: quotations, titles of documents and
// what is in brackets. Unpaired marks fill nothing.
func (s *script) shade() (mask, open string) {
	all, quotes := []byte(s.folded), []byte(s.folded)
	for i := 0; i < len(s.folded); {
		end := closing(s.folded, i)
		if end < 0 {
			_, n := utf8.DecodeRuneInString(s.folded[i:])
			i += n
			continue
		}
		fill(all, s.folded, i, end)
		if in := s.inside(i, end); s.folded[i] == '(' || s.promises(in) {
			s.inner = append(s.inner, in)
			s.shadeQuotes(quotes, in.from, in.to)
		} else {
			fill(quotes, s.folded, i, end)
		}
		i = end
	}
	return string(all), string(quotes)
}

// inside is what is between the marks that open and close a stretch.
func (s *script) inside(from, to int) stretch {
	_, opens := utf8.DecodeRuneInString(s.folded[from:to])
	_, closes := utf8.DecodeLastRuneInString(s.folded[from:to])
	return stretch{from + opens, to - closes}
}

// promises reports whether the inside of a quotation is no name but says what is to be reached: “全年新增1万个充电桩”.
func (s *script) promises(in stretch) bool {
	words := s.folded[in.from:in.to]
	if utf8.RuneCountInString(words) < shortestPromise || !strings.ContainsAny(words, digits) || !s.words.Of("target.fulfils").Tail(strings.TrimRight(s.folded[:in.from], "“\"")) {
		return false
	}
	opening, first := s.words.Of("measure.opening"), strings.IndexAny(words, digits)
	for n := opening.Head(words); n > 0; n = opening.Head(words) + s.words.Of("due.now").Head(words) {
		words = words[n:]
	}
	return s.words.leadVerb(words) > 0 || s.words.reached(s.folded[in.from:in.from+first])
}

// shortestPromise is more runes than the name of something with a number in it has.
const shortestPromise = 9

// shadeQuotes fills in the quotations and brackets inside a bracket.
func (s *script) shadeQuotes(out []byte, from, to int) {
	for i := from; i < to; {
		if end := closing(s.folded[:to], i); end > 0 {
			fill(out, s.folded, i, end)
			i = end
			continue
		}
		_, n := utf8.DecodeRuneInString(s.folded[i:])
		i += n
	}
}

// view is the mask to read in at a place: inside a bracket its own words show.
func (s *script) view(i int) string {
	if s.bracketed(i) {
		return s.open
	}
	return s.mask
}

// bracketed reports whether the byte at i is inside a bracket.
func (s *script) bracketed(i int) bool { return holding(s.inner, i) >= 0 }

// holding returns which of the stretches, in order and apart, holds a place; -1
// where none does.
func holding(all []stretch, i int) int {
	k, found := slices.BinarySearchFunc(all, i, func(s stretch, i int) int { return s.from - i })
	if !found {
		k--
	}
	if k >= 0 && i < all[k].to {
		return k
	}
	return -1
}

func fill(out []byte, folded string, from, to int) {
	for i, r := range folded[from:to] {
		if utf8.RuneLen(r) == utf8.RuneLen(fillWide) {
			utf8.EncodeRune(out[from+i:], fillWide)
			continue
		}
		for k := range utf8.RuneLen(r) {
			out[from+i+k] = fillNarrow
		}
	}
}

// closing returns where the quotation, title or bracket opened at i ends, -1
// where none opens there or it never closes.
func closing(text string, i int) int {
	opened, n := utf8.DecodeRuneInString(text[i:])
	pair := map[rune]rune{'“': '”', '《': '》', '〈': '〉', '(': ')', '"': '"'}[opened]
	if pair == 0 {
		return -1
	}
	depth := 1
	for k, r := range firstOf(text[i+n:]) {
		switch {
		case r == pair:
			if depth--; depth == 0 {
				return i + n + k + utf8.RuneLen(r)
			}
		case r == opened:
			depth++
		case r == '\n':
			return -1
		}
	}
	return -1
}

// original returns the document's own words for a stretch of the folded text.
func (s *script) original(from, to int) string {
	if from >= to {
		return ""
	}
	end := s.at[to]
	words := s.text[s.at[from]:end]
	return strings.TrimFunc(words, func(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' })
}

// listMark is the number of a member of a list within a text.
var listMark = regexp.MustCompile(`^(?:-+|[①-⑳]|\d{1,2}\.|\([\d一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]是)`)

// trim leaves out the punctuation at both ends of a stretch and the mark of a
// list before it.
func (s *script) trim(from, to int) (int, int) {
	for changed := true; changed; {
		changed = false
		if mark := listMark.FindString(s.folded[from:to]); mark != "" && (from+len(mark) == to || !digitAt(s.folded, from+len(mark)) || yearAt(s.folded[from+len(mark):to])) {
			from, changed = from+len(mark), true
		}
		for _, w := range []string{"、", ",", ";", "。", ":", "\n"} {
			if strings.HasPrefix(s.view(from)[from:to], w) {
				from, changed = from+len(w), true
			}
		}
		for _, w := range []string{"、", ",", ";", "。", ":", "\n"} {
			if strings.HasSuffix(s.view(from)[from:to], w) {
				to, changed = to-len(w), true
			}
		}
	}
	return from, to
}

// farthest is how far, in bytes, words reach that bear on a number: longer than
// any clause, so that a text without end costs no more than its length.
const farthest = 900

// lastOf and firstOf are the end and the beginning of a text within reach.
func lastOf(text string) string {
	from := max(0, len(text)-farthest)
	for from > 0 && from < len(text) && !utf8.RuneStart(text[from]) {
		from++
	}
	return text[from:]
}

func firstOf(text string) string {
	to := min(len(text), farthest)
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	return text[:to]
}

// bare returns a stretch of the mask without its fillers.
func bare(masked string) string {
	return strings.Map(func(r rune) rune {
		if r == fillWide || r == fillNarrow {
			return -1
		}
		return r
	}, masked)
}

// yearAt reports whether a text begins with a year: what is before it is no part of its number, 1.2024年底前.
func yearAt(text string) bool {
	return len(text) > 4 && text[:2] == "20" && digitAt(text, 2) && digitAt(text, 3) && strings.HasPrefix(text[4:], "年")
}

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
