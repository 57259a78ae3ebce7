package target

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/plan"
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

var (
	dateWords = regexp.MustCompile(`(?:(?:19|20|21)\d{2}(?:年|)(?:-|至|到))?(?:19|20|21)\d{2}年(?:度)?(?:\d{1,2}月(?:份)?(?:\d{1,2}日)?)?(?:上半年|年?[底末初])?(?:以?前)?|\d{1,2}月(?:份)?\d{1,2}日|\d{1,2}月(?:底|末|初|份|上旬|中旬|下旬)?(?:以?前)?`)
	dueYear   = regexp.MustCompile(`^(?:((?:19|20|21)\d{2})年?(?:-|至|到))?((?:19|20|21)\d{2})年(?:度)?((?:\d{1,2}月)?)(?:份)?(?:\d{1,2}日)?(上半年|年?底|年?末|年?初|)`)
	dueYears  = regexp.MustCompile(`^(?:((?:19|20|21)\d{2})年起)?((?:今后|未来|接下来)?)([一二两三四五六七八九十]|\d{1,2})年([内间]?)(?:时间)?(?:内)?`)
	yearsAlso = regexp.MustCompile(`^[三五35]年(?:共|总|合计|[^\d一二三四五六七八九十累来行规计期以攻左内间倍翻]{2})`)
	dueMonth  = regexp.MustCompile(`^(\d{1,2}月)(?:份)?(底|末|初|)(?:以?前|完成)`)
	dueSpan   = regexp.MustCompile(`^(?:“?十([一二三四五六七八九])五”?(?:规划)?(?:期间|时期|期末|末|以来)|(?:规划|计划)期(?:内|末)|(?:今后|未来|到期)五年|五年内)`)
	dueAnnual = regexp.MustCompile(`^(?:每年度?|每一年|年均(?:转移|接待|举办|投入|安排|实施|净增|治理|招引|引育|发放|转化|新增|新建|培训|培育|引进|完成|组织|开展|建设|改造|吸纳)|年年)`)
	dueOften  = regexp.MustCompile(`^每(?:个)?(?:季度|季|半年|月|周)`)
	dueSum    = regexp.MustCompile(`^(?:(?:[一二三四五六七八九十]{1,3}|\d{1,2})年(?:来|间)?累计)`)
	yearly    = regexp.MustCompile(`^(?:力争|争取|确保)?(年)(?:组建|新增|新建|培育|建设|开展|引进|完成|培训|改造|实施|举办|认定|选派|组织)`)
	forward   = regexp.MustCompile(`(?:力争|争取|确保|力求|预计|计划)?(?:到|至|截至|截止到?|在|于)?$`)
)

// dueFirst are the runes that words of time begin with.
const dueFirst = "0123456789“十规计今未接到五年每一二两三四六七八九力争确"

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
	for _, at := range dateWords.FindAllStringIndex(s.folded, -1) {
		if at[0] > 0 && (s.folded[at[0]-1] >= '0' && s.folded[at[0]-1] <= '9' || s.folded[at[0]-1] == '.') {
			continue
		}
		all = append(all, stretch{at[0], at[1]})
	}
	return all
}

// dues returns the words of time in the order of the text.
func (s *script) dues(p plan.Period) []dueMark {
	var marks []dueMark
	for i := 0; i < len(s.folded); {
		if m, ok := s.dueAt(i, p); ok {
			marks = append(marks, m)
			i = m.to
			continue
		}
		_, n := utf8.DecodeRuneInString(s.folded[i:])
		i += n
	}
	return marks
}

// dueAt returns the word of time that begins at i.
func (s *script) dueAt(i int, p plan.Period) (dueMark, bool) {
	rest := s.folded[i:]
	if first, _ := utf8.DecodeRuneInString(rest); !strings.ContainsRune(dueFirst, first) {
		return dueMark{}, false
	}
	if at := dueSpan.FindStringSubmatchIndex(rest); at != nil {
		return spanMark(rest[:at[1]], s.numeralOf(rest, at), i, p), true
	}
	if s.quoted(i) {
		return dueMark{}, false
	}
	if m, ok := s.yearsMark(i, rest, p); ok {
		return m, true
	}
	if at := dueYear.FindStringSubmatchIndex(rest); at != nil {
		return s.yearMark(i, rest, at, p)
	}
	if at := dueMonth.FindStringSubmatchIndex(rest); at != nil {
		return s.monthMark(i, rest, at, p)
	}
	if at := dueSum.FindStringIndex(rest); at != nil {
		return dueMark{stretch: stretch{i, i + at[1]}, text: rest[:at[1]]}, true
	}
	if at := dueAnnual.FindStringIndex(rest); at != nil {
		return dueMark{stretch: stretch{i, i + len("每年")}, text: everyYear, annual: true}, true
	}
	if at := dueOften.FindStringIndex(rest); at != nil {
		return dueMark{stretch: stretch{i, i + at[1]}, text: everyYear, annual: true, often: true}, true
	}
	if at := yearly.FindStringSubmatchIndex(rest); at != nil && s.startsClause(i) {
		return dueMark{stretch: stretch{i, i + at[3]}, text: everyYear, annual: true}, true
	}
	return dueMark{}, false
}

