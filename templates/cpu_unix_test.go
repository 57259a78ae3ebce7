//go:build unix

package templates_test

import (
	"syscall"
	"time"
)

// cpu is the processor time used so far, garbage collection included.
func cpu() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
