package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/finding"
	"tianbao/workbook"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
)

// The most that is shown of what may be without end; the rest is counted.
const (
	mostFindings = 60  // of one file
	mostExcerpts = 12  // of one file
	mostChanges  = 200 // of one unit
)

// Show puts what was seen into the words of the page.
func Show(s *office.Seen) *Results {
	l := &look{s}
	r := &Results{Plan: l.Plan.Title, Year: l.Batch.Year, Day: l.Day.Format(time.DateOnly), Skipped: l.Batch.Skipped}
	l.groups(r)
	for _, f := range l.Batch.Unassigned {
		r.Strays = append(r.Strays, l.file(f))
	}
	r.Reminders = register.Reminders(l.Lines, l.Call)
	if l.Summary != nil {
		r.Disputes, r.Indicators = disputes(l.Summary), indicators(l.Summary)
	}
	l.verdict(r)
	return r
}

// look puts what was seen into words.
type look struct{ *office.Seen }

// standings are the groups of units, what is to be done first.
var standings = []struct {
	status intake.Status
	tone   Tone
}{
	{intake.StatusFaulty, Bad}, {intake.StatusRefused, Bad}, {intake.StatusUnreadable, Bad}, {intake.StatusMissing, Bad},
	{intake.StatusSeparate, Good}, {intake.StatusAccepted, Good},
}

func statusTone(status intake.Status) Tone {
	for _, s := range standings {
		if s.status == status {
			return s.tone
		}
	}
	return Mute
}

func (l *look) groups(r *Results) {
	r.Counts = []Count{{Word: "应报", N: len(l.Lines), Tone: Mute}}
	for _, s := range standings {
		g := Group{ID: "is-" + string(s.status), Word: s.status.Word(), Tone: s.tone}
		for i := range l.Lines {
			if l.Lines[i].Status == s.status {
				g.Units = append(g.Units, l.unit(i))
			}
		}
		if len(g.Units) > 0 {
			r.Groups = append(r.Groups, g)
			r.Counts = append(r.Counts, Count{g.Word, len(g.Units), g.Tone, g.ID})
		}
	}
	if n := len(l.Batch.Unassigned); n > 0 {
		r.Counts = append(r.Counts, Count{"认不出单位的文件", n, Bad, "strays"})
	}
	if l.Summary != nil && l.Summary.Hearing.Waiting > 0 {
		r.Counts = append(r.Counts, Count{"待单位说明", l.Summary.Hearing.Waiting, Fair, ""})
	}
}

func (l *look) unit(i int) Unit {
	line, result := &l.Lines[i], &l.Batch.Units[i]
	u := Unit{ID: "unit-" + strconv.Itoa(i+1), Name: line.Unit, Kind: line.Kind, Brief: brief(line.Errors, line.Warnings),
		Message: line.Message(l.Call), Since: since(result)}
	for _, f := range result.Files {
		u.Files = append(u.Files, l.file(f))
	}
	u.Copies = differences(l.Summary, result)
	return u
}

// brief counts what is wrong, without zeros.
func brief(errors, warnings int) string {
	var parts []string
	for _, c := range []struct {
		word string
		n    int
	}{{"错误", errors}, {"存疑", warnings}} {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d 处", c.word, c.n))
		}
	}
	return strings.Join(parts, ",")
}

var outcomeTones = map[intake.Outcome]Tone{intake.Accepted: Good, intake.Superseded: Mute}

func outcomeTone(o intake.Outcome) Tone {
	if t, ok := outcomeTones[o]; ok {
		return t
	}
	return Bad
}

