package page

import (
	"maps"
	"net/url"
	"strings"
	"testing"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/consolidate"
	"tianbao/seeds/plan"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
)

func TestAFieldThatNobodyTouchedTakesBackNothingEnteredSince(t *testing.T) {
	for _, c := range []struct {
		name, typed, was, now, want string
		touched                     bool
	}{
		{"untouched, and nothing came since", "7.8", "7.8", "7.8", "7.8", false},
		{"blank, and ruled elsewhere since", "", "", "7.8", "7.8", false},
		{"typed", " 9 ", "", "", "9", true},
		{"cleared", "", "7.8", "7.8", "", true},
		{"typed over what came since", "9", "", "7.8", "9", true},
	} {
		form := url.Values{"value-k": {c.typed}, "was-value-k": {c.was}}
		if got, touched := field(form, "value", "k", c.now); got != c.want || touched != c.touched {
			t.Errorf("%s: %q, %v", c.name, got, touched)
		}
	}
}

func TestALineOfTheRegisterTakesOnlyWhatIsNew(t *testing.T) {
	line := &register.Line{Unit: "市科技局", Entry: register.Entry{Received: "2025-03-20", Stamped: "已收", Extended: "2025-04-10"}}
	was := url.Values{"was-received-市科技局": {"2025-03-20"}, "was-stamped-市科技局": {"已收"}}
	form := func(fields ...string) url.Values {
		all := url.Values{}
		maps.Copy(all, was)
		for i := 0; i < len(fields); i += 2 {
			all.Set(fields[i]+"-市科技局", fields[i+1])
		}
		return all
	}
	if _, touched := entered(form("received", "2025-03-20", "stamped", "已收", "extended", ""), line); touched {
		t.Error("a form that nobody touched changes what was entered elsewhere since")
	}
	if e, touched := entered(form("received", "2025-03-20", "extended", ""), line); !touched || e.Stamped != "" || e.Extended != "2025-04-10" {
		t.Errorf("a tick that was taken away: %+v", e)
	}
	if _, touched := entered(url.Values{"received-别的": {"2025-03-20"}}, line); touched {
		t.Error("a form without the unit changes it")
	}
}

func TestWhatWasTypedForADisputeThatIsGoneIsShownAgain(t *testing.T) {
	v := ruling{Lost: []office.Decision{{Value: "7.8", Basis: "年报"}}, Faults: 1}
	var out strings.Builder
	if err := views.ExecuteTemplate(&out, "disputes.html", page{Show: v}); err != nil || !strings.Contains(out.String(), "刚填的“7.8”(依据：年报)") {
		t.Errorf("%v\n%s", err, out.String())
	}
}

// stateOf is a folder of four units that stand so; of an empty one where none is given.
func stateOf(standing ...intake.Status) *office.State {
	s := &office.State{Plan: &plan.Plan{Title: "方案"}, PlanFile: "任务清单.xlsx", Year: 2024}
	for _, name := range []string{"甲局", "乙局", "丙局", "丁局"} {
		s.Plan.Units = append(s.Plan.Units, plan.Unit{ID: name, Name: name})
	}
	if len(standing) > 0 {
		s.Seen = &office.Seen{Plan: s.Plan, Summary: &consolidate.Summary{Plan: s.Plan}}
		for _, status := range standing {
			s.Seen.Lines = append(s.Seen.Lines, register.Line{Status: status})
		}
	}
	return s
}

func TestAStepSaysWhereItStandsAndTheFirstThatIsOpenIsNext(t *testing.T) {
	const faulty, missing, accepted, refused = intake.StatusFaulty, intake.StatusMissing, intake.StatusAccepted, intake.StatusRefused
	all := func(change func(s *office.State)) *office.State {
		s := stateOf(accepted, accepted, accepted, accepted)
		s.Issued, s.Register, s.Summary = 4, true, "2024年度汇总.xlsx"
		change(s)
		return s
	}
	for _, c := range []struct {
		name  string
		state *office.State
		next  string
		says  string // 步骤:字
	}{
		{"nothing is there yet", stateOf(), "下发", "下发 未开始:4 个单位,每个单位一份"},
		{"nothing came yet", stateOf(), "下发", "收表和审核 未开始:交回来的表"},
		{"workbooks were issued elsewhere", stateOf(accepted, missing, missing, missing), "收表和审核", "下发 已完成:已经有表交回来"},
		{"some came", stateOf(accepted, faulty, missing, missing), "收表和审核", "收表和审核 进行中:收到 2 个单位的表,审核通过 1 个,要改 1 个"},
		{"one is sent back, one has to come anew", stateOf(accepted, faulty, refused, accepted), "退回修改", "退回修改 进行中:要退回 1 个单位,“退回”文件夹里有 0 份;另有 1 个单位要重新报送"},
		{"all came", stateOf(accepted, accepted, accepted, accepted), "登记和催报", "登记和催报 未开始:未报送 0 个单位"},
		{"a summary of other returns", all(func(s *office.State) { s.Stale = true }), "汇总", "汇总 进行中:已有“2024年度汇总.xlsx”;之后收到的表还没有计入"},
		{"nobody has to be heard", all(func(*office.State) {}), "报告", "征求意见 已完成:没有要征求意见的单位"},
		{"units answer", all(func(s *office.State) { s.Seen.Summary.Hearing = consolidate.Hearing{Asked: 3, Answered: 2} }), "征求意见", "征求意见 进行中:已征求 3 个单位意见,已答复 2 个"},
		{"all is done", all(func(s *office.State) { s.Report = true }), "", "报告 已完成:已有初稿“2024年度监测报告.docx”"},
	} {
		next, said := "", ""
		for _, step := range Steps(c.state) {
			if step.Next {
				next += step.Name
			}
			said += step.Name + " " + step.Word + ":" + step.State + "\n"
		}
		if next != c.next || !strings.Contains(said, c.says) {
			t.Errorf("%s: next is %q, want %q; %q in\n%s", c.name, next, c.next, c.says, said)
		}
	}
}
