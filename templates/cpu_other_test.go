//go:build !unix

package templates_test

import "time"

var started = time.Now()

// cpu is the time passed, where processor time cannot be asked for.
func cpu() time.Duration { return time.Since(started) }
