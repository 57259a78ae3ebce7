package office

import (
	"runtime"
	"runtime/debug"
)

// What reading returns may take, so that collecting garbage costs little and the
// program stays small: a share beside what the plan takes, which does not grow with
// the files, and for each file what is kept of it.
const (
	memoryShare   = 64 << 20
	memoryPerFile = 4 << 10
	memoryPerKept = 72 << 10 // of a file whose return is kept, and what is made of it
	memoryMaking  = 84 << 20 // beside what is kept, while something is made of it
	memoryGrowth  = 300      // percent of what is kept; Go's own default is 100
)

// roaming lets the heap grow within the budget as soon as it is known how many
// files there are, and what is kept of each.
func roaming(share, perFile int64, step func(done, all int)) func(done, all int) {
	runtime.GC()
	var plan runtime.MemStats
	runtime.ReadMemStats(&plan)
	known := 0
	return func(done, all int) {
		if all != known {
			known = all
			debug.SetGCPercent(memoryGrowth)
			debug.SetMemoryLimit(int64(plan.HeapAlloc) + share + int64(all)*perFile)
		}
		step(done, all)
	}
}

// staying lets the heap grow to a multiple of what a desk keeps, which looks again and
// again.
func staying() { debug.SetGCPercent(memoryGrowth) }

// settled lets the heap grow beyond what is held now, but not less than to the budget: of
// returns that are larger than most, more is kept.
func settled() {
	runtime.GC()
	var held runtime.MemStats
	runtime.ReadMemStats(&held)
	budget := debug.SetMemoryLimit(-1)
	debug.SetMemoryLimit(max(budget, int64(held.HeapAlloc+held.HeapAlloc/8)+memoryMaking))
}

// building lets the heap grow well beyond what is kept: workbooks that are made
// leave much behind.
func building() {
	debug.SetGCPercent(memoryGrowth)
	debug.SetMemoryLimit(memoryBuilding)
}

// memoryBuilding is from where on garbage is collected early all the same.
const memoryBuilding = 1 << 30
