package workbook_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// styled gives a cell a style.
func styled(t testing.TB, f *excelize.File, sheet, cell string, style *excelize.Style) {
	t.Helper()
	id := trial.Got(f.NewStyle(style))(t)
	must(t, f.SetCellStyle(sheet, cell, cell, id))
}

// saidAt lists the codes of what is found at a cell.
func saidAt(found finding.List, sheet, cell string) (codes []finding.Code) {
	for _, f := range found {
		if f.Place.Sheet == sheet && f.Place.Cell() == cell {
			codes = append(codes, f.Code)
		}
	}
	return codes
}

func TestWhatIsTakenIsWhatTheReaderSees(t *testing.T) {
	s := newSpecimen(t)
	const lead = "牵头任务"
	ref := s.ret.Sheet(layout.Lead).Rows[0].Ref()
	account := s.at(layout.Lead, ref, layout.Progress)
	struck := &excelize.Font{Strike: true}
	for name, c := range map[string]struct {
		edit func(f *excelize.File)
		want finding.Code // "" where nothing is said
		text string
	}{
		"a sentence struck out": {func(f *excelize.File) {
			must(t, f.SetCellRichText(lead, account, []excelize.RichTextRun{{Text: "新建平台3家。"}, {Text: "另有2家开工。", Font: struck}}))
		}, finding.StruckPart, "新建平台3家。"},
		"all of it struck out": {func(f *excelize.File) {
			must(t, f.SetCellValue(lead, account, "新建平台3家。"))
			styled(t, f, lead, account, &excelize.Style{Font: struck})
		}, finding.StruckOut, ""},
		"all runs struck out": {func(f *excelize.File) {
			must(t, f.SetCellRichText(lead, account, []excelize.RichTextRun{{Text: "新建", Font: struck}, {Text: "平台", Font: struck}}))
		}, finding.StruckOut, ""},
		"a picture as text":            {func(f *excelize.File) { must(t, f.SetCellStr(lead, account, `=DISPIMG("ID_0A1B",1)`)) }, finding.PictureCell, ""},
		"a picture of another program": {func(f *excelize.File) { must(t, f.SetCellStr(lead, account, `=_xlfn.IMAGE("a.png")`)) }, finding.PictureCell, ""},
		"a picture by a formula without a result": {func(f *excelize.File) {
			must(t, f.SetCellValue(lead, account, nil))
			must(t, f.SetCellFormula(lead, account, `DISPIMG("ID_0A1B",1)`))
		}, finding.PictureCell, ""},
		"white on white": {func(f *excelize.File) {
			must(t, f.SetCellValue(lead, account, "新建平台3家。"))
			styled(t, f, lead, account, &excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}})
		}, finding.TextUnseen, "新建平台3家。"},
		"a number with a unit in its format": {func(f *excelize.File) {
			must(t, f.SetCellValue(lead, account, 85000))
			code := `0"万元投资"`
			styled(t, f, lead, account, &excelize.Style{CustomNumFmt: &code})
		}, finding.TextRead, "85000万元投资"},
		"bold and red": {func(f *excelize.File) {
			must(t, f.SetCellValue(lead, account, "新建平台3家。"))
			styled(t, f, lead, account, &excelize.Style{Font: &excelize.Font{Bold: true, Color: "FF0000"}})
		}, "", "新建平台3家。"},
	} {
		t.Run(name, func(t *testing.T) {
			_, ret, found := read(t, s.edited(t, c.edit), s.plan)
			got := saidAt(found, lead, account)
			if (c.want == "") != (len(got) == 0) || c.want != "" && !slices.Contains(got, c.want) {
				t.Errorf("said %v, want %s", got, c.want)
			}
			if v := ret.Sheet(layout.Lead).Row(ref).Value(layout.Progress); c.text != "" && v.Text != c.text || c.want == finding.StruckOut && v.State != workbook.Faulty {
				t.Errorf("taken %+v", v)
			}
		})
	}
}

