// Package ooxml reads workbooks that come from others: exact, typed, placed and bounded.
// It says what is in which cell and nothing about what it means; it knows no plan and no
// layout. A package is read whole, every part well formed to its end, or it is refused by
// name. It never writes.
//
// # Why a reader of our own
//
// What the program writes goes through excelize, what others send through this package.
// While it reads rows, excelize drops XML errors, so that a sheet cut in the middle is a
// short one; it takes cells out of order for their neighbours, and a lost table of strings
// for blanks; it gives texts as displayed, 0.955 as 96% and numbers of 18 digits cut; and
// it needs many times as long. Figures that leaders decide by do not come from there.
//
// # How
//
// One pass over each part: zip directory and heads must agree, sums and sizes must be
// right, rows and columns in order, references in range. Inflating is klauspost/compress.
// A cell is its raw text, its type, whether a program computed it, and of its look what
// changes the reading: hidden, merged, struck, a number format that scales or names a
// unit. There is no DTD; depth, sizes and counts are bounded, see Limits. Parts are found
// by relationships and content types, in the transitional and the strict form.
package ooxml
