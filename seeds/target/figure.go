package target

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"tianbao/seeds/text"
)

// figure is a number with its unit as it is in the text, before it is
// decided whether it is a target. Places are bytes of the folded text.
type figure struct {
	opFrom   int // where the words before the number that make its operator begin
	from, to int // the number, its unit and the words after it that make its operator
	min, max decimal.Decimal
	ranged   bool
	unit     string
	class    class
	before   operatorWord
	after    operatorWord
	numeral  bool // written in Chinese numerals
	rank     bool // 前10位
	apart    bool // what leads to the number is apart from its verb: 提高占比|至75%
	boxed    bool // 〔13.5〕: a sum of years
	grows    bool // 两位数增长: a rate of growth
	doubt    string
}

// longestNumber is more digits than any stated number has; what is longer is a
// telephone or document number.
const longestNumber = 16

var (
	numberAt = regexp.MustCompile(`^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`)
)

// figures returns every number that has a unit, in the order of the text.
func (s *script) figures() []figure {
	var all []figure
	dates := s.dates()
	for i := 0; i < len(s.folded); {
		if end := dates.past(i); end > i {
			i = end
			continue
		}
		f, end := s.figureAt(i)
		if f != nil {
			if f.opFrom = f.from; f.before == opNone {
				f.opFrom, f.before = s.operatorBefore(f.from)
			}
			s.splitMove(f)
			if s.amongFirst(f.from) && (f.unit == "位" || f.unit == "名" || f.unit == "%") {
				f.rank, f.opFrom, f.before = true, f.from-len("前"), opAtMost
			}
			all = append(all, *f)
		}
		i = end
	}
	return s.sharedUnits(all)
}

// amongFirst reports whether a number is of the first of many: 全国|前10位; not 年前, 目前.
func (s *script) amongFirst(i int) bool {
	of, first := strings.CutSuffix(s.folded[:i], "前")
	return first && of != "" && !text.EndsIn(of, "目当提年月日以之底此")
}

// sharedUnits gives the first of two numbers the whole of the unit that the second has: 压缩至4个、5个工作日.
func (s *script) sharedUnits(all []figure) []figure {
	for i := 1; i < len(all); i++ {
		a, b := &all[i-1], all[i]
		if between := s.folded[a.to:b.from]; (between == "、" || between == "和") && b.class == classQuality && a.class == classCount && strings.HasPrefix(b.unit, a.unit) {
			a.unit, a.class = b.unit, b.class
		}
	}
	return all
}

// figureAt returns the figure that begins at i, nil where none does, and where
// to read on.
func (s *script) figureAt(i int) (*figure, int) {
	r, n := utf8.DecodeRuneInString(s.folded[i:])
	if r == '(' || r == '[' {
		return s.boxedAt(i, i+n)
	}
	if s.quoted(i) {
		return s.breakthroughAt(i, i+n)
	}
	switch {
	case r == '半':
		return s.halfUnit(i, i+n)
	case strings.HasPrefix(s.folded[i:], "零的突破"):
		return s.breakthroughAt(i, i+n)
	case strings.HasPrefix(s.folded[i:], "过半"):
		return s.halfAt(i, i+n)
	case strings.HasPrefix(s.folded[i:], "一半"):
		return s.halfOf(i)
	case r >= '0' && r <= '9':
		return s.arabicAt(i)
	case isLatin(byte(min(r, 0x7f))):
		return nil, s.skipWord(i)
	case strings.ContainsRune(numerals, r):
		return s.numeralAt(i, i+n)
	}
	return nil, i + n
}

// arabicAt reads a number in digits, or a range of two.
func (s *script) arabicAt(i int) (*figure, int) {
	low := s.number(i)
	end := i + len(low)
	if f := s.fractionAt(i, low, "/"); f != nil {
		return f, f.to
	}
	if before, _ := utf8.DecodeLastRuneInString(s.folded[:i]); strings.ContainsRune(".+×*-/:第", before) && i > 0 || len(low) > longestNumber {
		return nil, s.skipWord(i)
	}
	f := &figure{from: i, min: parseNumber(low)}
	f.max = f.min
	if high, next := s.upper(i, end); next > 0 {
		f.max, f.ranged, end = high, true, next
	}
	return s.withUnit(f, end)
}

