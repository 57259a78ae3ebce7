package judge

import (
	"strconv"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// level is what an end-level rule needs to know of its target.
type level struct {
	goal
	unit     string
	base     decimal.NullDecimal
	counted  bool // the base is not known but none, where counting starts
	from     int  // the year the base is of, 0 for the plan's base year
	compound bool // the path grows by a constant rate instead of a constant amount
	about    bool // 左右: in the last year Tolerance.Share is nearly done
	strict   bool // 突破: the target itself must be passed
	down     bool // lower is better: the target is a ceiling to come down to
	binding  bool // 约束性: nothing short of the path counts
	whole    bool // the path is of whole things
}

func levelOf(g goal, unit, name string, base decimal.NullDecimal, known *plan.Known) level {
	whole := plan.Counted(unit, name, g.Decimal) && (!base.Valid || base.Decimal.IsInteger())
	return level{goal: g, unit: unit, base: base, binding: known.Binds(), whole: whole}
}

// endLevel judges a level to be reached in the last year: on pace along the path
// from base to target, early where it is reached already. A base that is at the
// target already is to be held. Without a base the path starts at the first
// published year.
func (f Frame) endLevel(l level, s Series) Judgement {
	if !l.base.Valid {
		l.from = f.firstPublished(s)
		l.base = s[l.from].Number
	}
	return f.judged(s, false, func(year int) Judgement { return f.levelAt(l, s[year].Number.Decimal, year) })
}

func (f Frame) levelAt(l level, value decimal.Decimal, year int) Judgement {
	j := Judgement{Year: year, Actual: some(value), Required: some(l.Decimal), Want: l.targetText(), Completion: l.completion(value)}
	if !f.final(year) {
		j.Remaining = f.levelNeed(l, value, year)
	}
	switch {
	case l.reached(value):
		return f.levelReached(j, l, value)
	case f.final(year):
		return f.levelEnd(j, l, value)
	case l.from == year:
		rate := wordIf(j.Completion.Valid, ",完成目标的"+j.Completion.Decimal.String()+"%", "")
		lacking := unknown("缺基期值", "缺"+text.Year(f.Period.Base)+"基期值,不能推算序时进度;"+text.Year(year)+l.amount(value)+",目标"+l.targetText()+rate)
		j.Verdict, j.Reason, j.Basis, j.Required = lacking.Verdict, lacking.Reason, lacking.Basis, decimal.NullDecimal{}
		j.Want = ""
		return j
	}
	return f.levelPace(j, l, value)
}

// levelReached judges a value at the target: early, or in the last year done. Where
// the base was there already it has only been held.
func (f Frame) levelReached(j Judgement, l level, value decimal.Decimal) Judgement {
	j.Verdict = f.verdict(j.Year, early)
	j.Basis = text.Year(j.Year) + l.amount(value) + ",已达到目标" + l.targetText()
	if f.final(j.Year) {
		j.Basis = text.Year(j.Year) + l.amount(value) + ",目标" + l.targetText() + ",已达到"
	} else {
		j.Remaining = f.leftText(j.Year) + "保持即可"
	}
	if l.holds() {
		j.Verdict = f.verdict(j.Year, met)
		j.Basis += "(" + l.baseText(f) + "已达目标,应保持)"
		return j.noted("基期已达,保持")
	}
	return j
}

// levelEnd judges a last year that has not reached the target.
func (f Frame) levelEnd(j Judgement, l level, value decimal.Decimal) Judgement {
	o := missed
	bar := l.Mul(f.Tolerance.Share).Shift(-2)
	j.Gap = l.gap(value, l.Decimal)
	j.Basis = text.Year(j.Year) + l.amount(value) + ",目标" + l.targetText() + "," + j.Gap
	if l.about && !l.down && f.bands(j.Year) {
		j.Basis += "," + f.Tolerance.Share.String() + "%为" + brief(bar, l.places+1) + l.unit
		if value.GreaterThanOrEqual(bar) {
			o = near
		}
	}
	risen, how := f.risen(l, value, l.Decimal, j.Year)
	if risen {
		o = near
	}
	j.Basis += how
	j.Verdict = f.verdict(j.Year, o)
	if risen && l.from > 0 {
		return j.noted(l.fromText())
	}
	return j
}

// risen reports whether Tolerance.Near of the rise (or fall) from the base that is
// wanted has come about, and says how much has.
func (f Frame) risen(l level, value, want decimal.Decimal, year int) (bool, string) {
	if l.binding || !f.bands(year) || !l.base.Valid || l.reached(l.base.Decimal) || !f.Tolerance.Near.IsPositive() {
		return false, ""
	}
	rise, got := want.Sub(l.base.Decimal), value.Sub(l.base.Decimal)
	if rise.IsZero() || l.down == rise.IsPositive() {
		return false, ""
	}
	ok, part := f.nearly(got, rise)
	return ok, ",完成应" + wordIf(l.down, "减", "增") + "量的" + part + "%(" + f.Tolerance.Near.String() + "%以上为基本达到)"
}

// nearly reports whether what was gained is Tolerance.Near of what was wanted, and
// its share in percent, which is never shown as more than it is. A third is not
// exact: what lies a hair below counts.
func (f Frame) nearly(got, want decimal.Decimal) (bool, string) {
	part := quotient(got, want).Shift(2).Round(settled / 2)
	return part.GreaterThanOrEqual(f.Tolerance.Near), part.RoundFloor(1).String()
}

// levelPace judges a year before the last, the target not yet reached.
func (f Frame) levelPace(j Judgement, l level, value decimal.Decimal) Judgement {
	want, rule, ok := f.path(l, j.Year)
	if !ok {
		return unknown("基期值不是正数,不能按年均增速推算", "")
	}
	j.Required, j.Want = some(want), apart(want, value, l.shownPlaces())+l.unit
	o, word := met, wordIf(l.down, "不高于序时进度", "不低于序时进度")
	if l.short(value, want) || l.reached(l.base.Decimal) { // as the base was and the value is not
		o = missed
		j.Gap = l.gap(value, want)
		risen, how := f.risen(l, value, want, j.Year)
		if risen {
			o = near
		}
		word = j.Gap + how
	}
	j.Verdict = f.verdict(j.Year, o)
	j.Basis = rule + "," + text.Year(j.Year) + "应达到" + j.Want + ",实际" + l.amount(value) + "," + word
	if l.from > 0 {
		return j.noted(l.fromText())
	}
	return j
}

// path returns the level wanted in a year before the last, with the rule in words.
func (f Frame) path(l level, year int) (decimal.Decimal, string, bool) {
	start := f.Period.Base
	if l.from > 0 {
		start = l.from
	}
	base, k, n := l.base.Decimal, year-start, f.Period.Last-start
	from := l.baseText(f) + l.amount(base) + "、" + text.Year(f.Period.Last) + "目标" + l.targetText()
	if l.reached(base) {
		return l.Decimal, from + "," + wordIf(l.from == 0, "基期已达目标", "已达目标") + ",应保持", true
	}
	if !l.compound {
		step := quotient(l.Sub(base).Mul(decimal.NewFromInt(int64(k))), decimal.NewFromInt(int64(n)))
		return l.wholly(base.Add(step).Round(settled)), "按直线推算(" + paceText(k, n) + "):" + from, true
	}
	if !base.IsPositive() || !l.IsPositive() {
		return decimal.Zero, "", false
	}
	return l.wholly(base.Mul(power(quotient(l.Decimal, base), k, n)).Round(settled)), "按年均等速推算(" + paceText(k, n) + "):" + from, true
}

// wholly rounds a path of whole things; where they are few, to the easier side.
func (l level) wholly(want decimal.Decimal) decimal.Decimal {
	few := decimal.NewFromInt(3)
	switch {
	case !l.whole || l.strict:
		return want
	case l.LessThanOrEqual(few) && l.down:
		return want.Ceil()
	case l.LessThanOrEqual(few):
		return want.Floor()
	}
	return want.Round(0)
}

// baseText names where the path starts.
func (l level) baseText(f Frame) string {
	if l.from > 0 {
		return text.Year(l.from) + "实际值"
	}
	return text.Year(f.Period.Base) + wordIf(l.counted, "起点", "基期值")
}

// levelNeed says what is still to be gained each remaining year.
func (f Frame) levelNeed(l level, value decimal.Decimal, year int) string {
	left := f.left(year)
	if left == 0 {
		return ""
	}
	away := l.Sub(value).Abs()
	text := "距目标还差" + away.String() + l.pointUnit() + "," + f.yearlyText(year)
	if l.compound && value.IsPositive() && l.IsPositive() {
		return text + "需增长" + brief(percentOver(quotient(l.Decimal, value), left), 1) + "%"
	}
	return text + wordIf(l.down, "需减少", "需增加") + seen(quotient(away, decimal.NewFromInt(int64(left))), l.places+1) + l.pointUnit()
}

// reached reports whether a value, as it was reported, is at the target.
func (l level) reached(value decimal.Decimal) bool {
	switch {
	case l.down && l.strict:
		return value.LessThan(l.Decimal)
	case l.down:
		return value.LessThanOrEqual(l.Decimal)
	case l.strict:
		return value.GreaterThan(l.Decimal)
	}
	return value.GreaterThanOrEqual(l.Decimal)
}

// holds reports whether a base is at the target already.
func (l level) holds() bool { return l.base.Valid && l.from == 0 && l.reached(l.base.Decimal) }

// fromText says that the path starts at the first published year.
func (l level) fromText() string { return "按" + text.Year(l.from) + "起推算" }

func (l level) short(got, want decimal.Decimal) bool {
	if l.down {
		return got.GreaterThan(want)
	}
	return got.LessThan(want)
}

// shownPlaces is how exactly a path or a gap is shown: one decimal more than the
// target has, but whole things as such.
func (l level) shownPlaces() int32 {
	if l.whole && !l.strict {
		return 0
	}
	return l.places + 1
}

// gap is formed of the exact numbers and rounded last.
func (l level) gap(got, want decimal.Decimal) string {
	away := want.Sub(got)
	if l.down {
		away = away.Neg()
	}
	if !away.IsPositive() { // a strict target met exactly
		return wordIf(l.down, "未低于目标", "未超过目标")
	}
	shown := away.Round(max(l.shownPlaces(), 0))
	if shown.IsZero() || l.whole && !got.IsInteger() {
		shown = away.Round(l.places + 2)
	}
	if shown.IsZero() {
		shown = away
	}
	return wordIf(l.down, "高", "低") + shown.String() + l.pointUnit()
}

// pointUnit names a difference: of percentages, points.
func (l level) pointUnit() string { return pointUnit(l.unit) }

func pointUnit(unit string) string {
	if unit == "%" {
		return "个百分点"
	}
	return unit
}

func (l level) completion(value decimal.Decimal) decimal.NullDecimal {
	if l.down {
		return decimal.NullDecimal{}
	}
	return share(value, l.Decimal)
}

func (l level) amount(d decimal.Decimal) string { return d.String() + l.unit }

// targetText prints the target as written, with its unit where the words lack it.
func (l level) targetText() string { return withUnit(l.text, l.unit) }

func paceText(k, n int) string { return strconv.Itoa(k) + "/" + strconv.Itoa(n) }
