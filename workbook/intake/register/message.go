package register

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/workbook/intake"
)

// Call is what messages depend on beside the unit: of which year, by when, which day
// it is. In the register itself no day stands.
type Call struct {
	Year            int
	Deadline, Today time.Time
}

// CallOf is the call of a batch on a day.
func CallOf(b *intake.Batch, today time.Time) Call {
	return Call{b.Year, Deadline(b.Forms), time.Date(today.Year(), today.Month(), today.Day(), 0, 0, 0, 0, time.UTC)}
}

// overdue is how many days a unit is late on the day of the call; below 0 before it is
// due.
func (c Call) overdue(l *Line) int {
	return int(c.Today.Sub(l.Entry.due(c.Deadline)).Hours() / 24)
}

// ask notes what is asked of the unit, and what the office has to do itself.
func (l *Line) ask(u *intake.UnitResult) {
	if l.Status == intake.StatusMissing {
		l.asks = append(l.asks, "")
		return
	}
	for _, f := range u.Files {
		name := "“" + path.Base(f.Path) + "”"
		switch {
		case f.Outcome == intake.Refused && l.Status == intake.StatusRefused:
			l.refused(name, f)
		case f.Outcome == intake.Unreadable:
			l.unread(name, f)
		}
	}
	if l.Status == intake.StatusFaulty && l.Errors > 0 {
		l.asks = append(l.asks, fmt.Sprintf("按退回表中“错误清单”修改 %d 处错误后重新报送", l.Errors))
	}
	for _, pair := range u.Ties {
		one, other := apart(pair[0].Path, pair[1].Path)
		l.asks = append(l.asks, fmt.Sprintf("确认“%s”和“%s”以哪一份为准(两份填写不同,分不出先后)", one, other))
	}
}

// apart are the names of two files, with their folders where they are called the same.
func apart(a, b string) (string, string) {
	if path.Base(a) != path.Base(b) {
		return path.Base(a), path.Base(b)
	}
	return path.Join(path.Base(path.Dir(a)), path.Base(a)), path.Join(path.Base(path.Dir(b)), path.Base(b))
}

// ours are the causes that the office itself has to see to: the unit filled in what it
// was sent.
var ours = map[finding.Code]string{
	finding.PlanNeeded:  "找到所属规划的任务清单,用 --plan 写明",
	finding.UnknownUnit: "在任务清单的“单位”表补上这个单位,或写明别名、承接单位",
	finding.NewLayout:   "换用更新版本的程序",
	finding.FileDenied:  "检查读取权限,或关闭正打开着它的程序",
	finding.Internal:    "把文件交给维护人员",
}

// again are the causes in words to a unit.
var again = map[finding.Code]string{
	finding.EmptyReturn:   "没有填写内容",
	finding.WrongYear:     "不是本年度的填报表",
	finding.WrongPlan:     "不是本规划的填报表",
	finding.OldLayout:     "是早先下发的旧版式",
	finding.IdentityLost:  "已看不出是哪个单位的填报表",
	finding.IdentityClash: "混有别的单位或别的年度的内容",
}

// refused asks for a return that could not be taken.
func (l *Line) refused(name string, f *intake.File) {
	first, _ := f.Findings.First(finding.Error)
	if todo := ours[first.Code]; todo != "" {
		l.office = append(l.office, name+":"+todo)
		return
	}
	why := cmp.Or(again[first.Code], "不能采用")
	l.asks = append(l.asks, fmt.Sprintf("用下发给本单位的%%d年度填报表填好后重新报送(报来的%s%s)", name, why))
}

// unread asks for a file that cannot be read.
func (l *Line) unread(name string, f *intake.File) {
	for _, g := range f.Findings {
		if todo := ours[g.Code]; todo != "" {
			l.office = append(l.office, name+":"+todo)
			return
		}
	}
	why := "打不开"
	if len(f.Findings) > 0 {
		why = f.Findings[0].Message
	}
	l.asks = append(l.asks, fmt.Sprintf("重新报送 .xlsx 格式的填报表(报来的%s:%s)", name, why))
}

