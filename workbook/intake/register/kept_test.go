package register

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/xl"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

// written is a register of two units as a workbook, with what is done to it.
func written(t *testing.T, b *intake.Batch, kept *Kept, change func(f *excelize.File)) *ooxml.Book {
	t.Helper()
	data := trial.Got(Write(b, Lines(b, kept, march20), kept))(t)
	if change != nil {
		f := trial.Got(excelize.OpenReader(strings.NewReader(string(data))))(t)
		change(f)
		buf := trial.Got(f.WriteToBuffer())(t)
		data = buf.Bytes()
	}
	return trial.Made(ooxml.Read(data, ooxml.DefaultLimits()))(t)
}

func TestWhatTheClerkWroteSurvivesTheNextRun(t *testing.T) {
	b := batch(intake.StatusMissing, intake.StatusAccepted)
	kept := NewKept()
	kept.Entries = map[string]Entry{
		"市科技局":     {Extended: "2025-04-10", Reminded: "2025-04-02、2025-04-09"},
		"市科技局信息中心": {Received: "2025-03-20", Stamped: "已收", extendedAs: "月底"},
	}
	book := written(t, b, kept, nil)
	if !Is(book) {
		t.Error("our own register is not recognised")
	}
	read, found := Read(book, nil, b.Forms.Plan, 2024)
	if len(found) != 1 || found[0].Given != "月底" || read.Lost != "" || len(read.rows) > 0 {
		t.Errorf("%v, lost %q, rows %v", found, read.Lost, read.rows)
	}
	if !maps.Equal(read.Entries, kept.Entries) {
		t.Errorf("%+v, want %+v", read.Entries, kept.Entries)
	}
}

func TestColumnsRowsAndRemarksOfTheClerkAreCarriedOn(t *testing.T) {
	b := batch(intake.StatusMissing, intake.StatusAccepted)
	set := func(f *excelize.File, cell string, value any) {
		trial.Must(t, f.SetCellValue("报送登记", cell, value))
	}
	at := func(heading string) string {
		for i, word := range headingWords {
			if word == heading {
				name, _ := excelize.ColumnNumberToName(i + 1)
				return name
			}
		}
		t.Fatal(heading)
		return ""
	}
	book := written(t, b, NewKept(), func(f *excelize.File) {
		set(f, at(headStamped)+"3", "盖章件(份)")
		set(f, at(headExtended)+"3", "延期")
		set(f, at(headStamped)+"4", 2)
		set(f, at(headExtended)+"4", "４⽉１０⽇")
		set(f, at(headReceived)+"5", "２０２５．４．２")
		set(f, at(headReminded)+"4", "4月2日、4月9日")
		set(f, "R3", "联系人")
		set(f, "R4", "甲")
		set(f, "S5", 7)
		set(f, "A8", "备注:市财政局口头请假")
		set(f, at(headStamped)+"6", "一份")
		set(f, "A6", "市不存在的局")
	})
	kept, found := Read(book, nil, b.Forms.Plan, 2024)
	if len(found) > 0 || kept.Lost != "" {
		t.Fatalf("%v %s", found, kept.Lost)
	}
	if e := kept.Entries["市科技局"]; e.Extended != "2025-04-10" || e.Stamped != "2" || e.reminders() != 2 || e.remindedOn()[0] != "2025-04-02" {
		t.Errorf("%+v", e)
	}
	if e := kept.Entries["市科技局信息中心"]; e.Received != "2025-04-02" {
		t.Errorf("%+v", e)
	}
	again, _ := Read(written(t, b, kept, nil), nil, b.Forms.Plan, 2024)
	for _, k := range []*Kept{kept, again} {
		if len(k.columns) != 2 || k.columns[0] != "联系人" || k.cells["市科技局"][0].text != "甲" || k.cells["市科技局信息中心"][1] != (cell{text: "7", number: true}) {
			t.Errorf("own columns %q: %v", k.columns, k.cells)
		}
		if len(k.rows) != 2 || k.rows[0][0].text != "市不存在的局" || k.rows[1][0].text != "备注:市财政局口头请假" {
			t.Errorf("own rows: %v", k.rows)
		}
	}
	if !maps.Equal(kept.Entries, again.Entries) {
		t.Errorf("%v, then %v", kept.Entries, again.Entries)
	}
}

