// Package register is the register of returns (报送登记) of a year: where each unit
// stands, the words to send it, and the columns a clerk keeps by hand. On time is judged
// by the dates in those columns, never by file times.
package register

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook/intake"
)

// Entry is what is in the clerk's columns for one unit. Days are 2006-01-02, ""
// where none is given or what is given is no day.
type Entry struct {
	Received string // 收到日期: of the first return
	Stamped  string // 盖章件, as written
	Extended string // 延期至
	Reminded string // 提醒日期: days, with 、 between them

	receivedAs, extendedAs, stampedAs string // what is there that does not count
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

// due is the day by which the unit reports, extended where it is.
func (e Entry) due(deadline time.Time) time.Time {
	if d, err := time.Parse(time.DateOnly, e.Extended); err == nil && d.After(deadline) {
		return d
	}
	return deadline
}

// Punctual judges an entry by its own days.
func (e Entry) Punctual(deadline time.Time) Punctuality {
	switch {
	case e.Received == "":
		return Unknown
	case e.Received <= e.due(deadline).Format(time.DateOnly):
		return OnTime
	}
	return Late
}

// daysLate is how many days after the unit's own deadline its first return came; 0 where
// it was on time or nothing came.
func (e Entry) daysLate(deadline time.Time) int {
	if e.Punctual(deadline) != Late {
		return 0
	}
	day, err := time.Parse(time.DateOnly, e.Received)
	if err != nil {
		return 0
	}
	return int(day.Sub(e.due(deadline)).Hours() / 24)
}

// reminders is how many times the unit was reminded.
func (e Entry) reminders() int { return len(e.remindedOn()) }

func (e Entry) remindedOn() []string {
	if e.Reminded == "" {
		return nil
	}
	return strings.Split(e.Reminded, "、")
}

// Remind notes that the unit was reminded on a day, each day once.
func (e *Entry) Remind(day time.Time) {
	if d := day.Format(time.DateOnly); !slices.Contains(e.remindedOn(), d) {
		e.Reminded += separated(e.Reminded) + d
	}
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
	Rounds   int // returns of different content
	Entry    Entry
	Hearing  Hearing

	asks   []string // what is asked of the unit
	office []string // what is for the office itself to do
}

// Lines puts a batch and what the register holds together, in the order of the plan's
// units. The day on which a return is seen for the first time is noted in kept.
func Lines(b *intake.Batch, kept *Kept, today time.Time) []Line {
	lines := make([]Line, len(b.Units))
	for i := range b.Units {
		u := &b.Units[i]
		l := Line{Unit: u.Unit.Name, Kind: u.Unit.Kind, Status: u.Status, Files: []string{},
			Errors: u.Errors, Warnings: u.Warnings, Entry: kept.Entries[u.Unit.Name]}
		first, contents := "", map[string]bool{}
		for _, f := range u.Files {
			l.Files = append(l.Files, f.Path)
			l.Revision = max(l.Revision, f.Identity.Revision)
			if f.Outcome == intake.Refused || f.Outcome == intake.Unreadable {
				continue
			}
			kept.Seen[f.SHA256] = cmp.Or(kept.Seen[f.SHA256], today.Format(time.DateOnly))
			if day := kept.Seen[f.SHA256]; first == "" || day < first {
				first = day
			}
			contents[f.SHA256] = true
		}
		l.Rounds = len(contents)
		if l.Entry.Received == "" && l.Entry.receivedAs == "" {
			l.Entry.Received = first
		}
		l.ask(u)
		l.hear(u, kept, today)
		lines[i] = l
	}
	claim(lines, b)
	return lines
}

// Enter puts what a person says of a unit in place of what is there: when its first
// return came, the stamped paper, until when it may report.
func (k *Kept) Enter(unit string, e Entry) {
	was := k.Entries[unit]
	for _, f := range []struct {
		heading, now string
		was, as      *string
	}{{headReceived, e.Received, &was.Received, &was.receivedAs}, {headStamped, e.Stamped, &was.Stamped, &was.stampedAs}, {headExtended, e.Extended, &was.Extended, &was.extendedAs}} {
		if f.now == *f.was {
			continue
		}
		*f.was, *f.as = f.now, ""
		if look, ok := k.looks[unit][f.heading]; ok { // a line through it goes: what is entered counts
			look.Strike = false
			k.looks[unit][f.heading] = look
		}
	}
	k.Entries[unit] = was
}

// NewKept is a register in which nothing stands yet.
func NewKept() *Kept {
	return &Kept{Entries: map[string]Entry{}, Seen: map[string]string{}, askedOn: map[string]string{}, cells: map[string][]cell{},
		looks: map[string]map[string]xl.Look{}, widths: map[string]float64{}, wrote: map[string]map[string]string{}}
}
