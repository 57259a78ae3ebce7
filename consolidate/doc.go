// Package consolidate merges the checked returns of one year, with the years before, into
// the citywide annual summary: values of several units settled or laid open, indicators
// and targets judged, every accepted cell placed and traceable. Merge is pure. It reads no
// returned file itself and checks none: that is workbook/intake. What a summary keeps for
// later is consolidate/store; how it is shown, consolidate/report.
//
// # Who counts
//
// The state of an item is that of its lead units; accounts of supporting units are beside
// it, each under its unit's name. Several leads of an item, or several units of an
// indicator, that differ are laid open in 数据不一致 with both values and both sources; a
// ruling (核定值 with 核定依据) decides. A ruling belongs to 编号, column and the values it
// decided between; where these change it is void, and that is said.
//
// # What is kept
//
// Every accepted filled cell is in the summary, and control totals prove it: cells counted
// in equal cells counted out, or nothing is written. The order, names, folders and times
// of the files change nothing. Values of the years before come from the last summary;
// {Y-1}年修订值 revises the one before and is listed as a revision. Text never becomes a
// formula.
package consolidate
