package target

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// past is what a number is compared with.
const past = `(?:20\d\d年|上一?年度?|去年|年初|上半年|第?[一二三四]季度|期初|基期|“?十.五”?(?:期?末)?)(?:底|末|同期)?(?:相比)?`

var (
	comparison = regexp.MustCompile(`^(?:是|为|相当于)` + past + `的?$|(?:较|比|与)` + past)
	// openingTime is what begins a clause and says when, or since when: 3年内, 分两批, 较上年.
	openingTime = regexp.MustCompile(`^(?:分(?:批次?|步|期|年度?)|[\d一二三四五]+年内|(?:较|比|与)` + past + `)`)
	asides      = regexp.MustCompile(`[(（][^()（）]*[0-9０-９][^()（）]*[)）]`)
	leadAside   = regexp.MustCompile(`^[(（][^()（）]*[)）](.)`)
	grade       = regexp.MustCompile(`^(?:[^、]{1,6}级|(?:超过?|过)?[\d.]*[百千万]*[亿万]元(?:以上|级)?)$`)
	gradeOf     = regexp.MustCompile(`^(?:.*?级|[^\d亿]{0,8}?(?:超过?|过)?[\d.]*[百千万]*[亿万]元)(?:及?以上)?`)
	threshold   = regexp.MustCompile(`^(?:超过?|过)?(?:\d|[百千万]*亿|[百千]万)`)
	quality     = regexp.MustCompile(`^([^\d]*?(?:收入|产值|规模|投资额?|利润|税收|营收|销售额))(?:超过?|过|突破|达到?)?(?:\d|[百千万]*亿|[百千]万)`)
)

// measure returns what is measured in as few words of the document as say it,
// "" where they do not.
func (v view) measure() string {
	before := v.nounBefore()
	if before == "对" || before == "为" || before == "把" || before == "将" { // 对300户家庭进行改造
		before = ""
	}
	after := v.nounAfter()
	if v.triedIn() || v.ofProjects() {
		before = ""
	}
	if v.honoured() {
		before = before[:len(before)-v.of("deed.honours").Back(before)]
	}
	if size := v.sizeOf(); size != "" && v.head.class == classAmount {
		before, after = after, size
	}
	if v.head.apart {
		before = v.of("op.up").TrimHead(v.of("op.down").TrimHead(before))
	}
	name := leadAside.ReplaceAllString(comparison.ReplaceAllString(asides.ReplaceAllString(tight(before+after), ""), ""), "$1")
	if v.of("measure.added").TrimHead(name) == "" || v.words().before.Has(strings.TrimLeft(name, "共再新")) {
		name = ""
	}
	if v.words().bareNoun(name) && v.reader.past.measure != "" {
		subject := v.words().bareTail(v.reader.past.measure)
		return subject + name
	}
	switch past := v.reader.past.measure; {
	case name == "" && v.reaches() && strings.HasPrefix(v.left, "累计"):
		return v.of("measure.added").TrimHead(past)
	case name == "" && v.reaches():
		return v.words().lasting(past)
	case name == "":
		return v.of("stage").TrimTail(past)
	case name == "人均":
		return name + past
	}
	return v.completed(name)
}

