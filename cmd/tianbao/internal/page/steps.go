package page

import (
	"fmt"
	"path/filepath"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/workbook/intake"
)

// Step is one step of the year: where it stands, and the one thing to do.
type Step struct {
	Name  string
	State string // in numbers
	Tone  Tone
	Word  string // 未开始, 进行中, 已完成
	Post  string // the address that does it
	Link  string // or the page where it is done
	Do    string // the words of the button
	Run   string // the command that does the same
	Next  bool   // the first that is not done
}

const (
	wordOpen  = "未开始"
	wordUnder = "进行中"
	wordDone  = "已完成"
)

// Steps are the steps of the year in their order.
func Steps(s *office.State) []Step {
	all := len(s.Plan.Reporters())
	count := counts(s)
	mend := count[intake.StatusFaulty] + count[intake.StatusRefused] + count[intake.StatusUnreadable]
	missing := all
	came := 0
	if s.Seen != nil {
		missing = count[intake.StatusMissing]
		came = all - missing
	}
	steps := []Step{
		planStep(s),
		{Name: "下发", State: fmt.Sprintf("%d 个单位,已生成 %d 份,在“%s”文件夹", all, s.Issued, office.IssueDir), Word: progressWord(s.Issued, all),
			Post: "/issue", Do: "生成填报表", Run: "tianbao template"},
		{Name: "收表和审核", State: fmt.Sprintf("收到 %d 个单位的表,审核通过 %d 个,要改 %d 个", came, came-mend, mend), Word: progressWord(came, all),
			Link: "/results", Do: "看审核结果", Run: "tianbao check"},
		{Name: "退回修改", State: fmt.Sprintf("要退回 %d 个单位,“%s”文件夹里有 %d 份", mend, office.SendBackDir, s.SentBack), Word: wordIf(mend == 0, came > 0),
			Post: "/sendback", Do: "写退回件", Run: "tianbao check --return-to " + office.SendBackDir},
		{Name: "登记和催报", State: fmt.Sprintf("未报送 %d 个单位", missing), Word: registerWord(s, missing),
			Link: "/register", Do: "登记、催报", Run: "tianbao status"},
	}
	steps = append(steps, mergeSteps(s)...)
	for i := range steps {
		steps[i].Tone = map[string]Tone{wordOpen: Mute, wordUnder: Fair, wordDone: Good}[steps[i].Word]
	}
	for i := range steps {
		if steps[i].Word != wordDone {
			steps[i].Next = true
			break
		}
	}
	return steps
}

func counts(s *office.State) map[intake.Status]int {
	count := map[intake.Status]int{}
	if s.Seen != nil {
		for i := range s.Seen.Lines {
			count[s.Seen.Lines[i].Status]++
		}
	}
	return count
}

func planStep(s *office.State) Step {
	from := "内置规划"
	if s.PlanFile != "" {
		from = filepath.Base(s.PlanFile)
	}
	return Step{Name: "规划", State: from + ":" + office.PlanCounts(s.Plan), Word: wordDone, Link: "/plan", Do: "查看、更换", Run: "tianbao plan check"}
}

// mergeSteps are the steps from the summary on.
func mergeSteps(s *office.State) []Step {
	open, all := 0, 0
	if s.Seen != nil && s.Seen.Summary != nil {
		for _, c := range s.Seen.Summary.Conflicts {
			if c.Kind.Undecided() {
				all++
				if c.Ruling == nil {
					open++
				}
			}
		}
	}
	summary := Step{Name: "汇总", State: "还没有汇总", Word: wordOpen, Post: "/consolidate", Do: "汇总", Run: "tianbao consolidate"}
	if s.Summary != "" {
		name := filepath.Base(s.Summary)
		summary.State, summary.Word, summary.Run = "已有“"+name+"”,可以再汇总一次", wordDone, "tianbao consolidate --rulings "+name
	}
	rule := Step{Name: "核定", State: fmt.Sprintf("数据不一致 %d 处,待核定 %d 处", all, open), Word: wordIf(open == 0, s.Seen != nil), Link: "/disputes", Do: "核定数据", Run: summary.Run}
	return []Step{rule, summary, consultStep(s)}
}

// consultStep is done where units were asked: whether there is anything to ask, the
// office finds in asking.
func consultStep(s *office.State) Step {
	state := fmt.Sprintf("“%s”文件夹里有 %d 份", office.ConsultDir, s.Consulted)
	if s.Seen != nil && s.Seen.Summary != nil && s.Seen.Summary.Hearing.Asked > 0 {
		state += ";" + s.Seen.Summary.Hearing.State()
	}
	return Step{Name: "征求意见", State: state, Word: wordIf(true, s.Consulted > 0),
		Post: "/consult", Do: "征求意见", Run: "tianbao consult"}
}

func progressWord(done, all int) string {
	switch {
	case done == 0:
		return wordOpen
	case done < all:
		return wordUnder
	}
	return wordDone
}

// wordIf is the word of a step that is done, or that can only begin once begun holds.
func wordIf(done, begun bool) string {
	switch {
	case !begun:
		return wordOpen
	case done:
		return wordDone
	}
	return wordUnder
}

func registerWord(s *office.State, missing int) string {
	switch {
	case !s.Register:
		return wordOpen
	case missing > 0:
		return wordUnder
	}
	return wordDone
}
