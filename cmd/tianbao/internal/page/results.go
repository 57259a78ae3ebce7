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
	mostChanges  = 200 // of one unit
)

// Results is what a look at the returns gives, as it is shown.
type Results struct {
	Plan       string // its title
	Year       int
	Day        string // of the look, 2006-01-02
	Verdict    string // 还没有收齐……
	Tone       Tone
	Next       string // the one thing to do
	Counts     []Count
	Groups     []Group
	Strays     []File   // files of no unit
	Skipped    []string // passed over, each with its reason
	Reminders  string   // all messages to units, one a line
	Disputes   []Dispute
	Open       int // of these, nobody has decided
	Indicators []Indicator
}

// Count is a number of the short account.
type Count struct {
	Word string
	N    int
	ID   string // of what it counts, "" where that has no place of its own
}

// Group is the units that are alike.
type Group struct {
	Status intake.Status
	Units  []Unit
}

// Unit is where one unit stands.
type Unit struct {
	ID, Name string
	Brief    string // 错误 3 处,存疑 1 处
	Files    []File
	Message  string // ready to send, "" where nothing is asked
	Since    *Since // nil where this is the first round
	Copies   []Difference
}

// Plain reports whether it is a unit of which there is nothing more to say than its name.
func (u Unit) Plain() bool {
	return u.Message == "" && u.Since == nil && len(u.Copies) == 0 && len(u.Files) < 2 &&
		!slices.ContainsFunc(u.Files, func(f File) bool { return len(f.Shown) > 0 })
}

// File is one file with what is to be mended in it, gravest first.
type File struct {
	*intake.File
	Shown []Finding
	More  int      // findings that are not shown
	Notes []string // what was taken otherwise than it stood
}

// Finding is one thing to mend or to explain, of one or many cells, and what stands
// around the first.
type Finding struct {
	finding.Folded
	Around *workbook.Excerpt // nil where it is about no cell
}

// Show puts what was seen into the words of the page.
func Show(s *office.Seen) *Results {
	r := &Results{Plan: s.Plan.Title, Year: s.Batch.Year, Day: s.Day.Format(time.DateOnly), Skipped: s.Batch.Skipped,
		Reminders: register.Reminders(s.Lines, s.Call), Counts: []Count{{Word: "应报", N: len(s.Lines)}}}
	for _, status := range standings {
		g := Group{Status: status}
		for i := range s.Lines {
			if s.Lines[i].Status == status {
				g.Units = append(g.Units, unit(s, i))
			}
		}
		if len(g.Units) > 0 {
			r.Groups = append(r.Groups, g)
			r.Counts = append(r.Counts, Count{status.Word(), len(g.Units), "is-" + string(status)})
		}
	}
	for _, f := range s.Batch.Unassigned {
		r.Strays = append(r.Strays, file(s, f))
	}
	if n := len(r.Strays); n > 0 {
		r.Counts = append(r.Counts, Count{"认不出单位的文件", n, "strays"})
	}
	if s.Summary != nil {
		r.Disputes, r.Open, r.Indicators = disputes(s.Summary), s.Summary.ToRule(), indicators(s.Summary)
		if n := s.Summary.Hearing.Waiting; n > 0 {
			r.Counts = append(r.Counts, Count{Word: "待单位说明", N: n})
		}
	}
	r.verdict(s)
	return r
}

// standings are how units may stand, what is to be done first.
var standings = []intake.Status{intake.StatusFaulty, intake.StatusRefused, intake.StatusUnreadable, intake.StatusMissing,
	intake.StatusSeparate, intake.StatusAccepted}

func unit(s *office.Seen, i int) Unit {
	line, result := &s.Lines[i], &s.Batch.Units[i]
	u := Unit{ID: "unit-" + strconv.Itoa(i+1), Name: line.Unit, Brief: brief(line.Errors, line.Warnings),
		Message: line.Message(s.Call), Since: since(result), Copies: differences(s.Summary, result)}
	for _, f := range result.Files {
		u.Files = append(u.Files, file(s, f))
	}
	return u
}

// brief counts what is wrong, without zeros.
func brief(errors, warnings int) string {
	return counted(",", number{errors, "错误 %d 处"}, number{warnings, "存疑 %d 处"})
}

// number is a count and the words for it.
type number struct {
	n     int
	words string
}

// counted words what there is any of.
func counted(between string, of ...number) string {
	var parts []string
	for _, c := range of {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf(c.words, c.n))
		}
	}
	return strings.Join(parts, between)
}

func file(s *office.Seen, f *intake.File) File {
	out := File{File: f}
	folded := f.Findings.Gravest()
	for i := range folded {
		switch g := &folded[i]; {
		case g.Severity < finding.Warning:
			out.Notes = append(out.Notes, g.Where()+" "+g.Said())
		case len(out.Shown) == mostFindings:
			out.More++
		default:
			out.Shown = append(out.Shown, Finding{Folded: *g})
		}
	}
	var first []finding.Finding
	for i := range out.Shown[:min(len(out.Shown), office.MostExcerpts)] {
		first = append(first, out.Shown[i].Finding)
	}
	for i, around := range s.Around(f, first) {
		out.Shown[i].Around = around
	}
	return out
}

// verdict says first how the year stands, and what to do next.
func (r *Results) verdict(s *office.Seen) {
	count := statuses(s)
	lacks := counted(",", number{toMend(count), "%d 个单位要改"}, number{count[intake.StatusMissing], "%d 个单位没有报送"}, number{len(r.Strays), "%d 个文件认不出是哪个单位的"})
	switch {
	case lacks != "":
		r.Tone, r.Verdict, r.Next = Bad, "还没有收齐:"+lacks, "接下来:发出催报文字;要改的,把退回件发还给单位。没有收齐也可以先汇总。"
	case r.Open > 0:
		r.Tone, r.Verdict, r.Next = Fair, fmt.Sprintf("已经收齐,还有 %d 处数据不一致要核定", r.Open), "接下来:填好核定值和核定依据,再汇总一次。"
	case s.Summary == nil:
		r.Tone, r.Verdict, r.Next = Good, "已经收齐,都审核通过", "接下来:汇总。"
	default:
		r.Tone, r.Verdict, r.Next = Good, "已经收齐,都审核通过", "接下来:汇总;打开汇总,先看“总体情况”,再看“审核意见”,就可以打印。"
	}
}

// statuses counts units by how they stand; none of a folder to which nothing came.
func statuses(s *office.Seen) map[intake.Status]int {
	count := map[intake.Status]int{}
	if s != nil {
		for i := range s.Lines {
			count[s.Lines[i].Status]++
		}
	}
	return count
}

// toMend counts the units that have to send once more.
func toMend(count map[intake.Status]int) int {
	return count[intake.StatusFaulty] + count[intake.StatusRefused] + count[intake.StatusUnreadable]
}
