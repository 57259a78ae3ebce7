package plan

import (
	"sync"

	"tianbao/seeds/words"
)

// vocabulary is the words by which the names of indicators and places are told.
type vocabulary struct {
	falls *words.Set // 浓度, 死亡率: ends of names of what is to come down
	place *words.Set // 县区, 乡镇: places that something may be asked of one by one
	house *words.Set // 村卫生室, 学校: houses that each are to have something
}

func newVocabulary(t *words.Table) *vocabulary {
	return &vocabulary{falls: t.Of("plan.falls"), place: t.Of("plan.place"), house: t.Of("plan.house")}
}

// genre is the vocabulary of plan documents.
var genre = sync.OnceValue(func() *vocabulary { return newVocabulary(words.Genre()) })
