package plan

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Relate notes, of every target that has no such note yet, which indicator of the
// annex states the same, and whether it is asked of places one by one.
func (p *Plan) Relate() {
	for _, t := range p.Targets() {
		if t.Same == 0 {
			t.Same = p.sameAs(t)
		}
		if t.Place == "" {
			if t.Place = placeOf(t); t.Place != "" {
				t.Places = p.placesOf(t.Place)
			}
		}
	}
}

// Indicator returns the indicator of that number, nil where there is none.
func (p *Plan) Indicator(no int) *Indicator {
	for i := range p.Indicators {
		if p.Indicators[i].No == no {
			return &p.Indicators[i]
		}
	}
	return nil
}

// sameAs is the number of the only indicator that states what the target does: the
// same quantity, figure, unit and time. 0 where none does, or several.
func (p *Plan) sameAs(t *Target) int {
	if t.Basis == Annual || t.Due != "" && t.Due != strconv.Itoa(p.Period.Last) {
		return 0
	}
	found := 0
	for i := range p.Indicators {
		if in := &p.Indicators[i]; in.states(t) {
			if found != 0 {
				return 0
			}
			found = in.No
		}
	}
	return found
}

// states reports whether the indicator, or one half of it, says what a target says.
func (in *Indicator) states(t *Target) bool {
	cell := in.Target
	if t.Basis == Growth {
		cell = in.Growth
	}
	figure, ok := Stated(cell)
	if !ok || !figure.Equal(t.Min) || !t.Min.Equal(t.Max) || in.Unit == "" && t.Unit == "" {
		return false
	}
	if in.Unit != t.Unit && (t.Basis != Growth || t.Unit != "%") {
		return false
	}
	return reaching(Wording(cell)) == reaching(t.wording()) && SameQuantity(BareMeasure(in.Name), BareMeasure(t.Measure))
}

// reaching takes 突破15 for 15: who passes it has reached it, and one figure is not
// asked for twice.
func reaching(wording string) string {
	if wording == "超过" {
		return ""
	}
	return wording
}

// wording is how the target qualifies its number, as Wording tells it.
func (t *Target) wording() string {
	switch t.Op {
	case About:
		return "左右"
	case AtMost, Below:
		return "以内"
	case Equal:
		return "稳定"
	case Above:
		return "超过"
	}
	return ""
}

// Wording is how a number is qualified: 左右, 以内, 稳定, 超过, or not at all, which
// 以上 is too.
func Wording(text string) string {
	for _, w := range []struct{ kind, words string }{
		{"稳定", "稳定在 保持在 维持在"},
		{"左右", "左右 上下 约"},
		{"以内", "以内 以下 不超过 控制在"},
		{"超过", "超过 突破 高于"},
	} {
		for one := range strings.FieldsSeq(w.words) {
			if strings.Contains(text, one) && !strings.Contains(text, "不"+one) {
				return w.kind
			}
		}
	}
	return ""
}

// BareMeasure leaves out what says nothing of the quantity.
func BareMeasure(text string) string {
	for _, w := range []string{"全市", "我市", "本市", "全县", "力争", "年均", "的", " "} {
		text = strings.ReplaceAll(text, w, "")
	}
	for _, tail := range []string{"总数量", "总量", "总数", "数量", "数", "增长率", "增速", "增长"} {
		if cut, ok := strings.CutSuffix(text, tail); ok {
			return cut
		}
	}
	return text
}

// SameQuantity reports whether two bare measures are one: the same, or one ends in
// the other where that is long enough to be told by.
func SameQuantity(a, b string) bool {
	if a == b {
		return a != ""
	}
	const telling = 5
	return utf8.RuneCountInString(a) >= telling && utf8.RuneCountInString(b) >= telling && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}

// placeOf is the kind of place that a target is asked of one by one.
func placeOf(t *Target) string { return genre().placeOf(t) }

func (v *vocabulary) placeOf(t *Target) string {
	if t.Unit == "%" {
		return ""
	}
	if house := v.houseOf(t.Phrase); house != "" {
		return house
	}
	return v.eachOf(t.Phrase + " " + t.Measure)
}

