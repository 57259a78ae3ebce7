package target

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// dueMark is a word of time: it holds for what follows, 每年 to the end of its
// sentence, a year until the next.
type dueMark struct {
	stretch
	text   string // as it prints: 2025, 2022年底, 每年, 五年累计
	annual bool
	often  bool // each quarter or month: of the year, but how much is not said
	past   bool // a year the plan starts from: what follows has been, is no target
}

// dueFirst are the runes that words of time begin with.
const dueFirst = "后头全分0123456789“十规计今未接到五年每一二两三四六七八九力争确再用利通经本第前首去上下往"

// everyYear is the due of what is to be met each year.
const everyYear = "每年"

// dateSpans are the dates of a text: their digits are no figures.
type dateSpans []stretch

// past returns where the date at a place ends, the place itself where none is.
func (d dateSpans) past(i int) int {
	if k := holding(d, i); k >= 0 {
		return d[k].to
	}
	return i
}

func (s *script) dates() dateSpans {
	var all dateSpans
	for i := 0; i < len(s.folded); i++ {
		if !digitAt(s.folded, i) {
			continue
		}
		_, n := s.words.dateAt(s.folded[i:])
		if n > 0 {
			all = append(all, stretch{i, i + n})
		}
		for i += n; digitAt(s.folded, i) || i < len(s.folded) && s.folded[i] == '.'; i++ { // what is left of a longer number
		}
		i--
	}
	return all
}

// date is a time as a text names it: 2027, 6月, 底.
type date struct{ year, month, part string }

// dateAt returns the date that a text begins with and its length, 0 where it begins with none: 2026-2027年, 2027年6月底, 6月30日.
func (v *vocabulary) dateAt(rest string) (d date, n int) {
	c := text.Cursor{Rest: rest}
	if d.year = c.Year(); d.year != "" {
		next := c
		next.Word("年")
		if next.Word("-", "至", "到") != "" {
			if last := next.Year(); last != "" {
				c, d.year = next, last
			}
		}
		if c.Word("年") == "" {
			return date{}, 0
		}
		c.Word("度")
	}
	d.month = c.Month()
	c.Word("份")
	c.Day()
	if d.year+d.month == "" {
		return date{}, 0
	}
	if n := v.Of("due.part").Head(c.Rest); n > 0 {
		d.part = c.Word(c.Rest[:n])
	} else {
		d.part = c.Word("年底", "年末", "年初", "年内", "底", "末", "初")
	}
	return d, len(rest) - len(c.Rest)
}

// dues returns the words of time in the order of the text.
func (s *script) dues(p plan.Period) []dueMark {
	var marks []dueMark
	for i := 0; i < len(s.folded); {
		if m, ok := s.dueAt(i, s.yearAt(i, marks, p), p); ok {
			marks = append(marks, m)
			i = m.to
			continue
		}
		_, n := utf8.DecodeRuneInString(s.folded[i:])
		i += n
	}
	return marks
}

// yearAt is the year that a month or a quarter is of: the one named before it in its sentence, else that of a
// plan of one year; 0 where it cannot be said.
func (s *script) yearAt(i int, marks []dueMark, p plan.Period) int {
	if len(marks) > 0 {
		if m := marks[len(marks)-1]; !strings.ContainsAny(s.folded[m.to:i], "。;\n") && !m.past {
			if year, err := strconv.Atoi(firstFour(m.text)); err == nil {
				return year
			}
		}
	}
	if p.First == p.Last {
		return p.Last
	}
	return 0
}

func firstFour(text string) string { return text[:min(len(text), 4)] }

