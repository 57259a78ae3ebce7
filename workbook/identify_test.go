package workbook_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/ooxml"
)

func dropHidden(t testing.TB) func(f *excelize.File) {
	return func(f *excelize.File) { must(t, f.DeleteSheet(layout.StampSheet)) }
}

func dropNames(t testing.TB) func(f *excelize.File) {
	return func(f *excelize.File) {
		for _, n := range f.GetDefinedName() {
			if strings.HasPrefix(n.Name, "tianbao.") {
				must(t, f.DeleteDefinedName(&n))
			}
		}
	}
}

func dropVisible(t testing.TB, code string) func(f *excelize.File) {
	return func(f *excelize.File) {
		for _, name := range f.GetSheetList() {
			if name == layout.StampSheet {
				continue
			}
			must(t, f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&P"}))
			cells := trial.Got(f.SearchSheet(name, code))(t)
			for _, c := range cells {
				must(t, f.SetCellValue(name, c, ""))
			}
		}
	}
}

func TestAnyOneStampThatIsLeftTellsWhoseItIs(t *testing.T) {
	s := newSpecimen(t)
	id, _, _ := read(t, s.data, s.plan)
	code := id.Identity.Code()
	hidden, names, visible := dropHidden(t), dropNames(t), dropVisible(t, code)
	const cell = "填报说明!D4"
	cases := []struct {
		name string
		drop []func(*excelize.File)
	}{
		{"hidden sheet", []func(*excelize.File){hidden}}, {"names", []func(*excelize.File){names}}, {"report code", []func(*excelize.File){visible}},
		{"hidden sheet and names", []func(*excelize.File){hidden, names}}, {"hidden sheet and report code", []func(*excelize.File){hidden, visible}},
		{"names and report code", []func(*excelize.File){names, visible}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			id, ret, found := read(t, s.edited(t, func(f *excelize.File) {
				for _, drop := range c.drop {
					drop(f)
				}
			}), s.plan)
			if ret == nil || id.Unit.Name != specimenUnit || id.Identity.Year != 2024 {
				t.Fatalf("%+v %v", id, found)
			}
			var want []string
			for range c.drop {
				want = append(want, "warning stamp-missing")
			}
			if strings.Contains(c.name, "report code") {
				want[len(want)-1] += " " + cell
			}
			same(t, s.more(found), want)
		})
	}
}

func TestAReportCodeOnTheCoverThatIsNoneIsNamed(t *testing.T) {
	s := newSpecimen(t)
	id, _, _ := read(t, s.data, s.plan)
	code := id.Identity.Code()
	digit := "A"
	if strings.HasSuffix(code, digit) {
		digit = "B"
	}
	wrong := code[:len(code)-1] + digit
	for given, want := range map[string][]string{
		wrong: {"warning stamp-missing 填报说明!D4"}, "": {"warning stamp-missing 填报说明!D4"}, "K7M2QF": {"warning stamp-missing 填报说明!D4"},
		code: nil, " " + strings.ToLower(code): nil, "填报码:" + code: nil,
	} {
		_, ret, found := read(t, s.edited(t, func(f *excelize.File) { must(t, f.SetCellValue("填报说明", "D4", given)) }), s.plan)
		if ret == nil {
			t.Fatalf("%q: %v", given, found)
		}
		same(t, s.more(found), want)
		for _, x := range found {
			if x.Code == finding.StampMissing && (x.Expected != code || given != "" && x.Given != given) {
				t.Errorf("given %q, expected %q", x.Given, x.Expected)
			}
		}
	}
}

func TestTheWordsOfTheCoverAreTheLastResort(t *testing.T) {
	s := newSpecimen(t)
	id, _, _ := read(t, s.data, s.plan)
	code := id.Identity.Code()
	without := func(more func(f *excelize.File)) []byte {
		return s.edited(t, func(f *excelize.File) {
			dropHidden(t)(f)
			dropNames(t)(f)
			dropVisible(t, code)(f)
			more(f)
		})
	}
	id, _, found := read(t, without(func(*excelize.File) {}), s.plan)
	if id.Standing != workbook.Ours || id.Unit.Name != specimenUnit || !found.Has(finding.IdentityRead) {
		t.Errorf("%+v %v", id, found)
	}
	id, _, found = read(t, without(func(f *excelize.File) { must(t, f.DeleteSheet("填报说明")) }), s.plan)
	if id.Standing != workbook.Refused || !found.Has(finding.IdentityLost) {
		t.Errorf("%+v %v", id, found)
	}
}

