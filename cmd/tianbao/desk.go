package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/fatih/color"
	"github.com/mattn/go-colorable"
	"golang.org/x/term"

	"tianbao/seeds/finding"
)

// desk is where a command works: the streams, the day, and how much to say.
// Results go to out, messages and progress to err.
type desk struct {
	in       io.Reader
	out, err io.Writer
	now      time.Time
	terminal bool // err is a terminal: a progress bar may be drawn
	paint    bool // out is a terminal that wants colour
	quiet    bool
	verbose  bool
}

func newDesk(in io.Reader, out, err io.Writer, now time.Time) *desk {
	d := &desk{in: in, out: out, err: err, now: now, terminal: isTerminal(err)}
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
		fmt.Fprintf(d.err, format+"\n", args...)
	}
}

// remark prints findings about what was read on the way, if there are any.
func (d *desk) remark(file string, list finding.List, least finding.Severity) {
	list = slices.DeleteFunc(slices.Clone(list), func(f finding.Finding) bool { return f.Severity < least })
	if len(list) > 0 && !d.quiet {
		_ = finding.Text(d.err, finding.Style{}).File(finding.About{File: file, Findings: list}) // a message that cannot be written is no reason to stop
	}
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