// upper reads the upper number of a range whose lower one ends at end; 0 where
// there is none.
func (s *script) upper(from, end int) (decimal.Decimal, int) {
	rest := s.folded[end:]
	unit, _ := s.words.unitAt(rest)
	if unit == "" {
		unit = magnitudeAt(rest)
	}
	dash := rest[len(unit):][:dashLen(rest[len(unit):])]
	high := from
	if dash != "" {
		high = end + len(unit) + len(dash)
	}
	number := s.number(high)
	if dash == "" || number == "" || startsMove(s.folded[:from]) {
		return decimal.Zero, 0
	}
	second, _ := s.words.unitAt(s.folded[high+len(number):])
	low, top := parseNumber(s.folded[from:end]), parseNumber(number)
	if !strings.HasPrefix(second, unit) || low.GreaterThan(top) {
		return decimal.Zero, 0
	}
	return top, high + len(number)
}

// dashLen is the length of what stands between the two numbers of a range, 0 where nothing does.
func dashLen(text string) int { return headLen(text, "--", "-", "至", "到") }

// headLen is the length of the first of some words that a text begins with.
func headLen(text string, words ...string) int {
	for _, w := range words {
		if strings.HasPrefix(text, w) {
			return len(w)
		}
	}
	return 0
}

// startsMove reports whether the text ends in 从 or 由: what follows is where a
// change begins, no range.
func startsMove(before string) bool {
	before = yearEnd.ReplaceAllString(bare(before[max(0, len(before)-60):]), "")
	return strings.HasSuffix(before, "从") || strings.HasSuffix(before, "由")
}

// withUnit completes a figure whose number ends at end; nil where no unit
// follows.
func (s *script) withUnit(f *figure, end int) (*figure, int) {
	magnitude := len(magnitudeAt(s.folded[end:]))
	more := headLen(s.folded[end+magnitude:], "多", "余", "几")
	f.unit, f.class = s.words.unitAt(s.folded[end:])
	if more > 0 { // 30多家: only as much is copied as a unit has
		rest := s.folded[end+magnitude+more:]
		f.unit, f.class = s.words.unitAt(s.folded[end:end+magnitude] + rest[:min(len(rest), s.words.longest*2*utf8.UTFMax)])
	}
	if f.unit == "" {
		return s.unitless(f, end)
	}
	f.unit += s.secondUnit(end+len(f.unit)+more, f.class)
	end += len(f.unit) + more
	if s.partOfWord(end) {
		return nil, end
	}
	f.to, f.after = s.operatorAfter(end)
	if more > 0 && f.after == opNone {
		f.after = opAtLeast
	}
	return f, f.to
}

// secondUnit is the second half of a unit of two: 600件|套. What 3个套房 counts is no part of its unit.
func (s *script) secondUnit(i int, c class) string {
	n := headLen(s.folded[i:], "套", "件", "台", "辆")
	if c != classCount || n == 0 {
		return ""
	}
	at := i + n
	if _, after := s.operatorAfter(at); after != opNone || s.stopsAt(at) {
		return s.folded[i:at]
	}
	return ""
}

// unitless keeps a number without a unit only where the words beside it say
// that it is one to reach: 指数达到98以上, 突破30万, 缩小到1.9:1以内.
func (s *script) unitless(f *figure, end int) (*figure, int) {
	at, before := s.operatorBefore(f.from)
	unit := end + len(ownUnit.FindString(s.folded[end:]))
	latin := unit > end && isLatin(s.folded[unit-1])
	to, after := s.operatorAfter(unit)
	counted := after != opNone && (latin || strings.HasSuffix(s.folded[end:unit], "万"))
	ratio := strings.HasPrefix(s.folded[end:unit], ":") && s.ofRatio(at)
	if own := s.aloneOnLine(f.from, end); own != "" {
		f.unit, f.to, f.class = own, end+len(own), classCount
		return f, f.to
	}
	if strings.HasSuffix(s.folded[end:unit], "万") && s.words.people.In(s.untilStop(unit)) {
		f.unit, f.to, f.class = s.original(end, unit), unit, classCount
		return f, unit
	}
	if f.min.IsZero() && strings.HasSuffix(s.folded[:f.from], "率为") { // 死亡率为0
		before, f.before = opHeld, opHeld
	}
	if strings.HasPrefix(s.folded[end:unit], ":") && before != opNone {
		ratio = true // 达到1:350要求
	}
	if odd := s.oddUnit(unit); odd > 0 && (before != opNone || s.operatorPast(unit+odd)) && !ratio {
		f.unit, f.class, f.doubt = s.original(end, unit+odd), classAmount, "计量单位“"+s.original(unit, unit+odd)+"”少见,请核对"
		f.to, f.after = s.operatorAfter(unit + odd)
		return f, f.to
	}
	if before == opNone && !counted && !ratio || !s.stopsAt(to) && !s.stopsAt(to+headLen(s.folded[to:], "的要求", "的标准", "的水平", "要求", "标准", "水平")) {
		if latin || end < len(s.folded) && isLatin(s.folded[end]) {
			return nil, s.skipWord(f.from)
		}
		return nil, end
	}
	if ratio {
		f.doubt = "写作比值,请核对怎样考核"
	}
	if before == opNone && ratio {
		f.before = opAtLeast
	}
	f.unit = s.original(end, unit)
	f.to, f.after, f.class = to, after, classQuality
	if before == opNone && counted && !latin { // 新增就业人数24万以上
		f.class = classCount
	}
	return f, to
}

