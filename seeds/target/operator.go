package target

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/plan"
)

// operatorWord is what the words beside a number say of it.
type operatorWord uint8

const (
	opNone operatorWord = iota
	opAtLeast
	opAbove
	opAtMost
	opBelow
	opHeld  // 稳定在, 保持在
	opHold  // 控制在: a ceiling unless the words after it say otherwise
	opAbout // 左右, 约
)

// operatorsBefore are the words that end right before the number, the first
// that fits counts.
var operatorsBefore = []struct {
	word operatorWord
	at   *regexp.Regexp
}{
	{opAtLeast, regexp.MustCompile(`(?:不(?:得|能|应)?(?:低于|少于|小于|短于)|至少(?:达到?|为)?|≥|>=)$`)},
	{opAtMost, regexp.MustCompile(`(?:不(?:得|能|应)?(?:超过|高于|大于|多于|突破)|至多|最多|≤|<=)$`)},
	{opHeld, regexp.MustCompile(`(?:持续|长期|总体|始终)?(?:稳定|保持|维持|巩固)+在?(?:到|于)?$`)},
	{opHeld, regexp.MustCompile(`=$`)},
	{opHold, regexp.MustCompile(`(?:严格|总体|稳定)?(?:控制|限制)(?:在|到|至)$`)},
	{opAtMost, regexp.MustCompile(`(?:降|降低|下降|减少|减|压减|压缩|缩短|缩减|削减|缩小)(?:到|至|为)$`)},
	{opBelow, regexp.MustCompile(`(?:低于|少于|小于|<)$`)},
	{opAbove, regexp.MustCompile(`(?:突破|超过|高于|大于|多于|超|逾|>)$`)},
	{opAbout, regexp.MustCompile(`(?:约为|大约|约|接近|近|达到?约)$`)},
	{opAtLeast, regexp.MustCompile(`(?:(?:提高|提升|增加|增长|发展|扩大|扩充|上升|增|升|恢复|拓展|延长)(?:到|至)|达到?了?|实现)$`)},
}

// reached are the words before a number that speak of a stock, not of what is added.
var reached = regexp.MustCompile(`(?:达到?了?|突破|超过|(?:提高|提升|增加|增长|发展|扩大|扩充|上升|增|升|恢复|降|降低|下降|减少|压减|压缩|缩短)(?:到|至|为)|(?:稳定|保持|维持|控制)在)$`)

var yearBetween = regexp.MustCompile(`(?:(?:19|20|21)\d{2}年(?:底|末)?的?|每[十百千万]+(?:常住)?人口?)$`)

// operatorBefore returns the operator word that ends at i and where it begins;
// a year between them (提高到2025年的50%), or 每千人, is passed over.
func (s *script) operatorBefore(i int) (int, operatorWord) {
	left := s.view(i)[max(0, i-60):i]
	base := i - len(left)
	if year := yearBetween.FindStringIndex(left); year != nil {
		if at, word := operatorEnd(left[:year[0]]); word != opNone {
			return base + at, word
		}
	}
	if at, word := operatorEnd(left); word != opNone {
		return base + at, word
	}
	return i, opNone
}

func operatorEnd(left string) (int, operatorWord) {
	if before, found := strings.CutSuffix(left, "过"); found && before != "" {
		if last, _ := utf8.DecodeLastRuneInString(before); !strings.ContainsRune("通超经不越渡错难路透", last) {
			return len(before), opAbove // 产值过5000亿元
		}
	}
	for _, o := range operatorsBefore {
		if at := o.at.FindStringIndex(left); at != nil {
			return at[0], o.word
		}
	}
	return len(left), opNone
}

// operatorAfter returns the operator word that begins at i, brackets such as
// (含) passed over, and where it ends.
func (s *script) operatorAfter(i int) (int, operatorWord) {
	rest := strings.TrimLeft(s.view(i)[i:], string(fillWide)+string(fillNarrow))
	at := len(s.mask) - len(rest)
	for _, o := range []struct {
		text string
		word operatorWord
	}{
		{"及以上", opAtLeast}, {"以上", opAtLeast}, {"以内", opAtMost}, {"之内", opAtMost},
		{"及以下", opAtMost}, {"以下", opAtMost}, {"左右", opAbout}, {"上下", opAbout},
	} {
		if strings.HasPrefix(rest, o.text) {
			return at + len(o.text), o.word
		}
	}
	if in, ok := strings.CutPrefix(rest, "内"); ok && (s.stopsAt(at+len("内")) || strings.HasPrefix(in, "办结") || strings.HasPrefix(in, "完成")) {
		return at + len("内"), opAtMost
	}
	return i, opNone
}

// operator is how a value is held against the figure. What is after the
// number narrows what is before it.
func (f *figure) operator() plan.Op {
	switch {
	case f.ranged:
		return plan.Between
	case f.after == opAbout || f.before == opAbout:
		return plan.About
	case f.before == opAbove && f.after != opAtMost:
		return plan.Above
	case f.after == opAtLeast:
		return plan.AtLeast
	case f.after == opAtMost || f.before == opAtMost || f.before == opHold:
		return plan.AtMost
	case f.before == opBelow:
		return plan.Below
	case f.before == opHeld:
		return plan.Equal
	}
	return plan.AtLeast
}

// toReach reports whether words beside the figure say that it is one to reach.
func (f *figure) toReach() bool { return f.before != opNone || f.after != opNone }
