package register

import (
	"fmt"
	"slices"
	"strings"

	"tianbao/seeds/text"
	"tianbao/workbook/intake"
)

type statusJSON struct {
	Year       int        `json:"year"`
	Units      []unitJSON `json:"units"`
	Unassigned []string   `json:"unassigned"`
}

type unitJSON struct {
	Unit     string        `json:"unit"`
	Status   intake.Status `json:"status"`
	Files    []string      `json:"files"`
	Errors   int           `json:"errors"`
	Warnings int           `json:"warnings"`
}

// JSON prints where every unit stands.
func JSON(b *intake.Batch, lines []Line) ([]byte, error) {
	v := statusJSON{Year: b.Year, Units: make([]unitJSON, len(lines)), Unassigned: []string{}}
	for i, l := range lines {
		v.Units[i] = unitJSON{l.Unit, l.Status, l.Files, l.Errors, l.Warnings}
	}
	for _, f := range b.Unassigned {
		v.Unassigned = append(v.Unassigned, f.Path)
	}
	return text.JSON(v, " ")
}

// statuses in the order a clerk asks for them.
var statuses = []intake.Status{
	intake.StatusMissing, intake.StatusUnreadable, intake.StatusRefused,
	intake.StatusFaulty, intake.StatusSeparate, intake.StatusAccepted,
}

// Text prints where every unit stands, and what to send to whom.
func Text(b *intake.Batch, lines []Line, c Call) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%d 年度报送情况:应报 %d 个单位,截止 %s\n", b.Year, len(lines), c.Deadline.Format("2006-01-02"))
	for _, s := range statuses {
		var names []string
		for i := range lines {
			if lines[i].Status == s {
				names = append(names, lines[i].label())
			}
		}
		if len(names) > 0 {
			fmt.Fprintf(&out, "  %s %d 个:%s\n", s.Word(), len(names), excerpt(names))
		}
	}
	if words := hearingState(lines); words != "" {
		out.WriteString("  " + words + "\n")
	}
	if len(b.Unassigned) > 0 {
		out.WriteString("\n认不出是哪个单位的文件:\n")
		for _, f := range b.Unassigned {
			fmt.Fprintf(&out, "  %s %s%s\n", f.Path, f.Outcome.Word(), first(f))
		}
	}
	section(&out, "要自己办的(不发给单位)", append(own(lines), packed(b, lines)...))
	before, after := c.messages(lines)
	section(&out, "可直接发送:提醒", before)
	section(&out, "可直接发送:催办", after)
	section(&out, "可直接发送:征求意见", hearingMessages(lines))
	section(&out, "拟提请督查室督办名单(多次催办仍未办理,由您决定,不自动发送)", c.lasting(lines))
	return out.String()
}

func section(out *strings.Builder, title string, list []string) {
	if len(list) > 0 {
		out.WriteString("\n" + title + "\n" + strings.Join(list, "\n") + "\n")
	}
}

// excerpt lists names, the first few where they are many.
func excerpt(names []string) string {
	const few = 8
	if len(names) <= few+2 {
		return strings.Join(names, "、")
	}
	return fmt.Sprintf("%s 等(全部见登记)", strings.Join(names[:few], "、"))
}

// label names a unit with its counts where there is something to mend.
func (l *Line) label() string {
	switch {
	case l.Errors > 0 && l.Status == intake.StatusFaulty && len(l.office) > 0:
		return fmt.Sprintf("%s(错误 %d 处;%s)", l.Unit, l.Errors, l.office[0])
	case l.Errors > 0 && l.Status == intake.StatusFaulty:
		return fmt.Sprintf("%s(错误 %d 处)", l.Unit, l.Errors)
	case l.Status == intake.StatusFaulty:
		return l.Unit + "(待确认以哪一份为准)"
	case l.Status == intake.StatusUnreadable && len(l.office) > 0:
		return fmt.Sprintf("%s(%s)", l.Unit, l.office[0])
	case l.Warnings > 0:
		return fmt.Sprintf("%s(存疑 %d 处)", l.Unit, l.Warnings)
	}
	return l.Unit
}

// own lists what the office has to do itself.
func own(lines []Line) (list []string) {
	for i := range lines {
		for _, todo := range lines[i].office {
			list = append(list, lines[i].Unit+":"+todo)
		}
	}
	return list
}

// packed lists what came in packed and is named after no unit.
func packed(b *intake.Batch, lines []Line) (list []string) {
	for _, beside := range b.Beside {
		named := slices.ContainsFunc(lines, func(l Line) bool { return slices.Contains(l.Files, beside.Path) })
		if beside.What == intake.Archive && !named {
			list = append(list, "“"+beside.Path+"”是压缩包,看不出是哪个单位的,请解压后再运行")
		}
	}
	return list
}

// Reminders are the messages to send, one a line, in the register's order: before and
// after the day on which each is due.
func Reminders(lines []Line, c Call) string {
	before, after := c.messages(lines)
	if all := append(before, after...); len(all) > 0 {
		return strings.Join(all, "\n") + "\n"
	}
	return ""
}

// together is from how many units on one message goes to all that are asked the same.
const together = 10

// messages are the messages to send. Where many units are asked for the same by the
// same day, one message names them all.
func (c Call) messages(lines []Line) (before, after []string) {
	groups, order := map[string][]*Line{}, []string{}
	for i := range lines {
		l := &lines[i]
		if l.Message(c) == "" {
			continue
		}
		key := c.words(l, "")
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], l)
	}
	put := func(l *Line, text string) {
		if c.overdue(l) > 0 {
			after = append(after, text)
		} else {
			before = append(before, text)
		}
	}
	for _, key := range order {
		g := groups[key]
		if len(g) > together {
			names := text.Each(g, func(l *Line) string { return l.Unit })
			put(g[0], c.words(g[0], fmt.Sprintf("下列%d个单位", len(g)))+"名单："+strings.Join(names, "、")+"。")
			continue
		}
		for _, l := range g {
			put(l, l.Message(c))
		}
	}
	return before, after
}

// lasting lists the units that reminding does not reach.
func (c Call) lasting(lines []Line) (list []string) {
	for i := range lines {
		if l := &lines[i]; c.lasts(l) {
			list = append(list, fmt.Sprintf("%s:逾期%d天,已催办%d次(%s)", l.Unit, c.overdue(l), l.Entry.reminders(), l.Entry.Reminded))
		}
	}
	return list
}

func first(f *intake.File) string {
	if len(f.Findings) == 0 {
		return ""
	}
	return ":" + f.Findings[0].Message
}
