package target

import (
	"sync"
	"unicode/utf8"

	"tianbao/seeds/plan"
	"tianbao/seeds/words"
)

// Reader reads targets with a vocabulary.
type Reader struct{ words *vocabulary }

// NewReader returns a reader with a vocabulary.
func NewReader(t *words.Table) *Reader { return &Reader{newVocabulary(t)} }

// genre reads with the vocabulary of plan documents.
var genre = sync.OnceValue(func() *Reader { return NewReader(words.Genre()) })

// Extract is Reader.Extract with the vocabulary of plan documents.
func Extract(it *plan.Item, period plan.Period, by string) []plan.Target {
	return genre().Extract(it, period, by)
}

// vocabulary is the words by which targets are read.
type vocabulary struct {
	adds   *words.Set // 建成, 培育: verbs whose results are counted
	gains  *words.Set // 新增, 净增: verbs that speak of additions only
	before *words.Set // 力争, 至少: what else is right before a number that is promised
	nouns  *words.Set // 增加值, 改造率: nouns and rates that contain a verb
	named  *words.Set // verbs that are part of what is measured: 培训 of 培训人次

	units   map[string]class
	longest int // unit, in runes
}

func newVocabulary(t *words.Table) *vocabulary {
	v := &vocabulary{adds: t.Of("deed.adds"), gains: t.Of("deed.gains"), before: t.Of("deed.before"), nouns: t.Of("deed.noun"),
		named: t.Of("deed.named"), units: map[string]class{}}
	for _, w := range t.Words() {
		if c, ok := unitClasses[w.Class]; ok {
			v.units[w.Text] = c
			v.longest = max(v.longest, utf8.RuneCountInString(w.Text))
		}
	}
	return v
}

var unitClasses = map[words.Class]class{"unit.count": classCount, "unit.amount": classAmount, "unit.share": classShare, "unit.quality": classQuality}
