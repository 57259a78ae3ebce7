// Package target finds the numbers that the text of an item promises: what is measured,
// how a value is held against it, by when, and what kind of number it is. Names, dates
// and thresholds that only describe are left out; what reads two ways is kept with its
// doubt. It does not know documents or clauses.
package target

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/plan"
)

// Extract returns the numbers an item's text promises, in the order of
// the text, with ids from 1. Names, slogans, dates, ages and the thresholds that
// only describe what another number counts are left out; what reads two ways is
// kept with its Doubt. A zero period switches off what needs one: the implicit
// due year and the recognition of past years. By is what the document says beside the
// text of when the item is due (完成时限), "" where it says nothing.
func (rd *Reader) Extract(it *plan.Item, period plan.Period, by string) []plan.Target {
	r := targetReader{script: newScript(it.Text, rd.words), period: period, by: rd.words.dueIn(by, period)}
	r.figures = r.script.figures()
	r.dues = r.script.dues(period)
	r.title = r.titleOf()
	for i, s := range r.script.sentences(r.figures, r.dues) {
		if i == 0 {
			r.head = r.headOf(s)
		}
		r.sentence(s)
	}
	slices.SortStableFunc(r.found, func(a, b reading) int { return a.at - b.at })
	targets := make([]plan.Target, len(r.found))
	for i, f := range r.found {
		targets[i] = f.Target
		targets[i].ID = it.Ref + "-" + strconv.Itoa(i+1)
	}
	if len(targets) == 0 {
		return nil
	}
	return targets
}

// targetReader goes through the text of one item.
type targetReader struct {
	script  *script
	period  plan.Period
	by      string // due of what names no time of its own, "" for the plan's last year
	figures []figure
	dues    []dueMark
	found   []reading
	head    string // what the item measures by its first sentence
	title   string // its first line, where that states no number: 粮食总产量\n46.5万吨以上
	past    context
}

// reading is a target with its place in the folded text.
type reading struct {
	plan.Target
	at    int
	class class
}

// context is what a clause may leave to the ones after it in its sentence.
type context struct {
	basis    plan.Basis   // of the last target
	measure  string       // of the last target
	topic    string       // of the last clause without numbers
	measures []string     // of the targets so far
	kept     bool         // whether the last member of the clause was a target
	quality  string       // what the thresholds of an enumeration are of: 年销售收入
	class    class        // of the last target's unit
	wholes   []plan.Basis // bases of the targets of the last clause
	deed     deed         // that governs the coordinated pieces
	subjects []string     // of the last 分别
}

// sentence reads the clauses of one sentence.
func (r *targetReader) sentence(s sentence) {
	from := s.clauses[0].from
	r.past = context{}
	if r.script.bracketed(from) {
		r.past = r.contextAt(from)
	}
	for _, c := range s.clauses {
		c.pieces = r.script.pieces(c, r.figures)
		r.clause(c)
	}
}

// contextAt is what a bracket takes from the last target before it.
func (r *targetReader) contextAt(from int) context {
	var c context
	last := -1
	for _, f := range r.found {
		if f.at < from && f.at > last {
			c, last = context{basis: f.Basis, measure: f.Measure, class: f.class}, f.at
		}
	}
	return c
}

// clause reads the pieces of one clause.
func (r *targetReader) clause(c clause) {
	if len(c.pieces) == 0 {
		r.past.topic = r.topic(c)
		return
	}
	first := len(r.found)
	r.past.deed, r.past.kept = deedNone, false
	if !r.pairs(c) {
		for _, p := range c.pieces {
			r.member(c, p)
		}
	}
	if len(r.found) > first {
		sharedNoun(r.found[first:])
		r.past.wholes = nil
		for _, f := range r.found[first:] {
			r.past.wholes = append(r.past.wholes, f.Basis)
		}
	}
}

// sharedNoun gives grades without a noun that of the last of their enumeration: 1个市级、5个县级|养老服务中心.
func sharedNoun(all []reading) {
	last := all[len(all)-1]
	noun := gradeOf.ReplaceAllString(last.Measure, "")
	for i, f := range all {
		if f.Measure == "" && f.Unit == last.Unit && last.Measure != "" { // 2027年建成300公里、2028年建成200公里|农村路
			all[i].Measure, all[i].Doubt = last.Measure, "是什么数写在后面,请核对"
		}
		if noun != "" && noun != last.Measure && f.class == last.class && f.Unit == last.Unit && strings.HasSuffix(f.Measure, "级") && grade.MatchString(f.Measure) {
			all[i].Measure += noun
		}
	}
}

// longestTopic is more runes than a name has; a longer clause names nothing.
const longestTopic = 24

// topic is what a clause without numbers may say of the clause after it.
func (r *targetReader) topic(c clause) string {
	from, to := r.script.trim(c.from, c.to)
	if dues := r.duesWithin(from, to); len(dues) > 0 && dues[0].from <= from {
		from = dues[0].to
	}
	if words := r.script.original(from, to); utf8.RuneCountInString(words) <= longestTopic && len(r.duesWithin(from, to)) == 0 {
		return words
	}
	return ""
}

// longestHead is more runes than the name of what an item measures has.
const longestHead = 14

