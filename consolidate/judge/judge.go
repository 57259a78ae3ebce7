// Package judge says how an indicator or a target stands against its plan: one
// verdict with the rule, numbers and years it rests on, the completion of the
// target, and what the remaining years need. It is arithmetic on exact decimals
// and nothing else: it reads no workbook, merges nothing, and knows no plan's
// years or tolerances but those handed to it.
package judge

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
)

// Verdict is the answer in the words leaders read.
type Verdict string

// The verdicts. The first four are given before the last year, the next three for
// it (and for yearly targets in any year), Unknown where there is no answer.
const (
	Early      Verdict = "提前实现"
	OnPace     Verdict = "达到序时进度"
	NearPace   Verdict = "基本达到序时进度"
	BehindPace Verdict = "未达序时进度"
	Done       Verdict = "完成"
	NearlyDone Verdict = "基本完成"
	NotDone    Verdict = "未完成"
	Unknown    Verdict = "无法判断"
)

// Verdicts lists every verdict in the order they are counted and printed.
func Verdicts() []Verdict {
	return []Verdict{Early, OnPace, NearPace, BehindPace, Done, NearlyDone, NotDone, Unknown}
}

// Bad reports a verdict that is not on track.
func (v Verdict) Bad() bool { return v == BehindPace || v == NotDone }

// rank orders verdicts from best to worst. Unknown stands just before the worst:
// of two parts, one unknown, the worse is unknown unless the other is worst.
func (v Verdict) rank() int {
	switch v {
	case Early:
		return 0
	case OnPace, Done:
		return 1
	case NearPace, NearlyDone:
		return 2
	case Unknown:
		return 3
	}
	return 4
}

// Judgement is a verdict and all that it rests on.
type Judgement struct {
	Verdict    Verdict
	Reason     string              // why Unknown, "" otherwise
	Year       int                 // the year of the data judged by, 0 where none
	Actual     decimal.NullDecimal // what was compared, rounded as compared
	Required   decimal.NullDecimal // what it was compared with, rounded as compared
	Completion decimal.NullDecimal // share of the target reached, percent, one decimal
	Gap        string              // how far behind, "" where not behind
	Remaining  string              // what the remaining years need, "" where nothing
	Basis      string              // 判定依据
}

// Words returns the verdict as it is printed: 无法判断 brings its reason.
func (j Judgement) Words() string {
	if j.Verdict == Unknown && j.Reason != "" {
		return string(Unknown) + "(" + j.Reason + ")"
	}
	return string(j.Verdict)
}

// Value is what is known of one year.
type Value struct {
	Number decimal.NullDecimal
	State  string // 数据状态, "" where none was given
}

// The 数据状态 that leave a year without a published value.
const (
	Pending = "暂未发布"
	Absent  = "无此统计"
)

// published reports a number that may be judged by.
func (v Value) published() bool {
	return v.Number.Valid && v.State != Pending && v.State != Absent
}

// Series is values by year. It is looked up, never walked.
type Series map[int]Value

// Frame is what a judgement is made in: the plan's years and tolerances, and the
// year reported on.
type Frame struct {
	Period    plan.Period
	Tolerance plan.Tolerance
	Year      int
}

// due is a frame that ends in another year than the plan does.
func (f Frame) due(year int) Frame {
	f.Period.Last = year
	return f
}

// span is n, the years from base to end.
func (f Frame) span() int { return f.Period.Years() }

// elapsed is k of a year: years since the base, never past the end.
func (f Frame) elapsed(year int) int { return min(year, f.Period.Last) - f.Period.Base }

// left is how many years remain after the given one.
func (f Frame) left(year int) int { return max(0, f.Period.Last-year) }

// final reports whether data of that year decides the end of the period.
func (f Frame) final(year int) bool { return year >= f.Period.Last }

// dataYear returns the year to judge by: the report year, or the last published
// one where the report year's value is not out yet. The reason says why there is
// none.
func (f Frame) dataYear(s Series) (year int, reason string) {
	v := s[f.Year]
	switch {
	case v.published():
		return f.Year, ""
	case v.State == Absent:
		return 0, Absent
	case v.State != Pending:
		return 0, "缺" + yearText(f.Year) + "数据"
	}
	for y := f.Year - 1; y >= f.Period.First; y-- {
		if s[y].published() {
			return y, ""
		}
	}
	return 0, yearText(f.Year) + "数据暂未发布,此前也没有已发布的数据"
}

// verdict turns the outcome of a comparison into the words of that year.
func (f Frame) verdict(year int, o outcome) Verdict {
	words := map[outcome]Verdict{early: Early, met: OnPace, near: NearPace, missed: BehindPace}
	if f.final(year) {
		words = map[outcome]Verdict{early: Done, met: Done, near: NearlyDone, missed: NotDone}
	}
	return words[o]
}

// outcome is how a comparison ended, before the year gives it its words.
type outcome uint8

const (
	missed outcome = iota
	near
	met
	early
)

// unknown is a judgement that could not be made.
func unknown(reason, basis string) Judgement {
	if basis == "" {
		basis = reason
	}
	return Judgement{Verdict: Unknown, Reason: reason, Basis: basis}
}

// worse returns the judgement that counts of two parts judged apart.
func worse(a, b Judgement) Judgement {
	if b.Verdict.rank() > a.Verdict.rank() {
		return b
	}
	return a
}

// Undecided is the judgement of a value that is not known to be right yet.
func Undecided(reason, basis string) Judgement { return unknown(reason, basis) }
