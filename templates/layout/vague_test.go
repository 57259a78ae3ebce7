package layout

import (
	"testing"
	"unicode"

	"tianbao/seeds/text"
)

func TestATextThatSaysNothingIsTold(t *testing.T) {
	for text, want := range map[string]bool{
		"同上": true, "同上。": true, "按要求推进": true,
		"。": true, "。。。": true, "???": true, "?!": true, "----": true, "…": true, "……": true, "／／": true, "——。": true,
		"√": true, "✓": true, "- -": true, "－　－": true, "—\n—": true, "*": true, "≥": true, "□": true, "★★★": true,
		"": false, "无": false, "0": false, "1": false, "a": false, "。a": false, "√已完成": false, "---新建3家": false, "①": false,
		"已按要求推进相关工作": false, "〇": false, "々": false, "℃": false,
	} {
		if SaysNothing(text) != want {
			t.Errorf("SaysNothing(%q) = %v", text, !want)
		}
	}
}

func TestNoMarkIsALetterADigitOrNothingToSee(t *testing.T) {
	for _, r := range Marks() {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || text.Invisible(r) || unicode.IsControl(r) || r > 0xffff {
			t.Errorf("%q %U is among the marks", r, r)
		}
	}
	if n := len([]rune(Marks())); n > MaxText {
		t.Errorf("%d marks do not fit in a cell", n)
	}
}
