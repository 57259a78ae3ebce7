package xl

import (
	"cmp"
	"math"
	"strings"

	"github.com/mattn/go-runewidth"
)

// eastAsian counts ambiguous characters (“”, ①, …) as two, as Chinese fonts do.
var eastAsian = func() *runewidth.Condition {
	c := runewidth.NewCondition()
	c.EastAsianWidth = true
	return c
}()

// Lines is how many lines a text of a size (0: BodySize) takes when wrapped in a column of that
// width, as Sheet.Width counts it. A little less than the full width is reckoned
// with: programs differ.
func Lines(text string, width, size float64) int {
	size = cmp.Or(size, BodySize)
	room := max(int(math.Floor(width*CharPoints/(size/2)-margin)), 2)
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n += wrapped(line, room)
	}
	return max(n, 1)
}

// CharPoints is how wide a character of a column's width is: the widest digit of the
// body font, 8 pixels. Half of a character's size is what a Latin letter of it takes.
const CharPoints = 6.0

const margin = 1.0 // letters a cell keeps free at its sides

// wrapped counts the lines of a paragraph: Chinese breaks anywhere, a word of
// Latin letters or digits moves to the next line whole where it fits there.
func wrapped(line string, room int) int {
	n, used, word := 1, 0, 0
	for _, r := range line {
		w := eastAsian.RuneWidth(r)
		if r < 0x80 && r != ' ' {
			word += w
		} else {
			word = 0
		}
		if used+w <= room {
			used += w
			continue
		}
		n++
		used = w
		if word > w && word <= room {
			used = word
		}
	}
	return n
}

// RowHeight is the height in points that shows so many lines of a size, at most
// MaxRowHeight.
func RowHeight(lines int, size float64) float64 {
	size = cmp.Or(size, BodySize)
	return min(math.Ceil(float64(lines)*size*lineSpacing+padding), maxRowHeight)
}

const (
	lineSpacing = 1.36 // of 宋体 1.25, of the fonts that stand in for it up to 1.45, in sizes
	padding     = 4.0  // points above and below
)

// MaxLines is how many lines of a size the highest row shows; longer text goes on
// in rows below.
func MaxLines(size float64) int {
	size = cmp.Or(size, BodySize)
	return int((maxRowHeight - padding) / (size * lineSpacing))
}