// yearsMark is a number of years (5年内, 今后三年, 2022年起5年内): due at the last of them,
// counted from the year it names or the plan's first. 三年完成 says so only where a clause
// begins with it.
func (s *script) yearsMark(i int, rest string, p plan.Period) (dueMark, bool) {
	at := dueYears.FindStringSubmatch(rest)
	if at == nil || i > 0 && s.folded[i-1] >= '0' && s.folded[i-1] <= '9' {
		return dueMark{}, false
	}
	before, _ := utf8.DecodeLastRuneInString(s.folded[:i])
	if strings.ContainsRune(".第年每近连-/前过", before) {
		return dueMark{}, false
	}
	if at[1] == "" && at[2] == "" && at[4] == "" && !(yearsAlso.MatchString(rest) && s.startsClause(i)) {
		return dueMark{}, false
	}
	n, _ := strconv.Atoi(at[3])
	if v, ok := numeralValue(at[3]); n == 0 && ok {
		n = int(v.IntPart())
	}
	first := p.First
	if at[1] != "" {
		first, _ = strconv.Atoi(at[1])
	}
	m := dueMark{stretch: stretch{i, i + len(at[0])}}
	if first > 0 && n > 0 {
		last := first + n - 1
		if at[1] == "" {
			last = min(last, p.Last)
		}
		m.text = strconv.Itoa(last)
	}
	return m, true
}

// monthMark is a month without its year (9月底前): of the year of a plan of one year,
// else of no year that can be said. After a year or 每年 it says nothing of its own.
func (s *script) monthMark(i int, rest string, at []int, p plan.Period) (dueMark, bool) {
	before, _ := utf8.DecodeLastRuneInString(s.folded[:i])
	if before == '年' || before >= '0' && before <= '9' || strings.ContainsRune("-/.至到", before) {
		return dueMark{}, false
	}
	m := dueMark{stretch: stretch{i, i + len(strings.TrimSuffix(rest[:at[1]], "完成"))}}
	if last := p.Last; last > 0 && p.First == last {
		tail := rest[at[4]:at[5]]
		if tail == "末" {
			tail = "底"
		}
		m.text = strconv.Itoa(last) + "年" + rest[at[2]:at[3]] + tail
	}
	return m, true
}

// pausesAt reports whether a word of time ends there: before a pause or 前.
func (s *script) pausesAt(i int) bool {
	return i >= len(s.folded) || s.stopsAt(i) || strings.HasPrefix(s.folded[i:], "前") || strings.HasPrefix(s.folded[i:], "以前")
}

func (s *script) startsClause(i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s.folded[:i])
	return i == 0 || strings.ContainsRune(",;。:\n", r)
}

func (s *script) numeralOf(rest string, at []int) string {
	if at[2] < 0 {
		return ""
	}
	return rest[at[2]:at[3]]
}

// spanMark is “十四五”期间 and the like: due at its last year. Five-year plans
// are counted from 十五 (2001-2005).
func spanMark(words, numeral string, i int, p plan.Period) dueMark {
	last := p.Last
	if n, ok := numeralValue(numeral); ok && numeral != "" {
		last = 2005 + int(n.IntPart())*5
	}
	m := dueMark{stretch: stretch{i, i + len(words)}}
	if last > 0 {
		m.text = strconv.Itoa(last)
		m.past = last <= p.Base
	}
	return m
}

// yearMark is a year something is due in; not one that is compared with.
func (s *script) yearMark(i int, rest string, at []int, p plan.Period) (dueMark, bool) {
	before := s.folded[:i]
	to := i + at[1]
	if i > 0 && before[i-1] >= '0' && before[i-1] <= '9' || compared(before, s.folded[to:]) {
		return dueMark{}, false
	}
	year, _ := strconv.Atoi(rest[at[4]:at[5]])
	m := dueMark{text: rest[at[4]:at[5]], past: year <= p.Base}
	month, tail := rest[at[6]:at[7]], strings.TrimPrefix(rest[at[8]:at[9]], "年")
	if tail == "初" && month == "" && !s.pausesAt(to) {
		tail, to = "", to-len("初") // 到2027年初步建成
	}
	if tail == "末" {
		tail = "底"
	}
	if month+tail != "" {
		m.text += "年" + month + tail
	}
	m.from = i - len(forward.FindString(before[max(0, i-30):]))
	m.to = to
	for _, w := range []string{"以前", "前", ","} {
		if strings.HasPrefix(s.folded[m.to:], w) {
			m.to += len(w)
		}
	}
	return m, true
}

// compared reports whether it is a year that another is held against: 比2020年提高, 2020年的.
func compared(before, after string) bool {
	for _, w := range []string{"较", "比", "与", "同", "以", "从", "由", "自", "对比", "相对", "达到", "提高到", "相当于"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	if rest, ok := strings.CutPrefix(strings.TrimPrefix(after, "以"), "前"); ok && beforeOf.MatchString(rest) {
		return true // 2000年底前建成的小区
	}
	for _, w := range []string{"的", "水平", "基础", "基期", "相比", "以来", "印发", "版"} {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}

var beforeOf = regexp.MustCompile(`^[^,;。\d]{1,4}的`)

// dueFor returns the mark that holds at a place whose sentence begins at from. What
// was in an earlier sentence is over where this one says what is to be done.
func (r *targetReader) dueFor(from, at int, toDo bool) dueMark {
	for i := r.duesBefore(at) - 1; i >= 0; i-- {
		m := r.dues[i]
		if m.from >= from || !m.annual && !sums(m) && !(m.past && toDo) {
			return m
		}
	}
	return dueMark{}
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