// headOf is what an item measures where its first sentence is nothing but the name of it: 营业收入。到2028年突破800亿元.
func (r *targetReader) headOf(s sentence) string {
	if len(s.clauses) != 1 {
		return ""
	}
	c := s.clauses[0]
	for _, f := range r.figures {
		if f.from < c.to {
			return ""
		}
	}
	words, v := r.topic(c), r.script.words
	if n := utf8.RuneCountInString(words); n < 3 || n > longestHead || v.leadVerb(words) > 0 ||
		!v.Of("target.rate").Tail(words) && !v.noun.Tail(words) && !v.stock.Tail(words) {
		return ""
	}
	return words
}

// opened is what the item's first sentence does the same to as a number without a name: 盘活厂房、楼宇。今年盘活|6处.
func (r *targetReader) opened(v view) string {
	first, _, _ := strings.Cut(firstOf(r.script.mask), "。")
	if len(r.figures) > 0 && r.figures[0].from < len(first) || v.clause.from < len(first) {
		return ""
	}
	verb := r.script.words.leadVerb(first)
	if verb == 0 || !strings.HasSuffix(v.left, first[:verb]) && v.left != "" || utf8.RuneCountInString(first) > longestTopic {
		return ""
	}
	return r.script.original(verb, len(first))
}

// longestTitle is more runes than a line has that is a title.
const longestTitle = 40

// titleOf is the first of several lines, where it states no number.
func (r *targetReader) titleOf() string {
	end := strings.IndexByte(firstOf(r.script.folded), '\n')
	if end < 0 {
		return ""
	}
	title := r.script.original(r.script.trim(0, end))
	if len(r.figures) > 0 && r.figures[0].from < end && !r.script.words.Of("target.rate").Tail(title) || utf8.RuneCountInString(title) > longestTitle {
		return ""
	}
	return title
}

// member reads one member of an enumeration.
func (r *targetReader) member(c clause, p member) {
	if v := r.script.words.deedOf(r.script.mask[p.from:p.head.opFrom]); v != deedNone {
		r.past.deed = v
	}
	if years := r.eachYear(p); len(years) > 0 {
		p.from = years[len(years)-1].to + len("各")
		for _, year := range years {
			v := r.view(c, p)
			if v.due = year; !year.past {
				r.add(v, v.measure(), "")
			}
		}
		return
	}
	v := r.view(c, p)
	if v.ofLength() {
		v.head.class = classAmount
	}
	if v.inTime() {
		v.head.after = opAtMost
	}
	keep, doubt := v.promised()
	r.past.kept = keep
	measure := v.measure()
	if !keep {
		switch {
		case v.isGround():
			r.past.measure = r.script.words.madeOf(measure)
		case v.due.past || v.hasBeen():
			r.past.measure = r.script.words.Of("stage").TrimHead(duties.ReplaceAllString(measure, "$1"))
		}
		return
	}
	switch {
	case measure == "" && r.opened(v) != "":
		measure, doubt = r.opened(v), firstWord(doubt, "是什么数写在前一句,请核对")
	case measure == "" && v.titled():
		if measure = r.title; v.isGrowth() {
			measure = v.of("growth").TrimTail(measure)
		}
		doubt = firstWord(doubt, "是什么数写在前一行,请核对")
	case measure == "" && r.past.topic != "":
		measure, doubt = r.past.topic, firstWord(doubt, "是什么数写在前一分句,请核对")
	case r.head != "" && r.past.measure == "" && (measure == "" || v.of("change.course").Has(measure)):
		measure, doubt = r.head+measure, firstWord(doubt, "是什么数写在前一句,请核对")
	}
	if last := len(r.found) - 1; measure == "" && last >= 0 && c.from == c.sentence && c.from > 0 && strings.ContainsRune(";\n", rune(r.script.folded[c.from-1])) && r.found[last].Unit == v.head.unit {
		measure, doubt = r.found[last].Measure, firstWord(doubt, "是什么数写在前一句,请核对") // 不低于80%;到2025年达到100%
	}
	if measure == "" {
		doubt = firstWord(doubt, "文中未写明是什么数")
	}
	r.add(v, measure, doubt)
}

// duties is what those that are counted shall do: 颐养之家|要规范运营.
var duties = regexp.MustCompile(`^(.{2,}[^重需主必纪概摘])(?:要|应当|须)\p{Han}{2,}$`)

// add records the target of a view.
func (r *targetReader) add(v view, measure, doubt string) {
	f := v.head
	basis, unsure := v.basis()
	due := v.due.text
	if basis == plan.Annual {
		due = everyYear
		if v.due.often {
			unsure = firstWord(unsure, "文中是每季度或每月的数,请换算成全年的数")
		}
	}
	if v.due.annual && basis != plan.Annual {
		due = r.yearFor(v.head.from).text
	}
	if sums(v.due) && basis != plan.Cumulative {
		due = r.yearFor(v.head.from).text
	}
	if due == "" {
		due = r.by
	}
	if due == "" && r.period.Last > 0 {
		due = strconv.Itoa(r.period.Last)
	}
	from, to := r.script.trim(v.phraseFrom(), v.to)
	r.found = append(r.found, reading{at: f.from, class: f.class, Target: plan.Target{
		Phrase: r.script.original(from, to), Measure: measure,
		Op: f.operator(), Min: f.min, Max: f.max, Unit: f.unit,
		Due: due, Basis: basis, Doubt: firstWord(doubt, unsure, f.doubt),
	}})
	r.past.basis, r.past.class = basis, f.class
	r.past.measures = append(r.past.measures, measure)
	if measure != "" {
		r.past.measure = measure
	}
}

func firstWord(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}
