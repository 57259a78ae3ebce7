// Command tianbao issues, checks and merges the yearly reports on a plan.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	d := newDesk(os.Stdin, os.Stdout, os.Stderr, time.Now())
	code := Main(ctx, os.Args[1:], d)
	stop()
	if ownWindow() {
		d.hold()
	}
	os.Exit(code)
}
