package page

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/finding"
	"tianbao/workbook/intake/register"
)

// The bounds of a form that holds no file, and of one that does.
const (
	mostForm   = 4 << 20
	mostUpload = 2 << 30
)

// formOf reads the fields of a small form; false where it is too large or broken.
func formOf(w http.ResponseWriter, r *http.Request) bool {
	r.Body = http.MaxBytesReader(w, r.Body, mostForm)
	if err := r.ParseForm(); err != nil {
		http.Error(w, "表单读不了", http.StatusBadRequest)
		return false
	}
	return true
}

// willing makes a job do what it would not without being told twice, where the form
// tells it.
func willing(j office.Job, form url.Values) office.Job {
	j.Force, j.Anyway = form.Get("force") != "", form.Get("anyway") != ""
	return j
}

func (d *Desk) issue(w http.ResponseWriter, r *http.Request) {
	if !formOf(w, r) {
		return
	}
	form := r.PostForm
	d.begin(w, r, "生成填报表", func(ctx context.Context, j office.Job) outcome {
		done, err := office.Template(ctx, office.TemplateOptions{Job: willing(j, form)})
		if err != nil {
			return outcome{Err: err}
		}
		return outcome{Words: []string{
			fmt.Sprintf("%d 年填报表 %d 份在“%s”文件夹,%d 行要填;发给谁见里面的“%s”。", done.Year, len(done.Issued), office.IssueDir, done.Rows, office.IndexName),
			"接下来:发给各单位;交回来的表,拖到首页上。"}, Next: link{"/", "回到首页"}}
	})
}

func (d *Desk) sendBack(w http.ResponseWriter, r *http.Request) {
	if !formOf(w, r) {
		return
	}
	form := r.PostForm
	d.begin(w, r, "写退回件", func(ctx context.Context, j office.Job) outcome {
		done, err := office.Check(ctx, office.CheckOptions{Job: willing(j, form), ReturnTo: office.SendBackDir})
		if err != nil {
			return outcome{Err: err}
		}
		made := outcome{Next: link{"/register", "看催报文字"}}
		if made.Words = []string{fmt.Sprintf("标注好的 %d 份在“%s”文件夹。", done.Sent.Copies, office.SendBackDir), "接下来:发还给单位修改;改好交回来的表,和原来的一样拖到首页上。"}; done.Sent.Copies == 0 {
			made.Words = []string{"没有要退回的表。"}
		}
		for _, f := range done.Sent.Failed {
			made.Lines = append(made.Lines, f.File+" 没有标注成:"+office.Explain(f.Err))
		}
		return made
	})
}

func (d *Desk) consolidate(w http.ResponseWriter, r *http.Request) {
	if !formOf(w, r) {
		return
	}
	form := r.PostForm
	d.begin(w, r, "汇总", func(ctx context.Context, j office.Job) outcome {
		o := office.ConsolidateOptions{Job: willing(j, form)}
		if s, err := d.look(ctx); err == nil && s.Summary != "" {
			o.Rulings = s.Summary
		}
		done, err := office.Consolidate(ctx, o)
		if err != nil {
			return outcome{Err: err}
		}
		return consolidated(done)
	})
}

func consolidated(done *office.Consolidated) outcome {
	made := outcome{Words: []string{
		fmt.Sprintf("汇总写成“%s”。", done.Output),
		fmt.Sprintf("控制总数:计入单元格 %d 个,汇总中 %d 个,相符。", done.Summary.Totals.In, done.Summary.Totals.Out)}, Next: link{"/", "回到首页"}}
	for _, c := range done.Summary.Conflicts {
		if c.Kind.Undecided() && c.Ruling == nil {
			made.Next = link{"/disputes", "去核定数据不一致"}
		}
	}
	made.Lines = lines(grave(done.Findings))
	return made
}

// grave are the findings that ask something of the coordinator.
func grave(list finding.List) (out finding.List) {
	for _, f := range list {
		if f.Severity >= finding.Warning {
			out = append(out, f)
		}
	}
	return out
}

