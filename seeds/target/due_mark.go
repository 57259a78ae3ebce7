package target

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// yearsAlso is a number of years without 内 or the like: 三年完成.
var yearsAlso = regexp.MustCompile(`^[三五35]年(?:共|总|合计|[^\d一二三四五六七八九十累来行规计期以攻左内间倍翻]{2})`)

// yearsMark is a number of years (5年内, 今后三年, 用两年时间, 2022年起5年内): due at the last of them,
// counted from the year it names or the plan's first, also beyond the plan's last. 三年完成 says so only where a
// clause begins with it.
func (s *script) yearsMark(i int, rest string, p plan.Period) (dueMark, bool) {
	c := text.Cursor{Rest: rest}
	since := c.Year()
	if since != "" && (c.Word("年") == "" || c.Word("起", "开始", "始") == "") {
		return dueMark{}, false
	}
	pause := c.Word(",")
	from := len(rest) - len(c.Rest) // of the clause that the number of years is in
	with, ahead, count := c.Word("再用", "用", "利用", "通过", "经过", "分"), c.Word("今后", "未来", "接下来"), countAt(&c)
	if c.Word("-", "至", "到") != "" {
		count = countAt(&c)
	}
	if count == "" || c.Word("年") == "" || digitAt(s.folded, i-1) {
		return dueMark{}, false
	}
	within := c.Word("以内", "之内", "左右", "内", "间") + c.Word("的") + c.Word("时间", "努力", "攻坚") + c.Word("内")
	before := lastOf(s.folded[:i])
	last, _ := utf8.DecodeLastRuneInString(before)
	if strings.ContainsRune(".第年每近连续-/前过", last) || s.words.Of("due.age").Tail(before) ||
		with != "" && with != "分" && within == "" || within == "左右" || within == "的" ||
		since+ahead+within == "" && with == "" && !(yearsAlso.MatchString(rest) && s.startsClause(i)) {
		return dueMark{}, false
	}
	n, _ := strconv.Atoi(count)
	if v, ok := numeralValue(count); n == 0 && ok {
		n = int(v.IntPart())
	}
	first := p.First
	if since != "" {
		first, _ = strconv.Atoi(since)
	}
	m := dueMark{stretch: stretch{s.leadsFrom(i), len(s.folded) - len(c.Rest)}}
	if pause != "" {
		m.from = i + from
	}
	if first > 0 && n > 0 {
		m.text = strconv.Itoa(first + n - 1)
	}
	return m, true
}

// countAt takes a small number, in digits or one numeral.
func countAt(c *text.Cursor) string {
	if n := c.Number(2); n != "" {
		return n
	}
	return c.Word("一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十")
}

// leadsFrom returns where the words begin that lead to a word of time: |力争到|2027年.
func (s *script) leadsFrom(i int) int {
	before := s.words.Of("due.to").TrimTail(lastOf(s.folded[:i]))
	return i - len(lastOf(s.folded[:i])) + len(s.words.Of("due.hope").TrimTail(before))
}

// nthMark is a year of a plan of several, by its place: 第一年.
func (s *script) nthMark(i int, rest string, p plan.Period) (dueMark, bool) {
	for n, nth := range []string{"第一年", "第二年", "第三年", "第四年", "第五年", "首年"} {
		if strings.HasPrefix(rest, nth) && p.First < p.Last && s.startsClause(i) {
			return dueMark{stretch: stretch{i, i + len(nth)}, text: strconv.Itoa(p.First + n%5)}, true
		}
	}
	return dueMark{}, false
}

// edgeMark is the first or last years of a plan of several: 前三年, 后两年. What follows says what comes of them.
func (s *script) edgeMark(i int, rest string, p plan.Period) (dueMark, bool) {
	edge := headLen(rest, "前", "头", "后")
	count, after, found := strings.Cut(rest[edge:min(len(rest), edge+len("三年"))], "年")
	n, ok := numeralValue(count)
	years := int(n.IntPart())
	if edge == 0 || !found || !ok || years < 2 || p.First+years > p.Last || !s.startsClause(i) || after != "" {
		return dueMark{}, false
	}
	m := dueMark{stretch: stretch{i, i + edge + len(count) + len("年")}, text: strconv.Itoa(p.First + years - 1)}
	if strings.HasPrefix(rest, "后") {
		m.text = strconv.Itoa(p.Last)
	}
	return m, true
}

// lastYearMark is 去年 where a clause begins with it: it tells what has been.
func (s *script) lastYearMark(i int, rest string) (dueMark, bool) {
	n := s.words.Of("due.past").Head(rest)
	if n == 0 || !s.startsClause(i) || s.words.Of("due.over").Head(rest[n:]) > 0 {
		return dueMark{}, false
	}
	return dueMark{stretch: stretch{i, i + n}, past: true}, true
}

// counts reports whether a verb begins a text whose results are counted: 培育, 新增.
func (s *script) counts(rest string) bool {
	return s.words.adds.Head(rest)+s.words.gains.Head(rest) > 0
}

// countsYearly reports the same of verbs that are counted where 年均 is before them: 转移, 接待.
func (s *script) countsYearly(rest string) bool {
	return s.counts(rest) || s.words.yearly.Head(rest) > 0
}

