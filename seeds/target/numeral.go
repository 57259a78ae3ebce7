package target

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"tianbao/seeds/text"
)

// numerals are the runes a number in Chinese begins with.
const numerals = "一二两三四五六七八九十百千万亿"

// beforeWord are the runes that make a name or a set phrase of a numeral after
// them: 第一, 统一, 数百, 每一.
const beforeWord = "第其同统唯之每某任多这那逐专归万单均"

// vague are the runes that make no number of 十 after them: 数十, 近十.
const vague = "几数上成近"

// numeralAt reads a number in Chinese numerals that counts things (两座), a
// share (百分之九十) or a bare magnitude of money (突破千亿元).
func (s *script) numeralAt(i, next int) (*figure, int) {
	if whole, _, found := strings.Cut(firstOf(s.folded[i:]), "分之"); found && whole != "百" && len(whole) == len("三") {
		if f := s.fractionAt(i, whole, "分之"); f != nil {
			return f, f.to
		}
	}
	if double := strings.HasPrefix(s.folded[i:], "两位数"); double {
		return s.doubleDigits(i)
	}
	if share, ok := strings.CutPrefix(s.folded[i:], "百分之"); ok {
		return s.shareAt(i, len(s.folded)-len(share))
	}
	word := s.folded[i : i+len(s.folded[i:])-len(strings.TrimLeft(s.folded[i:], numerals+"零〇"))]
	if f, end := s.magnitudeOfMoney(i, word); f != nil {
		return f, end
	}
	before, _ := utf8.DecodeLastRuneInString(s.folded[:i])
	number := strings.TrimRight(word, "万亿")
	value, ok := numeralValue(number)
	first, _ := utf8.DecodeRuneInString(word)
	if !ok || strings.ContainsRune("百千", first) || i > 0 && strings.ContainsRune(beforeWord, before) ||
		first == '十' && i > 0 && strings.ContainsRune(vague, before) {
		return nil, i + len(word)
	}
	f := &figure{from: i, min: value, max: value, numeral: true}
	end := i + len(number)
	if kind, ok := strings.CutPrefix(s.folded[end:], "次"); ok && s.words.Of("target.times").Head(kind) > 0 {
		return nil, end // 一次管网, 二次供水
	}
	if top, next := s.upperNumeral(end); next > 0 && top.GreaterThan(value) && !startsMove(s.folded[:i]) {
		f.max, f.ranged, end = top, true, next
	}
	if tenths.MatchString(s.folded[end:]) {
		f.unit, f.class, f.numeral = "成", classShare, false
		f.to, f.after = s.operatorAfter(end + len("成"))
		return f, f.to
	}
	f, end = s.withUnit(f, end)
	if f != nil && f.unit == "类" {
		return nil, end // 商业二类企业
	}
	if _, stated := s.operatorBefore(i); f != nil && f.class == classAmount && stated != opNone {
		f.numeral = false
		return f, end
	}
	if f != nil && f.unit == "倍" && s.words.Of("growth").Tail(s.folded[:i]) {
		f.numeral = false
		return f, end
	}
	if f == nil || f.class != classCount && (f.unit != "番" || before != '翻') {
		return nil, max(end, i+len(word), next)
	}
	return f, end
}

// tenths is 成 as a share: 三成以上.
var tenths = regexp.MustCompile(`^成(?:以[上下内]|左右|[,;。、)]|$)`)

// upperNumeral reads the upper number of a range like 三至五家 whose lower one
// ends at end; 0 where there is none.
func (s *script) upperNumeral(end int) (decimal.Decimal, int) {
	dash := s.folded[end:][:dashLen(s.folded[end:])]
	rest := s.folded[end+len(dash):]
	word := rest[:len(rest)-len(strings.TrimLeft(rest, "一二两三四五六七八九十百"))]
	value, ok := numeralValue(word)
	if dash == "" || !ok {
		return decimal.Zero, 0
	}
	return value, end + len(dash) + len(word)
}

// shareAt reads 百分之…; from is where the numeral begins.
func (s *script) shareAt(i, from int) (*figure, int) {
	rest := s.folded[from:]
	word := rest[:len(rest)-len(strings.TrimLeft(rest, numerals))]
	value, ok := numeralValue(word)
	if !ok {
		return nil, from + len(word)
	}
	f := &figure{from: i, min: value, max: value, unit: "%", class: classShare}
	f.to, f.after = s.operatorAfter(from + len(word))
	return f, f.to
}

// money are the magnitudes that stand for a number of their own before 元, and
// the unit that remains.
var money = map[string]struct {
	value int64
	unit  string
}{
	"百万": {100, "万"}, "千万": {1000, "万"}, "亿": {1, "亿"}, "十亿": {10, "亿"},
	"百亿": {100, "亿"}, "千亿": {1000, "亿"}, "万亿": {1, "万亿"},
}