func TestANumberIsTakenAsItsFormatShowsIt(t *testing.T) {
	s := newSpecimen(t)
	var row *workbook.Row
	for i := range s.ret.Sheet(layout.Targets).Rows {
		if r := &s.ret.Sheet(layout.Targets).Rows[i]; r.Text(layout.Measured) == "万人" && r.Open(layout.Total) {
			row = r
		}
	}
	if row == nil {
		t.Fatal("the specimen has no target in 万人")
	}
	cell := s.at(layout.Targets, row.Ref(), layout.Total)
	for _, c := range []struct {
		format string
		stored any
		want   string // "" where refused
		code   finding.Code
	}{
		{`0!.0,"万"`, 55000, "5.5", finding.NumberRead}, {`0"人"`, 55000, "5.5", finding.NumberRead}, {`0.0"万人"`, 5.5, "5.5", ""}, {`0!.0,"万人"`, 55000, "5.5", finding.NumberRead},
		{`*-0`, 5.5, "", finding.NumberFormat}, {`*0#`, 5, "5", ""}, {`+0.0;-0.0`, 5.5, "5.5", ""}, {`_ * #,##0.0_ `, 5.5, "5.5", ""},
		{`0,`, 55000, "", finding.NumberUnit}, {`0"户"`, 55, "", finding.NumberUnit}, {`;;;`, 55, "", finding.NumberFormat}, {`"约"0`, 55, "", finding.NumberFormat}, {`#,##0.00`, 5.5, "5.5", ""},
	} {
		data := s.edited(t, func(f *excelize.File) {
			must(t, f.SetCellValue("量化目标", cell, c.stored))
			styled(t, f, "量化目标", cell, &excelize.Style{CustomNumFmt: &c.format})
		})
		_, ret, found := read(t, data, s.plan)
		v := ret.Sheet(layout.Targets).Row(row.Ref()).Value(layout.Total)
		got := saidAt(found, "量化目标", cell)
		if v.Text != c.want || c.code != "" && !slices.Contains(got, c.code) || c.code == "" && slices.Contains(got, finding.NumberRead) {
			t.Errorf("%s of %v: %+v %v", c.format, c.stored, v, got)
		}
	}
}

