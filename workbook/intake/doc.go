// Package intake turns paths into checked returns: it finds the files, reads each once,
// identifies, decodes and checks it, and resolves the copies of one unit. Every command
// that reads returns does it through here. It merges nothing between units and writes
// nothing.
//
// # Outcomes
//
// A file is accepted (审核通过) where it is ours and has no errors; faulty (退回修改) where
// cells or rows have; refused (拒收) where it is empty, of another year or plan, of an
// unknown layout, or of a unit that the plan does not have; superseded (已被新版替代) where
// none of its rows counts; foreign (非填报表) where it is no return; unreadable (无法读取)
// where it cannot be read whole. Whatever else is in the folder is named at the unit whose
// name it bears.
//
// # Copies
//
// The same content counts once. Otherwise copies are ranked by 版次, then by the workbook's
// own modified time; file times never count, and a time that is absent or impossible ranks
// nothing. Row by row the newest copy counts in which the row is filled, since fillers
// split the work. In a copy that the office had sent out filled (退回, 征求意见) only the
// cells changed since rank with its 版次; the others rank with the return they came from.
// Copies of equal rank that differ are tied: the unit is asked which one holds, and no
// figure wins in silence.
//
// # The year
//
// The year reported on is the one that all returns state but fewer than five and less than
// a fifth of them.
package intake
