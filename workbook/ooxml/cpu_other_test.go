//go:build !unix

package ooxml

import "time"

// cpu returns the time that do takes, where processor time cannot be asked for.
func cpu(do func()) time.Duration {
	start := time.Now()
	do()
	return time.Since(start)
}