func TestAStampThatIsOutvotedIsNamed(t *testing.T) {
	s := newSpecimen(t)
	other := layout.Identity{PlanID: s.plan.ID, UnitID: s.plan.Unit("市科技局").ID, Year: 2024, Layout: 1, Revision: 1}
	id, _, _ := read(t, s.data, s.plan)
	swap := func(parts ...string) []byte {
		return trial.Repacked(t, s.data, func(name string, part []byte) []byte {
			if slices.Contains(parts, name) {
				return bytes.ReplaceAll(part, []byte(id.Identity.Code()), []byte(other.Code()))
			}
			return part
		})
	}
	got, _, found := read(t, swap("xl/workbook.xml"), s.plan)
	if got.Unit.Name != specimenUnit || !found.Has(finding.StampDiffers) {
		t.Errorf("%+v %v", got, found)
	}
	data := trial.Repacked(t, swap("xl/workbook.xml"), func(name string, part []byte) []byte {
		return bytes.ReplaceAll(part, []byte(id.Identity.Code()), []byte("X"))
	})
	if got, _, found = read(t, data, s.plan); got.Unit == nil || got.Unit.Name != "市科技局" {
		t.Errorf("%+v %v", got, found)
	}
}

func TestASheetOfAnotherUnitsWorkbookIsToldByItsFooter(t *testing.T) {
	s := newSpecimen(t)
	id, _, _ := read(t, s.data, s.plan)
	other, newer := id.Identity, id.Identity
	other.UnitID, newer.Revision = s.plan.Unit("市科技局").ID, 2
	for code, want := range map[string][]string{
		other.Code(): {"warning stamp-differs 量化目标"}, newer.Code(): nil, id.Identity.Code(): nil, "第 1 页": nil,
	} {
		_, _, found := read(t, s.edited(t, func(f *excelize.File) {
			must(t, f.SetHeaderFooter("量化目标", &excelize.HeaderFooterOptions{OddFooter: "&L" + code + "&R&P"}))
		}), s.plan)
		same(t, s.more(found), want)
	}
}

func TestWorkbooksThatCannotCountAreRefusedByName(t *testing.T) {
	p := builtIn()
	build := func(change func(id *layout.Identity)) *ooxml.Book {
		data := trial.Got(templates.Build(layout.NewForms(p, 2024, nil).Of(p.Unit("市科技局")), templates.Options{PlanHash: "old"}))(t)
		id := layout.Identity{PlanID: p.ID, UnitID: p.Unit("市科技局").ID, Year: 2024, Layout: 1, Revision: 1}
		old := id.Code()
		change(&id)
		data = trial.Repacked(t, data, func(_ string, part []byte) []byte {
			return bytes.ReplaceAll(part, []byte(old), []byte(id.Code()))
		})
		book, found := ooxml.Read(data, ooxml.DefaultLimits())
		if book == nil {
			t.Fatal(found)
		}
		return book
	}
	cases := []struct {
		name     string
		change   func(*layout.Identity)
		standing workbook.Standing
		code     finding.Code
	}{
		{"another plan", func(id *layout.Identity) { id.PlanID = "ZZZZZZ" }, workbook.Refused, finding.WrongPlan},
		{"another year", func(id *layout.Identity) { id.Year = 2023 }, workbook.Refused, finding.WrongYear},
		{"a later layout", func(id *layout.Identity) { id.Layout = 2 }, workbook.Refused, finding.NewLayout},
		{"an edited plan", func(*layout.Identity) {}, workbook.Ours, finding.PlanChanged},
	}
	for _, c := range cases {
		id, found := workbook.Identify(build(c.change), p, 2024, "new")
		if id.Standing != c.standing || len(found) != 1 || found[0].Code != c.code {
			t.Errorf("%s: %+v %v", c.name, id, found)
		}
	}
	without := *p
	without.Units = slices.DeleteFunc(slices.Clone(p.Units), func(u plan.Unit) bool { return u.Name == "市科技局" })
	if id, found := workbook.Identify(build(func(*layout.Identity) {}), &without, 2024, "old"); id.Standing != workbook.Refused || !found.Has(finding.UnknownUnit) {
		t.Errorf("an unknown unit: %+v %v", id, found)
	}
	if id, found := workbook.Identify(build(func(id *layout.Identity) { id.UnitID = "999" }), p, 2024, "old"); id.Standing != workbook.Ours || !found.Has(finding.UnitMerged) {
		t.Errorf("a unit entered anew under its name: %+v %v", id, found)
	}
	id, found := workbook.Identify(build(func(id *layout.Identity) { id.Year = 2031 }), p, 0, "")
	if id.Standing != workbook.Refused || !found.Has(finding.WrongYear) {
		t.Errorf("a year outside the period: %+v %v", id, found)
	}
}

func TestAWorkbookOfOthersIsForeign(t *testing.T) {
	p := builtIn()
	f := excelize.NewFile()
	must(t, f.SetCellValue("Sheet1", "A1", "通讯录"))
	var b bytes.Buffer
	must(t, f.Write(&b))
	book, _ := ooxml.Read(b.Bytes(), ooxml.DefaultLimits())
	if id, found := workbook.Identify(book, p, 2024, ""); id.Standing != workbook.Foreign || !found.Has(finding.NotOurs) {
		t.Errorf("%+v %v", id, found)
	}
}
