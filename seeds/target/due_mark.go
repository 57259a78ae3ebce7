package target

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/plan"
)

// Parts of dates.
const (
	aYear  = `(?:19|20|21)\d{2}`
	aMonth = `\d{1,2}月`
	aDay   = `\d{1,2}日`
	aCount = `[一二两三四五六七八九十]|\d{1,2}`
	byTime = `((?:再?用|利用|通过|经过|分)?)((?:今后|未来|接下来)?)`
	inTime = `((?:以内|之内|左右|[内间])?的?(?:时间|努力|攻坚)?内?)`
)

var (
	dateWords = regexp.MustCompile(`(?:` + aYear + `年?(?:-|至|到))?` + aYear + `年度?(?:` + aMonth + `份?(?:` + aDay + `)?)?(?:[上下]半年|年?[底末初])?(?:以?前)?|` +
		aMonth + `份?` + aDay + `|` + aMonth + `(?:[底末初份]|[上中下]旬)?(?:以?前)?`)
	dueYear    = regexp.MustCompile(`^(?:((?:19|20|21)\d{2})年?(?:-|至|到))?((?:19|20|21)\d{2})年(?:度)?((?:\d{1,2}月)?)(?:份)?(?:\d{1,2}日)?([上下]半年|第?[一二三四]季度|前三季度|年?底|年?末|年?初|年内|)`)
	dueYears   = regexp.MustCompile(`^(?:(` + aYear + `)年(?:起|开始|始),?)?` + byTime + `(?:(?:` + aCount + `)[-至到])?(` + aCount + `)年` + inTime)
	ageLast    = regexp.MustCompile(`(?:毕业|成立|离校|退役|出生|注册|入职|投产|开业|创办|经营|期)$`) // 毕业2年内: how long it is since
	yearsAlso  = regexp.MustCompile(`^[三五35]年(?:共|总|合计|[^\d一二三四五六七八九十累来行规计期以攻左内间倍翻]{2})`)
	dueMonth   = regexp.MustCompile(`^(\d{1,2}月)(?:份)?(?:(底|末|初|)(?:以?前|完成)|(底|末)|([上中下]旬)前?)`)
	dueQuarter = regexp.MustCompile(`^(?:第?[一二三四]季度|前三季度|[上下]半年)`)
	dueNow     = regexp.MustCompile(`^(?:全年|年内|(?:今年|本年度?|年)(?:年?[底末])?(?:以?前)?)`)
	dueNth     = regexp.MustCompile(`^(?:第([一二三四五])|首)年`)
	lastYear   = regexp.MustCompile(`^(?:(?:去年|上一?年度?|前年|往年)(?:年?[底末])?|今年以来)`)
	dueSpan    = regexp.MustCompile(`^(?:“?十([一二三四五六七八九])五”?(?:规划)?(?:期间|时期|期末|末|以来)|(?:规划|计划)期(?:内|末))`)
	dueAnnual  = regexp.MustCompile(`^(?:每年度?|每一年|年年)`)
	dueOften   = regexp.MustCompile(`^每(?:个)?(?:季度|季|半年|月|周)`)
	dueSum     = regexp.MustCompile(`^(?:(?:[一二三四五六七八九十]{1,3}|\d{1,2})年(?:来|间)?累计)`)
	yearly     = regexp.MustCompile(`^(?:力争|争取|确保)?(年)`)
	fromWord   = regexp.MustCompile(`(?:力争|争取|确保|力求|计划|预计)?[自从]?$`)
	partEnd    = regexp.MustCompile(`^[末底]?(?:以?前)?`)
	notLast    = regexp.MustCompile(`^(?:的|同期|结转|水平|基础|未|剩余|相比|续建)`)
	forward    = regexp.MustCompile(`(?:力争|争取|确保|力求|预计|计划)?(?:到|至|截至|截止到?|在|于)?$`)
)

// yearsMark is a number of years (5年内, 今后三年, 用两年时间, 2022年起5年内): due at the last of them,
// counted from the year it names or the plan's first, also beyond the plan's last. 三年完成 says so only where a
// clause begins with it.
func (s *script) yearsMark(i int, rest string, p plan.Period) (dueMark, bool) {
	at := dueYears.FindStringSubmatch(rest)
	if at == nil || i > 0 && s.folded[i-1] >= '0' && s.folded[i-1] <= '9' {
		return dueMark{}, false
	}
	since, with, ahead, count, within := at[1], at[2], at[3], at[4], at[5]
	before := lastOf(s.folded[:i])
	last, _ := utf8.DecodeLastRuneInString(before)
	if strings.ContainsRune(".第年每近连续-/前过", last) || ageLast.MatchString(before) ||
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
	m := dueMark{stretch: stretch{i - len(fromWord.FindString(before)), i + len(at[0])}}
	if head, _, found := strings.Cut(at[0], ","); found {
		m.from = i + len(head) + len(",") // of the clause that the number of years is in
	}
	if first > 0 && n > 0 {
		m.text = strconv.Itoa(first + n - 1)
	}
	return m, true
}