func TestWhatCannotBeCarriedOnIsNamed(t *testing.T) {
	b := batch(intake.StatusMissing, intake.StatusMissing)
	for name, change := range map[string]func(f *excelize.File) error{
		"D4 的批注": func(f *excelize.File) error {
			return f.AddComment("报送登记", excelize.Comment{Cell: "D4", Paragraph: []excelize.RichTextRun{{Text: "纸质件在机要室"}}})
		},
		"E5 的批注、文本框": func(f *excelize.File) error {
			return f.AddShape("报送登记", &excelize.Shape{Cell: "E5", Type: "rect", Paragraph: []excelize.RichTextRun{{Text: "已请假"}}})
		},
		"公式":  func(f *excelize.File) error { return f.SetCellFormula("报送登记", "R4", "1+1") },
		"工作表": func(f *excelize.File) error { f.NewSheet("另一张"); return f.SetCellStr("另一张", "A1", "x") },
	} {
		kept, _ := Read(written(t, b, NewKept(), func(f *excelize.File) {
			trial.Must(t, change(f))
		}), nil, b.Forms.Plan, 2024)
		if !strings.Contains(kept.Lost, name) {
			t.Errorf("%s: %q", name, kept.Lost)
		}
	}
}

func TestAReturnIsReceivedOnTheDayItWasFirstSeen(t *testing.T) {
	b := batch(intake.StatusFaulty)
	b.Units[0].Files = []*intake.File{file("甲.xlsx", intake.Faulty), file("空.xlsx", intake.Refused, finding.EmptyReturn)}
	kept := NewKept()
	Lines(b, kept, march20)
	b.Units[0].Files = append(b.Units[0].Files, file("乙.xlsx", intake.Accepted))
	later := march20.AddDate(0, 0, 30)
	line := Lines(b, kept, later)[0]
	if line.Entry.Received != march20.Format(time.DateOnly) || line.Rounds != 2 || len(kept.Seen) != 2 {
		t.Errorf("%+v seen %v", line, kept.Seen)
	}
	kept, _ = Read(written(t, b, kept, nil), nil, b.Forms.Plan, 2024)
	if line := Lines(b, kept, later)[0]; line.Entry.Received != march20.Format(time.DateOnly) || kept.Seen["乙.xlsx"] != later.Format(time.DateOnly) {
		t.Errorf("read again: %+v seen %v", line, kept.Seen)
	}
}

func TestTheRegisterHoldsNothingOfTheDayItIsWritten(t *testing.T) {
	b := batch(intake.StatusMissing, intake.StatusFaulty)
	b.Units[1].Files = []*intake.File{file("甲.xlsx", intake.Faulty)}
	kept := NewKept()
	var first []byte
	for _, days := range []int{0, 40} {
		data := trial.Got(Write(b, Lines(b, kept, march20.AddDate(0, 0, days)), kept))(t)
		if first == nil {
			first = data
		} else if string(first) != string(data) {
			t.Error("another day makes another register")
		}
	}
}

func TestADayThatIsNoneIsNamedAndNotGuessed(t *testing.T) {
	b := batch(intake.StatusMissing, intake.StatusMissing)
	book := &ooxml.Book{Sheets: []*ooxml.Grid{{Name: "登记", Rows: []ooxml.Row{
		{R: 5, Cells: []ooxml.Cell{{Col: 2, Kind: ooxml.Text, Text: headReceived}, {Col: 4, Kind: ooxml.Text, Text: headUnit}}},
		{R: 6, Cells: []ooxml.Cell{{Col: 2, Kind: ooxml.Text, Text: "三月里"}, {Col: 4, Kind: ooxml.Text, Text: "市科技局"}}},
		{R: 7, Cells: []ooxml.Cell{{Col: 2, Kind: ooxml.Number, Format: ooxml.Date, Text: "45736"}, {Col: 4, Kind: ooxml.Text, Text: "市科技局信息中心"}}},
	}}}}
	kept, found := Read(book, nil, b.Forms.Plan, 2024)
	if len(found) != 1 || found[0].Place.Cell() != "B6" || !strings.Contains(found[0].Given, "三月里") {
		t.Errorf("findings: %+v", found)
	}
	if kept.Entries["市科技局"] != (Entry{receivedAs: "三月里"}) || kept.Entries["市科技局信息中心"].Received != "2025-03-20" {
		t.Errorf("entries: %+v", kept.Entries)
	}
	kept.Enter("市科技局", Entry{Stamped: "已收"})
	if kept.Entries["市科技局"] != (Entry{Stamped: "已收", receivedAs: "三月里"}) {
		t.Errorf("a stamp takes away the day that is none: %+v", kept.Entries["市科技局"])
	}
	kept.Enter("市科技局", Entry{Received: "2025-03-21"})
	if kept.Entries["市科技局"] != (Entry{Received: "2025-03-21"}) {
		t.Errorf("a day that is entered: %+v", kept.Entries["市科技局"])
	}
}

