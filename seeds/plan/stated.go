package plan

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/text"
)

var (
	statedNumber = regexp.MustCompile(`-?[0-9][0-9,]*(?:\.[0-9]+)?`)
	yearWord     = regexp.MustCompile(`[0-9]{4}年`)
)

// Stated finds the number in words such as 7.5左右, 稳定在500万吨左右, [1.3]. Of a
// range the lower number counts; years are passed over.
func Stated(words string) (d decimal.Decimal, ok bool) {
	plain := yearWord.ReplaceAllString(text.HalfWidth(words), "")
	return text.Decimal(strings.ReplaceAll(statedNumber.FindString(plain), ",", ""))
}

// Goal is the level or rate the indicator is to reach: the adjusted one where
// there is one, else what is under the target, else what is under growth.
func (in *Indicator) Goal() (d decimal.Decimal, ok bool) {
	for _, words := range []string{in.Adjusted, in.Target, in.Growth} {
		if d, ok = Stated(words); ok {
			return d, true
		}
	}
	return d, false
}

// Statement is the target in words: the phrase of the document, with so much of
// what is measured before it as the phrase leaves to the sentence around it.
func (t *Target) Statement() string {
	measure := []rune(t.Measure)
	if says(t.Phrase, measure) && (t.Measure == "" || !strings.Contains(t.Phrase, "分别")) { // of several, which
		return t.Phrase
	}
	for i := 1; i+1 < len(measure); i++ {
		if strings.HasPrefix(t.Phrase, string(measure[i:])) {
			return string(measure[:i]) + t.Phrase
		}
	}
	return t.Measure + ":" + t.Phrase
}

// says reports whether a phrase has all the characters of what is measured, in
// their order: 新增1—2家上市公司 says 新增上市公司.
func says(phrase string, measure []rune) bool {
	for _, r := range phrase {
		if len(measure) > 0 && r == measure[0] {
			measure = measure[1:]
		}
	}
	return len(measure) == 0
}

// Label prints the indicator as the annex does: 地区生产总值增长(%).
func (in *Indicator) Label() string {
	if in.Unit == "" {
		return in.Name
	}
	return in.Name + "(" + in.Unit + ")"
}
