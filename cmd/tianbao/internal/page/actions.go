package page

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// actions are the pieces of work that a button starts, by address.
var actions = map[string]struct {
	title string
	do    func(ctx context.Context, d *Desk, j office.Job, form url.Values) (outcome, error)
}{
	"/issue":       {"生成填报表", issue},
	"/sendback":    {"写退回件", sendBack},
	"/remind":      {"记一次提醒", remind},
	"/consolidate": {"汇总", merge},
	"/consult":     {"征求意见", consult},
	"/report":      {"起草报告", draft},
}

func issue(ctx context.Context, _ *Desk, j office.Job, _ url.Values) (outcome, error) {
	done, err := office.Template(ctx, office.TemplateOptions{Job: j})
	if err != nil {
		return outcome{}, err
	}
	return outcome{Words: []string{
		fmt.Sprintf("%d 年填报表 %d 份在“%s”文件夹,%d 行要填;发给谁见里面的“%s”。", done.Year, len(done.Issued), office.IssueDir, done.Rows, office.IndexName),
		fmt.Sprintf("接下来:和里面的“%s”一起发给各单位;交回来的表,拖到首页上。", office.NoticeName)}}, nil
}

func sendBack(ctx context.Context, _ *Desk, j office.Job, _ url.Values) (outcome, error) {
	done, err := office.Check(ctx, office.CheckOptions{Job: j, ReturnTo: office.SendBackDir})
	if err != nil {
		return outcome{}, err
	}
	if done.Sent.Copies+len(done.Sent.Failed) == 0 {
		return outcome{Words: []string{"没有要退回的表。"}}, nil
	}
	return outcome{Next: link{"/register", "看催报文字"}, Lines: failed(done.Sent.Failed), Words: []string{
		fmt.Sprintf("标注好的 %d 份在“%s”文件夹,每份旁边有一张修改单。", done.Sent.Copies, office.SendBackDir),
		"接下来:发还给单位修改;改好交回来的表,和原来的一样拖到首页上。"}}, nil
}

func failed(list []office.NotAnnotated) []string {
	return text.Each(list, func(f office.NotAnnotated) string {
		return finding.OneLine(f.File) + " 没有做成:" + office.Explain(f.Err)
	})
}

// remind notes in the register that the messages went out today.
func remind(ctx context.Context, _ *Desk, j office.Job, _ url.Values) (outcome, error) {
	done, err := office.Status(ctx, office.StatusOptions{Job: j, Sent: true})
	if err != nil {
		return outcome{}, err
	}
	return outcome{Words: []string{"今天发出的提醒,已经记在“" + office.Slashed(done.Output) + "”里。"}, Next: link{"/register", "回到登记和催报"}}, nil
}

// merge makes the summary, with the rulings of the one that is there.
func merge(ctx context.Context, d *Desk, j office.Job, _ url.Values) (outcome, error) {
	s, err := d.look(ctx)
	if err != nil {
		return outcome{}, err
	}
	done, err := office.Consolidate(ctx, office.ConsolidateOptions{Job: j, Rulings: s.Summary})
	if err != nil {
		return outcome{}, err
	}
	made := outcome{Lines: lines(done.Findings, finding.Warning), Words: []string{
		fmt.Sprintf("汇总写成“%s”。", office.Slashed(done.Output)),
		fmt.Sprintf("控制总数:计入单元格 %d 个,汇总中 %d 个,相符。", done.Summary.Totals.In, done.Summary.Totals.Out)}}
	if open := done.Summary.ToRule(); open > 0 {
		made.Words = append(made.Words, fmt.Sprintf("接下来:有 %d 处数据不一致,要核定。", open))
		made.Next = link{"/disputes", "去核定"}
		return made, nil
	}
	made.Words = append(made.Words, "接下来:打开汇总,先看“总体情况”,再看“审核意见”,就可以打印。")
	return made, nil
}

// consult makes the copies with which units are heard on what lags, waits or was ruled.
func consult(ctx context.Context, _ *Desk, j office.Job, form url.Values) (outcome, error) {
	done, err := office.Consult(ctx, office.ConsultOptions{Job: j, By: strings.TrimSpace(form.Get("by"))})
	if err != nil {
		return outcome{}, err
	}
	made := outcome{Lines: failed(done.Failed)}
	if len(done.Copies) > 0 {
		made.Words = append(made.Words, fmt.Sprintf("征求意见的表 %d 份在“%s”文件夹。", len(done.Copies), office.ConsultDir))
	}
	if done.Before > 0 {
		made.Words = append(made.Words, fmt.Sprintf("有 %d 个单位上次问过同样的事,那些表没有动。", done.Before))
	}
	if len(made.Words)+len(made.Lines) == 0 {
		made.Words = []string{"没有要征求意见的单位。"}
		return made, nil
	}
	made.Words = append(made.Words, "接下来:发给各单位;答复和别的表一样,拖到首页上,收到后再汇总一次,结果在“采纳情况”表。")
	return made, nil
}

// draft writes the report. One that somebody has worked on is not replaced: there is no
// button for that.
func draft(ctx context.Context, d *Desk, j office.Job, form url.Values) (outcome, error) {
	s, err := d.look(ctx)
	if err != nil {
		return outcome{}, err
	}
	o := office.ConsolidateOptions{Job: j, Rulings: s.Summary, For: form.Get("for")}
	o.Force, o.Output = false, filepath.Join(j.Dir, office.ReportName(s.Year, o.For))
	done, err := office.Consolidate(ctx, o)
	var other *office.Different
	if errors.As(err, &other) {
		return outcome{}, errors.New(other.What() + "要重新起草,请先把它改名,或移到别的文件夹")
	}
	if err != nil {
		return outcome{}, err
	}
	return outcome{Lines: lines(done.Findings, finding.Warning), Words: []string{
		fmt.Sprintf("报告初稿写成“%s”,各单位所报的原话在“%s”。", office.Slashed(done.Output), office.Slashed(done.Material)),
		"接下来:用 WPS 或 Word 打开,标黄的【】处由起草人填写。改过的报告不会被覆盖。"}}, nil
}
