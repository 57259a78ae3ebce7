package trial

import (
	"os"
	"testing"
	"time"
)

// switchName is the environment variable that turns on the long tests: those that
// start other programs, build huge files, kill runs, or try many random things. With
// it, what they need must be installed.
const (
	switchName = "TIANBAO_TEST"
	switchedOn = "long"
)

// Long reports whether the long tests are to be run.
func Long() bool { return os.Getenv(switchName) == switchedOn && !testing.Short() }

// OnlyLong skips a test that is a long one, for the reason given.
func OnlyLong(t testing.TB, why string) {
	t.Helper()
	if !Long() {
		t.Skipf("%s; %s=%s runs it", why, switchName, switchedOn)
	}
}

// Some is all of a list where the long tests are run, else every n-th of it.
func Some[T any](list []T, n int) []T {
	if Long() {
		return list
	}
	var some []T
	for i := 0; i < len(list); i += n {
		some = append(some, list[i])
	}
	return some
}

// CPU returns the processor time that do takes, garbage collection included.
func CPU(do func()) time.Duration {
	before := CPUTime()
	do()
	return CPUTime() - before
}
