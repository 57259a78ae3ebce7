package register

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

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
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// statuses in the order a clerk asks for them.
var statuses = []intake.Status{
	intake.StatusMissing, intake.StatusUnreadable, intake.StatusRefused,
	intake.StatusFaulty, intake.StatusSeparate, intake.StatusAccepted,
}

// Text prints where every unit stands, and what to send to whom.
func Text(b *intake.Batch, lines []Line) string {
	var out strings.Builder
	deadline := Deadline(b.Forms)
	fmt.Fprintf(&out, "%d 年度报送情况:应报 %d 个单位,截止 %s\n", b.Year, len(lines), deadline.Format("2006-01-02"))
	for _, s := range statuses {
		var names []string
		for _, l := range lines {
			if l.Status == s {
				names = append(names, l.label())
			}
		}
		if len(names) > 0 {
			fmt.Fprintf(&out, "  %s %d 个:%s\n", s.Word(), len(names), strings.Join(names, "、"))
		}
	}
	if len(b.Unassigned) > 0 {
		out.WriteString("\n认不出是哪个单位的文件:\n")
		for _, f := range b.Unassigned {
			fmt.Fprintf(&out, "  %s %s%s\n", f.Path, f.Outcome.Word(), first(f))
		}
	}
	if reminders := Reminders(b, lines); reminders != "" {
		out.WriteString("\n可直接发送:\n" + reminders)
	}
	return out.String()
}

// label names a unit with its counts where there is something to mend.
func (l *Line) label() string {
	switch {
	case l.Errors > 0 && l.Status == intake.StatusFaulty:
		return fmt.Sprintf("%s(错误 %d 处)", l.Unit, l.Errors)
	case l.Warnings > 0:
		return fmt.Sprintf("%s(存疑 %d 处)", l.Unit, l.Warnings)
	}
	return l.Unit
}

// Reminders are the messages to send, one a line, in the register's order.
func Reminders(b *intake.Batch, lines []Line) string {
	var out strings.Builder
	for i := range lines {
		if m := lines[i].Message(b.Year, Deadline(b.Forms)); m != "" {
			out.WriteString(m + "\n")
		}
	}
	return out.String()
}

func first(f *intake.File) string {
	if len(f.Findings) == 0 {
		return ""
	}
	return ":" + f.Findings[0].Message
}
