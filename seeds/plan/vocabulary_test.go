package plan

import (
	"strings"
	"testing"

	"tianbao/seeds/words"
)

// TestEveryWordOfTheModelEarnsItsPlace takes each word out and sees its example told otherwise.
func TestEveryWordOfTheModelEarnsItsPlace(t *testing.T) {
	all := words.Genre()
	told := func(v *vocabulary, example string) (bool, string) {
		return v.comesDown(example), v.placeOf(&Target{Phrase: example, Unit: "个"})
	}
	seen := 0
	for _, w := range all.Words() {
		if !strings.HasPrefix(string(w.Class), "plan.") {
			continue
		}
		seen++
		down, place := told(newVocabulary(all), w.Example)
		downWithout, placeWithout := told(newVocabulary(all.Without(w)), w.Example)
		if down == downWithout && place == placeWithout || !strings.Contains(w.Example, w.Text) || w.Met == "" {
			t.Errorf("%s %s changes nothing in %s, met in %q", w.Class, w.Text, w.Example, w.Met)
		}
	}
	if seen < 50 {
		t.Errorf("%d words", seen)
	}
}
