package plan

import (
	"regexp"
	"strings"
)

// Kind is how an indicator is judged. It is decided by name and text, never by
// the column a number is in.
type Kind uint8

// The kinds of indicators.
const (
	KindUnknown         Kind = iota
	KindGrowth               // average growth over the years
	KindLevelGrowth          // a level and a growth rate, judged apart
	KindLevel                // level at the end of the period
	KindHeld                 // level to be held each year (稳定在)
	KindAbout                // level at the end of the period, 左右
	KindCeiling              // not to be passed in any year (以内)
	KindRise                 // level with its rise over the base ([1.3])
	KindAboveProvince        // growth above the province's (高于全省)
	KindProvinceAverage      // the province's average by the last year
	KindReduction            // reduction set by the province
	KindAssigned             // level set by the province
	KindCumulative           // sum over the whole period ([25] without a level)
)

var (
	ceiling = regexp.MustCompile(`以内|以下|不超过|不高于|控制在|<|≤|＜|(?:^|[^不])低于`)
	bracket = regexp.MustCompile(`^[\[〔【［(（]\s*[-+]?[0-9.]+\s*[\]〕】］)）]$`)
)

const anyDigit = "0123456789０１２３４５６７８９"

// Kind returns how the indicator is judged.
func (in *Indicator) Kind() Kind {
	both := in.Target + "|" + in.Growth
	level, growth := strings.ContainsAny(in.Target, anyDigit), strings.ContainsAny(in.Growth, anyDigit)
	bracketed := bracket.MatchString(strings.TrimSpace(in.Growth))
	switch {
	case strings.Contains(both, "下达"):
		if in.reductionByName() {
			return KindReduction
		}
		return KindAssigned
	case strings.Contains(both, "高于全") && (in.growthByName() || !strings.Contains(both, "平均水平")):
		return KindAboveProvince
	case strings.Contains(both, "平均水平"):
		return KindProvinceAverage
	case in.reductionByName() && (level || bracketed):
		return KindReduction
	case ceiling.MatchString(both):
		return KindCeiling
	case level && bracketed:
		return KindRise
	case bracketed:
		return KindCumulative
	case level && growth:
		return KindLevelGrowth
	case growth:
		return KindGrowth
	case level && strings.Contains(in.Target, "稳定在"):
		return KindHeld
	case level && strings.Contains(in.Target, "左右"):
		if in.growthByName() {
			return KindGrowth
		}
		return KindAbout
	case level && in.growthByName():
		return KindGrowth
	case level:
		return KindLevel
	}
	return KindUnknown
}

// growthByName reports whether an indicator is itself a growth rate (…增长, 增速).
func (in *Indicator) growthByName() bool {
	return strings.HasSuffix(in.Name, "增长") || strings.HasSuffix(in.Name, "增速") || strings.HasSuffix(in.Name, "增长率")
}

// reductionByName reports whether an indicator is itself a reduction (…降低).
func (in *Indicator) reductionByName() bool {
	return strings.Contains(in.Name, "降低") || strings.Contains(in.Name, "下降") || strings.Contains(in.Name, "削减")
}

// ComesDown reports whether it is a quantity of which less is better, by its name: 细颗粒物浓度,
// 孕产妇死亡率; not 污水处理率. A bare number is then a ceiling to come down to, where that of other things
// is to be reached from below.
func ComesDown(name string) bool { return genre().comesDown(name) }

func (v *vocabulary) comesDown(name string) bool {
	return v.falls.Tail(strings.TrimSpace(trailing.ReplaceAllString(name, "")))
}

// trailing is what a name says in brackets at its end.
var trailing = regexp.MustCompile(`[（(][^（()）]*[）)]$`)

// Relative reports whether the indicator is judged against the province.
func (in *Indicator) Relative() bool {
	switch in.Kind() {
	case KindAboveProvince, KindProvinceAverage, KindReduction, KindAssigned:
		return true
	}
	return false
}
