package workbook_test

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// county is a filled workbook of a county, whose rows are nearly those of the others.
func county(t *testing.T, p *plan.Plan, unit string, year int) []byte {
	t.Helper()
	data, err := templates.Build(layout.NewForms(p, year, nil).Of(p.Unit(unit)), templates.Options{Values: plainAnswers})
	must(t, err)
	return data
}

func code(p *plan.Plan, unit string, revision int) string {
	id := layout.Identity{PlanID: p.ID, UnitID: p.Unit(unit).ID, Year: 2024, Layout: layout.Version, Revision: revision}
	return id.Code()
}

// A page is a sheet of rows; the cover is judged by its own words.
func TestAPageOfAnotherUnitOrYearIsNotTaken(t *testing.T) {
	p := builtIn()
	const own, other = "涡阳县政府", "利辛县政府"
	const page = "xl/worksheets/sheet2.xml"
	base := county(t, p, own, 2024)
	swapped := func(rewrite func(part []byte) []byte) []byte {
		return trial.Repacked(t, base, func(name string, part []byte) []byte {
			if name == page {
				return rewrite(part)
			}
			return part
		})
	}
	moved := func(unit string, year int) func([]byte) []byte {
		from := trial.Parts(t, county(t, p, unit, year))[page]
		return func([]byte) []byte { return []byte(from) }
	}
	replaced := func(old, now string) func([]byte) []byte {
		return func(part []byte) []byte { return bytes.ReplaceAll(part, []byte(old), []byte(now)) }
	}
	title := func(unit string) string { return unit + " 2024年度 配合任务" }
	cases := []struct {
		name  string
		data  []byte
		want  []string
		taken bool
	}{
		{"the page of another county moved in", swapped(moved(other, 2024)), []string{"error sheet-missing 配合任务"}, false},
		{"the page of last year moved in", swapped(moved(own, 2023)), []string{"error sheet-missing 配合任务"}, false},
		{"the text of another county pasted over", swapped(replaced(title(own), title(other))), []string{"warning fixed-changed 配合任务!A1"}, true},
		{"the text of last year pasted over", swapped(replaced(title(own), own+" 2023年度 配合任务")), []string{"warning fixed-changed 配合任务!A1"}, true},
		{"a title without the unit", swapped(replaced(title(own), "2024年度 配合任务")), nil, true},
		{"a title in words that nobody knows", swapped(replaced(title(own), title("涡阳县人民政府办"))), nil, true},
		{"the footer of another county", swapped(replaced(code(p, own, 1), code(p, other, 1))), []string{"warning stamp-differs 配合任务"}, true},
		{"a footer of an older 版次", swapped(replaced(code(p, own, 1), code(p, own, 3))), nil, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ret, found := read(t, c.data, p)
			if ret == nil {
				t.Fatal(found)
			}
			var got []string
			for _, f := range found {
				got = append(got, said(f))
			}
			same(t, got, c.want)
			if taken := ret.Sheet(layout.Support) != nil; taken != c.taken {
				t.Errorf("taken: %v", taken)
			}
		})
	}
}

func TestTheOwnPageIsFoundBesideThatOfAnother(t *testing.T) {
	s := newSpecimen(t)
	data := s.edited(t, func(f *excelize.File) {
		to, err := f.NewSheet("本单位")
		must(t, err)
		from, err := f.GetSheetIndex("量化目标")
		must(t, err)
		must(t, f.CopySheet(from, to))
		must(t, f.SetCellValue("量化目标", "A1", "市科技局 2024年度 量化目标"))
		must(t, f.SetHeaderFooter("量化目标", &excelize.HeaderFooterOptions{OddFooter: "&L" + code(s.plan, "市科技局", 1)}))
	})
	_, ret, found := read(t, data, s.plan)
	same(t, s.more(found), []string{"warning sheet-copy 量化目标", "note sheet-renamed 本单位"})
	if ret.Sheet(layout.Targets).Name != "本单位" {
		t.Error(ret.Sheet(layout.Targets).Name)
	}
}

func TestAPageOfAnotherOfWhichTheUnitHasNoneIsNamed(t *testing.T) {
	p := builtIn()
	data, err := templates.Build(layout.NewForms(p, 2024, nil).Of(p.Unit("涡阳县政府")), templates.Options{Values: plainAnswers})
	must(t, err)
	s := &specimen{plan: p, data: data}
	_, ret, found := read(t, s.edited(t, func(f *excelize.File) {
		_, err := f.NewSheet("牵头任务")
		must(t, err)
		must(t, f.SetCellValue("牵头任务", "A1", "市科技局 2024年度 牵头任务"))
		must(t, f.SetHeaderFooter("牵头任务", &excelize.HeaderFooterOptions{OddFooter: "&L" + code(p, "市科技局", 1)}))
	}), p)
	if ret == nil || len(found) != 1 || said(found[0]) != "note sheet-extra 牵头任务" {
		t.Error(found)
	}
}

// The hidden sheet says which rows were issued; of another unit it says nothing.
func TestAnOutvotedHiddenSheetDoesNotSayWhatWasIssued(t *testing.T) {
	s := newSpecimen(t)
	data := s.edited(t, func(f *excelize.File) { must(t, f.RemoveRow("牵头任务", s.rowOf(layout.Lead, "7"))) })
	form := layout.NewForms(s.plan, 2024, nil).Of(s.plan.Unit("市科技局"))
	other, err := templates.Build(form, templates.Options{})
	must(t, err)
	const hidden = "xl/worksheets/sheet6.xml"
	foreign := trial.Parts(t, other)[hidden]
	data = trial.Repacked(t, data, func(name string, part []byte) []byte {
		if name == hidden {
			return []byte(foreign)
		}
		return part
	})
	if book, found := ooxml.Read(data, ooxml.DefaultLimits()); book == nil {
		t.Fatal(found)
	}
	_, _, found := read(t, data, s.plan)
	same(t, s.more(found), []string{"error row-missing 牵头任务 7", "warning stamp-differs _tianbao"})
}
