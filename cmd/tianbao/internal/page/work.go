package page

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/finding"
)

// work is a piece of work that runs while the browser looks on.
type work struct {
	do    doing
	stop  context.CancelFunc
	ended chan struct{}

	mu  sync.Mutex
	far progress
}

// progress is how far a piece of work has come.
type progress struct {
	ID        string // tells it from other work that the desk did
	Title     string
	Stage     office.Stage
	Done, All int
	Said      []string // on the way
	Over      bool
	Made      outcome // once it is over
	Err       error
}

// doing is what a piece of work does.
type doing func(ctx context.Context, j office.Job) (outcome, error)

// outcome is what a piece of work came to.
type outcome struct {
	Words []string // what was done, and what to do next
	Lines []string // what it found
	Next  link     // "" for the first page
}

// link leads to where the work goes on.
type link struct{ Href, Words string }

// twice is what a form says to have done what was not without being told again.
type twice struct{ Name, Words string }

// twiceFor tells what would have something done that failed, nil where nothing would, and
// why it failed.
func twiceFor(err error) (*twice, string) {
	var other *office.Different
	var stopped *office.Stopped
	switch {
	case errors.As(err, &other):
		return &twice{"force", "仍要覆盖"}, other.What()
	case errors.As(err, &stopped):
		return &twice{"anyway", "确实如此,继续"}, stopped.Error() + "逐份的原因见“审核结果”;用的不是这些表所属的规划的,到“规划”页更换。"
	}
	return nil, office.Explain(err)
}

// willing makes a job do what it would not without being told twice, where the form
// tells it.
func willing(j office.Job, form url.Values) office.Job {
	j.Force, j.Anyway = form.Get("force") != "", form.Get("anyway") != ""
	return j
}

// begin starts a piece of work unless another runs, and leads to where it is shown.
func (d *Desk) begin(w http.ResponseWriter, r *http.Request, title string, do doing) {
	j := willing(d.job(), r.PostForm)
	d.mu.Lock()
	if d.work != nil && !d.work.over() {
		d.mu.Unlock()
		refuseWith(w, http.StatusConflict, d.page(r.URL.Path), errors.New("正在做另一件事,请等它做完,或先停下它"))
		return
	}
	ctx, stop := context.WithCancel(d.ctx)
	now := &work{do: do, stop: stop, ended: make(chan struct{}), far: progress{ID: random(), Title: title}}
	d.work = now
	d.mu.Unlock()
	j.Notice, j.Progress = now.notice, now.progress
	go func() {
		defer close(now.ended)
		defer stop()
		made, err := do(ctx, j)
		now.mu.Lock()
		defer now.mu.Unlock()
		now.far.Made, now.far.Err = made, err
	}()
	select {
	case <-now.ended:
	case <-time.After(prompt):
	}
	http.Redirect(w, r, "/work", http.StatusSeeOther)
}

// prompt is how long a browser waits for work that may be short.
const prompt = 400 * time.Millisecond

// running is the last piece of work, nil before the first.
func (d *Desk) running() *work {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.work
}

// repeat does the last piece of work once more, as the form wants it. A form that was
// shown for other work, in another window, does nothing.
func (d *Desk) repeat(w http.ResponseWriter, r *http.Request) {
	if last := d.running(); last != nil && last.far.ID == r.PostForm.Get("of") {
		d.begin(w, r, last.far.Title, last.do)
		return
	}
	http.Redirect(w, r, "/work", http.StatusSeeOther)
}

func (d *Desk) stop(w http.ResponseWriter, r *http.Request) {
	d.settle()
	http.Redirect(w, r, "/work", http.StatusSeeOther)
}

// settle ends the work that runs.
func (d *Desk) settle() {
	if running := d.running(); running != nil {
		running.stop()
		<-running.ended
	}
}

func (d *Desk) showWork(w http.ResponseWriter, r *http.Request) {
	running := d.running()
	if running == nil {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	if v := running.view(); r.URL.Query().Get("part") != "" {
		render(w, "doing", v)
	} else {
		show(w, "work.html", d.page("/work"), v)
	}
}

func (w *work) over() bool {
	select {
	case <-w.ended:
		return true
	default:
		return false
	}
}

func (w *work) progress(s office.Stage, done, all int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.far.Stage, w.far.Done, w.far.All = s, done, all
}

func (w *work) notice(n office.Notice) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case n.Text != "":
		w.far.Said = append(w.far.Said, n.Text)
	case len(n.Skipped) > 0:
		w.far.Said = append(w.far.Said, fmt.Sprintf("跳过 %d 个不是填报表的文件", len(n.Skipped)))
	default:
		w.far.Said = append(w.far.Said, lines(n.Findings, finding.Note)...)
	}
}

// mostLines is the most findings that a piece of work lists.
const mostLines = 200

// lines are findings of some severity or more, as they are listed below a piece of work.
func lines(list finding.List, least finding.Severity) []string {
	var out []string
	folded := list.Fold()
	for i := range folded {
		f := &folded[i]
		if f.Severity < least {
			continue
		}
		if len(out) == mostLines {
			return append(out, "还有没有列出的")
		}
		line := f.Severity.Word() + " " + f.Where() + " " + f.Said()
		if f.Hint != "" {
			line += "。" + f.Hint
		}
		out = append(out, line)
	}
	return out
}

// view is how far the work has come by now.
func (w *work) view() progress {
	over := w.over()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.far.Over = over
	return w.far
}

// Stopped reports work that was told to stop.
func (p progress) Stopped() bool { return errors.Is(p.Err, context.Canceled) }

// Fault says why the work was not done, "" where it was, or was stopped.
func (p progress) Fault() string {
	if p.Err == nil || p.Stopped() {
		return ""
	}
	_, words := twiceFor(p.Err)
	return words
}

// Twice is what would have it done all the same; nil where nothing would.
func (p progress) Twice() *twice {
	again, _ := twiceFor(p.Err)
	return again
}
