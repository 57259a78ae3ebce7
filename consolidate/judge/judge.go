package judge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// Verdict is the answer, by its usual word. A plan may print another.
type Verdict string

// The verdicts. The first four are given before the last year, the next five for it
// (and for yearly targets in any year), Unknown where there is no answer.
const (
	Early      Verdict = plan.WordEarly
	OnPace     Verdict = plan.WordOnPace
	NearPace   Verdict = plan.WordNearPace
	BehindPace Verdict = plan.WordBehindPace
	Done       Verdict = plan.WordDone
	LikelyDone Verdict = plan.WordLikelyDone
	NearlyDone Verdict = plan.WordNearlyDone
	Late       Verdict = plan.WordLate
	NotDone    Verdict = plan.WordNotDone
	Unknown    Verdict = plan.WordUnknown
)

// Verdicts lists every verdict in the order they are counted and printed.
func Verdicts() []Verdict {
	words := plan.Verdicts()
	list := make([]Verdict, len(words))
	for i, w := range words {
		list[i] = Verdict(w)
	}
	return list
}

// Bad reports whether a verdict is not on track.
func (v Verdict) Bad() bool { return v == BehindPace || v == NotDone }

// Good reports whether a verdict is on track or better.
func (v Verdict) Good() bool { return v.rank() <= 2 }

// rank orders verdicts from best to worst. Unknown stands just before the worst:
// of two parts, one unknown, the worse is unknown unless the other is worst.
func (v Verdict) rank() int {
	switch v {
	case Early, Done:
		return 0
	case LikelyDone:
		return 1
	case OnPace:
		return 2
	case NearPace, NearlyDone, Late:
		return 3
	case Unknown:
		return 4
	}
	return 5
}

// Judgement is a verdict and all that it rests on.
type Judgement struct {
	Verdict    Verdict
	Word       string              // the verdict in the plan's own words
	Reason     string              // why Unknown, "" otherwise
	Notes      []string            // what the verdict says of itself in brackets: 按2023年数据
	Year       int                 // the year of the data judged by, 0 where none
	Actual     decimal.NullDecimal // what was compared
	Required   decimal.NullDecimal // what it was compared with
	Own        decimal.NullDecimal // where that is a ratio, a sum or a rise: the year's own figure that would just do
	Got        string              // what was compared in words, where it is not the year's value: 2021—2024年年均6.25%
	Want       string              // what it was compared with: 49.8%, 降低11.72%
	Completion decimal.NullDecimal // share of the target reached, percent, one decimal
	Gap        string              // how far behind, "" where not behind
	Remaining  string              // what the remaining years need, "" where nothing
	Basis      string              // 判定依据

	once bool // of its due year alone: nothing that is reached later makes up for it
}

// Path is what the year's own figure is drawn against.
func (j Judgement) Path() decimal.NullDecimal {
	if j.Own.Valid {
		return j.Own
	}
	return j.Required
}

// Words returns the verdict as it is printed, with its reason or its notes.
func (j Judgement) Words() string {
	word := cmp.Or(j.Word, string(j.Verdict))
	if j.Verdict == Unknown {
		return bracketed(word, j.Reason)
	}
	return bracketed(word, strings.Join(j.Notes, ","))
}

func bracketed(word, in string) string {
	if in == "" {
		return word
	}
	return word + "(" + in + ")"
}

// noted adds what the verdict says of itself, once.
func (j Judgement) noted(note string) Judgement {
	if note != "" && !slices.Contains(j.Notes, note) {
		j.Notes = append(slices.Clone(j.Notes), note)
	}
	return j
}

// Frame is what a judgement is made in: the plan's years, words and tolerances, and
// the year reported on.
type Frame struct {
	Period    plan.Period
	Tolerance plan.Tolerance
	Words     map[string]string // the plan's own words of verdicts
	Year      int

	bare bool // due before the plan ends: then it is done or not, and nothing between
}

// FrameOf is the frame of a plan's report year.
func FrameOf(p *plan.Plan, year int) Frame {
	return Frame{Period: p.Period, Tolerance: p.Tolerance, Words: p.Words, Year: year}
}

// Word is the plan's word of a verdict.
func (f Frame) Word(v Verdict) string {
	if own := f.Words[string(v)]; own != "" {
		return own
	}
	return string(v)
}

