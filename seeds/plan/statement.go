package plan

import "strings"

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