// file shows a file with what is to be mended in it, gravest first.
func (l *look) file(f *intake.File) File {
	out := File{Name: f.Path[strings.LastIndexByte(f.Path, '/')+1:], Path: finding.OneLine(f.Path), Word: f.Outcome.Word(), Tone: outcomeTone(f.Outcome), Revision: f.Identity.Revision}
	folded := f.Findings.Fold()
	slices.SortStableFunc(folded, func(a, b finding.Folded) int { return int(b.Severity) - int(a.Severity) })
	asked := slices.IndexFunc(folded, func(g finding.Folded) bool { return g.Severity < finding.Warning })
	if asked < 0 {
		asked = len(folded)
	}
	for i := range folded[asked:] {
		g := &folded[asked+i]
		out.Notes = append(out.Notes, g.Where()+" "+g.Said())
	}
	shown := folded[:min(asked, mostFindings)]
	around := l.around(f, shown)
	for i := range shown {
		one := shownFinding(&shown[i])
		if i < len(around) && around[i] != nil {
			one.Around = excerpt(around[i], shown[i].Place)
		}
		out.Findings = append(out.Findings, one)
	}
	if more := asked - len(shown); more > 0 {
		out.Findings = append(out.Findings, Finding{Word: "还有", Tone: Mute, Message: fmt.Sprintf("%d 类问题没有在这里列出,见退回件里的“错误清单”", more)})
	}
	return out
}

func (l *look) around(f *intake.File, shown []finding.Folded) []*workbook.Excerpt {
	if len(shown) == 0 {
		return nil
	}
	list := make([]finding.Finding, min(len(shown), mostExcerpts))
	for i := range list {
		list[i] = shown[i].Finding
	}
	return l.Around(f, list)
}

func shownFinding(f *finding.Folded) Finding {
	tone := Bad
	if f.Severity < finding.Error {
		tone = Fair
	}
	return Finding{Word: f.Severity.Word(), Tone: tone, Code: string(f.Code), Where: f.Where(), Subject: f.Subject(),
		Message: f.Message, Given: f.Quoted(), Expected: f.Expected, Hint: f.Hint}
}

func excerpt(e *workbook.Excerpt, at finding.Place) *Excerpt {
	out := &Excerpt{Sheet: e.Sheet}
	for _, c := range e.Cols {
		out.Cols = append(out.Cols, finding.ColumnName(c))
	}
	for _, r := range e.Rows {
		row := ExcerptRow{No: r.R}
		for i, text := range r.Texts {
			row.Cells = append(row.Cells, ExcerptCell{Text: text, Head: r.R == e.Head, Here: r.R == at.Row && e.Cols[i] == at.Col})
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// verdict says first how the year stands, and what to do next.
func (l *look) verdict(r *Results) {
	count := map[intake.Status]int{}
	for i := range l.Lines {
		count[l.Lines[i].Status]++
	}
	mend := count[intake.StatusFaulty] + count[intake.StatusRefused] + count[intake.StatusUnreadable]
	missing, open := count[intake.StatusMissing], r.Open()
	var lacks []string
	for _, c := range []struct {
		n    int
		word string
	}{{mend, "个单位要改"}, {missing, "个单位没有报送"}, {len(r.Strays), "个文件认不出是哪个单位的"}} {
		if c.n > 0 {
			lacks = append(lacks, fmt.Sprintf("%d %s", c.n, c.word))
		}
	}
	switch {
	case len(lacks) > 0:
		r.Tone, r.Verdict, r.Next = Bad, "还没有收齐:"+strings.Join(lacks, ","), "接下来:发出催报文字;要改的,把退回件发还给单位。没有收齐也可以先汇总。"
	case open > 0:
		r.Tone, r.Verdict, r.Next = Fair, fmt.Sprintf("已经收齐,还有 %d 处数据不一致要核定", open), "接下来:填好核定值和核定依据,再汇总一次。"
	case l.Summary == nil:
		r.Tone, r.Verdict, r.Next = Good, "已经收齐,都审核通过", "接下来:汇总。"
	default:
		r.Tone, r.Verdict, r.Next = Good, "已经收齐,已经汇总", "接下来:打开汇总,先看“总体情况”,再看“审核意见”,就可以打印。"
	}
}
