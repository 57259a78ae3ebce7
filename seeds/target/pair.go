package target

import (
	"regexp"
	"slices"
	"strings"
)

const respectively = "分别"

// pairs reads a clause like A、B的绿地率分别达36%、35%: each number goes with its
// own subject. False where the clause is none of these.
func (r *targetReader) pairs(c clause) bool {
	mask := r.script.view(c.from)
	at := strings.Index(mask[c.from:c.to], respectively)
	if at < 0 {
		return false
	}
	at += c.from
	run := r.run(c, at+len(respectively))
	if len(run) < 2 {
		return false
	}
	from := c.from
	for _, d := range r.duesWithin(c.from, at) {
		from = max(from, d.to)
	}
	from, to := r.script.trim(from, at)
	subjects, doubt := r.subjects(from, to, len(run))
	if subjects[0] == "" {
		one := r.view(c, member{stretch{at + len(respectively), run[0].to}, run[0].head})
		subjects = slices.Repeat([]string{firstWord(one.nounBefore(), r.past.measure)}, len(run))
	}
	years := r.years(c.from, at, len(run))
	if years == nil {
		years = r.years(c.sentence, at, len(run))
	}
	if years != nil {
		doubt = ""
	}
	for i, p := range run {
		p.stretch = stretch{from, run[len(run)-1].to}
		p.head.share(run)
		v := r.view(c, p)
		v.left = bare(mask[from:to]) + bare(mask[at+len(respectively):run[0].head.opFrom])
		v.right, v.number = "", run[0].head.from
		if years != nil {
			v.due = years[i]
		}
		if v.due.past || v.hasBeen() {
			continue
		}
		r.add(v, subjects[i]+strings.TrimPrefix(v.left[len(v.of("change").TrimTail(v.left)):], "累计"), doubt)
	}
	for _, p := range c.pieces {
		if p.head.from > run[len(run)-1].head.from {
			r.member(c, p)
		}
	}
	return true
}

// share takes over the operator words that stand once for all of a run: the ones
// before its first number and after its last.
func (f *figure) share(run []member) {
	if f.before == opNone {
		f.before = run[0].head.before
	}
	if f.after == opNone {
		f.after = run[len(run)-1].head.after
	}
}

// run returns the pieces that stand bare after 分别: one number after the other.
func (r *targetReader) run(c clause, after int) []member {
	var run []member
	mask := r.script.view(c.from)
	for _, p := range c.pieces {
		if p.head.from < after {
			continue
		}
		words := bare(mask[min(max(p.from, after), p.head.opFrom):p.head.opFrom])
		if len(run) == 0 && words != "" && r.script.words.leadVerb(words) == 0 && !r.script.words.Of("growth").Tail(words) && !r.script.words.Of("change").Tail(words) ||
			len(run) > 0 && (words != "" || p.head.class != run[0].head.class) {
			break
		}
		run = append(run, p)
	}
	return run
}

// years returns the years of 2022年、2025年…分别达到…, nil where there are not n of
// them.
func (r *targetReader) years(from, at, n int) []dueMark {
	var marks []dueMark
	for _, d := range r.duesWithin(from, at) {
		if !d.annual && !sums(d) {
			marks = append(marks, d)
		}
	}
	if len(marks) != n {
		return nil
	}
	return marks
}

// eachYear returns the years of 2026年、2027年各改造80个, nil where the number is not of each of several years.
func (r *targetReader) eachYear(p member) []dueMark {
	marks := r.duesWithin(p.from, p.head.opFrom)
	for i, m := range marks {
		next := p.head.opFrom
		if i+1 < len(marks) {
			next = marks[i+1].from
		}
		switch between := r.script.folded[m.to:next]; {
		case m.annual || sums(m) || len(marks) < 2:
			return nil
		case i+1 < len(marks) && between != "" && between != "、" && between != "和" && between != "与" && between != "及":
			return nil
		case i+1 == len(marks) && !strings.HasPrefix(between, "各"):
			return nil
		}
	}
	return marks
}

