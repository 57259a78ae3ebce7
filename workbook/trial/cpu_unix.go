//go:build unix

package trial

import (
	"syscall"
	"testing"
	"time"
)

// CPU returns the processor time that do takes, garbage collection included.
func CPU(t testing.TB, do func()) time.Duration {
	t.Helper()
	before := used(t)
	do()
	return used(t) - before
}

func used(t testing.TB) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