// todo is what is open, without days: it is in the register.
func (l *Line) todo() string {
	var parts []string
	for _, a := range l.asks {
		if a != "" {
			parts = append(parts, strings.ReplaceAll(a, "%d年度", "本年度"))
		}
	}
	if l.Status == intake.StatusMissing && len(l.office) == 0 {
		parts = append(parts, "报送填报表")
	}
	return text.Worded(strings.Join(append(parts, l.office...), "\n"))
}

// courteous are words in the kinds and names of units that are asked as by an equal, not
// told: they are not under the government.
var courteous = []string{"党委", "党工委", "人大", "政协", "法院", "中院", "检察院", "法检", "纪委", "监委", "军分区", "人武部", "驻地"}

// party is a department of a Party committee by its name: 市委宣传部.
var party = regexp.MustCompile(`^[^团]{0,4}[省市州盟县区旗]委(?:[^员]|$)`)

// verb is how a unit is asked.
func (l *Line) verb() string {
	asked := func(word string) bool { return strings.Contains(l.Kind, word) || strings.Contains(l.Unit, word) }
	if slices.ContainsFunc(courteous, asked) || party.MatchString(l.Unit) {
		return "商请"
	}
	return "请"
}

// Message is ready to send to the unit on the day of the call; "" where nothing is
// asked of it, or where it has been reminded so often that another message is not what
// helps. What the round 征求意见 asks is a text of its own.
func (l *Line) Message(c Call) string {
	if len(l.asks) == 0 || c.lasts(l) {
		return ""
	}
	return c.words(l, l.Unit)
}

// words is a message to the units named, which are all asked what the line asks.
func (c Call) words(l *Line, units string) string {
	due, late := l.Entry.due(c.Deadline), c.overdue(l)
	what := fmt.Sprintf("%d年度填报表", c.Year)
	var asks []string
	for _, a := range l.asks {
		if a != "" {
			asks = append(asks, strings.ReplaceAll(a, "%d年度", fmt.Sprintf("%d年度", c.Year)))
		}
	}
	ask := strings.Join(asks, ";")
	extended := text.If(due.After(c.Deadline), "(已延期)")
	said := ""
	switch {
	case late > 0 && ask == "":
		said = fmt.Sprintf("%s的%s应于%s前报送%s,现已逾期%d天,%s尽快报送。", units, what, longDay(due), extended, late, l.verb())
	case late > 0:
		said = fmt.Sprintf("%s的%s应于%s前报送%s,现已逾期%d天,%s尽快%s。", units, what, longDay(due), extended, late, l.verb(), ask)
	default:
		said = fmt.Sprintf("%s%s于%s前%s%s,%s。", l.verb(), units, longDay(due), cmp.Or(ask, "报送"+what), extended, text.If(late < 0, fmt.Sprintf("距截止还有%d天", -late))+text.If(late == 0, "今天截止"))
	}
	return text.Worded(said)
}

// rounds is how many reminders after the due day are enough: what comes then is for
// the coordinator to decide.
const rounds = 2

// lasts reports whether a unit was reminded so often after it was due that its name goes
// on the list for 督办.
func (c Call) lasts(l *Line) bool {
	if len(l.asks) == 0 || c.overdue(l) <= 0 {
		return false
	}
	due, n := l.Entry.due(c.Deadline).Format(time.DateOnly), 0
	for _, day := range l.Entry.remindedOn() {
		if day > due {
			n++
		}
	}
	return n >= rounds
}

// longDay prints a day as it is in a letter.
func longDay(t time.Time) string {
	return fmt.Sprintf("%d年%s", t.Year(), monthDay(t))
}

// monthDay prints a day without its year.
func monthDay(t time.Time) string { return fmt.Sprintf("%d月%d日", int(t.Month()), t.Day()) }
