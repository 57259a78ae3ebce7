package plan

// The usual words of verdicts. A plan may have its own.
const (
	WordEarly      = "提前实现"
	WordOnPace     = "达到序时进度"
	WordNearPace   = "基本达到序时进度"
	WordBehindPace = "未达序时进度"
	WordDone       = "完成"
	WordLikelyDone = "预计完成"
	WordNearlyDone = "基本完成"
	WordNotDone    = "未完成"
	WordLate       = "逾期完成"
	WordUnknown    = "无法判断"
)

// Verdicts lists the usual words of verdicts in the order they are counted and
// printed: those before the last year, those of it, and that there is none.
func Verdicts() []string {
	return []string{WordEarly, WordOnPace, WordNearPace, WordBehindPace, WordDone, WordLikelyDone, WordNearlyDone, WordLate, WordNotDone, WordUnknown}
}

// Word returns the plan's own word of a verdict, which is given by its usual one.
func (p *Plan) Word(usual string) string {
	if own := p.Words[usual]; own != "" {
		return own
	}
	return usual
}

// IsDone reports whether it is a word, usual or the plan's own, that says a target is reached, in
// time or late.
func (p *Plan) IsDone(word string) bool {
	for _, usual := range []string{WordDone, WordLate} {
		if word == usual || word == p.Word(usual) {
			return true
		}
	}
	return false
}

// VerdictWords lists the plan's words of verdicts.
func (p *Plan) VerdictWords() []string {
	words := Verdicts()
	for i, w := range words {
		words[i] = p.Word(w)
	}
	return words
}