// dueAt returns the word of time that begins at i; year is the one that a month is of.
func (s *script) dueAt(i, year int, p plan.Period) (dueMark, bool) {
	rest := s.folded[i:]
	if first, _ := utf8.DecodeRuneInString(rest); !strings.ContainsRune(dueFirst, first) {
		return dueMark{}, false
	}
	if m, ok := s.spanMark(i, rest, p); ok && !s.words.Of("due.against").Tail(strings.TrimSuffix(s.folded[:i], "“")) {
		return m, true
	}
	if s.quoted(i) {
		return dueMark{}, false
	}
	for _, read := range []func() (dueMark, bool){
		func() (dueMark, bool) { return s.yearsMark(i, rest, p) },
		func() (dueMark, bool) { return s.yearMark(i, rest, p) },
		func() (dueMark, bool) { return s.edgeMark(i, rest, p) },
		func() (dueMark, bool) { return s.monthMark(i, rest, year) },
		func() (dueMark, bool) { return s.partMark(i, rest, year) },
		func() (dueMark, bool) { return s.nthMark(i, rest, p) },
		func() (dueMark, bool) { return s.lastYearMark(i, rest) },
	} {
		if m, ok := read(); ok {
			return m, true
		}
	}
	if n := sumAhead(rest); n > 0 {
		return dueMark{stretch: stretch{i, i + n}, text: rest[:n]}, true
	}
	return s.annualMark(i, rest)
}

// sumAhead returns the length of the words that a text begins with for a sum of years: 五年累计, 3年来累计.
func sumAhead(rest string) int {
	c := text.Cursor{Rest: rest}
	for count := countAt(&c); count > "9"; count = countAt(&c) { // 二十五年
	}
	if len(c.Rest) == len(rest) || c.Word("年") == "" {
		return 0
	}
	c.Word("来", "间")
	if c.Word("累计") == "" {
		return 0
	}
	return len(rest) - len(c.Rest)
}

// dueFor returns the mark that holds at a place in a clause. What was in an earlier sentence is over
// where this one says what is to be done, and in an earlier clause where this one looks ahead. What a
// bracket says holds inside it.
func (r *targetReader) dueFor(c clause, at int, toDo bool) dueMark {
	bracket := holding(r.script.inner, at)
	for i := r.duesBefore(at) - 1; i >= 0; i-- {
		m := r.dues[i]
		if in := holding(r.script.inner, m.from); in >= 0 && in != bracket || m.past && r.over(m, c, at) {
			continue
		}
		if m.from >= c.sentence || !m.annual && !sums(m) && !(m.past && toDo) {
			return m
		}
	}
	return dueMark{}
}

// over reports whether what a past year tells is over at a place in a clause: a clause since then looks ahead, or the year is only named
// within another clause (巩固2025年创建成果).
func (r *targetReader) over(m dueMark, c clause, at int) bool {
	return m.from < c.from && (!r.script.startsClause(m.from) || r.script.looksAhead(c.from, at) || r.script.looksAhead(m.to, at))
}

// looksAhead reports whether a clause of a stretch begins with a word for what is still to be done: 力争, 余下.
func (s *script) looksAhead(from, to int) bool {
	for i, r := range s.folded[from:to] {
		if (i == 0 && s.startsClause(from) || r == ',' || r == ';') && s.words.Of("due.ahead").Head(strings.TrimLeft(s.folded[from+i:to], ",;")) > 0 {
			return true
		}
	}
	return false
}

// duesBefore counts the marks that begin before a place.
func (r *targetReader) duesBefore(at int) int {
	k, _ := slices.BinarySearchFunc(r.dues, at, func(m dueMark, at int) int { return m.from - at })
	return k
}

// duesWithin returns the marks within a stretch.
func (r *targetReader) duesWithin(from, to int) []dueMark {
	first, last := r.duesBefore(from), r.duesBefore(to)
	for last > first && r.dues[last-1].to > to {
		last--
	}
	return r.dues[first:max(first, last)]
}

// yearFor returns the last mark before a place that is neither 每年 nor a sum.
func (r *targetReader) yearFor(at int) dueMark {
	for i := r.duesBefore(at) - 1; i >= 0; i-- {
		if m := r.dues[i]; !m.annual && !sums(m) {
			return m
		}
	}
	return dueMark{}
}

// sums reports whether it is a mark like 五年累计, which holds for its sentence only.
func sums(m dueMark) bool { return strings.HasSuffix(m.text, "累计") }