// subjects parts the words before 分别 into n measures. Where they name one
// only, the subjects of the 分别 before it are meant.
func (r *targetReader) subjects(from, to, n int) ([]string, string) {
	from = view{reader: r, member: member{head: figure{class: classShare}}}.skipLead(r.script.view(from), from, to)
	parts := coordinated(strings.TrimSuffix(strings.TrimSuffix(r.script.original(from, to), "年均"), "累计"))
	if len(parts) == n {
		tail := sharedTail(parts)
		r.past.subjects = nil
		for i, p := range parts {
			p = strings.TrimSuffix(p, tail)
			r.past.subjects = append(r.past.subjects, p)
			parts[i] = p + tail
		}
		return parts, ""
	}
	if said := r.past.measures; len(parts) == 0 && len(said) >= n {
		return slices.Clone(said[len(said)-n:]), ""
	}
	whole := strings.Join(parts, "、")
	if rest, ok := strings.CutPrefix(whole, "城乡"); ok && n == 2 {
		r.past.subjects = []string{"城镇", "农村"}
		return []string{"城镇" + rest, "农村" + rest}, ""
	}
	if len(parts) == 1 && len(r.past.subjects) == n {
		parts = nil
		for _, s := range r.past.subjects {
			parts = append(parts, s+whole)
		}
		return parts, ""
	}
	return slices.Repeat([]string{whole}, n), "“分别”前后的个数对不上"
}

// jointWord joins the members of an enumeration; 及时率 and 和谐度 only begin as it does.
var jointWord = regexp.MustCompile(`(?:以及|及|和|与)([^时格谐会]|$)`)

// coordinated parts an enumeration: A、B和C.
func coordinated(words string) []string {
	words = jointWord.ReplaceAllString(words, "、${1}")
	return strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("、,，", r) })
}

// sharedTail is what the last member of an enumeration says for all of them: the
// words after the end it shares with the others (中心城区、县城|绿地率).
func sharedTail(parts []string) string {
	last := []rune(parts[len(parts)-1])
	end := []rune(parts[0])
	behind := func(n int) string {
		suffix := string(end[len(end)-n:])
		if i := strings.LastIndex(string(last), suffix); i >= 0 && i+len(suffix) < len(string(last)) {
			return string(last)[i+len(suffix):]
		}
		return ""
	}
	least := 2 // one character alone says little: 氨氮、氮氧化物
	if strings.ContainsRune("街路市县区镇乡村城园港", end[len(end)-1]) {
		least = 1
	}
	for n := len(end); n >= least; n-- {
		if tail := behind(n); tail != "" {
			return tail
		}
	}
	if len(end) == 2 && len(last) > 3 && end[0] == last[0] { // 用水、用气|报装
		return string(last[2:])
	}
	for _, noun := range metricNouns {
		if i := strings.LastIndex(string(last), noun); i > 0 && !strings.HasPrefix(parts[0], string(last)[:i]) {
			return string(last)[i:]
		}
	}
	if tail := behind(1); tail != "" {
		return tail
	}
	if n := len(end); n < len(last) && strings.HasSuffix(string(last), "率") {
		return string(last[n:])
	}
	return ""
}

// metricNouns are what is said of several things at once where they share no
// word: 工业、农业|增加值.
var metricNouns = []string{"重点工程减排量", "减排量", "排放总量", "排放量", "居民人均可支配收入", "居民可支配收入", "居民收入", "总装机容量", "装机容量", "增加值", "销售额", "交易额", "零售额", "成交额", "吞吐量", "发电量", "保有量", "总产值", "产值", "营业收入", "收入", "普及率", "覆盖率", "合格率", "利用率", "处理率", "达标率", "入学率", "人均", "产量", "面积", "里程", "规模", "总量", "数量", "比重", "比例", "占比", "绿地率", "绿化率", "城镇化率", "参保率"}