// houseOf finds what each house of a kind is to have: 村卫生室|至少|配备1名医生.
func (v *vocabulary) houseOf(phrase string) string {
	for i := range phrase {
		if i > 0 && !strings.ContainsRune(",，、;；", lastRune(phrase[:i])) {
			continue
		}
		n := v.house.Head(phrase[i:])
		rest := cutAny(phrase[i+n:], "均", "都")
		if least := cutAny(rest, "至少", "不少于"); n > 0 && len(least) < len(rest) && len(cutAny(least, "配备", "建有", "建成", "建设", "设有", "设立", "拥有", "有")) < len(least) {
			return phrase[i : i+n]
		}
	}
	return ""
}

// eachOf finds what a target is asked of one by one: 每个县区至少, 各乡镇至少. 各县区 alone is all of them together.
func (v *vocabulary) eachOf(words string) string {
	for i := range words {
		rest := cutAny(words[i:], "每个", "每", "各")
		n := v.place.Head(rest)
		if len(rest) == len(words[i:]) || n == 0 {
			continue
		}
		behind := rest[n:]
		for more := cutAny(behind, "每年", "年", "均", "都", "分别"); len(more) < len(behind); more = cutAny(behind, "每年", "年", "均", "都", "分别") {
			behind = more
		}
		if strings.HasPrefix(words[i:], "各") && len(cutAny(behind, "至少", "不少于")) == len(behind) {
			return ""
		}
		return rest[:n]
	}
	return ""
}

// cutAny is a text without the first of some words that it begins with.
func cutAny(s string, words ...string) string {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return rest
		}
	}
	return s
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// placesOf is how many places of a kind there are, where a group of the plan names
// them; else 0.
func (p *Plan) placesOf(kind string) int {
	for i := range p.Groups {
		name := p.Groups[i].Name
		if strings.Contains(name, kind) || strings.Contains(kind, "县") && strings.Contains(name, "县") {
			return len(p.Groups[i].Members)
		}
	}
	return 0
}

var fourDigits = regexp.MustCompile(`[0-9]{4}`)

// OfYear reports whether the target is judged by the year's own value, not by what is
// there at its end.
func (t *Target) OfYear() bool { return t.Basis == Annual || t.Basis == Growth }

// DueYear is the year by which a target is to be reached: the first one its words
// name, else the plan's last.
func (t *Target) DueYear(period Period) int {
	if year, err := strconv.Atoi(fourDigits.FindString(t.Due)); err == nil {
		return year
	}
	return period.Last
}

// NeedsBase reports whether it is a target whose path starts from where things stood before the
// period: a level on its way, not one to be held, not a standard, not a count of
// places.
func (t *Target) NeedsBase() bool {
	level := t.Basis == Level || t.Basis == Cumulative && t.Counting == CountsAll
	return level && !t.Standing() && !t.Standard() && t.Place == ""
}

// Standing reports whether it is a target to be kept in every year: 稳定在, 保持在.
func (t *Target) Standing() bool { return t.Op == Equal || Wording(t.Phrase) == "稳定" }

// Standard reports whether a target is a standard rather than a quantity: 50年一遇, 一级.
// It is reached or not; no path leads to it.
func (t *Target) Standard() bool {
	switch t.Unit {
	case "年一遇", "级", "类", "等", "星级", "档", "级以上", "类以上", "A级", "等级":
		return t.Basis == Level || t.Basis == Cumulative
	}
	return false
}

// LowerIsBetter reports whether it is a standard of which the first is the best: 一级, Ⅲ类; not 5A级,
// 五星级, 50年一遇.
func (t *Target) LowerIsBetter() bool {
	switch t.Unit {
	case "级", "类", "等", "级以上", "类以上", "等级":
		return !strings.Contains(t.Phrase, "A") && !strings.Contains(t.Phrase, "星")
	}
	return false
}

// Counted reports whether it is a unit whose things are whole: 家, 个, 座; not 万人, not what is
// counted per head.
func Counted(unit, name string, goal decimal.Decimal) bool {
	if !goal.IsInteger() || strings.Contains(name, "每千") || strings.Contains(name, "每万") || strings.Contains(name, "每百") || strings.ContainsAny(unit, "/万亿千百%") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(unit)
	return unit != "个百分点" && strings.ContainsRune(countWords, r)
}

// countWords begin the units of things that are whole.
const countWords = "家个座所名人项条处件台辆户场次种只批支张套部片期届门例起栋幢间口艘架对颗株头篇本册类位款幅宗"
