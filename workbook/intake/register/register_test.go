package register

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook/intake"
)

var march20 = time.Date(2025, time.March, 20, 0, 0, 0, 0, time.UTC)

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
	lines := Lines(b, NewKept(), march20)
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

// called are the messages to the units of a batch on a day, with what is in the
// register for the first.
func called(b *intake.Batch, e Entry, today time.Time) []string {
	kept := NewKept()
	kept.Entries[b.Units[0].Unit.Name] = e
	var said []string
	for _, l := range Lines(b, kept, today) {
		said = append(said, l.Message(CallOf(b, today)))
	}
	return said
}

func TestMessagesKnowTodayTheExtensionAndWhomTheyAddress(t *testing.T) {
	day := func(month time.Month, d int) time.Time { return time.Date(2025, month, d, 15, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		name   string
		status intake.Status
		kind   string
		entry  Entry
		today  time.Time
		want   string
	}{
		{"before it is due", intake.StatusMissing, "市直部门", Entry{}, day(3, 3), "请市科技局于2025年3月31日前报送2024年度填报表，距截止还有28天。"},
		{"on the last day", intake.StatusMissing, "市直部门", Entry{}, day(3, 31), "请市科技局于2025年3月31日前报送2024年度填报表，今天截止。"},
		{"overdue", intake.StatusMissing, "市直部门", Entry{}, day(4, 12), "市科技局的2024年度填报表应于2025年3月31日前报送，现已逾期12天，请尽快报送。"},
		{"extended", intake.StatusMissing, "市直部门", Entry{Extended: "2025-04-10"}, day(4, 2), "请市科技局于2025年4月10日前报送2024年度填报表(已延期)，距截止还有8天。"},
		{"extended, and overdue", intake.StatusMissing, "市直部门", Entry{Extended: "2025-04-10"}, day(4, 12), "市科技局的2024年度填报表应于2025年4月10日前报送(已延期)，现已逾期2天，请尽快报送。"},
		{"an office of the party", intake.StatusMissing, "党委部门", Entry{}, day(3, 3), "商请市科技局于2025年3月31日前报送2024年度填报表，距截止还有28天。"},
		{"a court, overdue", intake.StatusMissing, "法检机关", Entry{}, day(4, 1), "市科技局的2024年度填报表应于2025年3月31日前报送，现已逾期1天，商请尽快报送。"},
		{"to mend", intake.StatusFaulty, "市直部门", Entry{}, day(3, 30), "请市科技局于2025年3月31日前按退回表中“错误清单”修改 3 处错误后重新报送，距截止还有1天。"},
		{"reported", intake.StatusAccepted, "市直部门", Entry{}, day(4, 3), ""},
		{"reported apart", intake.StatusSeparate, "市直部门", Entry{}, day(4, 3), ""},
		{"reminded twice after it was due", intake.StatusMissing, "市直部门", Entry{Reminded: "2025-03-20、2025-04-02、2025-04-09"}, day(4, 12), ""},
		{"reminded once after it was due", intake.StatusMissing, "市直部门", Entry{Reminded: "2025-03-20、2025-03-25、2025-04-09"}, day(4, 12), "市科技局的2024年度填报表应于2025年3月31日前报送，现已逾期12天，请尽快报送。"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := batch(c.status)
			b.Units[0].Unit.Kind = c.kind
			if b.Units[0].Errors = 0; c.status == intake.StatusFaulty {
				b.Units[0].Errors = 3
			}
			if got := called(b, c.entry, c.today)[0]; got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func file(name string, outcome intake.Outcome, codes ...finding.Code) *intake.File {
	f := &intake.File{Path: "报送/" + name, SHA256: name, Outcome: outcome}
	for _, code := range codes {
		f.Findings.Add(code)
	}
	return f
}

func TestOneMessageForAllThatAUnitHasToDoAndNoneForTheOfficesOwnFault(t *testing.T) {
	b := batch(intake.StatusFaulty, intake.StatusRefused, intake.StatusRefused)
	first, second := file("甲.xlsx", intake.Faulty), file("乙.xlsx", intake.Faulty)
	b.Units[0].Errors, b.Units[0].Ties = 2, [][2]*intake.File{{first, second}}
	b.Units[0].Files = []*intake.File{first, second, file("丙.xlsx", intake.Unreadable, finding.FileTruncated)}
	b.Units[1].Files = []*intake.File{file("丁.xlsx", intake.Refused, finding.UnknownUnit)}
	b.Units[2].Files = []*intake.File{file("戊.xlsx", intake.Refused, finding.EmptyReturn)}
	said := called(b, Entry{}, march20)
	for _, part := range []string{"修改 2 处错误", "“甲.xlsx”和“乙.xlsx”以哪一份为准", "“丙.xlsx”", "2025年3月31日"} {
		if !strings.Contains(said[0], part) {
			t.Errorf("%q lacks %q", said[0], part)
		}
	}
	if strings.Count(said[0], "请市科技局") != 1 || said[1] != "" || !strings.Contains(said[2], "“戊.xlsx”没有填写内容") {
		t.Errorf("%q", said)
	}
	lines := Lines(b, NewKept(), march20)
	text := Text(b, lines, CallOf(b, march20))
	if !strings.Contains(text, "要自己办的(不发给单位)\n市科技局信息中心:“丁.xlsx”:在任务清单") || strings.Contains(Reminders(lines, CallOf(b, march20)), "拒收") {
		t.Error(text)
	}
}

func TestUnitsAskedTheSameAreNamedInOneMessageWhereTheyAreMany(t *testing.T) {
	b := batch()
	p := b.Forms.Plan
	const n = 30
	for i := range n {
		p.Units = append(p.Units, plan.Unit{ID: strconv.Itoa(i), Name: "第" + strconv.Itoa(i) + "局", Kind: "市直部门"})
	}
	for i := range p.Units {
		b.Units = append(b.Units, intake.UnitResult{Unit: &p.Units[i], Status: intake.StatusMissing})
	}
	lines := Lines(b, NewKept(), march20)
	said := Reminders(lines, CallOf(b, march20))
	if strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, "请下列30个单位于2025年3月31日前报送") || strings.Count(said, "局") != n {
		t.Error(said)
	}
	if text := Text(b, lines, CallOf(b, march20)); !strings.Contains(text, "未报送 30 个:") || strings.Count(text, "第29局") != 1 {
		t.Error(text)
	}
}

func TestWhatCameInAsSomethingElseShowsAtItsUnit(t *testing.T) {
	b := batch(intake.StatusMissing, intake.StatusMissing, intake.StatusAccepted)
	b.Beside = []intake.Beside{
		{Path: "报送/科技局材料.zip", What: intake.Archive}, {Path: "报送/市科技局信息中心/扫描件.pdf", What: intake.Fixed}, {Path: "报送/市财政局.pdf", What: intake.Fixed},
	}
	b.Units[0].Unit.Name, b.Units[1].Unit.Name = "市科技局", "市科技局信息中心"
	lines := Lines(b, NewKept(), march20)
	text := Text(b, lines, CallOf(b, march20))
	if lines[0].Status != intake.StatusUnreadable || len(lines[0].asks) > 0 || !strings.Contains(text, "市科技局:报送了压缩包“科技局材料.zip”,请解压") {
		t.Errorf("%+v\n%s", lines[0], text)
	}
	if lines[1].Status != intake.StatusUnreadable || !strings.Contains(lines[1].Message(CallOf(b, march20)), "报来的“扫描件.pdf”是PDF") {
		t.Errorf("%+v", lines[1])
	}
	if lines[2].Status != intake.StatusAccepted || len(lines[2].Files) != 0 {
		t.Errorf("%+v", lines[2])
	}
}

func TestMessagesAreCourteousByKindAndByName(t *testing.T) {
	for unit, want := range map[string]string{"市委宣传部|": "商请", "市人大常委会办公室|人大政协机关": "商请", "县法院|": "商请", "市检察院|法检机关": "商请", "县委政法委|县直部门": "商请",
		"市税务局|驻地单位": "商请", "市发展改革委|市直部门": "请", "古井集团|企业": "请", "团市委|群团组织": "请", "利辛县政府|县区政府": "请", "市卫生健康委|": "请", "亳州高新区管委会|园区管委会": "请", "县纪委监委机关|": "商请"} {
		name, kind, _ := strings.Cut(unit, "|")
		if l := (Line{Unit: name, Kind: kind}); l.verb() != want {
			t.Errorf("%s: %s, want %s", unit, l.verb(), want)
		}
	}
}

func TestOneTextAsksForAllThatAUnitHasToDo(t *testing.T) {
	b := batch(intake.StatusFaulty, intake.StatusFaulty)
	b.Units[0].Errors = 2
	b.Units[0].Ties = [][2]*intake.File{{{Path: "报送/甲/2024-x.xlsx"}, {Path: "报送/乙/2024-x.xlsx"}}}
	kept := NewKept()
	lines := Lines(b, kept, march20)
	text := Text(b, lines, CallOf(b, march20))
	if !strings.Contains(text, "修改 2 处错误后重新报送；确认“甲/2024-x.xlsx”和“乙/2024-x.xlsx”以哪一份为准") {
		t.Error(text)
	}
}

func TestAnArchiveIsShownAtTheUnitThatHasNotPassedAndIsTheOfficesOwn(t *testing.T) {
	b := batch(intake.StatusFaulty, intake.StatusMissing)
	b.Units[0].Errors = 1
	b.Beside = []intake.Beside{{Path: "报送/2024-市科技局.zip", What: intake.Archive}, {Path: "报送/全部材料.rar", What: intake.Archive}}
	lines := Lines(b, NewKept(), march20)
	text := Text(b, lines, CallOf(b, march20))
	for _, want := range []string{"市科技局(错误 1 处;报送了压缩包“2024-市科技局.zip”,请解压)", "“报送/全部材料.rar”是压缩包,看不出是哪个单位的,请解压后再运行", "\n市科技局:报送了压缩包"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestManySilentUnitsAreAskedInOneText(t *testing.T) {
	var lines []Line
	for i := range 12 {
		lines = append(lines, Line{Unit: fmt.Sprintf("第%d局", i), Hearing: Hearing{Rows: i + 1}})
	}
	lines = append(lines, Line{Unit: "市委编办", Kind: "党委部门", Hearing: Hearing{Rows: 1}}, Line{Unit: "市水利局", Hearing: Hearing{Rows: 2, AnsweredOn: "2025-04-01", Unfounded: 1}})
	list := hearingMessages(lines)
	if len(list) != 3 || !strings.HasPrefix(list[0], "请下列12个单位核对征求意见稿") || !strings.HasSuffix(list[0], "、第11局(12项)。") ||
		!strings.HasPrefix(list[1], "商请市委编办核对征求意见稿“拟认定结果”表中的1个事项") || list[2] != "请市水利局补充“拟认定结果”表中1项异议的理由和依据。" {
		t.Errorf("%q", list)
	}
}

func TestWhereUnitsStandIsPrintedForOtherPrograms(t *testing.T) {
	b := &intake.Batch{Year: 2024, Unassigned: []*intake.File{{Path: "报送/<甲>.xlsx"}}}
	got := trial.Got(JSON(b, []Line{{Unit: "市教育局", Status: intake.StatusFaulty, Files: []string{"报送/教育.xlsx"}, Errors: 2, Warnings: 1}}))(t)
	for _, want := range []string{`"year": 2024`, `"unit": "市教育局"`, `"status": "faulty"`, `"errors": 2`, `"warnings": 1`, `"报送/<甲>.xlsx"`} {
		if !strings.Contains(string(got), want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
}
