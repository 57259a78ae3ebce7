package templates_test

import (
	"slices"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/workbook"
	"tianbao/workbook/check"
	"tianbao/workbook/ooxml"
)

// returned reads a workbook as a return of the plan and holds it against the rules.
func returned(t *testing.T, data []byte, p *plan.Plan, forms *layout.Forms) (*workbook.Return, finding.List) {
	t.Helper()
	book, found := ooxml.Read(data, ooxml.DefaultLimits())
	if book == nil {
		t.Fatal(found)
	}
	id, more := workbook.Identify(book, p, forms.Frame.Year, "")
	if id.Standing != workbook.Ours {
		t.Fatal(more)
	}
	ret, decoded := workbook.Decode(book, id, forms.Of(id.Unit))
	return ret, check.Complete(ret, slices.Concat(found, more, decoded))
}

// plans are those that the laws are held against.
func plans() []*plan.Plan {
	return []*plan.Plan{builtIn(), sample.Plan(sample.Size{Units: 6, Lead: 3, Targets: 3, Support: 4, Indicators: 3})}
}

// eachForm calls yield for every unit of every plan.
func eachForm(t *testing.T, yield func(p *plan.Plan, forms *layout.Forms, f *layout.Form)) {
	t.Helper()
	for _, p := range plans() {
		forms := layout.NewForms(p, p.Period.Last-1, nil)
		for _, u := range trial.Some(p.Reporters(), 8) {
			yield(p, forms, forms.Of(u))
		}
	}
}

func TestAnUntouchedWorkbookGivesOneFinding(t *testing.T) {
	builder := templates.NewBuilder()
	eachForm(t, func(p *plan.Plan, forms *layout.Forms, f *layout.Form) {
		data := trial.Got(builder.Build(f, templates.Options{}))(t)
		if _, found := returned(t, data, p, forms); len(found) != 1 || found[0].Code != finding.EmptyReturn {
			t.Errorf("%s: %v", f.Unit.Name, found)
		}
	})
}

func TestAWorkbookWithOneCellFilledLacksOnlyTheOthers(t *testing.T) {
	builder := templates.NewBuilder()
	eachForm(t, func(p *plan.Plan, forms *layout.Forms, f *layout.Form) {
		one := func(_ layout.SheetKey, _ string, k layout.Key) (string, bool) { return "张三", k == layout.Filler }
		data := trial.Got(builder.Build(f, templates.Options{Values: one}))(t)
		_, found := returned(t, data, p, forms)
		if len(found) == 0 {
			t.Errorf("%s: nothing found", f.Unit.Name)
		}
		for _, x := range found {
			if x.Code != finding.Required {
				t.Errorf("%s: %+v", f.Unit.Name, x)
			}
		}
	})
}

func TestASampledWorkbookIsAcceptedInEveryYear(t *testing.T) {
	builder := templates.NewBuilder()
	for _, p := range plans() {
		var past layout.Past
		for year := p.Period.First; year <= p.Period.Last; year++ {
			forms := layout.NewForms(p, year, past)
			for _, u := range trial.Some(p.Reporters(), 20) {
				f := forms.Of(u)
				data := trial.Got(builder.Build(f, templates.Options{Values: sample.Fill(f, sample.Options{Seed: 7}).Value}))(t)
				_, found := returned(t, data, p, forms)
				for _, x := range found {
					if x.Severity == finding.Error {
						t.Errorf("%d %s: %+v", year, u.Name, x)
					}
				}
			}
			past = sample.NewPast(p, year, sample.Options{Seed: 7})
		}
	}
}
