package main

import (
	"time"

	"github.com/schollz/progressbar/v3"

	"tianbao/cmd/tianbao/internal/office"
)

// progress is a bar on a terminal for a stage that takes over a second.
type progress struct {
	stage office.Stage
	start time.Time
	shown bool
	bar   *progressbar.ProgressBar
}

// progress says how many of all are done in a stage.
func (d *desk) progress(stage office.Stage, done, all int) {
	if !d.terminal || d.quiet {
		return
	}
	if d.bar == nil || d.bar.stage != stage {
		d.clearBar()
		d.bar = &progress{stage: stage, start: time.Now(), bar: progressbar.NewOptions(all,
			progressbar.OptionSetWriter(d.err), progressbar.OptionSetDescription(string(stage)),
			progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true),
			progressbar.OptionSetWidth(24), progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(), progressbar.OptionUseANSICodes(false))}
		d.bar.bar.StartWithoutRender()
	}
	if time.Since(d.bar.start) < time.Second {
		return
	}
	d.bar.shown = true
	d.bar.bar.ChangeMax(all)
	_ = d.bar.bar.Set(done) // a bar that cannot be drawn is no reason to stop
	if done == all {
		d.clearBar()
	}
}

// clearBar takes the bar away, so that something can be said.
func (d *desk) clearBar() {
	if d.bar != nil && d.bar.shown {
		_ = d.bar.bar.Finish()
	}
	d.bar = nil
}
