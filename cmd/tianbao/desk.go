package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/fatih/color"
	"github.com/mattn/go-colorable"
	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/cmd/tianbao/internal/page"
	"tianbao/consolidate"
	"tianbao/seeds/finding"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
)

// desk is where a command works: the streams, the day, and how much to say.
// Results go to out, messages and progress to err.
type desk struct {
	in       io.Reader
	out, err io.Writer
	now      time.Time
	program  string // the folder of the program, "" where it is not known
	command  string // what runs, as it is called
	terminal bool   // err is a terminal: a progress bar may be drawn
	paint    bool   // out is a terminal that wants colour
	clicked  bool   // started by a double click, in a window of its own
	quiet    bool
	verbose  bool
	bar      *progress // of the stage that runs, nil where none does

	show func(path string) error // shows a file in the browser of the user

	notices finding.Printer // of findings on the way; nil before the first
}

func newDesk(in io.Reader, out, err io.Writer, now time.Time) *desk {
	d := &desk{in: in, out: out, err: err, now: now, terminal: isTerminal(err), show: browse}
	if isTerminal(out) && os.Getenv("NO_COLOR") == "" {
		d.paint = true
		d.out = colorable.NewColorable(out.(*os.File)) // an old console knows no colour codes
	}
	return d
}

// hold keeps a window open until it has been read.
func (d *desk) hold() {
	fmt.Fprint(d.err, "\n按回车键关闭窗口。")
	_, _ = bufio.NewReader(d.in).ReadString('\n') // closing the window will do as well
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// say tells the clerk something, unless told to be quiet.
func (d *desk) say(format string, args ...any) {
	if !d.quiet {
		d.clearBar()
		fmt.Fprintf(d.err, format+"\n", args...)
	}
}

// notice tells what the office says on its way.
func (d *desk) notice(n office.Notice) {
	const few = 3
	switch {
	case n.Text != "":
		d.say("%s", n.Text)
	case len(n.Findings) > 0 && !d.quiet:
		d.clearBar()
		if d.notices == nil {
			style := finding.Style{Few: 6}
			if d.verbose {
				style.Few = 0
			}
			d.notices = finding.Text(d.err, style)
		}
		_ = d.notices.File(finding.About{File: n.File, Findings: n.Findings}) // a message that cannot be written is no reason to stop
	case len(n.Skipped) > few && !d.verbose:
		d.say("跳过 %d 个不是填报表的文件(加 --verbose 看是哪些)。", len(n.Skipped))
	default:
		for _, f := range n.Skipped {
			d.say("跳过 %s", finding.OneLine(f))
		}
	}
}

// tally counts units by what became of them.
type tally []struct {
	word string
	n    int
}

// String goes on with a sentence; what there is none of is left out.
func (t tally) String() string {
	var b strings.Builder
	for _, c := range t {
		if c.n > 0 {
			fmt.Fprintf(&b, ",%s %d 个", c.word, c.n)
		}
	}
	return b.String()
}

// print writes a result.
func (d *desk) print(text string) error {
	_, err := io.WriteString(d.out, text)
	return err
}

// colour paints text where the output wants it.
func (d *desk) colour(text string, attrs ...color.Attribute) string {
	if !d.paint || strings.TrimSpace(text) == "" {
		return text
	}
	c := color.New(attrs...)
	c.EnableColor()
	return c.Sprint(text)
}

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

// results writes the page of results. That it cannot be written is said, and no reason
// to stop.
func (d *desk) results(ctx context.Context, j office.Job, batch *intake.Batch, lines []register.Line, sum *consolidate.Summary) {
	seen, err := office.See(ctx, j, batch, lines, sum)
	if seen == nil && err == nil {
		return
	}
	var data []byte
	if err == nil {
		data, err = page.Write(page.Show(seen))
	}
	if err == nil {
		err = office.WriteResults(ctx, j, data)
	}
	if err != nil {
		d.say("没有写成“%s”:%s", office.ResultsPath, office.Explain(err))
		return
	}
	d.say("结果也写在“%s”里,双击打开,可以打印。", office.ResultsPath)
}
