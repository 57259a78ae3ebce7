package target

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence is what is between two full stops or semicolons.
type sentence struct{ clauses []clause }

// clause is what is between two commas.
type clause struct {
	stretch
	sentence int // where its sentence begins
	pieces   []member
}

// member is one member of an enumeration, with the number that may be its target.
// Numbers that only describe it are within it.
type member struct {
	stretch
	head figure
}

// sentences cuts the text at its punctuation, and adds the insides of those
// brackets that state something (其中…, …达到…, 2026年…).
func (s *script) sentences(figures []figure, dues []dueMark) []sentence {
	all := s.cut(stretch{0, len(s.mask)}, s.mask, figures)
	for _, in := range s.inner {
		if s.folded[in.from-1] != '(' || s.states(in, figures) || s.yearByYear(in, figures, dues) {
			all = append(all, s.cut(in, s.open, figures)...)
		}
	}
	return all
}

// states reports whether the inside of a bracket makes a statement of its own.
func (s *script) states(in stretch, figures []figure) bool {
	if s.words.Of("part").Head(s.folded[in.from:in.to]) > 0 {
		return true
	}
	for _, f := range figures[figuresFrom(figures, in.from):] {
		if f.from >= in.to {
			break
		}
		if f.to <= in.to && f.before != opNone && f.from > in.from+len("达") {
			return true
		}
	}
	return false
}

// yearByYear reports whether every number of a bracket has its year before it: 12万亩(2026年3万亩、2027年9万亩).
func (s *script) yearByYear(in stretch, figures []figure, dues []dueMark) bool {
	from, any := in.from, false
	for _, f := range figures[figuresFrom(figures, in.from):] {
		if f.from >= in.to {
			break
		}
		k := slices.IndexFunc(dues, func(d dueMark) bool { return d.from >= from && d.to <= f.opFrom })
		if k < 0 || dues[k].to != f.opFrom && s.words.leadVerb(s.open[dues[k].to:f.opFrom]) != f.opFrom-dues[k].to {
			return false
		}
		from, any = f.to, true
	}
	return any
}

// cut cuts a stretch into sentences and clauses; the comma within a number cuts
// nothing.
func (s *script) cut(in stretch, mask string, figures []figure) []sentence {
	var all []sentence
	begin, from := in.from, in.from
	var clauses []clause
	end := func(at int) {
		if at > from {
			clauses = append(clauses, clause{stretch: stretch{from, at}, sentence: begin})
		}
	}
	for i, r := range mask[in.from:in.to] {
		i += in.from
		next := i + utf8.RuneLen(r)
		switch {
		case strings.ContainsRune(",:", r) && !within(figures, i):
			end(i)
			from = next
		case r == '\n' && s.broken(i, figures):
		case strings.ContainsRune("。;!?\n", r):
			end(i)
			if len(clauses) > 0 {
				all = append(all, sentence{clauses})
			}
			clauses, begin, from = nil, next, next
		}
	}
	end(in.to)
	if len(clauses) > 0 {
		all = append(all, sentence{clauses})
	}
	return all
}

// broken reports whether a line ends within a statement, below the first that counts something: 新建高标准农田|12万亩.
func (s *script) broken(i int, figures []figure) bool {
	k := figuresFrom(figures, i)
	before, _ := utf8.DecodeLastRuneInString(s.mask[:i])
	line := s.mask[strings.LastIndexByte(s.mask[:i], '\n')+1 : i]
	return k > 0 && k < len(figures) && figures[k].from == i+1 && unicode.Is(unicode.Han, before) && strings.ContainsAny(line, ";。,")
}

func within(figures []figure, i int) bool {
	k := figuresFrom(figures, i+1) - 1
	return k >= 0 && i < figures[k].to
}

// figuresFrom returns the index of the first figure that begins at or after a
// place.
func figuresFrom(figures []figure, at int) int {
	k, _ := slices.BinarySearchFunc(figures, at, func(f figure, at int) int { return f.from - at })
	return k
}

