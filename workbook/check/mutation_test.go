package check_test

import (
	"fmt"
	"math/rand/v2"
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
	"tianbao/templates/sample"
	"tianbao/workbook"
)

// A filled return is changed in one thing at random. Each change says what must be
// found, and where; or that it is harmless. Whatever the change, no other cell may
// read differently, and the changed one must not be taken for something else
// without a finding.

// specimen is the filled return of a unit.
type specimen struct {
	plan  *plan.Plan
	forms *layout.Forms
	form  *layout.Form
	data  []byte
	ret   *workbook.Return
	was   map[spot]string
}

// spot is a cell by what it means.
type spot struct {
	sheet layout.SheetKey
	ref   string
	key   layout.Key
}

const mutatedYear = 2024

var specimens = sync.OnceValue(func() []*specimen {
	p, _ := seeds.Plan()
	forms := layout.NewForms(p, mutatedYear, sample.NewPast(p, mutatedYear-1, sample.Options{Seed: 3}))
	var all []*specimen
	for _, name := range []string{"市发展改革委", "市人力资源社会保障局", "市农业农村局", "谯城区政府"} {
		s := &specimen{plan: p, forms: forms, form: forms.Of(p.Unit(name))}
		s.data = s.build(nil)
		all = append(all, s)
	}
	return all
})

func (s *specimen) filling() *sample.Filling { return sample.Fill(s.form, sample.Options{Seed: 3}) }

// build writes the return; change may alter the answers.
func (s *specimen) build(change func(f *sample.Filling)) []byte {
	f := s.filling()
	if change != nil {
		change(f)
	}
	data, err := templates.Build(s.form, templates.Options{Values: f.Value})
	if err != nil {
		panic(err)
	}
	return data
}

func snapshot(r *workbook.Return) map[spot]string {
	all := map[spot]string{}
	for _, s := range r.Sheets {
		for i := range s.Rows {
			row := &s.Rows[i]
			for c := range s.Form.Columns {
				k := s.Form.Columns[c].Key
				if v := row.Value(k); row.Issued.Modes[c] == layout.Open {
					all[spot{s.Form.Key, row.Ref(), k}] = fmt.Sprintf("%d %s", v.State, v.Text)
				}
			}
		}
	}
	return all
}

// outcome is what a change must lead to.
type outcome struct {
	data  []byte
	codes []finding.Code // one of them is found, and no other error or warning; none where it is harmless
	at    []spot         // the cells changed
	ref   string         // 编号 of the finding, where it is about no cell
	wide  bool           // cells of that row, or the column of at, may be gone
	many  bool           // one finding a row
}

type mutation struct {
	name string
	make func(t *testing.T, s *specimen, r *rand.Rand) (outcome, bool)
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// cells lists the filled cells that fit, in the order of the form.
func (s *specimen) cells(fit func(c *layout.Column, row *layout.Row, text string) bool) []spot {
	var list []spot
	f := s.filling()
	for _, sheet := range s.form.Sheets {
		for i := range sheet.Rows {
			row := &sheet.Rows[i]
			for c := range sheet.Columns {
				column := &sheet.Columns[c]
				text, ok := f.Value(sheet.Key, row.Ref, column.Key)
				if ok && text != "" && row.Modes[c] == layout.Open && fit(column, row, text) {
					list = append(list, spot{sheet.Key, row.Ref, column.Key})
				}
			}
		}
	}
	return list
}

// answer is a change of one answer.
func answer(fit func(c *layout.Column, row *layout.Row, text string) bool, to func(was string, r *rand.Rand) string, codes ...finding.Code) func(*testing.T, *specimen, *rand.Rand) (outcome, bool) {
	return func(_ *testing.T, s *specimen, r *rand.Rand) (outcome, bool) {
		list := s.cells(fit)
		if len(list) == 0 {
			return outcome{}, false
		}
		at := pick(r, list)
		data := s.build(func(f *sample.Filling) {
			was, _ := f.Value(at.sheet, at.ref, at.key)
			f.Set(at.sheet, at.ref, at.key, to(was, r))
		})
		return outcome{data: data, codes: codes, at: []spot{at}}, true
	}
}

func kind(k layout.Kind) func(*layout.Column, *layout.Row, string) bool {
	return func(c *layout.Column, _ *layout.Row, _ string) bool { return c.Kind == k }
}

func keyed(keys ...layout.Key) func(*layout.Column, *layout.Row, string) bool {
	return func(c *layout.Column, _ *layout.Row, _ string) bool { return slices.Contains(keys, c.Key) }
}

func always(texts ...string) func(string, *rand.Rand) string {
	return func(_ string, r *rand.Rand) string { return pick(r, texts) }
}

func required(c *layout.Column, _ *layout.Row, _ string) bool {
	return c.Required.Op == layout.CondAlways && c.Key != layout.Data
}

func share(c *layout.Column, row *layout.Row, _ string) bool {
	_, _, ok := c.Bounds(row.Subject)
	return ok && !c.IsRate(row.Subject) && (c.Key == layout.Actual || c.Key == layout.Total)
}

func amount(c *layout.Column, row *layout.Row, _ string) bool {
	return c.Kind == layout.Number && !c.IsPercent(row.Subject) && (c.Key == layout.Actual || c.Key == layout.Total)
}

// grown is a whole amount with a value of last year, which is no part of a stated
// sum.
func grown(c *layout.Column, row *layout.Row, text string) bool {
	if !amount(c, row, text) || strings.Trim(text, "0123456789") != "" || text == "0" {
		return false
	}
	summed := row.Target != nil && slices.ContainsFunc(row.Plan.Totals, func(total plan.Total) bool {
		return total.Sum == row.Ref || slices.Contains(total.Parts, row.Ref)
	})
	before := layout.SheetOf(row.Sheet).Index(layout.PrevTotal)
	if row.Target == nil {
		before = layout.SheetOf(row.Sheet).Index(layout.PrevActual)
	}
	last := row.Issued[before]
	return !summed && last != "" && last != "0"
}

func wideDigits(was string, _ *rand.Rand) string {
	return "'" + strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + '０'
		}
		return r
	}, was)
}

