// Package layout is the contract of the writer and the reader of a return: which sheets a
// workbook has, which columns a sheet has, what each cell takes, when it must be filled,
// and how the workbook is stamped. Template, self-check, reader, rules, annotation and
// summary follow from the declarations here; none of them knows a position. It writes and
// reads no files.
//
// # Sheets
//
// A return has a cover (填报说明), 牵头任务 with a row for each item the unit leads, 量化目标
// with a row for each target of these, 配合任务 with a row for each item it supports, or
// for members of a group each chapter, 主要指标 with a row for each indicator it answers
// for, and a hidden sheet. A row is known by its 编号, a column by its heading.
//
// # Columns
//
// An entry of columns.go is a column: its heading, its kind and bounds, the rows in which
// it applies, and those in which it must be filled. A condition is declared once and gives
// both the formula of 自检 and the rule of workbook/check. 自检 may ask for more than the
// rules do, never for less; it says what is missing, wrong or far from last year, and
// never what would be enough.
//
// # Whose it is, three times
//
// The hidden sheet, two defined names, and the report code that is seen on the cover and
// in the footer, with a check digit: plan, unit, year, layout, 版次. One of them lost is a
// warning; where they differ they are reconciled. The plan's id is made when a document is
// imported and survives every edit of the catalogue; a fixed cell is held against its
// digest as it was issued.
package layout
