package register

import (
	"strings"
	"testing"
	"time"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

var deadline = time.Date(2025, time.March, 31, 0, 0, 0, 0, time.UTC)

func TestPunctualityGoesByTheClerksDaysAlone(t *testing.T) {
	for _, c := range []struct {
		name  string
		entry Entry
		want  Punctuality
	}{
		{"no day received", Entry{}, Unknown},
		{"on the last day", Entry{Received: "2025-03-31"}, OnTime},
		{"a day late", Entry{Received: "2025-04-01"}, Late},
		{"late, within the extension", Entry{Received: "2025-04-05", Extended: "2025-04-10"}, OnTime},
		{"late, past the extension", Entry{Received: "2025-04-11", Extended: "2025-04-10"}, Late},
		{"an extension before the deadline takes nothing away", Entry{Received: "2025-03-30", Extended: "2025-03-20"}, OnTime},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.entry.Punctual(deadline); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func batch(statuses ...intake.Status) *intake.Batch {
	p := &plan.Plan{Title: "规划", Period: plan.Period{Base: 2020, First: 2021, Last: 2025}, Deadline: plan.Deadline{Month: 3, Day: 31}}
	names := []string{"市科技局", "市科技局信息中心", "市财政局"}
	for i := range statuses {
		p.Units = append(p.Units, plan.Unit{ID: names[i], Name: names[i], Kind: "市直部门"})
	}
	b := &intake.Batch{Year: 2024, Forms: layout.NewForms(p, 2024, nil)}
	for i, s := range statuses {
		b.Units = append(b.Units, intake.UnitResult{Unit: &p.Units[i], Status: s})
	}
	return b
}

func TestAnUnreadableFileIsClaimedByTheUnitItIsNamedAfter(t *testing.T) {
	b := batch(intake.StatusMissing, intake.StatusMissing, intake.StatusAccepted)
	broken := func(path string) *intake.File {
		f := &intake.File{Path: path, Outcome: intake.Unreadable}
		f.Findings.Add(finding.Internal)
		return f
	}
	b.Unassigned = []*intake.File{
		broken("报送/2024-市科技局信息中心(1).xlsx"), broken("报送/财政/2024-市财政局.xlsx"), broken("报送/无名.xlsx"),
	}
	lines := Lines(b, nil)
	for i, want := range []intake.Status{intake.StatusMissing, intake.StatusUnreadable, intake.StatusAccepted} {
		if lines[i].Status != want {
			t.Errorf("%s: %s, want %s", lines[i].Unit, lines[i].Status, want)
		}
	}
	if n := len(lines[1].Files); n != 1 || lines[1].Errors != 1 {
		t.Errorf("the claimed file is not shown: %d files, %d errors", n, lines[1].Errors)
	}
	if len(b.Unassigned) != 3 {
		t.Error("a claimed file is no longer among the unassigned")
	}
}

func TestMessagesNameUnitDayAndWhatToDo(t *testing.T) {
	for _, c := range []struct {
		line Line
		want string
	}{
		{Line{Unit: "市科技局", Status: intake.StatusMissing}, "请市科技局于3月31日前报送2024年度填报表。"},
		{Line{Unit: "市科技局", Status: intake.StatusMissing, Entry: Entry{Extended: "2025-04-10"}}, "请市科技局于4月10日前报送2024年度填报表。"},
		{Line{Unit: "市科技局", Status: intake.StatusFaulty, Errors: 3}, "请市科技局按退回表中“错误清单”修改 3 处错误,于3月31日前重新报送。"},
		{Line{Unit: "市科技局", Status: intake.StatusAccepted}, ""},
		{Line{Unit: "市科技局", Status: intake.StatusSeparate}, ""},
	} {
		if got := c.line.Message(2024, deadline); got != c.want {
			t.Errorf("%s: %q, want %q", c.line.Status, got, c.want)
		}
	}
}

func TestWhatTheClerkWroteSurvivesTheNextRun(t *testing.T) {
	b := batch(intake.StatusMissing, intake.StatusAccepted)
	entries := map[string]Entry{
		"市科技局":     {Extended: "2025-04-10"},
		"市科技局信息中心": {Received: "2025-03-20", Stamped: "已收"},
	}
	data, err := Write(b, Lines(b, entries))
	if err != nil {
		t.Fatal(err)
	}
	book, findings := ooxml.Read(data, ooxml.DefaultLimits())
	if book == nil {
		t.Fatal(findings)
	}
	if !Is(book) {
		t.Error("our own register is not recognised")
	}
	read, found := Read(book)
	if len(found) > 0 {
		t.Error(found)
	}
	for unit, want := range entries {
		if read[unit] != want {
			t.Errorf("%s: %+v, want %+v", unit, read[unit], want)
		}
	}
}

func TestADayThatIsNoneIsNamedAndNotGuessed(t *testing.T) {
	book := &ooxml.Book{Sheets: []*ooxml.Grid{{Name: "登记", Rows: []ooxml.Row{
		{R: 5, Cells: []ooxml.Cell{{Col: 2, Kind: ooxml.Text, Text: headReceived}, {Col: 4, Kind: ooxml.Text, Text: headUnit}}},
		{R: 6, Cells: []ooxml.Cell{{Col: 2, Kind: ooxml.Text, Text: "三月底"}, {Col: 4, Kind: ooxml.Text, Text: "市科技局"}}},
		{R: 7, Cells: []ooxml.Cell{{Col: 2, Kind: ooxml.Number, Format: ooxml.Date, Text: "45736"}, {Col: 4, Kind: ooxml.Text, Text: "市财政局"}}},
	}}}}
	entries, found := Read(book)
	if len(found) != 1 || found[0].Place.Cell() != "B6" || !strings.Contains(found[0].Given, "三月底") {
		t.Errorf("findings: %+v", found)
	}
	if entries["市科技局"].Received != "" || entries["市财政局"].Received != "2025-03-20" {
		t.Errorf("entries: %+v", entries)
	}
}