// verdictOf finds the verdict of a word, usual or the plan's own, brackets aside.
func (f Frame) verdictOf(word string) Verdict {
	bare, _, _ := strings.Cut(strings.ReplaceAll(word, "（", "("), "(")
	bare = strings.TrimSpace(bare)
	for _, v := range Verdicts() {
		if bare == f.Word(v) || bare == string(v) {
			return v
		}
	}
	return Verdict(bare)
}

// due is a frame that ends in another year than the plan does.
func (f Frame) due(year int) Frame {
	f.bare = year < f.Period.Last
	f.Period.Last = year
	return f
}

// bands reports whether a year knows something between reached and missed.
func (f Frame) bands(year int) bool { return !f.bare || !f.final(year) }

// span is n, the years from base to end.
func (f Frame) span() int { return f.Period.Years() }

// elapsed is k of a year: years since the base, never past the end.
func (f Frame) elapsed(year int) int { return min(year, f.Period.Last) - f.Period.Base }

// left is how many years remain after the given one.
func (f Frame) left(year int) int { return max(0, f.Period.Last-year) }

// final reports whether data of that year decides the end of the period.
func (f Frame) final(year int) bool { return year >= f.Period.Last }

// judged makes a judgement of the report year, or of the last published year where
// the report year's value is not out yet, and says so. An estimate of the unit's own
// never makes a verdict final. lasting is of what cannot fall again.
func (f Frame) judged(s Series, lasting bool, at func(year int) Judgement) Judgement {
	year, reason := f.dataYear(s)
	if year == 0 {
		return unknown(reason, "")
	}
	j := f.estimated(at(year), s[year].State)
	if year == f.Year {
		return j
	}
	note := "按" + text.Year(year) + "数据"
	switch {
	case !f.final(f.Year) && j.Verdict != Unknown:
		j.Basis = note + "(" + text.Year(f.Year) + "暂未发布):" + j.Basis
		return j.noted(note)
	case lasting && j.Verdict == Early:
		j.Verdict = Done
		return j.noted(note)
	case !f.final(f.Year):
		return j
	}
	pace := unknown(text.Year(f.Year)+Pending, note+":"+j.Basis+"→"+bracketed(f.Word(j.Verdict), strings.Join(j.Notes, ",")))
	pace.Year, pace.Completion, pace.Remaining = j.Year, j.Completion, j.Remaining
	return pace
}

// estimated keeps an estimate of the unit's own from being the last word.
func (f Frame) estimated(j Judgement, state string) Judgement {
	if state != Estimate {
		return j
	}
	switch j.Verdict {
	case Early, OnPace:
		j.Verdict = OnPace
		return j.noted(Estimate)
	case Done:
		j.Verdict = LikelyDone
	}
	return j
}

// verdict turns the outcome of a comparison into the words of that year.
func (f Frame) verdict(year int, o outcome) Verdict {
	words := map[outcome]Verdict{early: Early, met: OnPace, near: NearPace, missed: BehindPace}
	if o == near && !f.bands(year) {
		o = missed
	}
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
	basis = cmp.Or(basis, reason)
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
func (f Frame) Undecided(reason, basis string) Judgement {
	j := unknown(reason, basis)
	j.Word = f.Word(Unknown)
	return j
}

// settled puts the verdict that was given in the place of the one worked out.
func (f Frame) settled(j Judgement, given map[int]plan.Settled) Judgement {
	if one := given[f.Year]; one.Verdict != "" {
		return f.Settle(j, one)
	}
	return j
}

// Settle puts a verdict that somebody set in the place of the one worked out, which
// stays in the basis.
func (f Frame) Settle(j Judgement, one plan.Settled) Judgement {
	own := bracketed(f.Word(j.Verdict), j.Reason+strings.Join(j.Notes, ","))
	j.Verdict, j.Reason, j.Notes = f.verdictOf(one.Verdict), "", []string{"核定"}
	if j.Verdict == Unknown {
		j.Reason = "核定"
	}
	by := text.If(one.By != "", ",依据:"+one.By)
	j.Basis = "核定为" + one.Verdict + by + ";按规则推算为" + own + ":" + j.Basis
	if !j.Verdict.Bad() {
		j.Gap = ""
	}
	return f.worded(j)
}

// worded puts the plan's word to the verdict.
func (f Frame) worded(j Judgement) Judgement {
	j.Word = f.Word(j.Verdict)
	return j
}

// ofItsYear marks a judgement that nothing reached later makes up for: a mean, a
// bound to be kept each year, a cap.
func (j Judgement) ofItsYear() Judgement {
	j.once = true
	return j
}