var mutations = []mutation{
	{"a required cell is emptied", answer(required, always(""), finding.Required)},
	{"the state of the data is gone", answer(published, always(""), finding.Required)},
	{"an account says nothing", answer(keyed(layout.Progress, layout.Account), always("同上", "按要求推进", "。", "'/"), finding.VagueText)},
	{"an account is too short", answer(keyed(layout.Progress, layout.Account), always("完成", "无", "好"), finding.ShortText)},
	{"an option is none", answer(kind(layout.Choice), always("大概完成", "?", "*"), finding.OptionOffList, finding.Required)},
	{"an option stands among blanks", answer(kind(layout.Choice), func(was string, _ *rand.Rand) string { return "\u200b " + was + "\u00a0" })},
	{"a number is about", answer(kind(layout.Number), always("'约95", "'10-12", "'2000多", "'五"), finding.NumberFormat)},
	{"a number is of another unit", answer(amount, always("'12吨力", "'3英里"), finding.NumberUnit, finding.NumberFormat)},
	{"a number is text", answer(kind(layout.Number), func(was string, _ *rand.Rand) string { return "'" + was })},
	{"a number is of full-width digits", answer(kind(layout.Number), wideDigits)},
	{"a share is over 100", answer(share, always("100.1", "5500", "-1"), finding.PercentRange)},
	{"an amount is negative", answer(amount, func(was string, _ *rand.Rand) string { return "-" + was }, finding.NegativeValue)},
	{"a telephone number is none", answer(keyed(layout.Tel), always("张三", "12", "无"), finding.PhoneFormat)},
	{"a date is none", answer(keyed(layout.FilledOn), always("'昨天", "'2025-13-45", "'已报"), finding.DateFormat)},
	{"a date is of another year", answer(keyed(layout.FilledOn), always("2019-03-15", "2031-03-15"), finding.DateImplausible)},
	{"there is no problem", answer(keyed(layout.Next), always("无"))},
	{"a text begins like a formula", answer(keyed(layout.Next, layout.Progress), always("'=1+1 项工作全部完成", "'-新建道路两公里", "'+86 完成四项", "'@全体完成四项"))},
	{"a rate is a level", answer(rate, always("2521.6", "13500"), finding.LevelForGrowth)},
	{"an amount is ten times what it was", answer(grown, func(was string, _ *rand.Rand) string { return was + "0" }, finding.Jump, finding.CumulativeSum)},
	{"a number does not apply", naNumber},
	{"a row is deleted", deletedRow},
	{"a row is given twice", copiedRow},
	{"rows stand above the heading", edited(func(f *excelize.File, sheet string) error { return f.InsertRows(sheet, 1, 2) })},
	{"a column is put in", edited(func(f *excelize.File, sheet string) error { return f.InsertCols(sheet, "B", 1) })},
	{"a sheet is added", edited(func(f *excelize.File, _ string) error { _, err := f.NewSheet("附件材料"); return err })},
	{"a sheet is renamed", edited(func(f *excelize.File, sheet string) error { return f.SetSheetName(sheet, sheet+" (2)") })},
	{"a sheet is hidden", edited(func(f *excelize.File, sheet string) error { return f.SetSheetVisible(sheet, false) })},
	{"a fixed cell is changed", fixedCell},
	{"a formula has no value", uncached},
	{"a column is deleted", deletedColumn},
	{"cells are merged", mergedCells},
	{"a row is hidden", hiddenRow},
	{"a 编号 is unknown", unknownRef},
}

