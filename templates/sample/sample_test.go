package sample_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/seeds"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
)

func form(p *plan.Plan, year int, unit *plan.Unit) *layout.Form {
	return layout.NewForms(p, year, nil).Of(unit)
}

// answers is every cell of a form as it is filled, in order.
func answers(f *layout.Form, opt sample.Options) string {
	var b strings.Builder
	filling := sample.Fill(f, opt)
	for _, s := range f.Sheets {
		for i := range s.Rows {
			for j := range s.Columns {
				text, ok := filling.Value(s.Key, s.Rows[i].Ref, s.Columns[j].Key)
				if ok {
					b.WriteString(s.Rows[i].Ref + " " + string(s.Columns[j].Key) + " " + text + "\n")
				}
			}
		}
	}
	return b.String()
}

func TestTheSameSeedGivesTheSameAnswersAndAnotherOthers(t *testing.T) {
	p, _ := seeds.Plan()
	u := p.Reporters()[0]
	one := answers(form(p, 2024, u), sample.Options{Seed: 1})
	if one != answers(form(p, 2024, u), sample.Options{Seed: 1}) {
		t.Error("the same seed gives other answers")
	}
	if one == answers(form(p, 2024, u), sample.Options{Seed: 2}) {
		t.Error("another seed gives the same answers")
	}
}

func TestEveryTextIsMarkedAsInvented(t *testing.T) {
	p, _ := seeds.Plan()
	for _, u := range p.Reporters() {
		f := form(p, 2024, u)
		filling := sample.Fill(f, sample.Options{})
		for _, s := range f.Sheets {
			for i := range s.Rows {
				for _, c := range s.Columns {
					text, ok := filling.Value(s.Key, s.Rows[i].Ref, c.Key)
					if ok && c.Kind == layout.Text && !strings.HasPrefix(text, sample.Mark) {
						t.Errorf("%s %s %s: %q", u.Name, s.Rows[i].Ref, c.Heading, text)
					}
				}
			}
		}
	}
}

func TestUnitsOfOneIndicatorAgreeUnlessAskedToDiffer(t *testing.T) {
	p, _ := seeds.Plan()
	var shared *plan.Indicator
	for i := range p.Indicators {
		if in := &p.Indicators[i]; len(in.Units) > 1 {
			shared = in
		}
	}
	if shared == nil {
		t.Fatal("no indicator of two units")
	}
	actual := func(unit string, differ bool) string {
		f := form(p, 2024, p.Unit(unit))
		ref := f.Sheet(layout.Indicators).Rows
		for i := range ref {
			if ref[i].Indicator == shared {
				text, _ := sample.Fill(f, sample.Options{Seed: 3, Differ: differ}).Value(layout.Indicators, ref[i].Ref, layout.Actual)
				return text
			}
		}
		t.Fatal("no row")
		return ""
	}
	if a, b := actual(shared.Units[0], false), actual(shared.Units[1], false); a != b || a == "" {
		t.Errorf("%q and %q", a, b)
	}
	if a, b := actual(shared.Units[0], true), actual(shared.Units[1], true); a == b {
		t.Errorf("both %q", a)
	}
}

func TestCumulativeValuesAddUpOverTheYears(t *testing.T) {
	p := sample.Plan(sample.Size{Units: 2, Lead: 2, Targets: 3})
	u := p.Reporters()[0]
	sum := map[string]decimal.Decimal{}
	for year := p.Period.First; year <= p.Period.Last; year++ {
		f := form(p, year, u)
		filling := sample.Fill(f, sample.Options{Seed: 5})
		for _, r := range f.Sheet(layout.Targets).Rows {
			now, ok := filling.Value(layout.Targets, r.Ref, layout.ThisYear)
			total, whole := filling.Value(layout.Targets, r.Ref, layout.Total)
			if r.Target.Basis != plan.Cumulative || !ok || !whole {
				delete(sum, r.Ref)
				continue
			}
			before, known := sum[r.Ref]
			sum[r.Ref] = decimal.RequireFromString(total)
			if known && !before.Add(decimal.RequireFromString(now)).Equal(sum[r.Ref]) {
				t.Errorf("%s in %d: %s after %s and %s", r.Ref, year, total, before, now)
			}
		}
	}
}

func TestAStatedSumIsTheSumOfItsParts(t *testing.T) {
	p, _ := seeds.Plan()
	if len(p.Totals) == 0 {
		t.Fatal("the plan states no sum")
	}
	value := map[string]string{}
	for _, u := range p.Reporters() {
		f := form(p, 2024, u)
		s := f.Sheet(layout.Targets)
		if s == nil {
			continue
		}
		filling := sample.Fill(f, sample.Options{Seed: 12})
		for _, r := range s.Rows {
			if text, ok := filling.Value(layout.Targets, r.Ref, layout.Total); ok {
				value[r.Ref] = text
			}
		}
	}
	for _, total := range p.Totals {
		sum, complete := decimal.Zero, true
		for _, id := range total.Parts {
			d, err := decimal.NewFromString(value[id])
			sum, complete = sum.Add(d), complete && err == nil
		}
		if whole, err := decimal.NewFromString(value[total.Sum]); err == nil && complete && !whole.Equal(sum) {
			t.Errorf("%s is %s, its parts make %s", total.Sum, whole, sum)
		}
	}
}

func TestAnInventedPlanHasTheSizeAskedFor(t *testing.T) {
	size := sample.Size{Units: 12, Seats: 6, Lead: 5, Targets: 2, Support: 8, Indicators: 3}
	p := sample.Plan(size)
	for _, u := range p.Reporters() {
		f := form(p, 2024, u)
		for key, want := range map[layout.SheetKey]int{layout.Lead: size.Lead, layout.Targets: size.Lead * size.Targets, layout.Support: size.Support, layout.Indicators: size.Indicators} {
			if s := f.Sheet(key); s == nil || len(s.Rows) != want {
				t.Errorf("%s %s: want %d rows", u.Name, key, want)
			}
		}
	}
}