// What is struck out in a column of the register does not count, in this run and in the next, and
// stays as it was written; what a person enters in its place counts.
func TestWhatIsStruckOutInTheRegisterDoesNotCount(t *testing.T) {
	b := batch(intake.StatusMissing, intake.StatusMissing)
	words := map[string]string{headReceived: "2025-03-12", headStamped: "已收", headExtended: "2025-04-10"}
	data := struckRegister(t, b, words)
	kept := NewKept()
	for range 2 {
		var found finding.List
		kept, found = readRegister(t, data, b)
		if e, want := kept.Entries["市科技局"], (Entry{receivedAs: "2025-03-12", stampedAs: "已收", extendedAs: "2025-04-10"}); e != want {
			t.Errorf("struck out: %+v", e)
		}
		if e, want := kept.Entries["市科技局信息中心"], (Entry{Received: "2025-03-12", Stamped: "已收", Extended: "2025-04-10"}); e != want {
			t.Errorf("not struck out: %+v", e)
		}
		if len(found) != len(words) || found.Count(finding.Error) > 0 || !found.Has(finding.StruckPart) {
			t.Errorf("%+v", found)
		}
		data = trial.Got(Write(b, Lines(b, kept, march20), kept))(t)
	}
	entered := Entry{Received: "2025-03-13", Stamped: "补交", Extended: "2025-04-12"}
	kept.Enter("市科技局", entered)
	data = trial.Got(Write(b, Lines(b, kept, march20), kept))(t)
	if kept, _ = readRegister(t, data, b); kept.Entries["市科技局"] != entered {
		t.Errorf("entered: %+v", kept.Entries["市科技局"])
	}
}

// A day or a word that the sheet does not show is named.
func TestWhatTheRegisterDoesNotShowIsNamed(t *testing.T) {
	b := batch(intake.StatusMissing, intake.StatusMissing)
	for name, edit := range map[string]func(f *excelize.File, sheet, received, stamped string) error{
		"a column too narrow for its days": func(f *excelize.File, sheet, received, _ string) error {
			if err := f.SetColWidth(sheet, received[:1], received[:1], 2); err != nil {
				return err
			}
			form := "yyyy-mm-dd"
			id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &form})
			if err != nil {
				return err
			}
			return errors.Join(f.SetCellValue(sheet, received, 45731), f.SetCellStyle(sheet, received, received, id))
		},
		"white on white": func(f *excelize.File, sheet, _, stamped string) error {
			id, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}})
			if err != nil {
				return err
			}
			return errors.Join(f.SetCellValue(sheet, stamped, "已收"), f.SetCellStyle(sheet, stamped, stamped, id))
		},
	} {
		book := written(t, b, NewKept(), func(f *excelize.File) {
			trial.Must(t, edit(f, f.GetSheetList()[0], "C4", "D4"))
		})
		if _, found := Read(book, nil, b.Forms.Plan, 2024); len(found) != 1 || !found.Has(finding.TextUnseen) {
			t.Errorf("%s: %+v", name, found)
		}
	}
}

// readRegister reads a register with its looks.
func readRegister(t *testing.T, data []byte, b *intake.Batch) (*Kept, finding.List) {
	t.Helper()
	book := trial.Made(ooxml.Read(data, ooxml.DefaultLimits()))(t)
	return Read(book, func(sheet string, rows, cols int) *xl.Looks {
		return trial.Got(xl.ReadLooks(data, sheet, rows, cols))(t)
	}, b.Forms.Plan, 2024)
}

// struckRegister is a register with words in the columns of both units, struck out in
// those of 市科技局.
func struckRegister(t *testing.T, b *intake.Batch, words map[string]string) []byte {
	t.Helper()
	data := trial.Got(Write(b, Lines(b, NewKept(), march20), NewKept()))(t)
	f := trial.Got(excelize.OpenReader(bytes.NewReader(data)))(t)
	id := trial.Got(f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}}))(t)
	name := f.GetSheetList()[0]
	rows := trial.Got(f.GetRows(name))(t)
	for i, row := range rows {
		if len(row) == 0 || row[0] != "市科技局" && row[0] != "市科技局信息中心" {
			continue
		}
		for heading, word := range words {
			cell, _ := excelize.CoordinatesToCellName(slices.Index(rows[2], heading)+1, i+1)
			trial.Must(t, f.SetCellStr(name, cell, word))
			if row[0] == "市科技局" {
				trial.Must(t, f.SetCellStyle(name, cell, cell, id))
			}
		}
	}
	out := trial.Got(f.WriteToBuffer())(t)
	return out.Bytes()
}
