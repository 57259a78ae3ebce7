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
	"tianbao/seeds/trial"
)

func TestAFigureCorrectedByHandIsAskedAbout(t *testing.T) {
	p := town.Plan()
	data := trial.Got(report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})))(t)
	if h, list := store.ReadHistory(town.Opened(t, data), p); h == nil || len(list) > 0 {
		t.Fatalf("of an untouched summary: %+v", list)
	}
	f := trial.Got(excelize.OpenReader(strings.NewReader(string(data))))(t)
	defer f.Close()
	col, row := "", 0
	rows := trial.Got(f.GetRows("主要目标一览表"))(t)
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

func TestValuesThatWaitForARulingAreNoCorrection(t *testing.T) {
	p := town.Plan()
	data := trial.Got(report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil)})))(t)
	changed := edited(t, data, func(f *excelize.File) error {
		rows, err := f.GetRows("主要目标一览表")
		for i, cells := range rows {
			for j, text := range cells {
				if text == "2024年实际值" {
					cell, _ := excelize.CoordinatesToCellName(j+1, i+2)
					return f.SetCellValue("主要目标一览表", cell, store.Open+":甲局 7.9;乙局 9.1")
				}
			}
		}
		return err
	})
	if h, list := store.ReadHistory(town.Opened(t, changed), p); h == nil || len(list) > 0 {
		t.Errorf("%+v", list)
	}
}

func TestAVerdictWrittenOverIsAskedAbout(t *testing.T) {
	p := town.Plan()
	data := trial.Got(report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})))(t)
	for _, name := range []string{"主要目标一览表", "量化目标"} {
		var col, row int
		book := town.Opened(t, data)
		for _, r := range book.Sheet(name).Rows {
			for _, c := range r.Cells {
				switch {
				case c.Text == store.HeadVerdict:
					col = c.Col
				case c.Col == col && c.Text != "" && row == 0:
					row = r.R
				}
			}
		}
		cell, err := excelize.CoordinatesToCellName(col, row)
		if err != nil {
			t.Fatalf("%s: no column of verdicts", name)
		}
		for _, word := range []string{"提前实现", "差不多", ""} {
			changed := edited(t, data, func(f *excelize.File) error { return f.SetCellValue(name, cell, word) })
			h, list := store.ReadHistory(town.Opened(t, changed), p)
			if h == nil || len(list) != 1 || list[0].Code != finding.SummaryEdited || list[0].Place.Cell() != cell || list[0].Column != store.HeadVerdict {
				t.Errorf("%s %q: %+v", name, word, list)
			}
		}
	}
}

func TestWhatIsSeenOfAFigureCountsAsACorrection(t *testing.T) {
	p := town.Plan()
	data := trial.Got(report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})))(t)
	f := trial.Got(excelize.OpenReader(strings.NewReader(string(data))))(t)
	defer f.Close()
	cell := ""
	rows, _ := f.GetRows("主要目标一览表")
	for i, cells := range rows {
		for j, text := range cells {
			if text == "2024年实际值" {
				cell, _ = excelize.CoordinatesToCellName(j+1, i+2)
			}
		}
	}
	hidden, scaled := ";;;", `0.0,"万"`
	for name, change := range map[string]func(f *excelize.File) error{
		"struck out": func(f *excelize.File) error {
			return restyled(f, cell, &excelize.Style{Font: &excelize.Font{Strike: true}})
		},
		"hidden by a format":  func(f *excelize.File) error { return restyled(f, cell, &excelize.Style{CustomNumFmt: &hidden}) },
		"scaled by a format":  func(f *excelize.File) error { return restyled(f, cell, &excelize.Style{CustomNumFmt: &scaled}) },
		"words with a number": func(f *excelize.File) error { return f.SetCellValue("主要目标一览表", cell, "7.7(更正)") },
	} {
		h, list := store.ReadHistory(town.Opened(t, edited(t, data, change)), p)
		if h == nil || len(list) != 1 || list[0].Code != finding.SummaryEdited || list[0].Place.Cell() != cell {
			t.Errorf("%s: %+v", name, list)
		}
	}
}

// restyled gives a cell of the annex another look.
func restyled(f *excelize.File, cell string, look *excelize.Style) error {
	id, err := f.NewStyle(look)
	if err != nil {
		return err
	}
	return f.SetCellStyle("主要目标一览表", cell, cell, id)
}

func TestAFigureOfAnEarlierYearCorrectedByHandIsAskedAbout(t *testing.T) {
	p := town.Plan()
	first := trial.Got(report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2023, Batch: town.Batch(p, 2023, nil, town.Year2024()...)})))(t)
	h, list := store.ReadHistory(town.Opened(t, first), p)
	if h == nil {
		t.Fatalf("%+v", list)
	}
	data := trial.Got(report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, h, town.Year2024()...), History: h})))(t)
	if _, list := store.ReadHistory(town.Opened(t, data), p); len(list) > 0 {
		t.Fatalf("of an untouched summary: %+v", list)
	}
	f := trial.Got(excelize.OpenReader(strings.NewReader(string(data))))(t)
	defer f.Close()
	held := 0
	for tab, below := range map[string]int{"主要目标一览表": 2, "量化目标": 3} { // a chapter is between
		rows, _ := f.GetRows(tab)
		for i, cells := range rows {
			for j, text := range cells {
				if text == "2023年实际值" || text == "截至2023年底值" {
					held++
					cell, _ := excelize.CoordinatesToCellName(j+1, i+below)
					changed := edited(t, data, func(f *excelize.File) error { return f.SetCellValue(tab, cell, 7.7) })
					if _, list := store.ReadHistory(town.Opened(t, changed), p); !list.Has(finding.SummaryEdited) {
						t.Errorf("%s!%s, %s: nothing is said", tab, cell, text)
					}
				}
			}
		}
	}
	if held != 2 {
		t.Errorf("%d columns of 2023 were looked at", held)
	}
}

func TestADamagedLineOfTheHiddenSheetIsNoticed(t *testing.T) {
	p := town.Plan()
	data := trial.Got(report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})))(t)
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
