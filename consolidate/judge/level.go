package judge

import (
	"strconv"

	"github.com/shopspring/decimal"
)

// level is what an end-level rule needs to know of its target.
type level struct {
	goal
	unit     string
	base     decimal.NullDecimal
	compound bool // the path grows by a constant rate instead of a constant amount
	about    bool // 左右: in the last year Tolerance.Share is nearly done
	strict   bool // 超过: the target itself must be passed
	down     bool // lower is better: the target is a ceiling to come down to
}

// endLevel judges a level to be reached in the last year: on pace along the path
// from base to target, early where it is reached already. A base that is at the
// target already is to be held.
func (f Frame) endLevel(l level, s Series) Judgement {
	year, reason := f.dataYear(s)
	if year == 0 {
		return unknown(reason, "")
	}
	value := s[year].Number.Decimal
	j := Judgement{Year: year, Actual: some(l.compared(value)), Completion: l.completion(value)}
	note := f.dataNote(year)
	switch {
	case f.final(year):
		f.levelEnd(&j, l, value, note)
	case l.reached(value):
		j.Verdict, j.Required = Early, some(l.Decimal)
		j.Basis = note + yearText(year) + l.seen(value, l.compared(value), l.unit) + ",已达到目标" + l.targetText() + l.heldNote()
		j.Remaining = f.leftText(year) + "保持即可"
	default:
		f.levelPace(&j, l, value, note)
	}
	return j
}

// levelEnd judges the last year.
func (f Frame) levelEnd(j *Judgement, l level, value decimal.Decimal, note string) {
	j.Required = some(l.Decimal)
	bar := l.Mul(f.Tolerance.Share).Shift(-2)
	switch {
	case l.reached(value):
		j.Verdict = f.verdict(j.Year, met)
	case l.about && !l.down && l.round(value).GreaterThanOrEqual(l.round(bar)):
		j.Verdict = f.verdict(j.Year, near)
	default:
		j.Verdict = f.verdict(j.Year, missed)
	}
	j.Basis = note + yearText(j.Year) + l.seen(value, l.compared(value), l.unit) + ",目标" + l.targetText()
	if j.Verdict != Done {
		j.Gap = l.gap(l.compared(value), l.Decimal)
		j.Basis += "," + j.Gap
		if l.about {
			j.Basis += "," + plain(f.Tolerance.Share) + "%为" + brief(bar, l.places) + l.unit
		}
	}
}

// levelPace judges a year before the last, the target not yet reached.
func (f Frame) levelPace(j *Judgement, l level, value decimal.Decimal, note string) {
	j.Remaining = f.levelNeed(l, value, j.Year)
	if !l.base.Valid {
		rate := ""
		if j.Completion.Valid {
			rate = ",完成目标的" + plain(j.Completion.Decimal) + "%"
		}
		basis := note + "缺" + yearText(f.Period.Base) + "基期值,不能推算序时进度;" + yearText(j.Year) + l.amount(value) + ",目标" + l.targetText() + rate
		verdict := unknown("缺基期值", basis)
		j.Verdict, j.Reason, j.Basis = verdict.Verdict, verdict.Reason, verdict.Basis
		return
	}
	path, rule, ok := f.path(l, j.Year)
	if !ok {
		j.Verdict, j.Reason = Unknown, "基期值不是正数,不能按年均增速推算"
		j.Basis = note + j.Reason
		return
	}
	want, got := l.round(path), l.round(value)
	j.Required, j.Actual = some(want), some(got)
	o := met
	if l.short(got, want) {
		o = missed
		j.Gap = l.gap(got, want)
	}
	j.Verdict = f.verdict(j.Year, o)
	word := "不低于序时进度"
	if l.down {
		word = "不高于序时进度"
	}
	if o == missed {
		word = j.Gap
	}
	j.Basis = note + rule + "," + yearText(j.Year) + "应达到" + fixed(want, l.places) + l.unit + ",实际" + l.seen(value, got, l.unit) + "," + word
}

