//go:build !unix

package trial

import (
	"testing"
	"time"
)

// CPU returns the time that do takes, where processor time cannot be asked for.
func CPU(_ testing.TB, do func()) time.Duration {
	start := time.Now()
	do()
	return time.Since(start)
}
