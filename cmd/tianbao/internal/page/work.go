package page

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/finding"
)

// work is a piece of work that runs while the browser looks on.
type work struct {
	title string
	again string // the address that does it once more
	stop  context.CancelFunc
	ended chan struct{}

	mu        sync.Mutex
	stage     office.Stage
	done, all int
	said      []string // on the way
	made      outcome  // once it has ended
}

// outcome is what a piece of work came to.
type outcome struct {
	Words []string // what was done, and what to do next
	Lines []string // what it found
	Err   error
	Next  link
}

// link leads to where the work goes on.
type link struct{ Href, Words string }

// errOccupied says that another piece of work runs.
var errOccupied = errors.New("正在做另一件事,请等它做完,或先停下它")

// start does a piece of work unless another runs.
func (d *Desk) start(title, again string, do func(ctx context.Context, j office.Job) outcome) error {
	j := d.job()
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.work != nil && !d.work.over() {
		return errOccupied
	}
	ctx, stop := context.WithCancel(d.ctx)
	w := &work{title: title, again: again, stop: stop, ended: make(chan struct{})}
	d.work = w
	j.Notice, j.Progress = w.notice, w.progress
	go func() {
		defer close(w.ended)
		defer stop()
		made := do(ctx, j)
		w.mu.Lock()
		w.made = made
		w.mu.Unlock()
	}()
	select {
	case <-w.ended:
	case <-time.After(prompt):
	}
	return nil
}

// prompt is how long a browser waits for work that may be short.
const prompt = 400 * time.Millisecond

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
	w.stage, w.done, w.all = s, done, all
}

func (w *work) notice(n office.Notice) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case n.Text != "":
		w.said = append(w.said, n.Text)
	case len(n.Skipped) > 0:
		w.said = append(w.said, fmt.Sprintf("跳过 %d 个不是填报表的文件", len(n.Skipped)))
	default:
		w.said = append(w.said, lines(n.Findings)...)
	}
}

// mostLines is the most findings that a piece of work lists.
const mostLines = 200

// lines are findings as they are listed below a piece of work.
func lines(list finding.List) []string {
	var out []string
	folded := list.Fold()
	for i := range folded {
		if len(out) == mostLines {
			return append(out, fmt.Sprintf("还有 %d 类没有列出", len(folded)-mostLines))
		}
		f := &folded[i]
		line := f.Severity.Word() + " " + f.Where() + " " + f.Said()
		if f.Hint != "" {
			line += "。" + f.Hint
		}
		out = append(out, line)
	}
	return out
}

// workView is a piece of work as it is shown.
type workView struct {
	Title, Again  string
	Stage         string
	Done, All     int
	Over, Stopped bool
	Said          []string
	Made          outcome
	Fault         string
	Twice         string // what the form says to have it done all the same, "" where nothing would
	Button        string
}

func (w *work) view() workView {
	over := w.over()
	w.mu.Lock()
	defer w.mu.Unlock()
	v := workView{Title: w.title, Again: w.again, Stage: string(w.stage), Done: w.done, All: w.all, Over: over, Said: w.said, Made: w.made}
	var other *office.Different
	var stopped *office.Stopped
	switch err := w.made.Err; {
	case err == nil:
	case errors.Is(err, context.Canceled):
		v.Stopped = true
	case errors.As(err, &other):
		v.Fault, v.Twice, v.Button = other.What(), "force", "仍要覆盖"
	case errors.As(err, &stopped):
		v.Fault, v.Twice, v.Button = stopped.Error(), "anyway", "确实如此,继续"
	default:
		v.Fault = office.Explain(err)
	}
	if w.again == "" {
		v.Twice = ""
	}
	return v
}
