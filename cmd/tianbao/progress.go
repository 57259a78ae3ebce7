package main

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress draws a bar on a terminal for what takes over a second.
type progress struct {
	desk  *desk
	words string
	start time.Time
	shown bool
	bar   *progressbar.ProgressBar
}

func (d *desk) progress(words string) *progress {
	return &progress{desk: d, words: words, start: time.Now()}
}

// step says how many of all are done. Calls come from one goroutine at a time.
func (p *progress) step(done, all int) {
	if !p.desk.terminal || p.desk.quiet {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(all,
			progressbar.OptionSetWriter(p.desk.err), progressbar.OptionSetDescription(p.words),
			progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true),
			progressbar.OptionSetWidth(24), progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(), progressbar.OptionUseANSICodes(false))
		p.bar.StartWithoutRender()
	}
	if time.Since(p.start) < time.Second {
		return
	}
	p.shown = true
	p.bar.ChangeMax(all)
	_ = p.bar.Set(done) // a bar that cannot be drawn is no reason to stop
}

func (p *progress) done() {
	if p.shown {
		_ = p.bar.Finish()
	}
}
