// Package office is a planning office's work in one folder: which plan and which year,
// what came in, what is written. Each piece of work is one function that takes its options
// and returns a value; the command line and the page put that into words. It prints
// nothing, and the clock is handed in.
//
// # Which plan, which year
//
// The plan, where none is named, is the 任务清单.xlsx of the folder worked in: the current
// one, else that of the returns or one of its three parents, else the program's own; else
// the built-in plan. The year is what the returns state, else the one after the newest
// summary here, else the past calendar year, brought into the plan's period. A plan or
// year that was only assumed refuses no return.
//
// # The brake
//
// Where one cause refuses five or more returns and a fifth of all, nothing is written and
// no message is printed: more likely the plan, the year or the folder is wrong than all
// those units. It says the cause and the way out.
//
// # Outputs
//
// An output (outbox.go) is written under a temporary name beside its place and renamed; a folder is
// locked from the first output to the last, so two runs never mix. What a person entered
// in a file of ours is kept, or the file is not overwritten. Returned files are never
// written to.
package office
