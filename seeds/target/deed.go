package target

import "strings"

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

// endsInVerb reports whether a verb is right before the number.
func (v *vocabulary) endsInVerb(masked string) bool {
	words := strings.TrimRight(bare(masked[max(0, len(masked)-60):]), "了")
	return words == "" || v.adds.Tail(words) || v.gains.Tail(words) || v.before.Tail(words)
}

// leadVerb returns the length of the verb that a text begins with.
func (v *vocabulary) leadVerb(text string) int { return max(v.adds.Head(text), v.gains.Head(text)) }
