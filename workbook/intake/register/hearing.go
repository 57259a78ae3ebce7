package register

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"tianbao/workbook/intake"
)

// Hearing is how far the round 征求意见 has come with a unit. Days are 2006-01-02, those
// on which a run first saw the question and the answer.
type Hearing struct {
	Rows       int // that it was asked about; 0 where it was asked nothing
	AskedOn    string
	AnsweredOn string // "" where it has not answered
	Objections int
	Unfounded  int // of these, without a ground
}

// hear notes what the unit was asked and what it answered.
func (l *Line) hear(u *intake.UnitResult, kept *Kept, today time.Time) {
	answers := u.Answers()
	if l.Hearing.Rows = max(len(kept.Asked[l.Unit]), len(answers)); l.Hearing.Rows == 0 {
		return
	}
	kept.askedOn[l.Unit] = cmp.Or(kept.askedOn[l.Unit], today.Format(time.DateOnly))
	l.Hearing.AskedOn = kept.askedOn[l.Unit]
	for i := range answers {
		f, a := u.Answer(answers[i].Sheet, answers[i].Ref)
		l.Hearing.AnsweredOn = kept.Seen[f.SHA256]
		if a.Objects {
			l.Hearing.Objections++
			if a.Ground == "" {
				l.Hearing.Unfounded++
			}
		}
	}
}

// words are what the register shows of the round.
func (h Hearing) words() string {
	switch {
	case h.Rows == 0:
		return ""
	case h.AnsweredOn == "":
		return fmt.Sprintf("%s 征求意见 %d 项\n未答复", h.AskedOn, h.Rows)
	case h.Objections > 0:
		return fmt.Sprintf("%s 征求意见 %d 项\n%s 答复,异议 %d 项", h.AskedOn, h.Rows, h.AnsweredOn, h.Objections)
	}
	return fmt.Sprintf("%s 征求意见 %d 项\n%s 答复", h.AskedOn, h.Rows, h.AnsweredOn)
}

// What is asked in the round, behind who is asked.
const (
	hearingWhat = "核对征求意见稿“拟认定结果”表中的%s事项,写明原因和下一步措施,有异议的写明依据,填好后报回;没有异议的也请报回。"
	groundWhat  = "补充“拟认定结果”表中%d项异议的理由和依据。"
)

// silent reports whether a unit was asked and has not answered.
func (h Hearing) silent() bool { return h.Rows > 0 && h.AnsweredOn == "" }

// hearingMessages are ready to send to the units of which an answer is wanted. Where many
// are silent, one message names them all.
func hearingMessages(lines []Line) (list []string) {
	silent := map[string][]string{} // by verb: the units with their counts
	for i := range lines {
		if l := &lines[i]; l.Hearing.silent() {
			silent[l.verb()] = append(silent[l.verb()], fmt.Sprintf("%s(%d项)", l.Unit, l.Hearing.Rows))
		}
	}
	for i := range lines {
		l := &lines[i]
		switch names := silent[l.verb()]; {
		case l.Hearing.silent() && len(names) > together:
			list = append(list, fmt.Sprintf("%s下列%d个单位", l.verb(), len(names))+fmt.Sprintf(hearingWhat, "")+"名单:"+strings.Join(names, "、")+"。")
			silent[l.verb()] = []string{} // said
		case l.Hearing.silent() && len(names) > 0:
			list = append(list, l.verb()+l.Unit+fmt.Sprintf(hearingWhat, fmt.Sprintf("%d个", l.Hearing.Rows)))
		case l.Hearing.Unfounded > 0:
			list = append(list, l.verb()+l.Unit+fmt.Sprintf(groundWhat, l.Hearing.Unfounded))
		}
	}
	return list
}

// hearingState counts the units that were asked, that have answered, that object.
func hearingState(lines []Line) string {
	asked, answered, objections := 0, 0, 0
	for i := range lines {
		if h := lines[i].Hearing; h.Rows > 0 {
			asked++
			objections += h.Objections
			if h.AnsweredOn != "" {
				answered++
			}
		}
	}
	if asked == 0 {
		return ""
	}
	words := fmt.Sprintf("征求意见 %d 个单位:已答复 %d 个", asked, answered)
	if answered < asked {
		words += fmt.Sprintf(",待单位说明 %d 个", asked-answered)
	}
	if objections > 0 {
		words += fmt.Sprintf(",异议 %d 项", objections)
	}
	return words
}