// oddUnit is the length of a word of one or two characters that fills what is left of a statement behind its number,
// and so can only be its unit: 稳定在1.5亿|棒; 0 where none does.
func (s *script) oddUnit(i int) int {
	n := 0
	for range 2 {
		r, size := utf8.DecodeRuneInString(s.folded[i+n:])
		if !unicode.Is(unicode.Han, r) || strings.ContainsRune("星强类号流档左以之", r) {
			return 0
		}
		if n += size; s.stopsAt(i+n) || s.operatorPast(i+n) {
			return n
		}
	}
	return 0
}

// operatorPast reports whether nothing but 以上 and its kin is left of a statement.
func (s *script) operatorPast(i int) bool {
	end, word := s.operatorAfter(i)
	return word != opNone && s.stopsAt(end)
}

// ownUnit is what stands for a unit by itself: 突破30万, 缩小到1.9:1, 控制在40DDDs.
var ownUnit = regexp.MustCompile(`^(?:[百千]?万|亿|万亿|:\d+(?:\.\d+)?|[A-Za-z]{2,8})`)

// aloneOnLine is the word behind a number that fills the rest of a line below another: 新发展食用菌\n3000万袋.
func (s *script) aloneOnLine(from, end int) string {
	line, _, _ := strings.Cut(firstOf(s.folded[end:]), "\n")
	if n := utf8.RuneCountInString(line); from == 0 || s.folded[from-1] != '\n' || n == 0 || n > 4 || strings.TrimFunc(line, unicode.IsLetter) != "" {
		return ""
	}
	return line
}

// untilStop is what follows a number up to the next stop, some ten runes at most.
func (s *script) untilStop(i int) string {
	rest := s.view(i)[i:min(len(s.mask), i+36)]
	if stop := strings.IndexAny(rest, ",;。、!?\n"); stop >= 0 {
		rest = rest[:stop]
	}
	return rest
}

// stopsAt reports whether a statement ends there.
func (s *script) stopsAt(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.view(i)[i:])
	return i >= len(s.mask) || r == ')' || strings.ContainsRune(",;。、!?\n", r) || r == fillWide || r == fillNarrow
}

// partOfWord reports whether the rune at i makes a word of the number before it:
// 万吨级, 5年期, 300个百分.
func (s *script) partOfWord(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.folded[i:])
	return i < len(s.folded) && strings.ContainsRune("级型期版强制性", r) && headLen(s.folded[i:], "制度", "制造", "制剂", "强村", "强镇") == 0
}

// number returns the digits at i with thousands separators and decimals as
// written, "" where there are none. A comma is a thousands separator only where
// the document has a half-width one with no blank after it.
func (s *script) number(i int) string {
	n := numberAt.FindString(s.folded[i:])
	for k := range n {
		if n[k] == ',' && (s.text[s.at[i+k]] != ',' || s.at[i+k+1] != s.at[i+k]+1) {
			return n[:k]
		}
	}
	if end := i + len(n); strings.Contains(n, ",") && end < len(s.folded) && s.folded[end] >= '0' && s.folded[end] <= '9' {
		return n[:strings.IndexByte(n, ',')]
	}
	return n
}

// skipWord returns where the run of latin letters and digits at i ends: 5G,
// PM2.5, 4A are words.
func (s *script) skipWord(i int) int {
	for i < len(s.folded) && (isLatin(s.folded[i]) || s.folded[i] == '.' && i+1 < len(s.folded) && isLatin(s.folded[i+1])) {
		i++
	}
	return max(i, 1)
}

// quoted reports whether the rune at i is inside a quotation or a title.
func (s *script) quoted(i int) bool {
	_, n := utf8.DecodeRuneInString(s.folded[i:])
	return s.view(i)[i:i+n] != s.folded[i:i+n] && !s.bracket(i)
}

// bracket reports whether a bracket opens or closes at i.
func (s *script) bracket(i int) bool { return s.folded[i] == '(' || s.folded[i] == ')' }

func parseNumber(digits string) decimal.Decimal {
	d, err := decimal.NewFromString(strings.ReplaceAll(digits, ",", ""))
	if err != nil { // a run of digits with one point always parses
		return decimal.Zero
	}
	return d
}
