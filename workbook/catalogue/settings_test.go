package catalogue_test

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/workbook/catalogue"
)

// edited is the catalogue of the small plan after an edit, read again.
func edited(t *testing.T, edit func(f *excelize.File) error) (*plan.Plan, finding.List) {
	t.Helper()
	f := trial.Got(excelize.OpenReader(bytes.NewReader(written(t, small()))))(t)
	trial.Must(t, edit(f))
	data := trial.Got(f.WriteToBuffer())(t)
	return catalogue.Read(book(t, data.Bytes()))
}

// set writes the value of a line of the sheet 规划.
func set(label string, value any) func(f *excelize.File) error {
	return func(f *excelize.File) error {
		found, err := f.SearchSheet("规划", label)
		if err != nil {
			return err
		}
		cell := "B" + found[0][1:]
		if err := f.SetCellStr("规划", cell, "-"); err != nil { // else the inline text stays beside the value
			return err
		}
		if _, dated := value.(time.Time); dated {
			if err := f.SetCellStyle("规划", cell, cell, 0); err != nil { // the program makes a date of it in its own format
				return err
			}
		}
		return f.SetCellValue("规划", cell, value)
	}
}

func TestTheDeadlineIsReadHoweverItIsWrittenAndIsNeverNone(t *testing.T) {
	usual := plan.UsualDeadline
	for name, c := range map[string]struct {
		value   any
		want    plan.Deadline
		refused bool
	}{
		"blank":               {"", usual, false},
		"a day":               {"4月15日", plan.Deadline{Month: 4, Day: 15}, false},
		"a day with a nought": {"04月05日", plan.Deadline{Month: 4, Day: 5}, false},
		"a date":              {time.Date(2025, 4, 15, 0, 0, 0, 0, time.UTC), plan.Deadline{Month: 4, Day: 15}, false},
		"words":               {"春节以后", usual, true},
		"no such day":         {"2月31日", usual, true},
	} {
		p, found := edited(t, set("报送截止日期", c.value))
		if p == nil {
			t.Fatalf("%s: %v", name, found)
		}
		if p.Deadline != c.want || found.Has(finding.CatalogueCell) != c.refused {
			t.Errorf("%s: %v, %v", name, p.Deadline, found)
		}
	}
}

func TestAPlanIDThatIsNoneIsRefusedAtItsCell(t *testing.T) {
	for _, id := range []string{"", "12", "ABCDEFG", "AB-12!"} {
		if _, found := edited(t, set("规划编号", id)); !found.Has(finding.CatalogueCell) {
			t.Errorf("%q: %v", id, found)
		}
	}
}

func TestAColumnThatIsTwiceOrLacksIsSaid(t *testing.T) {
	_, found := edited(t, func(f *excelize.File) error { return f.SetCellStr("事项", "Z1", "牵头单位") })
	if !slices.ContainsFunc(found, func(one finding.Finding) bool {
		return one.Code == finding.CatalogueExtra && one.Place.Cell() == "Z1" && one.Message == "同名的列有两列,只取前一列"
	}) {
		t.Errorf("twice: %+v", found)
	}
	_, found = edited(t, func(f *excelize.File) error {
		cell, err := under(f, "事项", "填报要求", 1)
		if err != nil {
			return err
		}
		return f.SetCellStr("事项", cell, "")
	})
	if !slices.ContainsFunc(found, func(one finding.Finding) bool {
		return one.Code == finding.CatalogueColumn && one.Column == "填报要求" && one.Severity == finding.Note
	}) {
		t.Errorf("lacking: %+v", found)
	}
}
