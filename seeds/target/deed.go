package target

import (
	"regexp"
	"strings"
)

// deed is what is done to bring a number about.
type deed uint8

const (
	deedNone  deed = iota
	deedAdds       // 建成, 培育, 引进: what is done over the period is counted
	deedGains      // 新增, 累计, 净增: counted even where 达到 follows
)

// deedOf returns the verb of a stretch of the mask; 发展改革 and 改造率 only contain one.
func (v *vocabulary) deedOf(masked string) deed {
	words := v.nouns.Less(bare(masked))
	switch {
	case v.gains.In(words):
		return deedGains
	case v.adds.In(words):
		return deedAdds
	}
	return deedNone
}

// addsToo speaks of what is new without a verb whose results are counted.
var addsToo = regexp.MustCompile(`新|推进|投资|脱贫|就业`)

// Adds reports words that speak of what is new or done in the period: 新增, 培育, 完成投资.
func Adds(said string) bool {
	v := genre().words
	return addsToo.MatchString(said) || v.adds.In(said) || v.gains.In(said)
}

// endsInVerb reports whether a verb is right before the number.
func (v *vocabulary) endsInVerb(masked string) bool {
	words := strings.TrimRight(bare(masked[max(0, len(masked)-60):]), "了")
	return words == "" || v.adds.Tail(words) || v.gains.Tail(words) || v.before.Tail(words)
}

// leadVerb returns the length of the verb that a text begins with.
func (v *vocabulary) leadVerb(text string) int {
	n := max(v.adds.Head(text), v.gains.Head(text))
	if rest, ok := strings.CutPrefix(text, "新"); ok && v.adds.Head(rest) > 0 {
		n = max(n, len("新")+v.adds.Head(rest)) // 新|开通
		if strings.HasSuffix(text[:n], "建成") && v.bornNoun(text[n:]) {
			n -= len("成") // 新建|成人学校
		}
	}
	if rest, ok := strings.CutPrefix(text[n:], "成"); ok && n == len("新建") && strings.HasSuffix(text[:n], "建") && !v.bornNoun(rest) {
		n += len("成") // 新建|成
	}
	return n
}

// bornNoun reports whether a text is the end of a noun that begins with 成: 成|人, 成|套.
func (v *vocabulary) bornNoun(text string) bool { return v.Of("noun.born").Head("成"+text) > 0 }
