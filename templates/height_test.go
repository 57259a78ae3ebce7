package templates_test

import (
	"strings"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
)

// talkative is a Past in which everybody wrote very much.
type talkative struct{}

func (talkative) Text(_ int, _ string, _ layout.SheetKey, _ string, col layout.Key) string {
	if col == layout.Progress {
		return strings.Repeat("上年完成了许多工作。", 150)
	}
	return ""
}

func TestLongTextGoesOnOverTheRowsBelow(t *testing.T) {
	p := sample.Plan(sample.Size{Units: 2, Lead: 3})
	forms := layout.NewForms(p, 2024, talkative{})
	f := forms.Of(p.Reporters()[0])
	data := trial.Got(templates.Build(f, templates.Options{}))(t)
	g := read(t, data).Sheet(layout.SheetOf(layout.Lead).Name)
	if len(g.Merges) == 0 {
		t.Error("no row goes on")
	}
	holdsRows(t, "", f.Sheet(layout.Lead), texts(g))
	if _, found := returned(t, data, p, forms); len(found) != 1 || found[0].Code != finding.EmptyReturn {
		t.Errorf("found %+v", found)
	}
}

func (talkative) Confirmed(layout.SheetKey, string) string { return "" }

func (talkative) Done(string, int) bool { return false }
