//go:build unix

package trial

import (
	"syscall"
	"time"
)

// CPUTime is the processor time used so far, garbage collection included.
func CPUTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