// tight leaves out the blanks beside a Han character: 较 2020 年.
func tight(words string) string {
	if !strings.ContainsAny(words, " \u3000\n") {
		return words
	}
	all := []rune(words)
	han := func(i int) bool { return i >= 0 && i < len(all) && unicode.Is(unicode.Han, all[i]) }
	var b strings.Builder
	for i, r := range all {
		if !unicode.IsSpace(r) || !han(i-1) && !han(i+1) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// completed adds what an enumeration says once for all its members: what the
// thresholds are of (年销售收入10亿元以上企业、亿元以上单品种), and the noun after a
// grade (国家级绿色工厂5家、省级10家).
func (v view) completed(name string) string {
	past := &v.reader.past
	switch {
	case past.measure == "":
	case v.of("stage").Has(name) && past.class == v.head.class:
		return v.of("stage").TrimTail(past.measure) + name
	case v.head.class == classShare && (name == "" || v.of("target.place").Has(name)):
		return name + v.of("target.place").TrimHead(past.measure)
	case grade.MatchString(name):
		if threshold.MatchString(name) {
			name = past.quality + name
		}
		whole := gradeOf.ReplaceAllString(past.measure, "")
		if v.head.class == classCount {
			whole = strings.TrimSuffix(strings.TrimSuffix(whole, "总数"), "数量") // A级景区总数45家,其中5A级2家
		}
		return name + whole
	case v.words().leadVerb(name) == len(name) && past.class == v.head.class: // 改造小区100个,再改造80个
		return name + past.measure[v.words().leadVerb(past.measure):]
	case strings.HasPrefix(name, "占"), v.of("change.course").Has(name):
		return v.of("change.course").TrimTail(past.measure) + name
	}
	if subject := v.subject(name); subject != "" {
		return subject + name
	}
	if threshold.MatchString(name) && v.words().deedOf(v.left) == deedNone {
		return past.quality + name
	}
	past.quality = ""
	if at := quality.FindStringSubmatch(name); at != nil {
		past.quality = at[1]
	}
	return name
}

// subject is what an enumeration says once before rates of one kind:
// 县城|防洪标准…、排涝标准….
func (v view) subject(name string) string {
	said, own := []rune(v.reader.past.measure), []rune(name)
	n := len(own)
	if v.from == v.clause.from || !v.of("target.rate").Tail(name) || n < 3 || n > 5 || len(said) <= n ||
		string(said[len(said)-2:]) != string(own[n-2:]) {
		return ""
	}
	return string(said[:len(said)-n])
}

// bareTail is a measure without the noun that says what of it is measured.
func (v *vocabulary) bareTail(measure string) string {
	measure = v.Of("measure.added").TrimHead(measure)
	if measure == "营业收入" || measure == "主营业务收入" || measure == "销售收入" {
		return "" // the whole is such a noun
	}
	for _, w := range []string{"数量", "总数", "总量", "总额", "总产值", "产值", "总里程", "里程", "净增", "新增", "营业收入", "收入", "播种面积", "种植面积", "面积", "规模", "人数", "数"} {
		if s, ok := strings.CutSuffix(measure, w); ok && s != "" {
			if v.leadVerb(s) == len(s) {
				return ""
			}
			return s
		}
	}
	return measure
}

// nounBefore is the noun before the figure, its verb and adverbs left out.
func (v view) nounBefore() string {
	s, f := v.reader.script, v.head
	var words strings.Builder
	from := v.from
	for _, d := range v.reader.duesWithin(from, f.opFrom) {
		words.WriteString(v.strip(from, d.from))
		from = max(from, d.to)
	}
	words.WriteString(v.strip(from, f.opFrom))
	if f.unit == "" && f.class == classCount {
		return strings.TrimSuffix(words.String(), s.original(f.from, f.to))
	}
	return words.String()
}

// strip returns the document's words for a stretch before the figure without
// what does not name the thing.
func (v view) strip(from, to int) string {
	if from >= to {
		return ""
	}
	s := v.reader.script
	mask := s.view(from)
	from, to = s.trim(from, to)
	from = v.skipLead(mask, from, to)
	for from < to {
		at := v.tail(mask[from:to])
		if at < 0 {
			break
		}
		to = from + at
	}
	if v.countsThings() {
		return v.withoutInside(mask, from, to)
	}
	return s.original(from, to)
}

// skipLead passes over the adverbs and, where things are counted, the verbs a
// stretch begins with.
func (v view) skipLead(mask string, from, to int) int {
	for from < to {
		rest := mask[from:to]
		if n := v.adverb(rest); n > 0 {
			from += n
			continue
		}
		if n := v.of("measure.handled").Head(rest); n > 0 && len(rest) > n+len("一") && v.of("measure.held").Head(rest) == 0 { // 将|审批时间|压缩至
			from += n
			continue
		}
		n := v.words().leadVerb(rest)
		if n == 0 || v.of("measure.added").Head(rest) > 0 || !v.countsThings() || v.named(rest) {
			break
		}
		from += n
	}
	return from
}

// named reports whether the verb that a text begins with is part of what is measured; of things, 建成区 is what is built.
func (v view) named(rest string) bool {
	return v.words().named.Head(rest) > 0 && !(v.head.class == classCount && strings.HasPrefix(rest, "建成区"))
}

// adverb returns the length of the word that a text begins with where it only says how or when: 力争, 全年, and 基本
// before a verb; 0 where it begins with the name.
func (v view) adverb(rest string) int {
	if n := max(len(openingTime.FindString(rest)), v.words().opening.Head(rest)); n > 0 {
		if v.words().whole.Head(rest) > 0 || v.of("noun.verb").Head(rest[n:]) > 0 {
			return 0
		}
		return n
	}
	n := v.of("measure.adverb").Head(rest)
	if after := rest[n:]; n > 0 && (after == "" || v.words().leadVerb(after) > 0 || v.adverb(after) > 0) && v.of("noun.verb").Head(after) == 0 {
		return n
	}
	return 0
}

func (v view) tail(words string) int {
	if v.isGrowth() {
		if n := v.of("growth").Back(words); n > 0 {
			return len(words) - n
		}
	}
	if n := v.words().tails.Back(words); n > 0 && !v.of("per.head").Tail(words) && !strings.HasSuffix(words, "平均") {
		return len(words) - n
	}
	return startOf(words)
}

// startOf returns where the words begin that say where a change starts: 由2025年的30%; -1 where none do.
func startOf(words string) int {
	last := strings.LastIndexAny(words, digits)
	if last < 0 || utf8.RuneCountInString(words[last+1:]) > len("百分点之一") {
		return -1
	}
	before := yearEnd.ReplaceAllString(strings.TrimRight(words[:last+1], digits+"."), "")
	if rest := strings.TrimRight(before, "从由"); rest != before {
		return len(rest)
	}
	return -1
}

// lasting is a measure without what is said of its course: 增加值|增速高于全国, 项目|开工.
func (v *vocabulary) lasting(measure string) string {
	measure = v.Of("change.course").TrimTail(measure)
	if at := v.Of("gap").Index(measure); at >= 0 {
		measure = v.Of("growth").TrimTail(measure[:at])
	}
	return v.Of("stage").TrimTail(measure)
}

// countsThings reports whether it is a figure whose verb is no part of what it measures.
func (v view) countsThings() bool {
	f := v.head
	return f.class == classCount || f.class == classAmount && (f.before == opNone || v.right != "" && v.words().endsInVerb(v.left))
}

// withoutInside leaves out a verb between who does it and what is counted:
// 市中心城区建成公交充换电站.
func (v view) withoutInside(mask string, from, to int) string {
	s := v.reader.script
	words := mask[from:to]
	at := v.insideVerb(words)
	if at == nil || at[0] > 0 && !v.of("doer").Tail(bare(words[:at[0]])) || v.of("measure.added").Head(words) > 0 || v.head.before != opNone || v.words().named.Head(words[at[0]:]) > 0 || v.words().nouns.In(words) {
		return s.original(from, to)
	}
	return s.original(from, from+at[0]) + s.original(from+at[1], to)
}

// insideVerb is where the first verb between who does it and what is counted stands, with 各 before it; nil where none does.
func (v view) insideVerb(words string) []int {
	verbs := v.of("measure.inside")
	for i := range words {
		from := i + headLen(words[i:], "各", "均", "分别")
		to := from
		for n := verbs.Head(words[to:]); n > 0; n = verbs.Head(words[to:]) {
			to += n
		}
		if to > from {
			return []int{i, to}
		}
	}
	return nil
}

// nounAfter is the noun after the figure, where it counts one.
func (v view) nounAfter() string {
	s := v.reader.script
	from, to := s.trim(v.head.to, v.to)
	if v.right == "" && !(v.head.class == classCount && (strings.HasPrefix(s.folded[from:to], "“") || strings.HasPrefix(s.folded[from:to], "《"))) {
		return ""
	}
	from += v.words().ruleAt(s.view(from)[from:to])
	rest := strings.TrimPrefix(s.view(from)[from:to], "的")
	if v.inTime() {
		rest = strings.TrimPrefix(rest, "内")
	}
	from = to - len(rest)
	return s.original(from, from+len(strings.TrimSuffix(rest, "建设")))
}

// phraseFrom is where the words that state the target begin.
func (v view) phraseFrom() int {
	s := v.reader.script
	from, _ := s.trim(v.from, v.head.opFrom)
	if k := v.reader.duesBefore(from + 1); k > 0 {
		if to := v.reader.dues[k-1].to; to > from && to <= v.head.opFrom {
			from = to
		}
	}
	for _, w := range []string{"力争", "争取", "确保", "初步"} {
		if strings.HasPrefix(s.folded[from:v.head.opFrom], w) {
			from += len(w)
		}
	}
	return from
}
