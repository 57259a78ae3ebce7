package trial

import "time"

// CPU returns the processor time that do takes, garbage collection included.
func CPU(do func()) time.Duration {
	before := CPUTime()
	do()
	return CPUTime() - before
}