// path returns the level wanted in a year before the last, with the rule in words.
func (f Frame) path(l level, year int) (decimal.Decimal, string, bool) {
	base, k, n := l.base.Decimal, f.elapsed(year), f.span()
	from := yearText(f.Period.Base) + "基期值" + l.amount(base) + "、" + yearText(f.Period.Last) + "目标" + l.targetText()
	if l.holds() {
		return l.Decimal, from + ",基期已达目标,应保持", true
	}
	if !l.compound {
		step := quotient(l.Sub(base).Mul(decimal.NewFromInt(int64(k))), decimal.NewFromInt(int64(n)))
		return base.Add(step).Round(settled), "按直线推算(" + paceText(k, n) + "):" + from, true
	}
	if !base.IsPositive() || !l.IsPositive() {
		return decimal.Zero, "", false
	}
	return base.Mul(power(quotient(l.Decimal, base), k, n)).Round(settled), "按年均等速推算(" + paceText(k, n) + "):" + from, true
}

// levelNeed says what is still to be gained each remaining year.
func (f Frame) levelNeed(l level, value decimal.Decimal, year int) string {
	left := f.left(year)
	if left == 0 {
		return ""
	}
	away := l.Sub(value).Abs()
	text := "距目标还差" + plain(away) + l.pointUnit() + "," + f.yearlyText(year)
	verb := "需增加"
	if l.down {
		verb = "需减少"
	}
	if l.compound && value.IsPositive() && l.IsPositive() {
		return text + "需增长" + brief(percentOver(quotient(l.Decimal, value), left), 1) + "%"
	}
	return text + verb + brief(quotient(away, decimal.NewFromInt(int64(left))), l.places+1) + l.pointUnit()
}

// reached reports whether a value is at the target. A strict target, and one to
// come down to, is a limit: rounding must not hide that it is not kept.
func (l level) reached(value decimal.Decimal) bool {
	switch {
	case l.down && l.strict:
		return value.LessThan(l.Decimal)
	case l.down:
		return value.LessThanOrEqual(l.Decimal)
	case l.strict:
		return value.GreaterThan(l.Decimal)
	}
	return l.compared(value).GreaterThanOrEqual(l.Decimal)
}

// holds reports a base that is at the target already.
func (l level) holds() bool { return l.base.Valid && l.reached(l.base.Decimal) }

func (l level) heldNote() string {
	if l.holds() {
		return "(基期已达目标,应保持)"
	}
	return ""
}

func (l level) short(got, want decimal.Decimal) bool {
	if l.down {
		return got.GreaterThan(want)
	}
	return got.LessThan(want)
}

func (l level) gap(got, want decimal.Decimal) string {
	away := want.Sub(got)
	if l.down {
		return "高" + plain(away.Abs()) + l.pointUnit()
	}
	if !away.IsPositive() { // a strict target met exactly, or missed by less than its decimals
		return "未超过目标"
	}
	return "低" + plain(away) + l.pointUnit()
}

// pointUnit names a difference: of percentages, points.
func (l level) pointUnit() string {
	if l.unit == "%" {
		return "个百分点"
	}
	return l.unit
}

func (l level) completion(value decimal.Decimal) decimal.NullDecimal {
	if l.down {
		return decimal.NullDecimal{}
	}
	return share(value, l.Decimal)
}

func (l level) amount(d decimal.Decimal) string { return plain(d) + l.unit }

// compared is what is held against the target itself, and what a gap is counted
// from: the value at the target's decimals, or as it is where the target is a limit.
func (l level) compared(d decimal.Decimal) decimal.Decimal {
	if l.down || l.strict {
		return d
	}
	return l.round(d)
}

// targetText prints the target as written, with its unit where the words lack it.
func (l level) targetText() string { return withUnit(l.text, l.unit) }

func paceText(k, n int) string { return strconv.Itoa(k) + "/" + strconv.Itoa(n) }
