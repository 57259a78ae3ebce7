package target

import (
	"maps"
	"slices"
	"strings"
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

// vocabulary is the words by which targets are read: those of every class, and at hand
// those that are looked for at every number.
type vocabulary struct {
	*words.Table
	adds   *words.Set // 建成, 培育: verbs whose results are counted
	gains  *words.Set // 新增, 净增: verbs that speak of additions only
	yearly *words.Set // 接待: verbs that are counted only where 年均 is before them
	before *words.Set // 力争, 至少: what else is right before a number that is promised
	nouns  *words.Set // 增加值, 改造率: nouns and rates that contain a verb
	named  *words.Set // verbs that are part of what is measured: 培训 of 培训人次
	whole  *words.Set // 重点企业, 共享: words that begin as an adverb does and are part of the name
	noun   *words.Set // 产值, 面积: what is measured of the thing named before
	scope  *words.Set // 围绕, 健全: words before a number that only says what is spoken of
	done   *words.Set // 达标, 投产: what the things that are counted come to
	idea   *words.Set // 方面, 环节: what is no thing that can be counted
	state  *words.Set // 体系, 格局: ends of such words
	stock  *words.Set // 总量, 存量: what there is, not what is added
	makes  *words.Set // 设立, 建成: verbs that make a single thing
	size   *words.Set // 规模, 面积: how large a single thing is
	daily  *words.Set // 每天: before hours that are kept
	people *words.Set // 人口, 农户: whom 万 counts without a unit
	rated  *words.Set // 日处理, 年产: before what a works can do

	longestSize int // in runes

	operators []operatorWords
	moves     []moveWords
	held      *words.Set // 稳定, 保持
	opening   *words.Set // 力争, 全市: words before what is measured that are no part of it
	tails     *words.Set // 总计, 建有: words before the number that are no part of what is measured
	steady    *words.Set // 持续: how something is held
	stands    *words.Set // 达到, 突破: words before the number that a stock comes to

	units   map[string]class
	longest int // unit, in runes
}

// operatorWords are words that make one operator; moveWords make it with one of some words behind them.
type (
	operatorWords struct {
		words *words.Set
		word  operatorWord
	}
	moveWords struct {
		words *words.Set
		to    []string
		word  operatorWord
	}
)

func newVocabulary(t *words.Table) *vocabulary {
	v := &vocabulary{Table: t, adds: t.Of("deed.adds"), gains: t.Of("deed.gains"), yearly: t.Of("deed.yearly"), before: t.Of("deed.before"), nouns: t.Of("deed.noun"),
		named: t.Of("deed.named"), whole: t.Of("target.whole"), noun: t.Of("target.noun"), scope: t.Of("target.scope"),
		done: t.Of("target.done"), idea: t.Of("target.abstract"), state: t.Of("target.state"), stock: t.Of("target.stock"),
		makes: t.Of("deed.makes"), size: t.Of("target.size"), daily: t.Of("target.daily"), rated: t.Of("target.rated"), people: t.Of("target.people"), longestSize: 4, units: map[string]class{}}
	for _, class := range slices.Sorted(maps.Keys(operatorClasses)) {
		v.operators = append(v.operators, operatorWords{t.Of(class), operatorClasses[class]})
	}
	v.tails, v.opening = t.Of("measure.tail"), t.Of("measure.opening")
	v.held, v.steady, v.stands = t.Of("op.held"), t.Of("op.steady"), t.Of("op.stands")
	v.moves = []moveWords{{t.Of("op.hold"), []string{"在", "到", "至"}, opHold}, {v.held, []string{"", "在", "到", "于"}, opHeld},
		{t.Of("op.down"), []string{"到", "至", "为"}, opAtMost}, {t.Of("op.up"), []string{"到", "至"}, opAtLeast}}
	for _, w := range t.Words() {
		if c, ok := unitClasses[w.Class]; ok {
			v.units[strings.ToLower(w.Text)] = c
			v.longest = max(v.longest, utf8.RuneCountInString(w.Text))
		}
	}
	return v
}

var unitClasses = map[words.Class]class{"unit.count": classCount, "unit.amount": classAmount, "unit.share": classShare, "unit.quality": classQuality}

// abstract reports what no number of things can be of: 个方面, 个重点领域, 个样板.
func (v *vocabulary) abstract(right string) bool {
	return right == "以上" || right == "样板" || right != "" && right[0] >= '0' && right[0] <= '9' || v.idea.Head(right) > 0 || v.state.Tail(right)
}

// ruleAt returns the length of the word that makes a rule of the number before a text: 80%的|标准; 标准化 makes none.
func (v *vocabulary) ruleAt(text string) int {
	rest := strings.TrimPrefix(text, "的")
	if n := v.Of("target.rule").Head(rest); n > 0 && !strings.HasPrefix(rest, "标准化") {
		return len(text) - len(rest) + n
	}
	return 0
}

// bareNoun reports whether it is a noun that says only what is measured of something: 年总产值.
func (v *vocabulary) bareNoun(name string) bool {
	name = strings.TrimPrefix(name, "年")
	return v.noun.Has(name) || v.noun.Has(strings.TrimPrefix(name, "总"))
}

// stocked reports whether a text ends in a word for what there is: 总量为, 种植面积.
func (v *vocabulary) stocked(left string) bool { return v.stock.Tail(strings.TrimSuffix(left, "为")) }
