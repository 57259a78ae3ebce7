// Package judge says how an indicator or a target does against its plan: one verdict
// with the rule, numbers and years it rests on, the completion of the target, and what
// the remaining years need. It is arithmetic on exact decimals and nothing else: it reads
// no workbook, merges nothing, and knows no plan's years, words or tolerances but those
// handed to it.
//
// # Words
//
// Before the last year of the period a verdict is 提前实现, 达到序时进度, 基本达到序时进度,
// 未达序时进度 or 无法判断 with a reason; in the last year 完成, 预计完成, 基本完成, 未完成 or
// 无法判断. The kind of an indicator is decided by its name and text, never by the column
// a number is in.
//
// # Exactness
//
// Below, k is the years from the base year to the report year, n those of the period. The
// figure as reported is compared with the exact path; nothing is rounded first. Means of
// growth and ratios are computed to one decimal more than the target has, at least one,
// cumulative reductions to two. A path of whole things (家, 个, 座) is a whole number, and
// is rounded down where the whole target is 3 or fewer. Ceilings, 突破 and the floor of
// what is held are never rounded. A gap is formed first and rounded last.
//
// # Kinds
//
//   - Average growth: the geometric mean of the published years against the target.
//   - Level and growth: judged apart, the worse counts; of a 预期性 indicator of which one
//     half is reached and the other not, 基本达到. The path of such a level is compound,
//     base·(target/base)^(k/n); no half is derived from the other.
//   - End level: the straight line base + (target − base)·k/n; the target itself reached
//     is 提前实现. With 左右, the tolerated share of it is 基本完成 in the last year.
//   - Held level: with 左右 each year at least the tolerated share, with 以上 each year the
//     target itself; never 提前实现. One bad year leaves 基本完成 in the last.
//   - Ceiling: each year at or below it; the years above are named.
//   - Rise over the base, [1.3]: value − base against 1.3·k/n, never a sum of yearly
//     values; in the last year rise and level, the worse.
//   - Above the province: both compounded over the same years, strictly above.
//   - The province's average by the last year: the ratio to the province has to close to
//     100 % in a straight line; closing more slowly is 基本达到, not closing 未达.
//   - Reduction set by the province: 1 − ∏(1 − r) against 1 − (1 − T)^(k/n), and against
//     the year's own target where there is one.
//   - Level set by the province: against what was set for the year; nothing set, no verdict.
//
// Targets in the text: a sum (累计值) against the yearly targets of the catalogue, else
// target·k/n, a cap likewise from above; a yearly value by its year alone; a standard is
// reached or not, without a path; a number for each place is how many places meet it; a
// target due earlier has its pace to that year, and the verdict of that year holds, or
// 逾期完成 where it is reached later; of a range the lower number counts.
//
// # Tolerance
//
// 基本达到 is for 预期性 alone, and what nobody classed is 预期性: growth less than the
// tolerated points below, a level or sum with the tolerated share of the rise that the
// path wants from the base. The usual tolerances are 0.5 points, 97 % of what is held and
// 90 % of the rise; a plan may set others.
//
// # What is missing
//
// Without a confirmed base the line is drawn from the first published year, which itself
// has no verdict. A base already at the target is to be held. Growth and reductions need
// the report year and at least half of the years. What is 暂未发布 is judged by the last
// published year, with that year's k; 部门测算 never gives 提前实现 or 完成. 另行报送,
// 不适用 and two owners that differ have no verdict, each with its reason. What the office
// rules, with its ground, is in place of what was computed, which is kept beside it.
package judge
