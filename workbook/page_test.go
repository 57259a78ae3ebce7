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
	return trial.Got(templates.Build(layout.NewForms(p, year, nil).Of(p.Unit(unit)), templates.Options{Values: plainAnswers}))(t)
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
		to := trial.Got(f.NewSheet("本单位"))(t)
		from := trial.Got(f.GetSheetIndex("量化目标"))(t)
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
	data := trial.Got(templates.Build(layout.NewForms(p, 2024, nil).Of(p.Unit("涡阳县政府")), templates.Options{Values: plainAnswers}))(t)
	s := &specimen{plan: p, data: data}
	_, ret, found := read(t, s.edited(t, func(f *excelize.File) {
		trial.Got(f.NewSheet("牵头任务"))(t)
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
	other := trial.Got(templates.Build(form, templates.Options{}))(t)
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

func TestTheCoverIsReadByItsLabels(t *testing.T) {
	s := newSpecimen(t)
	const cover = "填报说明"
	filler, label := s.at(layout.Cover, "", layout.Filler), "A10"
	cases := []struct {
		name string
		edit func(f *excelize.File)
		want []string
		text string
	}{
		{"rows above", func(f *excelize.File) { must(t, f.InsertRows(cover, 1, 2)) }, nil, "张三"},
		{"a column before", func(f *excelize.File) { must(t, f.InsertCols(cover, "A", 1)) }, nil, "张三"},
		{"a column between label and value", func(f *excelize.File) { must(t, f.InsertCols(cover, "B", 1)) }, nil, "张三"},
		{"a colon after the label", func(f *excelize.File) { must(t, f.SetCellValue(cover, label, "填 报 人:")) }, []string{"note heading-edited 填报说明!" + label}, "张三"},
		{"a remark in brackets after the label", func(f *excelize.File) { must(t, f.SetCellValue(cover, label, "填报人(签字)")) }, []string{"note heading-edited 填报说明!" + label}, "张三"},
		{"the value beside the label in one cell", func(f *excelize.File) {
			must(t, f.SetCellValue(cover, label, "填报人:李四"))
			must(t, f.SetCellValue(cover, filler, nil))
		}, []string{"note text-read 填报说明!" + label}, "李四"},
		{"a label removed", func(f *excelize.File) { must(t, f.SetCellValue(cover, label, nil)) }, []string{"error column-missing 填报说明!" + label}, ""},
		{"a label of other words", func(f *excelize.File) { must(t, f.SetCellValue(cover, label, "电话")) }, []string{"error column-missing 填报说明!" + label}, ""},
		{"the first label removed", func(f *excelize.File) { must(t, f.SetCellValue(cover, "A9", nil)) }, []string{"error column-missing 填报说明!A9"}, "张三"},
		{"the last label removed", func(f *excelize.File) { must(t, f.SetCellValue(cover, "A15", nil)) }, []string{"error column-missing 填报说明!A15"}, "张三"},
		{"the value removed", func(f *excelize.File) { must(t, f.SetCellValue(cover, filler, nil)) }, []string{"error required 填报说明!" + filler}, ""},
		{"two fields merged", func(f *excelize.File) { must(t, f.MergeCell(cover, "B9", filler)) },
			[]string{"error merged-cells 填报说明!B9", "error merged-cells 填报说明!" + filler}, ""},
		{"a field merged with what stands beside it", func(f *excelize.File) { must(t, f.MergeCell(cover, filler, "C10")) }, nil, "张三"},
		{"another unit's name", func(f *excelize.File) { must(t, f.SetCellValue(cover, "B4", "市财政局")) }, []string{"warning fixed-changed 填报说明!B4"}, "张三"},
		{"another year", func(f *excelize.File) { must(t, f.SetCellValue(cover, "B5", 2023)) }, []string{"warning fixed-changed 填报说明!B5"}, "张三"},
		{"the year as a number", func(f *excelize.File) { must(t, f.SetCellValue(cover, "B5", 2024)) }, nil, "张三"},
		{"the unit cleared", func(f *excelize.File) { must(t, f.SetCellValue(cover, "B4", nil)) }, nil, "张三"},
		{"a remark right of the fields", func(f *excelize.File) { must(t, f.SetCellValue(cover, "F12", "数据为快报数")) }, []string{"note outside-cell 填报说明!F12"}, "张三"},
		{"a remark below the signature", func(f *excelize.File) { must(t, f.SetCellValue(cover, "A40", "附件另送")) }, []string{"note outside-cell 填报说明!A40"}, "张三"},
		{"the sheet renamed", func(f *excelize.File) { must(t, f.SetSheetName(cover, "封面")) }, []string{"note sheet-renamed 封面"}, "张三"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ret, found := read(t, s.edited(t, c.edit), s.plan)
			same(t, s.more(found), c.want)
			if got := ret.Sheet(layout.Cover).Row("").Text(layout.Filler); got != c.text {
				t.Errorf("taken %q", got)
			}
		})
	}
}