// magnitudeOfMoney reads 千亿元 where it ends a statement to be reached; before
// a noun (千亿元产业) it is a threshold.
func (s *script) magnitudeOfMoney(i int, word string) (*figure, int) {
	m, ok := money[word]
	end := i + len(word)
	rest := s.folded[end:]
	currency := ""
	if strings.HasPrefix(rest, "元") || strings.HasPrefix(rest, "美元") {
		currency = rest[:strings.Index(rest, "元")+len("元")]
	}
	_, before := s.operatorBefore(i)
	if !ok || currency == "" && before != opAbove {
		return nil, 0
	}
	to, after := s.operatorAfter(end + len(currency))
	for _, w := range []string{"大关", "台阶"} {
		to += len(w) * strings.Count(s.folded[to:min(len(s.folded), to+len(w))], w)
	}
	if before == opNone || !s.stopsAt(to) {
		return nil, 0
	}
	value := decimal.NewFromInt(m.value)
	f := &figure{from: i, to: to, min: value, max: value, unit: m.unit + currency, class: classAmount, after: after}
	if currency == "" {
		f.doubt = "文中未写计量单位,请核对"
	}
	return f, to
}

// tenThousands returns the value of a numeral that goes on below 万: 一万二千.
// 一万二 is left: it may be 12000 as well as 10002.
func tenThousands(word string) (decimal.Decimal, bool) {
	high, low, _ := strings.Cut(word, "万")
	above, ok := numeralValue(high)
	below, fits := numeralValue(low)
	if !ok || !fits || !strings.HasPrefix(low, "零") && !strings.Contains(low, "千") {
		return decimal.Zero, false
	}
	return above.Mul(decimal.NewFromInt(10000)).Add(below), true
}

// numeralValue returns the value of a numeral: 三百二十, 十, 两, 一万二千.
func numeralValue(word string) (decimal.Decimal, bool) {
	if strings.Contains(word, "万") {
		return tenThousands(word)
	}
	total, digit := int64(0), int64(0)
	scale := map[rune]int64{'十': 10, '百': 100, '千': 1000}
	for _, r := range word {
		switch k := strings.IndexRune("零一二三四五六七八九", r) / len("零"); {
		case digit > 0 && scale[r] == 0:
			return decimal.Zero, false // 两三: not one number
		case r == '两':
			digit = 2
		case r == '〇':
			digit = 0
		case strings.ContainsRune("零一二三四五六七八九", r):
			digit = int64(k)
		case scale[r] > 0:
			total += max(digit, 1) * scale[r]
			digit = 0
		default:
			return decimal.Zero, false
		}
	}
	return decimal.NewFromInt(total + digit), word != ""
}

// breakthroughAt reads “零”的突破 and 零的突破; the quotation marks are emphasis.
func (s *script) breakthroughAt(i, next int) (*figure, int) {
	for _, zero := range []string{"“零”的突破", "零的突破", "“零的突破”", "“0”的突破", "“零”突破", "“零突破”"} {
		if strings.HasPrefix(s.folded[i:], zero) {
			end := i + len(zero)
			return &figure{from: i, to: end, class: classCount, before: opAbove, after: opAbove,
				doubt: "“零的突破”按大于零理解,文中未写计量单位"}, end
		}
	}
	return nil, next
}

// fractionAt reads 三分之一 or 1/3 as a share in percent, in doubt: nobody writes 33.3% so; nil where
// none is there. The first number is the whole in words, and the part in digits.
func (s *script) fractionAt(i int, first, stroke string) *figure {
	rest, ok := strings.CutPrefix(s.folded[i+len(first):], stroke)
	second := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
	if stroke != "/" {
		second = rest[:len(rest)-len(strings.TrimLeft(rest, "一二三四五六七八九"))]
	}
	end := i + len(first) + len(stroke) + len(second)
	if !ok || len(first) > len("三") || len(second) == 0 || len(second) > len("三") || magnitudeAt(s.folded[end:]) != "" || s.partOfWord(end) || end < len(s.folded) && isLatin(s.folded[end]) {
		return nil
	}
	part, whole := decimal.NewFromInt(int64(text.Numeral(first))), decimal.NewFromInt(int64(text.Numeral(second)))
	if stroke != "/" {
		part, whole = whole, part
	}
	if !part.IsPositive() || part.GreaterThanOrEqual(whole) {
		return nil
	}
	share := part.Mul(decimal.NewFromInt(100)).DivRound(whole, 1)
	f := &figure{from: i, min: share, max: share, unit: "%", class: classShare, doubt: "写作" + s.original(i, end) + ",已折成百分数,请核对"}
	f.to, f.after = s.operatorAfter(end)
	return f
}

// doubleDigits reads growth of 两位数 as ten percent or more, in doubt.
func (s *script) doubleDigits(i int) (*figure, int) {
	ten := decimal.NewFromInt(10)
	f := &figure{from: i, to: i + len("两位数"), min: ten, max: ten, unit: "%", class: classShare, after: opAtLeast, doubt: "写作“两位数”,暂按10%以上,请核对"}
	if rest, ok := strings.CutPrefix(s.folded[f.to:], "增长"); ok {
		f.to, f.grows = len(s.folded)-len(rest), true
		return f, f.to
	}
	if f.to, _ = s.operatorAfter(f.to); !s.words.Of("growth").Tail(s.folded[:i]) {
		return nil, f.to
	}
	return f, f.to
}
