// Command tianbao issues, checks and merges the yearly reports on a plan. Each command has
// a file of its own: flags, options, one call of package office, words. README.md beside it
// tells the rooms of the program and the way of the data.
package main

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

func main() {
	ctx := interruptible()
	d := newDesk(os.Stdin, os.Stdout, os.Stderr, time.Now())
	if path, err := os.Executable(); err == nil {
		d.program = filepath.Dir(path)
	}
	d.clicked = ownWindow()
	code := Main(ctx, os.Args[1:], d)
	if d.clicked {
		d.hold()
	}
	os.Exit(code)
}

// interruptible is a context that Ctrl-C ends; a second Ctrl-C ends the program at
// once.
func interruptible() context.Context {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx
}
