package target

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/plan"
	"tianbao/seeds/words"
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

// operatorClasses are the words that end right before the number, by what they say.
var operatorClasses = map[words.Class]operatorWord{"op.least": opAtLeast, "op.above": opAbove, "op.most": opAtMost, "op.below": opBelow, "op.about": opAbout, "op.equal": opHeld}

// yearEnd is a time, or a number of people, between a word and the number it bears on: 提高到|2025年的|50%, 达到|每千人|6张.
var yearEnd = regexp.MustCompile(`(?:(?:(?:19|20|21)\d{2}年|“?十.五”?|○+)(?:期?[底末初])?的?|期[末初]的?|每[十百千万]+(?:常住)?人口?|(?:每人)?每[年月])$`)

// operatorBefore returns the operator word that ends at i and where it begins;
// a year between them (提高到2025年的50%), or 每千人, is passed over.
func (s *script) operatorBefore(i int) (int, operatorWord) {
	left := s.view(i)[max(0, i-60):i]
	base := i - len(left)
	if year := yearEnd.FindStringIndex(left); year != nil {
		if at, word := s.words.operatorEnd(left[:year[0]]); word != opNone {
			return base + at, word
		}
	}
	if at, word := s.words.operatorEnd(left); word != opNone {
		return base + at, word
	}
	return i, opNone
}

// splitMove reads a verb of change that what changes stands behind: 提高|机顶盒占比|至75%.
func (s *script) splitMove(f *figure) {
	left := s.view(f.from)[max(0, f.from-120):f.from]
	clause := left[strings.LastIndexAny(left, ",;。:")+1:]
	up, down := s.words.Of("op.up").Head(clause), s.words.Of("op.down").Head(clause)
	to := max(len(clause)-len(strings.TrimSuffix(clause, "至")), len(clause)-len(strings.TrimSuffix(clause, "到")))
	between := clause[max(up, down) : len(clause)-to]
	if f.before != opNone || to == 0 || up == down || utf8.RuneCountInString(between) < 2 || strings.ContainsAny(between, "、"+digits) {
		return
	}
	f.before, f.apart, f.opFrom = opAtLeast, true, f.from-to
	if down > 0 {
		f.before = opAtMost
	}
}

// operatorEnd is operatorBefore for the words before a number.
func (v *vocabulary) operatorEnd(left string) (int, operatorWord) {
	if before, found := strings.CutSuffix(left, "过"); found && before != "" {
		if last, _ := utf8.DecodeLastRuneInString(before); !strings.ContainsRune("通超经不越渡错难路透", last) {
			return len(before), opAbove // 产值过5000亿元
		}
	}
	n, word := 0, opNone
	for _, o := range v.operators {
		if k := o.words.Back(left); k > n {
			n, word = k, o.word
		}
	}
	if at, moved := v.movedTo(left); moved != opNone && len(left)-at > n {
		return at, moved
	}
	at := len(left) - n
	if before, _ := utf8.DecodeLastRuneInString(left[:at]); word == opAbout && left[at:] == "约" && strings.ContainsRune("签履预节续公条契特邀", before) {
		return len(left), opNone // 签约30个
	}
	for _, not := range []string{"不", "不得", "不能", "不应"} {
		if strings.HasSuffix(left[:at], not) && n > 0 {
			at, word = at-len(not), map[operatorWord]operatorWord{opBelow: opAtLeast, opAbove: opAtMost}[word]
			break
		}
	}
	return at, word
}

// movedTo reads the verbs of change and of holding with the word that leads to the number: 提高|到, 降|至, 稳定|在.
func (v *vocabulary) movedTo(left string) (int, operatorWord) {
	at, to := len(left), ""
	for _, w := range []string{"在", "到", "至", "于", "为"} {
		if rest, ok := strings.CutSuffix(left, w); ok {
			at, to = len(rest), w
			break
		}
	}
	if rest, ok := strings.CutSuffix(left[:at], "在"); ok && to == "到" {
		at, to = len(rest), "在"
	}
	for _, m := range v.moves {
		n := m.words.Back(left[:at])
		if n == 0 || !slices.Contains(m.to, to) {
			continue
		}
		for at -= n; ; at -= n {
			if n = max(v.held.Back(left[:at]), v.steady.Back(left[:at])); n == 0 || m.word != opHeld && m.word != opHold {
				return at, m.word
			}
		}
	}
	return at, opNone
}

// reached reports whether the words before a number speak of a stock that comes to it, not of what is added.
func (v *vocabulary) reached(left string) bool {
	if _, word := v.movedTo(left); word != opNone {
		return strings.HasSuffix(left, "在") || word != opHeld
	}
	return v.stands.Back(left) > 0
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