func TestWhatNobodyCanSeeIsAskedAbout(t *testing.T) {
	s := newSpecimen(t)
	const lead = "牵头任务"
	ref := s.ret.Sheet(layout.Lead).Rows[0].Ref()
	cell, row := s.at(layout.Lead, ref, layout.Progress), s.rowOf(layout.Lead, ref)
	yellow := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF2CC"}}
	font := func(f excelize.Font, code string) func(f *excelize.File) {
		return func(b *excelize.File) {
			styled(t, b, lead, cell, &excelize.Style{Font: &f, Fill: yellow, CustomNumFmt: &code})
		}
	}
	condition := func(rule, value string, f excelize.Style) func(b *excelize.File) {
		return func(b *excelize.File) {
			id := trial.Got(b.NewConditionalStyle(&f))(t)
			must(t, b.SetConditionalFormat(lead, cell, []excelize.ConditionalFormatOptions{{Type: rule, Criteria: value, Format: &id}}))
		}
	}
	for name, edit := range map[string]func(f *excelize.File){
		"white on pale yellow": font(excelize.Font{Color: "FFFFFF"}, "General"), "yellow on pale yellow": font(excelize.Font{Color: "FFFF00"}, "General"),
		"letters of one point": font(excelize.Font{Size: 1}, "General"), "a font of pictures": font(excelize.Font{Family: "Wingdings"}, "General"),
		"a format that shows nothing": font(excelize.Font{}, ";;;"), "a format in white": font(excelize.Font{}, "[White]@"),
		"an alignment that repeats": func(f *excelize.File) {
			styled(t, f, lead, cell, &excelize.Style{Alignment: &excelize.Alignment{Horizontal: "fill"}})
		},
		"runs in white": func(f *excelize.File) {
			must(t, f.SetCellRichText(lead, cell, []excelize.RichTextRun{{Text: "新建平台3家,"}, {Text: "其中2家未完工。", Font: &excelize.Font{Color: "FFFFFF"}}}))
		},
		"a condition that hides":       condition("formula", "TRUE", excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}}),
		"a condition that strikes out": condition("formula", "LEN($A$1)>0", excelize.Style{Font: &excelize.Font{Strike: true}}),
	} {
		if _, _, found := read(t, s.edited(t, edit), s.plan); !slices.Contains(saidAt(found, lead, cell), finding.TextUnseen) {
			t.Errorf("%s: %v", name, s.more(found))
		}
	}
	for name, edit := range map[string]func(f *excelize.File){
		"a condition that never holds": condition("formula", "FALSE", excelize.Style{Font: &excelize.Font{Strike: true}}),
		"a condition that colours":     condition("formula", "TRUE", excelize.Style{Font: &excelize.Font{Color: "9C0006"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFC7CE"}}}),
		"grey letters":                 font(excelize.Font{Color: "808080", Size: 6}, "@"),
	} {
		if _, _, found := read(t, s.edited(t, edit), s.plan); len(s.more(found)) > 0 {
			t.Errorf("%s: %v", name, s.more(found))
		}
	}
	_, _, found := read(t, s.edited(t, func(f *excelize.File) { must(t, f.SetRowHeight(lead, row, 0.5)) }), s.plan)
	if !found.Has(finding.RowHidden) {
		t.Error("a row of no height is not called hidden")
	}
	_, _, found = read(t, s.edited(t, func(f *excelize.File) { must(t, f.SetColWidth(lead, cell[:1], cell[:1], 0.2)) }), s.plan)
	if !found.Has(finding.ColumnHidden) {
		t.Error("a column of no width is not called hidden")
	}
}

func TestWordsOutsideTheCellsAreTold(t *testing.T) {
	s := newSpecimen(t)
	data := s.edited(t, func(f *excelize.File) {
		must(t, f.AddComment("量化目标", excelize.Comment{Cell: "H8", Author: "李四", Paragraph: []excelize.RichTextRun{{Text: "此数待审计"}}}))
		must(t, f.AddComment("量化目标", excelize.Comment{Cell: "H9", Paragraph: []excelize.RichTextRun{{Text: layout.CommentWord + "请核对" + layout.CommentEnd}}}))
		must(t, f.AddComment("量化目标", excelize.Comment{Cell: "H10", Paragraph: []excelize.RichTextRun{{Text: layout.CommentWord + "请核对" + layout.CommentEnd + "已核对"}}}))
		must(t, f.AddShape("牵头任务", &excelize.Shape{Cell: "D6", Type: "rect", Paragraph: []excelize.RichTextRun{{Text: "以上为快报数"}}}))
	})
	_, _, found := read(t, data, s.plan)
	for at, want := range map[string]string{"量化目标!H8": "此数待审计", "量化目标!H10": "已核对", "牵头任务!D6": "以上为快报数", "量化目标!H9": ""} {
		sheet, cell, _ := strings.Cut(at, "!")
		told := ""
		for _, f := range found {
			if f.Place.Sheet == sheet && f.Place.Cell() == cell && (f.Code == finding.CommentTold || f.Code == finding.BoxTold) {
				told = f.Given
			}
		}
		if told != want {
			t.Errorf("%s: told %q, want %q", at, told, want)
		}
	}
}

func TestARowWhoseNumberAndWordsAreOfTwoRowsCountsForNeither(t *testing.T) {
	s := newSpecimen(t)
	rows := s.ret.Sheet(layout.Lead).Rows
	a, b := rows[0].R, rows[1].R
	one, two := rows[0].Ref(), rows[1].Ref()
	cellA, cellB := s.at(layout.Lead, one, layout.Ref), s.at(layout.Lead, two, layout.Ref)
	_, ret, found := read(t, s.edited(t, func(f *excelize.File) {
		must(t, f.SetCellStr("牵头任务", cellA, two))
		must(t, f.SetCellStr("牵头任务", cellB, one))
	}), s.plan)
	if got := saidAt(found, "牵头任务", cellA); !slices.Contains(got, finding.RowCrossed) || !found.Has(finding.RowCrossed) {
		t.Errorf("rows %d, %d: %v", a, b, got)
	}
	if ret.Sheet(layout.Lead).Row(one) != nil || ret.Sheet(layout.Lead).Row(two) != nil || found.Has(finding.RowMissing) {
		t.Error("a row was taken all the same, or called missing")
	}
}

// On every table, whether the numbers or the words changed places, and in a circle of three.
func TestRowsThatChangedOneOfTheirTwoNamesCountForNeither(t *testing.T) {
	s := newSpecimen(t)
	for _, c := range []struct {
		key  layout.SheetKey
		swap layout.Key
		n    int
	}{
		{layout.Support, layout.Ref, 2}, {layout.Targets, layout.Ref, 3}, {layout.Lead, layout.Ref, 3},
		{layout.Indicators, layout.Ref, 2}, {layout.Lead, layout.Body, 2}, {layout.Indicators, layout.Name, 2},
	} {
		sheet := s.ret.Sheet(c.key)
		if sheet == nil || len(sheet.Rows) < c.n || sheet.Form.Index(c.swap) < 0 {
			t.Errorf("%s has no %d rows with %s", c.key, c.n, c.swap)
			continue
		}
		_, ret, found := read(t, s.edited(t, func(f *excelize.File) {
			var words []string
			for _, r := range sheet.Rows[:c.n] {
				w := trial.Got(f.GetCellValue(sheet.Name, s.at(c.key, r.Ref(), c.swap)))(t)
				words = append(words, w)
			}
			for i, r := range sheet.Rows[:c.n] {
				must(t, f.SetCellStr(sheet.Name, s.at(c.key, r.Ref(), c.swap), words[(i+1)%c.n]))
			}
		}), s.plan)
		for _, r := range sheet.Rows[:c.n] {
			if ret.Sheet(c.key).Row(r.Ref()) != nil {
				t.Errorf("%s, %s: row %s was taken", c.key, c.swap, r.Ref())
			}
		}
		if !found.Has(finding.RowCrossed) {
			t.Errorf("%s, %s: %v", c.key, c.swap, s.more(found))
		}
	}
}

func TestTotalsBetweenTheRowsAreNoUnknownRows(t *testing.T) {
	s := newSpecimen(t)
	const target = "量化目标"
	for name, edit := range map[string]func(f *excelize.File){
		"a total with its word": func(f *excelize.File) {
			must(t, f.SetCellStr(target, "A90", "合计"))
			must(t, f.SetCellValue(target, "I90", 12))
		},
		"a subtotal of a 编号": func(f *excelize.File) {
			must(t, f.SetCellStr(target, "A90", "8 汇总"))
			must(t, f.SetCellValue(target, "I90", 12))
		},
		"a bare automatic sum": func(f *excelize.File) { must(t, f.SetCellValue(target, "I90", 12)) },
		"a total in another cell": func(f *excelize.File) {
			must(t, f.SetCellStr(target, "B90", "总计"))
			must(t, f.SetCellStr(target, "I90", "12家"))
		},
		"a note of who filled it": func(f *excelize.File) { must(t, f.SetCellStr(target, "A90", "填表人:张三")) },
	} {
		if _, _, found := read(t, s.edited(t, edit), s.plan); found.Has(finding.RowUnknown) || !found.Has(finding.OutsideCell) {
			t.Errorf("%s: %v", name, s.more(found))
		}
	}
	_, _, found := read(t, s.edited(t, func(f *excelize.File) {
		must(t, f.SetCellStr(target, "A90", "99(9)-1"))
		must(t, f.SetCellValue(target, "I90", 12))
	}), s.plan)
	if !found.Has(finding.RowUnknown) {
		t.Error("a 编号 that was never issued is passed over")
	}
}

func TestALabelOfTheCoverThatWasMovedLeavesNoValueUnsaid(t *testing.T) {
	s := newSpecimen(t)
	cell := s.at(layout.Cover, "", layout.Section)
	_, _, found := read(t, s.edited(t, func(f *excelize.File) {
		must(t, f.SetCellValue("填报说明", cell, "规划科"))
		must(t, f.SetCellValue("填报说明", "A"+cell[1:], nil))
		must(t, f.SetCellValue("填报说明", "D"+cell[1:], "填报科室"))
	}), s.plan)
	if got := saidAt(found, "填报说明", cell); len(got) == 0 {
		t.Errorf("nothing is said of %s: %v", cell, s.more(found))
	}
}

// A number that its column shows as #### is asked about; one that is shrunk, merged or fits is not.
func TestANumberForWhichItsColumnIsTooNarrowIsAskedAbout(t *testing.T) {
	s := newSpecimen(t)
	const indicator = "主要指标"
	row := &s.ret.Sheet(layout.Indicators).Rows[0]
	cell := s.at(layout.Indicators, row.Ref(), layout.Actual)
	col := strings.TrimRight(cell, "0123456789")
	places := "0.00"
	for _, c := range []struct {
		name   string
		value  any
		width  float64
		style  *excelize.Style
		unseen bool
	}{
		{"a long number", 123456.25, 3, &excelize.Style{CustomNumFmt: &places}, true},
		{"a number with no format", 123456, 2, &excelize.Style{}, true},
		{"a number that fits", 123456.25, 10, &excelize.Style{CustomNumFmt: &places}, false},
		{"a number that is shortened", 1234567890, 8, &excelize.Style{}, false},
		{"a number that is shrunk", 123456.25, 3, &excelize.Style{CustomNumFmt: &places, Alignment: &excelize.Alignment{ShrinkToFit: true}}, false},
		{"a text", "123456.25", 3, &excelize.Style{}, false},
	} {
		_, _, found := read(t, s.edited(t, func(f *excelize.File) {
			must(t, f.SetCellValue(indicator, cell, c.value))
			styled(t, f, indicator, cell, c.style)
			must(t, f.SetColWidth(indicator, col, col, c.width))
		}), s.plan)
		got := saidAt(found, indicator, cell)
		if slices.Contains(got, finding.TextUnseen) != c.unseen {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
