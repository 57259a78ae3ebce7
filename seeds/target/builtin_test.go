package target_test

import (
	"os"
	"strings"
	"testing"

	"tianbao/seeds"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
)

// stated is a row of testdata/targets.tsv, made by reading the document.
type stated struct{ id, measure, op, min, max, unit, due, basis string }

func readStated(t *testing.T) []stated {
	t.Helper()
	data := trial.Got(os.ReadFile("testdata/targets.tsv"))(t)
	var all []stated
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) != 8 {
			t.Fatalf("a row of %d fields: %q", len(f), line)
		}
		all = append(all, stated{f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7]})
	}
	return all
}

// TestTheTargetsOfTheBuiltInPlanAreRead holds the extraction against a reading by hand:
// at least 98 % found with the right value and operator, at most 2 % that are
// none. Targets are paired by item, operator, value and unit, each once.
func TestTheTargetsOfTheBuiltInPlanAreRead(t *testing.T) {
	want := readStated(t)
	p, _ := seeds.Plan()
	type key struct{ ref, op, min, max, unit string }
	open := map[key][]plan.Target{}
	got := 0
	for _, it := range p.Items {
		for _, x := range it.Targets {
			k := key{it.Ref, string(x.Op), x.Min.String(), x.Max.String(), x.Unit}
			open[k] = append(open[k], x)
			got++
			if !strings.Contains(it.Text, x.Phrase) || x.Phrase == "" {
				t.Errorf("%s: the item does not say %q", x.ID, x.Phrase)
			}
		}
	}
	found, frame := 0, 0
	for _, w := range want {
		k := key{w.id[:strings.LastIndex(w.id, "-")], w.op, w.min, w.max, w.unit}
		if len(open[k]) == 0 {
			t.Logf("not found: %+v", w)
			continue
		}
		x := open[k][0]
		open[k] = open[k][1:]
		found++
		if x.ID == w.id && x.Due == w.due && string(x.Basis) == w.basis {
			frame++
		} else {
			t.Logf("found as %s due %s basis %s: %+v", x.ID, x.Due, x.Basis, w)
		}
	}
	recall, wrong := share(found, len(want)), share(got-found, got)
	t.Logf("%d stated, %d extracted: %.1f %% found, %.1f %% wrong; due and basis agree in %.1f %%", len(want), got, recall, wrong, share(frame, found))
	if recall < 98 || wrong > 2 {
		t.Errorf("%.1f %% found (at least 98), %.1f %% wrong (at most 2)", recall, wrong)
	}
	if share(frame, found) < 98 {
		t.Errorf("due and basis agree in %.1f %% (at least 98)", share(frame, found))
	}
}

func share(part, whole int) float64 { return 100 * float64(part) / float64(max(whole, 1)) }

func TestTheTotalsOfTheBuiltInPlanAreFound(t *testing.T) {
	p, _ := seeds.Plan()
	var got []string
	for _, total := range p.Totals {
		got = append(got, total.Sum+"="+strings.Join(total.Parts, "+"))
	}
	want := "56-1=56-2+56-3+56-4+56-5 76-4=76-5+76-6"
	if strings.Join(got, " ") != want {
		t.Errorf("totals %s, want %s", strings.Join(got, " "), want)
	}
}