// nthMark is a year of a plan of several, by its place: 第一年.
func (s *script) nthMark(i int, rest string, p plan.Period) (dueMark, bool) {
	at := dueNth.FindStringSubmatch(rest)
	if at == nil || p.First == p.Last || !s.startsClause(i) {
		return dueMark{}, false
	}
	n, _ := numeralValue(firstWord(at[1], "一"))
	return dueMark{stretch: stretch{i, i + len(at[0])}, text: strconv.Itoa(p.First + int(n.IntPart()) - 1)}, true
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
	at := lastYear.FindString(rest)
	if at == "" || !s.startsClause(i) || notLast.MatchString(rest[len(at):]) {
		return dueMark{}, false
	}
	return dueMark{stretch: stretch{i, i + len(at)}, past: true}, true
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
	if at := dueAnnual.FindStringIndex(rest); at != nil || strings.HasPrefix(rest, "年均") && s.countsYearly(rest[len("年均"):]) {
		return dueMark{stretch: stretch{i, i + len("每年")}, text: everyYear, annual: true}, true
	}
	if at := dueOften.FindStringIndex(rest); at != nil {
		return dueMark{stretch: stretch{i, i + at[1]}, text: everyYear, annual: true, often: true}, true
	}
	if at := yearly.FindStringSubmatchIndex(rest); at != nil && s.counts(rest[at[1]:]) && s.startsClause(i) {
		return dueMark{stretch: stretch{i, i + at[3]}, text: everyYear, annual: true}, true
	}
	return dueMark{}, false
}

// monthMark is a month without its year (9月底前): of the year named before it or of the plan's only one,
// else of no year that can be said. Within a date it says nothing of its own.
func (s *script) monthMark(i int, rest string, year int) (dueMark, bool) {
	at := dueMonth.FindStringSubmatch(rest)
	before, _ := utf8.DecodeLastRuneInString(s.folded[:i])
	if at == nil || before == '年' || before >= '0' && before <= '9' || strings.ContainsRune("-/.至到", before) {
		return dueMark{}, false
	}
	m := dueMark{stretch: stretch{i, i + len(strings.TrimSuffix(at[0], "完成"))}}
	if year > 0 {
		m.text = strconv.Itoa(year) + "年" + at[1] + strings.Replace(at[2]+at[3]+at[4], "末", "底", 1)
	}
	return m, true
}

// partMark is a quarter, a half or the end of a year without its number: 上半年, 二季度, 年底前.
func (s *script) partMark(i int, rest string, year int) (dueMark, bool) {
	part := dueQuarter.FindString(rest)
	words := dueNow.FindString(rest)
	if part != "" {
		words = part + partEnd.FindString(rest[len(part):])
	}
	before, _ := utf8.DecodeLastRuneInString(s.folded[:i])
	if words == "" || words == "年" || words == "年前" || strings.ContainsRune("0123456789年每-/至去上近全多一二两三四五六七八九十", before) || compared(s.folded[:i], rest[len(words):]) {
		return dueMark{}, false
	}
	m := dueMark{stretch: stretch{i - len(forward.FindString(s.folded[max(0, i-30):i])), i + len(words)}}
	if year > 0 {
		m.text = strconv.Itoa(year)
		if part != "" {
			m.text += "年" + part
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

func (s *script) numeralOf(rest string, at []int) string {
	if at[2] < 0 {
		return ""
	}
	return rest[at[2]:at[3]]
}

// spanMark is “十四五”期间 and the like: due at its last year. Five-year plans
// are counted from 十五 (2001-2005).
func (s *script) spanMark(words, numeral string, i int, p plan.Period) dueMark {
	last := p.Last
	if n, ok := numeralValue(numeral); ok && numeral != "" {
		last = 2005 + int(n.IntPart())*5
	}
	m := dueMark{stretch: stretch{i - len(forward.FindString(s.folded[max(0, i-30):i])), i + len(words)}}
	if last > 0 {
		m.text = strconv.Itoa(last)
		m.past = last <= p.Base || strings.HasSuffix(words, "以来")
	}
	return m
}

// yearMark is a year something is due in; not one that is compared with.
func (s *script) yearMark(i int, rest string, p plan.Period) (dueMark, bool) {
	at := dueYear.FindStringSubmatchIndex(rest)
	if at == nil {
		return dueMark{}, false
	}
	before := s.folded[:i]
	to := i + at[1]
	if i > 0 && before[i-1] >= '0' && before[i-1] <= '9' || compared(before, s.folded[to:]) {
		return dueMark{}, false
	}
	year, _ := strconv.Atoi(rest[at[4]:at[5]])
	m := dueMark{text: rest[at[4]:at[5]], past: year <= p.Base}
	month, tail := rest[at[6]:at[7]], strings.TrimPrefix(rest[at[8]:at[9]], "年")
	if tail == "初" && month == "" && tail == rest[at[8]:at[9]] && !s.pausesAt(to) && s.words.leadVerb(s.folded[to:]) == 0 {
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
