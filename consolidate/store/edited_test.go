package store_test

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/consolidate"
	"tianbao/consolidate/report"
	"tianbao/consolidate/store"
	"tianbao/consolidate/town"
	"tianbao/seeds/finding"
)

func TestAFigureCorrectedByHandIsAskedAbout(t *testing.T) {
	p := town.Plan()
	data, err := report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)}))
	if err != nil {
		t.Fatal(err)
	}
	if h, list := store.ReadHistory(town.Opened(t, data), p); h == nil || len(list) > 0 {
		t.Fatalf("of an untouched summary: %+v", list)
	}
	f, err := excelize.OpenReader(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	col, row := "", 0
	rows, err := f.GetRows("主要目标一览表")
	if err != nil {
		t.Fatal(err)
	}
	for i, cells := range rows {
		for j, text := range cells {
			if text == "2024年实际值" {
				col, _ = excelize.ColumnNumberToName(j + 1)
				row = i + 2
			}
		}
	}
	if row == 0 {
		t.Fatal("the table has no 2024年实际值")
	}
	at := func(n int) string {
		cell, _ := excelize.JoinCellName(col, n)
		return cell
	}
	for name, value := range map[string]any{"another number": 7.7, "a number as text": "7.7", "cleared": nil} {
		changed := edited(t, data, func(f *excelize.File) error { return f.SetCellValue("主要目标一览表", at(row), value) })
		h, list := store.ReadHistory(town.Opened(t, changed), p)
		if h == nil || len(list) != 1 || list[0].Code != finding.SummaryEdited || list[0].Place.Cell() != at(row) {
			t.Errorf("%s: %+v", name, list)
		}
	}
}

func TestADamagedLineOfTheHiddenSheetIsNoticed(t *testing.T) {
	p := town.Plan()
	data, err := report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)}))
	if err != nil {
		t.Fatal(err)
	}
	value := 0
	f, _ := excelize.OpenReader(strings.NewReader(string(data)))
	defer f.Close()
	rows, _ := f.GetRows(store.Sheet)
	for i, cells := range rows {
		if len(cells) > 0 && cells[0] == "value" {
			value = i + 1
		}
	}
	cell, _ := excelize.JoinCellName("F", value)
	for name, change := range map[string]func(f *excelize.File) error{
		"a value changed": func(f *excelize.File) error { return f.SetCellValue(store.Sheet, cell, "99") },
		"a line removed":  func(f *excelize.File) error { return f.RemoveRow(store.Sheet, value) },
		"the end lost":    func(f *excelize.File) error { return f.RemoveRow(store.Sheet, len(rows)) },
	} {
		if h, list := store.ReadHistory(town.Opened(t, edited(t, data, change)), p); h != nil || !list.Has(finding.SummaryBroken) {
			t.Errorf("%s: %+v", name, list)
		}
	}
}