// published is the state of a number that is given.
func published(c *layout.Column, _ *layout.Row, text string) bool {
	return c.Key == layout.Data && text != layout.DataPending && text != layout.DataNone
}

func rate(c *layout.Column, row *layout.Row, _ string) bool {
	return c.IsRate(row.Subject) && c.Kind == layout.Number
}

// naNumber writes 不适用 in a required number cell whose row gives no reason.
func naNumber(_ *testing.T, s *specimen, r *rand.Rand) (outcome, bool) {
	f := s.filling()
	list := s.cells(func(c *layout.Column, row *layout.Row, _ string) bool {
		reason, _ := f.Value(row.Sheet, row.Ref, layout.Reason)
		text := func(k layout.Key) string {
			if sheet := s.form.Sheet(row.Sheet); row.Modes[sheet.Index(k)] != layout.Open {
				return row.Issued[sheet.Index(k)]
			}
			v, _ := f.Value(row.Sheet, row.Ref, k)
			return v
		}
		return c.Kind == layout.Number && reason == "" && c.Required.Op != layout.CondNever && c.Required.Holds(text)
	})
	if len(list) == 0 {
		return outcome{}, false
	}
	at := pick(r, list)
	data := s.build(func(f *sample.Filling) { f.Set(at.sheet, at.ref, at.key, "不适用") })
	return outcome{data: data, codes: []finding.Code{finding.NAWithoutReason}, at: []spot{at}}, true
}

func TestASingleChangeIsFoundWhereItIsOrHarmless(t *testing.T) {
	rounds := 1000
	if !trial.Long() {
		rounds = len(mutations)
	}
	for _, s := range specimens() {
		ret, found := read(t, s.data, s.plan, s.forms)
		s.ret, s.was = ret, snapshot(ret)
		for _, f := range found {
			if f.Severity > finding.Note {
				t.Fatalf("%s is faulty to begin with: %v", ret.Unit, f)
			}
		}
	}
	done := 0
	for i := 0; done < rounds; i++ {
		m := mutations[i%len(mutations)]
		r := rand.New(rand.NewPCG(2024, uint64(i)))
		s := pick(r, specimens())
		o, ok := m.make(t, s, r)
		if !ok {
			continue
		}
		done++
		t.Run(fmt.Sprintf("%d %s", i, m.name), func(t *testing.T) { s.hold(t, o) })
	}
}

// hold reads a changed return and holds it against what must come of it.
func (s *specimen) hold(t *testing.T, o outcome) {
	ret, found := read(t, o.data, s.plan, s.forms)
	if ret == nil {
		t.Fatalf("not read: %v", found)
	}
	hits := 0
	for _, f := range found {
		expected := slices.Contains(o.codes, f.Code) && o.isAt(s, &f)
		if f.Severity == finding.Note && !expected { // where the row gives a reason, a warning is one too
			continue
		}
		if !expected {
			t.Errorf("not expected at %v: %v", o.at, f)
			continue
		}
		hits++
	}
	if want := min(len(o.codes), 1); hits < want || hits > want && !o.many {
		t.Errorf("%d findings of %v", hits, o.codes)
	}
	is := snapshot(ret)
	for at, was := range s.was {
		if is[at] != was && !o.mayDiffer(at) {
			t.Errorf("%v was %q, is %q", at, was, is[at])
		}
	}
	if len(o.codes) == 0 && len(o.at) == 1 {
		s.harmless(t, o.at[0], is[o.at[0]], found)
	}
}

// harmless holds that a changed cell reads as before, or as it now says.
func (s *specimen) harmless(t *testing.T, at spot, is string, found finding.List) {
	if is == s.was[at] || strings.HasPrefix(is, fmt.Sprintf("%d ", workbook.Filled)) && s.form.Sheet(at.sheet).Columns[s.form.Sheet(at.sheet).Index(at.key)].Kind == layout.Text {
		return
	}
	t.Errorf("%v was %q, is %q: %v", at, s.was[at], is, found)
}

func (o *outcome) mayDiffer(at spot) bool {
	return slices.ContainsFunc(o.at, func(c spot) bool {
		return c == at || o.wide && c.sheet == at.sheet && (c.ref == "" && c.key == at.key || c.key == "" && c.ref == at.ref)
	})
}

// isAt reports whether a finding is at a changed cell, row or column.
func (o *outcome) isAt(s *specimen, f *finding.Finding) bool {
	return slices.ContainsFunc(o.at, func(at spot) bool {
		sheet := s.ret.Sheet(at.sheet)
		if f.Place.Sheet != sheet.Name {
			return false
		}
		if at.ref == "" && at.key != "" {
			return at.sheet == layout.Cover || f.Column == sheet.Heading(at.key)
		}
		return f.Ref == at.ref && (at.key == "" || f.Column == sheet.Heading(at.key)) || f.Code == finding.RowUnknown
	})
}
