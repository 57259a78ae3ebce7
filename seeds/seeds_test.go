package seeds

import (
	"strings"
	"testing"
)

func TestTheBuiltInPlanHasWhatTheDocumentHas(t *testing.T) {
	p, found := Plan()
	sections, tasks, refs := 0, 0, 0
	for _, c := range p.Chapters {
		sections += len(c.Sections)
		for _, s := range c.Sections {
			for _, task := range s.Tasks {
				if task.No > 0 {
					tasks++
				}
				refs += len(task.Refs)
			}
		}
	}
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"chapters", len(p.Chapters), 12}, {"sections", sections, 53}, {"tasks", tasks, 167},
		{"items", len(p.Items), 286}, {"references", refs, 286}, {"units", len(p.Units), 75},
		{"indicators", len(p.Indicators), 27}, {"groups", len(p.Groups), 1},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.what, c.got, c.want)
		}
	}
	for _, f := range found {
		t.Logf("%d %s %s %s", f.Place.Row, f.Code, f.Message, f.Given)
	}
}

func TestEveryUnitOfTheRegisterHasWork(t *testing.T) {
	p, _ := Plan()
	busy := map[string]bool{}
	for i := range p.Items {
		for _, u := range append(p.Items[i].LeadUnits(), p.Items[i].SupportUnits()...) {
			busy[u] = true
		}
	}
	for _, u := range p.Units {
		if !busy[u.Name] {
			t.Errorf("%s has no item", u.Name)
		}
	}
}

func TestRestoredWordsStandWhereTheListSays(t *testing.T) {
	p, _ := Plan()
	for _, r := range RestoredWords() {
		if it := p.Item(r.Place); it != nil && !strings.Contains(it.Text, r.Text) {
			t.Errorf("%s: %q is not in the text", r.Place, r.Text)
		}
		if !strings.Contains(r.Text, r.Word) {
			t.Errorf("%s: %q is not in %q", r.Place, r.Word, r.Text)
		}
	}
	if text := string(source); strings.Contains(text, "官网") || strings.Contains(text, "sunbet") {
		t.Error("the advertising string is in the document")
	}
}
