package workbook_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/check"
	"tianbao/workbook/ooxml"
)

// specimen is a filled workbook of one unit, to be mangled.
type specimen struct {
	plan *plan.Plan
	form *layout.Form
	data []byte
	ret  *workbook.Return
	base finding.List
}

const specimenUnit = "市人力资源社会保障局"

// plainAnswers fills what wants an answer without giving numbers.
func plainAnswers(_ layout.SheetKey, _ string, k layout.Key) (string, bool) {
	text, ok := map[layout.Key]string{
		layout.Filler: "张三", layout.Tel: "0558-5123456", layout.FilledOn: "2025-03-15",
		layout.Status: layout.StatusOnTrack, layout.Progress: "全年组织实施各项工作,年度任务按计划推进。", layout.Problems: "无",
		layout.Data: layout.DataPreliminary, layout.Outlook: layout.OutlookSure,
		layout.Joined: layout.JoinedYes, layout.Account: "配合牵头单位开展了调研和联合检查工作。",
		layout.Reason: "口径与统计部门一致,已与上年核对。",
	}[k]
	return text, ok
}

// numbers are values that raise no question, by 编号.
func numbers(s layout.SheetKey, ref string, k layout.Key) (string, bool) {
	if k != layout.Total && k != layout.ThisYear && k != layout.Actual {
		return plainAnswers(s, ref, k)
	}
	return "5", true
}

// builtIn is the built-in plan, parsed once.
var builtIn = sync.OnceValue(func() *plan.Plan {
	p, _ := seeds.Plan()
	return p
})

func newSpecimen(t testing.TB) *specimen {
	t.Helper()
	return specimenOf(t, specimenUnit)
}

func specimenOf(t testing.TB, unit string) *specimen {
	t.Helper()
	p := builtIn()
	s := &specimen{plan: p, form: layout.NewForms(p, 2024, nil).Of(p.Unit(unit))}
	data := trial.Got(templates.Build(s.form, templates.Options{Values: numbers}))(t)
	s.data = data
	_, s.ret, s.base = read(t, data, p)
	return s
}

// at is the cell of a row and a column in the specimen.
func (s *specimen) at(sheet layout.SheetKey, ref string, k layout.Key) string {
	return s.ret.Sheet(sheet).Row(ref).Value(k).Place.Cell()
}

// rowOf is the row of the file in which a row stands.
func (s *specimen) rowOf(sheet layout.SheetKey, ref string) int { return s.ret.Sheet(sheet).Row(ref).R }

// edited is the specimen after an edit in excelize.
func (s *specimen) edited(t testing.TB, edit func(f *excelize.File)) []byte {
	t.Helper()
	f := trial.Got(excelize.OpenReader(bytes.NewReader(s.data)))(t)
	defer f.Close()
	edit(f)
	var b bytes.Buffer
	trial.Must(t, f.Write(&b))
	return b.Bytes()
}

// said prints a finding for comparison: code, place or row.
func said(f finding.Finding) string {
	where := f.Place.Sheet
	if c := f.Place.Cell(); c != "" {
		where += "!" + c
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s %s %s", f.Severity, f.Code, where, f.Ref))
}

// more lists what is said of an edited specimen besides what is said of the plain.
func (s *specimen) more(found finding.List) []string {
	old := map[string]int{}
	for _, f := range s.base {
		old[said(f)]++
	}
	var more []string
	for _, f := range found {
		if old[said(f)]--; old[said(f)] < 0 {
			more = append(more, said(f))
		}
	}
	return more
}

// must stops the test at an error of the editing library.
var must = trial.Must

// same compares what is said with what should be.
func same(t testing.TB, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("said:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// read identifies, decodes and checks a workbook as a command does.
func read(t testing.TB, data []byte, p *plan.Plan) (workbook.Identified, *workbook.Return, finding.List) {
	t.Helper()
	book, found := ooxml.Read(data, ooxml.DefaultLimits())
	if book == nil {
		t.Fatalf("cannot be read: %v", found)
	}
	id, more := workbook.Identify(book, p, 0, "")
	found = append(found, more...)
	if id.Standing != workbook.Ours {
		return id, nil, found
	}
	form := layout.NewForms(p, id.Identity.Year, nil).Of(id.Unit)
	ret, more := workbook.Decode(book, id, form)
	found = check.Complete(ret, append(found, more...))
	found.Sort(book.Tabs())
	return id, ret, found
}