// enter writes what the clerk changed in the register.
func (d *Desk) enter(w http.ResponseWriter, r *http.Request) {
	if !formOf(w, r) {
		return
	}
	d.within(w, r, func(s *office.State, f frame) {
		entries := map[string]register.Entry{}
		for i := range lineCount(s) {
			line, at := &s.Seen.Lines[i], strconv.Itoa(i)
			if r.PostForm.Get("unit-"+at) != line.Unit {
				continue
			}
			field := func(name string) string { return strings.TrimSpace(r.PostForm.Get(name + "-" + at)) }
			e := register.Entry{Received: field("received"), Stamped: field("stamped"), Extended: field("extended")}
			if e.Received != line.Entry.Received || e.Stamped != line.Entry.Stamped || e.Extended != line.Entry.Extended {
				entries[line.Unit] = e
			}
		}
		d.writing.Lock()
		_, faults, err := office.Enter(r.Context(), office.EnterOptions{StatusOptions: office.StatusOptions{Job: d.job()}, Entries: entries})
		d.writing.Unlock()
		if err != nil {
			f.Fault = office.Explain(err)
		}
		if err != nil || len(faults) > 0 {
			f.At = "/register"
			d.showRegister(w, s, f, entries, faults)
			return
		}
		http.Redirect(w, r, "/register?saved=1", http.StatusSeeOther)
	})
}

func lineCount(s *office.State) int {
	if s.Seen == nil {
		return 0
	}
	return len(s.Seen.Lines)
}

// rule makes the rulings of the form.
func (d *Desk) rule(w http.ResponseWriter, r *http.Request) {
	if !formOf(w, r) {
		return
	}
	d.within(w, r, func(s *office.State, f frame) {
		made := map[string]office.Decision{}
		for _, dispute := range disputesOf(s) {
			value, basis := strings.TrimSpace(r.PostForm.Get("value-"+dispute.Key)), strings.TrimSpace(r.PostForm.Get("basis-"+dispute.Key))
			if r.PostForm.Has("value-"+dispute.Key) && (value != dispute.Value || basis != dispute.Basis) {
				made[dispute.Key] = office.Decision{Value: value, Basis: basis}
			}
		}
		d.writing.Lock()
		done, err := office.Rule(r.Context(), office.RuleOptions{Job: willing(d.job(), r.PostForm), Summary: s.Summary, Decisions: made})
		d.writing.Unlock()
		if err != nil {
			f.Fault = office.Explain(err)
		}
		if err != nil || len(done.Faults) > 0 {
			f.At = "/disputes"
			var faults map[string]string
			if done != nil {
				faults = done.Faults
			}
			d.showDisputes(w, s, f, made, faults)
			return
		}
		http.Redirect(w, r, "/disputes?saved=1", http.StatusSeeOther)
	})
}

// consult makes the copies with which units are heard on what lags, waits or was ruled.
func (d *Desk) consult(w http.ResponseWriter, r *http.Request) {
	if !formOf(w, r) {
		return
	}
	form := r.PostForm
	d.begin(w, r, "征求意见", func(ctx context.Context, j office.Job) outcome {
		done, err := office.Consult(ctx, office.ConsultOptions{Job: willing(j, form), By: strings.TrimSpace(form.Get("by"))})
		if err != nil {
			return outcome{Err: err}
		}
		made := outcome{Words: []string{fmt.Sprintf("征求意见的表 %d 份在“%s”文件夹。", len(done.Copies), office.ConsultDir)}, Next: link{"/", "回到首页"}}
		if done.Before > 0 {
			made.Words = append(made.Words, fmt.Sprintf("另有 %d 个单位上次问过同样的事,那些表没有动。", done.Before))
		}
		if len(done.Copies)+done.Before == 0 {
			made.Words = []string{"没有要征求意见的单位。"}
		} else {
			made.Words = append(made.Words, "接下来:发给各单位;答复和别的表一样,拖到首页上。")
		}
		for _, f := range done.Failed {
			made.Lines = append(made.Lines, f.File+" 没有做成:"+office.Explain(f.Err))
		}
		return made
	})
}