// pieces cuts a clause at the separators between its figures.
func (s *script) pieces(c clause, figures []figure) []member {
	var group []figure
	var all []member
	from := c.from
	for _, f := range figures[figuresFrom(figures, c.from):] {
		if f.from >= c.to {
			break
		}
		if f.to > c.to || s.bracketed(f.from) != s.bracketed(c.from) {
			continue
		}
		if len(group) > 0 {
			last := group[len(group)-1]
			if end, next, cut := s.words.separation(s.view(last.to), last.to, f.opFrom); cut {
				all = append(all, s.heads(stretch{from, end}, group)...)
				group, from = nil, next
			}
		}
		group = append(group, f)
	}
	if len(group) > 0 {
		all = append(all, s.heads(stretch{from, c.to}, group)...)
	}
	return all
}

// separation returns where the member before a gap ends and the next begins;
// false where nothing separates them.
func (v *vocabulary) separation(mask string, from, to int) (end, next int, cut bool) {
	gap := mask[from:max(from, to)]
	if i := strings.Index(gap, "、"); i >= 0 {
		return from + i, from + i + len("、"), true
	}
	if n := max(v.Of("and").Head(gap), v.Of("and.verb").Head(gap)); n > 0 {
		return from, from + n, true
	}
	if n := v.Of("and").Back(gap); n > 0 {
		return to - n, to, true
	}
	for i := range gap {
		n := max(v.Of("and").Head(gap[i:]), v.Of("and.verb").Head(gap[i:]))
		if n > 0 && (v.Of("deed.builds").Head(gap[i+n:]) > 0 || strings.HasPrefix(gap[i+n:], "力争")) {
			return from + i, from + i, true
		}
	}
	return 0, 0, false
}

// heads returns the figures of a stretch without separators that stand for
// themselves; the others describe what these count (产值10亿元以上企业10家).
func (s *script) heads(in stretch, group []figure) []member {
	mask := s.view(in.from)
	out := make([]bool, len(group))
	for i := 0; i+1 < len(group); i++ {
		a, b := group[i], group[i+1]
		left, gap, right := lastOf(mask[in.from:a.opFrom]), mask[a.to:max(a.to, b.opFrom)], bare(firstOf(mask[b.to:in.to]))
		if i+2 < len(group) {
			right = "…"
		}
		first, second := s.words.describes(a, b, left, gap, right)
		out[i], out[i+1] = out[i] || first, second
	}
	var all []member
	from := in.from
	for i, f := range group {
		if out[i] {
			continue
		}
		if len(all) > 0 {
			if all[len(all)-1].to = from; s.words.Of("target.lent").Tail(mask[from:max(from, f.opFrom)]) {
				all[len(all)-1].to = f.opFrom // 帮助300家企业贷款|15亿元
			}
		}
		all = append(all, member{stretch{from, in.to}, f})
		from = f.to
	}
	return all
}

// describes decides which of two figures with nothing between them but words
// only describes what the other counts.
func (v *vocabulary) describes(a, b figure, left, gap, right string) (first, second bool) {
	switch {
	case b.rank:
		return false, true
	case startsMove(left):
		return true, false
	case a.numeral && b.before != opNone && (left == "" || !v.endsInVerb(left)): // 五个新城达到1:25000
		return true, false
	case a.class == classShare && b.class == classQuality && b.before != opNone: // 25%面积达到5年一遇能力
		return false, true
	case a.class == classCount && strings.HasSuffix(b.unit, "元") && right == "" && v.Of("target.lent").Tail(gap) && v.endsInVerb(left): // 帮助300家企业贷款15亿元
		return false, false
	case gap == "" && (right == "" || b.class == classCount && right != "…" && v.done.In(right)) && a.class == classCount && a.after == opNone: // 改造小区86个2.1万户
		return false, false
	case a.class != classShare && v.endsInVerb(left) && strings.HasPrefix(right, "的") && (b.before != opNone && gap != "" || b.after == opAtLeast && gap == ""):
		return false, true // 建成1所200张床位以上的医院, 完成3万平方米节能率不低于15%的改造
	case a.class == classCount && b.class == classCount:
		if v.endsInVerb(left) && right != "" && !v.endsInVerb(gap) {
			return false, true
		}
		return true, false
	case a.class == classCount:
		if v.Of("target.rate").Tail(gap) && right == "" {
			return true, false
		}
		return false, true
	}
	return true, false
}
