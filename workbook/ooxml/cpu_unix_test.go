//go:build unix

package ooxml

import (
	"syscall"
	"time"
)

// cpu returns the processor time that do takes, garbage collection included.
func cpu(do func()) time.Duration {
	var before, after syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &before))
	do()
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &after))
	return time.Duration(after.Utime.Nano() + after.Stime.Nano() - before.Utime.Nano() - before.Stime.Nano())
}
