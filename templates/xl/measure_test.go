package xl

import (
	"strings"
	"testing"
)

func TestTextIsWrappedIntoLines(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		width float64
		want  int
	}{
		"empty text takes a line":                     {"", 10, 1},
		"what fits takes one":                         {"四个汉字", 9, 1},
		"a Chinese character is two wide":             {"五个汉字的", 9, 2},
		"line ends count":                             {"一\n二\n", 10, 3},
		"a word moves to the next line whole":         {"甲乙 abcdefg", 11, 2},
		"a word longer than the line is cut":          {"abcdefghijklmnopqrst", 11, 2},
		"Chinese quotation marks are two wide":        {"“”“”", 7, 2},
		"a column narrower than a character is borne": {"一二三", 1, 3},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Lines(c.text, c.width, 12); got != c.want {
				t.Errorf("Lines(%q, %g, 12) = %d, want %d", c.text, c.width, got, c.want)
			}
		})
	}
}

// A column of 40 characters is 320 pixels wide, 5 of them its edges: 315 / 13 1/3 are
// 23 characters of 10 points, 315 / 14 2/3 are 21 of 11.
func TestSmallerLettersNeedFewerLines(t *testing.T) {
	for size, fits := range map[float64]int{9: 26, 10: 23, 11: 21, 0: 21, 16: 14} {
		if n := Lines(strings.Repeat("字", fits), 40, size); n != 1 {
			t.Errorf("%d characters of %g points take %d lines", fits, size, n)
		}
		if n := Lines(strings.Repeat("字", fits+1), 40, size); n != 2 {
			t.Errorf("%d characters of %g points take %d lines", fits+1, size, n)
		}
	}
}

func TestRowHeightIsCapped(t *testing.T) {
	if h := RowHeight(1, 0); h < 15 || h > 22 {
		t.Errorf("one line is %g points", h)
	}
	if h := RowHeight(1000, 11); h != maxRowHeight {
		t.Errorf("a thousand lines are %g points", h)
	}
	if n := MaxLines(11); RowHeight(n, 11) > maxRowHeight || RowHeight(n+1, 11) < maxRowHeight {
		t.Errorf("MaxLines(11) = %d", n)
	}
}
