// Package register is the register of returns (报送登记): where each unit stands,
// the words to send it, and the columns a clerk keeps by hand. On time is judged
// by the dates in those columns, never by file times.
package register

import (
	"fmt"
	"path"
	"strings"
	"time"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook/intake"
)

// Entry is what the clerk wrote about one unit. Days are 2006-01-02, "" where
// none is given.
type Entry struct {
	Received string // 收到日期
	Stamped  string // 盖章件, as written
	Extended string // 延期至
}

// Punctuality is whether a unit reported on time.
type Punctuality string

// The punctualities. Without a day received nothing is said.
const (
	OnTime  Punctuality = "按时"
	Late    Punctuality = "逾期"
	Unknown Punctuality = ""
)

// Deadline is the day by which the units of a report year report.
func Deadline(forms *layout.Forms) time.Time {
	d := forms.Plan.Deadline
	return time.Date(forms.Frame.Year+1, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// Punctual judges an entry by its own days.
func (e Entry) Punctual(deadline time.Time) Punctuality {
	if e.Received == "" {
		return Unknown
	}
	due := deadline.Format(time.DateOnly)
	if e.Extended > due {
		due = e.Extended
	}
	if e.Received <= due {
		return OnTime
	}
	return Late
}

// Line is where one unit stands.
type Line struct {
	Unit     string
	Kind     string
	Status   intake.Status
	Files    []string // as found
	Errors   int
	Warnings int
	Revision int // of the newest copy, 0 where none
	Entry    Entry
}

// Lines puts a batch and the clerk's entries together, in the register's order.
func Lines(b *intake.Batch, entries map[string]Entry) []Line {
	lines := make([]Line, len(b.Units))
	for i := range b.Units {
		u := &b.Units[i]
		l := Line{Unit: u.Unit.Name, Kind: u.Unit.Kind, Status: u.Status, Files: []string{},
			Errors: u.Errors, Warnings: u.Warnings, Entry: entries[u.Unit.Name]}
		for _, f := range u.Files {
			l.Files = append(l.Files, f.Path)
			l.Revision = max(l.Revision, f.Identity.Revision)
		}
		lines[i] = l
	}
	claim(lines, b.Unassigned)
	return lines
}

// claim gives a file that cannot be read to the unit it is named after, where that
// unit has sent nothing else: a guess good enough to ask again by. The file stays
// among the unassigned.
func claim(lines []Line, unassigned []*intake.File) {
	for _, f := range unassigned {
		if f.Outcome != intake.Unreadable {
			continue
		}
		name := path.Base(f.Path)
		best := -1
		for i := range lines {
			if strings.Contains(name, lines[i].Unit) && (best < 0 || len(lines[i].Unit) > len(lines[best].Unit)) {
				best = i
			}
		}
		if best < 0 || lines[best].Status != intake.StatusMissing && lines[best].Status != intake.StatusUnreadable {
			continue
		}
		l := &lines[best]
		l.Status = intake.StatusUnreadable
		l.Files = append(l.Files, f.Path)
		l.Errors += f.Findings.Count(finding.Error)
	}
}

// Message is ready to send to the unit; "" where nothing is asked of it.
func (l *Line) Message(year int, deadline time.Time) string {
	by := day(deadline)
	if l.Entry.Extended != "" {
		if t, err := time.Parse(time.DateOnly, l.Entry.Extended); err == nil {
			by = day(t)
		}
	}
	switch l.Status {
	case intake.StatusMissing:
		return fmt.Sprintf("请%s于%s前报送%d年度填报表。", l.Unit, by, year)
	case intake.StatusUnreadable:
		return fmt.Sprintf("%s:贵单位报送的文件(%s)无法打开,请用下发的表填好,另存为 .xlsx,于%s前重新报送。", l.Unit, l.names(), by)
	case intake.StatusRefused:
		return fmt.Sprintf("%s:贵单位报送的表(%s)未能收下,原因见审核结果。请用今年下发给本单位的表填好,于%s前重新报送。", l.Unit, l.names(), by)
	case intake.StatusFaulty:
		return fmt.Sprintf("请%s按退回表中“错误清单”修改 %d 处错误,于%s前重新报送。", l.Unit, l.Errors, by)
	}
	return ""
}

func (l *Line) names() string {
	names := make([]string, len(l.Files))
	for i, f := range l.Files {
		names[i] = path.Base(f)
	}
	return strings.Join(names, "、")
}

func day(t time.Time) string { return fmt.Sprintf("%d月%d日", int(t.Month()), t.Day()) }
