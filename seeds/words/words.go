// Package words is the vocabulary of the genre as a table: each word with its class,
// a sentence that is read otherwise without it, and the kind of document it was met
// in. It says what words there are, and finds them; what they mean is the business of
// the rooms that read with them.
package words

import (
	"cmp"
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed words.tsv
var source string

// Class is what a word is to a reader.
type Class string

// Word is a row of the table.
type Word struct {
	Class   Class
	Text    string
	Example string // a whole item or heading; \n for a line break
	Met     string // the kind of document it was met in
}

// Table is a vocabulary. It is never changed.
type Table struct {
	words []Word
	sets  map[Class]*Set
}

// Genre returns the vocabulary of plan documents.
var Genre = sync.OnceValue(func() *Table { return newTable(parse(source)) })

func parse(table string) []Word {
	lines := strings.Split(strings.TrimSuffix(table, "\n"), "\n")[1:]
	words := make([]Word, 0, len(lines))
	for _, line := range lines {
		class, rest, _ := strings.Cut(line, "\t")
		text, rest, _ := strings.Cut(rest, "\t")
		example, met, _ := strings.Cut(rest, "\t")
		words = append(words, Word{Class(class), text, example, met})
	}
	return words
}

func newTable(words []Word) *Table {
	t := &Table{words: words, sets: map[Class]*Set{}}
	for i := range words {
		t.of(words[i].Class).add(words[i].Text)
	}
	return t
}

func (t *Table) of(c Class) *Set {
	if t.sets[c] == nil {
		t.sets[c] = newSet()
	}
	return t.sets[c]
}

// Words returns the rows in their order.
func (t *Table) Words() []Word { return t.words }

// Of returns the words of a class. A class that the table does not have is a slip of the
// reader that asks for it.
func (t *Table) Of(c Class) *Set {
	s := t.sets[c]
	if s == nil {
		panic("words: no class " + string(c))
	}
	return s
}

// Without returns the table less one word.
func (t *Table) Without(w Word) *Table {
	less := &Table{sets: maps.Clone(t.sets)}
	less.sets[w.Class] = newSet()
	for _, one := range t.words {
		if one.Class == w.Class && one.Text == w.Text {
			continue
		}
		less.words = append(less.words, one)
		if one.Class == w.Class {
			less.of(one.Class).add(one.Text)
		}
	}
	return less
}

// Set is the words of one class. It reads half-width text.
type Set struct {
	has        map[string]bool
	begin, end map[rune][]size // of the words with that first and last character, the longest first
}

// size is how long a word is.
type size struct{ runes, bytes int }

func newSet() *Set {
	return &Set{has: map[string]bool{}, begin: map[rune][]size{}, end: map[rune][]size{}}
}

func (s *Set) add(word string) {
	s.has[word] = true
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	n := size{utf8.RuneCountInString(word), len(word)}
	s.begin[first], s.end[last] = with(s.begin[first], n), with(s.end[last], n)
}

// with returns the sizes with one more among them, the longest first.
func with(sizes []size, n size) []size {
	at, found := slices.BinarySearchFunc(sizes, n, func(a, b size) int { return cmp.Or(b.bytes-a.bytes, b.runes-a.runes) })
	if found {
		return sizes
	}
	return slices.Insert(sizes, at, n)
}

// And returns the words of both sets.
func (s *Set) And(other *Set) *Set {
	all := newSet()
	for _, words := range []*Set{s, other} {
		for word := range words.has {
			all.add(word)
		}
	}
	return all
}

// Has reports whether the text is a word of the set.
func (s *Set) Has(text string) bool { return s.has[text] }

// Begins returns the length of the longest word that the text begins with, 0 where
// it begins with none.
func (s *Set) Begins(text []rune) int {
	if len(text) == 0 {
		return 0
	}
	for _, n := range s.begin[text[0]] {
		if n.runes <= len(text) && s.has[string(text[:n.runes])] {
			return n.runes
		}
	}
	return 0
}

// Ends returns the length of the longest word that the text ends with, 0 where it
// ends with none.
func (s *Set) Ends(text []rune) int {
	if len(text) == 0 {
		return 0
	}
	for _, n := range s.end[text[len(text)-1]] {
		if n.runes <= len(text) && s.has[string(text[len(text)-n.runes:])] {
			return n.runes
		}
	}
	return 0
}

// Head returns the length in bytes of the longest word that the text begins with, 0 where it begins with none.
func (s *Set) Head(text string) int {
	first, _ := utf8.DecodeRuneInString(text)
	for _, n := range s.begin[first] {
		if n.bytes <= len(text) && s.has[text[:n.bytes]] {
			return n.bytes
		}
	}
	return 0
}

// Tail reports whether the text ends with a word of the set.
func (s *Set) Tail(text string) bool { return s.Back(text) > 0 }

// Back returns the length in bytes of the longest word that the text ends with, 0 where it ends with none.
func (s *Set) Back(text string) int {
	last, _ := utf8.DecodeLastRuneInString(text)
	for _, n := range s.end[last] {
		if n.bytes <= len(text) && s.has[text[len(text)-n.bytes:]] {
			return n.bytes
		}
	}
	return 0
}

// TrimHead returns the text without the word that it begins with.
func (s *Set) TrimHead(text string) string { return text[s.Head(text):] }

// TrimTail returns the text without the word that it ends with.
func (s *Set) TrimTail(text string) string { return text[:len(text)-s.Back(text)] }

// Less returns the text without the words of the set.
func (s *Set) Less(text string) string {
	var out strings.Builder
	for i := 0; i < len(text); {
		if n := s.Head(text[i:]); n > 0 {
			i += n
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		out.WriteString(text[i : i+size])
		i += size
	}
	return out.String()
}

// Find returns where the first word of the set is in the text, and its length;
// -1 where none does.
func (s *Set) Find(text []rune) (at, n int) {
	for i := range text {
		if n := s.Begins(text[i:]); n > 0 {
			return i, n
		}
	}
	return -1, 0
}

// In reports whether a word of the set stands anywhere in the text.
func (s *Set) In(text string) bool { return s.Index(text) >= 0 }

// Index returns where the first word of the set begins in the text, -1 where none does.
func (s *Set) Index(text string) int {
	for i := range text {
		if s.Head(text[i:]) > 0 {
			return i
		}
	}
	return -1
}
