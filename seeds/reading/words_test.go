package reading

import (
	"regexp"
	"strings"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/trial"
	"tianbao/seeds/words"
)

// TestEveryWordOfTheVocabularyEarnsItsPlace takes each word out and sees its example
// read otherwise.
func TestEveryWordOfTheVocabularyEarnsItsPlace(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the example of every word twice")
	}
	all := words.Genre()
	idle, nothing := 0, regexp.MustCompile(`[^\s\S]`)
	for _, w := range all.Words() {
		if strings.HasPrefix(string(w.Class), "plan.") {
			continue // those of the model are held there
		}
		text := exampleDocument(w.Example)
		idles := readWith(t, all, text) == readWith(t, all.Without(w), text)
		switch class, _, _ := strings.Cut(string(w.Class), "."); {
		case class == "page" && w.Class != "page.fact":
			idles = newPageWords(all).holds(w.Example) == newPageWords(all.Without(w)).holds(w.Example)
		case class == "foreign":
			idles = newSpotter(all, w.Class, nothing).in(w.Example) == newSpotter(all.Without(w), w.Class, nothing).in(w.Example)
		}
		if idles {
			t.Errorf("%s %s changes nothing in %s", w.Class, w.Text, w.Example)
			idle++
		}
		if w.Met == "" || !strings.Contains(text, w.Text) && !strings.Contains(strings.ToLower(text), w.Text) {
			t.Errorf("%s %s: example %q, met in %q", w.Class, w.Text, w.Example, w.Met)
		}
	}
	if idle > 0 {
		t.Logf("%d of %d words change nothing", idle, len(all.Words()))
	}
}

// exampleDocument is the smallest document around an example: an item, a chapter, or a
// table.
func exampleDocument(example string) string {
	example = strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(example)
	if strings.Contains(example, "\t") || strings.HasPrefix(example, "一、") {
		return "青河市2027年重点工作任务分工方案\n" + example + "\n"
	}
	return "青河市2027年重点工作任务分工方案\n一、产业\n" + example + "\n"
}

// readWith is what a document says to a reader with that vocabulary.
func readWith(t *testing.T, table *words.Table, text string) string {
	t.Helper()
	doc, _ := document.Read("a.txt", []byte(text))
	p, found := parseWith(table, doc, nil)
	data := trial.Got(p.JSON())(t)
	var out strings.Builder
	out.Write(data)
	for _, g := range p.Groups {
		out.WriteString(g.Name + "\n")
	}
	for _, it := range p.Items {
		for _, target := range it.Targets {
			out.WriteString(target.ID + target.Doubt + "\n")
		}
	}
	for _, f := range found {
		out.WriteString(string(f.Code) + f.Given + "\n")
	}
	return out.String()
}
