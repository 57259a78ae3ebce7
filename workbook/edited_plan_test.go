package workbook_test

import (
	"slices"
	"testing"

	"tianbao/seeds"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// editedPlan is the built-in plan after an edit.
func editedPlan(edit func(p *plan.Plan)) *plan.Plan {
	p, _ := seeds.Plan()
	edit(p)
	return p
}

func TestAPlanEditedAfterTheIssueBlamesNobody(t *testing.T) {
	s := newSpecimen(t)
	without := func(p *plan.Plan) {
		p.Items = slices.DeleteFunc(p.Items, func(it plan.Item) bool { return it.Ref == "116" })
	}
	reworded := func(p *plan.Plan) { p.Item("7").Text += "(修订)" }
	rebased := func(p *plan.Plan) { p.Item("7").Targets[0].Basis = plan.Annual }
	added := func(p *plan.Plan) {
		it := *p.Item("7")
		it.Ref, it.Targets = "900", nil
		p.Items = append(p.Items, it)
	}
	renamed := func(p *plan.Plan) {
		u := p.Unit(s.form.Unit.Name)
		u.Aliases = append(u.Aliases, u.Name)
		u.Name = "市人社局(更名)"
	}
	cases := []struct {
		name string
		edit func(p *plan.Plan)
		want []string
	}{
		{"an item dropped", without, []string{"warning row-unknown 牵头任务!" + s.at(layout.Lead, "116", layout.Ref) + " 116", "warning row-unknown 量化目标!" + s.at(layout.Targets, "116-1", layout.Ref) + " 116-1"}},
		{"an item reworded", reworded, nil},
		{"an item added", added, nil},
		{"the unit renamed", renamed, nil},
		{"a target of another kind", rebased, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ret, found := read(t, s.data, editedPlan(c.edit))
			if ret == nil {
				t.Fatal(found)
			}
			same(t, s.more(found), c.want)
		})
	}
}

// The return of a unit that has been taken in by another counts for that one as it came: by
// 承接单位, or with its row deleted and its name an alias.
func TestAReturnOfAUnitTakenInByAnotherIsReadAsItCame(t *testing.T) {
	s := newSpecimen(t)
	const heir = "市科技局"
	handOver := func(p *plan.Plan) {
		for i := range p.Items {
			for _, list := range [][]plan.Party{p.Items[i].Lead, p.Items[i].Support} {
				for j := range list {
					for k, name := range list[j].Units {
						if name == specimenUnit {
							list[j].Name, list[j].Units[k] = heir, heir
						}
					}
				}
			}
		}
		for i := range p.Indicators {
			for k, name := range p.Indicators[i].Units {
				if name == specimenUnit {
					p.Indicators[i].Units[k] = heir
				}
			}
		}
	}
	for name, edit := range map[string]func(p *plan.Plan){
		"a successor": func(p *plan.Plan) { p.Unit(specimenUnit).Successor = heir },
		"an alias": func(p *plan.Plan) {
			handOver(p)
			p.Units = slices.DeleteFunc(p.Units, func(u plan.Unit) bool { return u.Name == specimenUnit })
			p.Unit(heir).Aliases = append(p.Unit(heir).Aliases, specimenUnit)
		},
	} {
		id, ret, found := read(t, s.data, editedPlan(edit))
		if ret == nil || id.Unit.Name != heir || !found.Has(finding.UnitMerged) {
			t.Fatalf("%s: %+v %v", name, id.Unit, found)
		}
		for _, f := range found {
			if f.Code == finding.StampDiffers || f.Code == finding.FixedChanged || f.Severity == finding.Error && f.Code != finding.RowMissing {
				t.Errorf("%s: %s %s", name, said(f), f.Given)
			}
		}
	}
}
