package plan

import (
	"fmt"
	"strings"
	"testing"
)

// describe prints targets one a line as measure|op|min|max|unit|due|basis, with
// a ? where doubtful.
func describe(targets []Target) string {
	var lines []string
	for _, t := range targets {
		mark := ""
		if t.Doubt != "" {
			mark = "?"
		}
		lines = append(lines, fmt.Sprintf("%s|%s|%s|%s|%s|%s|%s%s", t.Measure, t.Op, t.Min, t.Max, t.Unit, t.Due, t.Basis, mark))
	}
	return strings.Join(lines, "\n")
}

func extract(text string) []Target {
	return extractTargets(&Item{Ref: "1", Text: text}, Period{Base: 2020, First: 2021, Last: 2025})
}

func TestNumbersThatArePromisedBecomeTargets(t *testing.T) {
	tests := []struct{ text, want string }{
		{"新建市级实验室4个。", "实验室"},
	}
	for _, test := range tests {
		if got := describe(extract(test.text)); !strings.Contains(got, test.want) {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}
