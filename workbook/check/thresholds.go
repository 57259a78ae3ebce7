package check

import (
	"github.com/shopspring/decimal"

	"tianbao/templates/layout"
)

// Where the rules begin to ask. All numbers that are a matter of judgement stand
// here, but those that formulas use too, which are layout's: the bounds of percentages
// and how far a figure may be from last year's.
var (
	jumpFactor   = decimal.NewFromInt(layout.FarTimes)
	jumpPoints   = decimal.NewFromInt(layout.FarPoints)
	shareFactor  = decimal.NewFromInt(layout.FarShareTimes)
	shareSmall   = decimal.NewFromInt(layout.FarShareLeast)
	jumpSmall    = decimal.NewFromInt(layout.FarWholeBefore)
	sizeFactor   = decimal.NewFromInt(10)  // times what the plan, or the base, says of its size
	sizeLeast    = decimal.NewFromInt(100) // a value may be so small a part of its target
	sizeSmall    = decimal.NewFromInt(50)  // smaller numbers may be what they like
	sizePoints   = decimal.NewFromInt(50)  // percentage points from target or base
	growthFactor = decimal.NewFromInt(20)  // a level is this many times what looks like its growth
	growthAbsurd = decimal.NewFromInt(100) // what is surely no level is so many times smaller
	growthMost   = decimal.NewFromInt(100)
	fractionMost = decimal.NewFromInt(1) // percentages below it may be fractions
	fractionGoal = decimal.NewFromInt(2) // unless the plan or last year speak of such small ones
)

const (
	lateYears    = 1 // a task not started this close to its last year is late
	earlyMonths  = 2 // a report may be dated this long before its year ends
	overdueYears = 1 // and this long after
	releaseYears = 3 // statistics come out within this time
)
