package store_test

import (
	"errors"
	"slices"
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

// ruledSummary is a summary with a conflict about indicator 3, whose row is number 4.
func ruledSummary(t *testing.T, change func(f *excelize.File) error) (*store.Rulings, finding.List) {
	t.Helper()
	p := town.Plan()
	data := trial.Got(report.Render(town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})))(t)
	return store.ReadRulings(town.Opened(t, edited(t, data, func(f *excelize.File) error {
		if err := f.SetCellValue("数据不一致", "J4", 8.1); err != nil {
			return err
		}
		if err := f.SetCellValue("数据不一致", "K4", "以统计公报为准"); err != nil {
			return err
		}
		return change(f)
	})), p)
}

func set(cells ...string) func(f *excelize.File) error {
	return func(f *excelize.File) error {
		for i := 0; i < len(cells); i += 2 {
			if err := f.SetCellValue("数据不一致", cells[i], cells[i+1]); err != nil {
				return err
			}
		}
		return nil
	}
}

func TestARulingIsReadWhereverTheSheetWasTouched(t *testing.T) {
	for name, c := range map[string]struct {
		change func(f *excelize.File) error
		value  string
		want   finding.Code // "" where nothing is said
	}{
		"untouched":                     {set(), "8.1", ""},
		"the tab renamed":               {func(f *excelize.File) error { return f.SetSheetName("数据不一致", "核定") }, "8.1", finding.SheetRenamed},
		"a space behind the tab's name": {func(f *excelize.File) error { return f.SetSheetName("数据不一致", "数据不一致 ") }, "8.1", ""},
		"the heading with a remark":     {set("J3", "核定值(%)"), "8.1", finding.HeadingEdited},
		"the heading of other words":    {set("J3", "市里定的数"), "8.1", finding.HeadingEdited},
		"the heading cleared":           {set("J3", ""), "8.1", finding.HeadingEdited},
		"the basis of other words":      {set("K3", "理由"), "8.1", finding.HeadingEdited},
		"a column before":               {func(f *excelize.File) error { return f.InsertCols("数据不一致", "A", 1) }, "8.1", ""},
		"a share as text":               {set("J4", "8.1%"), "8.1", finding.NumberRead},
		"full-width digits":             {set("J4", "８．１"), "8.1", finding.NumberRead},
		"words before the number":       {set("J4", "约8.1"), "", finding.RulingUnfit},
		"another unit":                  {set("J4", "8.1万元"), "", finding.RulingUnfit},
		"struck out":                    {restyle("J4", &excelize.Style{Font: &excelize.Font{Strike: true}}), "", finding.RulingUnfit},
		"shown in ten thousands":        {restyle("J4", &excelize.Style{CustomNumFmt: pointer(`0.0,"万"`)}), "", finding.RulingUnfit},
		"not shown":                     {restyle("J4", &excelize.Style{CustomNumFmt: pointer(";;;")}), "", finding.RulingUnfit},
		"in white":                      {restyle("J4", &excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}}), "8.1", finding.TextUnseen},
		"in a column too narrow": {func(f *excelize.File) error {
			return errors.Join(f.SetCellValue("数据不一致", "J4", 8.1), restyle("J4", &excelize.Style{CustomNumFmt: pointer("0.0000")})(f), f.SetColWidth("数据不一致", "J", "J", 1.5))
		}, "8.1", finding.TextUnseen},
		"the row hidden":                  {func(f *excelize.File) error { return f.SetRowVisible("数据不一致", 4, false) }, "8.1", ""},
		"the key cleared":                 {set("L4", ""), "", finding.RulingLost},
		"the key's and the value's heads": {set("L3", "", "J3", "", "I3", ""), "", finding.RulingsUnread},
	} {
		r, list := ruledSummary(t, c.change)
		got := ""
		if r != nil && len(r.List) == 1 {
			got = r.List[0].Value
		}
		if got != c.value || (len(list) == 0) != (c.want == "") || c.want != "" && !list.Has(c.want) {
			t.Errorf("%s: taken %q, %+v", name, got, list)
		}
	}
}

func TestASheetOfRulingsThatIsGoneIsNotOneWithoutRulings(t *testing.T) {
	r, list := ruledSummary(t, func(f *excelize.File) error { return f.DeleteSheet("数据不一致") })
	if r != nil || !list.Has(finding.RulingsUnread) {
		t.Errorf("%+v %+v", r, list)
	}
}

func TestOfTwoRulingsOfOneValueNoneWins(t *testing.T) {
	twice := func(value string) func(f *excelize.File) error {
		return func(f *excelize.File) error {
			if err := f.DuplicateRow("数据不一致", 4); err != nil {
				return err
			}
			return f.SetCellValue("数据不一致", "J5", value)
		}
	}
	if r, list := ruledSummary(t, twice("8.2")); r == nil || len(r.List) != 0 || !list.Has(finding.RulingTwice) {
		t.Errorf("two that differ: %+v %+v", r, list)
	}
	if r, list := ruledSummary(t, twice("8.10")); r == nil || len(r.List) != 1 || list.Has(finding.RulingTwice) {
		t.Errorf("two that say the same: %+v %+v", r, list)
	}
}

func TestARulingThatIsNotTakenStandsInTheReview(t *testing.T) {
	p := town.Plan()
	for name, change := range map[string]func(f *excelize.File) error{
		"words": set("J4", "约8.1"), "its key gone": set("L4", ""), "another key": set("L4", "2024|indicator|3|actual||0000"),
	} {
		r, _ := ruledSummary(t, change)
		s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...), Rulings: r})
		if !slices.ContainsFunc(s.Review, func(r consolidate.Reviewed) bool {
			return strings.Contains(r.Given, "8.1") && strings.Contains(r.Given, "以统计公报为准")
		}) {
			t.Errorf("%s: nothing of what was typed is left", name)
		}
	}
}

func pointer(s string) *string { return &s }

// restyle gives a cell of 数据不一致 a look.
func restyle(cell string, style *excelize.Style) func(f *excelize.File) error {
	return func(f *excelize.File) error {
		id, err := f.NewStyle(style)
		if err != nil {
			return err
		}
		return f.SetCellStyle("数据不一致", cell, cell, id)
	}
}
