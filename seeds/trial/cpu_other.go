//go:build !unix

package trial

import "time"

var started = time.Now()

// CPUTime is the time passed, where processor time cannot be asked for.
func CPUTime() time.Duration { return time.Since(started) }