// annualMark is what is to be met each year: 每年, and 年 before a verb that begins a clause.
func (s *script) annualMark(i int, rest string) (dueMark, bool) {
	before := s.folded[:i]
	if _, moved := s.words.operatorEnd(before[max(0, i-60):]); moved != opNone || strings.HasPrefix(rest, "每月") && (strings.HasSuffix(before, "每人") || strings.HasSuffix(before, "每户")) {
		return dueMark{}, false // 提高到每月700元, 每人每月50元
	}
	hope := s.words.Of("due.hope").Head(rest)
	switch often := s.words.Of("due.often").Head(rest); {
	case s.words.Of("due.each").Head(rest) > 0, strings.HasPrefix(rest, "年均") && s.countsYearly(rest[len("年均"):]):
		return dueMark{stretch: stretch{i, i + len("每年")}, text: everyYear, annual: true}, true
	case often > 0:
		return dueMark{stretch: stretch{i, i + often}, text: everyYear, annual: true, often: true}, true
	case strings.HasPrefix(rest[hope:], "年") && s.counts(rest[hope+len("年"):]) && s.startsClause(i):
		return dueMark{stretch: stretch{i, i + hope + len("年")}, text: everyYear, annual: true}, true
	}
	return dueMark{}, false
}

// monthMark is a month without its year (9月底前): of the year named before it or of the plan's only one,
// else of no year that can be said. Within a date it says nothing of its own.
func (s *script) monthMark(i int, rest string, year int) (dueMark, bool) {
	c := text.Cursor{Rest: rest}
	month := c.Month()
	c.Word("份")
	end := c.Word("底", "末", "初", "上旬", "中旬", "下旬")
	by := c.Word("以前", "前") != ""
	before, _ := utf8.DecodeLastRuneInString(s.folded[:i])
	if month == "" || !by && (end == "" || end == "初") && !strings.HasPrefix(c.Rest, "完成") || strings.ContainsRune(digits+"年-/.至到", before) {
		return dueMark{}, false
	}
	m := dueMark{stretch: stretch{i, len(s.folded) - len(c.Rest)}}
	if year > 0 {
		m.text = strconv.Itoa(year) + "年" + month + strings.Replace(end, "末", "底", 1)
	}
	return m, true
}

// partMark is a quarter, a half or the end of a year without its number: 上半年, 二季度, 年底前.
func (s *script) partMark(i int, rest string, year int) (dueMark, bool) {
	part := s.words.Of("due.part").Head(rest)
	to := max(part, s.words.Of("due.now").Head(rest))
	if part > 0 {
		to += headLen(rest[part:], "末", "底")
	}
	before, _ := utf8.DecodeLastRuneInString(s.folded[:i])
	if to == 0 || strings.ContainsRune(digits+"年每-/至去上近全多一二两三四五六七八九十", before) {
		return dueMark{}, false
	}
	to += headLen(rest[to:], "以前", "前")
	if s.compared(i, i+to) {
		return dueMark{}, false
	}
	m := dueMark{stretch: stretch{s.leadsFrom(i), i + to}}
	if year > 0 {
		m.text = strconv.Itoa(year)
		if part > 0 {
			m.text += "年" + rest[:part]
		}
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

// spanMark is “十四五”期间 and the like: due at its last year. Five-year plans
// are counted from 十五 (2001-2005).
func (s *script) spanMark(i int, rest string, p plan.Period) (dueMark, bool) {
	c, last := text.Cursor{Rest: rest}, p.Last
	end := c.Word("规划期内", "规划期末", "计划期内", "计划期末")
	if end == "" {
		c.Word("“")
		ten, numeral, five := c.Word("十"), c.Word("一", "二", "三", "四", "五", "六", "七", "八", "九"), c.Word("五")
		c.Word("”")
		c.Word("规划")
		if end = c.Word("期间", "时期", "期末", "末", "以来"); ten == "" || numeral == "" || five == "" || end == "" {
			return dueMark{}, false
		}
		n, _ := numeralValue(numeral)
		last = 2005 + int(n.IntPart())*5
	}
	m := dueMark{stretch: stretch{s.leadsFrom(i), len(s.folded) - len(c.Rest)}}
	if last > 0 {
		m.text = strconv.Itoa(last)
		m.past = last <= p.Base || end == "以来"
	}
	return m, true
}

// yearMark is a year something is due in; not one that is compared with.
func (s *script) yearMark(i int, rest string, p plan.Period) (dueMark, bool) {
	d, n := s.words.dateAt(rest)
	to := i + n
	if d.year == "" || digitAt(s.folded, i-1) || s.compared(i, to) {
		return dueMark{}, false
	}
	year, _ := strconv.Atoi(d.year)
	m := dueMark{text: d.year, past: year <= p.Base}
	month, tail := d.month, strings.TrimPrefix(d.part, "年")
	if d.part == "初" && month == "" && !s.pausesAt(to) && s.words.leadVerb(s.folded[to:]) == 0 {
		tail, to = "", to-len("初") // 到2027年初步建成
	}
	switch tail {
	case "末":
		tail = "底"
	case "内":
		tail = ""
	}
	if month+tail != "" {
		m.text += "年" + month + tail
	}
	m.from = s.leadsFrom(i)
	m.to = to + headLen(s.folded[to:], "以前", "前")
	m.to += headLen(s.folded[m.to:], ",")
	return m, true
}

// compared reports whether it is a year that another is held against: 比2020年提高, 2020年的, 2000年底前建成的小区.
func (s *script) compared(from, to int) bool {
	after := s.folded[to:]
	if n := headLen(after, "以前", "前"); n > 0 {
		built, _, of := strings.Cut(after[n:min(len(after), n+len("建成投用的"))], "的")
		if of && built != "" && !strings.ContainsAny(built, ",;。"+digits) {
			return true
		}
	}
	return s.words.Of("due.against").Tail(s.folded[:from]) || s.words.Of("due.of").Head(after) > 0
}
