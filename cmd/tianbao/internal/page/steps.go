package page

import (
	"fmt"
	"path/filepath"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/consolidate/judge"
	"tianbao/seeds/finding"
	"tianbao/workbook/intake"
)

// Step is one step of the year: where it stands, and the one thing to do.
type Step struct {
	Name  string
	State string // in numbers
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

// Tone is the tone of the step's word.
func (s Step) Tone() Tone {
	return map[string]Tone{wordOpen: Mute, wordUnder: Fair, wordDone: Good}[s.Word]
}

// Steps are the steps of the year in their order.
func Steps(s *office.State) []Step {
	all, count := len(s.Plan.Reporters()), statuses(s.Seen)
	missing, came, mend := all, 0, toMend(count)
	if s.Seen != nil {
		missing = count[intake.StatusMissing]
		came = all - missing
	}
	take := Step{Name: "收表和审核", State: fmt.Sprintf("收到 %d 个单位的表,审核通过 %d 个,要改 %d 个", came, came-mend, mend), Word: wordOf(came, all),
		Link: "/results", Do: "看审核结果", Run: "tianbao check"}
	if came == 0 {
		take.State, take.Link, take.Do = "交回来的表,放到“"+office.ReturnDir+"”文件夹里", "/#drop-head", "去收表"
	}
	steps := []Step{planStep(s), issueStep(s, all, came), take,
		sendBackStep(s, mend, count[intake.StatusFaulty], came),
		{Name: "登记和催报", State: fmt.Sprintf("未报送 %d 个单位", missing), Word: wordIf(missing == 0, s.Register),
			Link: "/register", Do: "登记、催报", Run: "tianbao status"},
	}
	steps = append(steps, mergeSteps(s)...)
	for i := range steps {
		if steps[i].Word != wordDone {
			steps[i].Next = true
			break
		}
	}
	return steps
}

func planStep(s *office.State) Step {
	state := "程序内置的规划;要用别的规划,先在这里更换"
	if s.PlanFile != "" {
		state = filepath.Base(s.PlanFile) + ":" + office.PlanCounts(s.Plan)
	}
	return Step{Name: "规划", State: state, Word: wordDone, Link: "/plan", Do: "查看、更换", Run: "tianbao plan check"}
}

// issueStep is done where all workbooks are there, or some came back that were issued
// elsewhere.
func issueStep(s *office.State, all, came int) Step {
	step := Step{Name: "下发", State: fmt.Sprintf("%d 个单位,已生成 %d 份,在“%s”文件夹", all, s.Issued, office.IssueDir), Word: wordOf(s.Issued, all),
		Post: "/issue", Do: "生成填报表", Run: "tianbao template"}
	switch {
	case s.Issued == 0 && came > 0:
		step.State, step.Word = "已经有表交回来,不用再生成", wordDone
	case s.Issued == 0:
		step.State = fmt.Sprintf("%d 个单位,每个单位一份,放在“%s”文件夹", all, office.IssueDir)
	}
	return step
}

// sendBackStep tells units whose returns are sent back annotated from those that have to
// send another file.
func sendBackStep(s *office.State, mend, faulty, came int) Step {
	step := Step{Name: "退回修改", State: fmt.Sprintf("要退回 %d 个单位,“%s”文件夹里有 %d 份", faulty, office.SendBackDir, s.SentBack), Word: wordIf(mend == 0, came > 0),
		Post: "/sendback", Do: "写退回件", Run: "tianbao check --return-to " + office.SendBackDir}
	if again := mend - faulty; again > 0 {
		step.State += fmt.Sprintf(";另有 %d 个单位要重新报送", again)
	}
	return step
}

// mergeSteps are the steps from the rulings on.
func mergeSteps(s *office.State) []Step {
	summary := Step{Name: "汇总", State: "还没有汇总;没有收齐也可以先汇总", Word: wordOpen, Post: "/consolidate", Do: "汇总", Run: "tianbao consolidate"}
	if s.Summary != "" {
		name := filepath.Base(s.Summary)
		summary.State, summary.Word, summary.Run = "已有“"+name+"”", wordIf(!s.Stale, true), "tianbao consolidate --rulings "+name
		if s.Stale {
			summary.State += ";之后收到的表还没有计入,请再汇总一次"
		}
	}
	var rule, consult Step
	if s.Seen == nil || s.Seen.Summary == nil {
		rule, consult = Step{State: "收到表以后才有", Word: wordOpen}, Step{State: "汇总以后再做", Word: wordOpen}
	} else {
		all, open := s.Seen.Summary.Disputes(), s.Seen.Summary.ToRule()
		rule = Step{State: fmt.Sprintf("数据不一致 %d 处,待核定 %d 处", len(all), open), Word: wordIf(open == 0, true)}
		consult = consultStep(s)
	}
	rule.Name, rule.Link, rule.Do, rule.Run = "核定", "/disputes", "核定数据", summary.Run
	consult.Name, consult.Link, consult.Do, consult.Run = "征求意见", "/consult", "征求意见", "tianbao consult"
	name := office.ReportName(s.Year, "")
	report := Step{Name: "报告", State: "还没有起草", Word: wordOpen, Link: "/report", Do: "起草报告", Run: "tianbao consolidate -o " + name}
	if s.Report {
		report.State, report.Word = "已有初稿“"+name+"”", wordDone
	}
	return []Step{rule, summary, consult, report}
}

// consultStep is where the round 征求意见 stands.
func consultStep(s *office.State) Step {
	heard, ask := s.Seen.Summary.Hearing, len(s.Seen.Summary.ToHear())
	switch {
	case heard.Asked > 0:
		return Step{State: heard.State(), Word: wordIf(heard.Answered == heard.Asked && heard.Open == 0, true)}
	case ask > 0:
		return Step{State: fmt.Sprintf("有滞后、待核实或核定事项的单位 %d 个", ask), Word: wordOpen}
	}
	return Step{State: "没有要征求意见的单位", Word: wordDone}
}

func wordOf(done, all int) string { return wordIf(done >= all, done > 0) }

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

// Tone is how something stands; the word is beside the colour everywhere.
type Tone string

// The tones.
const (
	Good Tone = "good"
	Fair Tone = "fair"
	Bad  Tone = "bad"
	Mute Tone = "mute"
)

// toneOf is the tone of a status, an outcome, a severity or a verdict.
func toneOf(standing any) Tone {
	switch standing {
	case intake.StatusAccepted, intake.StatusSeparate, intake.Accepted:
		return Good
	case intake.Superseded, finding.Note, judge.Unknown:
		return Mute
	case finding.Warning, judge.NearPace, judge.NearlyDone:
		return Fair
	}
	if v, is := standing.(judge.Verdict); is && !v.Bad() {
		return Good
	}
	return Bad
}
