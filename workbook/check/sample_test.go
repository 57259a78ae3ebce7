package check_test

import (
	"testing"

	"tianbao/seeds"
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

// read reads and checks a workbook; the return is nil where it is not taken.
func read(t testing.TB, data []byte, p *plan.Plan, forms *layout.Forms) (*workbook.Return, finding.List) {
	t.Helper()
	book, found := ooxml.Read(data, ooxml.DefaultLimits())
	if book == nil {
		return nil, found
	}
	id, more := workbook.Identify(book, p, 2024, "")
	found = append(found, more...)
	if id.Standing != workbook.Ours {
		return nil, found
	}
	ret, more := workbook.Decode(book, id, forms.Of(id.Unit))
	return ret, check.Complete(ret, append(found, more...))
}

func TestPlausibleReturnsOfEveryUnitAreNotQuestioned(t *testing.T) {
	p, _ := seeds.Plan()
	for _, year := range []int{2021, 2024} {
		var past layout.Past
		if year > p.Period.First {
			past = sample.NewPast(p, year-1, sample.Options{Seed: 7})
		}
		forms := layout.NewForms(p, year, past)
		for _, u := range trial.Some(p.Reporters(), 10) {
			form := forms.Of(u)
			data := trial.Got(templates.Build(form, templates.Options{Values: sample.Fill(form, sample.Options{Seed: 7}).Value}))(t)
			book, _ := ooxml.Read(data, ooxml.DefaultLimits())
			id, _ := workbook.Identify(book, p, year, "")
			ret, found := workbook.Decode(book, id, form)
			found = append(found, check.Run(ret)...).Prune()
			for _, f := range found {
				if f.Severity > finding.Note {
					t.Errorf("%d %s: %v", year, u.Name, f)
				}
			}
		}
	}
}
