package catalogue_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/workbook/catalogue"
)

// What a clerk sees in the catalogue is what is taken of it, or it is questioned at its cell.
func TestTheCatalogueIsReadAsItIsSeen(t *testing.T) {
	strike := &excelize.Style{Font: &excelize.Font{Strike: true}}
	format := func(code string) *excelize.Style { return &excelize.Style{CustomNumFmt: &code} }
	before, _ := catalogue.Read(book(t, written(t, small())))
	restyle := func(f *excelize.File, sheet, from, to string, style *excelize.Style) error {
		id, err := f.NewStyle(style)
		if err != nil {
			return err
		}
		return f.SetCellStyle(sheet, from, to, id)
	}
	for name, c := range map[string]struct {
		edit  func(f *excelize.File) error
		code  finding.Code // "" where nothing is said
		place string
		same  bool // the plan is as before
	}{
		"a row struck out":      {func(f *excelize.File) error { return restyle(f, "事项", "A2", "Q2", strike) }, finding.CatalogueCell, "事项!A2", false},
		"a cell struck out":     {func(f *excelize.File) error { return restyle(f, "单位", "B3", "B3", strike) }, finding.CatalogueCell, "单位!B3", false},
		"a number in thousands": {func(f *excelize.File) error { return numbered(f, restyle, format(`0.0,"千"`)) }, finding.CatalogueCell, "量化目标!", false},
		"a number with a unit":  {func(f *excelize.File) error { return numbered(f, restyle, format(`0"万"`)) }, finding.CatalogueCell, "量化目标!", false},
		"a sentence struck out": {func(f *excelize.File) error {
			cell, err := under(f, "事项", "具体内容", 2)
			if err != nil {
				return err
			}
			return f.SetCellRichText("事项", cell, []excelize.RichTextRun{{Text: "建成园区3个。"}, {Text: "另建2个。", Font: &excelize.Font{Strike: true}}})
		}, finding.StruckPart, "事项!", false},
		"a number in a column too narrow": {func(f *excelize.File) error {
			return errors.Join(numbered(f, restyle, format("0.000000")), f.SetColWidth("量化目标", "A", "Z", 1.5))
		}, finding.TextUnseen, "量化目标!", false},
		"a name in white": {func(f *excelize.File) error {
			return restyle(f, "单位", "B3", "B3", &excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}})
		}, finding.TextUnseen, "单位!B3", true},
		"a row hidden":        {func(f *excelize.File) error { return f.SetRowVisible("事项", 2, false) }, "", "", true},
		"a column put before": {func(f *excelize.File) error { return f.InsertCols("事项", "A", 1) }, "", "", true},
		"a column added":      {func(f *excelize.File) error { return f.SetCellStr("事项", "Z1", "督办领导") }, finding.CatalogueExtra, "事项!Z1", true},
		"rows sorted":         {func(f *excelize.File) error { return swapRows(f, "单位", 2, 3) }, "", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			f := trial.Got(excelize.OpenReader(bytes.NewReader(written(t, small()))))(t)
			trial.Must(t, c.edit(f))
			data := trial.Got(f.WriteToBuffer())(t)
			got, found := catalogue.Read(book(t, data.Bytes()))
			said := false
			for _, one := range found {
				at := one.Place.Sheet + "!" + one.Place.Cell()
				said = said || one.Code == c.code && len(at) >= len(c.place) && at[:len(c.place)] == c.place
			}
			if said != (c.code != "") || c.code == "" && len(withoutUnknown(found)) > 0 {
				t.Errorf("said: %+v", found)
			}
			if c.same && (got == nil || !samePlan(before, got)) {
				t.Error("the plan is another one")
			}
		})
	}
}

func samePlan(a, b *plan.Plan) bool {
	if len(a.Items) != len(b.Items) || len(a.Units) != len(b.Units) {
		return false
	}
	for i := range a.Items {
		if a.Items[i].Ref != b.Items[i].Ref || a.Items[i].Text != b.Items[i].Text {
			return false
		}
	}
	return true
}

// under is the cell of a row under a heading of the first row.
func under(f *excelize.File, sheet, heading string, row int) (string, error) {
	rows, err := f.GetRows(sheet)
	if err != nil {
		return "", err
	}
	for i, words := range rows[0] {
		if words == heading {
			return excelize.CoordinatesToCellName(i+1, row)
		}
	}
	return "", excelize.ErrParameterInvalid
}

// numbered sets the first target's goal to a number in a look.
func numbered(f *excelize.File, restyle func(f *excelize.File, sheet, from, to string, style *excelize.Style) error, style *excelize.Style) error {
	cell, err := under(f, "量化目标", "目标值", 2)
	if err != nil {
		return err
	}
	if err := f.SetCellValue("量化目标", cell, 12000); err != nil {
		return err
	}
	return restyle(f, "量化目标", cell, cell, style)
}

// swapRows has two rows change places.
func swapRows(f *excelize.File, sheet string, a, b int) error {
	rows, err := f.GetRows(sheet)
	if err != nil {
		return err
	}
	for col := range rows[0] {
		for row, from := range map[int]int{a: b, b: a} {
			words := ""
			if col < len(rows[from-1]) {
				words = rows[from-1][col]
			}
			cell, _ := excelize.CoordinatesToCellName(col+1, row)
			if err := f.SetCellStr(sheet, cell, words); err != nil {
				return err
			}
		}
	}
	return nil
}
