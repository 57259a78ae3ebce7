package check

import "github.com/shopspring/decimal"

// Where the rules begin to ask. All numbers that are a matter of judgement stand
// here; the bounds of percentages are layout's, since formulas use them too.
var (
	jumpFactor   = decimal.NewFromInt(2)   // times last year's value, up or down
	jumpPoints   = decimal.NewFromInt(30)  // percentage points against last year
	shareFactor  = decimal.NewFromInt(5)   // times last year's share, up or down
	shareSmall   = decimal.NewFromInt(10)  // shares below this jump as they like
	jumpSmall    = decimal.NewFromInt(10)  // whole numbers below this jump as they like
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
