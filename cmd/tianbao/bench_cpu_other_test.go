//go:build !unix

package main

import "time"

var started = time.Now()

// cpuTime is the time passed, where processor time cannot be asked for.
func cpuTime() time.Duration { return time.Since(started) }
